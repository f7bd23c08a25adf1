"""How well "nothing found" tells summaries that people call consistent from those they do not.

    python evals/measurements/summedits.py ../shared/corpora/summedits/data.jsonl

Prints balanced accuracy (the mean of the shares of consistent and of inconsistent summaries that
are told rightly) of the checks, over all and by domain, with 95 % intervals from resampling whole
documents; beside it what a constant answer gets, and ROUGE of the summary against its document
with the threshold that does best on the other documents. Then which share of the inconsistent ones
is found for each kind of edit, and which kinds of finding come up on either side.
"""

from __future__ import annotations

import argparse
import json
import random
import re
import time
from collections import Counter, defaultdict
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from pydantic import BaseModel
from rouge_score_rs import RougeScorer

from nutgraf import Article
from nutgraf.grounding.checks import check
from nutgraf.language.readings import Readings
from nutgraf.language.sentences import split_sentences

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

ROUGE = ("rouge1", "rouge2", "rougeL")
SIDES = ("precision", "recall", "fmeasure")


class Statement(BaseModel):
    """One sentence of a summary."""

    text: str


class Summary(BaseModel):
    """A summary, sentence by sentence."""

    statements: tuple[Statement, ...]


@dataclass(frozen=True)
class Judged:
    """A judged summary with what was found of it."""

    document: str
    domain: str
    consistent: bool
    edits: tuple[str, ...]
    summary: str
    kinds: tuple[str, ...]
    errors: int
    warnings: int
    rouge: dict[str, float]


