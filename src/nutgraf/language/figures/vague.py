"""Numbers without a numeral: "dozens of", "tens of thousands", "several hundred".

The rule: such a figure is of the kind ``OTHER``, its value is what the words name at least
("hundreds" 100, "tens of thousands" 10000), and it reaches to ten times that.
"""

from __future__ import annotations

import re
from decimal import Decimal
from functools import cache

from nutgraf.article import Span
from nutgraf.language.figures.currencies import read_currency_behind
from nutgraf.language.figures.figure import Figure, FigureKind, Qualifier
from nutgraf.language.figures.measures import read_measure
from nutgraf.language.figures.nouns import counted_noun
from nutgraf.language.figures.number_words import SCALES, VAGUE_NUMBERS
from nutgraf.language.figures.numerals import GAP

_OF = re.compile(rf"{GAP}of(?={GAP})")


@cache
def _pattern() -> re.Pattern[str]:
    numbers = "|".join(VAGUE_NUMBERS)
    scales = "|".join((*SCALES, "hundred"))
    return re.compile(
        rf"(?:(?P<number>{numbers})(?:{GAP}of{GAP}(?P<scale>{numbers}))?(?={GAP}of\b)"
        rf"|(?P<alone>hundreds|thousands|millions|billions)"
        rf"|(?:several|a{GAP}few|many){GAP}(?P<few>{scales}))(?![\w-])",
        re.IGNORECASE,
    )


def read_vague(text: str, pos: int) -> Figure | None:
    """Return the number without a numeral that begins at ``pos``, or None."""
    match = _pattern().match(text, pos)
    if match is None:
        return None
    value = Decimal(_value(match))
    end, unit = _read_unit(text, match.end())
    return Figure(
        Span(pos, end), value, unit, FigureKind.OTHER, high=value * 10, qualifier=Qualifier.VAGUE
    )


def _value(match: re.Match[str]) -> int:
    if match["few"]:
        return {**SCALES, "hundred": 100}[match["few"].lower()]
    number = VAGUE_NUMBERS[(match["number"] or match["alone"]).lower()]
    return number * VAGUE_NUMBERS[match["scale"].lower()] if match["scale"] else number


def _read_unit(text: str, end: int) -> tuple[int, str | None]:
    """Return where the figure ends, and its unit: money and measures belong to it, nouns do not."""
    of = _OF.match(text, end)
    begin = of.end() if of else end
    if currency := read_currency_behind(text, begin):
        return currency[1], currency[0]
    if measure := read_measure(text, begin):
        return measure[1], measure[0].unit
    return end, counted_noun(text, begin, singular=False)
