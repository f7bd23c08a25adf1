"""Checks of names: those given as names, and those inside statements."""

from __future__ import annotations

from typing import TYPE_CHECKING

from nutgraf.language.names import find_names
from nutgraf.language.sentences import split_sentences
from nutgraf.schema.fields import Mention
from nutgraf.schema.result import Finding

if TYPE_CHECKING:
    from collections.abc import Iterator

    from nutgraf.grounding.statements import Subject


def check_mentions(subject: Subject) -> Iterator[Finding]:
    """Report names that do not occur in the article."""
    for leaf in subject.leaves:
        if isinstance(leaf.value, Mention) and not leaf.value.passages:
            yield _unknown(leaf.path, leaf.value.text)


def check_names(subject: Subject) -> Iterator[Finding]:
    """Report names inside statements of which the article has not a word.

    A name that the article has in another form ("the President of Russia") is not a fault, so one
    word of it is enough; the title counts as part of the article.
    """
    title = (subject.readings.article.title or "").casefold()
    for statement in subject.statements:
        sentences = split_sentences(statement.text)
        for name in find_names(statement.text, sentences):
            words = name.canonical.split()
            if any(word.casefold() in title for word in words):
                continue
            if not any(subject.occurrences.has_word(word) for word in words):
                yield _unknown(statement.path, name.canonical)


def _unknown(path: str, name: str) -> Finding:
    return Finding(
        path=path,
        kind="unknown_name",
        severity="error",
        message=f"the name {name!r} does not occur in the article",
    )
