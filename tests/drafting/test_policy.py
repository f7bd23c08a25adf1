from __future__ import annotations

import copy
from typing import Any

import pytest
from tests.support.articles import bridge, bridge_answer

from nutgraf.drafting.policy import settle
from nutgraf.errors import FindingsError
from nutgraf.grounding.checked import Checked, ground
from nutgraf.schema.news import NewsSummary


def checked(**changes: Any) -> Checked[NewsSummary]:
    answer = {**copy.deepcopy(bridge_answer()), **changes}
    return ground(NewsSummary.model_validate(answer), bridge())


POINTS = [
    {"text": "Repairs would cost $7 million.", "evidence": [4]},
    {"text": "The council will meet on Monday.", "evidence": [5]},
]


def test_flagging_keeps_everything() -> None:
    wrong = checked(key_points=POINTS)
    assert settle(wrong, bridge(), "flag") is wrong


def test_dropping_leaves_the_item_out_and_notes_it() -> None:
    settled = settle(checked(key_points=POINTS), bridge(), "drop")
    assert [point.text for point in settled.summary.key_points] == [POINTS[1]["text"]]
    assert settled.findings == ()
    [note] = settled.notes
    assert (note.path, note.kind, note.severity) == ("key_points", "dropped", "note")
    assert "$7 million" in note.message


def test_what_is_no_list_item_is_kept_and_flagged_even_then() -> None:
    settled = settle(checked(headline="99 cracks in Arden"), bridge(), "drop")
    assert settled.summary.headline == "99 cracks in Arden"
    assert [finding.path for finding in settled.findings] == ["headline"]


def test_failing_names_the_places_and_not_the_words() -> None:
    with pytest.raises(FindingsError, match=r"key_points\[0\].text: number") as caught:
        settle(checked(key_points=POINTS), bridge(), "fail")
    assert "$7" not in str(caught.value)


def test_many_errors_are_counted_and_not_all_spelt_out() -> None:
    points = [{"text": f"It cost ${n} million.", "evidence": [4]} for n in range(11, 18)]
    with pytest.raises(FindingsError, match="and 2 more"):
        settle(checked(key_points=points), bridge(), "fail")


@pytest.mark.parametrize("policy", ["drop", "fail"])
def test_doubts_are_kept_whatever_the_policy(policy: Any) -> None:
    doubtful = checked(key_points=[{**POINTS[1], "evidence": []}])
    assert [finding.severity for finding in doubtful.findings] == ["warning"]
    assert settle(doubtful, bridge(), policy) is doubtful


def test_what_may_be_null_is_set_to_null_and_a_name_is_dropped_from_its_list() -> None:
    event = {**bridge_answer()["events"][0], "where": "Lindvik", "who": ["Bo Lund"]}
    settled = settle(checked(events=[event]), bridge(), "drop")
    assert [(event.where, event.who) for event in settled.summary.events] == [(None, [])]
    assert [note.path for note in settled.notes] == ["events[0].where", "events[0].who"]
