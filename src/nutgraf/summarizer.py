"""One article end to end: read, drafted, anchored, checked, repaired.

There is one core, and it is asynchronous; each synchronous face is a bridge of one line to it.
"""

from __future__ import annotations

import asyncio
import time
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING, Any, Generic, TypeVar, cast, overload

from pydantic import BaseModel

from nutgraf.drafting.aside import Aside
from nutgraf.drafting.clients import open_client
from nutgraf.drafting.extractive import extract
from nutgraf.drafting.policy import settle
from nutgraf.drafting.prompted import Prompted, wording
from nutgraf.drafting.records import (
    Making,
    coverage,
    provenance,
    schema_name,
)
from nutgraf.drafting.repair import Repairer
from nutgraf.errors import ArticleError, ConfigError
from nutgraf.grounding.checked import Checked, ground
from nutgraf.grounding.identity import article_record
from nutgraf.language.readings import Readings
from nutgraf.llm.client import Client, Sampling
from nutgraf.prompting import Prompt, load_prompt
from nutgraf.reading.sources import Source, as_article
from nutgraf.schema.news import NewsSummary
from nutgraf.schema.result import Result, result_type
from nutgraf.settings import Options, Settings, load_settings

if TYPE_CHECKING:
    from collections.abc import Coroutine
    from concurrent.futures import Executor
    from typing import Self, Unpack

    from nutgraf.article import Article

SummaryT = TypeVar("SummaryT", bound=BaseModel)
ReturnT = TypeVar("ReturnT")


class Summarizer(Generic[SummaryT]):
    """Summarises article after article with the same schema, prompt and model.

    It may be used from several tasks of one event loop at a time.

    Args:
        schema: What to fill; a pydantic model built from nutgraf's field types.
        settings: Which model, which prompt, and how; None to load them as the command does.
        client: Who answers instead of the model in the settings, such as a scripted one in a test.
        executor: Who does the work that takes the processor's time, so that the event loop goes on
            meanwhile; None for the loop's own thread.

    Attributes:
        drafter: Who asks the model for a whole summary; None without a model.

    Raises:
        ConfigError: The settings do not fit together, or not the schema.
        PromptError: There is no such prompt, or it is malformed.
        RecordingError: A recording that is to be replayed cannot be read.
    """

    def __init__(
        self,
        schema: type[SummaryT],
        *,
        settings: Settings | None = None,
        client: Client | None = None,
        executor: Executor | None = None,
    ) -> None:
        self.schema = schema
        self._aside = Aside(executor)
        self.settings = settings or load_settings({})
        self.client = client or open_client(self.settings)
        if self.client is None and schema is not NewsSummary:
            raise ConfigError(
                "without a model only the news schema can be filled; for a schema of your own, "
                "give a model, such as openai/gpt-5-mini"
            )
        self.prompt = _prompt_for(schema, self.settings) if self.client else None
        self.drafter: Prompted[SummaryT] | None = None
        if self.client and self.prompt:
            sampling = Sampling(self.settings.max_tokens, self.settings.temperature)
            self.drafter = Prompted(self.client, self.prompt, schema, sampling, self._aside)
            # Read here, once: a batch must not read the prompt files again for each article.
            self._repairer = Repairer(
                self.client, load_prompt("repair"), sampling, self.settings.repairs, self._aside
            )

    async def asummarize(self, source: Source) -> Result[SummaryT]:
        """Summarise one article.

        Args:
            source: An article, the text of one, or the path of a file.

        Raises:
            ArticleError: It cannot be read, or is too long for a model.
            ModelError: The provider said no.
            OutputError: The answer never fitted, was cut off or refused.
            RecordingError: A replay has no recording for it.
            FindingsError: Errors remain and the settings say to fail.
        """
        started = time.perf_counter()
        readings = Readings(await self._aside.do(as_article, source))
        checked, making = await self._draft(readings)
        settled = await self._aside.do(settle, checked, readings, self.settings.on_finding)
        making = making.taking(time.perf_counter() - started)
        return result_type(self.schema)(
            article=article_record(readings),
            summary=settled.summary,
            findings=(*settled.findings, *settled.notes),
            coverage=coverage(settled.summary, readings),
            provenance=provenance(self.schema, making, self.settings),
        )

    def summarize(self, source: Source) -> Result[SummaryT]:
        """Do the same and wait for it; works inside a running event loop too."""
        return wait_for(self.asummarize(source))

    async def aclose(self) -> None:
        """Let go of the client's connections."""
        if self.client:
            await self.client.aclose()

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(self, *_: object) -> None:
        await self.aclose()

    async def _draft(self, readings: Readings) -> tuple[Checked[SummaryT], Making]:
        drafter = self.drafter
        if drafter is None:
            # Without a model the schema is NewsSummary: the constructor saw to it.
            extracted = await self._aside.do(_extracted, readings)
            return cast("Checked[SummaryT]", extracted), Making()
        _refuse_too_long(readings.article, self.settings.max_chars)
        completion = await drafter.draft(readings)
        told = wording(drafter.prompt, self.schema)
        drafted = await self._aside.do(ground, completion.answer, readings, examples=told)
        checked, repair = await self._repairer.repair(drafted, readings)
        return checked, Making(drafter.client.model, drafter.prompt, completion.usage, repair)


