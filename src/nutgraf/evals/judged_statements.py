"""How far somebody who does not know the labels judges the labelled statements as they are meant.

Key facts and traps are shown shuffled, without saying which is which; who judges them says of each
whether it is true to the article, and of a false one what is wrong with it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pydantic import BaseModel, ConfigDict, Field

from nutgraf.errors import EvalError
from nutgraf.evals.json_lines import read_json_lines
from nutgraf.evals.labels import Fault
from nutgraf.evals.statistics.agreement import cohens_kappa
from nutgraf.evals.statistics.intervals import Estimate

if TYPE_CHECKING:
    import os
    from collections.abc import Iterable, Iterator

    from nutgraf.evals.case import Case

JUDGEMENTS_FILE = "judgements.jsonl"


class JudgedStatement(BaseModel):
    """A statement with what somebody says of it: a line of ``judgements.jsonl``.

    Attributes:
        case: The article's id.
        statement: A key fact or a trap, letter for letter.
        true: Whether it is true to the article.
        fault: What is wrong with it; None if it is true.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    case: str
    statement: str
    true: bool
    fault: Fault | None


class StatementAgreement(BaseModel):
    """How far judgements and labels agree.

    Attributes:
        statements: How many were judged.
        as_meant: Of them, those judged true or false as they are labelled.
        faults: Traps judged false.
        fault_as_meant: Of them, those whose fault is named as it is labelled.
        kappa: Cohen's kappa of the faults.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    statements: int = Field(ge=0)
    as_meant: int = Field(ge=0)
    faults: int = Field(ge=0)
    fault_as_meant: int = Field(ge=0)
    kappa: Estimate


def statement_agreement(
    cases: Iterable[Case], judged: Iterable[JudgedStatement]
) -> StatementAgreement:
    """Return how far judgements agree with the labels.

    Raises:
        EvalError: A judged statement is none of the labels' any more.
    """
    meant = {
        (case.id, statement): fault for case in cases for statement, fault in _statements(case)
    }
    pairs = []
    for one in judged:
        if (one.case, one.statement) not in meant:
            raise EvalError(
                f"{one.case}: a judged statement is not among its key facts and traps; the labels "
                "have changed since, have them judged again"
            )
        pairs.append((meant[one.case, one.statement], one))
    faults = [(fault, one.fault) for fault, one in pairs if fault is not None and not one.true]
    return StatementAgreement(
        statements=len(pairs),
        as_meant=sum((fault is None) == one.true for fault, one in pairs),
        faults=len(faults),
        fault_as_meant=sum(labelled == named for labelled, named in faults),
        kappa=cohens_kappa(faults),
    )


def load_judged(path: str | os.PathLike[str]) -> tuple[JudgedStatement, ...]:
    """Read judged statements from a JSON Lines file.

    Raises:
        EvalError: It cannot be read, or a line is no judged statement; the message names it.
    """
    return read_json_lines(path, JudgedStatement)


def _statements(case: Case) -> Iterator[tuple[str, Fault | None]]:
    for fact in case.expected.facts or ():
        yield fact.statement, None
    for trap in case.expected.traps or ():
        yield trap.statement, trap.fault