def main() -> None:
    """Parse, measure, print."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("corpus", type=Path)
    parser.add_argument("--verbose", action="store_true", help="list findings on consistent ones")
    parser.add_argument("--misses", action="store_true", help="list inconsistent ones not found")
    parser.add_argument("--json", action="store_true")
    options = parser.parse_args()
    started = time.perf_counter()
    judged = list(judge(options.corpus, options))
    report = figures(judged)
    report["seconds"] = round(time.perf_counter() - started, 1)
    if options.json:
        print(json.dumps(report, indent=2))
    else:
        show(report)


def judge(corpus: Path, options: argparse.Namespace) -> Iterator[Judged]:
    """Yield every judged summary, checked."""
    scorer = RougeScorer(list(ROUGE), use_stemmer=True)
    for line in corpus.read_text(encoding="utf-8").splitlines():
        document = json.loads(line)
        readings = Readings(Article(text=document["text"], language="en"))
        for judgement in document["judgements"]:
            text = judgement["summary"]
            found = check(as_summary(text), readings)
            severe = [f for f in found if f.severity in {"error", "warning"}]
            if options.verbose and judgement["consistent"] and severe:
                print(f"ALARM {document['id']}: {text}")
                for finding in severe:
                    print(
                        f"      {finding.severity} {finding.kind} {finding.path}: {finding.message}"
                    )
            if options.misses and not judgement["consistent"] and not severe:
                print(f"MISS  {document['id']}: {text}\n      of   {judgement['seed_summary']}")
            scores = scorer.score(document["text"], text)
            yield Judged(
                document=document["id"],
                domain=document["genre"],
                consistent=judgement["consistent"],
                edits=tuple(judgement["edit_types_auto"] or ()),
                summary=text,
                kinds=tuple(sorted({f.kind for f in severe})),
                errors=sum(f.severity == "error" for f in severe),
                warnings=sum(f.severity == "warning" for f in severe),
                rouge={
                    f"{name} {side}": getattr(scores[name], side)
                    for name in ROUGE
                    for side in SIDES
                },
            )


def as_summary(text: str) -> Summary:
    """Return a summary with a statement for each sentence."""
    sentences = (sentence.span.of(text) for sentence in split_sentences(text, "en"))
    return Summary(statements=tuple(Statement(text=sentence) for sentence in sentences))


def figures(judged: Sequence[Judged]) -> dict[str, Any]:
    """Return all figures."""
    methods: dict[str, Callable[[Judged], bool]] = {
        "no error or warning": lambda one: not one.errors and not one.warnings,
        "no error": lambda one: not one.errors,
    }
    for name in judged[0].rouge:
        told = by_threshold(judged, name)
        methods[name] = lambda one, told=told: told[id(one)]
    methods["always consistent (no skill)"] = lambda _: True
    domains = sorted({one.domain for one in judged})
    rows = []
    for name, says in methods.items():
        row: dict[str, Any] = {"method": name, **accuracy(judged, says)}
        row["interval"] = interval(judged, says)
        for domain in domains:
            some = [one for one in judged if one.domain == domain]
            row[domain] = accuracy(some, says)["balanced_accuracy"]
        rows.append(row)
    return {
        "summaries": len(judged),
        "consistent": sum(one.consistent for one in judged),
        "majority_accuracy": round(
            max(Counter(one.consistent for one in judged).values()) / len(judged), 3
        ),
        "methods": rows,
        "edits": edits(judged),
        "kinds": kinds(judged),
    }


def accuracy(judged: Sequence[Judged], says: Callable[[Judged], bool]) -> dict[str, float]:
    """Return the share told rightly on each side, and their mean."""
    right: Counter[bool] = Counter()
    total: Counter[bool] = Counter()
    for one in judged:
        total[one.consistent] += 1
        right[one.consistent] += says(one) == one.consistent
    kept, found = (right[side] / max(total[side], 1) for side in (True, False))
    return {
        "balanced_accuracy": round((kept + found) / 2, 3),
        "consistent_kept": round(kept, 3),
        "inconsistent_found": round(found, 3),
    }


def interval(judged: Sequence[Judged], says: Callable[[Judged], bool]) -> tuple[float, float]:
    """Return the 95 % interval of balanced accuracy, whole documents resampled."""
    groups: dict[str, list[int]] = defaultdict(lambda: [0, 0, 0, 0])
    for one in judged:
        group, side = groups[one.document], 0 if one.consistent else 2
        group[side] += says(one) == one.consistent
        group[side + 1] += 1
    chance, values = random.Random(0), []
    for _ in range(1000):
        drawn = chance.choices(list(groups.values()), k=len(groups))
        kept, of_kept, found, of_found = (sum(group[i] for group in drawn) for i in range(4))
        values.append((kept / max(of_kept, 1) + found / max(of_found, 1)) / 2)
    values.sort()
    return round(values[25], 3), round(values[974], 3)


def by_threshold(judged: Sequence[Judged], name: str) -> dict[int, bool]:
    """Tell each summary by a score, with the threshold that is best on all other documents."""
    told: dict[int, bool] = {}
    for document in {one.document for one in judged}:
        others = [one for one in judged if one.document != document]
        threshold = best_threshold(others, name)
        for one in judged:
            if one.document == document:
                told[id(one)] = one.rouge[name] >= threshold
    return told


def best_threshold(judged: Sequence[Judged], name: str) -> float:
    """Return the score from which on "consistent" gives the best balanced accuracy."""
    total = Counter(one.consistent for one in judged)
    below: Counter[bool] = Counter()
    best, threshold = 0.5, 0.0
    for one in sorted(judged, key=lambda one: one.rouge[name]):
        kept = 1 - below[True] / total[True]
        balanced = (kept + below[False] / total[False]) / 2
        if balanced > best:
            best, threshold = balanced, one.rouge[name]
        below[one.consistent] += 1
    return threshold


def edits(judged: Sequence[Judged]) -> list[dict[str, Any]]:
    """Return the share found of each kind of edit, alone and among others."""
    rows = []
    for edit in sorted({edit for one in judged for edit in one.edits}):
        among = [one for one in judged if edit in one.edits]
        alone = [one for one in among if len(one.edits) == 1]
        rows.append(
            {
                "edit": edit,
                "n": len(among),
                "found": round(sum(bool(one.kinds) for one in among) / len(among), 3),
                "alone": len(alone),
                "found_alone": round(sum(bool(o.kinds) for o in alone) / max(len(alone), 1), 3),
            }
        )
    return rows


def kinds(judged: Sequence[Judged]) -> list[dict[str, Any]]:
    """Return in how many consistent and inconsistent summaries each kind of finding comes up."""
    counted: dict[str, Counter[bool]] = defaultdict(Counter)
    for one in judged:
        for kind in one.kinds:
            counted[kind][one.consistent] += 1
    return [
        {"kind": kind, "on_consistent": count[True], "on_inconsistent": count[False]}
        for kind, count in sorted(counted.items(), key=lambda item: -sum(item[1].values()))
    ]


def show(report: dict[str, Any]) -> None:
    """Print the tables."""
    print(
        f"{report['summaries']} summaries, {report['consistent']} consistent; a constant answer "
        f"is right for {report['majority_accuracy']:.3f}"
    )
    domains = [key for key in report["methods"][0] if re.fullmatch(r"[a-z_]+", key)]
    domains = [
        key
        for key in domains
        if key not in {"method", "interval", "consistent_kept", "inconsistent_found"}
        and key != "balanced_accuracy"
    ]
    head = "  ".join(f"{domain:>11}" for domain in domains)
    print(f"\n{'balanced accuracy':<30} all    95 %          kept   found  {head}")
    for row in report["methods"]:
        low, high = row["interval"]
        by_domain = "  ".join(f"{row[domain]:>11.3f}" for domain in domains)
        print(
            f"{row['method']:<30} {row['balanced_accuracy']:.3f}  {low:.3f}-{high:.3f}   "
            f"{row['consistent_kept']:.3f}  {row['inconsistent_found']:.3f}  {by_domain}"
        )
    print(f"\n{'inconsistent, by edit':<30}    n  found   alone  found")
    for row in report["edits"]:
        print(
            f"{row['edit']:<30} {row['n']:>4}  {row['found']:.3f}   {row['alone']:>5}  "
            f"{row['found_alone']:.3f}"
        )
    print(f"\n{'summaries with a finding':<30} consistent  inconsistent")
    for row in report["kinds"]:
        print(f"{row['kind']:<30} {row['on_consistent']:>10}  {row['on_inconsistent']:>12}")
    print(f"\n{report['seconds']} s")


if __name__ == "__main__":
    main()
