"""The harness from Python: a suite and a task in, a report out.

    from nutgraf import Summarizer, NewsSummary
    from nutgraf.evals import evaluate

    report = evaluate("evals/fixtures", Summarizer(NewsSummary).asummarize, out="runs/first")
    print(report.metric("entities.f1").mean)

A task is any callable from an article to a `Result`, async or not; a scorer of one's own stands
beside the built-in ones: ``scorers=(*SCORERS, mine)``.
"""

from __future__ import annotations

import asyncio
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from importlib.metadata import version
from typing import TYPE_CHECKING, Any, TypedDict

from nutgraf.errors import EvalError
from nutgraf.evals.aggregation import summarise
from nutgraf.evals.case import Suite
from nutgraf.evals.runner import CONCURRENCY, missing, run_cases
from nutgraf.evals.runs.code import code_digest
from nutgraf.evals.runs.folder import RunFolder
from nutgraf.evals.runs.manifest import Manifest, SuiteRecord, TaskRecord
from nutgraf.evals.scorers import SCORERS
from nutgraf.evals.scoring import metrics_of, score_outcomes
from nutgraf.evals.suites import load_suite
from nutgraf.schema.news import NewsSummary

if TYPE_CHECKING:
    import os
    from collections.abc import Callable, Sequence
    from typing import Unpack

    from pydantic import BaseModel

    from nutgraf.evals.outcomes import Outcome
    from nutgraf.evals.report import Report
    from nutgraf.evals.runner import Key, Task
    from nutgraf.evals.scores import Scorer

    Watch = Callable[[Outcome[Any], int, int], None]
    """Called with each outcome, how many there are now, and how many there are to be."""


class RunOptions(TypedDict, total=False):
    """How to run, as keyword arguments; see `Running` for what each means."""

    scorers: Sequence[Scorer]
    repeats: int
    concurrency: int
    out: str | os.PathLike[str] | None
    record: TaskRecord | None
    schema: type[BaseModel]
    recorded: bool
    by: str | None
    watch: Watch | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Running:
    """How to run.

    Attributes:
        scorers: What to score with.
        repeats: How often to ask for each case.
        concurrency: Cases at a time, of a task that is async.
        out: A folder to keep the run in, and to go on with it; None to keep nothing.
        record: What to write down about the task; None for its name and the version of nutgraf.
        schema: What the summaries fit; needed to read kept ones back.
        recorded: Whether the answers come from a recording or are added to one, which gives them in
            order: then a case is asked again for all its repeats or for none.
        by: A tag to group the report by as well.
        watch: Called after each outcome.
    """

    scorers: Sequence[Scorer] = SCORERS
    repeats: int = 1
    concurrency: int = CONCURRENCY
    out: str | os.PathLike[str] | None = None
    record: TaskRecord | None = None
    schema: type[BaseModel] = NewsSummary
    recorded: bool = False
    by: str | None = None
    watch: Watch | None = None


async def aevaluate(
    suite: Suite | str | os.PathLike[str], task: Task, **options: Unpack[RunOptions]
) -> Report:
    """Ask a task for every case of a suite, score what comes, and say what that shows.

    Args:
        suite: The cases, or where to read them, see `load_suite`.
        task: From an article to a `Result`, or to something that can be awaited for one. An error
            of nutgraf makes the case a failed one; any other exception ends the run.
        options: How to run, see `Running`.

    Raises:
        EvalError: The folder holds another run, or no case has the tag to group by.
        FixtureError: The suite cannot be read.
        ArticleError: An article cannot be read.
        RecordingError: A recording has no answer for a case.
        OSError: The folder cannot be written.
    """
    how = Running(**options)
    cases = suite if isinstance(suite, Suite) else load_suite(suite)
    record = how.record or TaskRecord(
        name=getattr(task, "__qualname__", type(task).__qualname__),
        package_version=version("nutgraf"),
        code_digest=code_digest(),
    )
    manifest = Manifest(suite=SuiteRecord.of(cases), task=record, repeats=how.repeats)
    folder = RunFolder.begin(how.out, manifest) if how.out is not None else None
    outcomes = folder.outcomes(how.schema) if folder else {}
    wanted = missing(cases, how.repeats, outcomes, whole_cases=how.recorded)
    total = len(cases.cases) * how.repeats
    left = sum(len(repeats) for repeats in wanted.values())

    def keep(outcome: Outcome[Any]) -> None:
        nonlocal left
        if folder:
            folder.add(outcome)
        outcomes[outcome.case, outcome.repeat] = outcome
        left -= 1
        if how.watch:
            how.watch(outcome, total - left, total)

    await run_cases(cases, task, wanted, keep, concurrency=how.concurrency)
    return reported(cases, manifest, outcomes, scorers=how.scorers, by=how.by, folder=folder)


