"""The result of summarising one article: the product's file format.

A result file says everything that is needed to trust it or not: the summary with its places in the
article, what the checks found, what was read, and how it was made. The article's text is not in it,
except for the passages that are cited.
"""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, Generic, Literal, TypeVar, cast

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from nutgraf.errors import SchemaError
from nutgraf.schema.fields import Passage

if TYPE_CHECKING:
    import os

SummaryT = TypeVar("SummaryT", bound=BaseModel)

FORMAT_VERSION: Final = 1
"""Raised when a file of the former version would no longer load."""

Severity = Literal["error", "warning", "note"]
FindingKind = Literal[
    "no_such_sentence",  # an evidence number that the article does not have
    "no_evidence",  # a statement that cites nothing
    "not_verbatim",  # a quotation that does not stand in the article
    "corrected_citation",  # a citation beside the point that was set right
    "corrected_quotation",  # a quotation that was set right from the article
    "not_quoted",  # words given as somebody's that the article does not quote
    "invented_quotation",  # words in quotation marks inside a statement that the article lacks
    "altered_quotation",  # the same, where the article has nearly these words
    "misattributed",  # words that the article gives to somebody else
    "stated_as_fact",  # what the article only gives as somebody's claim
    "unknown_name",  # a name that does not occur
    "number",  # a number that stands in none of the cited sentences
    "unit",  # a number that the cited sentences give with another unit, or of something else
    "date",  # a date that stands in none of the cited sentences
    "name",  # a name that the article has, but not where it says this
    "subject",  # somebody else does this in the article
    "negation",  # a statement that the article negates, or that negates what the article says
    "status",  # what is said to have happened is only planned or possible, or the other way round
    "beside_the_point",  # a citation of sentences that do not say it
    "instruction",  # text copied from what reads like an instruction to the reader's machine
    "leaked_example",  # words of an example in the prompt that the article does not have
    "duplicate",  # a statement that says the same as another one
    "unknown_time",  # words for a time that the article does not use
    "time_elsewhere",  # words for a time that stand in none of the cited sentences
    "unknown_amount",  # an amount that the article does not print
    "language",  # text in a script that the article does not use
    "markup",  # HTML or Markdown where plain text was asked for
    "repeated",  # an item that said the same as another, left out
    "cut",  # items beyond the most that a list should have, left out
    "not_checked",  # something that cannot be checked in the article's language
    "withdrawn",  # a part that the model took back when it was asked again
    "dropped",  # a part that was left out because of its findings, as asked for
]


