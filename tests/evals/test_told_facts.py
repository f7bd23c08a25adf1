from __future__ import annotations

from pathlib import Path

import pytest
from tests.evals.judging.asked import case

from nutgraf.errors import EvalError
from nutgraf.evals.fixtures import load_fixtures
from nutgraf.evals.judging.labelled_questions import of_told_facts
from nutgraf.evals.labelled import case_of
from nutgraf.evals.told_facts import (
    ShownStatement,
    Told,
    ToldFacts,
    first_readings,
    load_told,
    told_agreement,
)

EVALS = Path(__file__).parents[2] / "evals"
TELLS = ShownStatement(text="The bridge was closed.", cited=frozenset({1}))
CITES_ANOTHER = ShownStatement(text="The bridge was closed.", cited=frozenset({4}))
IS_SILENT = ShownStatement(text="Repairs would cost $2.5 million.", cited=frozenset({4}))


def read(statement: ShownStatement, told: Told, *, drafter: str, reader: str = "a") -> ToldFacts:
    """Return what a reader says of a summary of one statement."""
    return ToldFacts(
        reader=reader,
        case="bridge",
        drafter=drafter,
        statements=(statement,),
        told={"closed": told},
    )


def test_the_rule_is_held_against_the_reader() -> None:
    found = told_agreement(
        [case()],
        [
            read(TELLS, "all", drafter="one"),
            read(CITES_ANOTHER, "all", drafter="two"),
            read(IS_SILENT, "none", drafter="three"),
            read(TELLS, "part", drafter="four"),
        ],
    )
    counted = {told: (share.part, share.whole) for told, share in found.counted.items()}
    assert counted == {"all": (1, 2), "part": (1, 1), "none": (0, 1)}
    assert found.kappa.value == pytest.approx(0.0)
    assert found.readers.value is None, "only one has read"


def test_a_second_reader_is_held_against_the_first_and_not_against_the_rule() -> None:
    summaries = [
        read(TELLS, "all", drafter="one"),
        read(IS_SILENT, "none", drafter="two"),
        read(TELLS, "none", drafter="one", reader="b"),
        read(IS_SILENT, "part", drafter="two", reader="b"),
    ]
    found = told_agreement([case()], summaries)
    assert found.kappa.value == 1.0
    assert found.readers.items == 2
    assert found.readers.value == pytest.approx(0.0)
    assert [one.reader for one in first_readings(summaries)] == ["a", "a"]


def test_a_judge_is_asked_what_the_first_reader_has_answered() -> None:
    summaries = [
        read(TELLS, "all", drafter="one"),
        read(TELLS, "none", drafter="one", reader="b"),
        read(IS_SILENT, "part", drafter="two"),
    ]
    told, partly = of_told_facts([case()], summaries)
    assert (told.said, partly.said) == (True, False)
    assert told.question.kind == "coverage"
    assert told.question.claim == "The bridge is closed."
    assert told.question.texts == ("The bridge was closed.",)
    assert told.cluster == "bridge"


@pytest.mark.parametrize("gone", [{"case": "harbour"}, {"told": {"opened": "all"}}])
def test_what_is_not_labelled_any_more_is_told(gone: dict[str, object]) -> None:
    stale = read(TELLS, "all", drafter="one").model_copy(update=gone)
    with pytest.raises(EvalError, match="have the summaries read again"):
        told_agreement([case()], [stale])


def test_ours_were_read_of_the_labels_that_stand() -> None:
    cases = [case_of(fixture) for fixture in load_fixtures(EVALS / "fixtures")]
    summaries = load_told(EVALS / "second_pass" / "told.jsonl")
    found = told_agreement(cases, summaries)
    assert found.kappa.items > 250
    assert found.readers.items > 100
    assert (found.readers.value or 0) > 0.7, "readers who agree less say little about a rule"
    assert len(list(of_told_facts(cases, summaries))) == found.kappa.items
