"""Reads noun phrases of the reporter's that can name a speaker.

Where such a phrase is to be looked for is the business of ``clauses``.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from nutgraf.article import Span
from nutgraf.language.quotations import words as table
from nutgraf.language.quotations.cast import PERSON_HEADS, Cast, Mention, is_pronoun

if TYPE_CHECKING:
    from collections.abc import Sequence

MASK = "\0"  # stands for each quoted code point

_WORD = re.compile(r"\w+(?:[-'’.]\w+)*")  # noqa: RUF001 - both apostrophes
_BREAK = re.compile(r",(?!\d)|[;:()\[\]{}—–\0\n]|\s--?\s")  # noqa: RUF001 - dashes
_POSSESSIVE = re.compile(r"['’]s?\Z")  # noqa: RUF001 - both apostrophes
_NEGATION = ("n't", "n’t")  # noqa: RUF001 - both apostrophes
_ENDS_PHRASE = table.CLAUSE_STARTERS | table.FINITE | {"who", "as"}
_MAX_WORDS = 12  # a longer stretch is not a speaker
_TITLE_WORDS = 4  # "the deputy prime minister"
_MAX_PIECES = 6  # pieces between commas looked at for a subject followed by appositions


@dataclass(frozen=True, slots=True)
class Word:
    """A word of the reporter's; ``start`` and ``end`` are its offsets."""

    start: int
    end: int
    text: str

    @property
    def lower(self) -> str:
        """The word in lower case."""
        return self.text.lower()

    @property
    def span(self) -> Span:
        """Where the word stands."""
        return Span(self.start, self.end)


