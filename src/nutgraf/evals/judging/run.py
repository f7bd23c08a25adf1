"""Judging the stored outcomes of a run."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from nutgraf.evals.evaluation import suite_of
from nutgraf.evals.judging.judgements import CONCURRENCY, judged
from nutgraf.evals.judging.questions import coverage_questions, support_questions
from nutgraf.evals.judging.rates import CaseJudgement
from nutgraf.evals.runs.folder import RunFolder
from nutgraf.schema.news import NewsSummary

if TYPE_CHECKING:
    import os
    from collections.abc import Sequence

    from nutgraf.evals.case import Suite
    from nutgraf.evals.judging.judge import Judge
    from nutgraf.evals.judging.questions import Question


@dataclass(frozen=True, slots=True)
class Asked:
    """A question about an outcome.

    Attributes:
        case: The case's id.
        repeat: Which of its answers, from 1.
        question: The question.
    """

    case: str
    repeat: int
    question: Question


def questions_of(run: str | os.PathLike[str], suite: Suite | None = None) -> list[Asked]:
    """Return all that a judge is asked about a run; of a case that failed, nothing.

    Args:
        run: The run's folder.
        suite: Its cases; None to read them where the run did.

    Raises:
        EvalError: It is no run folder, or its cases are others now; the message names them.
        FixtureError: The suite cannot be read.
    """
    folder = RunFolder.open(run)
    cases = {case.id: case for case in suite_of(folder, suite).cases}
    found: list[Asked] = []
    for (name, repeat), outcome in sorted(folder.outcomes(NewsSummary).items()):
        if outcome.result is not None and name in cases:
            case, result = cases[name], outcome.result
            asked = (*support_questions(case, result), *coverage_questions(case, result))
            found.extend(Asked(name, repeat, question) for question in asked)
    return found


async def judge_all(
    judge: Judge, asked: Sequence[Asked], *, times: int = 1, concurrency: int = CONCURRENCY
) -> list[CaseJudgement]:
    """Ask all questions about a run; see `judged`.

    Raises:
        ModelError: The provider said no.
        RecordingError: A replay has no recording of a question.
    """
    questions = [one.question for one in asked]
    judgements = await judged(judge, questions, times=times, concurrency=concurrency)
    each = (one for one in asked for _ in range(times))
    return [
        CaseJudgement(case=one.case, repeat=one.repeat, judgement=judgement)
        for one, judgement in zip(each, judgements, strict=True)
    ]
