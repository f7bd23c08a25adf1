"""Measures the finding of figures on re3d, whose money and quantities were marked by people.

Usage: ``python evals/measurements/figures.py DATA.jsonl [--verbose]``. Labels of a confidence
below 0.5 are left out. Findings that overlap one of the corpus's time expressions ("two years") are
left out too: re3d marks those as time and not as quantity. Nothing is tuned here.
"""

from __future__ import annotations

import argparse
import json
from dataclasses import dataclass
from pathlib import Path
from typing import TypedDict

from nutgraf.article import Span
from nutgraf.language.figures import FigureKind, find_figures

LEAST_CONFIDENCE = 0.5
CONTEXT_CHARS = 30


class Mention(TypedDict):
    """A labelled stretch of a document."""

    start: int
    end: int
    confidence: float
    kind: str


class Document(TypedDict):
    """A record of the corpus, as far as it is used here."""

    id: str
    text: str
    figures: list[Mention]
    dates: list[Mention]


@dataclass(frozen=True, slots=True)
class Labelled:
    """A stretch of one document, and whether it is money."""

    document: str
    span: Span
    money: bool

    def matches(self, other: Labelled, *, exact: bool) -> bool:
        """Tell whether both mark the same place of the same document."""
        if self.document != other.document:
            return False
        return self.span == other.span if exact else self.span.overlaps(other.span)


def read_documents(path: Path) -> list[Document]:
    """Return the records of a JSON Lines file."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line]


def labels(documents: list[Document]) -> list[Labelled]:
    """Return what people marked as money or quantity."""
    return [
        Labelled(document["id"], Span(figure["start"], figure["end"]), figure["kind"] == "Money")
        for document in documents
        for figure in document["figures"]
        if figure["confidence"] >= LEAST_CONFIDENCE
    ]


def findings(documents: list[Document]) -> list[Labelled]:
    """Return the figures that nutgraf finds, without those that people marked as time."""
    return [
        Labelled(document["id"], figure.span, figure.kind is FigureKind.MONEY)
        for document in documents
        for figure in find_figures(document["text"])
        if not any(
            figure.span.overlaps(Span(date["start"], date["end"])) for date in document["dates"]
        )
    ]


def score(gold: list[Labelled], found: list[Labelled], *, exact: bool) -> tuple[float, ...]:
    """Return precision, recall and F1; a label or finding counts once if anything matches it."""
    right = sum(any(one.matches(other, exact=exact) for other in gold) for one in found)
    met = sum(any(one.matches(other, exact=exact) for other in found) for one in gold)
    precision, recall = right / len(found) if found else 0.0, met / len(gold) if gold else 0.0
    total = precision + recall
    return precision, recall, 2 * precision * recall / total if total else 0.0


def show_misses(documents: list[Document], gold: list[Labelled], found: list[Labelled]) -> None:
    """Print what was not found, and what was found that nobody marked."""
    texts = {document["id"]: document["text"] for document in documents}
    for title, ours, theirs in (("missed", gold, found), ("unmarked", found, gold)):
        for one in ours:
            if not any(one.matches(other, exact=False) for other in theirs):
                text, span = texts[one.document], one.span
                before = text[max(0, span.start - CONTEXT_CHARS) : span.start]
                behind = text[span.end : span.end + CONTEXT_CHARS]
                print(f"{title:9} {before + '[[' + span.of(text) + ']]' + behind!r}")


def main() -> None:
    """Print a table of precision, recall and F1, by kind and by strictness."""
    parser = argparse.ArgumentParser(description="Measure the finding of figures on re3d.")
    parser.add_argument("data", type=Path, help="re3d's data.jsonl")
    parser.add_argument("--verbose", action="store_true", help="print the misses as well")
    options = parser.parse_args()
    documents = read_documents(options.data)
    gold, found = labels(documents), findings(documents)
    print(f"{'kind':10} {'match':8} {'labels':>6} {'found':>6} {'P':>6} {'R':>6} {'F1':>6}")
    for name, money in (("all", None), ("money", True), ("quantity", False)):
        some_gold = [one for one in gold if money in {None, one.money}]
        some_found = [one for one in found if money in {None, one.money}]
        for match, exact in (("overlap", False), ("exact", True)):
            numbers = score(some_gold, some_found, exact=exact)
            counts = f"{len(some_gold):6} {len(some_found):6}"
            print(f"{name:10} {match:8} {counts} " + " ".join(f"{one:6.3f}" for one in numbers))
    if options.verbose:
        show_misses(documents, gold, found)


if __name__ == "__main__":
    main()
