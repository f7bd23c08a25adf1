from __future__ import annotations

import pytest
from pydantic import BaseModel
from tests.support.claims import found_in, story, told

from nutgraf.grounding.checks.names.mentions import check_mentions
from nutgraf.schema.fields import Mention, Speaker

STORY = "The mayor, Ruth Ekman, met Tomas Brandt of The Who on Friday. She saw 14 cracks in May."


class Named(BaseModel):
    who: Mention | None = None
    by: Speaker | None = None
    role: str = "mayor"


@pytest.mark.parametrize("name", ["Ruth Ekman", "Ekman", "The Who", "the mayor"])
def test_a_name_or_a_description_that_is_printed_is_no_finding(name: str) -> None:
    assert found_in(check_mentions, story(STORY), Named.model_validate({"who": name})) == []


@pytest.mark.parametrize("words", ["the", "of", "Friday", "14"])
def test_words_that_name_nobody_are_a_warning(words: str) -> None:
    [finding] = found_in(check_mentions, story(STORY), Named.model_validate({"who": words}))
    assert told([finding]) == [("unknown_name", "warning")]
    assert finding.message == f"{words!r} is in the article, but is no name there"
    assert finding.said is not None
    assert finding.said.text == words
    assert finding.passages[0].text.casefold() == words.casefold()


def test_a_speaker_may_be_a_pronoun() -> None:
    assert found_in(check_mentions, story(STORY), Named.model_validate({"by": "She"})) == []


def test_a_name_that_does_not_occur_is_an_error() -> None:
    [finding] = found_in(check_mentions, story(STORY), Named.model_validate({"who": "Ada Vance"}))
    assert told([finding]) == [("unknown_name", "error")]
    assert finding.message == "the name 'Ada Vance' does not occur in the article"


def test_a_mixed_name_says_of_whom() -> None:
    [finding] = found_in(check_mentions, story(STORY), Named.model_validate({"by": "Tomas Ekman"}))
    assert told([finding]) == [("unknown_name", "error")]
    assert "is mixed from those of" in finding.message
    assert {passage.text for passage in finding.passages} == {"Ruth Ekman", "Tomas Brandt"}
