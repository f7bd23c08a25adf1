"""Real answers of a real model, replayed through prompt, anchoring, checks and repair."""

from __future__ import annotations

from pathlib import Path

import pytest

from nutgraf import NewsSummary, Result, read, summarize
from nutgraf.errors import RecordingError
from nutgraf.schema.fields import Passage
from nutgraf.schema.tree import leaves

EVALS = Path(__file__).parents[2] / "evals"
RECORDINGS = sorted((EVALS / "recordings").glob("*.jsonl"))
CANDIDATE = EVALS / "candidates" / "news-2.prompty"
FERRY = EVALS / "articles" / "harbour-ferry.txt"


@pytest.fixture(scope="module", params=RECORDINGS, ids=lambda path: path.stem)
def result(request: pytest.FixtureRequest) -> Result[NewsSummary]:
    return summarize(FERRY, replay=request.param)


def test_there_is_a_recording() -> None:
    assert RECORDINGS


def test_the_recording_still_answers_what_is_asked(result: Result[NewsSummary]) -> None:
    made = result.provenance
    assert made.drafter == "prompted"
    assert made.repair_failure is None
    assert made.output_tokens > 100
    assert made.cost_usd == "unknown"


def test_every_passage_is_a_slice_of_the_article(result: Result[NewsSummary]) -> None:
    text = read(FERRY).text
    passages = [
        passage
        for leaf in leaves(result.summary)
        for passage in (getattr(leaf.value, "passage", None), *getattr(leaf.value, "passages", ()))
        if isinstance(passage, Passage)
    ]
    assert passages
    assert all(passage.span.of(text) == passage.text for passage in passages)


def test_what_the_article_does_not_carry_is_flagged(result: Result[NewsSummary]) -> None:
    flagged = {finding.path for finding in result.findings}
    for leaf in leaves(result.summary):
        nowhere = getattr(leaf.value, "passages", None) == ()
        if nowhere or getattr(leaf.value, "match", "") == "none":
            assert leaf.path in flagged


def test_a_candidate_that_was_recorded_can_be_compared_without_the_model() -> None:
    article = read(EVALS / "fixtures" / "council-budget" / "article.txt")
    replay = EVALS / "recordings" / "candidates" / "news-2.jsonl"
    made = summarize(article, prompt=str(CANDIDATE), replay=replay, repairs=0).provenance
    assert made.prompt is not None
    assert (made.prompt.name, made.prompt.version) == ("news", 2)
    with pytest.raises(RecordingError, match="record again"):
        summarize(article, replay=replay, repairs=0)
