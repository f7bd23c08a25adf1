"""How far a judge can be trusted: its answers against those that people gave.

Sensitivity and specificity are what corrects the rates that it reports, see
``nutgraf.evals.statistics.prevalence``.
"""

from __future__ import annotations

from collections import defaultdict
from pathlib import Path
from typing import TYPE_CHECKING

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from nutgraf.errors import EvalError
from nutgraf.evals.judging.questions import Kind
from nutgraf.evals.statistics.agreement import cohens_kappa
from nutgraf.evals.statistics.intervals import Estimate, mean_with_interval
from nutgraf.evals.statistics.prevalence import Judge as Trial
from nutgraf.evals.statistics.prevalence import Share, wilson
from nutgraf.schema.result import PromptRecord

if TYPE_CHECKING:
    import os
    from collections.abc import Iterable, Sequence

    from nutgraf.evals.judging.judge import Judge
    from nutgraf.evals.judging.judgements import Judgement
    from nutgraf.evals.judging.labelled_questions import LabelledQuestion


class Calibration(BaseModel):
    """A judge measured on questions that people have answered.

    Attributes:
        kind: What it was asked.
        source: Where the people's answers come from.
        model: The judge's model.
        prompt: Its wording.
        trial: Sensitivity (of what people call said, what it called said) and specificity.
        sensitivity: With Wilson's interval, which takes the questions for independent.
        specificity: Likewise.
        agreement: The share of questions that it answers as people do: the mean over articles, with
            an interval from drawing articles.
        kappa: Cohen's, which takes off what chance would give.
        unanswered: Questions to which it gave no answer that fits; they are left out above.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    kind: Kind
    source: str
    model: str
    prompt: PromptRecord
    trial: Trial
    sensitivity: Estimate
    specificity: Estimate
    agreement: Estimate
    kappa: Estimate
    unanswered: int = Field(ge=0)


def calibrate(
    questions: Sequence[LabelledQuestion],
    judgements: Sequence[Judgement],
    *,
    source: str,
    model: str,
    prompt: PromptRecord,
) -> Calibration:
    """Return how a judge did.

    Args:
        questions: At least one, all of the same kind.
        judgements: One for each question, in the same order.
        source: Where the people's answers come from.
        model: The judge's model.
        prompt: Its wording.

    Raises:
        ValueError: There are not as many judgements as questions, or there are none.
    """
    if not questions:
        raise ValueError("a judge is calibrated on at least one question")
    pairs = [
        (one, judgement.said)
        for one, judgement in zip(questions, judgements, strict=True)
        if judgement.said is not None
    ]
    trial = Trial(
        sensitivity=_right(pairs, said=True),
        specificity=_right(pairs, said=False),
    )
    return Calibration(
        kind=questions[0].question.kind,
        source=source,
        model=model,
        prompt=prompt,
        trial=trial,
        sensitivity=wilson(trial.sensitivity),
        specificity=wilson(trial.specificity),
        agreement=mean_with_interval(_by_article(pairs), items=len(pairs)),
        kappa=cohens_kappa((one.said, said) for one, said in pairs),
        unanswered=len(questions) - len(pairs),
    )


def load_calibrations(
    paths: Iterable[str | os.PathLike[str]], judge: Judge
) -> dict[Kind, Calibration]:
    """Read the calibrations of a judge, at most one for each kind of question.

    Raises:
        EvalError: One cannot be read, is no calibration, or is that of another model or wording; or
            two are of the same kind.
    """
    found: dict[Kind, Calibration] = {}
    for path in paths:
        one = _load(path, judge)
        if one.kind in found:
            raise EvalError(
                f"{path}: is a second calibration for {one.kind}; give one for each kind"
            )
        found[one.kind] = one
    return found


def _load(path: str | os.PathLike[str], judge: Judge) -> Calibration:
    try:
        found = Calibration.model_validate_json(Path(path).read_bytes())
    except OSError as error:
        raise EvalError(f"{path}: cannot be read ({type(error).__name__})") from error
    except ValidationError as error:
        raise EvalError(
            f"{path}: is no calibration; nutgraf eval calibrate -o writes one"
        ) from error
    if (found.model, found.prompt) != (judge.client.model, judge.prompt_record):
        raise EvalError(
            f"{path}: is the calibration of {found.model} with {found.prompt.name}@"
            f"v{found.prompt.version}, and the judge is another model or has other words"
        )
    return found


def _right(pairs: Sequence[tuple[LabelledQuestion, bool]], *, said: bool) -> Share:
    asked = [answer for one, answer in pairs if one.said is said]
    return Share(part=sum(answer is said for answer in asked), whole=len(asked))


def _by_article(pairs: Sequence[tuple[LabelledQuestion, bool]]) -> list[float]:
    """Return the share of right answers of each article."""
    right: defaultdict[str, list[bool]] = defaultdict(list)
    for one, answer in pairs:
        right[one.cluster].append(one.said is answer)
    return [sum(answers) / len(answers) for answers in right.values()]
