"""How many false statements the checks find, by kind of fault, and how often they cry wolf.

    python evals/measurements/perturbations.py --gum ../shared/corpora/gum/data.jsonl

Statements that are true of an article are made false in one place each (``nutgraf.evals.
perturbations``) and checked. A fault is found where a check reports an error or a warning that it
does not report of the true statement; "by kind" where the finding also names the fault rightly.
Intervals are Wilson's, 95 %; those in brackets resample whole articles. False alarms are errors and
warnings on the true statements. Sources: the project's fixtures with the sentences that carry them
(``facts``), their one-sentence summaries (``gists``) and labelled quotations (``quotes``); GUM's
human summaries (``gum-news``, ``gum-other``) and labelled quotations (``gum-quotes``); statements
about the fixtures in free words (``retold``, and without their citations ``retold-uncited``). What
cites nothing is checked as ``nutgraf check`` does. The fixtures' ``traps`` and what was ``retold
falsely`` are false statements that were written so.
"""

from __future__ import annotations

import argparse
import json
import math
import random
import time
from collections import Counter, defaultdict
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from statement_checks import COPIED, SEVERITIES, Checked, Wanted, cases_of, check_unit
from true_statements import HALVES, Case, told_of, units

if TYPE_CHECKING:
    from collections.abc import Sequence

    from nutgraf.schema.result import Finding

ROOT = Path(__file__).resolve().parents[2]
Z = 1.959963985
PEOPLES = ("traps", "retold falsely", "retold falsely-uncited")
TARGETS = ("number", "date", "name", "speaker", "negation", "quotation")


@dataclass
class Tally:
    """What was found of one kind of fault, an entry a case."""

    articles: list[str] = field(default_factory=list)
    found: list[bool] = field(default_factory=list)
    rightly: list[bool] = field(default_factory=list)

    def add(self, article: str, found: bool, rightly: bool) -> None:
        """Count a case."""
        self.articles.append(article)
        self.found.append(found)
        self.rightly.append(rightly)


def main() -> None:
    """Parse, measure, print."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--fixtures", type=Path, default=ROOT / "evals" / "fixtures")
    parser.add_argument("--gum", type=Path, help="GUM's data.jsonl")
    parser.add_argument("--source", action="append", help="only these sources")
    parser.add_argument("--defect", action="append", help="only these kinds of fault")
    parser.add_argument("--severity", choices=SEVERITIES, default="warning")
    parser.add_argument("--half", choices=HALVES, help="only every other article of each source")
    parser.add_argument("--seeds", type=int, default=1, help="false statements of a kind for each")
    parser.add_argument("--verbose", action="store_true", help="list misses and false alarms")
    parser.add_argument("--samples", type=int, help="print this many of each kind, check nothing")
    parser.add_argument("--json", action="store_true")
    options = parser.parse_args()
    started = time.perf_counter()
    wanted = Wanted(options.source, options.defect, options.severity, options.seeds)
    every = list(units(options.fixtures, options.gum, options.half))
    if options.samples:
        sample(every, wanted, options.samples)
        return
    measured = Measured(options)
    with ProcessPoolExecutor() as pool:
        for checked in pool.map(partial(check_unit, wanted=wanted), every):
            measured.article(checked)
    report = measured.report()
    report["seconds"] = round(time.perf_counter() - started, 1)
    if options.json:
        print(json.dumps(report, indent=2))
    else:
        show(report)


def sample(every: list[Path | str], wanted: Wanted, most: int) -> None:
    """Print statements with a fault beside the true ones, so many of each kind."""
    shown: Counter[str | None] = Counter()
    for unit in every:
        for case in cases_of(told_of(unit), wanted):
            if case.defect and shown[case.defect] < most:
                shown[case.defect] += 1
                print(f"{case.defect} [{case.source} {case.article}]")
                true, false = (" ".join(text.split()) for text in (case.true, case.text))
                print(f"   true  {true}\n   false {false}")


class Measured:
    """What was found so far."""

    def __init__(self, options: argparse.Namespace) -> None:
        self.options = options
        self.tallies: dict[tuple[str, str], Tally] = defaultdict(Tally)
        self.trues: Counter[str] = Counter()
        self.alarms: dict[str, Counter[str]] = defaultdict(Counter)
        self.alarmed: Counter[str] = Counter()
        self.copies: dict[str, list[int]] = defaultdict(lambda: [0, 0])

    def article(self, checked: list[Checked]) -> None:
        """Count what was found of one article's statements."""
        of_true = {case.text: found for case, found in checked if case.defect is None}
        for case, findings in checked:
            if case.defect is None:
                self.true(case, findings)
            elif case.defect == COPIED:
                self.copy(case, findings)
            else:
                self.false(case, findings, of_true.get(case.true, ()))

    def copy(self, case: Case, findings: Sequence[Finding]) -> None:
        """Count whether a near copy was found, or an original taken for one."""
        found = any(finding.kind == "duplicate" for finding in findings)
        part = "near copies" if case.text != case.true else "different facts"
        self.copies[part][0] += found
        self.copies[part][1] += 1
        if self.options.verbose and found == (part == "different facts"):
            print(f"{part} found={found} {case.article}: {case.text}")

    def true(self, case: Case, findings: Sequence[Finding]) -> None:
        """Count the false alarms on a true statement."""
        self.trues[case.source] += 1
        self.alarmed[case.source] += bool(findings)
        for finding in findings:
            self.alarms[case.source][finding.kind] += 1
            if self.options.verbose:
                print(f"ALARM {case.source} {case.article}: {case.text}")
                print(f"      {finding.severity} {finding.kind}: {finding.message}")

    def false(self, case: Case, findings: Sequence[Finding], before: Sequence[Finding]) -> None:
        """Count whether a fault was found."""
        known = {_key(finding) for finding in before}
        new = [finding for finding in findings if _key(finding) not in known]
        rightly = any(finding.kind in case.found_as for finding in new)
        self.tallies[case.source, str(case.defect)].add(case.article, bool(new), rightly)
        if self.options.verbose and not rightly:
            word = "OTHER" if new else "MISS "
            print(f"{word} {case.defect} {case.source} {case.article} cites {list(case.cited)}")
            print(f"      true  {case.true}\n      false {case.text}")
            for finding in new:
                print(f"      {finding.severity} {finding.kind}: {finding.message}")

    def report(self) -> dict[str, Any]:
        """Return the figures."""
        rows: dict[tuple[str, str], Tally] = defaultdict(Tally)
        for (source, defect), tally in self.tallies.items():
            rows[source, defect] = tally
            if source in PEOPLES:
                continue
            for name in (defect, f"= {defect.partition(':')[0]}"):
                for part in ("all", part_of(source)):
                    merged = rows[part, name]
                    merged.articles += tally.articles
                    merged.found += tally.found
                    merged.rightly += tally.rightly
        alarms = {
            source: {
                "statements": self.trues[source],
                "statements_with_alarm": self.alarmed[source],
                "per_100": round(100 * self.alarmed[source] / self.trues[source], 1),
                "interval": wilson(self.alarmed[source], self.trues[source]),
                "by_kind": dict(self.alarms[source].most_common()),
            }
            for source in self.trues
        }
        recall = [
            {"source": source, "defect": defect, **figures(tally)}
            for (source, defect), tally in rows.items()
        ]
        copies = {part: {"found": found, "n": of} for part, (found, of) in self.copies.items()}
        return {
            "severity": self.options.severity,
            "recall": recall,
            "false_alarms": alarms,
            "duplicates": copies,
        }


