"""Checks of who is said to have said something, where words and speaker are fields of their own.

Quotations inside statements are found by ``quotations``, which asks here whose they are.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from nutgraf.grounding.checks.speech.nearby import (
    is_meant_there,
    quotations_before,
    quoting,
    stretch_around,
)
from nutgraf.grounding.checks.speech.sayers import named_beside
from nutgraf.grounding.speakers import Speakers, is_name, sexes_differ
from nutgraf.grounding.speech import Speech
from nutgraf.schema.fields import Passage, Speaker, Verbatim
from nutgraf.schema.result import Finding

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pydantic import BaseModel

    from nutgraf.article import Span
    from nutgraf.grounding.statements import Subject
    from nutgraf.language.quotations import Quotation
    from nutgraf.language.readings import Readings


_TAG = 120  # code points between two quotations that a tag ("the mayor, Ida Berg, said") may have


def check_speakers(subject: Subject) -> Iterator[Finding]:
    """Report words that nobody says in the article, and words that somebody else says there."""
    speech = Speech(subject.readings)
    speakers = Speakers(subject.readings, subject.occurrences)
    for leaf in subject.leaves:
        if not isinstance(leaf.value, Verbatim) or leaf.value.passage is None:
            continue
        named = _speakers(leaf.owner)
        if not named:
            continue
        quotation = speech.quotation_at(leaf.value.passage.span)
        if quotation is None:
            yield Finding(
                path=leaf.path,
                kind="not_quoted",
                severity="warning",
                message="the article has these words, but does not give them as anybody's speech",
                passages=(leaf.value.passage,),
            )
            continue
        for name, speaker in named:
            path = f"{leaf.owner_path}.{name}" if leaf.owner_path else name
            yield from misattributed(path, speaker.text, quotation, subject.readings, speakers)


def _speakers(owner: BaseModel) -> list[tuple[str, Speaker]]:
    values = ((name, getattr(owner, name)) for name in type(owner).model_fields)
    return [(name, value) for name, value in values if isinstance(value, Speaker)]


def misattributed(
    path: str,
    given: str,
    quotation: Quotation,
    readings: Readings,
    speakers: Speakers,
    *,
    said: Passage | None = None,
) -> Iterator[Finding]:
    """Report a speaker other than the one to whom the article gives a quotation.

    Args:
        path: Where the speaker is named in the summary.
        given: Who is said to speak.
        quotation: The words in the article.
        readings: The article.
        speakers: Tells its speakers apart.
        said: The words of the summary that are meant, if only a part of the text at the path.
    """
    quotation = _with_its_speaker(quotation, readings)
    if quotation.speaker is None or quotation.speaker_span is None:
        yield from _among_others(path, given, quotation, readings, speakers, said)
        return
    printed = quotation.speaker_span.of(readings.article.text)
    if not speakers.differ(given, quotation.speaker, printed):
        return
    certain = _is_beyond_doubt(quotation, quotation.speaker_span, readings)
    doubtful = not (certain or sexes_differ(given, printed) or is_meant_there(quotation, readings))
    stretch = stretch_around(quotation, readings, quotation.speaker_span)
    doubtful = doubtful and not speakers.is_role_of_another(given, printed)
    if doubtful and speakers.is_named_within(given, stretch):
        return
    yield Finding(
        path=path,
        kind="misattributed",
        severity="error" if certain else "warning",
        message=f"the article gives these words to {quotation.speaker!r}, not to {given!r}",
        said=said,
        passages=(
            Passage.at(quotation.span, readings.article.text),
            Passage.at(quotation.speaker_span, readings.article.text),
        ),
    )


def _with_its_speaker(quotation: Quotation, readings: Readings) -> Quotation:
    """Return a quotation with the name that is set beside a description of who speaks.

    One without a speaker that goes on after another of its paragraph has the speaker of that one.
    """
    text = readings.article.text
    if quotation.speaker is None or quotation.speaker_span is None:
        return _going_on(quotation, readings)
    span = named_beside(text, quotation.speaker_span)
    # After a name a comma may begin anything; after a description, or the name of a body with a
    # role ("the Holloway coach"), it begins the name of whoever has that role.
    is_role = text[quotation.speaker_span.end : span.start].strip()[:1].isalpha()
    if not is_name(span.of(text)) or (is_name(quotation.speaker) and not is_role):
        return quotation
    return replace(quotation, speaker=span.of(text), speaker_span=span)


def _going_on(quotation: Quotation, readings: Readings) -> Quotation:
    start = quotation.span.start
    before = _last_before(quotation, readings)
    begins = quotation.span.of(readings.article.text)[:1].isupper()
    if before is None or not begins or quoting(quotation.span, readings) is not None:
        return quotation
    [first, *_], [told, *_] = (readings.sentences_at(q.span) for q in (quotation, before))
    is_near = told.paragraph == first.paragraph and start - before.span.end <= _TAG
    if not is_near or not before.direct:
        return quotation
    return replace(quotation, speaker=before.speaker, speaker_span=before.speaker_span)


def _last_before(quotation: Quotation, readings: Readings) -> Quotation | None:
    """Return the quotation that ended last before another began, an outer before an inner one."""
    earlier = quotations_before(quotation.span, readings)
    ended = (q for q in earlier if q.span.end <= quotation.span.start)
    return max(ended, key=lambda q: q.span.end, default=None)


def _among_others(
    path: str,
    given: str,
    quotation: Quotation,
    readings: Readings,
    speakers: Speakers,
    said: Passage | None,
) -> Iterator[Finding]:
    """Report a speaker who is not named anywhere near the words, where others are."""
    if (holder := quoting(quotation.span, readings)) is not None:
        # Whose words one speaker quotes of another ("she said, ...") is for the speaker to say.
        yield from _of_holder(path, given, holder, readings, speakers, said)
        return
    stretch = stretch_around(quotation, readings)
    if not speakers.is_left_to_others(given, stretch):
        return
    yield Finding(
        path=path,
        kind="misattributed",
        severity="warning",
        message=f"the article does not name {given!r} anywhere near these words, but others",
        said=said,
        passages=(Passage.at(stretch, readings.article.text),),
    )


def _of_holder(
    path: str,
    given: str,
    holder: Quotation,
    readings: Readings,
    speakers: Speakers,
    said: Passage | None,
) -> Iterator[Finding]:
    """Report words as those of the speaker who quotes them of somebody else."""
    if holder.speaker is None or not speakers.are_one(given, holder.speaker):
        return
    yield Finding(
        path=path,
        kind="misattributed",
        severity="warning",
        message=f"{holder.speaker!r} quotes these words of somebody else",
        said=said,
        passages=(Passage.at(holder.span, readings.article.text),),
    )


def _is_beyond_doubt(quotation: Quotation, named: Span, readings: Readings) -> bool:
    """Tell whether a sentence of the quotation, or the next, has its speaker's name.

    A pronoun or a role is not beyond doubt.
    """
    if not is_name(named.of(readings.article.text)):
        return False
    # Words are followed by a name only where it tells whose they were.
    return named.start >= quotation.span.end or any(
        sentence.span.overlaps(named) for sentence in readings.sentences_at(quotation.span)
    )