def _extracted(readings: Readings) -> Checked[NewsSummary]:
    return ground(extract(readings), readings)


def _prompt_for(schema: type[BaseModel], settings: Settings) -> Prompt:
    name = schema_name(schema)
    own = "news" if schema is NewsSummary else "general"
    prompt = load_prompt(settings.prompt or own)
    if prompt.schema not in {"any", name}:
        raise ConfigError(
            f"the prompt {prompt.reference} was written for the schema {prompt.schema!r}, not for "
            f"{name!r}; give another prompt, or none"
        )
    return prompt


def _refuse_too_long(article: Article, max_chars: int) -> None:
    if len(article.text) > max_chars:
        raise ArticleError(
            f"{article.source or 'the article'}: has {len(article.text):,} characters; at most "
            f"{max_chars:,} are sent to a model: raise max_chars, or use --model extractive"
        )


@overload
async def asummarize(source: Source, **options: Unpack[Options]) -> Result[NewsSummary]: ...
@overload
async def asummarize(
    source: Source, *, schema: type[SummaryT], **options: Unpack[Options]
) -> Result[SummaryT]: ...
async def asummarize(
    source: Source,
    *,
    schema: type[Any] = NewsSummary,  # Any: the overloads say which
    **options: Unpack[Options],
) -> Result[Any]:
    """Summarise one article.

    Args:
        source: An `Article`, the text of one, or a `pathlib.Path`.
        schema: What to fill: the built-in `NewsSummary`, or a pydantic model of your own.
        options: Settings by name, such as ``model="openai/gpt-5-mini"``; see `Settings`.

    Raises:
        ConfigError: A setting does not fit.
        PromptError: There is no such prompt, or it is malformed.
        ArticleError: The article cannot be read, or is too long for a model.
        ModelError: The provider said no.
        OutputError: The answer never fitted, was cut off or refused.
        RecordingError: A replay has no recording for it.
        FindingsError: Errors remain and ``on_finding`` is ``fail``.
    """
    async with Summarizer(schema, settings=load_settings(options)) as summarizer:
        return await summarizer.asummarize(source)


@overload
def summarize(source: Source, **options: Unpack[Options]) -> Result[NewsSummary]: ...
@overload
def summarize(
    source: Source, *, schema: type[SummaryT], **options: Unpack[Options]
) -> Result[SummaryT]: ...
def summarize(
    source: Source,
    *,
    schema: type[Any] = NewsSummary,  # Any: the overloads say which
    **options: Unpack[Options],
) -> Result[Any]:
    """Do what `asummarize` does and wait for it; works inside a running event loop too."""
    return wait_for(asummarize(source, schema=schema, **options))


def wait_for(work: Coroutine[Any, Any, ReturnT]) -> ReturnT:
    """Run to the end, in a thread of its own where this one already runs an event loop."""
    try:
        asyncio.get_running_loop()
    except RuntimeError:
        return asyncio.run(work)
    with ThreadPoolExecutor(max_workers=1) as thread:
        return thread.submit(asyncio.run, work).result()
