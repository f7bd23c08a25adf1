"""False statements made from true ones, one defect each, to measure what the checks find.

Each kind of defect is a function from a true statement and a seed to a false one, or None where the
statement offers no place for it. The same seed gives the same text. What the statements are made
from, and how findings are counted, lives in ``evals/measurements/perturbations.py``.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from nutgraf.evals.perturbations.amounts import (
    another_number,
    another_unit,
    number_from_elsewhere,
    swapped_figures,
)
from nutgraf.evals.perturbations.cast import Named
from nutgraf.evals.perturbations.days import another_date, date_from_elsewhere
from nutgraf.evals.perturbations.happening import (
    happened_for_planned,
    happened_for_possible,
    planned_for_happened,
)
from nutgraf.evals.perturbations.naming import (
    name_from_elsewhere,
    name_from_outside,
    swapped_subject,
)
from nutgraf.evals.perturbations.polarity import add_negation, remove_negation
from nutgraf.evals.perturbations.speech import (
    altered_quotation,
    another_speaker,
    dropped_attribution,
    invented_quotation,
)
from nutgraf.evals.perturbations.statement import Story, TrueStatement

if TYPE_CHECKING:
    from collections.abc import Callable

    from nutgraf.schema.result import FindingKind

__all__ = ["DEFECTS", "Defect", "Named", "Story", "TrueStatement", "perturb"]


@dataclass(frozen=True, slots=True)
class Defect:
    """A kind of fault that a statement can be given.

    Attributes:
        name: What it is called in reports.
        group: The kind of the target that it counts towards.
        make: Gives a true statement the fault, or None where it has no place for it.
        found_as: The kinds of finding that name the fault rightly.
    """

    name: str
    group: str
    make: Callable[[TrueStatement, int], str | None]
    found_as: frozenset[FindingKind]


def _defect(
    name: str, make: Callable[[TrueStatement, int], str | None], *found_as: FindingKind
) -> Defect:
    return Defect(name, name.partition(":")[0], make, frozenset(found_as))


DEFECTS: Final[tuple[Defect, ...]] = (
    _defect("number", another_number, "number"),
    _defect("number:elsewhere", number_from_elsewhere, "number", "unit"),
    _defect("unit", another_unit, "unit", "number"),
    _defect("date", another_date, "date", "unknown_time"),
    _defect("date:elsewhere", date_from_elsewhere, "date", "time_elsewhere"),
    _defect("name", name_from_outside, "unknown_name", "name"),
    _defect("name:elsewhere", name_from_elsewhere, "name", "subject", "misattributed"),
    _defect("speaker", another_speaker, "misattributed"),
    _defect("negation:added", add_negation, "negation"),
    _defect("negation:removed", remove_negation, "negation"),
    _defect("status:planned", planned_for_happened, "status"),
    _defect("status:happened", happened_for_planned, "status"),
    _defect("status:possible", happened_for_possible, "status"),
    _defect("quotation:invented", invented_quotation, "invented_quotation", "altered_quotation"),
    _defect("quotation:altered", altered_quotation, "altered_quotation", "invented_quotation"),
    _defect("subject", swapped_subject, "subject", "name"),
    _defect("subject:figures", swapped_figures, "number", "unit", "subject"),
    _defect("attribution", dropped_attribution, "stated_as_fact"),
)


def perturb(statement: TrueStatement, defect: Defect, seed: int = 0) -> str | None:
    """Return the statement with a defect, or None where there is no place for it."""
    told = defect.make(statement, seed)
    return told if told is not None and told != statement.text else None