def evaluate(
    suite: Suite | str | os.PathLike[str], task: Task, **options: Unpack[RunOptions]
) -> Report:
    """Do what `aevaluate` does and wait for it; works inside a running event loop too."""
    work = aevaluate(suite, task, **options)
    try:
        asyncio.get_running_loop()
    except RuntimeError:
        return asyncio.run(work)
    with ThreadPoolExecutor(max_workers=1) as thread:
        return thread.submit(asyncio.run, work).result()


def rescore(
    run: str | os.PathLike[str],
    suite: Suite | None = None,
    *,
    scorers: Sequence[Scorer] = SCORERS,
    schema: type[BaseModel] = NewsSummary,
    by: str | None = None,
    keep: bool = True,
) -> Report:
    """Score the outcomes of a run again; nothing is asked.

    Args:
        run: The run's folder.
        suite: Its cases; None to read them where the run did.
        scorers: What to score with.
        schema: What its summaries fit.
        by: A tag to group the report by as well.
        keep: Whether to write scores and report into the folder.

    Raises:
        EvalError: It is no run folder, or its cases are others now; the message names them.
        FixtureError: The suite cannot be read.
    """
    folder = RunFolder.open(run)
    cases = suite_of(folder, suite)
    outcomes = folder.outcomes(schema)
    kept = folder if keep else None
    return reported(cases, folder.manifest, outcomes, scorers=scorers, by=by, folder=kept)


def suite_of(folder: RunFolder, suite: Suite | None = None) -> Suite:
    """Return the cases of a run, as they were when it was made.

    Args:
        folder: The run.
        suite: Where to take them from; None to read them where the run did.

    Raises:
        EvalError: Some are missing, or not what they were; the message names them.
        FixtureError: The suite cannot be read.
    """
    asked = folder.manifest.suite
    if suite is None:
        if asked.path is None:
            raise EvalError(f"{folder.path}: its suite was made in Python; give the suite again")
        suite = load_suite(asked.path, only=asked.only)
    there = {case.id: case for case in suite.cases}
    changed = sorted(
        name
        for name, digest in asked.cases.items()
        if name not in there or there[name].digest != digest
    )
    if changed:
        raise EvalError(
            f"{folder.path}: these cases are not what they were when they were asked: "
            f"{', '.join(changed)}; run again, or give the suite as it was"
        )
    cases = tuple(there[name] for name in asked.cases)
    return Suite(asked.name, cases, source=suite.source, only=asked.only)


def reported(
    suite: Suite,
    manifest: Manifest,
    outcomes: dict[Key, Outcome[Any]],
    *,
    scorers: Sequence[Scorer],
    by: str | None,
    folder: RunFolder | None,
) -> Report:
    """Return the report of what there is, and write it into the run's folder, if it has one.

    Raises:
        EvalError: No case has the tag to group by.
        OSError: The folder cannot be written.
    """
    wanted = [(case.id, n) for case in suite.cases for n in range(1, manifest.repeats + 1)]
    there = [outcomes[key] for key in wanted if key in outcomes]
    scores = score_outcomes(suite, there, scorers)
    report = summarise(suite, manifest, there, scores, metrics_of(scorers), by=by)
    if folder:
        folder.write_scores(scores)
        folder.write("report.json", report.to_json())
    return report
