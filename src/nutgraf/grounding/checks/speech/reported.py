"""The check of who is said to have said something without being quoted ("X denied that ...").

Words between quotation marks are compared by ``quotations``. Only English is read.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from nutgraf.grounding.checks.speech.sayers import (
    Sayers,
    mentions_in,
    named_beside,
    sources,
    tellers,
    whole_name,
)
from nutgraf.grounding.claim_words import PLAIN
from nutgraf.grounding.speakers import Speakers, is_name
from nutgraf.language.negation_cues import clause_around
from nutgraf.language.opposites import verb_class
from nutgraf.language.quotations.cast import PERSON_HEADS
from nutgraf.schema.fields import Passage
from nutgraf.schema.result import Finding

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from nutgraf.article import Span
    from nutgraf.grounding.checks.speech.sayers import Sayer
    from nutgraf.grounding.statements import Statement, Subject
    from nutgraf.language.sentences import Sentence

_LOOKED_AT = 3  # sentences that say most of a statement
# Of a claim's words without the source's, rare ones weighing more.
_CITED_SAYS_IT = 0.35
_SAYS_IT = 0.5
_FEWEST_WORDS = 3  # of a claim, for its sentence to be found by them


def check_reported(subject: Subject) -> Iterator[Finding]:
    """Report claims that the article gives to somebody else."""
    check = _Reported(subject)
    for statement in subject.reworded:
        given = dict.fromkeys(sources(statement.readings.sentences, statement.readings))
        told = dict(tellers(statement.readings.sentences, statement.readings))
        for source in sorted({**told, **given}, key=lambda span: span.start):
            verb = told.get(source) if source not in given else None
            finding = check.somebody_else(statement, source, verb)
            if finding is not None:
                yield finding


class _Reported:
    """Compares who is said to claim something with who claims it in one article."""

    def __init__(self, subject: Subject) -> None:
        self._subject = subject
        self._text = subject.readings.article.text
        self._speakers = Speakers(subject.readings, subject.occurrences)
        self._sayers = Sayers(subject.readings, subject.occurrences)

    def somebody_else(self, statement: Statement, given: Span, verb: str | None) -> Finding | None:
        """Return a finding if whoever is named in the sentences that say it is somebody else.

        Args:
            statement: What is said.
            given: Who claims something in it.
            verb: By which he claims it, if no clause follows it: then the article has to have it.
        """
        name = whole_name(given, mentions_in(statement.readings))
        source = named_beside(statement.text, name).of(statement.text)
        is_role = not is_name(source) or source.split()[-1].casefold() in PERSON_HEADS
        if self._subject.is_long and not statement.cited and is_role:
            return None  # in a meeting or a story there are many of whom "the minister" may be one
        claimed = _claimed(statement, given)
        carrying = self._carrying(statement, claimed)
        told = self._sayers.of(carrying) or self._sayers.of(statement.cited)
        same_verb = _with_verb_of(statement, given, told) if verb is None else _with(verb, told)
        named = [sayer for sayer in same_verb if is_name(sayer.words)]
        if not named or not all(self._differs(source, sayer) for sayer in named):
            return None
        looked_at = [*carrying, *(one for one in statement.cited if one not in carrying)]
        if any(self._speakers.is_named_within(source, one.span) for one in looked_at):
            return None
        if any(self._may_go_on(source, claimed, one) for one in carrying or looked_at):
            return None
        return self._finding(statement, given, source, named[0], looked_at)

    def _differs(self, source: str, sayer: Sayer) -> bool:
        return self._speakers.differ(source, sayer.words, sayer.words)

    def _may_go_on(self, source: str, claimed: str, sentence: Sentence) -> bool:
        """Tell whether a sentence beside names a source, who may go into the claim there.

        One that has a claim of that source's own does not go into this one.
        """
        readings, share = self._subject.readings, self._subject.relevance.share
        for number in (sentence.number - 1, sentence.number + 1):
            beside = readings.sentence(number)
            if beside is None or not self._speakers.is_named_within(source, beside.span):
                continue
            theirs = (span.of(self._text) for span in sources([beside], readings))
            own = any(is_name(w) and not self._speakers.differ(source, w, w) for w in theirs)
            if not own or share(claimed, [beside]) >= share(claimed, [sentence]):
                return True
        return False

    def _carrying(self, statement: Statement, claimed: str) -> list[Sentence]:
        """Return the sentences that say what is claimed, the one that says most of it first."""
        relevance = self._subject.relevance
        among = statement.cited or relevance.best(claimed, _LOOKED_AT)
        least = _CITED_SAYS_IT if statement.cited else _SAYS_IT
        shares = [(relevance.share(claimed, [sentence]), sentence) for sentence in among]
        shares.sort(key=lambda pair: (-pair[0], pair[1].number))
        return [sentence for share, sentence in shares if share >= least]

    def _finding(
        self,
        statement: Statement,
        given: Span,
        source: str,
        sayer: Sayer,
        looked_at: Sequence[Sentence],
    ) -> Finding:
        certain = bool(statement.cited) and sayer.pronoun is None
        return Finding(
            path=statement.path,
            kind="misattributed",
            severity="error" if certain else "warning",
            message=f"the article gives this to {sayer.words!r}, not to {source!r} "
            f"(sentence {sayer.sentence.number})",
            said=Passage.at(given, statement.text),
            passages=tuple(Passage.at(sentence.span, self._text) for sentence in looked_at),
        )


def _with_verb_of(statement: Statement, given: Span, told: Sequence[Sayer]) -> Sequence[Sayer]:
    """Return who does it with the statement's verb, if that is a telling one ("denied")."""
    verbs = {
        verb_class(p.attribution.lemma, None)
        for sentence in statement.readings.sentences
        for p in statement.readings.predicates_in(sentence)
        if p.attribution is not None and p.attribution.source == given
    }
    same = [sayer for sayer in told if verb_class(sayer.verb, None) in verbs - PLAIN]
    return same or told


def _with(verb: str, told: Sequence[Sayer]) -> Sequence[Sayer]:
    """Return who does with the same verb what the statement says without a clause."""
    return [sayer for sayer in told if verb_class(sayer.verb, None) == verb_class(verb, None)]


def _claimed(statement: Statement, given: Span) -> str:
    """Return the words of the clauses that a source claims, or all but the source's."""
    text, readings = statement.text, statement.readings
    predicates = (p for s in readings.sentences for p in readings.predicates_in(s))
    clauses = {
        clause_around(text, p.span.start, p.span.end)
        for p in predicates
        if p.attribution is not None and p.attribution.source == given
    }
    words = " ".join(sorted(clauses)).replace(given.of(text), " ")
    if len(words.split()) > _FEWEST_WORDS:
        return words
    return text[: given.start] + text[given.end :]
