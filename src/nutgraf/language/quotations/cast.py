"""The people and bodies of an article who can speak, and whom a pronoun or a title stands for.

Which of them said a quotation is decided in ``attribution``.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right, insort
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from nutgraf.article import Span
from nutgraf.language.names.cue_words import TITLES
from nutgraf.language.names.given_names import FEMALE_NAMES, MALE_NAMES
from nutgraf.language.quotations.words import (
    GENDER_WORDS,
    HE,
    IT,
    PERSON_NOUNS,
    POSSESSIVE_PRONOUNS,
    PREPOSITIONS,
    PRONOUNS,
    SHE,
    SPEECH_VERBS,
    THEY,
    WE,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from nutgraf.language.names import Name

PERSON_HEADS = TITLES | PERSON_NOUNS

_WORD = re.compile(r"\w+")
_CLAUSE_BREAK = re.compile(r"[,;:()\n]|[.?!](?=\s+[^\W\d_a-z])")
_APOSTROPHES = ("'", "’")  # noqa: RUF001 - the curly one too
_TITLE_WORDS = 3  # "the prime minister"
_BEARERS_BACK = 16  # mentions beside a title among which its words are sought
_MOST_LEADING = 6  # names among which the protagonist of either sex is sought
_OPENING = 200  # code points at the start of a sentence in which a pronoun counts as its subject
_SENTENCES_BACK = 4  # how far back a pronoun may look
_TITLE_REACH = 48  # code points beside a name in which its title is sought


@dataclass(frozen=True, slots=True, order=True)
class Mention:
    """Words that stand for a speaker.

    Attributes:
        span: The words.
        name: The speaker's full name, or the words themselves where the article gives none.
        person: Whether it is known to be a person.
        named: Whether ``name`` is a name rather than a description.
    """

    span: Span
    name: str
    person: bool
    named: bool = True


class Cast:
    """The mentions of an article's names, in reading order, and who is meant by other words."""

    def __init__(
        self,
        text: str,
        names: Sequence[Name],
        *,
        sentence_starts: Sequence[int],
        quoted: Sequence[Span],
    ) -> None:
        """Index the names.

        Args:
            text: The article's text.
            names: Its names with their mentions.
            sentence_starts: Where its sentences start, ascending.
            quoted: The stretches between marks, ascending; no pronoun outside stands for a
                name that is only mentioned inside.
        """
        self._text = text
        self._sentence_starts = sentence_starts
        self._mentions = sorted(
            Mention(span, name.canonical, name.kind == "person")
            for name in names
            for span in name.mentions
        )
        self._outside = list(_outside(self._mentions, quoted))
        self._gender: dict[str, str] = {}
        self._surnames: dict[str, str] = {}
        self._titles: dict[str, list[tuple[Mention, frozenset[str]]]] = {}
        for mention in self._mentions:
            if mention.person:
                self._learn(mention)
        often = Counter(mention.name for mention in self._outside)
        firsts = {mention.name: mention for mention in reversed(self._outside)}
        self._leading = [firsts[name] for name, _ in often.most_common(_MOST_LEADING)]

    def within(self, span: Span) -> list[Mention]:
        """Return the mentions of names that lie inside a stretch."""
        at = bisect_left(self._mentions, span.start, key=_start)
        upto = bisect_right(self._mentions, span.end, key=_start)
        return [mention for mention in self._mentions[at:upto] if mention.span.end <= span.end]

    def is_possessive(self, mention: Mention) -> bool:
        """Tell whether the mention only says whose something is ("Smith's lawyer")."""
        follows = self._text[mention.span.end : mention.span.end + 2]
        return follows.startswith(_APOSTROPHES)

    def note(self, mention: Mention) -> None:
        """Remember a speaker just identified, so that later pronouns can mean the same."""
        if mention.named:
            insort(self._outside, mention)
            if mention.person:
                self._learn(mention)

    def pronoun(self, span: Span) -> Mention:
        """Say whom a pronoun stands for: the nearest fitting name before it, subjects first."""
        word = span.of(self._text)
        kind = PRONOUNS[word.lower()]
        found = None if kind == WE else self._antecedent(kind, span.start)
        if found is None:
            return Mention(span, word, person=kind not in (IT, THEY), named=False)
        return Mention(span, found.name, found.person)

    def told_of(self, pronoun: Span, start: int, speaker: Mention | None) -> Mention | None:
        """Say whom a speaker's "he" or "she" stands for: the one fitting name spoken before it.

        Args:
            pronoun: A pronoun between quotation marks.
            start: Where what is said begins; names outside the marks count for nothing.
            speaker: Whose words they are, for whom no such pronoun stands.
        """
        kind = PRONOUNS[pronoun.of(self._text).lower()]
        spoken = self.within(Span(start, pronoun.start))
        inside = (m for m in spoken if m.person and m not in self._between(start, pronoun.start))
        fitting = {m.name: m for m in inside if speaker is None or m.name != speaker.name}
        if kind not in (HE, SHE) or len(fitting) != 1:
            return None
        [found] = fitting.values()
        return Mention(pronoun, found.name, person=True) if self._fits(found, kind) else None

    def described(self, span: Span, head: str) -> Mention:
        """Say whom a noun phrase stands for: a name whose title its head is, else itself."""
        words = span.of(self._text)
        parts = words.split()
        surname = self._surnames.get(parts[-1])
        if surname is not None and not any(part.lower() in PREPOSITIONS for part in parts):
            return Mention(span, surname, person=True)
        definite = parts[0].lower() == "the" and len(parts) <= _TITLE_WORDS
        bearer = self._bearer(head.lower(), {part.lower() for part in parts[1:]}, span.start)
        if definite and bearer is not None:
            return Mention(span, bearer.name, person=True)
        named = all(part[0].isupper() for part in parts) and len(parts) > 1 and not definite
        given = named and any(part in MALE_NAMES or part in FEMALE_NAMES for part in parts[:-1])
        person = given or head.lower() in PERSON_HEADS
        return Mention(span, words, person=person, named=named)

    def labelled(self, span: Span) -> Mention:
        """Say whom a label ("DOE:") stands for, else take it as it stands."""
        named = [mention for mention in self.within(span) if mention.person]
        words = span.of(self._text)
        name = named[-1].name if named else self._surnames.get(words.split()[-1].title(), words)
        return Mention(span, name, person=True)

    def _bearer(self, head: str, title: set[str], position: int) -> Mention | None:
        """Return the last name before an offset that stands beside all words of a title."""
        bearers = self._titles.get(head, [])
        upto = bisect_left(bearers, position, key=lambda bearer: bearer[0].span.start)
        latest = reversed(bearers[max(0, upto - _BEARERS_BACK) : upto])
        return next((mention for mention, beside in latest if title <= beside), None)

    def _learn(self, mention: Mention) -> None:
        """Take in what the words beside a person's name say of gender and title."""
        self._surnames.setdefault(mention.name.split()[-1], mention.name)
        left = self._text[max(0, mention.span.start - _TITLE_REACH) : mention.span.start]
        before = _words(_CLAUSE_BREAK.split(left)[-1])
        after = self._text[mention.span.end : mention.span.end + _TITLE_REACH]
        apposed = _words(after.split(",")[1]) if after.startswith(",") else []
        own = _words(mention.name)[:1] + _words(mention.span.of(self._text))[:1]
        for word in (*before[-1:], *own, *apposed):
            if word in GENDER_WORDS:
                self._gender.setdefault(mention.name, GENDER_WORDS[word])
        given = mention.name.split()[0]
        if (given in MALE_NAMES) != (given in FEMALE_NAMES):
            self._gender.setdefault(mention.name, HE if given in MALE_NAMES else SHE)
        if not SPEECH_VERBS.isdisjoint(apposed):
            apposed = []  # "after meeting X, the mayor said": not an apposition
        beside = frozenset((*before, *apposed))
        for word in (*_title_before(before), *(word for word in apposed if word in PERSON_HEADS)):
            self._titles.setdefault(word, []).append((mention, beside))

    def _antecedent(self, kind: str, position: int) -> Mention | None:
        """Look back sentence by sentence, in each from its start, where subjects stand."""
        number = bisect_right(self._sentence_starts, position) - 1
        end = position
        others: list[Mention] = []
        for earlier in range(number, max(-1, number - _SENTENCES_BACK), -1):
            start = self._sentence_starts[earlier]
            here = [m for m in self._between(start, end) if self._fits(m, kind)]
            subjects = [m for m in here if earlier == number or self._may_be_subject(m)]
            if subjects and not self._has_pronoun(kind, start, subjects[0].span.start):
                return subjects[0]
            others += here[:1]
            end = start
        return self._protagonist(kind, position) or next(iter(others), None)

    def _protagonist(self, kind: str, position: int) -> Mention | None:
        """Return the name that the article mentions most, if it has been mentioned already."""
        fitting = (m for m in self._leading if self._fits(m, kind))
        leading = next(fitting, None)
        return leading if leading is not None and leading.span.start < position else None

    def _may_be_subject(self, mention: Mention) -> bool:
        before = _words(self._text[max(0, mention.span.start - _TITLE_REACH) : mention.span.start])
        return not self.is_possessive(mention) and not set(before[-1:]) & PREPOSITIONS

    def _has_pronoun(self, kind: str, start: int, end: int) -> bool:
        """Tell whether a sentence already speaks of the one sought, by a pronoun of the same kind.

        Such a sentence goes on about somebody named before it, so its own names are others.
        """
        found = _WORD.finditer(self._text, start, min(end, start + _OPENING))
        return any(PRONOUNS.get(word.group().lower()) == kind for word in found)

    def _between(self, start: int, end: int) -> list[Mention]:
        at = bisect_left(self._outside, start, key=_start)
        return self._outside[at : bisect_left(self._outside, end, key=_start)]

    def _fits(self, mention: Mention, kind: str) -> bool:
        if kind in (IT, THEY):
            return not mention.person
        return mention.person and self._gender.get(mention.name, kind) == kind


def is_pronoun(word: str) -> bool:
    """Tell whether a word can stand for a speaker as a sentence's subject."""
    lower = word.lower()
    return lower in PRONOUNS and lower not in POSSESSIVE_PRONOUNS


def _title_before(words: Sequence[str]) -> list[str]:
    """Return the title that a name follows: "mayor", "minister" of "minister of trade"."""
    for number in range(len(words) - 1, -1, -1):
        if words[number] in PERSON_HEADS:
            rest = words[number + 1 :]
            return [words[number]] if not rest or rest[0] in ("of", "for") else []
    return []


def _start(mention: Mention) -> int:
    return mention.span.start


def _words(text: str) -> list[str]:
    return [found.group().lower() for found in _WORD.finditer(text)]


def _outside(mentions: Iterable[Mention], quoted: Sequence[Span]) -> Iterator[Mention]:
    starts = [span.start for span in quoted]
    for mention in mentions:
        at = bisect_right(starts, mention.span.start) - 1
        if at < 0 or quoted[at].end <= mention.span.start:
            yield mention
