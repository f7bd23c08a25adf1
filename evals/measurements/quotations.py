"""Measure ``find_quotations`` on a corpus with quotations labelled by people (GUM's format).

Usage: python evals/measurements/quotations.py path/to/data.jsonl [--genre news] [--verbose]

A gold quotation counts as found where one of ours overlaps it, as exact where both spans are the
same (white space and closing punctuation aside). The speaker is right, leniently, where ours and
the gold ``speaker`` or any mention of its entity share a word that is neither a stop word nor a
third person's pronoun; a speaker whom the corpus does not name by an entity is compared with the
words marked as the source.
``added`` counts our quotations that overlap no gold one: by whether we name a speaker for them.
The corpus marks only quotations under an attribution relation, so added ones need not be wrong.
"""

from __future__ import annotations

import argparse
import json
import re
from collections import defaultdict
from dataclasses import dataclass, fields
from pathlib import Path
from typing import TypedDict

from nutgraf.article import Span
from nutgraf.language.names import Name, find_names
from nutgraf.language.quotations import Quotation, find_quotations
from nutgraf.language.sentences import split_sentences

_STOP = frozenset(
    "the a an of for and to in on at by from with s mr mrs ms dr he she him her his they it "  # noqa: SIM905 - a table
    "its".split()
)
_EDGE = " \n\"'“”‘’.,;:!?…"  # noqa: RUF001 - curly marks


class GoldMention(TypedDict):
    """A stretch of text that names somebody."""

    text: str
    start: int
    end: int


class GoldQuote(TypedDict):
    """A labelled quotation."""

    text: str
    start: int
    end: int
    speaker: str | None
    speaker_entity: str | None
    speaker_mention: list[GoldMention]
    partial: bool


class GoldEntity(TypedDict):
    """A labelled coreference cluster."""

    id: str
    mentions: list[GoldMention]


class Document(TypedDict):
    """The fields of a record that are read here."""

    id: str
    genre: str
    text: str
    quotes: list[GoldQuote]
    entities: list[GoldEntity]


@dataclass(slots=True)
class Tally:
    """Counts of one genre."""

    gold: int = 0
    found: int = 0
    exact: int = 0
    speaker: int = 0
    whole: int = 0
    direct: int = 0
    added_named: int = 0
    added_unnamed: int = 0

    def add(self, other: Tally) -> None:
        """Add another's counts to these."""
        for field in fields(self):
            setattr(self, field.name, getattr(self, field.name) + getattr(other, field.name))


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("corpus", type=Path)
    parser.add_argument("--genre", help="only this genre")
    parser.add_argument("--without-names", action="store_true", help="give it no names")
    parser.add_argument("--verbose", action="store_true", help="print misses and additions")
    options = parser.parse_args()
    tallies: dict[str, Tally] = defaultdict(Tally)
    for line in options.corpus.read_text(encoding="utf-8").splitlines():
        document: Document = json.loads(line)
        if options.genre in (None, document["genre"]):
            tally = _measure(document, named=not options.without_names, verbose=options.verbose)
            tallies[document["genre"]].add(tally)
            tallies["all"].add(tally)
    print(f"{'genre':10} gold  found  exact  speaker  whole~direct  added:named  unnamed")
    for genre, tally in sorted(tallies.items(), key=lambda item: (item[0] == "all", item[0])):
        print(_row(genre, tally))


def _row(genre: str, tally: Tally) -> str:
    gold = max(tally.gold, 1)
    shares = (tally.found, tally.exact, tally.speaker, tally.direct)
    found, exact, speaker, direct = (f"{share / gold:.3f}" for share in shares)
    added = f"{tally.added_named:11}  {tally.added_unnamed:7}"
    return f"{genre:10} {tally.gold:4}  {found}  {exact}  {speaker:>7}  {direct:>12}  {added}"


def _measure(document: Document, *, named: bool, verbose: bool) -> Tally:
    text = document["text"]
    sentences = split_sentences(text)
    names: tuple[Name, ...] = find_names(text, sentences) if named else ()
    ours = find_quotations(text, sentences, names)
    mentions = {entity["id"]: entity["mentions"] for entity in document["entities"]}
    tally = Tally()
    for gold in document["quotes"]:
        best = _best(ours, Span(gold["start"], gold["end"]))
        accepted = [gold["speaker"] or "", *(m["text"] for m in gold["speaker_mention"])]
        accepted += [m["text"] for m in mentions.get(gold["speaker_entity"] or "", [])]
        right = best is not None and _same(best.speaker, accepted)
        tally.gold += 1
        tally.found += best is not None
        tally.exact += best is not None and best.span.of(text).strip(_EDGE) == gold["text"].strip(
            _EDGE
        )
        tally.speaker += right
        tally.direct += best is not None and best.direct != gold["partial"]
        if verbose and not right:
            got = best.speaker if best else "NOT FOUND"
            print(f"- {document['id']}: {gold['text'][:60]!r} ours {got!r} gold {accepted[:4]}")
    for quotation in ours:
        if not any(_overlap(quotation.span, gold) for gold in document["quotes"]):
            tally.added_named += quotation.speaker is not None
            tally.added_unnamed += quotation.speaker is None
            if verbose and quotation.speaker is not None:
                words = quotation.span.of(text)[:60]
                print(f"+ {document['id']}: {words!r} ours {quotation.speaker!r}")
    return tally


def _overlap(span: Span, gold: GoldQuote) -> bool:
    return span.overlaps(Span(gold["start"], gold["end"]))


def _best(ours: tuple[Quotation, ...], gold: Span) -> Quotation | None:
    """Return our quotation with the largest share of overlap, intersection over union."""

    def share(quotation: Quotation) -> float:
        common = min(quotation.span.end, gold.end) - max(quotation.span.start, gold.start)
        return common / (max(quotation.span.end, gold.end) - min(quotation.span.start, gold.start))

    return max((q for q in ours if q.span.overlaps(gold)), key=share, default=None)


def _same(speaker: str | None, accepted: list[str]) -> bool:
    if speaker is None:
        return False
    words = _words(speaker)
    return any(words & _words(other) for other in accepted)


def _words(text: str) -> set[str]:
    return set(re.findall(r"\w+", text.lower())) - _STOP


if __name__ == "__main__":
    main()
