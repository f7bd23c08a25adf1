"""What a batch of 100,000 documents takes in memory and time, with a model that costs nothing.

    python tests/benchmarks/batch_memory.py [--documents 100000]

The summaries are made beforehand, so what is measured is the batch alone: listing, leasing,
reading, claiming, entering, writing the results. Peak memory of fresh processes, for a tenth of the
documents and for all of them; the difference a document is the growth. Then the time that it takes
to see, in a run where everything is done, that nothing is left.
"""

from __future__ import annotations

import argparse
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

from nutgraf import Article, NewsSummary, Settings, Summarizer
from nutgraf.batching import job as jobs
from nutgraf.batching.attempt import Pace
from nutgraf.batching.job import Job, opened
from nutgraf.batching.ledger.figures import standing
from nutgraf.batching.ledger.listing import list_documents
from nutgraf.batching.plan import Plan
from nutgraf.batching.progress import reporter
from nutgraf.batching.running import Manner, run_batch
from nutgraf.batching.stopping import Stop
from nutgraf.schema.result import Result

ROOT = Path(__file__).parents[2]
TEXT = "It rained in Arden for {} days, and the council met to talk about the dam.\n" * 20


class Stub(Summarizer[NewsSummary]):
    """Gives every article the same summary."""

    made: Result[NewsSummary]

    async def asummarize(self, source: Any) -> Result[NewsSummary]:
        record = self.made.article.model_copy(update={"digest": source.digest})
        return self.made.model_copy(update={"article": record})


def write_articles(folder: Path, count: int) -> None:
    """Write different articles, a thousand to a folder."""
    for number in range(count):
        if number % 1000 == 0:
            (folder / f"{number // 1000:03}").mkdir(parents=True)
        path = folder / f"{number // 1000:03}" / f"{number % 1000:03}.txt"
        path.write_text(TEXT.format(*range(number, number + 20)), encoding="utf-8")


def job_for(articles: Path, run: Path) -> Job[NewsSummary]:
    """Return the job of a folder."""
    return Job(
        folder=run,
        plan=Plan(inputs=(articles,)),
        schema=NewsSummary,
        settings=Settings(),
        pace=Pace(concurrency=64),
    )


def work(articles: Path, run: Path) -> None:
    """Run the batch in this process and print its peak memory in KiB and its seconds."""
    article = Article(text=TEXT.format(*range(20)))
    Stub.made = Summarizer(NewsSummary, settings=Settings()).summarize(article)
    vars(jobs)["Summarizer"] = Stub
    began = time.perf_counter()
    ending = run_batch(job_for(articles, run), Manner(reporter=reporter("none")), Stop())
    took = time.perf_counter() - began
    assert ending.error is None, ending
    print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss, took, ending.totals.documents)


def measure(articles: Path, run: Path) -> tuple[int, float, int]:
    """Return peak KiB, seconds and documents of the batch in a process of its own."""
    told = subprocess.run(
        [sys.executable, __file__, "--work", str(articles), str(run)],
        check=True,
        capture_output=True,
        text=True,
    )
    peak, took, documents = told.stdout.split()
    return int(peak), float(took), int(documents)


def seconds_to_list(articles: Path, run: Path) -> float:
    """Return how long it takes to see that nothing is left of a run."""
    with opened(job_for(articles, run)) as going:
        began = time.perf_counter()
        list_documents(going.job.plan, going.writer)
        left = going.writer.do(standing).left
        took = time.perf_counter() - began
    assert left == 0
    return took


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0] if __doc__ else "")
    parser.add_argument("--documents", type=int, default=100_000)
    parser.add_argument("--work", nargs=2, type=Path)
    given = parser.parse_args()
    if given.work:
        work(*given.work)
        return
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        peaks = []
        for count in (given.documents // 10, given.documents):
            write_articles(folder / f"a{count}", count)
            peak, took, documents = measure(folder / f"a{count}", folder / f"r{count}")
            peaks.append(peak)
            print(f"{documents:>8,} documents{peak / 1024:8.1f} MiB peak{took:8.1f} s")
        growth = (peaks[1] - peaks[0]) / (given.documents * 0.9)
        print(f"growth: {growth:.3f} KiB a document")
        listing = seconds_to_list(folder / f"a{given.documents}", folder / f"r{given.documents}")
        print(f"listing what is left of them: {listing:.2f} s")


if __name__ == "__main__":
    main()
