"""Checks of amounts that are given as such: does the article print them, and in this unit."""

from __future__ import annotations

from typing import TYPE_CHECKING

from nutgraf.article import Span
from nutgraf.grounding.checks.places import passages_at, sentence_number
from nutgraf.grounding.statements import cited_sentences
from nutgraf.language.figures import carries, find_figures, has_no_unit, same_number
from nutgraf.schema.fields import Amount, Passage
from nutgraf.schema.result import Finding

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from nutgraf.grounding.statements import Subject
    from nutgraf.language.figures import Figure
    from nutgraf.schema.result import FindingKind, Severity
    from nutgraf.schema.tree import Leaf


def check_amounts(subject: Subject) -> Iterator[Finding]:
    """Report amounts that the article does not print, in another unit, or that are none."""
    for leaf in subject.leaves:
        if isinstance(leaf.value, Amount):
            finding = _Given(subject, leaf, leaf.value).finding()
            if finding is not None:
                yield finding


class _Given:
    """One amount against the figures of the article."""

    def __init__(self, subject: Subject, leaf: Leaf, amount: Amount) -> None:
        self._readings = subject.readings
        self._language = subject.readings.language
        self._leaf = leaf
        self._amount = amount
        self._figures = self._printed_here() or find_figures(amount.text, self._language)

    def _printed_here(self) -> tuple[Figure, ...]:
        """Return the figures of the place where its words stand, which context helped to read."""
        passage = self._amount.passage
        if passage is None:
            return ()
        return tuple(f for f in self._readings.figures if f.span.overlaps(passage.span))

    def finding(self) -> Finding | None:
        """Return what is wrong with it, or None."""
        if not self._figures:
            return self._no_amount()
        carrying = [f for f in self._readings.figures if carries(f, self._figures[0])]
        if self._amount.passage is None and not self._all_printed():
            return self._not_printed()
        if unit := self._without_its_unit():
            return self._made("unit", "warning", f"the article says {self._words(unit)}", [unit])
        return self._elsewhere(carrying)

    def _no_amount(self) -> Finding:
        printed = self._amount.passage is not None
        words = repr(self._amount.text)
        return self._made(
            "unknown_amount",
            "warning" if printed else "error",
            f"{words} is in the article, but is no amount"
            if printed
            else f"the article does not print the amount {words}",
            [],
        )

    def _all_printed(self) -> bool:
        printed = self._readings.figures
        return all(any(carries(f, figure) for f in printed) for figure in self._figures)

    def _not_printed(self) -> Finding:
        words = repr(self._amount.text)
        others = [f for f in self._readings.figures if same_number(f, self._figures[0])]
        if others and any(not has_no_unit(figure) for figure in (others[0], self._figures[0])):
            there = self._words(others[0])
            return self._made("unit", "error", f"the article says {there}, not {words}", others[:1])
        message = f"the article does not print the amount {words}"
        return self._made("unknown_amount", "error", message, [])

    def _without_its_unit(self) -> Figure | None:
        """Return the printed figure whose currency or unit of measure the amount leaves out."""
        passage = self._amount.passage
        if passage is None or any(
            not has_no_unit(f) for f in find_figures(self._amount.text, self._language)
        ):
            return None
        cut = (f for f in self._printed_here() if not passage.span.contains(f.span))
        return next((f for f in cut if not has_no_unit(f)), None)

    def _elsewhere(self, carrying: Sequence[Figure]) -> Finding | None:
        """Report an amount that stands in none of the sentences cited beside it."""
        cited = cited_sentences(self._leaf.owner, self._readings)
        places = [figure.span for figure in carrying]
        if self._amount.passage:
            places.append(self._amount.passage.span)
        if not cited or any(s.span.overlaps(place) for s in cited for place in places):
            return None
        number = sentence_number(self._readings, places[0])
        words = repr(self._amount.text)
        message = f"the amount {words} is not in the cited sentences, but in {number}"
        return self._made("number", "warning", message, carrying)

    def _words(self, figure: Figure) -> str:
        return repr(figure.span.of(self._readings.article.text))

    def _made(
        self, kind: FindingKind, severity: Severity, message: str, places: Sequence[Figure]
    ) -> Finding:
        text = self._amount.text
        return Finding(
            path=self._leaf.path,
            kind=kind,
            severity=severity,
            message=message,
            said=Passage.at(Span(0, len(text)), text),
            passages=passages_at(self._readings, (figure.span for figure in places)),
        )
