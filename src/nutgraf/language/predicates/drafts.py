"""A predicate while it is being read: its verb group and what has been found of it so far."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from nutgraf.language.predicates.record import Clause

if TYPE_CHECKING:
    from nutgraf.language.predicates.governors import Effect
    from nutgraf.language.predicates.groups import Group
    from nutgraf.language.predicates.phrases import Phrase


@dataclass(frozen=True, slots=True)
class Claim:
    """Whose claim something is; ``first`` and ``last`` are the words that say so."""

    source: Phrase | None
    first: int
    last: int
    lemma: str
    factive: bool = False


@dataclass(slots=True, eq=False)
class Draft:
    """A predicate in the making; word numbers throughout.

    Attributes:
        addressee: The first of two objects ("told REPORTERS something").
        host: The predicate that governs this one or in whose clause it stands.
        governor: The word that governs it, be it verb, adjective or noun.
        effect: What the governor says of it.
        reached: Whether the governor's own negation reaches into it.
        claim: Whose claim it is, where that is told right here; else it is what the host's is.
        hearsay: The adverb that gives it to nobody in particular ("reportedly").
        adverbs: The adverbs and times of its clause, in lower case.
        retained: A phrase behind a participle: its object, should it turn out to be a past tense.
        noun: For a clause with "that" after a noun, the noun ("the claim that").
        opens: Whether it is a gerund that opens its clause, so that it may be the subject.
        governs: Whether a clause has been opened that it governs.
        complement: First and last word of what a copula says.
    """

    group: Group
    lemma: str
    clause: Clause = Clause.MAIN
    subject: Phrase | None = None
    object: Phrase | None = None
    addressee: Phrase | None = None
    retained: Phrase | None = None
    noun: Phrase | None = None
    governs: bool = False
    opens: bool = False
    agent: Phrase | None = None
    complement: tuple[int, int] | None = None
    host: Draft | None = None
    governor: int | None = None
    effect: Effect | None = None
    reached: bool = False
    claim: Claim | None = None
    conditional: bool = False
    question: bool = False
    hearsay: int | None = None
    adverbs: list[str] = field(default_factory=list)