def part_of(source: str) -> str:
    """Return the part of the table that a source of true statements belongs to."""
    return next((part for part in ("gum", "retold") if source.startswith(part)), "fixtures")


def _key(finding: Finding) -> tuple[str, str]:
    return finding.kind, finding.said.text if finding.said else finding.message


def wilson(found: int, of: int) -> tuple[float, float]:
    """Return Wilson's 95 % interval of a share."""
    if not of:
        return 0.0, 1.0
    share = found / of
    centre = share + Z * Z / (2 * of)
    half = Z * math.sqrt(share * (1 - share) / of + Z * Z / (4 * of * of))
    scale = 1 + Z * Z / of
    return max(round((centre - half) / scale, 3), 0.0), round((centre + half) / scale, 3)


def clustered(tally: Tally) -> tuple[float, float] | None:
    """Return the 95 % interval of the share found, whole articles resampled; None below ten."""
    by_article: dict[str, list[int]] = defaultdict(lambda: [0, 0])
    for article, found in zip(tally.articles, tally.found, strict=True):
        by_article[article][0] += found
        by_article[article][1] += 1
    groups = list(by_article.values())
    if len(groups) < 10:  # noqa: PLR2004
        return None
    chance = random.Random(0)
    shares = []
    for _ in range(1000):
        drawn = chance.choices(groups, k=len(groups))
        shares.append(sum(g[0] for g in drawn) / sum(g[1] for g in drawn))
    shares.sort()
    return round(shares[25], 3), round(shares[974], 3)


def figures(tally: Tally) -> dict[str, Any]:
    """Return the figures of one kind of fault."""
    of = len(tally.found)
    return {
        "n": of,
        "articles": len(set(tally.articles)),
        "recall": round(sum(tally.found) / of, 3),
        "interval": wilson(sum(tally.found), of),
        "interval_by_article": clustered(tally),
        "recall_by_kind": round(sum(tally.rightly) / of, 3),
        "interval_by_kind": wilson(sum(tally.rightly), of),
    }


def show(report: dict[str, Any]) -> None:
    """Print the tables."""
    for part in ("all", "fixtures", "gum", "retold", *PEOPLES):
        rows = [row for row in report["recall"] if row["source"] == part]
        if not rows:
            continue
        print(f"\n{part:<22}    n  arts  found  95 %          by article      by kind  95 %")
        for row in sorted(rows, key=lambda row: row["defect"].lstrip("= ")):
            mark = " *" if row["defect"].removeprefix("= ") in TARGETS else ""
            print(
                f"{row['defect'] + mark:<22} {row['n']:>4}  {row['articles']:>4}  "
                f"{row['recall']:.3f}  {span(row['interval'])}  "
                f"{span(row['interval_by_article']):<14}  "
                f"{row['recall_by_kind']:.3f}    {span(row['interval_by_kind'])}"
            )
    print("\nsaid to be duplicates (notes)")
    for part, row in report["duplicates"].items():
        print(f"{part:<22} {row['found']:>4} of {row['n']}")
    print("\nfalse alarms on true statements, statements with any in 100")
    for source, row in report["false_alarms"].items():
        kinds = ", ".join(f"{kind} {count}" for kind, count in row["by_kind"].items())
        low, high = row["interval"]
        print(
            f"{source:<14} {row['statements_with_alarm']:>3} of {row['statements']:>4}  "
            f"{row['per_100']:>5.1f}  {100 * low:.1f}-{100 * high:.1f}  {kinds}"
        )
    print(
        f"\n* recall targeted at .90 (line '='); severity {report['severity']} and above; "
        f"{report['seconds']} s"
    )


def span(interval: tuple[float, float] | None) -> str:
    """Return an interval as it is printed."""
    return f"{interval[0]:.3f}-{interval[1]:.3f}" if interval else "-"


if __name__ == "__main__":
    main()
