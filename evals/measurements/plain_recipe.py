"""The usual recipe, for comparison: one instructor call, evidence as verbatim sentences.

The schema is like that of the news summary with ``evidence: list[str]`` in place of sentence
numbers, the prompt says to quote the article exactly, and nothing is checked or repaired.
"""

from __future__ import annotations

import time
from collections import Counter
from typing import TYPE_CHECKING, Annotated

import instructor
import openai
from pydantic import BaseModel, Field

from nutgraf.language.folding import Folded

if TYPE_CHECKING:
    from nutgraf import Article
    from nutgraf.settings import Settings

Exact = Annotated[
    list[str],
    Field(max_length=3, description="exact quotations from the article that support it"),
]


class Point(BaseModel):
    """A statement with its evidence."""

    text: str = Field(description="one full sentence in your own words")
    evidence: Exact


class PlainQuote(BaseModel):
    """Words that somebody said."""

    words: str = Field(description="the exact words of a quotation")
    speaker: str


class PlainSummary(BaseModel):
    """A summary of a news article."""

    headline: str
    gist: Point
    key_points: Annotated[list[Point], Field(min_length=3, max_length=7)]
    events: Annotated[list[Point], Field(min_length=1, max_length=8)]
    quotes: Annotated[list[PlainQuote], Field(max_length=5)]
    open_questions: Annotated[list[Point], Field(max_length=4)]


def measure_plain(articles: list[Article], settings: Settings) -> None:
    """Summarise every article with plain instructor and print how much of the evidence is exact."""
    client = instructor.from_openai(
        openai.OpenAI(base_url=settings.base_url, api_key="none", timeout=900, max_retries=0),
        mode=instructor.Mode.JSON_SCHEMA,
    )
    found: Counter[str] = Counter()
    started = time.perf_counter()
    for article in articles:
        count(article, client, settings.model or "", found)
        print(f"{article.source}: {dict(found)}", flush=True)
    done = found["articles"] or 1
    for name in ("evidence", "quotations"):
        total = found[name] or 1
        exact, folded = found[f"{name}_exact"], found[f"{name}_folded"]
        print(
            f"{name}: {exact}/{found[name]} exact ({exact / total:.3f}), "
            f"{folded} when folded ({folded / total:.3f})"
        )
    print(
        f"{found['articles']} articles, {found['failed']} failed; an article: "
        f"{found['output'] / done:.0f} output tokens, "
        f"{(time.perf_counter() - started) / len(articles):.0f} s"
    )


def count(article: Article, client: instructor.Instructor, model: str, found: Counter[str]) -> None:
    """Summarise one article and add up what is exact."""
    system = (
        "You summarise news articles. Support every statement with evidence: sentences copied "
        "exactly, letter by letter, from the article."
    )
    user = f"Published: {article.published}\nTitle: {article.title}\n\n{article.text}"
    try:
        summary, completion = client.chat.completions.create_with_completion(
            model=model,
            response_model=PlainSummary,
            messages=[{"role": "system", "content": system}, {"role": "user", "content": user}],
            temperature=0,
            max_tokens=4096,
            max_retries=0,
        )
    except (instructor.core.InstructorRetryException, instructor.core.IncompleteOutputException):
        found["failed"] += 1
        return
    points = [summary.gist, *summary.key_points, *summary.events, *summary.open_questions]
    folded = Folded(article.text)
    for name, texts in (
        ("evidence", [words for point in points for words in point.evidence]),
        ("quotations", [quote.words for quote in summary.quotes]),
    ):
        found[name] += len(texts)
        found[f"{name}_exact"] += sum(bool(words) and words in article.text for words in texts)
        found[f"{name}_folded"] += sum(bool(folded.find(words)) for words in texts)
    found["articles"] += 1
    found["output"] += completion.usage.completion_tokens
