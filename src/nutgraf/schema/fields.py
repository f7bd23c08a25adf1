"""The field types: what a schema is built from, each with a wire face and a face at rest.

On the wire a model writes plain JSON: sentence numbers and strings. At rest the same field also
says where in the article it stands. Both faces are one pydantic type: validation takes either, JSON
Schema in ``validation`` mode describes the wire, in ``serialization`` mode the result file. Finding
the places is the business of ``nutgraf.grounding``; until then a value is not anchored.
"""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal
from typing import TYPE_CHECKING, Annotated, Any, ClassVar, Literal, Self

from pydantic import BaseModel, ConfigDict, Field, field_validator, model_validator

from nutgraf.article import Span

if TYPE_CHECKING:
    from pydantic import GetJsonSchemaHandler
    from pydantic.json_schema import JsonSchemaValue
    from pydantic_core import CoreSchema

Match = Literal["exact", "folded", "bracketed", "elided", "approximate", "none"]


class Passage(BaseModel):
    """A stretch of the article, with what it says.

    Attributes:
        start: Where it begins, in code points of ``Article.text`` from 0.
        end: Where it ends; not part of it.
        text: ``Article.text[start:end]``.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    start: int = Field(ge=0)
    end: int = Field(ge=0)
    text: str

    @model_validator(mode="after")
    def _lengths_agree(self) -> Self:
        if self.end - self.start != len(self.text):
            raise ValueError("the text of a passage must be as long as its span")
        return self

    @classmethod
    def at(cls, span: Span, text: str) -> Passage:
        """Return the passage that a span of this text covers."""
        return cls(start=span.start, end=span.end, text=span.of(text))

    @property
    def span(self) -> Span:
        """The stretch without its words."""
        return Span(self.start, self.end)


class FieldType(BaseModel):
    """The base of all field types: a value that is one JSON scalar on the wire, an object at rest.

    Attributes:
        wire_key: The attribute that the scalar becomes.
        wire_form: The JSON Schema of the scalar; its description is for fields that have none.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    wire_key: ClassVar[str] = "text"
    wire_form: ClassVar[dict[str, str]] = {"type": "string"}

    @model_validator(mode="before")
    @classmethod
    def _take_the_wire_face(cls, value: object) -> object:
        return value if isinstance(value, (dict, cls)) else {cls.wire_key: value}

    @classmethod
    def __get_pydantic_json_schema__(
        cls, core_schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> JsonSchemaValue:
        return dict(cls.wire_form) if handler.mode == "validation" else handler(core_schema)

    @property
    def wire(self) -> str | int:
        """The value as a model writes it."""
        value: str | int = getattr(self, self.wire_key)
        return value


class Citation(FieldType):
    """One sentence that carries a statement.

    Attributes:
        sentence: Its number in the article, from 1.
        passage: The sentence itself; None where the article has no sentence of that number.
        corrected: Whether it was put in place of a sentence that was beside the point.
    """

    wire_key = "sentence"
    wire_form: ClassVar[dict[str, str]] = {"type": "integer"}

    sentence: int = Field(strict=True)
    passage: Passage | None = None
    corrected: bool = False


class Verbatim(FieldType):
    """Words that must stand in the article, letter for letter.

    Attributes:
        text: The article's words where they were found, else the words as given.
        given: What the model wrote, where that differs from the article's words.
        match: The folding rule under which they were found; ``none`` where they were not.
        passage: Where they stand.
    """

    wire_form: ClassVar[dict[str, str]] = {
        "type": "string",
        "description": "words copied letter by letter, without the quotation marks",
    }

    text: str
    given: str | None = None
    match: Match = "none"
    passage: Passage | None = None


class Mention(FieldType):
    """A name that must occur in the article.

    Attributes:
        text: The name.
        passages: Where it or a variant of it occurs, in reading order; empty where it does not.
    """

    wire_form: ClassVar[dict[str, str]] = {
        "type": "string",
        "description": "a name, as the text writes it",
    }

    text: str
    passages: tuple[Passage, ...] = ()


class Speaker(Mention):
    """The name of who said the `Verbatim` words beside it."""

    wire_form: ClassVar[dict[str, str]] = {
        "type": "string",
        "description": "the name of who said it, as the text writes it",
    }


class When(FieldType):
    """A time, in the article's own words, and what they mean.

    Attributes:
        text: The expression, such as ``Friday`` or ``next week``.
        value: ISO 8601: a day (2025-10-16), month (2025-10), year, week (2025-W43) or interval
            (2025-10-18/2025-10-19, with ``..`` for an open end); None where it cannot be known.
        passage: Where the article says so.
    """

    wire_form: ClassVar[dict[str, str]] = {
        "type": "string",
        "description": "the text's own few words for the time, such as Friday",
    }

    text: str
    value: str | None = None
    passage: Passage | None = None

    @field_validator("text", mode="before")
    @classmethod
    def _a_date_is_its_iso_form(cls, value: object) -> object:
        return value.isoformat() if isinstance(value, (date, datetime)) else value


class Amount(FieldType):
    """A figure as the article prints it, and what it amounts to.

    Attributes:
        text: The figure with its unit, such as ``$2.5bn``.
        value: The number in units of one, so that "1.5 million" is 1500000; None if unreadable.
        unit: What is counted: a currency code (USD), a sign (%), a unit of measure or a noun.
        passage: Where the article says so.
    """

    wire_form: ClassVar[dict[str, str]] = {
        "type": "string",
        "description": "the figure with its unit, as printed",
    }

    text: str
    value: Decimal | None = None
    unit: str | None = None
    passage: Passage | None = None


class AtMost:
    """Annotates a list with the most items that it should have.

    The wire schema says so, which keeps small models from running on. An answer with more is not
    refused: the surplus is cut off with a finding, so that one fault does not cost the whole.
    """

    keyword: ClassVar[str] = "maxItems"

    def __init__(self, items: int) -> None:
        self.items = items

    def __get_pydantic_json_schema__(
        self, core_schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> dict[str, Any]:  # Any: the value type of pydantic's own JsonSchemaValue
        schema = handler(core_schema)
        return {**schema, self.keyword: self.items} if handler.mode == "validation" else schema


class AtLeast(AtMost):
    """Annotates a list with the fewest items that a model is to write.

    The wire schema says so, as small models soon close a list; an answer with fewer is fine.
    """

    keyword = "minItems"


_SENTENCES_A_STATEMENT = 3
"""More than that and the citation no longer points anywhere; without a bound a small model lists
every number there is."""

Evidence = Annotated[
    tuple[Citation, ...],
    AtMost(_SENTENCES_A_STATEMENT),
    Field(description="numbers of the sentences that say it"),
]
"""The sentences that carry the statements beside it; on the wire a list of sentence numbers."""


def is_evidence(value: object) -> bool:
    """Tell whether a field's value is evidence, by what is in it; an empty tuple may be."""
    return isinstance(value, tuple) and all(isinstance(item, Citation) for item in value)