class Phrases:
    """The noun phrases of one article, quoted words masked."""

    def __init__(self, text: str, cast: Cast) -> None:
        """Read a text.

        Args:
            text: The text with ``MASK`` for every quoted code point.
            cast: Who can speak in it.
        """
        self._text = text
        self._cast = cast

    def words(self, span: Span) -> list[Word]:
        """Return the words of a stretch."""
        found = _WORD.finditer(self._text, span.start, span.end)
        return [Word(match.start(), match.end(), match.group()) for match in found]

    def pieces(self, span: Span) -> list[Span]:
        """Return what stands between commas, brackets, dashes and quotations, blanks left out."""
        bounds = [span.start]
        for found in _BREAK.finditer(self._text, span.start, span.end):
            bounds += found.span()
        bounds.append(span.end)
        pairs = zip(bounds[::2], bounds[1::2], strict=True)
        return [Span(a, b) for a, b in pairs if _WORD.search(self._text, a, b)]

    def speaker(self, piece: Span) -> Mention | None:
        """Read the noun phrase at the end of a piece, that is, right before a verb."""
        words = self.words(piece)
        if is_pronoun(words[-1].text):
            return self._cast.pronoun(words[-1].span)
        clause = _last_clause(words)
        if not clause:
            return None
        if _has_possessor(clause):
            return self._cast.pronoun(clause[0].span)
        return self._person(Span(clause[0].start, piece.end), clause) or self._description(clause)

    def apposed(self, pieces: Sequence[Span]) -> Mention | None:
        """Read a noun phrase whose appositions are set off by commas ("X, who ..., ")."""
        for piece in reversed(pieces[-_MAX_PIECES:]):
            words = _without(self.words(piece), {"and", "but"})
            if not words or words[0].lower in table.ASIDE_STARTERS:
                continue
            person = self._person(Span(words[0].start, piece.end), words)
            if person is not None:
                return person
        for piece in pieces:
            words = self.words(piece)
            if words[0].lower not in table.ADVERBIALS:
                return self.speaker(piece)
        return None

    def unclosed(self, pieces: Sequence[Span]) -> Mention | None:
        """Read a name whose apposition no comma closes ("X, the envoy to Y said")."""
        if len(pieces) == 1 or self.words(pieces[-1])[0].lower not in ("the", "a", "an"):
            return None
        words = self.words(pieces[-2])
        person = self._person(pieces[-2], words)
        return person if person is not None and person.span.end >= words[-1].end else None

    def following(self, span: Span) -> Mention | None:
        """Read the noun phrase that a stretch begins with ("said" X, "according to" X)."""
        pieces = self.pieces(span)
        if not pieces:
            return None
        words = self.words(pieces[0])
        if is_pronoun(words[0].text) or _has_possessor(words):
            return self._cast.pronoun(words[0].span)
        if words[0].lower in table.PREPOSITIONS or words[0].lower in table.CLAUSE_STARTERS:
            return None
        phrase = _first_clause(words)
        person = self._person(Span(phrase[0].start, phrase[-1].end), phrase)
        if person is None and phrase[-1].lower in table.SPEECH_NOUNS:
            # "an interview with X", "the statement by X"
            rest = self._cast.within(Span(phrase[-1].end, pieces[0].end))
            person = next((mention for mention in rest if mention.person), None)
        return person or self._named_next(pieces) or self._description(phrase)

    def main_subject(self, span: Span) -> Mention | None:
        """Read whom a sentence is about: what its main clause starts with."""
        pieces = self.pieces(span)
        for piece in pieces:
            words = self.words(piece)
            if words[0].lower not in table.ADVERBIALS:
                return self._first_subject(words)
        words = self.words(pieces[-1]) if pieces else []
        subordinate = len(words) > 1 and words[0].lower not in table.PREPOSITIONS
        return self._first_subject(words[1:]) if subordinate else None

    def _first_subject(self, words: Sequence[Word]) -> Mention | None:
        if is_pronoun(words[0].text) or _has_possessor(words):
            return self._cast.pronoun(words[0].span)
        clause = _first_clause(words)
        named = self._cast.within(Span(words[0].start, clause[-1].end))
        heads = [m for m in named if self._is_head(m, _ahead(words, m), clause)]
        people = [m for m in heads if m.person]
        at_start = [m for m in heads if m.span.start <= words[:2][-1].start]
        return next(iter(people or at_start), None) or self._plain_subject(words)

    def is_wording(self, words: Sequence[Word]) -> bool:
        """Tell whether words begin with a phrase for something said ("Smith's full statement")."""
        return _first_clause(words)[-1].lower in table.SPEECH_NOUNS

    def _plain_subject(self, words: Sequence[Word]) -> Mention | None:
        """Take the words that a clause starts with where no name is known: "Xy Z", "the coach"."""
        start = 1 if words[0].lower in table.DETERMINERS else 0
        upto = start
        while upto < len(words) and words[upto].text[0].isupper():
            upto += 1
        if start and upto == start:
            first = words[1:_TITLE_WORDS]
            heads = (n for n, word in enumerate(first, start=2) if word.lower in PERSON_HEADS)
            upto = next(heads, start)
        return self._description(words[:upto]) if upto > start else None

    def _person(self, piece: Span, words: Sequence[Word]) -> Mention | None:
        """Return the person that a noun phrase names, not one it only mentions."""
        people = (mention for mention in self._cast.within(piece) if mention.person)
        heads = [m for m in people if self._is_head(m, _ahead(words, m), words)]
        at_end = [m for m in heads if m.span.end >= words[-1].end]
        return next(iter(at_end or heads), None)

    def _is_head(self, mention: Mention, before: Sequence[Word], words: Sequence[Word]) -> bool:
        if self._cast.is_possessive(mention):
            return words[-1].lower in table.SPEECH_NOUNS
        return not _governed(before) or self._titled(mention, before, words)

    def _titled(self, mention: Mention, before: Sequence[Word], words: Sequence[Word]) -> bool:
        """Tell whether a name ends a title with a preposition in it ("Minister of Trade X")."""
        last = before[-1]
        ends = mention.span.end >= words[-1].end
        plain = last.lower not in table.PREPOSITIONS | table.DETERMINERS | PERSON_HEADS
        plain = plain and not last.lower.endswith("ing")  # "after meeting X"
        return ends and plain and not _POSSESSIVE.search(last.text)

    def _named_next(self, pieces: Sequence[Span]) -> Mention | None:
        """Return the person whom the next piece names after a title ("the mayor, X")."""
        head = self.words(pieces[0])[0].lower
        if len(pieces) == 1 or head not in table.DETERMINERS:
            return None
        start = self.words(pieces[1])[0].start
        people = [m for m in self._cast.within(pieces[1]) if m.person and m.span.start == start]
        return next((m for m in people if not self._cast.is_possessive(m)), None)

    def _description(self, words: Sequence[Word]) -> Mention | None:
        """Take a noun phrase as it stands, or the name that it is."""
        phrase = _noun_phrase(words)
        if not phrase:
            return None
        span = Span(phrase[0].start, phrase[-1].end)
        bare = phrase[1:] if phrase[0].lower in table.DETERMINERS else phrase
        inner = Span(bare[0].start, bare[-1].end) if bare else span
        for mention in self._cast.within(span):
            if mention.span.contains(inner):
                return mention
        return self._cast.described(span, phrase[-1].text)


