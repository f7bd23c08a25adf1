"""Measures the extractive drafter on GUM, whose summaries, entities, dates and quotes are people's.

Usage: ``python evals/measurements/extractive.py DATA.jsonl [--genre news] [--stemmer]``. With
``--sumy`` also what LexRank and TextRank of the library sumy choose, if installed. Summaries
are scored with ROUGE (package rouge-score-rs; without it that table is left out), each document by
the best of its human summaries, F1, averaged over documents. The baselines are the first sentences
of the text without headings, as ``split_sentences`` gives them, and the same without captions,
bylines and notices ("prose lead"), which shows what choosing adds to leaving those out.
"""

from __future__ import annotations

import argparse
import importlib
import json
from dataclasses import dataclass
from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Protocol, TypedDict

from nutgraf.article import Article, Span
from nutgraf.drafting.extractive import extract
from nutgraf.drafting.extractive.lines import read_lines
from nutgraf.drafting.extractive.ranking import rank
from nutgraf.drafting.extractive.selection import choose
from nutgraf.language.readings import Readings
from nutgraf.language.sentences import SentenceKind

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from nutgraf.schema.news import NewsSummary

ROUGE = ("rouge1", "rouge2", "rougeL")
MOST_SENTENCES = 3


class Summary(TypedDict):
    """A summary of a document, by a person or not."""

    text: str
    human: bool


class Place(TypedDict):
    """A labelled stretch of a document."""

    text: str
    start: int
    end: int


class Quoted(Place):
    """A labelled quotation."""

    speaker: str | None


class Entity(TypedDict):
    """A cluster of mentions; ``salience`` counts the summaries that have it, of five or of one."""

    name: str
    named: bool
    type: str
    salience: int
    mentions: list[Place]


class Document(TypedDict):
    """A record of the corpus, as far as it is used here."""

    id: str
    genre: str
    text: str
    published: str | None
    summaries: list[Summary]
    entities: list[Entity]
    dates: list[Place]
    quotes: list[Quoted]


class Scored(Protocol):
    """What the package gives for one kind of ROUGE."""

    fmeasure: float


class Scorer(Protocol):
    """The package's scorer, as far as it is used here."""

    def score_multi(self, targets: list[str], prediction: str) -> dict[str, Scored]:
        """Return the best score among several references."""


@dataclass(frozen=True, slots=True)
class Case:
    """A document with what the drafter makes of it."""

    document: Document
    readings: Readings
    summary: NewsSummary


def read_documents(path: Path, genre: str | None) -> list[Document]:
    """Return the records of a JSON Lines file, those of one genre if one is given."""
    records = (json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line)
    return [record for record in records if genre in {None, record["genre"]}]


def case_of(document: Document) -> Case:
    """Draft the summary of a document."""
    published = document["published"]
    is_day = published is not None and len(published) == len("2025-10-16")
    day = date.fromisoformat(published) if published and is_day else None
    readings = Readings(Article(text=document["text"], published=day))
    return Case(document, readings, extract(readings))


def lead(case: Case, sentences: int) -> str:
    """Return the first sentences of the text that are no headings."""
    text = case.document["text"]
    prose = [s for s in case.readings.sentences if s.kind is SentenceKind.SENTENCE]
    return " ".join(s.span.of(text) for s in prose[:sentences])


def prose_lead(case: Case, sentences: int) -> str:
    """Return the first lines that tell the story: no captions, bylines and notices."""
    prose = [line for line in read_lines(case.readings) if line.is_prose]
    return " ".join(line.text for line in prose[:sentences])


def best_points(case: Case, points: int) -> str:
    """Return the gist and the best key points after it, in reading order; at least the gist."""
    lines = read_lines(case.readings)
    choice = choose(rank(lines, case.summary.headline))
    if choice.gist is None:
        return case.summary.gist.text
    chosen = [choice.gist, *choice.points[:points]]
    return " ".join(one.line.text for one in sorted(chosen, key=lambda one: one.line.number))


def scorer(*, stemmer: bool) -> Scorer | None:
    """Return the package's scorer, or None where the package is not installed."""
    try:
        package = importlib.import_module("rouge_score_rs")
    except ImportError:
        return None
    made: Scorer = package.RougeScorer(list(ROUGE), use_stemmer=stemmer)
    return made


def rouge(cases: list[Case], text_of: Callable[[Case], str], using: Scorer) -> list[float]:
    """Return the mean F1 of each kind of ROUGE against the best human summary."""
    totals = [0.0] * len(ROUGE)
    for case in cases:
        targets = [one["text"] for one in case.document["summaries"] if one["human"]]
        scored = using.score_multi(targets, text_of(case))
        totals = [t + scored[kind].fmeasure for t, kind in zip(totals, ROUGE, strict=True)]
    return [total / len(cases) for total in totals]


