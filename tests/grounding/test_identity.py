from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from tests.support.articles import BRIDGE

from nutgraf.grounding.identity import article_record, differences
from nutgraf.language.readings import Readings

RECORD = article_record(Readings(BRIDGE))


def test_the_record_holds_everything_but_the_text() -> None:
    assert RECORD.title == BRIDGE.title
    assert RECORD.published == BRIDGE.published
    assert RECORD.source == "bridge.txt"
    assert RECORD.characters == len(BRIDGE.text)
    assert RECORD.sentences == 6
    assert RECORD.digest == BRIDGE.digest
    assert "cracks" not in RECORD.model_dump_json()


@pytest.mark.parametrize(
    ("changes", "told"),
    [
        ({"source": "elsewhere.txt"}, ()),
        ({"title": "Another"}, ("the title",)),
        ({"published": date(2026, 3, 13)}, ("the day of publication",)),
        ({"authors": ("Ann Lee",)}, ("the authors",)),
        ({"language": "de"}, ("the language",)),
        ({"text": BRIDGE.text + "It rained.", "title": None}, ("the text's length", "the title")),
        ({"text": BRIDGE.text.replace("14", "41")}, ("the words of the text",)),
    ],
)
def test_what_tells_two_articles_apart_is_said_in_words(
    changes: dict[str, Any], told: tuple[str, ...]
) -> None:
    other = article_record(Readings(replace(BRIDGE, **changes)))
    assert differences(RECORD, other) == told
