"""Finding the figures of a text: each kind's reader is tried where a number may begin.

The tables and readers live beside; comparing figures is the business of ``comparison``.
"""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING, Final

from nutgraf.article import Span
from nutgraf.language.figures.currencies import currency_before
from nutgraf.language.figures.exclusions import (
    follows_in_a_sentence,
    looks_like_a_year,
    skip_non_figure,
    stands_in_a_name,
)
from nutgraf.language.figures.figure import Figure, FigureKind, Qualifier
from nutgraf.language.figures.measures import read_measure, stretch_named
from nutgraf.language.figures.notation import in_english_notation
from nutgraf.language.figures.nouns import counted_noun
from nutgraf.language.figures.number_words import DIGITS, SCALES, TEENS, TENS, VAGUE_NUMBERS
from nutgraf.language.figures.numerals import GAP
from nutgraf.language.figures.ordinals import ORDINAL_WORDS, read_ordinal
from nutgraf.language.figures.qualifiers import read_qualifier
from nutgraf.language.figures.ranges import Reach, read_reaches
from nutgraf.language.figures.scores import read_score
from nutgraf.language.figures.shares import read_share
from nutgraf.language.figures.spoken_prices import read_spoken_price
from nutgraf.language.figures.vague import read_vague

if TYPE_CHECKING:
    from collections.abc import Callable

    from nutgraf.language.figures.amounts import Amount

_READ_IN_WORDS: Final = "en"
_LOOKBACK: Final = 20
_OLDEST: Final = 120

# "One" behind these is a pronoun or part of a phrase.
_DETERMINED = re.compile(
    rf"(?:\b(?:no|any|every|each|some|this|that|these|the|which|another|such|only|a|an|number|by|than"
    rf"|not|loved|little|former|latter|big|good|right|wrong)|['\u2019]s){GAP}$",
    re.IGNORECASE,
)
_EACH = re.compile(rf"\b(?:any|every|each|this|that|these|which|another|such){GAP}$", re.IGNORECASE)
_IDIOM = re.compile(
    rf"one{GAP}(?:another|day|time|thing|way|side|hand|reason|more|such|can|must|kind|sort|point)\b",
    re.IGNORECASE,
)
_ONE: Final = re.compile(r"one(?![\w-])", re.IGNORECASE)
_AGED = re.compile(rf"\b(?:aged?|age{GAP}of){GAP}$", re.IGNORECASE)
_APPOSED = re.compile(rf"[A-Z][\w'\u2019-]{{1,14}},{GAP}$")
_WORD = re.compile(r"\w{1,24}|\W")

# The readers of figures that are no range, in the order in which they are tried.
_SINGLE: Final[tuple[Callable[[str, int], Figure | None], ...]] = (
    read_spoken_price,
    read_vague,
    read_score,
    read_share,
    read_ordinal,
)


@cache
def _trigger() -> re.Pattern[str]:
    """Return the pattern of what a figure can begin with."""
    words = (
        *DIGITS,
        *TEENS,
        *TENS,
        *VAGUE_NUMBERS,
        *ORDINAL_WORDS,
        "half",
        "quarter",
        "several",
        "many",
    )
    opened = "|".join(
        (
            "hundred",
            "few",
            "half",
            "third",
            "quarter",
            "fourth",
            "fifth",
            "sixth",
            "seventh",
            "eighth",
            "ninth",
            "tenth",
            *SCALES,
        )
    )
    return re.compile(
        rf"(?<!\w)(?<![^\W\d_]-)(?:\d|[½¼¾⅓⅔⅛⅜⅝⅞]|{currency_before()}"
        rf"|(?i:an?(?:{GAP}|-)(?:{opened}|\w{{3,12}}{GAP}and{GAP}a{GAP}half)\b"
        rf"|(?:{'|'.join(words)})(?!\w)))"
    )


