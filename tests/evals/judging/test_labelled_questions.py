from __future__ import annotations

import json
from pathlib import Path

import pytest
from tests.evals.judging.asked import case

from nutgraf.errors import EvalError
from nutgraf.evals.case import ExpectedTrap
from nutgraf.evals.judging.labelled_questions import (
    LabelledQuestion,
    of_judged_summaries,
    of_labels,
    sample,
)
from nutgraf.evals.judging.questions import Question

DOCUMENT = {
    "id": "call-1",
    "genre": "calls",
    "text": "Ada Lund called the port. The port had no berth. She will call again on Monday.",
    "judgements": [
        {"summary": "The port had no berth.", "consistent": True, "split": "test"},
        {"summary": "The port had a berth. Lund calls on Monday.", "consistent": False},
    ],
}


def written(folder: Path, *lines: str) -> Path:
    path = folder / "data.jsonl"
    path.write_text("\n".join(lines), encoding="utf-8")
    return path


def test_key_facts_are_said_by_their_sentences_and_traps_are_not() -> None:
    trap = ExpectedTrap("The bridge is open.", "negation", frozenset({3}), "closed")
    said, not_said = of_labels([case(trap)])
    assert (said.said, said.cluster) == (True, "bridge")
    assert said.question.texts == (
        "The Kell Street bridge in Arden was closed on Thursday after engineers found 14 cracks.",
    )
    assert not_said.said is False
    assert not_said.question.claim == "The bridge is open."
    assert len(not_said.question.texts) == 2, "those of the trap and of the fact that it distorts"


def test_a_trap_about_which_the_article_is_silent_is_left_out() -> None:
    trap = ExpectedTrap("The mayor resigned.", "unsupported", frozenset(), None)
    assert [one.said for one in of_labels([case(trap)])] == [True]


def test_judged_summaries_come_with_the_sentences_that_say_most_of_them(tmp_path: Path) -> None:
    first, second = of_judged_summaries(written(tmp_path, json.dumps(DOCUMENT)))
    assert (first.said, second.said) == (True, False)
    assert "The port had no berth." in first.question.texts
    assert second.question.texts[-1] == "She will call again on Monday."
    assert {first.cluster, second.cluster} == {"call-1"}


@pytest.mark.parametrize("line", ["{", '{"id": "x", "text": "y"}', "[]"])
def test_a_line_of_another_form_is_told_with_its_number(tmp_path: Path, line: str) -> None:
    path = written(tmp_path, json.dumps(DOCUMENT), line)
    with pytest.raises(EvalError, match=r"data\.jsonl, line 2: .*expected an object"):
        list(of_judged_summaries(path))


def test_a_missing_file_is_told(tmp_path: Path) -> None:
    with pytest.raises(EvalError, match=r"gone\.jsonl"):
        list(of_judged_summaries(tmp_path / "gone.jsonl"))


def questions(said: int, not_said: int) -> list[LabelledQuestion]:
    answers = [True] * said + [False] * not_said
    asked = (Question("support", str(n), f"Claim {n}.", ("Text.",)) for n in range(len(answers)))
    return [LabelledQuestion(q, answer, "a") for q, answer in zip(asked, answers, strict=True)]


def test_a_sample_is_balanced_and_the_same_for_the_same_seed() -> None:
    chosen = sample(questions(30, 50), 20, seed=4)
    assert sum(one.said for one in chosen) == 10
    assert len({one.question.item for one in chosen}) == 20
    assert chosen == sample(questions(30, 50), 20, seed=4)
    assert chosen != sample(questions(30, 50), 20, seed=5)


def test_where_one_side_is_short_the_other_fills_up() -> None:
    assert sum(one.said for one in sample(questions(3, 50), 20)) == 3
    assert len(sample(questions(3, 50), 20)) == 20


@pytest.mark.parametrize("most", [None, 8, 100])
def test_all_are_taken_where_there_are_no_more(most: int | None) -> None:
    assert sample(questions(3, 5), most) == questions(3, 5)
