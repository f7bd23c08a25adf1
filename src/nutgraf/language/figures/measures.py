"""Units of measure: their spellings, short forms and sizes, and reading one behind a numeral.

Currencies live in ``currencies``, the nouns that counts count in ``nouns``.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from typing import TYPE_CHECKING, Final

from nutgraf.language.figures.figure import FigureKind
from nutgraf.language.figures.numerals import GAP

if TYPE_CHECKING:
    from collections.abc import Iterable


@dataclass(frozen=True, slots=True)
class Measure:
    """A unit of measure.

    Attributes:
        unit: Its usual short form, which ``Figure.unit`` holds.
        kind: What it measures.
        words: Spellings of which case does not matter, singular first.
        signs: Spellings of which it does.
        glued: Signs that count only right behind the digits ("10in", where "10 in" is no length).
        size: How many of its dimension's base unit it is; None where it compares with itself only.
    """

    unit: str
    kind: FigureKind
    words: tuple[str, ...] = ()
    signs: tuple[str, ...] = ()
    glued: tuple[str, ...] = ()
    size: Decimal | None = None


_D = Decimal
_K = FigureKind

# Sizes: SI brochure, 9th edition; US customary and imperial units by their exact definitions
# (international yard and pound agreement of 1959). Base units: m, s, kg, m2, litre, m/s,
# percentage points.
# A year is the Gregorian mean of 365.2425 days, a month a twelfth of it.
MEASURES: Final = (
    Measure("%", _K.SHARE, ("percent", "per cent", "pct", "prozent", "procent", "prosent",
            "pour cent", "por ciento", "por cento", "per cento"), ("%", "\u066a")),
    Measure("percentage points", _K.SHARE, ("percentage point", "percentage points"),
            size=_D(1)),
    Measure("basis points", _K.SHARE, ("basis point", "basis points"), size=_D("0.01")),
    Measure("km", _K.DISTANCE, ("kilometre", "kilometres", "kilometer", "kilometers", "kms"),
            ("km",), size=_D(1000)),
    Measure("m", _K.DISTANCE, ("metre", "metres", "meter", "meters"), ("m",), size=_D(1)),
    Measure("cm", _K.DISTANCE, ("centimetre", "centimetres", "centimeter", "centimeters"),
            ("cm",), size=_D("0.01")),
    Measure("mm", _K.DISTANCE, ("millimetre", "millimetres", "millimeter", "millimeters"),
            ("mm",), size=_D("0.001")),
    Measure("nm", _K.DISTANCE, ("nanometre", "nanometres", "nanometer", "nanometers")),
    Measure("nautical miles", _K.DISTANCE, ("nautical mile", "nautical miles"), size=_D(1852)),
    Measure("mi", _K.DISTANCE, ("mile", "miles"), size=_D("1609.344")),
    Measure("yd", _K.DISTANCE, ("yard", "yards", "yds"), size=_D("0.9144")),
    Measure("ft", _K.DISTANCE, ("foot", "feet"), ("ft",), size=_D("0.3048")),
    Measure("in", _K.DISTANCE, ("inch", "inches"), glued=("in",), size=_D("0.0254")),
    Measure("light-years", _K.DISTANCE,
            ("light year", "light years", "light-year", "light-years")),
    Measure("ms", _K.DURATION, ("millisecond", "milliseconds"), ("ms",), size=_D("0.001")),
    Measure("s", _K.DURATION, ("second", "seconds", "secs"), ("sec",), size=_D(1)),
    Measure("min", _K.DURATION, ("minute", "minutes", "mins"), ("min",), size=_D(60)),
    Measure("h", _K.DURATION, ("hour", "hours", "hrs", "hr"), glued=("h",), size=_D(3600)),
    Measure("days", _K.DURATION, ("day", "days", "day-old", "days-old"), size=_D(86400)),
    Measure("weeks", _K.DURATION, ("week", "weeks", "week-old"), size=_D(604800)),
    Measure("fortnights", _K.DURATION, ("fortnight", "fortnights"), size=_D(1209600)),
    Measure("months", _K.DURATION, ("month", "months", "month-old", "months-old"),
            size=_D(2629746)),
    Measure("years", _K.DURATION,
            ("year", "years", "yrs", "year-old", "year-olds", "years-old", "year old"),
            size=_D(31556952)),
    Measure("decades", _K.DURATION, ("decade", "decades"), size=_D(315569520)),
    Measure("centuries", _K.DURATION, ("century", "centuries"), size=_D(3155695200)),
    Measure("°C", _K.TEMPERATURE,
            ("degrees celsius", "degree celsius", "degrees centigrade", "celsius"),
            ("°C", "° C", "ºC", "℃", "degrees C"), glued=("C",)),
    Measure("°F", _K.TEMPERATURE, ("degrees fahrenheit", "degree fahrenheit", "fahrenheit"),
            ("°F", "° F", "ºF", "℉", "degrees F"), glued=("F",)),
    Measure("K", _K.TEMPERATURE, ("kelvin", "kelvins")),
    Measure("degrees", _K.OTHER, ("degree", "degrees"), ("°",)),
    Measure("mg", _K.WEIGHT, ("milligram", "milligrams"), ("mg",), size=_D("0.000001")),
    Measure("g", _K.WEIGHT, ("gram", "grams", "gramme", "grammes"), ("g",), size=_D("0.001")),
    Measure("kg", _K.WEIGHT, ("kilogram", "kilograms", "kilogramme", "kilogrammes", "kilo",
            "kilos", "kgs"), ("kg",), size=_D(1)),
    Measure("t", _K.WEIGHT, ("tonne", "tonnes", "metric ton", "metric tons", "metric tonnes"),
            size=_D(1000)),
    Measure("tons", _K.WEIGHT, ("ton", "tons", "short tons", "long tons")),
    Measure("lb", _K.WEIGHT, ("lb", "lbs"), size=_D("0.45359237")),
    Measure("st", _K.WEIGHT, glued=("st",), size=_D("6.35029318")),
    Measure("oz", _K.WEIGHT, ("ounce", "ounces", "oz"), size=_D("0.028349523125")),
    Measure("km2", _K.AREA, ("square kilometre", "square kilometres", "square kilometer",
            "square kilometers", "sq km", "sq. km"), ("km2", "km²"), size=_D(1000000)),
    Measure("m2", _K.AREA, ("square metre", "square metres", "square meter", "square meters",
            "sq m", "sq. m"), ("m2", "m²"), size=_D(1)),
    Measure("sq mi", _K.AREA, ("square mile", "square miles", "sq mi", "sq. mi"),
            size=_D("2589988.110336")),
    Measure("sq ft", _K.AREA, ("square foot", "square feet", "sq ft", "sq. ft"),
            size=_D("0.09290304")),
    Measure("ha", _K.AREA, ("hectare", "hectares"), ("ha",), size=_D(10000)),
    Measure("acres", _K.AREA, ("acre", "acres"), size=_D("4046.8564224")),
    Measure("l", _K.VOLUME, ("litre", "litres", "liter", "liters"), size=_D(1)),
    Measure("ml", _K.VOLUME, ("millilitre", "millilitres", "milliliter", "milliliters"), ("ml",),
            size=_D("0.001")),
    Measure("m3", _K.VOLUME, ("cubic metre", "cubic metres", "cubic meter", "cubic meters"),
            ("m3", "m³"), size=_D(1000)),
    Measure("hm3", _K.VOLUME, ("cubic hectometre", "cubic hectometres", "cubic hectometer",
            "cubic hectometers", "hect\u00f3metro c\u00fabico", "hect\u00f3metros c\u00fabicos"),
            ("hm3", "hm\u00b3"), size=_D(1000000000)),
    Measure("km3", _K.VOLUME, ("cubic kilometre", "cubic kilometres", "cubic kilometer",
            "cubic kilometers"), ("km3", "km³")),
    Measure("cu ft", _K.VOLUME, ("cubic foot", "cubic feet", "cu ft"), size=_D("28.316846592")),
    Measure("acre-feet", _K.VOLUME, ("acre-foot", "acre-feet", "acre feet", "acre·ft")),
    Measure("gallons", _K.VOLUME, ("gallon", "gallons")),
    Measure("pints", _K.VOLUME, ("pint", "pints")),
    Measure("barrels", _K.VOLUME, ("barrel", "barrels")),
    Measure("km/h", _K.SPEED, ("kilometres per hour", "kilometers per hour",
            "kilometres an hour", "kilometers an hour", "kph", "kmh"), ("km/h", "km / h"),
            size=_D(1000) / _D(3600)),
    Measure("mph", _K.SPEED, ("miles per hour", "miles an hour", "mph"), size=_D("0.44704")),
    Measure("m/s", _K.SPEED, ("metres per second", "meters per second", "metres a second"),
            ("m/s",), size=_D(1)),
    Measure("knots", _K.SPEED, ("knot", "knots")),
    Measure("m3/s", _K.OTHER, ("cubic metres per second", "cubic meters per second"),
            ("m3/s", "m³/s")),
    Measure("cu ft/s", _K.OTHER, ("cubic feet per second", "cu ft/s")),
    Measure("kW", _K.OTHER, ("kilowatt", "kilowatts"), ("kW",)),
    Measure("MW", _K.OTHER, ("megawatt", "megawatts"), ("MW",)),
    Measure("GW", _K.OTHER, ("gigawatt", "gigawatts"), ("GW",)),
    Measure("kWh", _K.OTHER, ("kilowatt hour", "kilowatt hours", "kilowatt-hours"), ("kWh",)),
    Measure("MWh", _K.OTHER, ("megawatt hours", "megawatt-hours"), ("MWh",)),
    Measure("TWh", _K.OTHER, ("terawatt hours", "terawatt-hours"), ("TWh",)),
    Measure("V", _K.OTHER, ("volt", "volts")),
    Measure("Hz", _K.OTHER, ("hertz",), ("Hz",)),
    Measure("MHz", _K.OTHER, ("megahertz",), ("MHz",)),
    Measure("GHz", _K.OTHER, ("gigahertz",), ("GHz",)),
    Measure("dB", _K.OTHER, ("decibel", "decibels"), ("dB",)),
    Measure("kB", _K.OTHER, ("kilobyte", "kilobytes"), ("kB", "KB")),
    Measure("MB", _K.OTHER, ("megabyte", "megabytes"), ("MB",)),
    Measure("GB", _K.OTHER, ("gigabyte", "gigabytes"), ("GB",)),
    Measure("TB", _K.OTHER, ("terabyte", "terabytes"), ("TB",)),
    Measure("kcal", _K.OTHER, ("calorie", "calories", "kilocalories"), ("kcal",)),
)  # fmt: skip

_LONGEST_SPELLING: Final = 32
# What a spelling begins with: its letters up to the first other character, or one that is none.
_BEGINNING: Final = re.compile(
    rf"(?:(?:{GAP}|-)(?=[^\s-]))?(?P<letters>[^\W\d_]{{1,{_LONGEST_SPELLING}}}|[^\w\s])"
)
_NOTHING: Final = "(?!)"


@cache
def measures_by_unit() -> dict[str, Measure]:
    """Return the measures under the short form that ``Figure.unit`` holds."""
    return {measure.unit: measure for measure in MEASURES}


@cache
def _words() -> dict[str, Measure]:
    return {word: measure for measure in MEASURES for word in measure.words}


@cache
def _signs() -> dict[str, Measure]:
    return {sign: measure for measure in MEASURES for sign in (*measure.signs, *measure.glued)}


@cache
def _beginnings() -> frozenset[str]:
    return frozenset(_beginning(spelling) for spelling in (*_words(), *_signs()))


def _beginning(spelling: str) -> str:
    match = _BEGINNING.match(spelling)
    return match["letters"].lower() if match else ""


def _alternatives(spellings: Iterable[str], beginning: str) -> str:
    """Return a pattern for those that begin so, longest first, any gap or hyphen for a space."""
    fitting = (spelling for spelling in spellings if _beginning(spelling) == beginning)
    ordered = sorted(fitting, key=len, reverse=True)
    joined = (re.escape(spelling).replace(r"\ ", rf"(?:{GAP}|-)") for spelling in ordered)
    return "|".join(joined) or _NOTHING


@cache
def _pattern(beginning: str) -> re.Pattern[str]:
    """Compile the spellings that begin so: all of them take as long as a page takes to read."""
    signs = [sign for measure in MEASURES for sign in measure.signs]
    glued = [sign for measure in MEASURES for sign in measure.glued]
    return re.compile(
        rf"(?:(?P<glued>{_alternatives(glued, beginning)})"
        rf"|(?:{GAP}|-)?(?:(?P<sign>{_alternatives(signs, beginning)})"
        rf"|(?i:(?P<word>{_alternatives(_words(), beginning)}))))"
        r"(?!\w|[\u2019'][^\W\d_]{2})"
    )


def stretch_named(word: str) -> Measure | None:
    """Return the unit of time or distance that a word in lower case names, or None."""
    measure = _words().get(word)
    return measure if measure and measure.kind in {_K.DURATION, _K.DISTANCE} else None


def read_measure(text: str, pos: int) -> tuple[Measure, int] | None:
    """Return the unit of measure that stands at ``pos`` and where it ends, or None."""
    opening = _BEGINNING.match(text, pos)
    beginning = opening["letters"].lower() if opening else ""
    if beginning not in _beginnings():
        return None
    match = _pattern(beginning).match(text, pos, pos + _LONGEST_SPELLING)
    if match is None or text[match.end() : match.end() + 1].isalnum():
        return None
    if match["word"]:
        spelling = re.sub(r"\s+", " ", match["word"].lower())
        words = _words()
        measure = words.get(spelling) or words.get(spelling.replace("-", " "))
        return None if measure is None else (measure, match.end())
    sign = re.sub(r"\s+", " ", match["sign"] or match["glued"])
    signs = _signs()
    return signs[sign if sign in signs else sign.replace("-", " ")], match.end()
