"""Takes out of a sentence what only says whose claim it is: ", police said", "according to X"."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from nutgraf.language.predicates.chunks import Mark, first_word
from nutgraf.language.predicates.drafts import Claim, Draft
from nutgraf.language.predicates.groups import Group
from nutgraf.language.predicates.phrases import NEGATIVE, Phrase
from nutgraf.language.predicates.sources import (
    CLAIMING,
    CUES,
    FACTIVE,
    PASSIVE_CLAIMS,
    WITH_ADDRESSEE,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from nutgraf.language.predicates.chunks import Chunk
    from nutgraf.language.predicates.words import Word

_COMMAS: Final = frozenset({",", "\u2014", "\u2013", "--", "-", "(", ")"})
_ENDS: Final = frozenset({".", "!", "?", ":", ";"})
_OBJECT_FORMS: Final = frozenset({"it", "him", "them", "her", "this", "that", "us", "me", "any"})
_PLAINLY_SAYING: Final = frozenset({"say", "add", "write", "explain", "report"})
# What goes on about the source after a tag rather than with what is said.
_WHEN: Final = frozenset({"CJS", "AVQ"})
_ON_SOURCE: Final = frozenset({"DTQ", "PNQ"})


@dataclass(frozen=True, slots=True)
class Tag:
    """A tag: the chunks ``[start, end)`` that it takes up, and what it tells.

    Attributes:
        claim: Whose claim the rest of the sentence is.
        draft: The predicate of the tag itself; None for "according to".
        ends_content: Whether what follows the tag is no longer part of what is claimed.
    """

    start: int
    end: int
    claim: Claim
    draft: Draft | None
    ends_content: bool


def find_tags(words: Sequence[Word], chunks: Sequence[Chunk]) -> list[Tag]:
    """Return the tags of a sentence, in order."""
    found: list[Tag] = []
    at = 0
    while at < len(chunks):
        tag = _cue(words, chunks, at) or _tag(words, chunks, at)
        if tag is not None:
            found.append(tag)
        at = tag.end if tag is not None else at + 1
    return found


def split_at_tags(chunks: Sequence[Chunk], tags: Sequence[Tag]) -> tuple[list[Chunk], list[Chunk]]:
    """Return the chunks of what is claimed, and those that go on about a source behind its tag.

    The latter begin with the source; they are none where nothing goes on about one.
    """
    taken = {number for tag in tags for number in range(tag.start, tag.end)}
    last = next((tag for tag in tags if tag.ends_content), None)
    end = len(chunks) if last is None else last.start
    content = [chunk for n, chunk in enumerate(chunks[:end]) if n not in taken]
    if last is None or last.claim.source is None:
        return content, []
    behind = enumerate(chunks[last.end :], start=last.end)
    return content, [last.claim.source, *(chunk for n, chunk in behind if n not in taken)]


def _cue(words: Sequence[Word], chunks: Sequence[Chunk], at: int) -> Tag | None:
    """Read "according to" and its like with the source behind."""
    first = first_word(chunks[at])
    for cue in (*CUES, *_as_told_by(words, first)):
        last = first + len(cue) - 1
        if tuple(word.lower for word in words[first : last + 1]) != cue:
            continue
        behind = at + 1
        while behind < len(chunks) and first_word(chunks[behind]) <= last:
            behind += 1
        held = chunks[behind - 1]
        if isinstance(held, Phrase) and held.nearest is not None:
            behind, source = behind - 1, held.nearest  # "in THE VIEW OF the auditors"
        elif behind < len(chunks) and isinstance(found := chunks[behind], Phrase):
            source = found
        else:
            return None
        claim = Claim(source, first, last, " ".join(cue))
        return Tag(at, _past_source(chunks, behind + 1), claim, None, ends_content=False)
    return None


def _as_told_by(words: Sequence[Word], first: int) -> list[tuple[str, ...]]:
    """Return "as noted by" and its like as a cue, where it stands here."""
    told = words[first + 1 : first + 3]
    if words[first].lower != "as" or len(told) < 2 or told[1].lower != "by":  # noqa: PLR2004
        return []
    verb = told[0]
    claims = verb.tag in {"VVN", "VVD"} and verb.lemma in CLAIMING | FACTIVE
    return [("as", verb.lower, "by")] if claims else []


def _past_source(chunks: Sequence[Chunk], at: int) -> int:
    """Pass over what describes a source after "according to" ("to a report BY THE BANK")."""
    while at + 1 < len(chunks):
        link, phrase = chunks[at], chunks[at + 1]
        if not (isinstance(link, Mark) and link.tag == "PRP" and isinstance(phrase, Phrase)):
            break
        at += 2
    return at


def _tag(words: Sequence[Word], chunks: Sequence[Chunk], at: int) -> Tag | None:
    """Read a verb of saying with its subject between commas, or between a comma and the end."""
    if not _opens(chunks, at):
        return None
    if (found := _hearsay(words, chunks, at)) is not None:
        return found
    pair = _pair(chunks, at)
    end = None if pair is None else _end(words, chunks, pair[2], pair[1])
    if pair is None or end is None:
        return None
    subject, group, _ = pair
    lemma = words[group.main].lemma
    if lemma not in CLAIMING | FACTIVE or group.passive or group.negators:
        return None
    if subject.first > group.main and not _may_be_inverted(words, chunks, at, subject, lemma):
        return None
    claim = Claim(subject, group.first, group.main, lemma, lemma in FACTIVE)
    draft = Draft(group, lemma, subject=subject)
    return Tag(at, end, claim, draft, _describes_source(chunks, end, at))


def _may_be_inverted(
    words: Sequence[Word], chunks: Sequence[Chunk], at: int, subject: Phrase, lemma: str
) -> bool:
    """Tell whether the phrase behind a verb is its subject ("said THE MAYOR", not "denied IT").

    Without a quotation before it, only the plainest verbs of saying stand before their subject, and
    only behind a clause.
    """
    first = words[subject.first]
    if first.tag in {"DPS", "DT0"} or first.lower in _OBJECT_FORMS | NEGATIVE:
        return False
    before = chunks[at - 1]
    if isinstance(before, Mark) and before.tag == "PUQ":
        return True
    clause = any(isinstance(chunk, Group) and chunk.form == "finite" for chunk in chunks[:at])
    return clause and lemma in _PLAINLY_SAYING


def _hearsay(words: Sequence[Word], chunks: Sequence[Chunk], at: int) -> Tag | None:
    """Read ", it is believed,"."""
    pair = _pair(chunks, at)
    if pair is None or words[pair[0].first].lower != "it" or not pair[1].passive:
        return None
    subject, group, end = pair
    lemma = words[group.main].lemma
    closed = end == len(chunks) or isinstance(chunks[end], Mark)
    if lemma not in PASSIVE_CLAIMS or not closed or subject.first > group.main:
        return None
    draft = Draft(group, lemma, subject=subject)
    claim = Claim(None, group.first, group.main, lemma, lemma in FACTIVE)
    return Tag(at, end, claim, draft, ends_content=False)


def _opens(chunks: Sequence[Chunk], at: int) -> bool:
    """Tell whether a tag may begin here: behind a comma or a quotation mark, after some words."""
    before = chunks[at - 1] if at else None
    if not isinstance(before, Mark):
        return False
    if before.lower == "as":
        return True
    if not any(isinstance(chunk, Group | Phrase) for chunk in chunks[:at]):
        return False
    return before.lower in _COMMAS or before.tag == "PUQ" or before.lower in {"\u201d", "\u2019"}


def _pair(chunks: Sequence[Chunk], at: int) -> tuple[Phrase, Group, int] | None:
    """Read subject and verb in either order; the number is that of the chunk behind."""
    first = chunks[at]
    if (apposed := _apposed(chunks, at)) is not None:
        return apposed
    behind = _past_source(chunks, at + 1) if isinstance(first, Phrase) else at + 1
    second = chunks[behind] if behind < len(chunks) else None
    if isinstance(first, Phrase) and isinstance(second, Group):
        phrase, group = first, second
    elif isinstance(first, Group) and isinstance(second, Phrase):
        phrase, group = second, first
    else:
        return None
    return (phrase, group, behind + 1) if group.form == "finite" else None


def _apposed(chunks: Sequence[Chunk], at: int) -> tuple[Phrase, Group, int] | None:
    """Read a subject with an apposition: "her daughter, Judith Acker, said" behind a clause."""
    phrase, *rest = chunks[at : at + 5]
    if len(rest) < 4 or not isinstance(phrase, Phrase) or not isinstance(rest[1], Phrase):  # noqa: PLR2004
        return None
    commas = all(isinstance(one, Mark) and one.lower == "," for one in (rest[0], rest[2]))
    group = rest[3]
    before = chunks[at - 1] if at else None
    clause = isinstance(before, Mark) and before.tag == "PUQ"
    clause = clause or any(isinstance(one, Group) and one.form == "finite" for one in chunks[:at])
    if not (commas and clause and isinstance(group, Group) and group.form == "finite"):
        return None
    return phrase, group, at + 5


def _end(words: Sequence[Word], chunks: Sequence[Chunk], at: int, group: Group) -> int | None:
    """Return where the tag ends: at a comma or the end, with no clause before it."""
    addressee = words[group.main].lemma in WITH_ADDRESSEE
    while at < len(chunks):
        chunk = chunks[at]
        if isinstance(chunk, Mark):
            if chunk.lower in _COMMAS | _ENDS or chunk.tag == "PUQ":
                return at
            if chunk.tag in {"CJS", "AVQ"}:
                return at
            if chunk.tag not in {"AV0", "AVP", "PRP", "PRF", "AJ0", "CRD"}:
                return None
        elif isinstance(chunk, Phrase):
            before = chunks[at - 1]
            prepositional = isinstance(before, Mark) and before.tag in {"PRP", "PRF"}
            if not (prepositional or chunk.temporal or addressee):
                return None
            addressee = addressee and (prepositional or chunk.temporal)
        else:
            return None
        at += 1
    return at


def _describes_source(chunks: Sequence[Chunk], end: int, at: int) -> bool:
    """Tell whether what follows goes on about the source ("said Bell, WHO RUNS the port")."""
    closing = chunks[end] if end < len(chunks) else None
    if isinstance(closing, Mark) and closing.tag in _WHEN:
        return True
    if end + 1 >= len(chunks):
        return False
    following = chunks[end + 1]
    if isinstance(following, Mark):
        return following.tag in _ON_SOURCE
    if isinstance(following, Group):
        return following.form in {"gerund", "participle"}
    inverted = isinstance(chunks[at], Group)
    rest = chunks[end + 1 :]
    return inverted and not any(isinstance(one, Group) and one.form == "finite" for one in rest)
