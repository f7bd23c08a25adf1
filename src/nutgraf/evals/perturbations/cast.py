"""Whom and what an article names, and where a statement names them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from nutgraf.article import Span

if TYPE_CHECKING:
    from collections.abc import Sequence

    from nutgraf.language.names import NameKind
    from nutgraf.language.readings import Readings

# A capital or a particle before a name makes it part of a longer one, unless it opens a sentence.
_RUNS_ON_BEFORE: Final = re.compile(r"(?:[A-Z][\w'\u2019.-]*|\bde|\bof|\bvan) $")
_OPENS: Final = re.compile(r"(?:^|[.:\"\u201c] ?)\w+ $")
_RUNS_ON_AFTER: Final = re.compile(r" (?:\([A-Z]|[A-Z])|-")


@dataclass(frozen=True, slots=True)
class Named:
    """Somebody or something that the article names.

    Attributes:
        forms: What the article calls it, the fullest form first.
        kind: What it is.
    """

    forms: tuple[str, ...]
    kind: NameKind


Place = tuple[Named, tuple[Span, ...]]
"""Somebody whom a statement names, and where it does."""


def read_cast(article: Readings) -> tuple[Named, ...]:
    """Return whom and what the article names, as nutgraf reads it."""
    text = article.article.text
    return tuple(
        Named(
            tuple(dict.fromkeys([name.canonical, *(span.of(text) for span in name.mentions)])),
            name.kind,
        )
        for name in article.names
    )


def named_in(text: str, cast: Sequence[Named]) -> tuple[Place, ...]:
    """Return whom and what a text names, longer names before those inside them, none twice."""
    taken: list[Span] = []
    places: dict[int, list[Span]] = {}
    forms = [(form, index) for index, named in enumerate(cast) for form in named.forms]
    for form, index in sorted(forms, key=lambda pair: -len(pair[0])):
        if form not in text:
            continue
        for found in as_words(form).finditer(text):
            span = Span(*found.span())
            if not any(span.overlaps(other) for other in taken) and _stands_alone(text, span):
                taken.append(span)
                places.setdefault(index, []).append(span)
    return tuple((cast[index], tuple(sorted(places[index]))) for index in sorted(places))


@lru_cache(maxsize=16384)
def as_words(words: str) -> re.Pattern[str]:
    """Return a pattern for words that are not part of longer ones."""
    return re.compile(rf"(?<!\w){re.escape(words)}(?!\w)")


def occurs(named: Named, text: str) -> bool:
    """Tell whether a text names somebody, in whatever form."""
    return any(form in text and as_words(form).search(text) for form in named.forms)


def _stands_alone(text: str, span: Span) -> bool:
    """Tell whether a name is no part of a longer one, and none that brackets say again."""
    before = text[: span.start]
    if _RUNS_ON_BEFORE.search(before) and not _OPENS.search(before):
        return False
    return not _RUNS_ON_AFTER.match(text, span.end)
