"""How well the carrying sentences of a statement are found, and how citations are set right.

    python evals/measurements/relevance.py [--gum DATA.jsonl] [--stemmer]

On the labelled articles in ``evals/fixtures``: the share of key facts whose first sentence found,
and whose first three, are labelled as carrying it; what becomes of citations that are right, that
name only some of the sentences, and that were moved to a neighbour or at random; how many true and
how many foreign statements are taken for said. With GUM, the last also on human summaries of one
sentence, against other articles of the same genre. ``--stemmer`` puts the Snowball stemmer of
snowballstemmer, where that is installed, in place of the words' first letters.
"""

from __future__ import annotations

import argparse
import importlib
import json
import random
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Any

from pydantic import BaseModel

from nutgraf.article import Article
from nutgraf.evals.fixtures import Fixture, load_fixtures
from nutgraf.grounding.anchors import anchor
from nutgraf.grounding.checks.carrying import check_carrying
from nutgraf.grounding.relevance import Relevance
from nutgraf.grounding.statements import Subject
from nutgraf.grounding.support import correct_citations
from nutgraf.language.readings import Readings
from nutgraf.language.sentences import split_sentences
from nutgraf.language.word_index import WordIndex
from nutgraf.schema.fields import Citation, Evidence

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

FIXTURES = Path(__file__).parents[1] / "fixtures"
CLOSEST = 3
OTHERS = 2  # articles that each statement is compared with though it is not about them
SEED = 20260301


class Point(BaseModel):
    """A statement with citations."""

    text: str
    evidence: Evidence


def main() -> None:
    """Parse, measure, print."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--fixtures", type=Path, default=FIXTURES)
    parser.add_argument("--gum", type=Path, help="GUM's data.jsonl")
    parser.add_argument("--stemmer", action="store_true", help="Snowball instead of first letters")
    options = parser.parse_args()
    fixtures = load_fixtures(options.fixtures)
    articles = [fixture.readings for fixture in fixtures]
    texts = [[fact.statement for fact in fixture.labels.key_facts] for fixture in fixtures]
    genres = dict(gum_summaries(options.gum)) if options.gum else {}
    if options.stemmer:
        for readings in [*articles, *(r for found in genres.values() for r, _ in found)]:
            use_snowball(readings)
    report_retrieval(fixtures)
    report_citations(fixtures)
    print()
    report_said("key facts", list(zip(articles, texts, strict=True)))
    for genre, found in genres.items():
        report_said(f"GUM {genre}", found)


def use_snowball(readings: Readings) -> None:
    """Index an article again, its words stemmed."""
    stem = importlib.import_module("snowballstemmer").stemmer("english").stemWord
    readings.words = WordIndex(
        readings.article.text,
        readings.language,
        readings.sentences,
        readings.names,
        readings.figures,
        stem,
    )


def report_retrieval(fixtures: Sequence[Fixture]) -> None:
    """Print how often the sentences found for a key fact are those that are labelled."""
    counted: Counter[str] = Counter()
    recall = 0.0
    for fixture in fixtures:
        relevance = Relevance(fixture.readings)
        for fact in fixture.labels.key_facts:
            carrying = set(fixture.sentences(fact.evidence))
            found = [sentence.number for sentence in relevance.best(fact.statement, CLOSEST)]
            counted.update(facts=1, first=found[0] in carrying, three=bool(carrying & {*found}))
            recall += len(carrying & {*found}) / min(CLOSEST, len(carrying))
    facts = counted["facts"]
    print(f"{len(fixtures)} labelled articles, {facts} key facts")
    print(f"  the first sentence found carries it       {share(counted['first'], facts)}")
    print(f"  one of the first {CLOSEST} does                  {share(counted['three'], facts)}")
    print(f"  of the carrying ones, among the first {CLOSEST}   {recall / facts:.3f}")


def report_citations(fixtures: Sequence[Fixture]) -> None:
    """Print what becomes of citations, right ones and wrong ones."""
    heads = f"{'corrected':>18}{'of these right':>18}{'reported':>18}"
    print(f"\n{'citations':<24}{heads}")
    counted: dict[str, Counter[str]] = {}
    for kind, fixture, statement, numbers, carrying in cases(fixtures):
        outcome = outcome_of(statement, numbers, carrying, fixture.readings)
        counted.setdefault(kind, Counter()).update(["all", *outcome])
    for kind, found in counted.items():
        changed = share(found["corrected"], found["all"])
        right = share(found["rightly"], found["corrected"])
        print(f"{kind:<24}{changed:>18}{right:>18}{share(found['reported'], found['all']):>18}")


def cases(
    fixtures: Sequence[Fixture],
) -> Iterator[tuple[str, Fixture, str, list[int], set[int]]]:
    """Yield key facts with citations: those labelled, some of them, a neighbour, a random one."""
    chance = random.Random(SEED)
    for fixture in fixtures:
        last = len(fixture.readings.sentences)
        for fact in fixture.labels.key_facts:
            carrying = sorted(fixture.sentences(fact.evidence))
            around = {near for number in carrying for near in (number - 1, number + 1)}
            beside = sorted(around & {*range(1, last + 1)} - {*carrying})
            far = sorted({*range(1, last + 1)} - around - {*carrying})
            given = [("right", carrying)]
            given += [("only one of several", [n]) for n in carrying if len(carrying) > 1]
            given += [("moved to a neighbour", [chance.choice(beside)])] if beside else []
            given += [("moved at random", [chance.choice(far)])] if far else []
            for kind, numbers in given:
                yield kind, fixture, fact.statement, numbers, set(carrying)


def outcome_of(
    statement: str, numbers: list[int], carrying: set[int], readings: Readings
) -> list[str]:
    """Return what is done with a statement's citations."""
    evidence = tuple(Citation(sentence=number) for number in numbers)
    point = anchor(Point(text=statement, evidence=evidence), readings)
    corrected, notes = correct_citations(point, readings)
    if notes:
        [citation] = corrected.evidence
        return ["corrected", "rightly"] if citation.sentence in carrying else ["corrected"]
    return ["reported"] if list(check_carrying(Subject(corrected, readings))) else []


