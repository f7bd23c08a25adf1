"""A statement says a trap by the words in which the trap differs from the truth."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest

from nutgraf.evals.case import Case
from nutgraf.evals.fixtures import load_fixtures
from nutgraf.evals.labelled import case_of
from nutgraf.evals.labels import Fault
from nutgraf.evals.matching.traps import KnownFalse, features, nearness
from nutgraf.evals.scorers.traps import truths

FIXTURES = Path(__file__).parents[3] / "evals" / "fixtures"
TRUE = (
    "Arden closed the Kell Street bridge on Thursday because engineers had found 14 cracks.",
    "The council will meet on Monday to vote on the money for repairs.",
    "Mayor Ruth Ekman says that the repairs would cost 2.5 million dollars.",
    "Ruth Ekman was cleared of fraud and convicted of keeping false accounts in 2019.",
)


def says(statement: str, trap: str, fault: Fault = "number", language: str = "en") -> bool:
    return KnownFalse.of(trap, fault, TRUE, language).is_said_by(statement)


CRACKS = "Arden closed the Kell Street bridge because engineers had found 40 cracks."


@pytest.mark.parametrize(
    "statement",
    [
        CRACKS,
        "The Kell Street bridge was closed after engineers found 40 cracks.",
        "Engineers found 40 cracks in the Kell Street bridge, which Arden closed, and drove home.",
    ],
)
def test_the_false_figure_tells_it_in_other_words_too(statement: str) -> None:
    assert says(statement, CRACKS)


@pytest.mark.parametrize(
    "statement",
    [
        "Arden closed the Kell Street bridge because engineers had found 14 cracks.",
        "Arden closed the Kell Street bridge because engineers had found cracks.",
        "Arden closed the Kell Street bridge for engineers who had found 14 cracks, not 40.",
        "Did Arden close the Kell Street bridge because engineers had found 40 cracks?",
        "A baker in the next town sold 40 loaves.",
        "",
    ],
)
def test_the_truth_a_question_and_another_matter_do_not(statement: str) -> None:
    assert not says(statement, CRACKS)


def test_words_that_stand_elsewhere_in_the_statement_do_not_tell_it() -> None:
    trap = "Ruth Ekman was convicted of defrauding the port."
    true = "The court in Arden acquitted Ruth Ekman of defrauding the port."
    known = KnownFalse.of(trap, "negation", (true,), "en")
    assert known.is_said_by("Ruth Ekman was convicted of defrauding the port of Arden.")
    assert not known.is_said_by(
        "Ruth Ekman, a former treasurer of the port, was cleared of fraud and convicted of having "
        "kept false accounts."
    )


def test_who_did_it_to_whom_is_told_by_the_order() -> None:
    known = KnownFalse.of(
        "Arden beat Holm by three goals.", "subject", ("Holm beat Arden by three goals.",), "en"
    )
    assert known.is_said_by("Arden beat Holm, by three goals.")
    assert not known.is_said_by("Holm beat Arden, by three goals.")


def test_a_claim_with_its_source_is_no_trap() -> None:
    trap = "The repairs will cost 2.5 million dollars."
    assert says(trap, trap, "attribution")
    assert not says("The city says the repairs will cost 2.5 million.", trap, "attribution")


def test_a_negation_takes_a_trap_back() -> None:
    trap = "The council rejected the money."
    assert says(trap, trap, "negation")
    assert not says("The council has not rejected the money.", trap, "negation")


def test_a_plan_is_not_what_happened() -> None:
    trap = "The council met on Monday and approved the money."
    assert says(trap, trap, "status")
    assert not says(
        "The council will have met on Monday to have the money approved.", trap, "status"
    )


def test_where_nothing_is_known_to_be_true_the_words_of_the_trap_decide() -> None:
    known = KnownFalse.of("Arden has two bridges.", "unsupported", (), "en")
    assert known.is_said_by("Arden has two bridges.")
    assert not known.is_said_by("Holm has a ferry.")


def test_nothing_is_like_nothing() -> None:
    assert nearness(features(""), features("")) == 0


@cache
def cases() -> tuple[Case, ...]:
    return tuple(map(case_of, load_fixtures(FIXTURES)))


def test_every_trap_of_the_fixtures_is_caught_when_it_is_said() -> None:
    missed = [
        (case.id, trap.statement)
        for case in cases()
        for trap in case.expected.traps or ()
        if not known_of(case, trap.statement).is_said_by(trap.statement)
    ]
    assert missed == []


def known_of(case: Case, statement: str) -> KnownFalse:
    trap = next(trap for trap in case.expected.traps or () if trap.statement == statement)
    language = case.readings.language
    return KnownFalse.of(trap.statement, trap.fault, truths(case, trap), language)


def test_true_statements_of_the_fixtures_are_hardly_ever_taken_for_traps() -> None:
    """A true statement is tried as if nobody had labelled it, nor any the same."""
    tried = taken = 0
    for case in cases():
        expected = case.expected
        true = [*(fact.statement for fact in expected.facts or ()), *(expected.gists or ())]
        for trap in expected.traps or ():
            known = known_of(case, trap.statement)
            for statement in true:
                others = tuple(t for t in known.truths if t != features(statement))
                alone = KnownFalse(known.statement, known.fault, others, known.language)
                assert not known.is_said_by(statement)
                tried += 1
                taken += alone.is_said_by(statement)
    assert tried > 4000
    assert taken <= 0.007 * tried
