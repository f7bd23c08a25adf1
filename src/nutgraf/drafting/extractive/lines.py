"""The sentences of an article as a summary can use them, each with what the readings found in it.

Which of them matter is the business of ``ranking``.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Protocol, TypeVar

from nutgraf.article import Span
from nutgraf.drafting.extractive.furniture import dateline_length, is_credit, is_furniture
from nutgraf.drafting.extractive.terms import balanced, collapse, count_words, terms_of
from nutgraf.language.dates import Certainty
from nutgraf.language.sentences import SentenceKind

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from nutgraf.language.dates import DateExpression
    from nutgraf.language.figures import Figure
    from nutgraf.language.names import Name
    from nutgraf.language.readings import Readings
    from nutgraf.language.sentences import Sentence

# Captions are short paragraphs; a long one that ends in a credit is a story with a credit under it.
_LONGEST_CAPTION_CHARS: Final = 500
_FEWEST_WORDS_OF_PROSE: Final = 5


class _Placed(Protocol):
    @property
    def span(self) -> Span: ...


PlacedT = TypeVar("PlacedT", bound=_Placed)


@dataclass(frozen=True, slots=True)
class Naming:
    """One place where something is named.

    Attributes:
        name: What is named.
        span: Where.
    """

    name: Name
    span: Span


@dataclass(frozen=True, slots=True)
class Line:
    """A sentence as a summary can use it.

    Attributes:
        number: The sentence's number in the article, from 1.
        paragraph: The number of its paragraph, from 0.
        kind: What it is in the layout.
        span: The sentence, without a dateline before it.
        text: Its words on one line.
        words: How many words it has.
        terms: Its terms, see ``terms_of``.
        names: The names in it, in reading order.
        dates: The date expressions in it, in reading order.
        figures: The amounts in it, in reading order.
        quoted: The share of its characters that are somebody's own words, from 0 to 1.
        is_prose: Whether it tells the story: no heading, list item, caption, byline or fragment.
    """

    number: int
    paragraph: int
    kind: SentenceKind
    span: Span
    text: str
    words: int
    terms: frozenset[str]
    names: tuple[Naming, ...]
    dates: tuple[DateExpression, ...]
    figures: tuple[Figure, ...]
    quoted: float
    is_prose: bool


def read_lines(readings: Readings) -> tuple[Line, ...]:
    """Return the sentences of an article as lines, in reading order; time is linear."""
    return _LineReader(readings).lines()


class _LineReader:
    """Sorts the readings of one article by sentence."""

    def __init__(self, readings: Readings) -> None:
        self._readings = readings
        self._text = readings.article.text
        namings = (Naming(name, span) for name in readings.names for span in name.mentions)
        self._names = self._by_sentence(sorted(namings, key=lambda naming: naming.span))
        self._dates = self._by_sentence(readings.dates)
        self._figures = self._by_sentence(readings.figures)
        self._quoted = self._quoted_chars()
        self._captions = self._caption_paragraphs()

    def lines(self) -> tuple[Line, ...]:
        return tuple(self._line(sentence) for sentence in self._readings.sentences)

    def _by_sentence(self, placed: Iterable[PlacedT]) -> Mapping[int, list[PlacedT]]:
        """Return what begins in each sentence, by its number."""
        found: defaultdict[int, list[PlacedT]] = defaultdict(list)
        for one in placed:
            first = Span(one.span.start, one.span.start + 1)
            for sentence in self._readings.sentences_at(first):
                found[sentence.number].append(one)
        return found

    def _quoted_chars(self) -> Mapping[int, int]:
        """Return how much of each sentence is speech: spoken, written or posted by somebody."""
        found: defaultdict[int, int] = defaultdict(int)
        reached = 0  # a quotation inside another is not counted twice
        for quotation in self._readings.quotations:
            start, end = max(quotation.span.start, reached), quotation.span.end
            if start >= end or not (quotation.direct or quotation.speaker):
                continue
            reached = end
            for sentence in self._readings.sentences_at(Span(start, end)):
                span = sentence.span
                found[sentence.number] += min(end, span.end) - max(start, span.start)
        return found

    def _caption_paragraphs(self) -> frozenset[int]:
        sizes: defaultdict[int, int] = defaultdict(int)
        credited: set[int] = set()
        for sentence in self._readings.sentences:
            sizes[sentence.paragraph] += sentence.span.end - sentence.span.start
            if is_credit(sentence.span.of(self._text)):
                credited.add(sentence.paragraph)
        return frozenset(p for p in credited if sizes[p] <= _LONGEST_CAPTION_CHARS)

    def _line(self, sentence: Sentence) -> Line:
        span = self._without_dateline(sentence)
        text = balanced(collapse(span.of(self._text)))
        number, words = sentence.number, count_words(text)
        return Line(
            number=number,
            paragraph=sentence.paragraph,
            kind=sentence.kind,
            span=span,
            text=text,
            words=words,
            terms=terms_of(text),
            names=tuple(n for n in self._names.get(number, ()) if n.span.start >= span.start),
            dates=tuple(d for d in self._dates.get(number, ()) if d.span.start >= span.start),
            figures=tuple(f for f in self._figures.get(number, ()) if f.span.start >= span.start),
            quoted=self._quoted.get(number, 0) / (span.end - span.start),
            is_prose=sentence.kind is SentenceKind.SENTENCE
            and words >= _FEWEST_WORDS_OF_PROSE
            and sentence.paragraph not in self._captions
            and not is_furniture(text),
        )

    def _without_dateline(self, sentence: Sentence) -> Span:
        start, end = sentence.span.start, sentence.span.end
        length = dateline_length(self._text[start:end]) or self._leading_date(sentence)
        return Span(start + length, end) if start + length < end else sentence.span

    def _leading_date(self, sentence: Sentence) -> int:
        """Return the length of a full date that stands before the sentence, not in it.

        It does where a capital follows it with nothing between: "Friday, 1 May 2015 On Monday ...".
        """
        start = sentence.span.start
        first = next(iter(self._dates.get(sentence.number, ())), None)
        if first is None or first.span.start != start or first.certainty is not Certainty.EXACT:
            return 0
        behind = self._text[first.span.end : sentence.span.end]
        following = behind.lstrip()
        is_apart = behind[:1].isspace() and following[:1].isupper()
        return len(first.span.of(self._text)) + len(behind) - len(following) if is_apart else 0
