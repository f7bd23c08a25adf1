"""The notation of the rule tables: templates of tokens, compiled to regular expressions.

The rules are in ``rules``; what their matches mean is in ``absolute`` and ``relative``.

In a template ``<month>`` stands for the token of that name and captures it, ``<month:2>`` captures
it as ``month2``, and a space stands for a gap: blanks or one line break, never a paragraph's end.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, Final

from nutgraf.language.dates.holidays import HOLIDAYS
from nutgraf.language.dates.named_periods import NAMED_PERIODS
from nutgraf.language.dates.words import (
    DEICTIC_DAYS,
    NUMBERS,
    ORDINALS,
    SEASONS,
    TENS,
    VAGUE_NUMBERS,
)

if TYPE_CHECKING:
    from collections.abc import Iterable

    from nutgraf.language.dates.periods import Period
    from nutgraf.language.dates.reference import Reference

# Blanks and digits have no case: saying so halves the time that they take to compile.
_GAP: Final = r"(?-i:[^\S\n]{1,3}|[^\S\n]{0,2}\n[^\S\n]{0,3})"


def _any(words: Iterable[str]) -> str:
    longest_first = sorted(words, key=len, reverse=True)
    joined = "|".join(re.escape(word).replace(r"\ ", " ") for word in longest_first)
    return joined.replace("'", "['\u2019]")


_YEAR: Final = r"(?-i:[12]\d{3}(?!\d|[.,]\d|[-\u2013]\d))"
_TOKENS: Final = {
    "weekday": r"(?:mon|tues|wednes|thurs|fri|satur|sun)day\b",
    # Abbreviated weekdays count only beside a printed date.
    "wd": (
        r"(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day\b"
        r"|(?:mon|tues?|wed|thurs?|thu|fri|sat|sun)\b\.?)"
    ),
    "month": (
        r"(?:(?:january|february|march|april|may|june|july|august|september|october|november"
        r"|december)\b|(?:jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)\b\.?)"
    ),
    "day": (
        r"(?-i:0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?(?-i:(?![\d:%]|\w|\.\d|,\d{3}(?!\d)))"
    ),
    "year": _YEAR,
    "season": rf"(?:{_any(SEASONS)})\b",
    "holiday": rf"(?:{_any(HOLIDAYS)})(?!\w)",
    "named": rf"(?:{_any(NAMED_PERIODS)})",
    "deictic": rf"(?:{_any(DEICTIC_DAYS)})\b",
    "unit": r"(?:day|week|fortnight|month|quarter|year|decade|century)\b(?!-)",
    "units": r"(?:(?:day|week|fortnight|month|year|decade|night)s?|century|centuries)\b(?!-)",
    "part": r"(?:morning|afternoon|evening|night|lunchtime|noon)\b",
    "which": r"(?:last|previous|this(?: coming| past)?|current|next|coming|upcoming|past)",
    "number": rf"(?:\d{{1,3}}(?:,\d{{3}})+|\d{{1,5}}|{_any(NUMBERS)})",
    "vague": rf"(?:{_any(VAGUE_NUMBERS)})",
    "nth": rf"(?:\d{{1,2}}(?:st|nd|rd|th)|{_any(ORDINALS)})",
    "tens": _any(TENS),
    "era": r"(?-i:BCE?|AD|CE|B\.C\.(?:E\.)?|A\.D\.)",
    "dash": r"[^\S\n]?[-\u2013\u2014\u2011\u2212][^\S\n]?",
    "to": r"(?:[^\S\n]?[-\u2013\u2014\u2011\u2212][^\S\n]?| (?:to|through|until|till) )",
    # The year that a day, month or season is printed with, in figures or in words.
    "yr": (
        rf"(?:,?(?: of| in)? (?:(?P<year>{_YEAR})"
        r"|(?P<rel>last|this|next|that|the (?:same|following|previous)) year\b"
        r"|['\u2019](?P<yy>\d\d)(?![\w'\u2019])))"
    ),
    # What may follow "a day later" if that is all of the phrase ...
    "stop": (
        r"(?=\s*(?:[.,;:!?()\[\]”\"'\u2019\u2014\u2013-]|$|\n[^\S\n]*\n)"
        r"| (?:and|but|when|while|as|at|in|on|to|by|he|she|it|they|we|i|was|were|is|are|the)\b)"
    ),
    # ... and "the day before", which else belongs to what comes.
    "end": (
        r"(?=\s*(?:[.,;:!?()\[\]”\"'\u2019\u2014\u2013-]|$|\n[^\S\n]*\n)| (?:and|but)\b)"
    ),
}  # fmt: skip
_TOKEN: Final = re.compile(r"(?<!P)<(\w+?)(?::(\d))?>")
# Tokens that are context or joints rather than content capture nothing.
_SILENT: Final = frozenset({"yr", "stop", "end", "dash", "to"})

# Case-insensitive matching takes these for s, k and i; the words' tables do not hold them.
_FOLDING: Final = re.compile("[\u017f\u212a\u0130\u0131]")

Reader = Callable[[re.Match[str], "Reference"], "Period | None"]
Support = Callable[[str, re.Match[str]], bool]


def compile_template(template: str) -> re.Pattern[str]:
    """Compile a template of the notation that the module's docstring describes."""

    def token(found: re.Match[str]) -> str:
        name, number = found[1], found[2] or ""
        body = _TOKENS[name]
        return body if name in _SILENT else f"(?P<{name}{number}>{body})"

    # Character classes and lookarounds in this notation hold no literal space.
    pattern = _TOKEN.sub(token, template).replace(" ", _GAP)
    return re.compile(rf"(?<!\w)(?:{pattern})", re.IGNORECASE)


@dataclass(frozen=True)
class Form:
    """A form of words.

    Attributes:
        heads: The lower-case words that it can open with, after an optional "the"; ``#`` stands
            for any digits.
        template: Its words, in the module's notation.
        holds: Sets of words, in the notation of ``heads``: no match is without one of each. They
            spare compiling and trying what cannot match, which takes longer than reading a
            sentence.
    """

    heads: frozenset[str]
    template: str
    holds: tuple[frozenset[str], ...] = field(default=(), kw_only=True)

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """The compiled template."""
        return compile_template(self.template)

    def may_match(self, ahead: frozenset[str]) -> bool:
        """Tell whether a match can begin where these words stand ahead."""
        return not any(map(ahead.isdisjoint, self.holds))


@dataclass(frozen=True)
class Rule(Form):
    """A form of expression.

    Attributes:
        read: Gives the period that a match means; None where it cannot be known.
        absolute: Whether the words alone fix the period (if a year that they may hold is there).
        support: Tells whether the words around a match make it an expression at all; None where
            it always is one.
        framed: Whether it is an expression only inside a frame, as "the year" in "by the end of
            the year".
    """

    read: Reader
    absolute: bool = False
    support: Support | None = None
    framed: bool = False

    def match(self, text: str, start: int) -> re.Match[str] | None:
        """Match the rule at the offset; letters that only fold to a word's do not make the word."""
        found = self.pattern.match(text, start)
        return None if found and _FOLDING.search(found[0]) else found

    def is_exact(self, found: re.Match[str]) -> bool:
        """Tell whether the match is printed in full, so that nothing had to be inferred."""
        return self.absolute and found.groupdict().get("year", "") is not None
