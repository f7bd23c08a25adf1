"""Perturbations of figures: another number, the number of something else, another unit."""

from __future__ import annotations

import re
from decimal import Decimal
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from nutgraf.article import Span
from nutgraf.evals.perturbations.choosing import choose, in_turn
from nutgraf.evals.perturbations.statement import replaced
from nutgraf.language.figures import Figure, FigureKind, Qualifier, same_amount

if TYPE_CHECKING:
    from collections.abc import Iterator

    from nutgraf.evals.perturbations.statement import TrueStatement

_DIGITS: Final = re.compile(r"\d+(?:,\d{3})*(?:\.\d+)?")
_WORDS: Final = (
    "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
    "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty",
    "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety",
)  # fmt: skip

_WORD: Final = re.compile(rf"\b(?:{'|'.join(_WORDS)})\b", re.IGNORECASE)
_FACTORS: Final = tuple(Decimal(f) for f in ("2", "1.5", "3", "0.5", "1.3", "0.7", "2.5"))
_YEAR: Final = re.compile(r"1\d{3}|20\d\d")
_ALL: Final = Decimal(100)
_FEWEST: Final = Decimal(2)

_FROM: Final = re.compile(r"\bfrom (?:about |some |nearly )?$")
_COMPARED: Final = re.compile(r"(?: [a-z]+){0,4},? to (?:about |some |nearly )?")
_AGAINST: Final = re.compile(
    r"(?: [a-z]+){0,4},? (?:compared with|instead of|rather than|against|up from|down from"
    r"|votes to) "
)

# Each row: units of one kind that may stand for one another, as they are printed.
_UNITS: Final = (
    ("$", "\u20ac", "\u00a3"),
    ("dollars", "euros", "pounds"),
    ("km", "miles", "metres"),
    ("kilometres", "miles", "metres"),
    ("kilometers", "miles", "meters"),
    ("kilograms", "pounds", "tonnes"),
    ("kg", "lb", "g"),
    ("hours", "minutes", "days"),
    ("days", "weeks", "months"),
    ("weeks", "months", "days"),
    ("months", "weeks", "years"),
    ("years", "months", "weeks"),
    ("seconds", "minutes", "hours"),
    ("minutes", "hours", "seconds"),
    ("feet", "yards", "miles"),
    ("acres", "hectares", "square miles"),
    ("hectares", "acres", "square miles"),
    ("tonnes", "kilograms", "pounds"),
    ("tons", "pounds", "kilograms"),
    ("litres", "gallons", "barrels"),
    ("million", "billion"),
    ("billion", "million"),
    ("megawatts", "gigawatts", "kilowatts"),
)


def another_number(statement: TrueStatement, seed: int) -> str | None:
    """Return the statement with a number that the article does not have."""
    for figure in in_turn(_numerals(statement), seed, statement.text, "number"):
        for told in _other_values(statement.text, figure, seed):
            if _is_nowhere(statement, told, figure):
                return told
    return None


def number_from_elsewhere(statement: TrueStatement, seed: int) -> str | None:
    """Return the statement with a number that stands in another sentence of the article."""
    text, article = statement.text, statement.article.article.text
    for figure in in_turn(_numerals(statement), seed, statement.text, "elsewhere"):
        others = [
            other
            for other in statement.article.figures
            if other.kind is figure.kind
            and other.unit == figure.unit
            and other.qualifier is Qualifier.EXACT
            and other.high is None
            and other.value >= _FEWEST
            and _shape(other.span.of(article)) == _shape(figure.span.of(text))
            and not statement.is_supported(other.span)
        ]
        for other in in_turn(others, seed, statement.text):
            told = replaced(text, figure.span, other.span.of(article))
            if _is_another(statement, told, figure):
                return told
    return None


def another_unit(statement: TrueStatement, seed: int) -> str | None:
    """Return the statement with a figure in another unit, or of another scale."""
    text = statement.text
    for figure in in_turn(statement.readings.figures, seed, text, "unit"):
        if figure.value < _FEWEST or statement.is_quoted(figure.span):
            continue
        for place, others in _units(text, figure):
            told = replaced(text, place, in_turn(others, seed, text)[0])
            if _is_nowhere(statement, told, figure):
                return told
    return None


