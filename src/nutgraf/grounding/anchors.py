"""Anchoring: from the sentence numbers, names and quotations of a summary to places in the article.

Whether what stands at those places supports the summary is the business of the checks beside this.
"""

from __future__ import annotations

from bisect import bisect_right
from functools import cached_property
from typing import TYPE_CHECKING, TypeVar

from pydantic import BaseModel

from nutgraf.grounding.occurrences import Occurrences
from nutgraf.grounding.times import times_at
from nutgraf.language.dates import resolve_date
from nutgraf.language.figures import find_figures
from nutgraf.schema.fields import Amount, Citation, FieldType, Mention, Passage, Verbatim, When
from nutgraf.schema.tree import leaves, rebuild

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from nutgraf.article import Span
    from nutgraf.language.figures import Figure
    from nutgraf.language.readings import Readings

SummaryT = TypeVar("SummaryT", bound=BaseModel)

_SPEAKS_OF_THE_FUTURE = {"planned": True, "happened": False, "denied": None, "possible": True}


def anchor(summary: SummaryT, readings: Readings) -> SummaryT:
    """Return the summary with every field type given its place in the article.

    What a value says is never changed, with one exception: a quotation that is nearly that of the
    article gets the article's words, keeps the model's as ``given`` and is marked ``approximate``.
    A value that has no place keeps none; the checks report it.
    """
    return rebuild(summary, _Anchoring(summary, readings).place)


class _Anchoring:
    """Places the field types of one summary in one article."""

    def __init__(self, summary: BaseModel, readings: Readings) -> None:
        self._summary = summary
        self._readings = readings
        self._text = readings.article.text
        self._occurrences = Occurrences(readings)

    def place(self, owner: BaseModel, value: FieldType) -> FieldType:
        """Return the value with its places; the owner tells where to look first."""
        match value:
            case Citation():
                return self._citation(value)
            case Verbatim():
                return self._verbatim(value)
            case Mention():
                return self._mention(value, self._near(owner))
            case When():
                return self._when(value, owner)
            case Amount():
                return self._amount(value, self._near(owner))
            case _:
                return value

    def _passage(self, span: Span | None) -> Passage | None:
        return None if span is None else Passage.at(span, self._text)

    def _near(self, owner: BaseModel) -> tuple[Span, ...]:
        """Return the sentences that the owner cites, or in which its quotation stands."""
        spans: list[Span] = []
        for name in type(owner).model_fields:
            value = getattr(owner, name)
            if isinstance(value, Verbatim):
                match = self._readings.folded.find_quotation(value.text)
                places = self._readings.sentences_at(match.span) if match else ()
                spans.extend(sentence.span for sentence in places)
            elif isinstance(value, (list, tuple)):
                cited = (self._cited(item) for item in value)
                spans.extend(span for span in cited if span is not None)
        return tuple(spans)

    def _cited(self, item: object) -> Span | None:
        sentence = self._readings.sentence(item.sentence) if isinstance(item, Citation) else None
        return sentence.span if sentence else None

    def _citation(self, value: Citation) -> Citation:
        sentence = self._readings.sentence(value.sentence)
        passage = self._passage(sentence.span if sentence else None)
        return Citation(sentence=value.sentence, passage=passage, corrected=value.corrected)

    def _verbatim(self, value: Verbatim) -> Verbatim:
        words = value.given or value.text
        match = self._readings.folded.find_quotation(words)
        if match is None:
            return Verbatim(text=words)
        found = match.span.of(self._text)
        return Verbatim(
            text=found,
            given=None if found == words else words,
            match=match.rule,
            passage=self._passage(match.span),
        )

    def _mention(self, value: Mention, near: Sequence[Span]) -> Mention:
        spans = self._occurrences.of_name(value.text)
        if near:
            spans = tuple(_within(spans, near)) or spans[:1]
        passages = tuple(Passage.at(span, self._text) for span in spans)
        return value.model_copy(update={"passages": passages})

    def _when(self, value: When, owner: BaseModel) -> When:
        span = self._where_told(value, owner)
        resolved = self._times.get(span) if span else None
        if resolved is None:
            future = _SPEAKS_OF_THE_FUTURE.get(str(getattr(owner, "status", "")))
            published = self._readings.article.published
            resolved = resolve_date(value.text, published=published, future=future)
        return When(text=value.text, value=resolved, passage=self._passage(span))

    def _where_told(self, value: When, owner: BaseModel) -> Span | None:
        return _first(self._occurrences.of_words(value.text), self._near(owner))

    @cached_property
    def _times(self) -> dict[Span, str]:
        """What the times of the summary mean where they stand."""
        times = ((leaf.value, leaf.owner) for leaf in leaves(self._summary))
        spans = (self._where_told(time, by) for time, by in times if isinstance(time, When))
        return times_at((span for span in spans if span), self._readings)

    def _amount(self, value: Amount, near: Sequence[Span]) -> Amount:
        alone = next(iter(find_figures(value.text, self._readings.language)), None)
        spans = self._occurrences.of_words(value.text)
        printed = ((span, self._printed(span, alone)) for span in _within(spans, near) or spans)
        span, figure = next((one for one in printed if one[1]), (_first(spans, near), alone))
        return Amount(
            text=value.text,
            value=figure.value if figure else None,
            unit=figure.unit if figure else None,
            passage=self._passage(span),
        )

    def _printed(self, span: Span, alone: Figure | None) -> Figure | None:
        """Return the figure that the article has at a place, where the words around it are known.

        The words alone may mean something else: "24 pounds" of silver are no money. Words that cut
        a figure short ("5 million" of "2.5 million") are not that figure.
        """
        figures = self._readings.figures
        first = bisect_right(figures, span.start, key=lambda figure: figure.span.end)
        there = (figure for figure in figures[first : first + 1] if figure.span.overlaps(span))
        value = alone.value if alone else None
        return next((f for f in there if span.contains(f.span) or f.value == value), None)


def _within(spans: Iterable[Span], near: Sequence[Span]) -> list[Span]:
    return [span for span in spans if any(place.overlaps(span) for place in near)]


def _first(spans: Sequence[Span], near: Sequence[Span]) -> Span | None:
    """Return the first span inside the places given, else the first of all."""
    return next(iter(_within(spans, near) or spans), None)
