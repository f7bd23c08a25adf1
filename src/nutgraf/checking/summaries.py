"""What a caller gives as a summary, as a model that the checks understand.

Nutgraf's own results keep their shape; anybody's summary becomes `Claims`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from os import PathLike
from typing import TYPE_CHECKING, Any

from pydantic import BaseModel

from nutgraf.checking.forms import Foreign, form_of, read_foreign
from nutgraf.checking.json_texts import json_texts
from nutgraf.checking.mapped import Mapped
from nutgraf.checking.statements import Written, statements_of
from nutgraf.errors import ArticleError, ConfigError, SummaryError
from nutgraf.reading.decoding import decode
from nutgraf.reading.files import open_bytes, source_name
from nutgraf.reading.sources import looks_like_a_file
from nutgraf.schema.check_report import SummaryRecord
from nutgraf.schema.result import ArticleRecord, Result, parse_result

if TYPE_CHECKING:
    from collections.abc import Mapping

    from nutgraf.schema.check_report import SummaryForm

MAX_BYTES = 1_000_000
"""The largest summary that is read; it is meant to be shorter than its article."""

SummarySource = Result[Any] | BaseModel | str | PathLike[str] | Sequence[str]  # Any: any schema
"""A result, a filled schema, the text of a summary, its statements, or the path of a file.

A string is always a text, never a path."""


@dataclass(frozen=True, slots=True)
class Given:
    """A summary as a caller gave it.

    Attributes:
        record: What is kept of it.
        text: The file's text, for lines and places; None where there is none.
        parts: What it says, where it is not nutgraf's own.
        own: The filled schema, where it is.
        about: The article that it says it is about, where it does.
        places: Where the texts of a result file stand, by path.
    """

    record: SummaryRecord
    text: str | None = None
    parts: tuple[Written, ...] = ()
    own: BaseModel | None = None
    about: ArticleRecord | None = None
    places: Mapping[str, Mapped] | None = None


@dataclass(frozen=True, slots=True)
class Wanted:
    """How a caller wants a summary to be read.

    Attributes:
        schema: What the summary in a result file must fit.
        form: ``text``, ``markdown``, ``json`` or ``result``; None to tell by name and content.
        fields: The fields of a JSON file whose texts count; none for every text of some words.
    """

    schema: type[BaseModel]
    form: str | None = None
    fields: tuple[str, ...] = ()


def read_summary(source: SummarySource, wanted: Wanted) -> Given:
    """Return what a caller gives as a summary.

    Raises:
        SummaryError: It cannot be read, or says nothing.
        SchemaError: It is a result file that does not fit the schema.
        ConfigError: The form or the fields wanted do not fit it.
    """
    if isinstance(source, Result):
        record = SummaryRecord(source=None, form="result")
        return Given(record, own=source.summary, about=source.article)
    if isinstance(source, BaseModel):
        return Given(SummaryRecord(source=None, form="model"), own=source)
    if isinstance(source, str):
        if looks_like_a_file(source):
            raise SummaryError(
                "a string is taken for the text of a summary, and this one looks like the name of "
                "a file; give a pathlib.Path instead"
            )
        return _of_text(source, "the summary", wanted)
    if isinstance(source, PathLike):
        return read_file(source, wanted)
    return _of_list(source)


def read_file(path: str | PathLike[str], wanted: Wanted) -> Given:
    """Return the summary in a file; ``-`` is standard input.

    Raises:
        SummaryError: It cannot be read, or says nothing.
        SchemaError: It is a result file that does not fit the schema.
        ConfigError: The form or the fields wanted do not fit it.
    """
    name = source_name(path)
    return _of_text(_file_text(path, name), name, wanted, source=name)


def _file_text(path: str | PathLike[str], name: str) -> str:
    try:
        with open_bytes(path) as stream:
            data = stream.read(MAX_BYTES + 1)
    except ArticleError as error:
        raise SummaryError(str(error)) from error
    if len(data) > MAX_BYTES:
        raise SummaryError(f"{name}: it is larger than {MAX_BYTES:,} bytes, which no summary is")
    try:
        return decode(data, name)
    except ArticleError as error:
        raise SummaryError(
            f"{name}: it is no text that can be read; give plain text, Markdown or JSON in UTF-8"
        ) from error


def _of_text(text: str, name: str, wanted: Wanted, *, source: str | None = None) -> Given:
    if not text.strip():
        raise SummaryError(f"{name}: it is empty; give a summary of the article")
    form = form_of(text, name, wanted.form)
    if form == "result" and wanted.fields:
        raise ConfigError(
            f"{name}: a result file is checked whole; for single fields of it read it as JSON: "
            "summary_format, or --summary-format"
        )
    if form == "result":
        result = parse_result(text, wanted.schema, name)
        record = SummaryRecord(source=source, form=form)
        return Given(record, text, own=result.summary, about=result.article, places=_places(text))
    foreign = read_foreign(text, form, name, wanted.fields)
    return _of_foreign(foreign, form, text, wanted, source)


def _places(text: str) -> dict[str, Mapped]:
    """Return the texts of the summary in a result file, by the paths that findings use."""
    inside = "summary."
    return {
        one.path.removeprefix(inside): one.words
        for one in json_texts(text)
        if one.path.startswith(inside)
    }


def _of_foreign(
    foreign: Foreign, form: SummaryForm, text: str, wanted: Wanted, source: str | None
) -> Given:
    record = SummaryRecord(
        source=source, form=form, fields=foreign.fields, fields_were_named=bool(wanted.fields)
    )
    return Given(record, text, foreign.parts)


def _of_list(texts: object) -> Given:
    """Take each item as running text of its own; its places count from the item's beginning."""
    if not isinstance(texts, Sequence) or not all(isinstance(text, str) for text in texts):
        raise SummaryError(
            "a summary is a Result, a filled schema, a text, a list of statements or a "
            f"pathlib.Path, not {type(texts).__name__}"
        )
    parts = [
        part
        for index, text in enumerate(texts)
        for part in statements_of(Mapped.whole(text), f"[{index}]", has_headings=False)
    ]
    if all(part.skipped for part in parts):
        raise SummaryError("the summary: there is no statement in the list")
    return Given(SummaryRecord(source=None, form="list"), parts=tuple(parts))
