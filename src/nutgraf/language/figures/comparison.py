"""Whether two figures say the same amount; the tolerances of words such as "about" are here.

Finding figures is the business of ``finding``.
"""

from __future__ import annotations

from decimal import Decimal
from typing import Final

from nutgraf.language.figures.figure import Figure, FigureKind, Qualifier
from nutgraf.language.figures.measures import measures_by_unit

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
    if a.unit == b.unit or _has_no_unit(a) or _has_no_unit(b):
        return _values_agree(a, b, Decimal(1), Decimal(0))
    factor = _conversion(a.unit, b.unit)
    return factor is not None and _values_agree(a, b, factor, CONVERSION_TOLERANCE)


def _has_no_unit(figure: Figure) -> bool:
    """Tell whether a figure has neither a currency nor a unit of measure."""
    if figure.unit is None:
        return True
    if figure.kind is FigureKind.OTHER:
        return figure.qualifier is Qualifier.VAGUE and _is_noun(figure.unit)
    return figure.kind is FigureKind.COUNT


def _is_noun(unit: str) -> bool:
    return unit.islower() and unit not in measures_by_unit()


def _conversion(unit: str | None, other: str | None) -> Decimal | None:
    """Return how many of the other unit one unit is, or None where they measure unlike things."""
    measures = measures_by_unit()
    first, second = measures.get(unit or ""), measures.get(other or "")
    if first is None or second is None or first.kind is not second.kind:
        return None
    if first.size is None or second.size is None:
        return None
    return first.size / second.size


def _values_agree(a: Figure, b: Figure, factor: Decimal, rounding: Decimal) -> bool:
    low, high = a.value * factor, (a.value if a.high is None else a.high) * factor
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
