"""The headline: the article's own, else its lead cut at a clause boundary.

Which line leads is decided elsewhere.
"""

# ruff: noqa: SIM905 - tables of words are read, and changed, as lines of words
# ruff: noqa: RUF001 - typographic marks are what this module looks for

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from nutgraf.drafting.extractive.furniture import is_furniture
from nutgraf.drafting.extractive.terms import collapse, count_words
from nutgraf.language.sentences import SentenceKind

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from nutgraf.drafting.extractive.lines import Line

_MOST_WORDS: Final = 12
_FEWEST_WORDS: Final = 6
_LONGEST_HEADLINE_WORDS: Final = 30
# A clause ends before these; "that" and "to" are left out, since what follows them is the message.
_CLAUSE: Final = re.compile(
    r"(?:[,;:—–]\s|\s[—–-]\s|[，、；：。]|\s(?=(?:after|although|amid|as|because|before|but|despite|following"
    r"|though|when|where|which|while|who|whose)\s))"
)
# No cut-off headline ends in one of these.
_LOOSE_ENDS: Final = frozenset(
    """
    a an and are as at be been but by for from had has have he her his if in into is it its not of
    on or our over she so than that the their they this to under was we were what when where which
    who will with would said says could may might can more most
    """.split()
)
_QUOTES: Final = re.compile('["“”«»„]')
_END_OF_CHARS: Final = 40  # of a cut-off headline in a script without spaces
_ELLIPSIS: Final = "…"


def printed_headline(title: str | None, lines: Sequence[Line]) -> str | None:
    """Return the article's title, else its first heading before any prose, else None."""
    if title and title.strip():
        return collapse(title)
    for line in lines:
        if line.is_prose:
            return None
        if _is_headline(line):
            return line.text
    return None


def _is_headline(line: Line) -> bool:
    """Tell whether a line is a heading that is no date, byline or credit."""
    if line.kind is not SentenceKind.HEADING or is_furniture(line.text):
        return False
    dated = sum(date.span.end - date.span.start for date in line.dates)
    is_date = 2 * dated > len(line.text)
    has_letters = any(character.isalpha() for character in line.text)
    return has_letters and not is_date and line.words <= _LONGEST_HEADLINE_WORDS


def shortened(text: str, unbroken: Iterable[str] = ()) -> str:
    """Return a sentence cut to at most 12 words, at the end of a clause where there is one.

    A text that was cut ends in an ellipsis, and has no quotation mark without its partner.

    Args:
        text: The sentence, on one line.
        unbroken: Names that the cut must not fall into.
    """
    if count_words(text) <= _MOST_WORDS:
        return text.rstrip(" .。")
    names = tuple(unbroken)
    limit = _end_of_words(text)
    clauses = [match.start() for match in _CLAUSE.finditer(text, 0, limit + 2)]
    for cut in (*reversed([c for c in clauses if c <= limit]), *_looser_cuts(text, limit)):
        head = text[:cut].rstrip(" ,;:—–-")
        if _is_whole(head, text, names) and count_words(head) >= _FEWEST_WORDS:
            return head + _ELLIPSIS
    return _QUOTES.sub("", text[:limit]).rstrip(" ,;:—–-") + _ELLIPSIS


def _end_of_words(text: str) -> int:
    """Return where the twelfth word ends; in a script without spaces, a bound in characters."""
    ends = [match.end() for match in re.finditer(r"\S+", text)]
    if len(ends) < _MOST_WORDS:
        return min(len(text), _END_OF_CHARS)
    return ends[_MOST_WORDS - 1]


def _looser_cuts(text: str, limit: int) -> Iterator[int]:
    """Yield the ends of words from the limit back, without a loose end."""
    words = list(re.finditer(r"\S+", text[:limit]))
    for word in reversed(words):
        if word[0].casefold() not in _LOOSE_ENDS:
            yield word.end()


def _is_whole(head: str, text: str, names: Sequence[str]) -> bool:
    """Tell whether a cut keeps quotation marks in pairs and names whole."""
    if len(_QUOTES.findall(head)) % 2 or head.count("(") != head.count(")"):
        return False
    return not any(_falls_into(len(head), text, name) for name in names)


def _falls_into(cut: int, text: str, name: str) -> bool:
    start = text.find(name)
    return start < cut < start + len(name) if start != -1 else False