class _Record(BaseModel):
    """The base of what a result file holds: frozen, and strict about unknown keys."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Finding(_Record):
    """Something that a check found.

    Attributes:
        path: Where in the summary, such as ``key_points[2].text``.
        kind: What kind of fault it is.
        severity: ``error`` if the article does not carry what is said, ``warning`` if it may not,
            ``note`` if something was set right or left out.
        message: What is wrong, for a reader.
        said: The words of the summary that are meant, with their place in the text at ``path``;
            None where the whole is.
        passages: Where in the article to look.
    """

    path: str
    kind: FindingKind
    severity: Severity
    message: str
    said: Passage | None = None
    passages: tuple[Passage, ...] = ()


class ArticleRecord(_Record):
    """What is kept of the article: not its text."""

    title: str | None
    published: date | None
    authors: tuple[str, ...]
    source: str | None
    language: str | None
    characters: int = Field(ge=0, description="length of the text in code points")
    sentences: int = Field(ge=0)
    digest: str = Field(description="SHA-256 of text and metadata, hexadecimal")


class Coverage(_Record):
    """Which of the article's sentences were read and which are cited; numbers count from 1.

    Attributes:
        read: How many sentences the drafter was given.
        unread: Those that it was not given; nothing is left out in silence.
        cited: Those that at least one statement cites.
    """

    read: int = Field(ge=0)
    unread: tuple[int, ...] = ()
    cited: tuple[int, ...] = ()


class PromptRecord(_Record):
    """Which wording was used."""

    name: str
    version: int
    digest: str = Field(description="SHA-256 of the prompt file, hexadecimal")


class Provenance(_Record):
    """How a summary was made.

    Attributes:
        drafter: ``extractive`` (no model) or ``prompted``.
        model: The model as it was named, or None.
        prompt: The prompt, or None where there was none.
        schema_name: ``news``, or ``package.module:Name`` of a caller's own.
        schema_digest: SHA-256 of the wire schema, hexadecimal.
        package_version: Of nutgraf.
        requests: Requests that the model answered, re-asks and repairs included. A batch leaves
            this and all that was spent out of its results, as it differs between two runs that come
            to the same; its ledger has it.
        repairs: Rounds of repair that were asked for.
        repair_failure: The error that ended the repairs early, or None.
        input_tokens: As the server counted them, over all requests.
        output_tokens: Likewise.
        cost_usd: In US dollars, or ``unknown`` where the price is: never a guess, never 0 for it.
        price_source: Where the price comes from, with its date.
        seconds: From reading the draft's first sentence to the last check.
    """

    drafter: str
    model: str | None = None
    prompt: PromptRecord | None = None
    schema_name: str
    schema_digest: str
    package_version: str
    requests: int = 0
    repairs: int = 0
    repair_failure: str | None = None
    input_tokens: int = 0
    output_tokens: int = 0
    cost_usd: Decimal | Literal["unknown"] = "unknown"
    price_source: str | None = None
    seconds: float = 0.0


class Result(_Record, Generic[SummaryT]):
    """A summary, with all that is needed to check it.

    Attributes:
        format_version: Of this file format.
        article: Which article it is about.
        summary: The summary itself, anchored.
        findings: What the checks found and could not be repaired, and what was changed.
        coverage: What was read and what is cited.
        provenance: How it was made.
    """

    format_version: Literal[1] = FORMAT_VERSION
    article: ArticleRecord
    summary: SummaryT
    findings: tuple[Finding, ...]
    coverage: Coverage
    provenance: Provenance

    def to_json(self) -> str:
        """Return the result file's text: UTF-8 JSON, indented, the same for the same result."""
        return self.model_dump_json(indent=2) + "\n"

    def save(self, path: str | os.PathLike[str]) -> None:
        """Write the result file.

        Raises:
            OSError: The file cannot be written.
        """
        Path(path).write_text(self.to_json(), encoding="utf-8")


def file_schema(schema: type[BaseModel]) -> dict[str, Any]:  # Any: pydantic's own value type
    """Return the JSON Schema of a result file with a summary of this schema."""
    return result_type(schema).model_json_schema(mode="serialization")


def load_result(path: str | os.PathLike[str], schema: type[SummaryT]) -> Result[SummaryT]:
    """Read a result file back, without loss.

    Args:
        path: The file.
        schema: What the summary in it must fit. A file cannot name code to load; the caller does.

    Raises:
        SchemaError: It cannot be read, or does not fit; the message names file and fields.
    """
    try:
        text = Path(path).read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise SchemaError(
            f"{path}: cannot be read as UTF-8 text ({type(error).__name__})"
        ) from error
    return parse_result(text, schema, str(path))


def parse_result(text: str, schema: type[SummaryT], name: str) -> Result[SummaryT]:
    """Read a result from the text of its file.

    Args:
        text: The file's text.
        schema: What the summary in it must fit.
        name: The file, for messages.

    Raises:
        SchemaError: It does not fit; the message names file and fields.
    """
    try:
        return result_type(schema).model_validate_json(text)
    except ValidationError as error:
        faults = "; ".join(
            f"{'.'.join(map(str, fault['loc'])) or 'it'}: {fault['msg']}"
            for fault in error.errors(include_input=False, include_url=False)[:5]
        )
        raise SchemaError(
            f"{name}: is not a nutgraf result of format {FORMAT_VERSION} for the schema "
            f"{schema.__name__}: {faults}"
        ) from error


def result_type(schema: type[SummaryT]) -> type[Result[SummaryT]]:
    """Return the class of results whose summary fits this schema."""
    # The parameter is known at run time only, which no type checker can follow.
    return cast("type[Result[SummaryT]]", cast("Any", Result)[schema])
