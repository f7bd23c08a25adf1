"""``nutgraf schema``: the JSON Schema of what a model writes, or of what nutgraf writes."""

from __future__ import annotations

import json

import click


@click.command()
@click.argument("name", default="news")
@click.option(
    "--face",
    type=click.Choice(["wire", "result", "check"]),
    default="result",
    show_default=True,
    help="wire: what a model is asked to write; result: the result file; check: a check's report, "
    "which is the same for every schema.",
)
def schema(name: str, face: str) -> None:
    """Print the JSON Schema of a schema: news, or package.module:Name."""
    # Loaded here so that --help stays quick.
    from nutgraf.llm.wire import wire_schema  # noqa: PLC0415
    from nutgraf.schema.check_report import report_schema  # noqa: PLC0415
    from nutgraf.schema.loading import load_schema  # noqa: PLC0415
    from nutgraf.schema.result import file_schema  # noqa: PLC0415

    model = load_schema(name)
    if face == "check":
        shown = report_schema()
    else:
        shown = wire_schema(model) if face == "wire" else file_schema(model)
    click.echo(json.dumps(shown, indent=2, ensure_ascii=False))
