"""``nutgraf status``, ``export`` and ``retry``: what can be done with a run folder."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from nutgraf.batching.results import Form

_RUN = click.Path(file_okay=False, path_type=Path)


@click.command()
@click.argument("run", type=_RUN)
@click.option("--failures", is_flag=True, help="List what failed, was cut off or skipped.")
@click.option("--json", "as_json", is_flag=True, help="For machines.")
def status(run: Path, *, failures: bool, as_json: bool) -> None:
    """Say how the batch in RUN stands: counts, tokens, cost, rate, failures by kind."""
    # Loaded here so that --help stays quick.
    from nutgraf.batching.status import failures_text, status_json, status_text  # noqa: PLC0415

    if as_json:
        click.echo(status_json(run))
    else:
        click.echo(status_text(run))
        if failures:
            for line in failures_text(run):
                click.echo(line)


@click.command()
@click.argument("run", type=_RUN)
@click.option(
    "--to",
    "form",
    type=click.Choice(["jsonl", "each", "csv", "parquet"]),
    required=True,
    help="Form of the output; each is a folder of result files.",
)
@click.option("-o", "--out", type=click.Path(path_type=Path), help="Where; a place in RUN.")
def export(run: Path, *, form: Form, out: Path | None) -> None:
    """Write what is done of the batch in RUN, while it runs or later.

    \b
    nutgraf export run --to csv
    nutgraf export run --to parquet -o summaries.parquet
    """  # noqa: D301  click takes the backspace as a mark for lines that are not to be wrapped
    from nutgraf.batching.results import write_results  # noqa: PLC0415  as above

    click.echo(write_results(run, form, out))


@click.command()
@click.argument("run", type=_RUN)
@click.option(
    "--kind", "kinds", multiple=True, help="Only failures of this kind, as status tells them."
)
def retry(run: Path, *, kinds: tuple[str, ...]) -> None:
    """Have what failed or was cut off in RUN tried again by the next nutgraf batch."""
    from nutgraf.batching.status import retry_failures  # noqa: PLC0415  as above

    click.echo(retry_failures(run, kinds))
