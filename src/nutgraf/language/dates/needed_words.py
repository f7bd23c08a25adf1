"""The words that no match of a template goes without.

Compiling a template takes longer than reading a sentence, and most articles hold no words that most
of them could match.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from nutgraf.language.dates.heads import MONTH, UNITS, WEEKDAY
from nutgraf.language.dates.holidays import HOLIDAYS
from nutgraf.language.dates.words import SEASONS

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    Need = Mapping[str, tuple[frozenset[str], ...]]
    """Words of which one must stand ahead, each with what must stand beside it."""

WORD: Final = r"[^\W\d_]+|\d+"
_WORD: Final = re.compile(WORD)
_GROUP: Final = re.compile(r"\((?:[^()\\]|\\.)*\)[?*]?")  # one that holds no other
_GROUP_OF_WORDS: Final = re.compile(r"\(\?(?::|P<\w+>)(?P<words>[a-z/]+(?:[ |][a-z/]+)*)\)")
_JOINT: Final = "(?: |-)"
_ANYTHING: Final = "~"
# What ends a word in a template: a gap, a token that begins with none, the end.
_NEEDED: Final = re.compile(
    r"(?:(?<= )|^)(?P<words>[a-z]+(?:/[a-z]+)*)(?= |\\b|<end>|<stop>|$)"
    r"|(?<!P)<(?P<token>\w+?)(?::\d)?>"
)


def needs_of(template: str) -> tuple[Need, ...]:
    """Return what must stand ahead where a template of ``grammar`` is to match."""
    outside, count = template, 1
    while count:
        outside, count = _GROUP.subn(_kept, outside)
    if "|" in outside:
        return ()
    found = (_need(match["words"], match["token"]) for match in _NEEDED.finditer(outside))
    return tuple(need for need in found if need)


def may_match(needs: Iterable[Need], ahead: frozenset[str]) -> bool:
    """Tell whether a template is worth compiling where these words, in lower case, stand ahead."""
    return all(
        any(others <= ahead for word in ahead & need.keys() for others in need[word])
        for need in needs
    )


def _kept(group: re.Match[str]) -> str:
    """Return the words of a group that are needed, a stroke between the first of alternatives."""
    if group[0] == _JOINT:
        return " "
    plain = _GROUP_OF_WORDS.fullmatch(group[0])  # what may be left out ends with another sign
    beside = group.string[max(0, group.start() - 1) : group.start()], group.string[group.end() :]
    if plain is None or beside[0].isalpha() or beside[1][:1].isalpha():
        return _ANYTHING
    alternatives = plain["words"].split("|")
    if len(alternatives) == 1:
        return alternatives[0]
    return "/".join(words.partition(" ")[0] for words in alternatives)


def _need(words: str | None, token: str | None) -> Need:
    if words:
        return _of_phrases(words.split("/"))
    return _OF_TOKENS.get(token or "", {})


def _of_phrases(phrases: Iterable[str]) -> Need:
    """Return the phrases by their first words; one alone is all that is there of them."""
    need: dict[str, tuple[frozenset[str], ...]] = {}
    for phrase in phrases:
        first, *others = _WORD.findall(phrase)
        need[first] = (*need.get(first, ()), frozenset(others))
    return need


_OF_TOKENS: Final[dict[str, Need]] = {
    "month": _of_phrases(MONTH),
    "weekday": _of_phrases(WEEKDAY),
    "season": _of_phrases(SEASONS),
    "holiday": _of_phrases(HOLIDAYS),
    "unit": _of_phrases(UNITS),
    "units": _of_phrases(UNITS | {f"{unit}s" for unit in UNITS} | {"centuries"}),
}
