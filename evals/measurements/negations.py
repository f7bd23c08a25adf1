"""How often the check of negation cries wolf over what an article itself denies.

    python evals/measurements/negations.py --gum ../shared/corpora/gum/data.jsonl

Every sentence of the fixtures and of GUM that has a negator is told again, nearly word for word
("In short, ...") and by the clause alone that is negated, each once with its citation and once
without. All of it is as true as the article, so every finding is a false alarm.
"""

from __future__ import annotations

import argparse
from collections import Counter
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path
from typing import TYPE_CHECKING

from statement_checks import check_each, restated
from true_statements import HALVES, Case, told_of, units

from nutgraf.language.negation_cues import clause_around, is_negator_in

if TYPE_CHECKING:
    from collections.abc import Iterator

    from nutgraf.language.readings import Readings

ROOT = Path(__file__).resolve().parents[2]
FEWEST_WORDS = 6


def main() -> None:
    """Parse, measure, print."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--fixtures", type=Path, default=ROOT / "evals" / "fixtures")
    parser.add_argument("--gum", type=Path, help="GUM's data.jsonl")
    parser.add_argument("--half", choices=HALVES, help="only every other article of each source")
    parser.add_argument("--verbose", action="store_true", help="list the alarms")
    options = parser.parse_args()
    told: Counter[str] = Counter()
    alarmed: Counter[str] = Counter()
    every = list(units(options.fixtures, options.gum, options.half))
    with ProcessPoolExecutor() as pool:
        for case, messages in (one for checked in pool.map(check_unit, every) for one in checked):
            told[case.source] += 1
            alarmed[case.source] += bool(messages)
            if options.verbose and messages:
                print(f"ALARM {case.source} {case.article}: {case.text}\n      {messages}")
    for source, count in told.items():
        print(f"{source:<24} {alarmed[source]:>4} of {count:>5}")


def check_unit(unit: Path | str) -> list[tuple[Case, list[str]]]:
    """Return what one article denies, with the messages of negation on it."""
    readings, _, _ = told_of(unit)
    cases = list(cases_of(readings)) if readings.language == "en" else []
    found = check_each(cases, readings, "warning")
    messages = ([f.message for f in some if f.kind == "negation"] for some in found)
    return list(zip(cases, messages, strict=True))


def cases_of(readings: Readings) -> Iterator[Case]:
    """Yield the sentences of an article that deny something, told again."""
    article = readings.article
    for sentence in readings.sentences:
        text = sentence.span.of(article.text)
        if not is_negator_in(text) or len(text.split()) < FEWEST_WORDS:
            continue
        negated = [p.span for p in readings.predicates_in(sentence) if p.negated]
        around = (clause_around(article.text, span.start, span.end) for span in negated)
        clauses = dict.fromkeys(clause for clause in around if is_negator_in(clause))
        texts = [("near copy", restated(text)), *(("clause", clause) for clause in clauses)]
        for source, told in texts:
            words = " ".join(told.split()).rstrip(".")
            statement = f"{words[:1].upper()}{words[1:]}."
            for part, cited in (("cited", (sentence.number,)), ("uncited", ())):
                title = article.title or ""
                yield Case(f"{source}, {part}", title, text, statement, cited)


if __name__ == "__main__":
    main()
