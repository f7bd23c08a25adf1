from __future__ import annotations

import asyncio

import pytest
from tests.evals.judging.asked import SPENT, judge_that

from nutgraf.errors import OutputError
from nutgraf.evals.judging.questions import Question

ASKED = Question("support", "gist.text", "The bridge\nis closed.", ("One.", "Two\nlines."))


@pytest.mark.parametrize("said", [True, False])
def test_the_judge_says_what_the_model_says_and_what_it_took(said: bool) -> None:
    judge, _ = judge_that(lambda _: said)
    assert asyncio.run(judge.judge(ASKED)) == (said, SPENT)


def test_texts_are_numbered_fenced_and_cannot_open_a_line_of_their_own() -> None:
    judge, client = judge_that(lambda _: True)
    asyncio.run(judge.judge(ASKED))
    user = client.requests[0].messages[-1].content
    assert "[1] One.\n[2] Two lines.\n" in user
    assert "Claim: The bridge is closed." in user
    fence = user.splitlines()[0].strip("<>")
    assert user.count(fence) == 2
    assert fence not in " ".join(ASKED.texts)


def test_a_template_in_the_article_stays_as_it_is() -> None:
    judge, client = judge_that(lambda _: True)
    asyncio.run(judge.judge(Question("support", "x", "{{ claim }}", ("{% raw %}{{ texts }}",))))
    user = client.requests[0].messages[-1].content
    assert "[1] {% raw %}{{ texts }}" in user
    assert "Claim: {{ claim }}" in user


def test_an_answer_that_does_not_fit_is_an_error() -> None:
    judge, _ = judge_that(lambda _: "yes")
    with pytest.raises(OutputError):
        asyncio.run(judge.judge(ASKED))


def test_other_texts_have_another_fence() -> None:
    judge, _ = judge_that(lambda _: True)
    other = Question("support", "x", ASKED.claim, ("One.",))
    first, second = (judge.request(one).messages[-1].content for one in (ASKED, other))
    assert first.splitlines()[0] != second.splitlines()[0]
