"""Finds the stretches of a text that may be names, and cuts titles and adjectives off them.

What kind of thing they name is weighed in ``kinds``, which of them are the same in ``clusters``;
lines in title case are read in ``headlines``.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Final

from nutgraf.article import Span
from nutgraf.language.names import cue_words, gazetteer
from nutgraf.language.names.given_names import GIVEN_NAMES
from nutgraf.language.names.openings import only_opens
from nutgraf.language.names.tokens import HYPHENS, is_common

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from nutgraf.language.names.lines import Evidence, Line
    from nutgraf.language.names.tokens import Token

# Straight and curly quotation marks, single and double, and guillemets.
_OPENING_QUOTES: Final = frozenset('"\u201c\u2018\u00ab')
_CLOSING_QUOTES: Final = frozenset('"\u201d\u2019\u00bb')
# Roles of what is no name by itself: "German", "The", "The German", "South Korean".
_NO_NAMES: Final = frozenset({"D", "Q", "QD", "CD"})
_LONGEST_WORK_TOKENS: Final = 9
# What runs on longer is no name; it also bounds the time on hostile texts.
_LONGEST_NAME_TOKENS: Final = 16


@dataclass(frozen=True, slots=True)
class Candidate:
    """A stretch that may be a name, with what stands around it.

    Attributes:
        span: Where it stands, without title and possessive.
        words: Its words as printed.
        before: The two words or marks before it, in lower case, the nearer one last; empty where
            the sentence starts.
        after: The two words or marks after it, in lower case.
        title: The title or honorific that was cut off before it, in lower case, or empty.
        certain: Whether its capitals can only come from being a name.
        work: Whether it is a title between quotation marks.
    """

    span: Span
    words: tuple[str, ...]
    before: tuple[str, str] = ("", "")
    after: tuple[str, str] = ("", "")
    title: str = ""
    certain: bool = True
    work: bool = False

    @property
    def form(self) -> str:
        """The words with single spaces."""
        return " ".join(self.words)


@cache
def _run() -> re.Pattern[str]:
    return re.compile("Q?[CDTHI]+(?:(?:p{1,3}|ot?|ft?|&|s|a)[CDTHI]+)*R?|[KW]")


def line_candidates(line: Line, evidence: Evidence) -> Iterator[Candidate]:
    """Find the candidates of one line whose capitals tell something, in reading order."""
    works = dict(_works(line))
    roles = list(line.roles)
    for start, end in works.items():
        roles[start:end] = "W" + "x" * (end - start - 1)
    for match in _run().finditer("".join(roles)):
        start, end = match.span()
        if roles[start] == "W":
            yield make_candidate(line, start, works[start], work=True)
        elif roles[start] == "K":
            yield from _compound(line, start)
        else:
            for left, right in _split_links(line, start, end):
                yield from _cut_titles(line, evidence, left, right)


def make_candidate(
    line: Line, start: int, end: int, *, title: str = "", certain: bool = True, work: bool = False
) -> Candidate:
    """Make the candidate of a stretch of tokens."""
    return Candidate(
        Span(line.tokens[start].start, line.tokens[end - 1].end),
        line.words(start, end),
        (line.low(start - 2), line.low(start - 1)),
        (line.low(end), line.low(end + 1)),
        title,
        certain,
        work,
    )


def _works(line: Line) -> Iterator[tuple[int, int]]:
    """Find the titles of works: a few quoted words, all but the small ones capitalised."""
    for index, token in enumerate(line.tokens):
        if token.text not in _OPENING_QUOTES:
            continue
        stretch = line.tokens[index + 1 : index + 1 + _LONGEST_WORK_TOKENS]
        length = next((i for i, inner in enumerate(stretch) if inner.text in _CLOSING_QUOTES), 0)
        while length and not stretch[length - 1].text[-1].isalnum():
            length -= 1
        if _is_work(stretch[:length]):
            yield index + 1, index + 1 + length


def _is_work(tokens: tuple[Token, ...]) -> bool:
    words = [token for token in tokens if token.text[0].isalpha()]
    if len(words) < 2 or not tokens[0].text[0].isupper():  # noqa: PLR2004 - one word is emphasis
        return False
    if tokens[0].text in gazetteer.KNOWN or tokens[0].text in GIVEN_NAMES:
        return False
    return (
        all(token.text[0].isupper() or token.text in cue_words.SMALL_TITLE_WORDS for token in words)
        and not words[-1].text.islower()
    )


def _compound(line: Line, index: int) -> Iterator[Candidate]:
    """Give the names in "Israel-Hamas", "London-based", "pro-Russia"."""
    token = line.tokens[index]
    for part in re.finditer(f"[^{HYPHENS}]+", token.text):
        word = part.group()
        if word[0].isupper() and word not in gazetteer.DEMONYMS:
            span = Span(token.start + part.start(), token.start + part.end())
            yield Candidate(span, (word,), certain=word in gazetteer.KNOWN)


def _split_links(line: Line, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Cut a run at each link ("of", "and", "'s" ...) that does not belong to a name."""
    left = start
    for index in range(start + 1, end - 1):
        joins = _JOINS.get(line.roles[index])
        if joins is None:
            continue
        last = min(end, left + _LONGEST_NAME_TOKENS)
        if index + 1 >= last or not joins(line, left, index, last):
            yield left, index
            left = index + 2 if line.roles[index + 1] == "t" else index + 1
    yield left, end


