"""How often the checks cry wolf over summaries that people wrote of long texts, by kind.

    python evals/measurements/true_summaries.py ../shared/corpora/squality/data.jsonl \
        ../shared/corpora/qmsum/data.jsonl --skip 14

Summaries of SQuALITY (the plots of stories of some 5,000 words) and of QMSum (meetings of some
10,000 words, and answers to questions about them) are split into sentences; each is checked as
``nutgraf check`` checks a statement that cites nothing. Counted are statements with an error or a
warning; the intervals are Wilson's, 95 %. People err, so some alarms are right (misspelt names
above all): ``--verbose`` lists all. The checks were mended while looking at the first 14 documents
of each corpus; ``--skip 14`` measures the others.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from perturbations import wilson
from statement_checks import SEVERITIES, Checked, check_each
from true_statements import Case

from nutgraf import Article
from nutgraf.language.readings import Readings

if TYPE_CHECKING:
    from collections.abc import Iterator


@dataclass
class Alarms:
    """What was counted in one corpus."""

    statements: int = 0
    alarmed: int = 0
    with_error: int = 0
    kinds: Counter[str] = field(default_factory=Counter)

    def add(self, checked: Checked) -> None:
        """Count a statement."""
        _, findings = checked
        self.statements += 1
        self.alarmed += bool(findings)
        self.with_error += any(finding.severity == "error" for finding in findings)
        self.kinds.update({f"{f.kind} ({f.severity})" for f in findings})


def main() -> None:
    """Parse, measure, print."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("corpora", type=Path, nargs="+", help="data.jsonl of SQuALITY or QMSum")
    parser.add_argument("--skip", type=int, default=0, help="leave out so many documents first")
    parser.add_argument("--documents", type=int, help="at most so many of each corpus")
    parser.add_argument("--severity", choices=SEVERITIES, default="warning")
    parser.add_argument("--verbose", action="store_true", help="list the alarms")
    options = parser.parse_args()
    print(f"{'':<14}     n  alarms  in 100  95 %         errors in 100  statements by kind")
    for corpus in options.corpora:
        lines = corpus.read_text(encoding="utf-8").splitlines()[options.skip :]
        measured = Alarms()
        with ProcessPoolExecutor() as pool:
            check = partial(check_document, severity=options.severity)
            for checked in pool.map(check, lines[: options.documents]):
                for one in checked:
                    measured.add(one)
                    if options.verbose:
                        tell(one)
        show(corpus.parent.name, measured)


def check_document(line: str, severity: str) -> list[Checked]:
    """Return the sentences of a document's summaries, each with what is found of it."""
    document = json.loads(line)
    readings = Readings(Article(text=document["text"], title=document["title"], language="en"))
    cases = [
        Case(document["corpus"], document["id"], text, text, cited=())
        for text in dict.fromkeys(sentences_of(document))
    ]
    return list(zip(cases, check_each(cases, readings, severity), strict=True))


def sentences_of(document: dict[str, Any]) -> Iterator[str]:
    """Yield the sentences of a document's summaries, and of its single answers to questions."""
    answers = (question["answer"] for question in document["questions"] if "answer" in question)
    for text in (*(summary["text"] for summary in document["summaries"]), *answers):
        for sentence in Readings(Article(text=text, language="en")).sentences:
            yield " ".join(sentence.span.of(text).split())


def tell(checked: Checked) -> None:
    """Print the findings on a statement."""
    case, findings = checked
    for finding in findings:
        print(f"ALARM {case.source} {case.article}: {case.text}")
        print(f"      {finding.severity} {finding.kind}: {finding.message}")


def show(name: str, measured: Alarms) -> None:
    """Print one corpus's line."""
    of = measured.statements
    low, high = wilson(measured.alarmed, of)
    kinds = ", ".join(f"{kind} {count}" for kind, count in measured.kinds.most_common())
    share, errors = (100 * n / max(of, 1) for n in (measured.alarmed, measured.with_error))
    print(
        f"{name:<14} {of:>5}  {measured.alarmed:>6}  {share:>6.1f}  "
        f"{100 * low:.1f}-{100 * high:.1f}  {errors:>12.1f}  {kinds}"
    )


if __name__ == "__main__":
    main()
