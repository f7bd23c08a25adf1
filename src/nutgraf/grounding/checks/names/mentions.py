"""Checks of names that are given as such: does the article have them, and are they names."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from nutgraf.article import Span
from nutgraf.language.dates import find_dates
from nutgraf.language.figures import find_figures
from nutgraf.language.function_words import FUNCTION_WORDS
from nutgraf.schema.fields import Mention, Passage, Speaker
from nutgraf.schema.result import Finding

if TYPE_CHECKING:
    from collections.abc import Iterator

    from nutgraf.grounding.statements import Subject
    from nutgraf.schema.tree import Leaf

_MOST_PLACES: Final = 5
_PRONOUNS: Final = frozenset({"he", "she", "it", "they", "we", "i", "you"})


def check_mentions(subject: Subject) -> Iterator[Finding]:
    """Report names that do not occur in the article, and words that occur but name nobody."""
    for leaf in subject.leaves:
        if not isinstance(leaf.value, Mention):
            continue
        if not leaf.value.passages:
            yield _unknown(leaf, leaf.value, subject)
        elif not _may_name(leaf.value, subject):
            yield Finding(
                path=leaf.path,
                kind="unknown_name",
                severity="warning",
                message=f"{leaf.value.text!r} is in the article, but is no name there",
                said=_whole(leaf.value.text),
                passages=leaf.value.passages[:_MOST_PLACES],
            )


def _unknown(leaf: Leaf, value: Mention, subject: Subject) -> Finding:
    people = subject.occurrences.mixed(value.text)
    names = " and ".join(repr(name.canonical) for name in people[:2])
    text = subject.readings.article.text
    return Finding(
        path=leaf.path,
        kind="unknown_name",
        severity="error",
        message=f"the name {value.text!r} is mixed from those of {names}"
        if people
        else f"the name {value.text!r} does not occur in the article",
        said=_whole(value.text),
        passages=tuple(Passage.at(name.mentions[0], text) for name in people[:_MOST_PLACES]),
    )


def _may_name(value: Mention, subject: Subject) -> bool:
    """Tell whether words may stand for somebody or something; a common noun ("police") may.

    Nothing is named by a function word, a bare number or a time, unless it is part of a name that
    was read ("The Who", "20 Minutes", "May"). A pronoun may be a speaker.
    """
    if subject.occurrences.named(value.text) is not None:
        return True
    words = value.text.casefold().split()
    if len(words) > 1 and all(word[0].isupper() for word in value.text.split()):
        return True
    if isinstance(value, Speaker) and not _PRONOUNS.isdisjoint(words):
        return True
    if all(word in FUNCTION_WORDS["en"] for word in words):
        return False
    return not (_is_figure(value.text) or _is_time(value.text))


def _is_figure(text: str) -> bool:
    return any(figure.span == Span(0, len(text)) for figure in find_figures(text))


def _is_time(text: str) -> bool:
    return any(date.span == Span(0, len(text)) for date in find_dates(text))


def _whole(text: str) -> Passage:
    """Return the whole of a value, as the words that are meant."""
    return Passage.at(Span(0, len(text)), text)
