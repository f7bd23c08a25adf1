"""Names speakers whom the article lets speak first and names in the sentence behind their words.

"'We were close,' one of the mediators said. The mediator was Ida Berg." Who is named beside a
quotation is decided in ``attribution``.
"""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import groupby
from typing import TYPE_CHECKING, Final

from nutgraf.article import Span
from nutgraf.language.quotations.cast import Mention, is_pronoun

if TYPE_CHECKING:
    from collections.abc import Sequence

    from nutgraf.language.quotations.attribution import Attributed
    from nutgraf.language.quotations.cast import Cast
    from nutgraf.language.quotations.layout import Layout

# What identifies whoever spoke, up to the name: the first row any speaker, the others a pronoun or
# the noun by which he was called.
_THAT: Final = re.compile(r"(?:That|This) (?:was|is) |(?:It|They) (?:belonged to|came from) ")
_ONE: Final = re.compile(r"(?:He|She|The (?P<role>\w+)) (?:was|is) ")
# "So Ida Berg described the night": of words that nobody was named for.
_SO: Final = re.compile(r"(?:So|Thus) (?:said |says |spoke |wrote |writes )?")
# "That was Ida Berg's idea", "that was Ida Berg who called": of something else.
_OF_ANOTHER_THING: Final = re.compile(r"['\u2019]s\b|\s(?:who|whom|that|which)\b")
_LONGEST_NAME: Final = 60  # code points


def name_later(
    found: Sequence[Attributed], text: str, layout: Layout, cast: Cast
) -> list[Attributed]:
    """Return quotations with the speakers that the sentence behind them names.

    Args:
        found: The outermost quotations, in reading order.
        text: The article's text.
        layout: Its sentences.
        cast: Who can speak.
    """
    named: list[Attributed] = []
    for _, run in groupby(found, key=lambda one: (one.by, one.by is None and one.quoted)):
        quotations = list(run)
        by = quotations[0].by
        if by is None or not by.named or is_pronoun(by.span.of(text)):
            told = _named_behind(quotations[-1], text, layout, cast)
            quotations = [replace(one, by=told or by) for one in quotations]
        named += quotations
    return named


def _named_behind(last: Attributed, text: str, layout: Layout, cast: Cast) -> Mention | None:
    """Return whom the sentence after a quotation names as its speaker."""
    start = layout.after(last.quoted.outer.end)
    if start is None:
        return None
    match = _THAT.match(text, start)
    if last.by is None:
        match = match or _SO.match(text, start)
    elif match is None:
        match = _ONE.match(text, start)
        if match is not None and not _is_called(last.by, match["role"], text):
            return None
    if match is None:
        return None
    people = cast.within(Span(match.end(), min(match.end() + _LONGEST_NAME, len(text))))
    # Whoever has the role is a person, though nothing but the role may tell it of the name.
    called = match.groupdict().get("role") is not None
    named = next((m for m in people if (m.person or called) and m.span.start == match.end()), None)
    if named is None or _OF_ANOTHER_THING.match(text, named.span.end):
        return None
    return named


def _is_called(by: Mention, role: str | None, text: str) -> bool:
    """Tell whether a speaker goes by a pronoun, or by the noun that names him later."""
    words = by.span.of(text).casefold()
    return is_pronoun(words) or by.person if role is None else role.casefold() in words
