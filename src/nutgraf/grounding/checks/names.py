"""Checks of the names inside statements: does the article have them, and where it says this."""

from __future__ import annotations

import re
from collections import defaultdict
from functools import cached_property
from typing import TYPE_CHECKING, Final

from nutgraf.grounding.checks.clauses import Clause
from nutgraf.grounding.checks.places import passages_at, support_passages, words_said
from nutgraf.grounding.name_variants import folded_words
from nutgraf.language.function_words import FUNCTION_WORDS
from nutgraf.language.names import gazetteer
from nutgraf.language.names.tokens import is_common
from nutgraf.schema.result import Finding

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from nutgraf.article import Span
    from nutgraf.grounding.statements import Statement, Subject
    from nutgraf.language.names import Name
    from nutgraf.language.sentences import Sentence
    from nutgraf.schema.fields import Passage
    from nutgraf.schema.result import FindingKind, Severity

_PRONOUN: Final = re.compile(
    r"\b(?:he|she|it|they|we|i|him|her|them|us|me|his|hers|its|their|our|my|who)\b", re.IGNORECASE
)
_CONTEXT_BEFORE: Final = 3
"""A name this many sentences before what is cited may be meant there by a pronoun or a title."""
_PRONOUNS_REACH: Final = 8
_CONTEXT_BEHIND: Final = 1
_MEANT_BEHIND: Final = 3
"""A pronoun in the next two sentences may mean it."""
_LEAD_SENTENCES: Final = 3
_SAYS_IT: Final = 0.4
_CLEARLY_MORE: Final = 0.3


def check_names(subject: Subject) -> Iterator[Finding]:
    """Report names that the article does not have, and names that it has in another place."""
    article = _ArticleNames(subject)
    # Capitals mark names in English; German writes all nouns with them.
    foreign = subject.readings.language != "en"
    for statement in subject.statements:
        for name in statement.readings.names:
            if foreign and not _is_surely_a_name(name):
                continue
            finding = _Named(subject, statement, name, article).finding()
            if finding is not None:
                yield finding


def _is_surely_a_name(name: Name) -> bool:
    """Tell whether two capitals stand inside a statement, which marks names in most languages."""
    words = name.canonical.split()
    inside = name.mentions[0].start > 0
    return inside and len(words) > 1 and all(word[0].isupper() for word in words)


class _ArticleNames:
    """The names of the article by sentence, and its main ones."""

    def __init__(self, subject: Subject) -> None:
        self._readings = subject.readings

    @cached_property
    def by_sentence(self) -> dict[int, list[Name]]:
        """The names that each sentence has, by its number."""
        found: defaultdict[int, list[Name]] = defaultdict(list)
        for name in self._readings.names:
            for number in sorted(self.sentences_of(name.mentions)):
                found[number].append(name)
        return dict(found)

    def sentences_of(self, spans: Iterable[Span]) -> set[int]:
        """Return the numbers of the sentences of some places."""
        return {s.number for span in spans for s in self._readings.sentences_at(span)}

    @cached_property
    def title(self) -> frozenset[str]:
        """The words of the article's title."""
        return frozenset(folded_words(self._readings.article.title or ""))

    def is_main(self, name: Name) -> bool:
        """Tell whether the article is about somebody, who then need not be named everywhere."""
        if self.title & set(folded_words(name.canonical)):
            return True
        return min(self.sentences_of(name.mentions[:1]), default=0) <= _LEAD_SENTENCES


