"""What the first lines of a plain text say about it: header lines, headline, byline, dateline.

Labelled header lines are somebody's notes about the article and are taken off; a headline, a byline
below it and a dateline are printed by the article itself, so they are read and stay in the text.
Nothing is read beyond the first few lines.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from nutgraf.reading.blocks import ends_sentence
from nutgraf.reading.bylines import is_name, read_byline, split_authors
from nutgraf.reading.days import parse_day
from nutgraf.reading.document import Document, Metadata
from nutgraf.reading.languages import language_code

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from datetime import date

_LINE_END = re.compile(r"\r\n|\r|\n")
_VISIBLE = re.compile(r"\S")
_LABELLED = re.compile(r"\s*([A-Za-z][A-Za-z ]{1,17}?)\s*:\s*(\S.*)")

# " date 2025-10-16 The text goes on": the date must not be the subject of a sentence, so a word in
# lower case may not follow it on its line.
_DATE_IN_FRONT = re.compile(
    r"\s{0,9}[Dd]ate[ \t]*:?[ \t]*(\d{4}-\d\d-\d\d)(?:[ \t]+(?=[^a-z\s])|[ \t]*(?=[\r\n]|\Z))"
)

# "BUDAPEST, Oct. 16, 2025 (Agency) —": a place in capitals, whatever else, and a dash.
_DATELINE = re.compile(r"([A-Z]{2}[^—–\r\n]{0,110}?)\s*(?:[—–]|\s--?\s)")  # noqa: RUF001 - dashes
_AGENCY = re.compile(r"\([^()]{0,60}\)|/[^/]{0,60}/")

_PUBLISHED = re.compile(r"(?:published|posted|date)(?:\s+on)?\s*:?\s+(.*)", re.IGNORECASE)

_LONGEST_HEADER_LINE = 400
_LONGEST_HEADLINE = 150
_UNFINISHED = (",", ";", "-", "—")
_MOST_SOURCE_WORDS = 8
_MOST_HEADER_LINES = 12
_MOST_PRINTED_LINES = 5


class _Line(NamedTuple):
    """The head of a line, where the next line starts, and whether a blank line follows."""

    head: str
    end: int
    whole: bool
    before_blank: bool


def read_header(text: str) -> Document:
    """Tell the header of a plain text from its body.

    Recognised and taken off, at the very start: lines ``Title:``, ``Headline:``, ``Subject:``,
    ``Date:``, ``Published:``, ``Author:``, ``By Jane Doe``, ``Language:``, ``Source:``, and a date
    in front of the text as in `` date 2025-10-16 The text ...``. Each only with a value that fits
    it; the first line that does not fit (``Date: 10/11/2025``, ``By Friday, ...``) begins the
    body, so that nothing is lost. Read and left in: a first line that is a headline (short, no stop
    at its end, a blank line after it), a byline and a date line below it, and a dateline with a
    year.

    The body is the text from the first character after the header, exactly as it was.
    """
    labelled, start = _labelled_lines(text)
    return Document(text[start:], labelled.over(_printed_lines(text, start)))


def _labelled_lines(text: str) -> tuple[Metadata, int]:
    found, start = Metadata(), 0
    for _ in range(_MOST_HEADER_LINES):
        begin = _after_blank_lines(text, start)
        if dated := _DATE_IN_FRONT.match(text, begin):
            found, start = found.over(Metadata(published=parse_day(dated[1]))), dated.end()
            if text[start : start + 1].strip():  # the article goes on on the same line
                break
            continue
        line = _line_at(text, begin)
        read = _read_labelled(line.head) if line.whole else None
        if read is None:
            break
        found, start = found.over(read), line.end
    return found, _after_blank_lines(text, start) if start else 0


def _read_labelled(line: str) -> Metadata | None:
    """Read one header line; None where it is none, or its value does not fit its label."""
    if authors := read_byline(line):
        return Metadata(authors=authors)
    found = _LABELLED.fullmatch(line)
    return _LABELS[found[1].lower()](found[2].strip()) if found and _is_label(found[1]) else None


def _is_label(word: str) -> bool:
    return word.lower() in _LABELS


def _title(value: str) -> Metadata | None:
    return Metadata(title=value)


def _published(value: str) -> Metadata | None:
    day = parse_day(value)
    return Metadata(published=day) if day else None


def _authors(value: str) -> Metadata | None:
    names = split_authors(value)
    return Metadata(authors=names) if all(map(is_name, names)) else None


def _language(value: str) -> Metadata | None:
    code = language_code(value)
    return Metadata(language=code) if code else None


def _source(value: str) -> Metadata | None:
    sentence = ends_sentence(value) or len(value.split()) > _MOST_SOURCE_WORDS
    return None if sentence else Metadata(source=value)


_LABELS: dict[str, Callable[[str], Metadata | None]] = {
    "title": _title,
    "headline": _title,
    "subject": _title,
    "date": _published,
    "published": _published,
    "published on": _published,
    "publication date": _published,
    "author": _authors,
    "authors": _authors,
    "by": _authors,
    "byline": _authors,
    "language": _language,
    "lang": _language,
    "source": _source,
    "url": _source,
}


def _printed_lines(text: str, start: int) -> Metadata:
    """Read the headline, the byline and the date that the article prints above its body."""
    lines = _lines_from(text, start)
    line = next(lines, None)
    found = Metadata()
    if line is not None and _is_headline(line):
        found, line = Metadata(title=line.head), next(lines, None)
    while line is not None:
        read = _read_printed(line.head)
        if read is None:
            return found.over(Metadata(published=_dateline(line.head)))
        found, line = found.over(read), next(lines, None)
    return found


def _read_printed(line: str) -> Metadata | None:
    authors = read_byline(line)
    prefixed = _PUBLISHED.fullmatch(line.strip())
    published = None if authors else parse_day(prefixed[1] if prefixed else line)
    return Metadata(authors=authors, published=published) if authors or published else None


def _is_headline(line: _Line) -> bool:
    head = line.head.strip()
    labelled = _LABELLED.fullmatch(head)
    return (
        line.whole
        and line.before_blank
        and len(head) <= _LONGEST_HEADLINE
        and len(head.split()) > 1
        and not ends_sentence(head)
        and not head.endswith(_UNFINISHED)
        and "://" not in head
        and not (labelled and _is_label(labelled[1]))
        and _read_printed(head) is None
    )


def _dateline(line: str) -> date | None:
    """Return the date of ``BUDAPEST, Oct. 16, 2025 (Agency) —``; None without a year."""
    found = _DATELINE.match(line.lstrip())
    if found is None:
        return None
    parts = _AGENCY.sub(" ", found[1]).split(",")
    candidates = (parse_day(",".join(parts[i:]).strip(" .")) for i in range(1, len(parts)))
    return next((day for day in candidates if day), None)


def _lines_from(text: str, start: int) -> Iterator[_Line]:
    for _ in range(_MOST_PRINTED_LINES):
        start = _after_blank_lines(text, start)
        if start == len(text):
            return
        line = _line_at(text, start)
        yield line
        start = line.end


def _line_at(text: str, start: int) -> _Line:
    ended = _LINE_END.search(text, start)
    stop, after = ended.span() if ended else (len(text), len(text))
    head = text[start : min(stop, start + _LONGEST_HEADER_LINE)]
    body = _after_blank_lines(text, after)
    return _Line(head, after, stop - start <= _LONGEST_HEADER_LINE, after < body < len(text))


def _after_blank_lines(text: str, start: int) -> int:
    """Return where the first line that is not blank begins, its indent included."""
    visible = _VISIBLE.search(text, start)
    stop = visible.start() if visible else len(text)
    return max(start, text.rfind("\n", start, stop) + 1, text.rfind("\r", start, stop) + 1)