def library_choice(case: Case, name: str, sentences: int) -> str:
    """Return what a summarizer of the library chooses of the sentences that are no headings."""
    # Only those who compare have sumy.
    from extractive_by_sumy import choose as choose_by_library  # noqa: PLC0415

    text = case.document["text"]
    prose = [s for s in case.readings.sentences if s.kind is SentenceKind.SENTENCE]
    return choose_by_library(name, [s.span.of(text) for s in prose], sentences)


def show_rouge(cases: list[Case], *, stemmer: bool, sumy: bool) -> None:
    """Print ROUGE of the lead, of the gist, and of the gist with key points."""
    using = scorer(stemmer=stemmer)
    if using is None:
        print("ROUGE: left out, since rouge-score-rs is not installed")
        return
    print(f"{'ROUGE F1':24} {'1':>6} {'2':>6} {'L':>6}   stemmer {'on' if stemmer else 'off'}")
    for count in range(1, MOST_SENTENCES + 1):
        show(f"lead-{count}", rouge(cases, partial(lead, sentences=count), using))
    for count in range(1, MOST_SENTENCES + 1):
        show(f"prose lead-{count}", rouge(cases, partial(prose_lead, sentences=count), using))
    for name in ("LexRank", "TextRank") if sumy else ():
        for count in range(1, MOST_SENTENCES + 1):
            made = partial(library_choice, name=name, sentences=count)
            show(f"{name}-{count}", rouge(cases, made, using))
    show("gist", rouge(cases, lambda case: case.summary.gist.text, using))
    for count in range(1, MOST_SENTENCES):
        show(f"gist + best {count}", rouge(cases, partial(best_points, points=count), using))


def show(name: str, numbers: list[float]) -> None:
    """Print one row of the table."""
    print(f"{name:24} " + " ".join(f"{number:6.3f}" for number in numbers))


def show_share(name: str, met: int, total: int) -> None:
    """Print a recall or precision with what it is of."""
    print(f"{name:44} {met:4} of {total:4} {met / total if total else 0.0:6.3f}")


def spans(places: Sequence[Place]) -> list[Span]:
    """Return the spans of labelled places."""
    return [Span(place["start"], place["end"]) for place in places]


def is_ours(entity: Entity, case: Case) -> bool:
    """Tell whether an entity is among ours: a mention of it overlaps one of ours."""
    wanted = {one.name.text for one in case.summary.entities}
    ours = [m for n in case.readings.names if n.canonical in wanted for m in n.mentions]
    gold = spans(entity["mentions"])
    return any(one.overlaps(other) for one in ours for other in gold)


def show_entities(cases: list[Case]) -> None:
    """Print how many of the named entities of each salience are among ours."""
    for least in (1, 2, 3, 4, 5):
        gold = [
            (entity, case)
            for case in cases
            for entity in case.document["entities"]
            if entity["named"] and entity["type"] != "time" and entity["salience"] >= least
        ]
        met = sum(is_ours(entity, case) for entity, case in gold)
        show_share(f"named entities, salience >= {least}, recall", met, len(gold))


def show_dates(cases: list[Case]) -> None:
    """Print how many times of events stand where people marked a date."""
    met = total = 0
    for case in cases:
        gold = [" ".join(one["text"].split()).casefold() for one in case.document["dates"]]
        times = [event.when.text.casefold() for event in case.summary.events if event.when]
        total += len(times)
        met += sum(any(time in one or one in time for one in gold) for time in times)
    show_share("times of events that are marked dates", met, total)


def shares_a_word(one: str, other: str) -> bool:
    """Tell whether two names have a word in common."""
    return bool(set(one.casefold().split()) & set(other.casefold().split()))


def show_quotes(cases: list[Case]) -> None:
    """Print how many quotations stand where people marked one, and how many of those by whom."""
    met = total = right = 0
    for case in cases:
        text = case.document["text"]
        for quote in case.summary.quotes:
            start = text.find(quote.words.text)
            span = Span(start, start + len(quote.words.text))
            gold = [q for q in case.document["quotes"] if span.overlaps(spans([q])[0])]
            total += 1
            met += bool(gold)
            right += any(shares_a_word(quote.speaker.text, q["speaker"] or "") for q in gold)
    show_share("quotes that are marked quotations", met, total)
    show_share("of these, with a word of the marked speaker", right, met)


def main() -> None:
    """Print the tables."""
    parser = argparse.ArgumentParser(description="Measure the extractive drafter on GUM.")
    parser.add_argument("data", type=Path, help="GUM's data.jsonl")
    parser.add_argument("--genre", help="only documents of this genre, such as news")
    parser.add_argument("--stemmer", action="store_true", help="stem words before comparing them")
    parser.add_argument("--sumy", action="store_true", help="also measure LexRank and TextRank")
    options = parser.parse_args()
    cases = [case_of(document) for document in read_documents(options.data, options.genre)]
    print(f"{len(cases)} documents")
    show_rouge(cases, stemmer=options.stemmer, sumy=options.sumy)
    show_entities(cases)
    show_dates(cases)
    show_quotes(cases)


if __name__ == "__main__":
    main()
