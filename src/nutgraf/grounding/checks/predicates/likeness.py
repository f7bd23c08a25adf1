"""Whether a noun phrase of a statement and one of the article are about the same.

Names are compared as the article's names are, other words by their stems. A phrase is also known by
the name that stands beside it ("the operator, Skarn Kraft, ..."), and one that only counts by what
it counts ("three of the libraries").
"""

from __future__ import annotations

# ruff: noqa: SIM905 - tables of words are read, and changed, as lines of words
import re
from bisect import bisect_left, bisect_right
from enum import Enum
from functools import cached_property
from typing import TYPE_CHECKING, Final

from nutgraf.grounding.checks.stems import stem

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from nutgraf.article import Span
    from nutgraf.grounding.statements import Statement, Subject
    from nutgraf.language.names.name import Name, NameKind
    from nutgraf.language.predicates import Participant

# Pronouns and words that stand for somebody named elsewhere.
_STAND_INS: Final = frozenset(
    """he she it they him her them we us i you who whom which that this these those one some all
    both many others another each none nobody someone somebody anyone everyone what there his hers
    its their theirs""".split()
)
# A numeral or quantifier as the head of a phrase with "of": the partitive (Quirk et al. 5.6).
_PARTITIVE: Final = re.compile(
    r"(?:[\d.,]+|one|two|three|four|five|six|seven|eight|nine|ten|dozens|hundreds|thousands|half"
    r"|most|many|some|several|all|both|part|parts|none)\s+of\s+(?:the|its|his|her|their|these)\s+",
    re.IGNORECASE,
)
_BESIDE: Final = ", "


class Likeness(Enum):
    """Whether two noun phrases are about the same."""

    SAME = "same"
    OTHER = "other"  # two names that belong to different entities
    UNLIKE = "unlike"  # other words, which may yet mean the same
    UNKNOWN = "unknown"  # a pronoun, or nothing there


# Of several heads ("Ada and her brother") one that may be the same is enough.
_THE_BEST_FIRST: Final = (Likeness.SAME, Likeness.UNKNOWN, Likeness.UNLIKE, Likeness.OTHER)
_Mention = tuple["Span", "NameKind"]


class Likenesses:
    """Compares the noun phrases of one statement with those of the article."""

    def __init__(self, statement: Statement, subject: Subject) -> None:
        self._statement = statement
        self._subject = subject
        self._text = subject.readings.article.text

    def of(self, said: Participant | None, told: Participant | None) -> Likeness:
        """Compare a noun phrase of the statement with one of the article."""
        if said is None or told is None:
            return Likeness.UNKNOWN
        ours = tuple(_heads(said, self._statement.text, self._own_mentions))
        theirs = tuple(_heads(told, self._text, self._mentions))
        likenesses = {self._of_heads(one, other) for one in ours for other in theirs}
        return min(likenesses, key=_THE_BEST_FIRST.index)

    def is_named(self, said: Participant | None) -> bool:
        """Tell whether a noun phrase of the statement has a name for its head."""
        ends = {mention.end for mention, _ in self._own_mentions}
        return any(head.end in ends for head in (said.heads if said else ()))

    def _of_heads(self, said: Span, told: Span) -> Likeness:
        words, printed = said.of(self._statement.text), told.of(self._text)
        if _STAND_INS & {words.casefold(), printed.casefold()}:
            return Likeness.UNKNOWN
        if not _stems(words).isdisjoint(_stems(printed)):
            return Likeness.SAME
        mentions = self._subject.occurrences.of_name(words) if words[:1].isupper() else ()
        if any(mention.overlaps(told) for mention in mentions):
            return Likeness.SAME
        kinds = {self._kind_at(mention) for mention in mentions[:1]}
        # A country and its president are often said for one another; two people are not.
        return Likeness.OTHER if kinds & {self._kind_at(told)} - {None} else Likeness.UNLIKE

    def _kind_at(self, span: Span) -> NameKind | None:
        """Return of what kind the name is that stands at a place, None where none does."""
        index = bisect_right(self._starts, span.end - 1) - 1
        if index < 0:
            return None
        mention, kind = self._mentions[index]
        return kind if mention.overlaps(span) and kind != "other" else None

    @cached_property
    def _mentions(self) -> list[_Mention]:
        readings = self._subject.readings
        return self._subject.remembered((_in_order,), lambda: _in_order(readings.names))

    @cached_property
    def _starts(self) -> list[int]:
        return [mention.start for mention, _ in self._mentions]

    @cached_property
    def _own_mentions(self) -> list[_Mention]:
        return _in_order(self._statement.readings.names)


def _in_order(names: Iterable[Name]) -> list[_Mention]:
    """Return where anybody is named, and of what kind they are."""
    pairs = ((mention, name.kind) for name in names for mention in name.mentions)
    return sorted(pairs, key=lambda pair: pair[0].start)


def _heads(phrase: Participant, text: str, mentions: Sequence[_Mention]) -> Iterator[Span]:
    """Yield the heads of a phrase, what it counts, and the name that is set beside it."""
    yield from phrase.heads
    counted = _PARTITIVE.match(text, phrase.span.start, phrase.span.end)
    if counted and counted.end() < phrase.span.end:
        yield type(phrase.span)(counted.end(), phrase.span.end)
    end = phrase.span.end
    if text.startswith(_BESIDE, end):
        at = bisect_left(mentions, end + len(_BESIDE), key=lambda pair: pair[0].start)
        beside = mentions[at][0] if at < len(mentions) else None
        if beside and beside.start == end + len(_BESIDE) and text.startswith(",", beside.end):
            yield beside


def _stems(words: str) -> frozenset[str]:
    return frozenset(stem(word) for word in words.split() if len(word) > 1)
