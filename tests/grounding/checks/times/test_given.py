from __future__ import annotations

import pytest
from pydantic import BaseModel
from tests.support.claims import found_in, story, told

from nutgraf.grounding.checks.times.given import check_times
from nutgraf.schema.fields import Evidence, When

# Published on Thursday, March 12, 2026.
STORY = (
    "The bridge in Norhaven was closed on Tuesday. The council meets on March 16. "
    "It had met during the storm of January 2026."
)


class Event(BaseModel):
    when: When
    evidence: Evidence = ()


def finds(when: str, *cited: int) -> list[tuple[str, str]]:
    event = Event.model_validate({"when": when, "evidence": list(cited)})
    return told(found_in(check_times, story(STORY), event))


@pytest.mark.parametrize(
    ("when", "cited"),
    [
        ("Tuesday", (1,)),
        ("2026-03-10", (1,)),
        ("March 16", (2,)),
        ("during the storm", (3,)),
        ("Thursday", (1,)),
        ("January 2026", (3,)),
        ("January 5, 2026", ()),
        ("Tuesday", ()),
    ],
)
def test_a_time_of_the_cited_sentences_is_no_finding(when: str, cited: tuple[int, ...]) -> None:
    assert finds(when, *cited) == []


def test_a_time_of_another_sentence_is_a_warning() -> None:
    assert finds("Tuesday", 2) == [("time_elsewhere", "warning")]


def test_a_time_that_the_article_does_not_have_is_a_warning() -> None:
    assert finds("last autumn", 1) == [("unknown_time", "warning")]
    assert finds("the day of the feast", 1) == [("unknown_time", "warning")]


def test_words_that_are_printed_but_are_no_time_are_a_warning() -> None:
    event = Event.model_validate({"when": "Norhaven", "evidence": [1]})
    [finding] = found_in(check_times, story(STORY), event)
    assert told([finding]) == [("unknown_time", "warning")]
    assert finding.message == "'Norhaven' is in the article, but is no time"
    assert finding.said is not None
    assert finding.said.text == "Norhaven"
    assert [passage.text for passage in finding.passages] == ["Norhaven"]


def test_without_a_day_of_publication_words_still_count() -> None:
    event = Event.model_validate({"when": "Tuesday", "evidence": [2]})
    article = story(STORY, published=None)
    assert told(found_in(check_times, article, event)) == [("time_elsewhere", "warning")]
