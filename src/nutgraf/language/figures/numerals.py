"""Reading one numeral, in digits or words, at a place in the text.

What the numeral counts or measures, and whether it is a figure at all, is decided elsewhere.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Final

from nutgraf.language.figures.number_words import (
    CLEAR_SUFFIXES,
    DIGITS,
    FOREIGN_SCALES,
    LETTER_SUFFIXES,
    PLURAL_SCALES,
    SCALES,
    TEENS,
    TENS,
    VULGAR_FRACTIONS,
)

# White space inside a figure: never a paragraph break, and bounded, so that no pattern that
# holds it can run over a long blank stretch twice. Blanks have no case; where case is ignored,
# saying so halves the time that it takes to compile.
GAP: Final = r"(?-i:[^\S\n]{1,2}|[^\S\n]?\n[^\S\n]?)"
_JOIN: Final = rf"(?:{GAP}|-)"

_LONGEST_NUMERAL: Final = 24  # digits; longer strings are identifiers
_HUNDRED: Final = 100
_MOST_SCALES: Final = 2  # "3 lakh crore"


@dataclass(frozen=True, slots=True)
class Numeral:
    """A number as printed.

    Attributes:
        start: Where it begins.
        end: Where it ends, its scale word included.
        value: The number with its scale applied.
        mantissa: The number before its scale.
        digits: Whether it is printed in digits.
        plain: Whether it is one run of digits: no separator, fraction or scale.
        incomplete: Whether it needs a unit behind it to be a figure ("half an" hour).
    """

    start: int
    end: int
    value: Decimal
    mantissa: Decimal
    digits: bool = False
    plain: bool = False
    incomplete: bool = False

    @property
    def scaled(self) -> bool:
        """Whether a scale word or suffix was applied."""
        return self.value != self.mantissa


_SCALE_WORDS: Final = {
    **SCALES,
    **PLURAL_SCALES,
    "hundred": 100,
    **CLEAR_SUFFIXES,
    **FOREIGN_SCALES,
}

_GROUPED = re.compile(
    r"""
    (?P<comma>\d{1,3}(?:,\d{2,3})*,\d{3}(?!\d)(?:\.\d+)?)            # 1,500,000.5; 15,00,000
  | (?P<dot>\d{1,3}(?:\.\d{3})+,\d{1,2}(?!\d)|\d{1,3}(?:\.\d{3}){2,}(?!\d))  # 1.500.000,5
  | (?P<space>\d{1,3}(?:[\u00a0\u2009\u202f]\d{3})+(?!\d)(?:\.\d+)?)  # thin and no-break spaces
  | (?P<blank>\d{1,3}(?:\ \d{3}){2,5}(?!\d))                         # 1 500 000
  | (?P<decimal_comma>\d{1,3},\d{1,2}(?![\d,])
      (?=[\s\u00a0]?(?:%|€|million|billion|trillion|mn\b|bn\b|per\ ?cent|k[mg]\b)))
    """,
    re.VERBOSE,
)
_DIGITS = re.compile(r"\d+(?:\.\d+)?")
_MIXED_FRACTION = re.compile(rf"[½¼¾⅓⅔⅛⅜⅝⅞]|(?:{GAP}|-)(?P<over>1/2|1/3|2/3|1/4|3/4)(?![\d/])")
_SCALE = re.compile(
    rf"{_JOIN}?(?P<word>hundred|thousand|lakh|million|crore|billion|trillion|dozen"
    rf"|mn|mln|mio|bn|bln|tn|trn|{'|'.join(FOREIGN_SCALES)})s?(?![^\W_])"
    rf"(?:(?<=mio|mrd|mln|mia|mld)\.(?={GAP}[^\W\d_]))?",  # "3,4 Mio. Euro"
    re.IGNORECASE,
)
_LETTER_SCALE = re.compile(r"[^\S\n]?(?P<word>[kKmMbBT])(?!\w)")
_GLUED_LETTER_SCALE = re.compile(
    rf"(?P<word>[km])(?={GAP}(?!hurdles|finals|heats|races|sprints|relays)"
    r"(?:[a-z]{3,}s|people|men|women|children)\b)"
)
_AND_A_FRACTION = re.compile(
    rf"{_JOIN}and{_JOIN}(?:(?P<half>a{_JOIN}half)|(?P<quarter>a{_JOIN}quarter)"
    rf"|three{_JOIN}quarters)\b",
    re.IGNORECASE,
)
_PART_OF = re.compile(
    rf"(?:(?P<half>half{_JOIN}an?)|(?P<three>three{_JOIN}quarters{GAP}of{GAP}an?)"
    rf"|(?:a{GAP})?quarter{GAP}of{GAP}an?)(?={_JOIN})",
    re.IGNORECASE,
)
_WORD = re.compile(rf"(?:(?P<and>{_JOIN}and)?{_JOIN})?(?P<word>[a-z]+)", re.IGNORECASE)


def read_numeral(text: str, pos: int, *, money: bool = False) -> Numeral | None:
    """Return the numeral that begins at ``pos``, or None.

    Args:
        text: The text.
        pos: An offset into it, in code points.
        money: Whether a currency stands before it, so that "m" can only mean million.
    """
    numeral = _read_digits(text, pos) or _read_part(text, pos) or _read_words(text, pos)
    if numeral is None:
        return None
    spoken_scale = int(numeral.value // numeral.mantissa) if numeral.scaled else 1
    numeral = _add_fraction(text, numeral, spoken_scale)
    for _ in range(_MOST_SCALES):
        scale = _read_scale(text, numeral, money=money)
        if scale is None:
            break
        factor, end = scale
        numeral = replace(
            numeral, end=end, value=numeral.value * factor, plain=False, incomplete=False
        )
        numeral = _add_fraction(text, numeral, factor)
    return replace(numeral, value=normal_form(numeral.value))


def normal_form(value: Decimal) -> Decimal:
    """Return the same value without trailing zeros behind the point and without an exponent."""
    whole = value.to_integral_value()
    return Decimal(int(whole)) if value == whole else value.normalize()


def _read_digits(text: str, pos: int) -> Numeral | None:
    if text[pos : pos + 1] in VULGAR_FRACTIONS:
        value = VULGAR_FRACTIONS[text[pos]]
        return Numeral(pos, pos + 1, value, value, digits=True)
    match = _GROUPED.match(text, pos) or _DIGITS.match(text, pos)
    if match is None or match.end() - pos > _LONGEST_NUMERAL:
        return None
    printed = match.group()
    if printed[0] == "0" and printed[1:2].isdecimal():
        return None  # "007" is a code
    form = match.lastgroup
    if form in {"dot", "decimal_comma"}:
        printed = printed.replace(".", "").replace(",", ".")
    value = Decimal(re.sub(r"[,\s]", "", printed))
    end = match.end()
    if (mixed := _MIXED_FRACTION.match(text, end)) and "." not in printed:
        value += _fraction(mixed)
        end = mixed.end()
    return Numeral(pos, end, value, value, digits=True, plain=text[pos:end].isdecimal())


def _fraction(match: re.Match[str]) -> Decimal:
    if match["over"] is None:
        return VULGAR_FRACTIONS[match.group()]
    over, under = match["over"].split("/")
    return Decimal(over) / Decimal(under)


def _read_part(text: str, pos: int) -> Numeral | None:
    match = _PART_OF.match(text, pos)
    if match is None:
        return None
    value = Decimal("0.5") if match["half"] else Decimal("0.75" if match["three"] else "0.25")
    return Numeral(pos, match.end(), value, value, incomplete=True)


def _add_fraction(text: str, numeral: Numeral, factor: int) -> Numeral:
    """Read "and a half" behind a numeral, or behind its scale, of which it is then a half."""
    match = _AND_A_FRACTION.match(text, numeral.end)
    if match is None:
        return numeral
    part = Decimal("0.5") if match["half"] else Decimal("0.25" if match["quarter"] else "0.75")
    value = numeral.value + part * factor
    return replace(
        numeral,
        end=match.end(),
        value=value,
        mantissa=numeral.mantissa + part,
        plain=False,
    )


def _read_scale(text: str, numeral: Numeral, *, money: bool) -> tuple[int, int] | None:
    if match := _SCALE.match(text, numeral.end):
        return _SCALE_WORDS[match["word"].lower()], match.end()
    letters = _LETTER_SCALE if money else _GLUED_LETTER_SCALE
    if numeral.digits and not numeral.scaled and (match := letters.match(text, numeral.end)):
        return LETTER_SUFFIXES[match["word"]], match.end()
    return None


@dataclass(slots=True)
class _WordReading:
    """What has been read of a number in words: "two hundred and" in "two hundred and six"."""

    total: int = 0  # the groups whose scale has been read
    group: int = 0  # the group being read, below its scale
    room: int = 10**18  # the next part must be smaller: "twenty" leaves room for "five"
    last_scale: int = 10**18

    def take(self, word: str, *, joined: bool) -> bool:
        """Add a word if the number can go on with it; ``joined`` says "and" stood before it."""
        if (scale := SCALES.get(word)) is not None:
            return self._take_scale(scale, joined=joined)
        if word == "hundred":
            return self._take_hundred(joined=joined)
        value = DIGITS.get(word) or TEENS.get(word) or TENS.get(word)
        if value is None or value >= self.room or (joined and self.room < _HUNDRED):
            return False
        self.group += value
        self.room = 10 if word in TENS else 1
        return True

    def _take_scale(self, scale: int, *, joined: bool) -> bool:
        if joined or not self.group or scale >= self.last_scale:
            return False
        self.total += self.group * scale
        self.group, self.room, self.last_scale = 0, scale, scale
        return True

    def _take_hundred(self, *, joined: bool) -> bool:
        if joined or not 0 < self.group < _HUNDRED:
            return False
        self.group, self.room = self.group * _HUNDRED, _HUNDRED
        return True


def _read_words(text: str, pos: int) -> Numeral | None:
    reading, end, mantissa = _WordReading(), pos, 0
    while match := _WORD.match(text, end):
        word = match["word"].lower()
        if end == pos and word in {"a", "an"}:
            reading.group, reading.room = 1, 1
        elif not reading.take(word, joined=match["and"] is not None):
            break
        if reading.total == 0:
            mantissa = reading.group
        end = match.end()
    value = Decimal(reading.total + reading.group)
    spoken = text[pos:end].lower()
    if not value or spoken in {"a", "an"} or not _ends_word(text, end):
        return None
    return Numeral(pos, end, value, Decimal(mantissa))


def _ends_word(text: str, end: int) -> bool:
    return not text[end : end + 1].isalnum()
