"""``nutgraf eval lint``: all that is mechanically wrong in labelled articles, at once."""

from __future__ import annotations

from pathlib import Path

import click

from nutgraf.counting import counted
from nutgraf.errors import FixtureError


@click.command()
@click.argument(
    "folder", default="evals/fixtures", type=click.Path(file_okay=False, path_type=Path)
)
@click.option("--write-schema", is_flag=True, help="Write the JSON Schema for editors anew.")
def lint(folder: Path, *, write_schema: bool) -> None:
    """Check the labelled articles in FOLDER, and the JSON Schema beside them.

    All faults are told, each with what to do. Exits with 14 if there are any.
    """
    # Loaded here so that --help stays quick.
    from nutgraf.article import on_one_line  # noqa: PLC0415
    from nutgraf.evals.lint import lint_folder  # noqa: PLC0415
    from nutgraf.evals.lint.schema_file import write_schema_file  # noqa: PLC0415

    if write_schema:
        click.echo(f"written: {write_schema_file(folder)}", err=True)
    linted = lint_folder(folder)
    for fault in linted.faults:
        click.echo(on_one_line(f"{fault.file}: {fault.where}: {fault.what}; {fault.remedy}"))
    fixtures = counted(linted.fixtures, "fixture")
    if linted.faults:
        raise FixtureError(f"{counted(len(linted.faults), 'fault')} in {fixtures}")
    click.echo(f"{fixtures}, no faults")
