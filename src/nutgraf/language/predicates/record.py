"""What is known of one predicate: its verb, who does what to whom, whether, and who says so."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from nutgraf.article import Span
    from nutgraf.language.status_cues import Status


class Clause(StrEnum):
    """What kind of clause a predicate is the verb of."""

    MAIN = "main"
    COMPLEMENT = "complement"  # "said THAT IT SANK", "asked whether it sank"
    RELATIVE = "relative"  # "the ship, WHICH SANK"; also "men ARRESTED on Monday"
    ADVERBIAL = "adverbial"  # "after it sank", "although it sank"
    CONDITION = "condition"  # "if it sinks"
    INFINITIVE = "infinitive"  # "agreed TO MEET": what another verb, adjective or noun governs
    PURPOSE = "purpose"  # "met TO DISCUSS tariffs"
    GERUND = "gerund"  # "denied TAKING bribes", "without PAYING"
    PARTICIPLE = "participle"  # "left, SAYING nothing"


@dataclass(frozen=True, slots=True)
class Participant:
    """A noun phrase that takes part in what a predicate says.

    Attributes:
        span: The whole phrase, with its determiner, what is joined to it by "and" and by "of".
        heads: The head word of each joined phrase, a name as a whole ("Nora Bell"); never empty.
    """

    span: Span
    heads: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Attribution:
    """Whose claim a predicate is, where it is not the article's own.

    Attributes:
        source: Who claims it; None where nobody is named ("reportedly", "is said to").
        cue: The words that attribute it ("said", "according to", "allegedly"); None for a
            quotation that no verb of saying stands beside.
        lemma: The cue in its dictionary form ("say", "according to", "allegedly"), or an empty
            string where there is no cue.
        factive: Whether the cue also takes the claim for true ("confirmed", "found", "admitted").
        quoted: Whether the predicate stands between quotation marks.
    """

    source: Span | None
    cue: Span | None
    lemma: str
    factive: bool = False
    quoted: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Predicate:
    """One verb group of a sentence. All spans index ``Article.text``.

    Attributes:
        span: The whole group with auxiliaries and negator ("had not been told"). Where a subject
            stands inside it ("Did the bank raise"), it is covered too.
        verb: The main verb alone.
        lemma: The verb's dictionary form, in lower case.
        particle: "out" of "ruled out"; None where there is none.
        status: Whether what the predicate says took place, its negation left aside. ``DENIED``
            is what somebody denies, what was called off and what would have happened.
        negated: Whether it is said not to be so. Two negations cancel.
        passive: Whether the verb is in the passive voice.
        finite: Whether the group has a tense (or is the verb of a headline).
        subject: Who or what it is said of; for a passive, to whom it is done. The antecedent for a
            relative pronoun, the subject of the governing verb for an infinitive.
        object: The direct object of an active verb.
        agent: Who does it, for a passive with "by".
        complement: What a form of "be", "become" or "remain" says of its subject.
        clause: The kind of clause that it is the verb of.
        conditional: Whether it stands under a condition, or is one.
        question: Whether it is asked.
        governor: The verb, adjective or noun that it depends on ("agreed", "likely", "plan").
        attribution: Whose claim it is; None where the article states it itself.
    """

    span: Span
    verb: Span
    lemma: str
    particle: str | None = None
    status: Status
    negated: bool = False
    passive: bool = False
    finite: bool = True
    subject: Participant | None = None
    object: Participant | None = None
    agent: Participant | None = None
    complement: Span | None = None
    clause: Clause = Clause.MAIN
    conditional: bool = False
    question: bool = False
    governor: Span | None = None
    attribution: Attribution | None = None

    @property
    def subordinate(self) -> bool:
        """Whether it is the verb of anything but a main clause."""
        return self.clause is not Clause.MAIN
