"""A sentence as a row of noun phrases, verb groups and single words.

Phrases joined by "of" and by "and" are made one here; what they do is found in ``syntax``.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from nutgraf.language.predicates.groups import Group, read_group
from nutgraf.language.predicates.phrases import Phrase, read_phrase
from nutgraf.language.predicates.sources import CLAIMING, FACTIVE

if TYPE_CHECKING:
    from collections.abc import Sequence

    from nutgraf.language.predicates.words import Word

_JOINING: Final = frozenset({"and", "or", "nor", "&"})
_CLAUSE_OPENERS: Final = frozenset({"CJS", "CJT", "DTQ", "PNQ"})


@dataclass(frozen=True, slots=True)
class Mark:
    """A single word or punctuation mark that is part of no phrase and no group."""

    at: int
    tag: str
    lower: str


Chunk = Phrase | Group | Mark


def read_chunks(words: Sequence[Word]) -> list[Chunk]:
    """Return the chunks of a tagged sentence, in order."""
    return _joined_by_and(words, _joined_by_of(_split(words)))


def first_word(chunk: Chunk) -> int:
    """Return the number of the first word of a chunk."""
    return chunk.at if isinstance(chunk, Mark) else chunk.first


def _split(words: Sequence[Word]) -> list[Chunk]:
    chunks: list[Chunk] = []
    at = 0
    while at < len(words):
        if (phrase := read_phrase(words, at)) is not None:
            phrase.negative = phrase.negative or _negated_before(words, phrase)
            chunks.append(phrase)
            at = phrase.last + 1
        elif (group := read_group(words, at)) is not None:
            chunks.append(group)
            at = max(group.main, group.last, group.particle or 0) + 1
        else:
            chunks.append(Mark(at, words[at].tag, words[at].lower))
            at += 1
    return chunks


def _negated_before(words: Sequence[Word], phrase: Phrase) -> bool:
    """Tell whether a phrase is "hardly any shops", "not a vote", "not everyone"."""
    if phrase.first and words[phrase.first - 1].lower == "neither":
        return True
    if not phrase.first or words[phrase.first].tag not in {"DT0", "AT0", "PNI", "CRD"}:
        return False
    return words[phrase.first - 1].lower in {"hardly", "scarcely", "barely", "not"}


def _joined_by_of(chunks: Sequence[Chunk]) -> list[Chunk]:
    """Let "the mayor of Arden" be one phrase, headed by the mayor."""
    joined: list[Chunk] = []
    for chunk in chunks:
        if (
            isinstance(chunk, Phrase)
            and len(joined) > 1
            and isinstance(link := joined[-1], Mark)
            and link.tag == "PRF"
            and isinstance(head := joined[-2], Phrase)
        ):
            joined.pop()
            head.last, head.nearest, head.temporal = chunk.last, chunk, False
            continue
        joined.append(chunk)
    return joined


def _joined_by_and(words: Sequence[Word], chunks: Sequence[Chunk]) -> list[Chunk]:
    """Let "Arden, Bern and Chur" be one phrase with three heads."""
    joined: list[Chunk] = []
    opens_clause = _subjects_of_their_own(words, chunks)
    for number, chunk in enumerate(chunks):
        joined.append(chunk)
        if isinstance(chunk, Phrase) and number not in opens_clause:
            _join_last(joined)
    return joined


def _join_last(joined: list[Chunk]) -> None:
    """Join the last phrase to those before it that a conjunction links it with."""
    if len(joined) < 3 or not isinstance(joined[-1], Phrase):  # noqa: PLR2004 - A and B
        return
    link, before = joined[-2], joined[-3]
    oxford = isinstance(before, Mark) and before.lower == "," and len(joined) > 3  # noqa: PLR2004
    if not (isinstance(link, Mark) and link.lower in _JOINING):
        return
    previous = joined[-4] if oxford else before
    if not isinstance(previous, Phrase) or (oxford and not _is_list(joined[:-3])):
        return
    last = joined[-1]
    del joined[-(3 if oxford else 2) :]
    _merge(previous, last)
    final = previous
    while (
        len(joined) > 2  # noqa: PLR2004 - A, B
        and isinstance(comma := joined[-2], Mark)
        and comma.lower == ","
        and isinstance(earlier := joined[-3], Phrase)
        and not earlier.temporal
    ):
        del joined[-2:]
        _merge(earlier, final)
        final = earlier


def _is_list(chunks: Sequence[Chunk]) -> bool:
    """Tell whether the last phrase is at least the second of a list ("A, B, and C")."""
    return (
        len(chunks) > 2  # noqa: PLR2004 - A, B
        and isinstance(comma := chunks[-2], Mark)
        and comma.lower == ","
        and isinstance(chunks[-3], Phrase)
    )


def _merge(into: Phrase, other: Phrase) -> None:
    into.heads += other.heads
    into.last = other.last
    into.temporal = into.temporal and other.temporal
    into.pronoun, into.nearest = False, None


def _subjects_of_their_own(words: Sequence[Word], chunks: Sequence[Chunk]) -> set[int]:
    """Return the phrases after "and" that begin a clause ("sold the barn and THE BANK paid")."""
    found: set[int] = set()
    earlier: Group | None = None
    pending: int | None = None
    for number, chunk in enumerate(chunks):
        if isinstance(chunk, Group) and chunk.form == "finite":
            if pending is not None:
                found.add(pending)
            earlier, pending = chunk, None
        elif isinstance(chunk, Phrase):
            if pending is None and earlier is not None and _is_linked(chunks[number - 1]):
                claims = words[earlier.main].lemma in CLAIMING | FACTIVE
                pending = None if claims else number
        elif isinstance(chunk, Mark) and chunk.tag not in {"AV0", "PRP", "PRF"}:
            pending = None
            earlier = None if chunk.tag in _CLAUSE_OPENERS else earlier
    return found


def _is_linked(link: Chunk) -> bool:
    return isinstance(link, Mark) and link.lower in _JOINING | {"but"}
