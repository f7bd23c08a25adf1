"""Whether two units of figures may be the same one, or convert into each other, and how.

Sizes live in ``measures``; whether two amounts agree is the business of ``comparison``.
"""

from __future__ import annotations

from decimal import Decimal
from functools import cache
from typing import TYPE_CHECKING, Final

from nutgraf.language.figures.figure import FigureKind, Qualifier
from nutgraf.language.figures.measures import measures_by_unit

if TYPE_CHECKING:
    from nutgraf.language.figures.figure import Figure

# Kelvin are degree * scale + zero (SI brochure, 9th edition; NIST SP 811, appendix B.8).
_SCALES: Final = {
    "K": (Decimal(1), Decimal(0)),
    "°C": (Decimal(1), Decimal("273.15")),
    "°F": (Decimal(5) / 9, Decimal("459.67") * 5 / 9),
}
# Units that one text may print for the other: whose dollars they are is said once or not at
# all, and "tons" are tonnes as often as not. Codes: ISO 4217.
_ALIKE: Final = (
    ("USD", "AUD", "CAD", "NZD", "HKD", "SGD", "TWD"),
    ("GBP", "EGP"),
    ("SEK", "NOK", "DKK", "kronor", "kroner"),
    ("MXN", "ARS", "CLP", "COP", "PHP", "pesos"),
    ("CHF", "francs"),
    ("INR", "PKR"),
    ("KES", "shillings"),
    ("AED", "dirhams"),
    ("SAR", "QAR", "riyals"),
    ("t", "tons"),
    ("degrees", "°C"),
    ("degrees", "°F"),
)


@cache
def _families() -> dict[str, frozenset[int]]:
    families: dict[str, frozenset[int]] = {}
    for number, units in enumerate(_ALIKE):
        for unit in units:
            families[unit] = families.get(unit, frozenset()) | {number}
    return families


def has_no_unit(figure: Figure) -> bool:
    """Tell whether a figure has neither a currency nor a unit of measure; it may have a noun."""
    if figure.unit is None:
        return True
    if figure.kind is FigureKind.OTHER:
        return figure.qualifier is Qualifier.VAGUE and _is_noun(figure.unit)
    return figure.kind is FigureKind.COUNT


def _is_noun(unit: str) -> bool:
    return unit.islower() and unit not in measures_by_unit()


def may_be_one_unit(unit: str | None, other: str | None) -> bool:
    """Tell whether two units are the same, or print alike ("$" of two countries)."""
    families = _families()
    nothing: frozenset[int] = frozenset()
    return unit == other or bool(
        families.get(unit or "", nothing) & families.get(other or "", nothing)
    )


def converted(value: Decimal, unit: str | None, other: str | None) -> Decimal | None:
    """Return an amount in the other unit, or None where the two measure unlike things."""
    if unit and other and unit in _SCALES and other in _SCALES:
        (scale, zero), (other_scale, other_zero) = _SCALES[unit], _SCALES[other]
        return (value * scale + zero - other_zero) / other_scale
    measures = measures_by_unit()
    first, second = measures.get(unit or ""), measures.get(other or "")
    if first is None or second is None or first.kind is not second.kind:
        return None
    if first.size is None or second.size is None:
        return None
    return value * first.size / second.size
