"""The prompted drafter: one prompt, one model, one answer that fits the schema."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Generic, TypeVar

from pydantic import BaseModel

from nutgraf.article import on_one_line
from nutgraf.drafting.aside import HERE, Aside
from nutgraf.drafting.numbered import fence, numbered
from nutgraf.llm.client import Client, Completion, Request, Sampling
from nutgraf.schema.outline import outline

if TYPE_CHECKING:
    from nutgraf.article import Article
    from nutgraf.language.readings import Readings
    from nutgraf.llm.client import Message
    from nutgraf.prompting import Prompt

SummaryT = TypeVar("SummaryT", bound=BaseModel)


@dataclass(frozen=True, slots=True)
class Prompted(Generic[SummaryT]):
    """Fills a schema by asking a model.

    Attributes:
        client: Who answers.
        prompt: The wording.
        schema: What to fill.
        sampling: How to answer.
        aside: Where the article is read and the prompt rendered.
    """

    client: Client
    prompt: Prompt
    schema: type[SummaryT]
    sampling: Sampling
    aside: Aside = HERE

    async def draft(self, readings: Readings) -> Completion[SummaryT]:
        """Ask for the whole summary; nothing in it is anchored or checked yet.

        Raises:
            PromptError: The prompt wants something that a drafter does not give.
            ModelError: The provider said no.
            OutputError: The answer never fitted, was cut off or refused.
            RecordingError: A replay has no recording for this article and prompt.
        """
        request = await self.aside.do(self.request, readings)
        return await self.client.complete(request)

    def request(self, readings: Readings) -> Request[SummaryT]:
        """Return what the model is asked about an article, without asking."""
        asked = messages(self.prompt, self.schema, readings)
        return Request(asked, self.schema, self.sampling)


def messages(prompt: Prompt, schema: type[BaseModel], readings: Readings) -> tuple[Message, ...]:
    """Return a prompt rendered for an article.

    Raises:
        PromptError: The prompt wants something that a drafter does not give.
    """
    values = {
        "outline": outline(schema),
        **described(readings.article),
        "article": numbered(readings.article, readings.sentences),
    }
    return prompt.render(values)


def wording(prompt: Prompt, schema: type[BaseModel]) -> str:
    """Return what a prompt tells a model of this schema whatever the article, examples included.

    Raises:
        PromptError: The prompt wants something that a drafter does not give.
    """
    values = dict.fromkeys(("published", "title", "fence", "article"), "")
    return "\n".join(m.content for m in prompt.render({**values, "outline": outline(schema)}))


def described(article: Article) -> dict[str, str]:
    """Return the values of a prompt that say which article this is."""
    return {
        "published": article.published.isoformat() if article.published else "unknown",
        "title": on_one_line(article.title) if article.title else "none",
        "fence": fence(article),
    }
