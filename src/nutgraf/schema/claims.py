"""Anybody's summary as a schema, so that every check sees it like any other."""

from __future__ import annotations

from pydantic import BaseModel, ConfigDict


class Claim(BaseModel):
    """A statement of a summary that cites nothing.

    There is no evidence in it: the sentences that are found to say it were not cited by its writer,
    so it is no fault where they lack a part of it that stands elsewhere in the article.

    Attributes:
        text: The statement, in its writer's words.
    """

    model_config = ConfigDict(frozen=True)

    text: str


class Claims(BaseModel):
    """A summary as its statements, in the order in which it makes them."""

    model_config = ConfigDict(frozen=True)

    statements: tuple[Claim, ...]
