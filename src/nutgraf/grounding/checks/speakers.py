"""Checks of who is said to have said something, where words and speaker are fields of their own.

Quotations inside statements are found by ``quotations``, which asks here whose they are.
"""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import replace
from typing import TYPE_CHECKING

from nutgraf.article import Span
from nutgraf.grounding.checks.sayers import named_beside
from nutgraf.grounding.speakers import Speakers, is_name, sexes_differ
from nutgraf.grounding.speech import Speech
from nutgraf.language.quotations.cast import is_pronoun
from nutgraf.schema.fields import Passage, Speaker, Verbatim
from nutgraf.schema.result import Finding

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from pydantic import BaseModel

    from nutgraf.grounding.statements import Subject
    from nutgraf.language.quotations import Quotation
    from nutgraf.language.readings import Readings


_SENTENCES_BACK = 4  # as far as a pronoun looks back
_NESTED_AT_MOST = 32  # quotations inside another one, as in a turn of an interview
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
    doubtful = not (certain or sexes_differ(given, printed) or _is_meant_there(quotation, readings))
    stretch = _around(quotation, readings, quotation.speaker_span)
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
    if before is None or not begins or _holder(quotation, readings) is not None:
        return quotation
    [first, *_], [told, *_] = (readings.sentences_at(q.span) for q in (quotation, before))
    is_near = told.paragraph == first.paragraph and start - before.span.end <= _TAG
    if not is_near or not before.direct:
        return quotation
    return replace(quotation, speaker=before.speaker, speaker_span=before.speaker_span)


def _last_before(quotation: Quotation, readings: Readings) -> Quotation | None:
    """Return the quotation that ended last before another began, an outer before an inner one."""
    earlier = _earlier(quotation, readings)
    ended = (q for q in earlier if q.span.end <= quotation.span.start)
    return max(ended, key=lambda q: q.span.end, default=None)


def _holder(quotation: Quotation, readings: Readings) -> Quotation | None:
    """Return the quotation inside which another one stands, if it does."""
    around = (q for q in _earlier(quotation, readings) if q.span.contains(quotation.span))
    return next(around, None)


def _earlier(quotation: Quotation, readings: Readings) -> Sequence[Quotation]:
    """Return the quotations shortly before another, the nearest first."""
    number = bisect_left(readings.quotations, _order(quotation), key=_order)
    return readings.quotations[max(0, number - _NESTED_AT_MOST) : number][::-1]


def _order(quotation: Quotation) -> tuple[int, int]:
    return quotation.span.start, -quotation.span.end


def _among_others(
    path: str,
    given: str,
    quotation: Quotation,
    readings: Readings,
    speakers: Speakers,
    said: Passage | None,
) -> Iterator[Finding]:
    """Report a speaker who is not named anywhere near the words, where others are."""
    if (holder := _holder(quotation, readings)) is not None:
        # Whose words one speaker quotes of another ("she said, ...") is for the speaker to say.
        yield from _of_holder(path, given, holder, readings, speakers, said)
        return
    stretch = _around(quotation, readings)
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


def _around(quotation: Quotation, readings: Readings, named: Span | None = None) -> Span:
    """Return the stretch in which anybody named may be who speaks, if no name stands beside.

    Where an earlier sentence of the paragraph has the speaker's name, nobody before it is meant.
    """
    [first, *_] = among = readings.sentences_at(quotation.span)
    if named is not None and is_name(named.of(readings.article.text)):
        [told, *_] = readings.sentences_at(named)
        if told.number < first.number and told.paragraph == first.paragraph:
            return Span(named.start, among[-1].span.end)
    earliest = readings.sentences[max(0, first.number - 1 - _SENTENCES_BACK)]
    latest = readings.sentence(among[-1].number + 1) or among[-1]
    return Span(earliest.span.start, latest.span.end)


def _is_meant_there(quotation: Quotation, readings: Readings) -> bool:
    """Tell whether a pronoun's sentence names whom it stands for before it, and nobody else."""
    span = quotation.speaker_span
    pronoun = span.of(readings.article.text) if span else ""
    if span is None or not is_pronoun(pronoun):
        return False
    [sentence, *_] = readings.sentences_at(span)
    before = Span(sentence.span.start, span.start)
    people = {
        name.canonical
        for name in readings.names
        if name.kind == "person"
        and any(before.contains(mention) for mention in name.mentions)
        and not sexes_differ(name.canonical, pronoun)
    }
    return people == {quotation.speaker}


def _is_beyond_doubt(quotation: Quotation, named: Span, readings: Readings) -> bool:
    """Tell whether a sentence of the quotation, or the next, has its speaker's name.

    A pronoun or a role is not beyond doubt.
    """
    if not is_name(named.of(readings.article.text)):
        return False
    among = readings.sentences_at(quotation.span)
    behind = readings.sentence(among[-1].number + 1)
    return any(s.span.overlaps(named) for s in (*among, *((behind,) if behind else ())))
