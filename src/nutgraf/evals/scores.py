"""What scoring gives: metrics, scores, and the form of a scorer."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal

from pydantic import BaseModel, ConfigDict, Field

from nutgraf.schema.news import NewsSummary

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from nutgraf.evals.case import Case
    from nutgraf.schema.result import Result

Better = Literal["higher", "lower"]


class Score(BaseModel):
    """A metric of one summary.

    Attributes:
        value: None where it does not apply: nothing was labelled, or there is nothing to measure.
        n: How many items it rests on, such as labelled entities.
        notes: What was missed or wrong, a line each, in words of the labels; for ``eval show``.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    value: float | None
    n: int = Field(default=0, ge=0)
    notes: tuple[str, ...] = ()

    @classmethod
    def share_of(cls, part: float, whole: int, notes: tuple[str, ...] = ()) -> Score:
        """Return part of a whole as a share; of nothing there is no share."""
        return cls(value=part / whole if whole else None, n=whole, notes=notes)


NOT_APPLICABLE = Score(value=None)


@dataclass(frozen=True, slots=True)
class Metric:
    """Something that is measured of each summary.

    Attributes:
        name: The field and what of it, such as ``entities.f1``.
        better: Which way is better; None where neither is, such as a length.
        share: Whether it lies between 0 and 1; a share is always better when higher, and a case
            that failed has 0 of it. An amount (tokens, seconds) is not known of a case that failed.
        what: What it says, in a line, for whoever reads a report.
        part: The part of `Expected` that it needs, such as ``entities``; None for what can be
            measured without labels. Of a case without that part, or with an empty one, a failure
            does not count.
    """

    name: str
    better: Better | None
    share: bool
    what: str
    part: str | None = None

    def __post_init__(self) -> None:
        if self.share and self.better != "higher":
            raise ValueError(f"{self.name}: a share must be better when higher")

    def of_failure(self, case: Case) -> Score:
        """Return the score of a case that has no summary: 0 of every share that applies."""
        applies = self.part is None or bool(getattr(case.expected, self.part))
        return Score(value=0.0) if self.share and applies else NOT_APPLICABLE


@dataclass(frozen=True, slots=True)
class Scorer:
    """Scores one aspect of a summary: a name, its metrics, and a pure function.

    Attributes:
        name: Such as ``entities``.
        metrics: What the function gives, by name; it gives exactly these.
        score: From a case and the result of a task to a score for each metric.
        schema: The summaries that it can read; of another schema none of its metrics applies.
    """

    name: str
    metrics: tuple[Metric, ...]
    score: Callable[[Case, Result[Any]], Mapping[str, Score]]  # Any: ``schema`` says which
    schema: type[BaseModel] = NewsSummary

    def of(self, case: Case, result: Result[Any]) -> dict[str, Score]:
        """Return the scores of a result, for every metric of this scorer.

        Raises:
            ValueError: The function gives other metrics than it says.
        """
        names = {metric.name for metric in self.metrics}
        if not isinstance(result.summary, self.schema):
            return dict.fromkeys(names, NOT_APPLICABLE)
        scores = dict(self.score(case, result))
        if scores.keys() != names:
            raise ValueError(f"the scorer {self.name} gives {sorted(scores)}, not {sorted(names)}")
        return scores

    def of_failure(self, case: Case) -> dict[str, Score]:
        """Return the scores of a case that has no summary, see `Metric.of_failure`."""
        return {metric.name: metric.of_failure(case) for metric in self.metrics}
