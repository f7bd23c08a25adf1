"""``nutgraf summarize``: one article in, one checked summary out."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from nutgraf.cli.model_options import model_options
from nutgraf.writing import beside

if TYPE_CHECKING:
    from datetime import datetime
    from typing import TextIO

    from nutgraf.schema.result import Result

_FORMATS = {".json": "json", ".md": "markdown", ".markdown": "markdown"}
_PATH = click.Path(dir_okay=False, path_type=Path)
NO_MODEL = (
    "nutgraf: no model is configured, so the summary is made of the article's own sentences; "
    "for one in a model's words give --model openai/NAME, or --model NAME with --base-url URL"
)


@click.command()
@click.argument("file", type=click.Path(allow_dash=True, path_type=str))
@click.option("--id", help="Which article of a JSON Lines file.")
@click.option(
    "--input-format",
    type=click.Choice(["text", "markdown", "html", "json", "jsonl", "pdf", "docx"]),
    help="What FILE is, where neither its name nor its content says.",
)
@click.option("--max-bytes", type=int, help="Bytes of the largest file that is read.")
@click.option("--published", type=click.DateTime(["%Y-%m-%d"]), help="Day of publication.")
@click.option("--title", help="Headline, if the file does not say.")
@click.option("--schema", default="news", show_default=True, help="news, or package.module:Name.")
@model_options
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "markdown", "json"]),
    help="Form of the output; text, or what the name of OUT says.",
)
@click.option("-o", "--out", type=_PATH, help="Write here instead of to the terminal.")
def summarize(
    file: str,
    *,
    id: str | None,  # noqa: A002  the option's name
    input_format: str | None,
    max_bytes: int | None,
    published: datetime | None,
    title: str | None,
    schema: str,
    form: str | None,
    out: Path | None,
    **settings: object,
) -> None:
    """Summarise the article in FILE; - reads standard input.

    Plain text, Markdown, HTML, JSON Lines, PDF and DOCX. The text form shows each statement with
    the numbers of the sentences that carry it; the JSON form is the result file.

    \b
    nutgraf summarize story.txt
    nutgraf summarize story.html --model openai/gpt-5-mini -o story.json
    nutgraf summarize story.md --model qwen2.5 --base-url http://127.0.0.1:8080/v1
    """  # noqa: D301  click takes the backspace as a mark for lines that are not to be wrapped
    # Loaded here so that --help stays quick.
    from nutgraf.reading import DEFAULT_MAX_BYTES, read  # noqa: PLC0415
    from nutgraf.schema.loading import load_schema  # noqa: PLC0415
    from nutgraf.settings import load_settings  # noqa: PLC0415
    from nutgraf.summarizer import Summarizer  # noqa: PLC0415

    day = published.date() if published else None
    limit = DEFAULT_MAX_BYTES if max_bytes is None else max_bytes
    article = read(file, id=id, format=input_format, max_bytes=limit, published=day, title=title)
    summarizer = Summarizer(load_schema(schema), settings=load_settings(settings))
    if summarizer.client is None and summarizer.settings.model is None:
        click.echo(NO_MODEL, err=True)
    _write(summarizer.summarize(article), _form(form, out), out)


def _form(form: str | None, out: Path | None) -> str:
    return form or _FORMATS.get(out.suffix.lower() if out else "", "text")


def _write(result: Result[Any], form: str, out: Path | None) -> None:
    if out is None:
        _print(result, form, sys.stdout)
        return
    with beside(out) as part, part.open("w", encoding="utf-8") as stream:
        _print(result, form, stream)


def _print(result: Result[Any], form: str, stream: TextIO) -> None:
    if form == "json":
        stream.write(result.to_json())
    elif form == "markdown":
        from nutgraf.report.markdown import to_markdown  # noqa: PLC0415  as above

        stream.write(to_markdown(result))
    else:
        from nutgraf.report.terminal import to_terminal  # noqa: PLC0415  as above

        to_terminal(result, stream)
