"""Who claims something in a sentence of an article, or may be meant by "he" and "she" there."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from nutgraf.article import Span
from nutgraf.grounding.speakers import is_name, sexes_differ
from nutgraf.language.predicates import Clause
from nutgraf.language.quotations.cast import is_pronoun
from nutgraf.language.quotations.words import SPEECH_VERBS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from nutgraf.grounding.occurrences import Occurrences
    from nutgraf.language.predicates import Predicate
    from nutgraf.language.readings import Readings
    from nutgraf.language.sentences import Sentence

# "Holloway's coach, Jonah Quill, said", "said the Holloway coach, Jonah Quill."
_APPOSED: Final = re.compile(
    r"(?:\s[a-z][a-z-]+){0,3},\s+((?:[A-Z][\w.'\u2019-]*\s+)+[A-Z][\w'\u2019-]*)(?=[,.;])"
)
_STATING: Final = frozenset({Clause.MAIN, Clause.COMPLEMENT})
_SENTENCES_BACK: Final = 2  # as far as the subject is looked for whom a pronoun stands for


@dataclass(frozen=True, slots=True)
class Sayer:
    """Who claims something.

    Attributes:
        words: A name or a description.
        sentence: The sentence that has the claim.
        verb: By which he claims it, in its dictionary form.
        pronoun: What stands for him there; None where the words do themselves.
    """

    words: str
    sentence: Sentence
    verb: str
    pronoun: str | None = None


def sources(sentences: Iterable[Sentence], readings: Readings) -> list[Span]:
    """Return who claims something in some sentences, in reading order, quotations left out."""
    predicates = (p for sentence in sentences for p in readings.predicates_in(sentence))
    claims = (p.attribution for p in predicates)
    spans = {by.source for by in claims if by is not None and by.source and not by.quoted}
    return sorted(spans, key=lambda span: span.start)


def named_beside(text: str, words: Span) -> Span:
    """Return where a description or a name stands, or the name between commas beside it."""
    apposed = _APPOSED.match(text, words.end)
    return Span(*apposed.span(1)) if apposed else words


class Sayers:
    """Finds who claims something in the sentences of one article."""

    def __init__(self, readings: Readings, occurrences: Occurrences) -> None:
        self._readings = readings
        self._text = readings.article.text
        self._occurrences = occurrences

    def of(self, sentences: Iterable[Sentence]) -> list[Sayer]:
        """Return who claims something in some sentences, quoted or not."""
        return [sayer for sentence in sentences for sayer in self._in(sentence)]

    def _in(self, sentence: Sentence) -> Iterator[Sayer]:
        for span, verb in self._claims(sentence):
            words = named_beside(self._text, span).of(self._text)
            if not is_pronoun(words):
                yield Sayer(words, sentence, verb)
                continue
            meant = self._meant_by(words, sentence)
            if meant is not None:
                yield Sayer(meant, sentence, verb, words)
        for quotation in self._readings.quotations:
            if quotation.speaker is not None and quotation.span.overlaps(sentence.span):
                yield Sayer(quotation.speaker, sentence, "say")

    def _claims(self, sentence: Sentence) -> list[tuple[Span, str]]:
        """Return who claims something, with the verb; of two readings of one name the longer."""
        predicates = self._readings.predicates_in(sentence)
        attributed = (p.attribution for p in predicates)
        found = {by.source: by.lemma for by in attributed if by and by.source and not by.quoted}
        found |= {span: verb for span, verb in self._subjects(predicates) if span not in found}
        return [
            (span, verb)
            for span, verb in found.items()
            if not any(span != other and other.contains(span) for other in found)
        ]

    def _subjects(self, predicates: Iterable[Predicate]) -> Iterator[tuple[Span, str]]:
        """Yield who does what verbs of speaking tell, whatever follows ("denied it")."""
        for predicate in predicates:
            says = predicate.verb.of(self._text).casefold() in SPEECH_VERBS
            told = predicate.finite and not predicate.passive and predicate.clause in _STATING
            if says and told and predicate.subject is not None:
                yield predicate.subject.heads[0], predicate.lemma

    def _meant_by(self, pronoun: str, sentence: Sentence) -> str | None:
        """Return the person who is the subject of a sentence shortly before."""
        for back in range(1, _SENTENCES_BACK + 1):
            earlier = self._readings.sentence(sentence.number - back)
            if earlier is None:
                return None
            for name in self._people(self._readings.predicates_in(earlier)):
                if not sexes_differ(name, pronoun):
                    return name
        return None

    def _people(self, predicates: Iterable[Predicate]) -> Iterator[str]:
        """Yield the people who are subjects of main clauses, the last first."""
        for predicate in reversed(tuple(predicates)):
            if predicate.subject is None or predicate.clause is not Clause.MAIN:
                continue
            words = named_beside(self._text, predicate.subject.heads[-1]).of(self._text)
            known = self._occurrences.named(words) if is_name(words) else None
            if known is not None and known.kind == "person":
                yield known.canonical