def _without(words: Sequence[Word], leading: set[str]) -> Sequence[Word]:
    return words[1:] if words and words[0].lower in leading else words


def _ahead(words: Sequence[Word], mention: Mention) -> Sequence[Word]:
    return [word for word in words if word.end <= mention.span.start]


def _has_possessor(words: Sequence[Word]) -> bool:
    """Tell whether a phrase is somebody's words: "his statement", "her last words"."""
    if words[0].lower not in table.POSSESSIVE_PRONOUNS:
        return False
    return any(word.lower in table.SPEECH_NOUNS for word in words[1:_TITLE_WORDS])


def _governed(words: Sequence[Word]) -> bool:
    return any(word.lower in table.PREPOSITIONS for word in words)


def _last_clause(words: Sequence[Word]) -> Sequence[Word]:
    """Return the words after the last one that begins a clause or ends another's verb."""
    for number in range(len(words) - 1, -1, -1):
        lower = words[number].lower
        joins = lower in ("and", "or") and words[number + 1 :][:1]
        if joins and words[number + 1].lower not in table.DETERMINERS:
            continue
        if joins or lower in table.CLAUSE_STARTERS or lower in table.FINITE:
            return words[number + 1 :]
    return words


def _first_clause(words: Sequence[Word]) -> Sequence[Word]:
    """Return the words of the noun phrase that comes first."""
    for number, word in enumerate(words[1:], start=1):
        lower = word.lower
        if lower in table.PREPOSITIONS - table.DESCRIBING or lower in _ENDS_PHRASE:
            return words[:number]
    return words


def _noun_phrase(words: Sequence[Word]) -> Sequence[Word]:
    """Cut a stretch down to the noun phrase in it; empty if it holds none."""
    start = 0
    while start < len(words) and words[start].lower in table.AUXILIARIES:
        start += 1
    kept = _after_adverbial(words[start:])
    if not kept or kept[0].lower in table.PREPOSITIONS | {"there", "who", "which"}:
        return ()
    kept = _first_clause(kept)
    return () if len(kept) > _MAX_WORDS or not _can_speak(kept) else kept


def _after_adverbial(words: Sequence[Word]) -> Sequence[Word]:
    """Drop an adverbial that no comma sets off ("Following the visit | the mayor")."""
    if not words or words[0].lower not in table.ADVERBIALS:
        return words
    for number in range(len(words) - 1, 1, -1):
        before = words[number - 1].lower
        if words[number].lower in table.DETERMINERS and before not in table.ADVERBIALS:
            return words[number:]
    return words


def _can_speak(words: Sequence[Word]) -> bool:
    """Tell whether the words can be a speaker, not an adverb or the rest of a clause."""
    if any(is_pronoun(word.text) or word.lower.endswith(_NEGATION) for word in words):
        return False
    last = words[-1].lower
    if words[0].lower == "no":  # "says no price was agreed"
        return False
    if len(words) > 1 or words[0].text[0].isupper():
        return last not in table.DETERMINERS | table.ADVERBIALS | table.CLAUSE_STARTERS
    return last.endswith("s") or last in table.BARE_SPEAKERS
