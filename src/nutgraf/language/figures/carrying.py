"""Whether a figure that a text prints carries what somebody says of it, rounded or not.

Unlike ``comparison`` this has a direction: "about 4,000" may be said of 3,957, while of "about
4,000" nobody may say 3,957.
"""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Final

from nutgraf.language.figures.comparison import CONVERSION_TOLERANCE, TOLERANCE, in_unit_of
from nutgraf.language.figures.figure import FigureKind, Qualifier
from nutgraf.language.figures.units import has_no_unit, may_be_one_unit

if TYPE_CHECKING:
    from nutgraf.language.figures.figure import Figure

# "More than 1,000" is said of 1,184: the next round number is the limit, but never further off.
_FURTHEST_BEYOND: Final = Decimal("0.25")
# "$2.5 billion" is said of $2.47 billion without "about"; of small numbers nothing is taken off.
_SILENT_ROUNDING: Final = Decimal("0.02")
_LARGE: Final = 100
_HALF: Final = Decimal("0.5")
_TEMPERATURE_ROUNDING: Final = Decimal(1)  # degrees; a share of them would depend on the scale
_ROUND_STEPS: Final = (25, 5)  # in units of the last digit that is not 0: 75 and 250, 45 and 150


def carries(printed: Figure, said: Figure) -> bool:
    """Tell whether a printed figure bears out one that is said.

    The unit must be the same, print alike, convert, or be left out on one side; the noun that a
    count counts decides nothing here. The value must be the same within what the words beside
    the said figure allow: "about" half a step between round numbers, "more than" and "nearly" a
    step, none of it more than a tenth or so; without such a word, as much as rounding explains.
    """
    if FigureKind.ORDINAL in {printed.kind, said.kind} and printed.kind is not said.kind:
        return False
    if FigureKind.SCORE in {printed.kind, said.kind}:
        return _score_carries(printed, said)
    if may_be_one_unit(printed.unit, said.unit) or has_no_unit(printed) or has_no_unit(said):
        return _value_carries(printed, said, Decimal(0))
    in_unit = in_unit_of(printed, said)
    return in_unit is not None and _value_carries(in_unit, said, _rounding(said))


def same_number(printed: Figure, said: Figure) -> bool:
    """Tell whether two figures have the same number, whatever it counts or measures."""
    return printed.value == said.value and printed.high == said.high


def _rounding(said: Figure) -> Decimal:
    if said.kind is FigureKind.TEMPERATURE:
        return _TEMPERATURE_ROUNDING
    return CONVERSION_TOLERANCE * abs(said.value)


def _score_carries(printed: Figure, said: Figure) -> bool:
    """Compare scores in either order, as "won 3-2" is "lost 2-3"; one side of one may stand alone.

    A vote told as "nine votes to six" is two counts.
    """
    ends = {printed.value, printed.high}
    if said.kind is FigureKind.SCORE and printed.kind is FigureKind.SCORE:
        return ends == {said.value, said.high}
    if said.kind is FigureKind.COUNT:
        return said.value in ends
    return printed.kind is FigureKind.COUNT and printed.value in {said.value, said.high}


def _value_carries(printed: Figure, said: Figure, rounding: Decimal) -> bool:
    low, high = printed.value, _end(printed)
    said_low, said_high = said.value, _end(said)
    if said.qualifier is Qualifier.VAGUE:
        return said_low <= high and low <= said_high
    if printed.qualifier is Qualifier.VAGUE:
        return False
    if said.qualifier is Qualifier.OVER and said.high is None:
        return _is_beyond(low, said_low, rounding)
    if said.qualifier is Qualifier.UNDER and said.high is None:
        return _is_beyond(-high, -said_low, rounding)
    return all(
        _is_said_of(end, actual, said.qualifier, rounding)
        for end, actual in ((said_low, low), (said_high, high))
    )


def _end(figure: Figure) -> Decimal:
    return figure.value if figure.high is None else figure.high


def _is_beyond(actual: Decimal, limit: Decimal, rounding: Decimal) -> bool:
    """Tell whether a value lies beyond a limit that is said of it, but not by far."""
    size = abs(limit)
    reach = max(TOLERANCE * size, min(_step(size), _FURTHEST_BEYOND * size), rounding)
    return limit - rounding <= actual <= limit + reach


def _is_said_of(said: Decimal, actual: Decimal, qualifier: Qualifier, rounding: Decimal) -> bool:
    off, size = abs(said - actual), abs(said)
    if off <= rounding:
        return True
    if qualifier is Qualifier.ABOUT:
        # "A third" is 33.33 with nothing exact about it.
        loose = size if size % 1 else _step(size) * _HALF
        return off <= min(max(loose, rounding), TOLERANCE * size)
    return _is_rounded(said, actual)


def _is_rounded(said: Decimal, actual: Decimal) -> bool:
    """Tell whether a value said without "about" is the actual one, rounded."""
    off, step = abs(said - actual), _last_place(abs(said))
    if off > step * _HALF or _last_place(abs(actual)) >= step:
        return False
    return step == 1 or (abs(said) >= _LARGE and off <= _SILENT_ROUNDING * abs(said))


def _last_place(value: Decimal) -> Decimal:
    """Return the place value of the last digit that is not 0: 100 for 4,100."""
    exponent = value.normalize().as_tuple().exponent
    # Infinity and NaN have a letter there; no figure is one.
    return Decimal(1).scaleb(exponent) if isinstance(exponent, int) else Decimal(1)


def _step(value: Decimal) -> Decimal:
    """Return how far apart numbers as round as this one are: 1,000 for 4,000, 25 for 75."""
    place = _last_place(value)
    digits = int(value / place)
    return next((place * step for step in _ROUND_STEPS if digits % step == 0), place)
