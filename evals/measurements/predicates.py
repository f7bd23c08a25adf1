"""Measure ``find_predicates``: on hard cases of our own, and its attributions on GUM.

Usage: python evals/measurements/predicates.py [path/to/data.jsonl] [--genre news] [--verbose]

*Cases* (``predicate_cases.json`` beside this file): for each property how many of the asked verbs
have it right. They were written before the rules were tried on them and were then used to mend the
rules, so their figures show what works, not how well unseen text is read. A participant is right
where the heads are; a source where its words are.

*Attributions*, where a corpus is given: ``inside`` counts the predicates within a stretch that the
corpus attributes to a source (captions aside, and bylines, which make a whole paper its authors'
claim), ``read`` those that are attributed by us, ``source`` those whose source overlaps the
labelled one or a mention of the same entity. ``outside`` counts all other predicates but verbs of
attributing clauses, ``false`` those of them that we attribute, not counting factive cues such as
"found", nor what stands in quotation marks, which the corpus attributes only where it is a clause
of its own. ``ms/word`` is the time of one pass.
"""

from __future__ import annotations

import argparse
import json
import re
import time
from collections import Counter
from pathlib import Path
from typing import Any

from nutgraf.article import Span
from nutgraf.language.names import find_names
from nutgraf.language.predicates import Participant, Predicate, find_predicates
from nutgraf.language.quotations import find_quotations
from nutgraf.language.sentences import split_sentences

CASES = Path(__file__).with_name("predicate_cases.json")
PROPERTIES = ("found", "status", "negated", "passive", "subject", "object", "attributed", "source")


def heads(participant: Participant | None, text: str) -> str | None:
    """Return the heads of a participant in one string, as the cases write them."""
    if participant is None:
        return None
    return " & ".join(head.of(text) for head in participant.heads)


def read_text(text: str) -> list[Predicate]:
    """Return all predicates of a text."""
    sentences = split_sentences(text)
    quotations = find_quotations(text, sentences, find_names(text, sentences))
    return [p for s in sentences for p in find_predicates(text, s.span, quotations)]


def judge(case: dict[str, Any]) -> dict[str, bool]:
    """Return for each property that a case asks for whether it is right."""
    text = case["text"]
    found = [p for p in read_text(text) if p.verb.of(text) == case["verb"]]
    if not found:
        return dict.fromkeys(PROPERTIES, False)
    one = found[0]
    second = heads(one.agent if case["passive"] else one.object, text)
    claim = one.attribution
    source = claim.source.of(text) if claim is not None and claim.source is not None else None
    return {
        "found": True,
        "status": one.status.value == case["status"],
        "negated": one.negated == case["negated"],
        "passive": one.passive == case["passive"],
        "subject": heads(one.subject, text) == case["subject"],
        "object": second == case.get("agent", case.get("object")),
        "attributed": (claim is not None) == case["attributed"],
        "source": source == case["source"],
    }


def measure_cases(*, verbose: bool) -> None:
    """Print accuracy by property for both halves of the cases."""
    rows = json.loads(CASES.read_text(encoding="utf-8"))
    print(f"{'cases':10}{'n':>5}" + "".join(f"{name:>11}" for name in (*PROPERTIES, "all")))
    for part in ("first", "second", "third"):
        cases = [row for row in rows if row["part"] == part]
        right: Counter[str] = Counter()
        for case in cases:
            verdict = judge(case)
            right.update(name for name, good in verdict.items() if good)
            right["all"] += all(verdict.values())
            if verbose and not all(verdict.values()):
                wrong = ", ".join(name for name, good in verdict.items() if not good)
                print(f"  {case['verb']}: {wrong}\n      {case['text']}")
        if cases:
            shares = "".join(f"{right[n] / len(cases):11.3f}" for n in (*PROPERTIES, "all"))
            print(f"{part:10}{len(cases):5}{shares}")


def _spans(rows: list[dict[str, Any]]) -> list[Span]:
    return [Span(row["start"], row["end"]) for row in rows]


def _is_caption(attribution: dict[str, Any]) -> bool:
    return all(re.match(r"(?:Image|Photo|File)\b", cue["text"]) for cue in attribution["cue"])


