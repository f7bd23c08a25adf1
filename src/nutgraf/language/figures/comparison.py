"""Whether two figures say the same amount; the tolerances of words such as "about" are here.

Neither figure is preferred. Whether one that a text prints carries what another says of it is the
business of ``carrying``.
"""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import Final

from nutgraf.language.figures.figure import Figure, FigureKind, Qualifier
from nutgraf.language.figures.units import converted, has_no_unit, may_be_one_unit

# "About 50" allows 45 to 55, "more than 50" 50 to 55, "nearly 50" 45 to 50.
TOLERANCE: Final = Decimal("0.1")
# Converted amounts are rounded when they are printed: 100 km are "62 miles", not 62.137.
CONVERSION_TOLERANCE: Final = Decimal("0.02")

_ALONE: Final = frozenset({FigureKind.SCORE, FigureKind.ORDINAL})
_LOWER: Final = {Qualifier.ABOUT: TOLERANCE, Qualifier.UNDER: TOLERANCE}
_UPPER: Final = {Qualifier.ABOUT: TOLERANCE, Qualifier.OVER: TOLERANCE}


def same_amount(a: Figure, b: Figure) -> bool:
    """Tell whether two figures say the same amount; their order does not matter.

    Values must be equal, both ends of a range too, within these allowances: "about", "more than"
    and "nearly" beside either figure give ``TOLERANCE`` on the side that they name; a figure
    without a numeral ("hundreds") agrees with whatever lies in its reach; different units of one
    dimension are converted and compared to within ``CONVERSION_TOLERANCE``.

    Units must agree: the same currency, the same unit of measure or one that it converts to. The
    noun of a count decides nothing, since "people" may stand for "passengers", and a bare
    number agrees with one that has a unit. Scores and ordinals agree only with their own kind.
    """
    if _ALONE & {a.kind, b.kind} and a.kind is not b.kind:
        return False
    if may_be_one_unit(a.unit, b.unit) or has_no_unit(a) or has_no_unit(b):
        return _values_agree(a, b, Decimal(0))
    in_unit = in_unit_of(a, b)
    return in_unit is not None and _values_agree(in_unit, b, CONVERSION_TOLERANCE)


def in_unit_of(figure: Figure, other: Figure) -> Figure | None:
    """Return a figure in the unit of another one, or None where it does not convert."""
    value = converted(figure.value, figure.unit, other.unit)
    high = None if figure.high is None else converted(figure.high, figure.unit, other.unit)
    return None if value is None else replace(figure, value=value, high=high, unit=other.unit)


def _values_agree(a: Figure, b: Figure, rounding: Decimal) -> bool:
    low, high = a.value, a.value if a.high is None else a.high
    other_low, other_high = b.value, b.value if b.high is None else b.high
    if Qualifier.VAGUE in {a.qualifier, b.qualifier}:
        return low <= other_high and other_low <= high
    return any(
        _within(reference_low, actual_low, qualifier, rounding)
        and _within(reference_high, actual_high, qualifier, rounding)
        for qualifier, reference_low, actual_low, reference_high, actual_high in (
            (a.qualifier, low, other_low, high, other_high),
            (b.qualifier, other_low, low, other_high, high),
        )
    )


def _within(reference: Decimal, actual: Decimal, qualifier: Qualifier, rounding: Decimal) -> bool:
    below = max(_LOWER.get(qualifier, rounding), rounding) * abs(reference)
    above = max(_UPPER.get(qualifier, rounding), rounding) * abs(reference)
    return reference - below <= actual <= reference + above