def _joins_of(line: Line, left: int, index: int, end: int) -> bool:
    right = index + 2 if line.roles[index + 1] == "t" else index + 1
    if line.form(left, end) in gazetteer.KNOWN or line.form(left, right + 1) in gazetteer.KNOWN:
        return True
    if "f" in line.roles[left:index]:
        return True
    return line.roles[index - 1] == "C" and line.low(index - 1) in cue_words.LEFT_HEADS


def _joins_for(line: Line, left: int, index: int, end: int) -> bool:
    heads = {line.low(i) for i in range(left, index)}
    return end > index and bool(heads & cue_words.ORGANIZATION_LEFT_HEADS)


def _joins_and(line: Line, left: int, index: int, end: int) -> bool:
    """Tell "Health and Human Services" and "Trinidad and Tobago" from two names."""
    if line.form(left, index + 2) in gazetteer.KNOWN:
        return True
    if line.roles[index - 1] != "C" or line.roles[index + 1] != "C":
        return False
    if not (is_common(line.low(index - 1)) and is_common(line.low(index + 1))):
        return False
    heads = {line.low(i) for i in range(left, index - 1)}
    return bool(
        heads & cue_words.ORGANIZATION_LEFT_HEADS
        or line.low(end - 1) in cue_words.ORGANIZATION_HEADS
    )


def _joins_possessive(line: Line, left: int, index: int, end: int) -> bool:
    if line.low(index - 1) in cue_words.POSSESSIVE_FIRST_WORDS and index - left == 1:
        return any(
            line.low(i) in cue_words.HEADS or line.low(i) in cue_words.LEFT_HEADS
            for i in range(index + 1, end)
        )
    return line.low(end - 1) in cue_words.COMPANY_HEADS


def _joins_ampersand(line: Line, left: int, index: int, end: int) -> bool:
    """Tell "Johnson & Johnson" from two full names."""
    full = all(line.tokens[i].text in GIVEN_NAMES for i in (left, index + 1))
    return not (full and index - left > 1 and end - index > 2)  # noqa: PLR2004 - two words each


_JOINS: Final[dict[str, Callable[[Line, int, int, int], bool]]] = {
    "o": _joins_of,
    "f": _joins_for,
    "a": _joins_and,
    "s": _joins_possessive,
    "&": _joins_ampersand,
}


