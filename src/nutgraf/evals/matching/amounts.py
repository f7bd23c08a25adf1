"""Whether an amount of a summary is a labelled one, and whether it is given rightly.

It is the same place, or the same value in the same unit; where several would do, what it is said to
measure decides. It is right if value and unit are: converted or rounded is not as the article has
it. A currency that prints alike ("$") and a counted noun that is left out, or said in the words
beside the amount, are no fault: of "17 fishermen" both "17" and "17 of the fishermen" are right.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from nutgraf.evals.matching.words import content_words, likeness
from nutgraf.language.figures import may_be_one_unit
from nutgraf.language.figures.measures import measures_by_unit

if TYPE_CHECKING:
    from decimal import Decimal

    from nutgraf.article import Span

_SAME_PLACE: Final = 0.6
_SAME_VALUE: Final = 0.3
_OF: Final = 0.1


@dataclass(frozen=True, slots=True)
class Measured:
    """An amount, by a label or by a summary.

    Attributes:
        span: Where it stands in the article; None where it does not.
        value: In units of one; None if it cannot be read.
        unit: As in `nutgraf.schema.Amount`.
        of: What it measures.
    """

    span: Span | None
    value: Decimal | None
    unit: str | None
    of: str


def amount_likeness(label: Measured, said: Measured, language: str) -> float:
    """Return how sure it is that two are the same amount, from 0 to 1; 0 where they are not."""
    here = label.span is not None and said.span is not None and label.span.overlaps(said.span)
    right = is_right(label, said)
    if not here and not right:
        return 0.0
    of = likeness(content_words(label.of, language), content_words(said.of, language))
    return _SAME_PLACE * here + _SAME_VALUE * right + _OF * of


def is_right(label: Measured, said: Measured) -> bool:
    """Tell whether value and unit are as labelled."""
    return label.value == said.value and _same_unit(label, said)


def _same_unit(label: Measured, said: Measured) -> bool:
    if may_be_one_unit(label.unit, said.unit):
        return True
    if not (_counts(label.unit) and _counts(said.unit)):
        return False
    # What is counted may be said in other words ("people" for "residents"), but not another thing:
    # the labelled noun must stand in what the summary says, or no noun at all.
    return said.unit is None or label.unit is None or _stem(label.unit) in said.of.casefold()


def _counts(unit: str | None) -> bool:
    """Tell a counted noun, or none, from a currency or a unit of measure."""
    return unit is None or (unit.islower() and unit not in measures_by_unit())


def _stem(noun: str) -> str:
    return noun.casefold()[: max(4, len(noun) - 2)]