def _is_byline(attribution: dict[str, Any]) -> bool:
    """Tell whether the authors stand before several sentences and no verb gives these to them."""
    cue, source = ([span["text"] for span in attribution[key]] for key in ("cue", "source"))
    sentences = sum(len(split_sentences(span["text"])) for span in attribution["content"])
    return cue == source and sentences > 1


class Tally(Counter[str]):
    """Counts of predicates, of what is attributed and of false attributions."""

    def document(self, row: dict[str, Any], *, verbose: bool) -> None:
        """Count the predicates of one document."""
        gold = [one for one in row["attributions"] if not (_is_caption(one) or _is_byline(one))]
        mentions = {one["id"]: _spans(one["mentions"]) for one in row["entities"]}
        cues = [span for one in row["attributions"] for span in _spans(one["cue"])]
        text = row["text"]
        started = time.perf_counter()
        found = read_text(text)
        self["seconds_1e6"] += round(1e6 * (time.perf_counter() - started))
        self["words"] += len(text.split())
        for predicate in found:
            holding = [
                one
                for one in gold
                if any(span.contains(predicate.verb) for span in _spans(one["content"]))
            ]
            if holding:
                self._inside(row, predicate, holding, mentions, verbose=verbose)
            elif not any(span.contains(predicate.verb) for span in cues):
                self._outside(row, predicate, verbose=verbose)

    def _inside(
        self,
        row: dict[str, Any],
        predicate: Predicate,
        holding: list[dict[str, Any]],
        mentions: dict[Any, list[Span]],
        *,
        verbose: bool,
    ) -> None:
        self["inside"] += 1
        text, claim = row["text"], predicate.attribution
        if claim is None:
            if verbose:
                print(f"  missed {row['id']}: {_around(text, predicate.verb)}")
            return
        self["read"] += 1
        places = [span for one in holding for span in _spans(one["source"])]
        for one in holding:
            places += mentions.get(one["speaker_entity"], [])
        if claim.source is not None and any(span.overlaps(claim.source) for span in places):
            self["source"] += 1
        elif verbose:
            ours = claim.source.of(text) if claim.source is not None else None
            print(f"  source {row['id']}: {ours!r} for {holding[0]['speaker']!r}: "
                  f"{_around(text, predicate.verb)}")  # fmt: skip

    def _outside(self, row: dict[str, Any], predicate: Predicate, *, verbose: bool) -> None:
        self["outside"] += 1
        claim = predicate.attribution
        if claim is None or claim.factive or claim.quoted:
            return
        self["false"] += 1
        if verbose:
            cue = claim.cue.of(row["text"]) if claim.cue is not None else None
            print(f"  false {row['id']}: {cue!r}: {_around(row['text'], predicate.verb)}")


def _around(text: str, span: Span) -> str:
    before, after = text[max(0, span.start - 90) : span.start], text[span.end : span.end + 50]
    return f"{before}[{span.of(text)}]{after}".replace("\n", " ")


def measure_attributions(path: Path, genre: str | None, *, verbose: bool) -> None:
    """Print how the attributions of a corpus are read."""
    tallies: dict[str, Tally] = {}
    for line in path.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        if genre in (None, row["genre"]):
            tallies.setdefault(row["genre"], Tally()).document(row, verbose=verbose)
    names = ("inside", "read", "source", "outside", "false")
    print(
        f"{'genre':10}" + "".join(f"{name:>9}" for name in names) + "  read  source  false  ms/word"
    )
    for name, tally in sorted(tallies.items()):
        counts = "".join(f"{tally[key]:9}" for key in names)
        shares = (
            tally["read"] / max(1, tally["inside"]),
            tally["source"] / max(1, tally["read"]),
            tally["false"] / max(1, tally["outside"]),
            tally["seconds_1e6"] / 1e3 / max(1, tally["words"]),
        )
        print(f"{name:10}{counts}" + "  {:.3f}   {:.3f}  {:.3f}    {:.3f}".format(*shares))


def main() -> None:
    """Measure what the command line asks for."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("corpus", nargs="?", type=Path)
    parser.add_argument("--genre")
    parser.add_argument("--verbose", action="store_true")
    args = parser.parse_args()
    measure_cases(verbose=args.verbose)
    if args.corpus is not None:
        measure_attributions(args.corpus, args.genre, verbose=args.verbose)


if __name__ == "__main__":
    main()