def _units(text: str, figure: Figure) -> Iterator[tuple[Span, tuple[str, ...]]]:
    """Yield where a unit stands inside a figure or right after it, with those of its kind."""
    for unit, *others in _UNITS:
        pattern = rf"(?<=[\d ]){unit}\b" if unit.isalpha() else re.escape(unit)
        within = re.compile(pattern).search(text, figure.span.start, figure.span.end)
        found = within or re.compile(rf"[ -]({unit})\b").match(text, figure.span.end)
        if found:
            yield Span(*found.span(found.lastindex or 0)), tuple(others)


def swapped_figures(statement: TrueStatement, seed: int) -> str | None:
    """Return the statement with two amounts that it compares changed over."""
    text = statement.text
    pairs = [
        (one, other)
        for one, other in pairwise(statement.readings.figures)
        if one.value != other.value
        and one.kind is other.kind
        and not statement.is_quoted(one.span)
        and _are_compared(text, one, other)
    ]
    if not pairs:
        return None
    one, other = choose(pairs, seed, text, "swap")
    told = replaced(text, other.span, one.span.of(text))
    return replaced(told, one.span, other.span.of(text))


def _are_compared(text: str, one: Figure, other: Figure) -> bool:
    between = text[one.span.end : other.span.start]
    if _AGAINST.fullmatch(between):
        return True
    return bool(_COMPARED.fullmatch(between) and _FROM.search(text[: one.span.start]))


def _numerals(statement: TrueStatement) -> list[Figure]:
    """Return the figures of a statement with a numeral that can be changed alone."""
    text = statement.text
    return [
        figure
        for figure in statement.readings.figures
        if figure.kind is not FigureKind.ORDINAL
        and not statement.is_quoted(figure.span)
        and figure.high is None
        and figure.value >= _FEWEST
        and not _YEAR.fullmatch(figure.span.of(text))
    ]


def _shape(words: str) -> str:
    """Return how an amount is written: its numeral, by its length in digits, and all beside it."""
    return _WORD.sub("W", _DIGITS.sub(lambda found: str(len(found[0].partition(".")[0])), words))


def _numeral(words: str) -> re.Match[str] | None:
    """Return the only numeral of an amount; None for several, as in "two and a half"."""
    found = [*_DIGITS.finditer(words), *_WORD.finditer(words)]
    return found[0] if len(found) == 1 else None


def _other_values(text: str, figure: Figure, seed: int) -> Iterator[str]:
    found = _numeral(figure.span.of(text))
    if found is None:
        return
    start = figure.span.start + found.start()
    for other in _others(found[0], figure, seed, text):
        yield replaced(text, Span(start, start + len(found[0])), other)


def _others(numeral: str, figure: Figure, seed: int, text: str) -> Iterator[str]:
    if numeral[0].isalpha():
        step = [word for word in _WORDS if abs(_WORDS.index(word) - _index(numeral)) in range(2, 6)]
        for word in in_turn(step, seed, text):
            yield word.capitalize() if numeral[0].isupper() else word
        return
    value = Decimal(numeral.replace(",", ""))
    places = len(numeral.partition(".")[2])
    for factor in in_turn(_FACTORS, seed, text):
        other = round(value * factor, places) if places else Decimal(int(value * factor))
        if figure.kind is FigureKind.SHARE and other >= _ALL:
            continue
        if other < _FEWEST or abs(other - value) * 4 < value:
            continue
        yield f"{other:,.{places}f}" if "," in numeral else f"{other:.{places}f}"


def _index(word: str) -> int:
    return _WORDS.index(word.lower())


def _is_nowhere(statement: TrueStatement, told: str, instead: Figure) -> bool:
    """Tell whether the figure now told is another one, and one that the article does not have."""
    figure = _at(statement, told, instead)
    return figure is not None and not any(
        same_amount(figure, other) for other in (*statement.article.figures, instead)
    )


def _is_another(statement: TrueStatement, told: str, instead: Figure) -> bool:
    """Tell whether the figure now told is another one than all those that support it."""
    figure = _at(statement, told, instead)
    supporting = [f for f in statement.article.figures if statement.is_supported(f.span)]
    return figure is not None and not any(
        same_amount(figure, other) for other in (*supporting, *statement.readings.figures)
    )


def _at(statement: TrueStatement, told: str, instead: Figure) -> Figure | None:
    figures = statement.with_text(told).figures
    return next((f for f in figures if f.span.start == instead.span.start), None)
