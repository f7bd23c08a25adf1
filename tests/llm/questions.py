"""A small question and its answers, for the tests of everything that answers questions."""

from __future__ import annotations

from pydantic import BaseModel, Field

from nutgraf.llm.client import Message, Request, Sampling

ARTICLE = "The ferry Marguerite ran aground off Holm Point at dawn; {{ nobody }} was hurt."
KEY = "sk-test-very-secret"


class Part(BaseModel):
    """A part of the answer."""

    text: str
    numbers: list[int]


class Answer(BaseModel):
    """An answer in parts."""

    headline: str = Field(description="a line of its own")
    parts: list[Part] = []


GOOD = '{"headline":"Ferry aground","parts":[{"text":"It ran aground.","numbers":[1]}]}'
BAD = '{"headline":7,"parts":[{"text":"Marguerite","numbers":["dawn"]}]}'


def question(article: str = ARTICLE, *, max_tokens: int = 500) -> Request[Answer]:
    """Return a request with one article in it."""
    messages = (Message("system", "Summarise the article."), Message("user", article))
    return Request(messages, Answer, Sampling(max_tokens=max_tokens))
