from __future__ import annotations

import json
from pathlib import Path

import pytest
from tests.evals.judging.asked import case

from nutgraf.errors import EvalError
from nutgraf.evals.case import ExpectedTrap
from nutgraf.evals.fixtures import load_fixtures
from nutgraf.evals.judged_statements import JudgedStatement, load_judged, statement_agreement
from nutgraf.evals.labelled import case_of

EVALS = Path(__file__).parents[2] / "evals"
TRAPS = (
    ExpectedTrap("The bridge is open.", "negation", frozenset({1}), None),
    ExpectedTrap("There were 15 cracks.", "number", frozenset({1}), None),
)


def test_true_and_false_count_for_all_and_faults_for_traps_judged_false() -> None:
    judged = [
        JudgedStatement(case="bridge", statement="The bridge is closed.", true=False, fault="date"),
        JudgedStatement(case="bridge", statement=TRAPS[0].statement, true=False, fault="status"),
        JudgedStatement(case="bridge", statement=TRAPS[1].statement, true=True, fault=None),
    ]
    found = statement_agreement([case(*TRAPS)], judged)
    assert (found.statements, found.as_meant) == (3, 1)
    assert (found.faults, found.fault_as_meant) == (1, 0)


def test_a_statement_that_is_not_labelled_any_more_is_told_without_its_words() -> None:
    judged = [JudgedStatement(case="bridge", statement="Old words.", true=True, fault=None)]
    with pytest.raises(EvalError, match="bridge: a judged statement") as caught:
        statement_agreement([case()], judged)
    assert "Old words" not in str(caught.value)


@pytest.mark.parametrize("line", ["{", '{"case": "a"}', '{"case":"a","statement":"b","true":1.5}'])
def test_a_line_that_is_no_judged_statement_is_told(tmp_path: Path, line: str) -> None:
    path = tmp_path / "judgements.jsonl"
    good = {"case": "a", "statement": "b", "true": True, "fault": None}
    path.write_text(json.dumps(good) + "\n" + line, encoding="utf-8")
    with pytest.raises(EvalError, match="line 2"):
        load_judged(path)


def test_a_missing_file_is_told(tmp_path: Path) -> None:
    with pytest.raises(EvalError, match="cannot be read"):
        load_judged(tmp_path / "gone.jsonl")


def test_ours_are_judged_as_they_are_meant() -> None:
    cases = [case_of(fixture) for fixture in load_fixtures(EVALS / "fixtures")]
    found = statement_agreement(cases, load_judged(EVALS / "second_pass" / "judgements.jsonl"))
    assert found.statements > 200
    assert found.as_meant / found.statements > 0.95
    assert (found.kappa.value or 0) > 0.9
