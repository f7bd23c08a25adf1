"""How many articles a whole batch does with a server that takes its time, and what they cost.

    python -m tests.benchmarks.batch_throughput [--articles 200] [--in-flight 64] [--latency 0.2]

From files to entries in the ledger, in one process: reading, the prompt, the client, checking the
drafts, entering. The server runs in a process of its own and answers after a fixed latency;
nothing is asked again. Printed is the processor's time for an article by where it is spent, each of
which is a thread, and what is reached of N x latency / in flight. The checks are what takes the
time, more than a hundred times the client's, so where the model answers faster than they check, a
batch in one process is held up by them and not by the client (``throughput.py``): ``--workers`` is
for that.
"""

from __future__ import annotations

import argparse
import asyncio
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

from tests.benchmarks.asked import ARTICLE
from tests.benchmarks.throughput import REPLY
from tests.support.steady_server import serving

from nutgraf import NewsSummary, Settings
from nutgraf.batching.attempt import Pace
from nutgraf.batching.job import Job, opened
from nutgraf.batching.ledger.figures import standing
from nutgraf.batching.ledger.listing import list_documents
from nutgraf.batching.plan import Plan
from nutgraf.batching.stopping import Stop


@dataclass(frozen=True, slots=True)
class Measured:
    """What a batch took.

    Attributes:
        articles: How many were done.
        seconds: From the first that was begun to the last that was entered.
        cpu_ms: Of an article, by where it was spent.
    """

    articles: int
    seconds: float
    cpu_ms: dict[str, float]


def write_articles(folder: Path, count: int) -> None:
    """Write different articles of 41 sentences."""
    folder.mkdir()
    plain = "\n".join(line.partition("] ")[2] for line in ARTICLE.splitlines())
    for number in range(count):
        text = f"Report {number + 1} of the harbour board came out.\n{plain}\n"
        (folder / f"{number:06}.txt").write_text(text, encoding="utf-8")


async def measure(articles: Path, out: Path, base_url: str, in_flight: int) -> Measured:
    """Do a batch in this process and thread."""
    job = Job(
        folder=out,
        plan=Plan(inputs=(articles,)),
        schema=NewsSummary,
        settings=Settings(model="small", base_url=base_url, repairs=0),
        pace=Pace(concurrency=in_flight),
    )
    with opened(job) as run:
        list_documents(job.plan, run.writer)
        began_s, loop_s, all_s = time.perf_counter(), time.thread_time(), time.process_time()
        async for _ in run.finished(Stop()):
            pass
        took_s, loop_s = time.perf_counter() - began_s, time.thread_time() - loop_s
        all_s = time.process_time() - all_s
        done = run.writer.do(standing).states["done"]
        ledger_s = run.writer.do(lambda _: time.thread_time())
        aside_s = run.executor.submit(time.thread_time).result()
    spent_s = {"event loop, client": loop_s, "reading, checking": aside_s, "ledger": ledger_s}
    spent_s["all"] = all_s
    return Measured(done, took_s, {name: 1000 * s / done for name, s in spent_s.items()})


def table(measured: Measured, in_flight: int, latency_s: float) -> str:
    ideal_s = measured.articles * latency_s / in_flight
    rate, reached = measured.articles / measured.seconds, ideal_s / measured.seconds
    lines = [f"{name:<20}{ms:>9.2f} ms CPU an article" for name, ms in measured.cpu_ms.items()]
    lines.append(f"{rate:.1f} articles a second, {reached:.3f} of {in_flight / latency_s:.0f}")
    return "\n".join(lines)


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0] if __doc__ else "")
    parser.add_argument("--articles", type=int, default=200)
    parser.add_argument("--in-flight", type=int, default=64)
    parser.add_argument("--latency", type=float, default=0.2, help="of the server, in seconds")
    given = parser.parse_args()
    with serving(REPLY, given.latency) as base_url, tempfile.TemporaryDirectory() as name:
        articles = Path(name) / "articles"
        write_articles(articles, given.articles)
        measured = asyncio.run(measure(articles, Path(name) / "run", base_url, given.in_flight))
        print(table(measured, given.in_flight, given.latency))


if __name__ == "__main__":
    main()
