"""Checks of who is said to have said something."""

from __future__ import annotations

from typing import TYPE_CHECKING

from nutgraf.schema.fields import Passage, Speaker, Verbatim
from nutgraf.schema.result import Finding

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pydantic import BaseModel

    from nutgraf.grounding.statements import Subject
    from nutgraf.language.quotations import Quotation
    from nutgraf.schema.tree import Leaf


def check_speakers(subject: Subject) -> Iterator[Finding]:
    """Report words that nobody says in the article, and words that somebody else says there."""
    for leaf in subject.leaves:
        if not isinstance(leaf.value, Verbatim) or leaf.value.passage is None:
            continue
        speakers = _speakers(leaf.owner)
        if not speakers:
            continue
        quotation = _quotation_at(leaf.value.passage, subject)
        if quotation is None:
            yield Finding(
                path=leaf.path,
                kind="not_quoted",
                severity="warning",
                message="the article has these words, but does not give them as anybody's speech",
                passages=(leaf.value.passage,),
            )
        else:
            yield from _misattributed(leaf, speakers, quotation, subject)


def _speakers(owner: BaseModel) -> list[tuple[str, Speaker]]:
    values = ((name, getattr(owner, name)) for name in type(owner).model_fields)
    return [(name, value) for name, value in values if isinstance(value, Speaker)]


def _quotation_at(passage: Passage, subject: Subject) -> Quotation | None:
    around = [q for q in subject.readings.quotations if q.span.overlaps(passage.span)]
    # Of quotations inside one another the innermost is the one that is meant.
    return min(around, key=lambda q: q.span.end - q.span.start, default=None)


def _misattributed(
    leaf: Leaf, speakers: list[tuple[str, Speaker]], quotation: Quotation, subject: Subject
) -> Iterator[Finding]:
    """Compare by where the names stand, so that variants of a name are one."""
    if quotation.speaker is None or quotation.speaker_span is None:
        return
    said_by = set(subject.occurrences.of_name(quotation.speaker))
    spoken = subject.readings.sentences_at(quotation.span)
    # A speaker who is named in a sentence of the quotation is beyond doubt.
    together = any(sentence.span.overlaps(quotation.speaker_span) for sentence in spoken)
    for name, speaker in speakers:
        given = set(subject.occurrences.of_name(speaker.text))
        if said_by and given and not said_by & given:
            yield Finding(
                path=f"{leaf.owner_path}.{name}" if leaf.owner_path else name,
                kind="misattributed",
                severity="error" if together else "warning",
                message=f"the article gives these words to {quotation.speaker!r}",
                passages=(Passage.at(quotation.speaker_span, subject.readings.article.text),),
            )