def _cut_titles(line: Line, evidence: Evidence, start: int, end: int) -> Iterator[Candidate]:
    """Cut a run at its titles, unless the whole is the name of an institution."""
    if line.low(end - 1) in cue_words.UNIT_HEADS and line.roles[start - 1 : start] == "n":
        yield make_candidate(line, start - 1, end)
        return
    if line.form(start, end) in gazetteer.KNOWN or line.low(end - 1) in cue_words.HEADS:
        yield from _trim(line, evidence, start, end, title="")
        return
    title, left = _office_before(line, start, end)
    for index in range(left, end):
        if line.roles[index] in "TH" and not _stays(line, index, end):
            yield from _trim(line, evidence, left, _skip_modifiers(line, left, index), title=title)
            title, left = line.low(index).rstrip("."), index + 1
            if line.low(left) in cue_words.TITLE_TAILS and left + 1 < end:
                left += 1
    yield from _trim(line, evidence, left, end, title=title)


def _stays(line: Line, index: int, end: int) -> bool:
    """Tell whether a title belongs to the name: "Pope Francis", "Queen Elizabeth II"."""
    if line.low(index) not in cue_words.NOBLE_TITLES:
        return False
    return line.roles[index + 1 : end] in {"C", "CR"}


def _office_before(line: Line, start: int, end: int) -> tuple[str, int]:
    """Skip the rest of an office: "State" in "Secretary of State Marco Rubio"."""
    index = start
    if line.roles[max(0, start - 2) : start] == "To":
        while index < end and line.low(index) in cue_words.OFFICES_OF:
            index += 1
    return (line.low(start - 2), index) if index > start else ("", start)


def _skip_modifiers(line: Line, start: int, end: int) -> int:
    while end > start and line.low(end - 1) in cue_words.TITLE_MODIFIERS:
        end -= 1
    return end


def _trim(
    line: Line, evidence: Evidence, start: int, end: int, *, title: str
) -> Iterator[Candidate]:
    """Cut off adjectives and what only opens the sentence, and judge what is left."""
    while end > start and line.roles[end - 1] == "I":
        end -= 1
    while end - start > 2 and line.tokens[end - 1].text in cue_words.POST_NOMINALS:  # noqa: PLR2004
        end -= 1
    while start < end and line.roles[start] == "D" and not _keeps_adjective(line, start, end):
        start += 1
    if end - start > 1 and line.tokens[start].opens and only_opens(line, evidence, start, end):
        start += 1
    if not 0 < end - start <= _LONGEST_NAME_TOKENS or line.roles[start:end] in _NO_NAMES:
        return
    parts = [(start, end)]
    if line.tokens[start].text in gazetteer.PLACES and _is_alone(line, evidence, start + 1, end):
        parts = [(start, start + 1), (start + 1, end)]
    for left, right in parts:
        certain = bool(title) or _is_certain(line, evidence, left, right)
        yield make_candidate(line, left, right, title=title, certain=certain)


def _keeps_adjective(line: Line, start: int, end: int) -> bool:
    """Tell "Russian Foreign Ministry" from "Russian envoy Ivan"."""
    if line.form(start, end) in gazetteer.KNOWN:
        return True
    words = {line.low(index) for index in range(start + 1, end)}
    return line.low(end - 1) in cue_words.HEADS or bool(words & cue_words.LEFT_HEADS)


def _is_alone(line: Line, evidence: Evidence, start: int, end: int) -> bool:
    word = line.form(start, end)
    return end - start == 1 and (word in evidence.alone or word + "s" in evidence.alone)


def _is_certain(line: Line, evidence: Evidence, start: int, end: int) -> bool:
    form = line.form(start, end)
    if not evidence.english:
        return form in gazetteer.KNOWN or (
            end - start > 1 and line.tokens[start].text in GIVEN_NAMES
        )
    return end - start > 1 or evidence.is_name(line.tokens[start])
