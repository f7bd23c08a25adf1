"""The hand-written cases of ``evals/measurements``: each verb with all that is asked of it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from tests.support.predicates import heads, read_all

from nutgraf.language.predicates import Predicate

_FILE = Path(__file__).parents[3] / "evals" / "measurements" / "predicate_cases.json"
CASES: list[dict[str, Any]] = json.loads(_FILE.read_text(encoding="utf-8"))
# What is read wrongly; a case that comes right must leave this list.
KNOWN_FAULTS = frozenset(
    {
        ("finished", "As the mayor put it, the bridge is finished."),
        ("fault", "The reports fault the guards for the delay."),
        ("bomb", "Police foiled a plot to bomb the station."),
        ("hired", "The mayor insists the pool is safe but has hired a new engineer."),
        ("paid", "The company refused to say whether it had paid a ransom."),
        ("found", "Boy, 12, found alive after avalanche"),
        ("sell", "The club plans neither to sell its stadium nor to move."),
    }
)


def _told(predicate: Predicate, text: str) -> dict[str, object]:
    claim = predicate.attribution
    second = predicate.agent if predicate.passive else predicate.object
    return {
        "status": predicate.status.value,
        "negated": predicate.negated,
        "passive": predicate.passive,
        "subject": heads(predicate.subject, text),
        "agent" if predicate.passive else "object": heads(second, text),
        "attributed": claim is not None,
        "source": claim.source.of(text) if claim is not None and claim.source else None,
    }


def _is_right(case: dict[str, Any]) -> bool:
    text = case["text"]
    found = next((p for p in read_all(text) if p.verb.of(text) == case["verb"]), None)
    return found is not None and _told(found, text) == _asked(case)


def _asked(case: dict[str, Any]) -> dict[str, object]:
    return {key: value for key, value in case.items() if key not in {"part", "text", "verb"}}


@pytest.mark.parametrize(
    "case",
    [case for case in CASES if (case["verb"], case["text"]) not in KNOWN_FAULTS],
    ids=lambda case: f"{case['verb']}: {case['text']}",
)
def test_a_case_is_read_as_a_reader_reads_it(case: dict[str, Any]) -> None:
    text = case["text"]
    found = next(p for p in read_all(text) if p.verb.of(text) == case["verb"])
    assert _told(found, text) == _asked(case)


def test_the_known_faults_are_still_faults() -> None:
    wrong = {(case["verb"], case["text"]) for case in CASES if not _is_right(case)}
    assert wrong == KNOWN_FAULTS
