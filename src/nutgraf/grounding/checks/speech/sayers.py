"""Who claims something in a sentence of an article, or may be meant by "he" and "she" there."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from nutgraf.article import Span
from nutgraf.grounding.speakers import is_name, may_be_a_body, sexes_differ
from nutgraf.language.predicates import Clause
from nutgraf.language.quotations.cast import is_pronoun
from nutgraf.language.quotations.words import SPEECH_VERBS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from nutgraf.grounding.occurrences import Occurrences
    from nutgraf.language.names import Name
    from nutgraf.language.predicates import Predicate
    from nutgraf.language.readings import Readings
    from nutgraf.language.sentences import Sentence

# "Holloway's coach, Jonah Quill, said", "said the Holloway coach, Jonah Quill."
_APPOSED: Final = re.compile(
    r"(?:\s[a-z][a-z-]+){0,3},\s+((?:[A-Z][\w.'\u2019-]*\s+)+[A-Z][\w'\u2019-]*)(?=[,.;])"
)
# "The supplier, Corvane, denied": behind a name one word between commas may be anything.
_APPOSED_TO_A_ROLE: Final = re.compile(r"(?:\s[a-z][a-z-]+){0,3},\s+([A-Z][\w'\u2019-]+)(?=,)")
# "BRENNICK, May 3 (Alderwire) -- Lumivar said": what is left of it is no subject.
_DATELINE: Final = re.compile(r"[^.\n]{0,40}?\s(?:--|[\u2013\u2014])\s+")
# Behind "the", one of these stands for the body of which the text was speaking.
_BODIES: Final = frozenset(
    """
    agency airline association bank board carmaker charity club commission committee company
    council firm foundation group institute league manufacturer maker ministry organisation
    organization party publisher regulator retailer supplier union university utility
    """.split()  # noqa: SIM905 - a table
)
# Verbs that say what is claimed by a noun too ("announced the recall", "denied it").
_CLAIMING_A_NOUN: Final = frozenset(
    "accuse announce condemn confirm criticise criticize deny dispute praise predict reject "  # noqa: SIM905
    "welcome".split()
)
_TOLD_OF: Final = frozenset({Clause.MAIN, Clause.COMPLEMENT, Clause.RELATIVE})
_STATING: Final = frozenset({Clause.MAIN, Clause.COMPLEMENT})
_OF_A_BODY: Final = frozenset({"it", "they"})
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


def tellers(sentences: Iterable[Sentence], readings: Readings) -> list[tuple[Span, str]]:
    """Return who alone claims, by a noun, what in some sentences ("X denied it"), with the verb."""
    predicates = [p for sentence in sentences for p in readings.predicates_in(sentence)]
    cues = [p.attribution.cue for p in predicates if p.attribution and p.attribution.cue]
    return [
        (p.subject.heads[0], p.lemma)
        for p in predicates
        if p.subject is not None
        and len(p.subject.heads) == 1
        and p.lemma in _CLAIMING_A_NOUN
        and p.finite
        and not p.passive
        and not p.negated
        and p.clause in _TOLD_OF
        and not any(cue.overlaps(p.span) for cue in cues)
    ]


def named_beside(text: str, words: Span) -> Span:
    """Return where a description or a name stands, or the name between commas beside it."""
    apposed = _APPOSED.match(text, words.end)
    if apposed is None and not is_name(words.of(text)):
        apposed = _APPOSED_TO_A_ROLE.match(text, words.end)
    return Span(*apposed.span(1)) if apposed else words


def mentions_in(readings: Readings) -> list[Span]:
    """Return where a text names anybody or anything, in reading order."""
    return sorted(mention for name in readings.names for mention in name.mentions)


def whole_name(words: Span, mentions: Sequence[Span]) -> Span:
    """Return the name that some words are part of ("Office" of "Office for Trade"), else them.

    Args:
        words: Some words of a text.
        mentions: Where it has names, in reading order.
    """
    at = bisect_right(mentions, words.start, key=lambda mention: mention.start)
    return next(
        (mention for mention in mentions[max(0, at - 1) : at] if mention.contains(words)), words
    )


class Sayers:
    """Finds who claims something in the sentences of one article."""

    def __init__(self, readings: Readings, occurrences: Occurrences) -> None:
        self._readings = readings
        self._text = readings.article.text
        self._occurrences = occurrences
        self._mentions = mentions_in(readings)

    def of(self, sentences: Iterable[Sentence]) -> list[Sayer]:
        """Return who claims something in some sentences, quoted or not."""
        return [sayer for sentence in sentences for sayer in self._in(sentence)]

    def _in(self, sentence: Sentence) -> Iterator[Sayer]:
        for claimed, verb in self._claims(sentence):
            span = self._behind_dateline(claimed, sentence)
            words = named_beside(self._text, whole_name(span, self._mentions)).of(self._text)
            if not _stands_for_another(words):
                yield Sayer(words, sentence, verb)
                continue
            meant = self._meant_by(words, sentence)
            if meant is not None:
                yield Sayer(meant, sentence, verb, words)
            elif not is_pronoun(words):
                yield Sayer(words, sentence, verb)
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
                head, subject = predicate.subject.heads[0], predicate.subject.span
                named = is_name(head.of(self._text))
                yield head if named else Span(subject.start, head.end), predicate.lemma

    def _behind_dateline(self, words: Span, sentence: Sentence) -> Span:
        """Return the name that follows the place of a report, if that was taken for a subject."""
        dateline = _DATELINE.match(self._text, words.end, sentence.span.end)
        if dateline is None or words.start != sentence.span.start:
            return words
        name = whole_name(Span(dateline.end(), dateline.end() + 1), self._mentions)
        return name if len(name.of(self._text)) > 1 else words

    def _meant_by(self, words: str, sentence: Sentence) -> str | None:
        """Return the person, or the body, that is the subject of a sentence shortly before."""
        is_body = words.casefold() in _OF_A_BODY or not is_pronoun(words)
        for back in range(1, _SENTENCES_BACK + 1):
            earlier = self._readings.sentence(sentence.number - back)
            if earlier is None:
                return None
            for name in self._subjects_of(self._readings.predicates_in(earlier)):
                if is_body and may_be_a_body(name):
                    return name.canonical
                is_person = not is_body and name.kind == "person"
                if is_person and not sexes_differ(name.canonical, words):
                    return name.canonical
        return None

    def _subjects_of(self, predicates: Iterable[Predicate]) -> Iterator[Name]:
        """Yield the names that are subjects of main clauses, the last first."""
        for predicate in reversed(tuple(predicates)):
            if predicate.subject is None or predicate.clause is not Clause.MAIN:
                continue
            head = whole_name(predicate.subject.heads[-1], self._mentions)
            words = named_beside(self._text, head).of(self._text)
            known = self._occurrences.named(words) if is_name(words) else None
            if known is not None:
                yield known


def _stands_for_another(words: str) -> bool:
    """Tell a pronoun, or a noun for a body that was named before ("the company")."""
    article, *nouns = words.casefold().split()
    return is_pronoun(words) or (article == "the" and len(nouns) == 1 and nouns[0] in _BODIES)