class _Named:
    """One name of a statement against the names of the article."""

    def __init__(
        self, subject: Subject, statement: Statement, name: Name, article: _ArticleNames
    ) -> None:
        self._subject = subject
        self._statement = statement
        self._name = name
        self._article = article
        self._words = folded_words(name.canonical)

    def finding(self) -> Finding | None:
        """Return what is wrong with the name, or None."""
        mixed = self._subject.occurrences.mixed(self._name.canonical)
        places = self._subject.occurrences.of_name(self._name.canonical)
        if not places:
            return self._mixed(mixed) if mixed else self._unknown()
        known = self._subject.occurrences.named(self._name.canonical)
        if known is None:
            return None
        if self._is_author or self._is_quoted_here:
            return None
        if self._statement.cited and (finding := self._uncited_name(known)):
            return finding
        return self._name_of_another(known)

    @property
    def _is_author(self) -> bool:
        """Whether it names who wrote the article, who is "I" there."""
        authors = self._subject.readings.article.authors
        return any(not set(self._words).isdisjoint(folded_words(author)) for author in authors)

    @property
    def _is_quoted_here(self) -> bool:
        """Whether the statement gives somebody words; whose they are is for another check."""
        speakers = (quotation.speaker_span for quotation in self._statement.readings.quotations)
        return any(
            span.overlaps(mention) for span in speakers if span for mention in self._name.mentions
        )

    def _mixed(self, people: Sequence[Name]) -> Finding:
        names = " and ".join(repr(name.canonical) for name in people[:2])
        return self._made(
            "unknown_name",
            "error",
            f"the name {self._name.canonical!r} is mixed from those of {names}",
            passages_at(self._subject.readings, (name.mentions[0] for name in people)),
        )

    def _unknown(self) -> Finding | None:
        title = self._article.title
        if any(word in title for word in self._words):
            return None
        telling = [word for word in self._words if not is_common(word)] or list(self._words)
        present = [word for word in telling if self._subject.occurrences.has_word(word)]
        if not present:
            return self._made(
                "unknown_name",
                "error",
                f"the name {self._name.canonical!r} does not occur in the article",
                (),
            )
        return self._other_given_name()

    def _other_given_name(self) -> Finding | None:
        """Report somebody with another given name than all of that surname in the article."""
        if self._name.kind != "person" or len(self._words) < 2:  # noqa: PLR2004 - given, surname
            return None
        given, surname = self._words[0], self._words[-1]
        if is_common(given) or self._subject.occurrences.has_word(given):
            return None
        people = [
            name
            for name in self._subject.readings.names
            if name.kind == "person"
            and len(words := folded_words(name.canonical)) > 1
            and words[-1] == surname
        ]
        if not people:
            return None
        names = " and ".join(repr(name.canonical) for name in people[:2])
        return self._made(
            "unknown_name",
            "error",
            f"the name {self._name.canonical!r} does not occur in the article; it has {names}",
            passages_at(self._subject.readings, (name.mentions[0] for name in people)),
        )

    def _uncited_name(self, known: Name) -> Finding | None:
        """Report a name that stands nowhere near what is cited, which is about somebody else."""
        cited = {sentence.number for sentence in self._statement.cited}
        before = _PRONOUNS_REACH if self._has_a_pronoun else _CONTEXT_BEFORE
        near = {number + step for number in cited for step in range(-before, _CONTEXT_BEHIND + 1)}
        if not near.isdisjoint(self._article.sentences_of(known.mentions)):
            return None
        if self._is_meant_in(self._statement.cited, known) or self._speaks_there(known):
            return None
        rivals = self._rivals(known, cited)
        if self._article.is_main(known) and (self._has_a_pronoun or not rivals):
            return None
        instead = f"; they have {rivals[0].canonical!r}" if rivals else ""
        return self._made(
            "name",
            "warning",
            f"{self._name.canonical!r} is not in or near the cited sentences{instead}",
            support_passages(self._statement, self._subject.readings),
        )

    def _is_meant_in(self, sentences: Sequence[Sentence], known: Name) -> bool:
        """Tell whether sentences have a word of the name: "the trust" is "Estuary Trust"."""
        text = self._subject.readings.article.text
        there = {w for sentence in sentences for w in folded_words(sentence.span.of(text))}
        own = {*self._words, *folded_words(known.canonical)} - FUNCTION_WORDS["en"]
        return not own.isdisjoint(there)

    def _speaks_there(self, known: Name) -> bool:
        """Tell whether the article gives somebody words in what is cited, named there or not."""
        cited = [sentence.span for sentence in self._statement.cited]
        speakers = (
            quotation.speaker
            for quotation in self._subject.readings.quotations
            if quotation.speaker and any(span.overlaps(quotation.span) for span in cited)
        )
        return any(self._subject.occurrences.named(speaker) is known for speaker in speakers)

    @property
    def _has_a_pronoun(self) -> bool:
        """Whether what is cited has a pronoun that may stand for the name."""
        text = self._subject.readings.article.text
        return any(_PRONOUN.search(s.span.of(text)) for s in self._statement.cited)

    def _rivals(self, known: Name, sentences: Iterable[int]) -> list[Name]:
        """Return the names of the same kind in these sentences that the statement does not have."""
        said = {w for name in self._statement.readings.names for w in folded_words(name.canonical)}
        return [
            name
            for number in sentences
            for name in self._article.by_sentence.get(number, [])
            if name is not known
            and name.kind == known.kind
            and said.isdisjoint(folded_words(name.canonical))
        ]

    def _name_of_another(self, known: Name) -> Finding | None:
        """Report a name whose clause the article says of another one, and nowhere near it."""
        clause = Clause(self._subject, self._statement.text, self._name.mentions[0])
        if not clause.tells or known.kind == "other":
            return None
        own = self._article.sentences_of(known.mentions)
        for sentence, share in clause.carriers(_SAYS_IT):
            if own & {sentence.number - step for step in range(_MEANT_BEHIND)}:
                return None
            if self._is_meant_in([sentence], known):
                return None
            rivals = self._rivals(known, [sentence.number])
            rivals = [name for name in rivals if _are_on_one_level(name, known)]
            if rivals and share - clause.share_near(known.mentions) >= _CLEARLY_MORE:
                return self._made(
                    "name",
                    "warning",
                    f"sentence {sentence.number} says this of {rivals[0].canonical!r}, "
                    f"not of {self._name.canonical!r}",
                    passages_at(self._subject.readings, [sentence.span]),
                )
        return None

    def _made(
        self, kind: FindingKind, severity: Severity, message: str, passages: tuple[Passage, ...]
    ) -> Finding:
        return Finding(
            path=self._statement.path,
            kind=kind,
            severity=severity,
            message=message,
            said=words_said(self._statement, self._name.mentions[0]),
            passages=passages,
        )


def _are_on_one_level(one: Name, other: Name) -> bool:
    """Tell whether one cannot simply lie in the other, as a bridge does in a country."""
    if one.kind != "place":
        return True
    return (one.canonical in gazetteer.PLACES) == (other.canonical in gazetteer.PLACES)