def report_said(name: str, articles: Sequence[tuple[Readings, list[str]]]) -> None:
    """Print for how many true and foreign statements no sentence is found that says them."""
    own = [(readings, text) for readings, texts in articles for text in texts]
    foreign = [
        (articles[(index + step) % len(articles)][0], text)
        for index, (_, texts) in enumerate(articles)
        for step in range(1, OTHERS + 1)
        for text in texts
    ]
    unsaid = [
        share(sum(not Relevance(readings).is_said(text) for readings, text in pairs), len(pairs))
        for pairs in (own, foreign)
    ]
    print(f"{name}: said by no sentence: {unsaid[0]}; of other articles' {unsaid[1]}")


def gum_summaries(corpus: Path) -> Iterator[tuple[str, list[tuple[Readings, list[str]]]]]:
    """Yield for each genre the articles with the sentences of their human summaries."""
    records: list[dict[str, Any]] = [
        json.loads(line) for line in corpus.read_text(encoding="utf-8").splitlines()
    ]
    for genre in sorted({record["genre"] for record in records}):
        yield (
            genre,
            [
                (Readings(Article(text=record["text"], language="en")), list(sentences_of(record)))
                for record in records
                if record["genre"] == genre
            ],
        )


def sentences_of(record: dict[str, Any]) -> Iterator[str]:
    """Yield the sentences of a record's human summaries."""
    for summary in record["summaries"]:
        if summary["human"]:
            text = summary["text"]
            yield from (sentence.span.of(text) for sentence in split_sentences(text))


def share(part: int, whole: int) -> str:
    """Return a share with its counts."""
    return f"{part}/{whole} = {part / whole:.3f}" if whole else "none"


if __name__ == "__main__":
    main()
