"""What a judge's judgements of a run say: the rates as reported, and corrected for its errors."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from pydantic import BaseModel, ConfigDict, Field

from nutgraf.evals.judging.judgements import Judgement
from nutgraf.evals.judging.questions import Kind
from nutgraf.evals.statistics.intervals import Estimate, mean_with_interval
from nutgraf.evals.statistics.prevalence import corrected_mean

if TYPE_CHECKING:
    from collections.abc import Sequence

    from nutgraf.evals.statistics.prevalence import Judge as Trial


class CaseJudgement(BaseModel):
    """A judgement of an outcome: a line of a run's ``judgements.jsonl``.

    Attributes:
        case: The case's id.
        repeat: Which of its answers, from 1.
        judgement: What the judge said.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    case: str
    repeat: int = Field(ge=1)
    judgement: Judgement


class Rate(BaseModel):
    """How much of what was asked the judge calls said.

    Attributes:
        kind: Support of statements, or coverage of key facts.
        reported: The mean over articles of the share that it calls said.
        corrected: The same corrected for what it gets wrong; None without a calibration, or where
            the judge does no better than guessing.
        unanswered: Questions to which it gave no answer that fits; they are left out.
        unsteady: The share of questions, asked several times, that it answered both ways; None
            where each was asked once.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    kind: Kind
    reported: Estimate
    corrected: Estimate | None
    unanswered: int = Field(ge=0)
    unsteady: float | None


def rate(kind: Kind, judgements: Sequence[CaseJudgement], trial: Trial | None) -> Rate:
    """Return the rate of one kind.

    Args:
        kind: Which.
        judgements: Of any kind.
        trial: How the judge did on questions that people have answered.
    """
    some = [one for one in judgements if one.judgement.kind == kind]
    answered = [one for one in some if one.judgement.said is not None]
    shares = _by_case(answered)
    corrected = corrected_mean(shares, trial, items=len(answered)) if trial else None
    return Rate(
        kind=kind,
        reported=mean_with_interval(shares, items=len(answered)),
        corrected=corrected,
        unanswered=len(some) - len(answered),
        unsteady=_unsteady(answered),
    )


def _by_case(answered: Sequence[CaseJudgement]) -> list[float]:
    said: defaultdict[str, list[bool]] = defaultdict(list)
    for one in answered:
        said[one.case].append(bool(one.judgement.said))
    return [sum(answers) / len(answers) for answers in said.values()]


def _unsteady(answered: Sequence[CaseJudgement]) -> float | None:
    answers: defaultdict[tuple[str, int, str], set[bool]] = defaultdict(set)
    counts: defaultdict[tuple[str, int, str], int] = defaultdict(int)
    for one in answered:
        key = (one.case, one.repeat, one.judgement.item)
        answers[key].add(bool(one.judgement.said))
        counts[key] += 1
    several = [key for key, count in counts.items() if count > 1]
    if not several:
        return None
    return sum(len(answers[key]) > 1 for key in several) / len(several)