def find_figures(text: str, language: str = "en") -> tuple[Figure, ...]:
    """Return the figures of a text in reading order; they do not overlap.

    Dates, clock times, bare years, ages of decades, labels ("Article 5"), identifiers and list
    numbers are no figures. A bare number from 1500 to 2099 without a separator is a year unless
    a unit of measure or currency stands beside it, or both a word such as "about" before it and
    a counted noun behind it.

    Args:
        text: The text; spans are offsets into it, in code points.
        language: Its ISO 639-1 code. Of other languages than English only what is printed in
            digits is read.
    """
    if language != _READ_IN_WORDS:
        found = _figures(in_english_notation(text, language))
        return tuple(one for one in found if any(map(str.isdigit, one.span.of(text))))
    return _figures(text)


def _figures(text: str) -> tuple[Figure, ...]:
    figures: list[Figure] = []
    pos = 0
    while match := _trigger().search(text, pos):
        found, end = _read_at(text, match.start())
        figures.extend(found)
        pos = max(end, match.start() + 1)
    return tuple(figures)


def _read_at(text: str, pos: int) -> tuple[tuple[Figure, ...], int]:
    """Return the figures that begin at ``pos``, and where to read on."""
    if (end := skip_non_figure(text, pos)) is not None:
        return (), end
    for read in _SINGLE:
        if figure := read(text, pos):
            return (figure,), figure.span.end
    if _ONE.match(text, pos) and not _one_is_a_number(text, pos):
        return (), pos + len("one")
    reaches = read_reaches(text, pos)
    if not reaches:
        return (), _past_the_word(text, pos)
    figures = [_figure(text, reach) for reach in reaches]
    return tuple(figure for figure in figures if figure), reaches[-1].amount.end


def _past_the_word(text: str, pos: int) -> int:
    match = _WORD.match(text, pos)
    return match.end() if match else pos + 1


def _one_is_a_number(text: str, pos: int) -> bool:
    """Tell the numeral "one" from the pronoun."""
    if read_measure(text, pos + len("one")) and not _IDIOM.match(text, pos):
        return not _EACH.search(text[max(0, pos - _LOOKBACK) : pos])
    before = text[max(0, pos - _LOOKBACK) : pos]
    return not (_DETERMINED.search(before) or _IDIOM.match(text, pos))


def _figure(text: str, reach: Reach) -> Figure | None:
    amount = reach.amount
    span = Span(amount.start, amount.end)
    if amount.unit is not None:
        return _made(text, span, reach, amount.unit)
    if _is_an_age(text, amount):
        return replace(_made(text, span, reach, "years"), kind=FigureKind.DURATION)
    noun = counted_noun(text, amount.end, singular=amount.value == 1)
    if noun and (measure := stretch_named(noun)):  # "eleven nerve-racking minutes"
        return replace(_made(text, span, reach, measure.unit), kind=measure.kind)
    if not _counts(text, reach, noun):
        return None
    return _made(text, span, reach, noun)


def _made(text: str, span: Span, reach: Reach, unit: str | None) -> Figure:
    qualifier = read_qualifier(text, span)
    return Figure(span, reach.amount.value, unit, reach.amount.kind, reach.high, qualifier)


def _is_an_age(text: str, amount: Amount) -> bool:
    """Tell whether a bare number is an age in apposition: "Ada Nowak, 42, of Leeds"."""
    if not amount.numeral.plain or amount.value > _OLDEST:
        return False
    before = text[max(0, amount.start - _LOOKBACK) : amount.start]
    aged = _AGED.search(before) is not None
    apposed = _APPOSED.search(before) is not None
    return aged or (apposed and text[amount.end : amount.end + 1] in {",", ".", ";", ")"})


def _counts(text: str, reach: Reach, noun: str | None) -> bool:
    """Tell whether a number without a unit counts something, from what stands around it."""
    amount = reach.amount
    if amount.numeral.digits:
        if reach.high is None and looks_like_a_year(text, amount.start, amount.end):
            loose = read_qualifier(text, Span(amount.start, amount.end))
            return noun is not None and loose is not Qualifier.EXACT
        return noun is not None or not stands_in_a_name(text, amount.start)
    if amount.value == 1:
        return noun is not None
    return text[amount.start].islower() or not follows_in_a_sentence(text, amount.start)
