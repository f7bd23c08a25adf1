"""The clauses that are open at one point of a sentence, as frames on a stack."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from nutgraf.language.predicates.record import Clause

if TYPE_CHECKING:
    from nutgraf.language.predicates.drafts import Claim, Draft
    from nutgraf.language.predicates.governors import Effect
    from nutgraf.language.predicates.phrases import Phrase


@dataclass(slots=True, eq=False)
class Frame:
    """One open clause.

    Attributes:
        clause: What kind of clause it is.
        host: The predicate in whose clause it stands, or that governs it.
        governor: The word that governs it.
        effect: What the governor says of it.
        claim: Whose claim it is, where the governor tells.
        noun: For a clause with "that" after a noun, the noun.
        antecedent: For a relative clause, the phrase that it describes.
        gap: Whether the antecedent is the relative clause's object.
        comma: Whether it was opened behind a comma, so that the next one closes it.
        preposed: Whether it stands before the verb of the clause around it.
        free: The phrases since its last finite verb that may be the subject of the next, each with
            the number of its chunk.
        head: Its latest finite predicate.
        last: Its latest predicate of any form.
        link: The conjunction or mark since its last predicate.
        linked_at: The number of the chunk that it is.
        after_comma: Whether a comma stands before the conjunction.
        gerund: Whether a gerund is the subject of its first verb ("said ADDING salt would help").
        conditional: Whether its next predicate stands under a condition.
    """

    clause: Clause = Clause.MAIN
    host: Draft | None = None
    governor: int | None = None
    effect: Effect | None = None
    claim: Claim | None = None
    antecedent: Phrase | None = None
    noun: Phrase | None = None
    gap: bool = False
    comma: bool = False
    preposed: bool = False
    free: list[tuple[int, Phrase]] = field(default_factory=list)
    head: Draft | None = None
    last: Draft | None = None
    link: str = ""
    linked_at: int = 0
    after_comma: bool = False
    gerund: bool = False
    conditional: bool = False
    interrogative: bool = False

    def behind_link(self) -> list[Phrase]:
        """Return the free phrases behind its latest conjunction or mark, if it has a verb."""
        if self.head is None or not self.link:
            return []
        return [phrase for at, phrase in self.free if at > self.linked_at]
