from __future__ import annotations

import asyncio

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.evals.judging.asked import judge_that

from nutgraf.errors import ModelError
from nutgraf.evals.judging.judge import Judge
from nutgraf.evals.judging.judgements import Judgement, judged
from nutgraf.evals.judging.questions import Question
from nutgraf.llm.scripted import ScriptedClient
from nutgraf.prompting import load_prompt


def questions(count: int) -> list[Question]:
    return [
        Question("support", f"item {n}", f"Claim number {n}.", ("A text.",)) for n in range(count)
    ]


@given(st.integers(0, 12), st.integers(1, 3), st.integers(1, 5))
def test_every_question_is_asked_as_often_as_wanted_and_in_order(
    count: int, times: int, concurrency: int
) -> None:
    judge, client = judge_that(lambda message: "number 3" in message)
    given_back = asyncio.run(judged(judge, questions(count), times=times, concurrency=concurrency))
    expected = [(f"item {n}", time, n == 3) for n in range(count) for time in range(1, times + 1)]
    assert [(one.item, one.time, one.said) for one in given_back] == expected
    assert len(client.requests) == count * times


def test_an_answer_that_does_not_fit_is_neither_yes_nor_no_but_is_paid_for() -> None:
    judge, _ = judge_that(lambda _: "perhaps")
    (one,) = asyncio.run(judged(judge, questions(1)))
    assert one == Judgement(
        kind="support", item="item 0", said=None, input_tokens=100, output_tokens=7
    )


def test_a_provider_that_fails_ends_it() -> None:
    judge = Judge(ScriptedClient([ModelError("no key")]), load_prompt("judge"))
    with pytest.raises(ModelError, match="no key"):
        asyncio.run(judged(judge, questions(1)))
