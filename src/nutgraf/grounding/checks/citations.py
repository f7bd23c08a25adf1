"""Checks of the sentence numbers themselves: do they exist, and are there any."""

from __future__ import annotations

from typing import TYPE_CHECKING

from nutgraf.grounding.statements import evidence_fields
from nutgraf.schema.fields import Citation
from nutgraf.schema.result import Finding

if TYPE_CHECKING:
    from collections.abc import Iterator

    from nutgraf.grounding.statements import Subject


def check_citations(subject: Subject) -> Iterator[Finding]:
    """Report numbers that the article does not have, and statements that cite nothing."""
    last = len(subject.readings.sentences)
    for leaf in subject.leaves:
        if isinstance(leaf.value, Citation) and leaf.value.passage is None:
            yield Finding(
                path=leaf.path,
                kind="no_such_sentence",
                severity="error",
                message=f"cites sentence {leaf.value.sentence}; the article has 1 to {last}",
            )
    yield from _uncited(subject)


def _uncited(subject: Subject) -> Iterator[Finding]:
    owners = {id(leaf.owner): leaf for leaf in subject.leaves if leaf.is_prose}
    for leaf in owners.values():
        for name in evidence_fields(leaf.owner):
            if not getattr(leaf.owner, name):
                yield Finding(
                    path=f"{leaf.owner_path}.{name}" if leaf.owner_path else name,
                    kind="no_evidence",
                    severity="warning",
                    message="cites no sentence of the article",
                )
