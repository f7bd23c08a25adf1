"""Asking a judge about many things, and what it said: the lines of a run's ``judgements.jsonl``."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from pydantic import BaseModel, ConfigDict, Field

from nutgraf.errors import OutputError
from nutgraf.evals.judging.questions import Kind
from nutgraf.llm.client import Usage

if TYPE_CHECKING:
    from collections.abc import Sequence

    from nutgraf.evals.judging.judge import Judge
    from nutgraf.evals.judging.questions import Question

CONCURRENCY = 4


class Judgement(BaseModel):
    """What a judge said to one question.

    Attributes:
        kind: Support or coverage.
        item: What was judged, see `Question.item`.
        time: Which time the same question was asked, from 1.
        said: Whether the texts say the claim; None if the judge gave no answer that fits, which is
            neither yes nor no.
        input_tokens: What asking took.
        output_tokens: Likewise.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    kind: Kind
    item: str
    time: int = Field(default=1, ge=1)
    said: bool | None
    input_tokens: int = 0
    output_tokens: int = 0


async def judged(
    judge: Judge,
    questions: Sequence[Question],
    *,
    times: int = 1,
    concurrency: int = CONCURRENCY,
) -> list[Judgement]:
    """Ask every question and return the judgements in the order of the questions.

    Args:
        judge: Who is asked.
        questions: What.
        times: How often each, to tell the judge's own variation.
        concurrency: Questions at a time.

    Raises:
        ModelError: The provider said no.
        RecordingError: A replay has no recording of a question.
    """
    slots = asyncio.Semaphore(concurrency)

    async def several(question: Question) -> list[Judgement]:
        async with slots:
            return [await _judged(judge, question, time) for time in range(1, times + 1)]

    answers = await asyncio.gather(*(several(question) for question in questions))
    return [judgement for each in answers for judgement in each]


async def _judged(judge: Judge, question: Question, time: int) -> Judgement:
    said: bool | None
    try:
        said, usage = await judge.judge(question)
    except OutputError as error:
        said, usage = None, Usage(error.input_tokens, error.output_tokens)
    return Judgement(
        kind=question.kind,
        item=question.item,
        time=time,
        said=said,
        input_tokens=usage.input_tokens,
        output_tokens=usage.output_tokens,
    )
