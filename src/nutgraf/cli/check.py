"""``nutgraf check``: any summary of an article in, what is wrong with it out."""

from __future__ import annotations

import gc
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from nutgraf.collecting import uncollected
from nutgraf.counting import counted
from nutgraf.errors import FindingsError
from nutgraf.writing import beside

if TYPE_CHECKING:
    from datetime import datetime
    from typing import TextIO

    from nutgraf.schema.check_report import CheckReport
    from nutgraf.schema.result import Severity

_PATH = click.Path(dir_okay=False, path_type=Path)
_STDIN = "-"


@click.command()
@click.argument("article", type=click.Path(allow_dash=True, path_type=str))
@click.argument("summary", type=click.Path(allow_dash=True, path_type=str))
@click.option("--id", help="Which article of a JSON Lines file.")
@click.option(
    "--input-format",
    type=click.Choice(["text", "markdown", "html", "json", "jsonl", "pdf", "docx"]),
    help="What ARTICLE is, where neither its name nor its content says.",
)
@click.option("--max-bytes", type=int, help="Bytes of the largest article that is read.")
@click.option("--published", type=click.DateTime(["%Y-%m-%d"]), help="Day of publication.")
@click.option("--title", help="Headline of the article, if the file does not say.")
@click.option(
    "--summary-format",
    type=click.Choice(["text", "markdown", "json", "result"]),
    help="What SUMMARY is, where neither its name nor its content says.",
)
@click.option(
    "--field",
    "fields",
    multiple=True,
    help="Field of a JSON summary that holds statements, such as key_points[].text.",
)
@click.option(
    "--schema",
    default="news",
    show_default=True,
    help="Of a result file: news, or package.module:Name.",
)
@click.option(
    "--fail-on",
    type=click.Choice(["error", "warning", "note", "never"]),
    default="error",
    show_default=True,
    help="The least severity of a finding that makes the exit code 13.",
)
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json"]),
    help="Form of the output; text, or what the name of OUT says.",
)
@click.option("-o", "--out", type=_PATH, help="Write here instead of to the terminal.")
def check(
    article: str,
    summary: str,
    *,
    id: str | None,  # noqa: A002  the option's name
    input_format: str | None,
    max_bytes: int | None,
    published: datetime | None,
    title: str | None,
    summary_format: str | None,
    fields: tuple[str, ...],
    schema: str,
    fail_on: str,
    form: str | None,
    out: Path | None,
) -> None:
    """Check SUMMARY against ARTICLE; - reads one of them from standard input.

    SUMMARY is a result file, plain text, Markdown or JSON, by whomever. No model is asked. Exits
    with 0 where nothing is found at or above --fail-on, with 13 where something is.

    \b
    nutgraf check story.html story.json
    nutgraf check story.txt summary.md --fail-on warning
    nutgraf check story.txt answer.json --field gist --field 'points[].text'
    """  # noqa: D301  click takes the backspace as a mark for lines that are not to be wrapped
    if article == summary == _STDIN:
        raise click.UsageError("only one of ARTICLE and SUMMARY can be standard input")
    day = published.date() if published else None
    with uncollected():
        # Loaded here so that --help stays quick.
        from nutgraf.checking.checker import check_given  # noqa: PLC0415
        from nutgraf.checking.summaries import Wanted, read_file  # noqa: PLC0415
        from nutgraf.reading import DEFAULT_MAX_BYTES, read  # noqa: PLC0415
        from nutgraf.schema.loading import load_schema  # noqa: PLC0415

        limit = DEFAULT_MAX_BYTES if max_bytes is None else max_bytes
        source = read(
            article, id=id, format=input_format, max_bytes=limit, published=day, title=title
        )
        given = read_file(summary, Wanted(load_schema(schema), summary_format, fields))
        report = check_given(source, given)
        _write(report, form or ("json" if out and out.suffix.lower() == ".json" else "text"), out)
        gc.freeze()  # all of it goes with the process, and need not be gone through at its end
    _fail(report, fail_on)


def _write(report: CheckReport, form: str, out: Path | None) -> None:
    if out is None:
        _print(report, form, sys.stdout)
        return
    with beside(out) as part, part.open("w", encoding="utf-8") as stream:
        _print(report, form, stream)


def _print(report: CheckReport, form: str, stream: TextIO) -> None:
    if form == "json":
        stream.write(report.to_json())
        return
    from nutgraf.report.check import check_to_terminal  # noqa: PLC0415  as above

    check_to_terminal(report, stream)


def _fail(report: CheckReport, fail_on: str) -> None:
    """Raise where there are findings of a severity that the caller asked to fail on."""
    if fail_on == "never":
        return
    severity: Severity = fail_on  # type: ignore[assignment]  # one of the option's choices
    if count := report.at_least(severity):
        least = "error" if fail_on == "error" else f"{fail_on} or worse"
        raise FindingsError(f"{counted(count, 'finding')} of severity {least}")
