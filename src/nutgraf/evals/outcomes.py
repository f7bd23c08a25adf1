"""What became of a case: a result, or how it failed. The lines of a run's ``outcomes.jsonl``."""

from __future__ import annotations

from typing import Generic, TypeVar

from pydantic import BaseModel, ConfigDict, Field

from nutgraf.schema.result import Result

SummaryT = TypeVar("SummaryT", bound=BaseModel)


class Failure(BaseModel):
    """Why there is no summary.

    Attributes:
        kind: The class of the error, such as ``TruncatedError``.
        message: Its message; it holds neither article text nor a key.
        input_tokens: What was spent all the same.
        output_tokens: Likewise.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    kind: str
    message: str
    input_tokens: int = 0
    output_tokens: int = 0


class Outcome(BaseModel, Generic[SummaryT]):
    """What a task gave for a case.

    Attributes:
        case: The case's id.
        repeat: Which time it was asked, from 1.
        digest: Of the case when it was run, see `Case.digest`.
        result: With the full summary; None if the task failed.
        failure: None if it did not.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    case: str
    repeat: int = Field(ge=1)
    digest: str
    result: Result[SummaryT] | None = None
    failure: Failure | None = None
