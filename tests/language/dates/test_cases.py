"""Our own hard cases: texts with their dates marked, resolved, and told from what is none."""

import json
import re
from datetime import date
from pathlib import Path
from typing import TypedDict

import pytest

from nutgraf.article import Span
from nutgraf.language.dates import find_dates
from nutgraf.language.dates.periods import is_iso

CASES = Path(__file__).parents[3] / "evals" / "measurements" / "date_cases.json"
# What the rules are known to misread: the sense of a verb, a title, an unnamed reference.
KNOWN_FAULTS = {
    "The hearing, which was due to start on {Monday}, collapsed.",
    "{Thursday}'s launch has been scrubbed because of the wind.",
    "Friday the 13th was shown again, as were Black Mirror and Freaky Friday.",
    "{Six months ago} the plant employed 900; {a decade earlier}, twice that.",
    "Mr March left; Tuesday Morning, a shop chain, went bankrupt.",
}


class Case(TypedDict):
    """An entry of the file; braces in the text mark the expressions."""

    written: str
    published: str | None
    text: str
    values: list[str | None]


def _cases() -> list[Case]:
    cases: list[Case] = json.loads(CASES.read_text(encoding="utf-8"))
    return cases


def _marked(text: str) -> tuple[str, list[Span]]:
    plain, spans, start = "", [], 0
    for piece in re.split(r"([{}])", text):
        if piece == "{":
            start = len(plain)
        elif piece == "}":
            spans.append(Span(start, len(plain)))
        else:
            plain += piece
    return plain, spans


@pytest.mark.parametrize(
    "case", [case for case in _cases() if case["text"] not in KNOWN_FAULTS], ids=lambda c: c["text"]
)
def test_a_case_is_read_without_a_fault(case: Case) -> None:
    text, spans = _marked(case["text"])
    published = date.fromisoformat(case["published"]) if case["published"] else None
    found = [one for one in find_dates(text, published=published) if one.value]
    for span, value in zip(spans, case["values"], strict=True):
        over = [one.value for one in found if one.span.overlaps(span)]
        assert value in over if value else not over
    assert all(any(one.span.overlaps(span) for span in spans) for one in found)


def test_the_cases_are_many_and_their_values_are_iso() -> None:
    cases = _cases()
    assert len(cases) >= 150
    assert {case["written"] for case in cases} == {"before", "after"}
    values = [value for case in cases for value in case["values"] if value]
    assert all(is_iso(value) for value in values if not value.startswith("-"))


def test_the_known_faults_are_cases() -> None:
    assert {case["text"] for case in _cases()} >= KNOWN_FAULTS
