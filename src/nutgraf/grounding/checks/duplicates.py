"""The check for two items of one list that say the same in nearly the same words.

Items that are the same but for case and punctuation are left out before, by ``bounds``. Between
fields nothing is compared: a gist is meant to say what the first key point says.
"""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from nutgraf.grounding.wording import negates
from nutgraf.language.bare_words import bare_words
from nutgraf.language.function_words import FUNCTION_WORDS
from nutgraf.schema.result import Finding

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from nutgraf.grounding.statements import Statement, Subject

_LAST_INDEX = re.compile(r"\[(\d+)\](?!.*\[\d)")
_STEM_CHARS = 6  # "prosecuted" and "prosecution" are one
_FEWEST_STEMS = 4
_SHARED = 0.8  # of the shorter one's words
_SHARED_OF_ALL = 0.6
_HOLDERS = 40  # statements with a word in common that are looked at
# What tells a plan from a fact, and a possibility from both.
_MODALS = frozenset("can could may might must shall should will would won't".split())  # noqa: SIM905


@dataclass(frozen=True, slots=True)
class _Said:
    """What a statement says, as far as words show it."""

    statement: Statement
    index: str
    stems: frozenset[str]
    values: frozenset[str]
    manner: frozenset[str]


def check_duplicates(subject: Subject) -> Iterator[Finding]:
    """Report statements that say no more than one before them in the same list."""
    lists: defaultdict[str, list[tuple[str, Statement]]] = defaultdict(list)
    for statement in subject.statements:
        place = _LAST_INDEX.search(statement.path)
        if place:
            path = statement.path[: place.start()] + "[]" + statement.path[place.end() :]
            lists[path].append((place[1], statement))
    for items in lists.values():
        yield from _repeated([_said(index, statement) for index, statement in items])


def _repeated(items: Sequence[_Said]) -> Iterator[Finding]:
    holders: defaultdict[str, list[_Said]] = defaultdict(list)
    for item in items:
        earlier = {id(one): one for stem in item.stems for one in holders[stem][-_HOLDERS:]}
        saying = (one for one in earlier.values() if _say_the_same(one, item))
        if same := min(saying, key=lambda one: int(one.index), default=None):
            yield Finding(
                path=item.statement.path,
                kind="duplicate",
                severity="note",
                message=f"says the same as item {same.index} of the list (counted from 0)",
            )
        for stem in item.stems:
            holders[stem].append(item)


def _say_the_same(former: _Said, latter: _Said) -> bool:
    short, long = sorted((former, latter), key=lambda said: len(said.stems))
    shared = len(short.stems & long.stems)
    return (
        len(short.stems) >= _FEWEST_STEMS
        and shared >= _SHARED * len(short.stems)
        and shared >= _SHARED_OF_ALL * len(short.stems | long.stems)
        and latter.values <= former.values
        and latter.manner == former.manner
    )


def _said(index: str, statement: Statement) -> _Said:
    text, readings = statement.text, statement.readings
    words = bare_words(text)
    light = FUNCTION_WORDS.get(readings.article.language or "en", FUNCTION_WORDS["en"])
    stems = frozenset(w.removesuffix("'s")[:_STEM_CHARS] for w in words if w not in light)
    values = {f"{figure.value} {figure.unit}" for figure in readings.figures}
    values |= {date.value or date.span.of(text).casefold() for date in readings.dates}
    values |= {w for name in readings.names for w in bare_words(name.canonical)}
    manner = _MODALS.intersection(words) | ({"not"} if negates(words) else set())
    return _Said(statement, index, stems, frozenset(values), manner)
