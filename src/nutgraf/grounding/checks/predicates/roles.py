"""Checks of who does what to whom: roles changed over, or given to somebody else."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from nutgraf.grounding.checks.predicates.counterparts import Counterparts, doer, done_to
from nutgraf.grounding.checks.predicates.likeness import Likeness
from nutgraf.language.predicates import Clause
from nutgraf.schema.fields import Passage
from nutgraf.schema.result import Finding

if TYPE_CHECKING:
    from collections.abc import Iterator

    from nutgraf.grounding.checks.predicates.counterparts import Counterpart
    from nutgraf.grounding.statements import Statement, Subject
    from nutgraf.language.predicates import Predicate

# Whoever does these with somebody has it done with them as well. The class of symmetric verbs as in
# Levin, English Verb Classes and Alternations (1993), 36 and 22.2.
_SYMMETRIC: Final = frozenset(
    """meet marry divorce date fight debate join merge match equal resemble face play contact
    encounter border adjoin be include involve mean represent become concern""".split()  # noqa: SIM905
)

_STATING: Final = frozenset({Clause.MAIN, Clause.COMPLEMENT})


def check_roles(subject: Subject) -> Iterator[Finding]:
    """Report statements in which somebody else does it than in the article."""
    for statement in subject.reworded:
        counterparts = Counterparts.of_statement(statement, subject)
        for predicate in counterparts.predicates():
            if predicate.lemma in _SYMMETRIC or predicate.clause not in _STATING:
                continue
            # Whom a relative clause is about is too often read wrongly.
            told = [c for c in counterparts.of(predicate) if c.predicate.clause in _STATING]
            if any(c.doer is Likeness.SAME or c.is_about_the_same for c in told):
                continue
            for counterpart in told:
                if _is_changed_over(predicate, counterpart, counterparts):
                    yield _finding(predicate, counterpart, statement, subject, swapped=True)
                    break
                # Where nothing is cited, a sentence about something else may use the same verb.
                likely = statement.cited or counterpart.is_near
                other = (counterpart.doer, counterpart.done_to) == (Likeness.OTHER, Likeness.SAME)
                if likely and other:
                    yield _finding(predicate, counterpart, statement, subject, swapped=False)
                    break


def _is_changed_over(said: Predicate, told: Counterpart, counterparts: Counterparts) -> bool:
    """Tell whether the doer of the statement is whom it is done to in the article, or both."""
    predicate = told.predicate
    one = counterparts.likeness.of(doer(said), done_to(predicate))
    other = counterparts.likeness.of(done_to(said), doer(predicate))
    return {one, other} == {Likeness.SAME}


def _finding(
    said: Predicate, told: Counterpart, statement: Statement, subject: Subject, *, swapped: bool
) -> Finding:
    text = subject.readings.article.text
    who, does = doer(said), doer(told.predicate)
    name = does.span.of(text) if does else ""
    return Finding(
        path=statement.path,
        kind="subject",
        severity="error" if swapped else "warning",
        message=f"in sentence {told.sentence.number} it is {' '.join(name.split())!r} who does it",
        said=Passage.at(who.span if who else said.span, statement.text),
        passages=(Passage.at(told.predicate.span, text),),
    )
