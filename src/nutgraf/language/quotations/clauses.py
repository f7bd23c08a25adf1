"""Reads the reporter's words beside a quotation: the verb of saying and its subject.

Which stretch to read, and what to do where it names nobody, is decided in ``attribution``.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from nutgraf.article import Span
from nutgraf.language.quotations import words as table
from nutgraf.language.quotations.phrases import MASK, Phrases, Word

if TYPE_CHECKING:
    from collections.abc import Sequence

    from nutgraf.language.quotations.cast import Cast, Mention

_MARK_NEXT = re.compile(r"\s*[,:]?\s*(?:\0|\Z|that\b)")
_CLAUSE_ENDS = re.compile(r"\s*(?:[.,;:!?\0\n]|\Z)")
_DASH = re.compile(r"\s*[—–-]{1,2}\s*")  # noqa: RUF001 - dashes
_MAX_TAG_WORDS = 25  # a verb farther behind the quotation belongs to another statement
_NEW_CLAUSE = frozenset(("and", "but", "which", "who", "that", "while"))
_COLONS = (":", "：")  # noqa: RUF001 - full width
_MAX_LABEL_WORDS = 3
_JOINING = table.COORDINATORS | table.CLAUSE_STARTERS | {"also", "again", "still"}
_TELLING = frozenset(("told", "tells"))  # the hearer stands between these and the clause's end
_PUTTING = frozenset(("put", "puts"))
_PUT = re.compile(r"\s+it\b|\s[^\0.;:]{1,40}\s(?:at|as)\s*(?:\0|\Z)")  # "put it", "put it at"
_ARTICLES = frozenset(("a", "an", "the"))
_HEARER_WORDS = 6  # "in a letter to a former student who"


class Clauses:
    """The reporter's clauses of one article, quoted words masked."""

    def __init__(self, text: str, cast: Cast) -> None:
        """Read a text.

        Args:
            text: The text with ``phrases.MASK`` for every quoted code point.
            cast: Who can speak in it.
        """
        self._text = text
        self._phrases = Phrases(text, cast)

    def before(self, span: Span) -> Mention | None:
        """Name the speaker by the words before a quotation, up to its mark."""
        words = self._phrases.words(span)
        if not words or self.is_term(span):
            return None
        cued = next(reversed(self._cues(span)), None)
        for number in range(len(words) - 1, -1, -1):
            if cued is not None and cued.span.start > words[number].start:
                return cued
            if self._is_verb(words, number, span.end) and not _is_of_hearer(words, number):
                found = self._speaker(words, number, span)
                if found is not None:
                    return found
        return cued or self._labelled(span)

    def after(self, span: Span, *, loose: bool = False) -> Mention | None:
        """Name the speaker by the words after a quotation.

        Args:
            span: From the quotation's mark to where its sentence ends.
            loose: The quotation is a part of the reporter's sentence, so only a tag that
                closes a clause counts ("..., Smith said.").
        """
        words = self._phrases.words(span)[:_MAX_TAG_WORDS]
        if not words:
            return None
        if words[0].text[0].isupper() and _DASH.fullmatch(self._text, span.start, words[0].start):
            return self._phrases.following(Span(words[0].start, span.end))
        cued = next(iter(self._cues(Span(span.start, words[-1].end))), None)
        verb = next((n for n in range(len(words)) if self._is_verb(words, n, span.end)), None)
        if verb is None or (cued is not None and cued.span.start < words[verb].start):
            return cued
        if words[0].lower in _NEW_CLAUSE or (
            loose and not self._closes_clause(words[verb], span.end)
        ):
            return cued
        return self._speaker(words, verb, span) or cued

    def report(self, span: Span) -> Mention | None:
        """Name whose words a sentence of the reporter's gives ("X said he was glad.")."""
        words = self._phrases.words(span)
        for number in range(len(words)):
            if self._is_verb(words, number, span.end):
                return self._speaker(words, number, span)
        return next(iter(self._cues(span)), None)

    def about(self, span: Span) -> Mention | None:
        """Name the person or body that a sentence is about."""
        return self._phrases.main_subject(span)

    def is_tag(self, span: Span) -> bool:
        """Tell whether a sentence is no more than a tag ("Smith said on Monday.")."""
        words = self._phrases.words(span)
        for number in range(min(len(words), _MAX_TAG_WORDS)):
            if self._is_verb(words, number, span.end):
                following = words[number + 1 : number + 2]
                prepositional = bool(following) and following[0].lower in table.PREPOSITIONS
                return prepositional or self._closes_clause(words[number], span.end)
        return False

    def introduces(self, span: Span) -> bool:
        """Tell whether the words before a mark announce whole sentences."""
        return self._text[span.start : span.end].rstrip().endswith((*_COLONS, ",", "，"))  # noqa: RUF001

    def ends_in_verb(self, span: Span) -> bool:
        """Tell whether a verb of saying, or its "that", stands right before a mark."""
        words = self._phrases.words(span)[-2:]
        if words and words[-1].lower in ("that", "dass"):
            del words[-1]
        return bool(words) and self._is_verb(words, len(words) - 1, span.end)

    def announces(self, span: Span) -> Mention | None:
        """Name whose words a line with a colon at its end sets off ("The mayor's statement:")."""
        words = self._phrases.words(span)
        cued = next(reversed(self._cues(span)), None)
        if not words or cued is not None:
            return cued
        if self._is_verb(words, len(words) - 1, span.end) or self._phrases.is_wording(words):
            return self.before(span)
        return None

    def is_connective(self, span: Span) -> bool:
        """Tell whether a stretch holds nothing but words that join ("And:")."""
        return all(word.lower in _JOINING for word in self._phrases.words(span))

    def is_term(self, span: Span) -> bool:
        """Tell whether the words before a mark say that a name or a term follows."""
        words = self._phrases.words(span)[-_MAX_TAG_WORDS:]
        if not words or self._text[words[-1].end : span.end].strip():
            return False
        while len(words) > 1 and words[-1].lower in _ARTICLES:
            words.pop()
        if words[-1].lower == "as":
            return len(words) > 1 and words[-2].lower in table.TERM_LINKS
        return words[-1].lower in table.TERM_NOUNS | table.NAMING_VERBS

    def _is_verb(self, words: Sequence[Word], number: int, end: int) -> bool:
        word = words[number]
        if not word.text[0].islower():
            return False
        previous = words[number - 1].lower if number else ""
        if word.lower in table.FRENCH_PARTICIPLES:
            return previous in table.FRENCH_AUXILIARIES
        if previous in table.DETERMINERS or previous in table.POSSESSIVE_PRONOUNS:
            return False
        if word.lower in _PUTTING:
            return _PUT.match(self._text, word.end, end) is not None
        if word.lower in table.AMBIGUOUS_VERBS:
            return _MARK_NEXT.match(self._text, word.end, end) is not None
        return word.lower in table.SPEECH_VERBS or word.lower in table.SPEECH_PARTICIPLES

    def _speaker(self, words: Sequence[Word], verb: int, span: Span) -> Mention | None:
        """Return the subject of a verb of saying, or the agent of a passive one."""
        first = _first_auxiliary(words, verb)
        participle = words[verb].lower in table.SPEECH_PARTICIPLES
        if not participle and any(word.lower in table.BE for word in words[first:verb]):
            return self._agent(words[verb + 1 :], span.end)
        left = Span(span.start, words[first].start)
        gap = self._text[words[first - 1].end : left.end] if first else MASK
        if MASK in gap:
            french = words[verb].lower in table.FRENCH_PARTICIPLES
            inverted = first == verb or french
            return self._inverted(words[verb], span.end) if inverted else None
        pieces = self._phrases.pieces(left)
        if words[first - 1].lower == "by":  # "Smith began by saying": the subject is near
            return self._phrases.main_subject(pieces[-1])
        if words[first - 1].lower in table.COORDINATORS or (participle and "," in gap):
            return self._phrases.main_subject(left)
        if gap.strip():
            return self._phrases.apposed(pieces)
        return self._phrases.unclosed(pieces) or self._phrases.speaker(pieces[-1])

    def _inverted(self, verb: Word, end: int) -> Mention | None:
        """Read a subject that follows its verb ("said Smith"), as after a quotation."""
        if verb.lower in table.SPEECH_PARTICIPLES:
            return None
        return self._phrases.following(Span(verb.end, end))

    def _agent(self, words: Sequence[Word], end: int) -> Mention | None:
        agents = (word for word in words if word.lower == "by")
        return next((self._phrases.following(Span(word.end, end)) for word in agents), None)

    def _closes_clause(self, word: Word, end: int) -> bool:
        followed = word.lower in _TELLING | _PUTTING
        return followed or _CLAUSE_ENDS.match(self._text, word.end, end) is not None

    def _cues(self, span: Span) -> list[Mention]:
        """Return who is named by "according to" and its like."""
        found = (match.end() for match in _cue().finditer(self._text, span.start, span.end))
        named = (self._phrases.following(Span(at, span.end)) for at in found)
        return [mention for mention in named if mention is not None]

    def _labelled(self, span: Span) -> Mention | None:
        """Read the subject of an announcement without a verb of saying ("Smith shrugged:")."""
        announced = self._text[span.start : span.end].rstrip().endswith(_COLONS)
        if not announced or self.is_connective(span):
            return None
        words = self._phrases.words(span)
        label = len(words) <= _MAX_LABEL_WORDS and all(word.text[0].isupper() for word in words)
        return self._phrases.following(span) if label else self._phrases.main_subject(span)


def _first_auxiliary(words: Sequence[Word], verb: int) -> int:
    """Return the number of the first of the auxiliaries and adverbs right before a verb."""
    french = words[verb].lower in table.FRENCH_PARTICIPLES
    first = verb - 1 if french else verb
    while first and _is_auxiliary(words[first - 1]):
        first -= 1
    return first


def _is_of_hearer(words: Sequence[Word], verb: int) -> bool:
    """Tell whether a verb is that of the hearer ("in a letter to a student who had asked:")."""
    who = _first_auxiliary(words, verb) - 1
    if who < 0 or words[who].lower != "who":
        return False
    for number in range(who - 1, max(0, who - _HEARER_WORDS), -1):
        if words[number].lower in ("to", "with"):
            return words[number - 1].lower in table.SPEECH_NOUNS
    return False


def _is_auxiliary(word: Word) -> bool:
    adverb = word.text.islower() and word.text.endswith("ly")
    return adverb or word.lower in table.AUXILIARIES


@cache
def _cue() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, table.CUES))})\b", re.IGNORECASE)
