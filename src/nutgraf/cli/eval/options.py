"""What the ``eval`` commands share: options, and how a report leaves the program."""

from __future__ import annotations

import sys
from collections import defaultdict
from pathlib import Path
from typing import TYPE_CHECKING, Final

import click

from nutgraf.writing import write_whole

if TYPE_CHECKING:
    from nutgraf.evals.case import Suite
    from nutgraf.evals.report import Report

FILE: Final = click.Path(dir_okay=False, path_type=Path)
RUN: Final = click.Path(file_okay=False, path_type=Path)
FORM: Final = click.option(
    "--format",
    "form",
    type=click.Choice(["text", "markdown", "json"]),
    default="text",
    show_default=True,
    help="Form of what is printed.",
)
BY: Final = click.option("--by", metavar="TAG", help="Group by a tag too, such as desk or form.")
WORST: Final = click.option(
    "--worst", type=click.IntRange(min=0), default=0, help="Show so many of the worst cases first."
)


def chosen(only: tuple[str, ...]) -> dict[str, tuple[str, ...]]:
    """Return the values by tag of ``--only KEY=VALUE``, given once or several times.

    Raises:
        click.UsageError: One is not of that form.
    """
    found: defaultdict[str, tuple[str, ...]] = defaultdict(tuple)
    for given in only:
        key, equals, value = given.partition("=")
        if not (key and equals and value):
            raise click.UsageError(f"--only {given!r}: expected KEY=VALUE, such as genre=news")
        found[key] += (value,)
    return dict(found)


def keep_report(report: Report, run: Path) -> None:
    """Write the Markdown form of a report into the folder of its run; the JSON form is there.

    Raises:
        OSError: It cannot be written.
    """
    from nutgraf.report.evaluation import evaluation_to_markdown  # noqa: PLC0415  so that --help is quick

    write_whole(run / "report.md", evaluation_to_markdown(report))


def print_report(report: Report, form: str, worst: int) -> None:
    """Print a report in one of its forms."""
    from nutgraf.report.evaluation import (  # noqa: PLC0415  so that --help stays quick
        evaluation_to_markdown,
        evaluation_to_terminal,
    )

    if form == "json":
        sys.stdout.write(report.to_json())
    elif form == "markdown":
        sys.stdout.write(evaluation_to_markdown(report, worst=worst))
    else:
        evaluation_to_terminal(report, sys.stdout, worst=worst)


def suite_at(path: str | None, run: Path) -> Suite | None:
    """Return the cases of a run from where they are now; None to read them where the run did.

    Raises:
        EvalError: It is no run folder, or the cases are not there.
        FixtureError: The suite cannot be read.
    """
    if path is None:
        return None
    from nutgraf.evals.runs.folder import RunFolder  # noqa: PLC0415  so that --help stays quick
    from nutgraf.evals.suites import load_suite  # noqa: PLC0415  likewise

    return load_suite(path, only=RunFolder.open(run).manifest.suite.only)
