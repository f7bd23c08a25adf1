"""Checks of amounts and numbers: do the cited sentences print them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from nutgraf.language.figures import Figure, FigureKind, find_figures, same_amount
from nutgraf.schema.fields import Amount, Passage
from nutgraf.schema.result import Finding

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from nutgraf.grounding.statements import Statement, Subject

_COUNTED_BY_EYE = 3
"""Up to this many, a writer counts what an article lists ("two leaders") though it has no
number."""


def check_amounts(subject: Subject) -> Iterator[Finding]:
    """Report amounts that the article does not print, in these words or as the same amount."""
    for leaf in subject.leaves:
        if not isinstance(leaf.value, Amount) or leaf.value.passage is not None:
            continue
        figures = find_figures(leaf.value.text)
        if figures and all(_printed(figure, subject.readings.figures) for figure in figures):
            continue
        yield Finding(
            path=leaf.path,
            kind="unknown_amount",
            severity="error",
            message=f"the article does not print the amount {leaf.value.text!r}",
        )


def check_numbers(subject: Subject) -> Iterator[Finding]:
    """Report numbers in statements that stand in none of the cited sentences."""
    for statement in subject.statements:
        for figure in find_figures(statement.text):
            if not _is_checkable(figure, statement):
                continue
            cited = (f for f in subject.readings.figures if statement.is_carried_by(f.span))
            if not _printed(figure, cited):
                yield _number(subject, statement, figure)


def _is_checkable(figure: Figure, statement: Statement) -> bool:
    words = figure.span.of(statement.text)
    in_digits = any(character.isdigit() for character in words)
    return in_digits or (figure.kind is not FigureKind.ORDINAL and figure.value > _COUNTED_BY_EYE)


def _printed(figure: Figure, among: Iterable[Figure]) -> bool:
    return any(same_amount(figure, other) for other in among)


def _number(subject: Subject, statement: Statement, figure: Figure) -> Finding:
    words = figure.span.of(statement.text)
    elsewhere = [other for other in subject.readings.figures if same_amount(figure, other)]
    if not elsewhere:
        return Finding(
            path=statement.path,
            kind="number",
            severity="error",
            message=f"the number {words!r} stands nowhere in the article",
        )
    text = subject.readings.article.text
    numbers = [s.number for other in elsewhere for s in subject.readings.sentences_at(other.span)]
    return Finding(
        path=statement.path,
        kind="number",
        severity="warning",
        message=f"the number {words!r} is not in the cited sentences, but in {numbers[0]}",
        passages=tuple(Passage.at(other.span, text) for other in elsewhere),
    )
