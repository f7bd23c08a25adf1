from __future__ import annotations

import pytest

from nutgraf import NewsSummary, ScriptedClient, Settings, Summarizer
from nutgraf.batching.asked import Asked, asked_of


def asked(**settings: object) -> Asked:
    given = Settings.model_validate({"model": "m", "base_url": "http://127.0.0.1:9/v1", **settings})
    client = ScriptedClient((), model=given.model or "")
    return asked_of(Summarizer(NewsSummary, settings=given, client=client))


@pytest.mark.parametrize(
    "change",
    [
        {"model": "other"},
        {"base_url": "http://127.0.0.1:10/v1"},
        {"mode": "json"},
        {"max_tokens": 10},
        {"temperature": 1},
        {"repairs": 0},
        {"on_finding": "drop"},
        {"prompt": "general"},
    ],
)
def test_whatever_an_answer_depends_on_makes_another_key(change: dict[str, object]) -> None:
    assert asked(**change).digest != asked().digest


@pytest.mark.parametrize(
    "change", [{"timeout": 1}, {"price": "1,2"}, {"max_chars": 9}, {"api_key": "secret"}]
)
def test_what_it_does_not_depend_on_does_not(change: dict[str, object]) -> None:
    assert asked(**change).digest == asked().digest
    assert "secret" not in asked(**change).text


def test_without_a_model_the_version_counts() -> None:
    told = asked_of(Summarizer(NewsSummary, settings=Settings())).described
    assert told["nutgraf"]
    assert told["model"] is None
    assert "nutgraf" not in asked().described


def test_differences_are_told_by_name_and_digests_by_their_beginning() -> None:
    other = asked(temperature=0.5)
    assert other.differences(asked().text) == "temperature: 0.0 there, 0.5 now"
    assert asked().differences(asked().text) == ""
    long = Asked({"prompt digest": "a" * 64})
    assert long.differences(Asked({}).text) == "prompt digest: none there, aaaaaaaaaaaa… now"
