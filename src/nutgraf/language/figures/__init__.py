"""The figures of a text: amounts with unit and kind, in digits and in words.

Dates are read by ``nutgraf.language.dates``; whether a statement's figures stand in the sentences
that it cites is checked in ``nutgraf.grounding``.
"""

from nutgraf.language.figures.carrying import carries, same_number
from nutgraf.language.figures.comparison import same_amount
from nutgraf.language.figures.figure import Figure, FigureKind, Qualifier
from nutgraf.language.figures.finding import find_figures
from nutgraf.language.figures.units import has_no_unit, may_be_one_unit

__all__ = [
    "Figure",
    "FigureKind",
    "Qualifier",
    "carries",
    "find_figures",
    "has_no_unit",
    "may_be_one_unit",
    "same_amount",
    "same_number",
]
