r"""How well a model's summaries hold on to the article, before and after repair.

    python evals/measurements/grounding.py ../shared/corpora/gum/data.jsonl --only genre=news \
        --model qwen2.5-coder-1.5b --base-url http://127.0.0.1:8089/v1 --record answers.jsonl

Prints, over all documents: the share of citations that resolve, of those that were beside the point
and were set right, of quotations that are verbatim, of names that occur, of numbers that stand in
their cited sentences; and tokens and seconds an article. ``--drafts`` takes the drafts from an
earlier recording and asks for repairs only. ``--plain`` measures the usual recipe: the same kind of
schema with verbatim evidence, filled by a plain instructor call.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import sys
import time
from collections import Counter
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from plain_recipe import measure_plain

from nutgraf import Article, NewsSummary
from nutgraf.drafting.clients import open_client
from nutgraf.drafting.prompted import Prompted
from nutgraf.drafting.repair import Repairer
from nutgraf.errors import NutgrafError
from nutgraf.grounding.checked import Checked, ground
from nutgraf.grounding.checks.figures.numbers import check_numbers
from nutgraf.grounding.statements import Subject
from nutgraf.language.figures import find_figures
from nutgraf.language.readings import Readings
from nutgraf.llm.client import Client, Sampling
from nutgraf.llm.recording import ReplayingClient
from nutgraf.prompting import load_prompt
from nutgraf.schema.fields import Citation, Mention, Verbatim
from nutgraf.settings import Settings, load_settings

if TYPE_CHECKING:
    from collections.abc import Iterator

MEASURES = ("citations", "quotations", "names", "numbers")


def main() -> None:
    """Parse, measure, print."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("corpus", type=Path)
    parser.add_argument("--only", default="genre=news", help="FIELD=VALUE of the records to take")
    parser.add_argument("--plain", action="store_true", help="the plain instructor recipe instead")
    parser.add_argument("--verbose", action="store_true", help="list the findings")
    parser.add_argument("--drafts", type=Path, help="a recording to take the drafts from")
    for name in ("model", "base-url", "record", "replay", "timeout", "repairs"):
        parser.add_argument(f"--{name}")
    options = vars(parser.parse_args())
    corpus, only, drafts = (options.pop(name) for name in ("corpus", "only", "drafts"))
    plain, verbose = options.pop("plain"), options.pop("verbose")
    settings = load_settings(options)
    articles = list(load(corpus, only))
    if plain:
        measure_plain(articles, settings)
        return
    client = open_client(settings)
    if client is None:
        sys.exit("give --model and --base-url, or --replay")
    drafter = ReplayingClient(drafts, model=settings.model) if drafts else client
    asyncio.run(measure(articles, (drafter, client), settings, verbose=verbose))


def load(corpus: Path, only: str) -> Iterator[Article]:
    """Yield the articles of a corpus in the neutral form of our corpora."""
    field, _, value = only.partition("=")
    for line in corpus.read_text(encoding="utf-8").splitlines():
        record = json.loads(line)
        if str(record.get(field)) == value:
            published = record["published"] and date.fromisoformat(record["published"])
            yield Article(
                text=record["text"],
                title=record["title"],
                published=published,
                source=record["id"],
            )


async def measure(
    articles: list[Article], clients: tuple[Client, Client], settings: Settings, *, verbose: bool
) -> None:
    """Summarise every article and print the shares before and after repair.

    The first client writes the drafts, the second the repairs.
    """
    before: Counter[str] = Counter()
    after: Counter[str] = Counter()
    spent: Counter[str] = Counter()
    sampling = Sampling(settings.max_tokens, settings.temperature)
    drafter = Prompted(clients[0], load_prompt("news"), NewsSummary, sampling)
    repairer = Repairer(clients[1], load_prompt("repair"), sampling, settings.repairs)
    for article in articles:
        readings, started = Readings(article), time.perf_counter()
        try:
            completion = await drafter.draft(readings)
        except NutgrafError as error:
            spent["failed"] += 1
            print(f"{article.source}: {type(error).__name__}: {error}")
            continue
        drafted = ground(completion.answer, readings)
        repaired, repair = await repairer.repair(drafted, readings)
        before.update(counts(drafted, readings))
        after.update(counts(repaired, readings))
        usage = completion.usage + repair.usage
        spent.update(articles=1, rounds=repair.rounds, output=usage.output_tokens)
        spent.update(input=usage.input_tokens, draft=completion.usage.output_tokens)
        seconds = time.perf_counter() - started
        spent["seconds"] += round(seconds)
        kinds = Counter(finding.kind for finding in (*repaired.findings, *repaired.notes))
        print(f"{article.source}: {round(seconds)} s, {dict(kinds)}", flush=True)
        if verbose:
            show(drafted, "before")
            show(repaired, "after ")
    await clients[1].aclose()
    report(before, after, spent)


def show(checked: Checked[NewsSummary], label: str) -> None:
    """Print every finding."""
    for finding in (*checked.findings, *checked.notes):
        print(f"    {label} {finding.severity:<7} {finding.path}: {finding.message}")


def counts(checked: Checked[NewsSummary], readings: Readings) -> dict[str, int]:
    """Return how many of each there are, and how many hold."""
    subject = Subject(checked.summary, readings)
    found: Counter[str] = Counter()
    for leaf in subject.leaves:
        match leaf.value:
            case Citation(passage=passage, corrected=corrected):
                found.update(citations=1, citations_good=passage is not None, corrected=corrected)
            case Verbatim(match=match):
                found.update(quotations=1, quotations_good=match != "none")
                found.update(copied=match in {"exact", "folded", "bracketed", "elided"})
            case Mention(passages=passages):
                found.update(names=1, names_good=bool(passages))
    numbers = sum(len(find_figures(statement.text)) for statement in subject.statements)
    wrong = sum(1 for _ in check_numbers(subject))
    found.update(numbers=numbers, numbers_good=numbers - wrong)
    severities = Counter(finding.severity for finding in checked.findings)
    found.update(errors=severities["error"], warnings=severities["warning"])
    return found


def report(before: Counter[str], after: Counter[str], spent: Counter[str]) -> None:
    """Print the table."""
    print(f"\n{'':<34}{'before repair':>20}{'after repair':>20}")
    for name in MEASURES:
        shares = [share(counted, f"{name}_good", name) for counted in (before, after)]
        print(f"{name + ' that hold':<34}{shares[0]:>20}{shares[1]:>20}")
    copied = [share(counted, "copied", "quotations") for counted in (before, after)]
    print(f"{'quotations copied by the model':<34}{copied[0]:>20}{copied[1]:>20}")
    corrected = [share(counted, "corrected", "citations") for counted in (before, after)]
    print(f"{'citations set right':<34}{corrected[0]:>20}{corrected[1]:>20}")
    for name in ("errors", "warnings"):
        print(f"{name:<34}{before[name]:>20}{after[name]:>20}")
    articles = spent["articles"] or 1
    print(
        f"\n{spent['articles']} articles, {spent['failed']} failed; an article: "
        f"{spent['input'] / articles:.0f} tokens in, {spent['output'] / articles:.0f} out "
        f"({spent['draft'] / articles:.0f} of the draft), {spent['rounds'] / articles:.1f} rounds "
        f"of repair, {spent['seconds'] / articles:.0f} s"
    )


def share(counted: Counter[str], good: str, of: str) -> str:
    """Return a share with its counts."""
    total: Any = counted[of]
    return f"{counted[good]}/{total} = {counted[good] / total:.3f}" if total else "none"


if __name__ == "__main__":
    main()
