"""Checks of words that are given as somebody's own: do they stand in the article."""

from __future__ import annotations

from typing import TYPE_CHECKING

from nutgraf.schema.fields import Verbatim
from nutgraf.schema.result import Finding

if TYPE_CHECKING:
    from collections.abc import Iterator

    from nutgraf.grounding.statements import Subject


def check_quotations(subject: Subject) -> Iterator[Finding]:
    """Report quotations that are not in the article, and those that were set right from it."""
    for leaf in subject.leaves:
        if not isinstance(leaf.value, Verbatim):
            continue
        if leaf.value.passage is None:
            yield Finding(
                path=leaf.path,
                kind="not_verbatim",
                severity="error",
                message="these words do not stand in the article",
            )
        elif leaf.value.match == "approximate":
            yield Finding(
                path=leaf.path,
                kind="corrected_quotation",
                severity="note",
                message="was not copied exactly; the article's words were put in its place",
                passages=(leaf.value.passage,),
            )
