from __future__ import annotations

import asyncio
import copy
import json
from typing import Any

import pytest
from pydantic import BaseModel
from tests.support.articles import bridge, bridge_answer

from nutgraf.drafting.repair import Repair, Repairer
from nutgraf.errors import RecordingError, TransientModelError, TruncatedError
from nutgraf.grounding.checked import Checked, ground
from nutgraf.llm.client import Sampling, Usage
from nutgraf.llm.scripted import ScriptedClient
from nutgraf.llm.wire import wire_schema
from nutgraf.prompting import load_prompt
from nutgraf.schema import Mention
from nutgraf.schema.news import NewsSummary

SPENT = Usage(input_tokens=100, output_tokens=10, requests=1)


def faulty(**changes: Any) -> Checked[NewsSummary]:
    answer = {**copy.deepcopy(bridge_answer()), **changes}
    return ground(NewsSummary.model_validate(answer), bridge())


def repairer(*script: Any, rounds: int = 2) -> tuple[Repairer, ScriptedClient]:
    client = ScriptedClient(script, usage=SPENT)
    return Repairer(client, load_prompt("repair"), Sampling(), rounds), client


def repaired(
    checked: Checked[NewsSummary], *script: Any, rounds: int = 2
) -> tuple[Checked[NewsSummary], Repair, ScriptedClient]:
    asker, client = repairer(*script, rounds=rounds)
    done, repair = asyncio.run(asker.repair(checked, bridge()))
    return done, repair, client


WRONG_NUMBER = [{"text": "Repairs would cost $7 million.", "evidence": [4]}]
RIGHT_NUMBER = {"text": "Repairs would cost $2.5 million.", "evidence": [4]}


def test_a_faultless_summary_is_not_asked_about() -> None:
    checked = faulty()
    done, repair, client = repaired(checked)
    assert done is checked
    assert repair == Repair()
    assert client.requests == []


def test_only_the_failing_part_is_asked_for() -> None:
    checked = faulty(key_points=[RIGHT_NUMBER, *WRONG_NUMBER])
    done, repair, client = repaired(
        checked, json.dumps({"part_1": {"text": "The council will meet.", "evidence": [5]}})
    )
    [request] = client.requests
    assert list(request.answer_type.model_fields) == ["part_1"]
    user = request.messages[-1].content
    assert "part_1, at key_points[1].text and key_points[1].evidence, is now" in user
    assert "$7 million" in user
    assert "the number '$7 million' stands nowhere in the article" in user
    assert "key_points[0]" not in user
    assert [point.text for point in done.summary.key_points] == [
        "Repairs would cost $2.5 million.",
        "The council will meet.",
    ]
    assert done.findings == ()
    assert repair == Repair(rounds=1, usage=SPENT)


def test_the_second_round_sends_the_last_findings_and_no_history() -> None:
    still_wrong = {"text": "Repairs would cost $8 million.", "evidence": [4]}
    done, repair, client = repaired(
        faulty(key_points=[{**WRONG_NUMBER[0], "evidence": [4, 99]}]),
        json.dumps({"part_1": still_wrong}),
        json.dumps({"part_1": RIGHT_NUMBER}),
    )
    first, second = client.requests
    assert len(second.messages) == len(first.messages) == 2
    assert "99" in first.messages[-1].content
    assert "99" not in second.messages[-1].content
    assert "$8 million" in second.messages[-1].content
    assert done.summary.key_points[0].text == RIGHT_NUMBER["text"]
    assert repair.rounds == 2
    assert repair.usage == SPENT + SPENT


def test_a_correction_that_is_no_better_is_not_taken_and_ends_the_repair() -> None:
    checked = faulty(key_points=WRONG_NUMBER)
    worse = {"text": "Karin Lindqvist says it costs $8 million.", "evidence": [77]}
    done, repair, _ = repaired(checked, *[json.dumps({"part_1": worse})] * 2)
    assert done.summary == checked.summary
    assert done.findings == checked.findings
    assert repair.rounds == 1


def test_an_item_that_the_model_takes_back_is_left_out_and_noted() -> None:
    done, _, _ = repaired(faulty(key_points=WRONG_NUMBER), '{"part_1": null}')
    assert done.summary.key_points == []
    [note] = done.notes
    assert (note.path, note.kind) == ("key_points", "withdrawn")
    assert "$7 million" in note.message


def test_an_item_with_mere_doubts_is_not_lost_because_the_model_gave_up() -> None:
    checked = faulty(key_points=[{**RIGHT_NUMBER, "evidence": []}])
    done, _, _ = repaired(checked, '{"part_1": null}', '{"part_1": null}')
    assert [point.text for point in done.summary.key_points] == [RIGHT_NUMBER["text"]]
    assert [finding.severity for finding in done.findings] == ["warning"]


def test_what_is_no_list_item_cannot_be_taken_back() -> None:
    checked = faulty(gist={"text": "It would cost $7 million.", "evidence": [4]})
    done, _, _ = repaired(checked, '{"part_1": null}', '{"part_1": null}')
    assert done.summary.gist.text == "It would cost $7 million."
    assert [finding.path for finding in done.findings] == ["gist.text"]


def test_a_field_of_the_summary_itself_is_a_part_of_its_own() -> None:
    done, _, client = repaired(faulty(headline="Arden: 99 cracks"), '{"part_1": "Closed"}')
    assert "part_1, at headline, is now" in client.requests[0].messages[-1].content
    assert done.summary.headline == "Closed"


def test_a_list_of_names_is_repaired_name_by_name() -> None:
    class Names(BaseModel):
        names: list[Mention]

    checked = ground(Names.model_validate({"names": ["Ruth Ekman", "Karin Lindqvist"]}), bridge())
    asker, _ = repairer('{"part_1": "Arden"}')
    done, _ = asyncio.run(asker.repair(checked, bridge()))
    assert [name.text for name in done.summary.names] == ["Ruth Ekman", "Arden"]


@pytest.mark.parametrize("error", [TransientModelError("down"), TruncatedError("cut off")])
def test_a_provider_that_fails_during_repair_does_not_cost_the_draft(
    error: Exception,
) -> None:
    checked = faulty(key_points=WRONG_NUMBER)
    done, repair, _ = repaired(checked, error)
    assert done == checked
    assert repair.failure == type(error).__name__
    assert (repair.usage.input_tokens, repair.usage.output_tokens) == (100, 10)


def test_a_recording_without_the_repair_is_a_failure_and_not_passed_over() -> None:
    with pytest.raises(RecordingError):
        repaired(faulty(key_points=WRONG_NUMBER))


def test_no_rounds_means_no_question() -> None:
    checked = faulty(key_points=WRONG_NUMBER)
    done, repair, client = repaired(checked, rounds=0)
    assert (done, repair, client.requests) == (checked, Repair(), [])


def test_what_was_set_right_already_is_not_asked_for() -> None:
    quotes = [{"words": "We will not gamble with the lives", "speaker": "Ruth Ekman"}]
    checked = faulty(quotes=quotes)
    assert [finding.kind for finding in checked.findings] == ["corrected_quotation"]
    _, repair, client = repaired(checked)
    assert (repair, client.requests) == (Repair(), [])


def test_a_correction_that_repeats_another_item_does_not_hide_what_is_wrong_with_the_next() -> None:
    points = [RIGHT_NUMBER, *WRONG_NUMBER, {"text": "There are 88 cracks.", "evidence": [1]}]
    again = {"part_1": RIGHT_NUMBER, "part_2": {"text": "There are 89 cracks.", "evidence": [1]}}
    done, _, _ = repaired(faulty(key_points=points), json.dumps(again), rounds=1)
    assert [point.text for point in done.summary.key_points] == [
        "Repairs would cost $2.5 million.",
        "There are 88 cracks.",
    ]
    assert [finding.path for finding in done.findings] == ["key_points[1].text"]


def test_of_a_part_only_the_failing_field_is_asked_for() -> None:
    event = {**bridge_answer()["events"][0], "where": "Lindvik", "who": ["Ruth Ekman", "Bo Lund"]}
    done, _, client = repaired(faulty(events=[event]), '{"part_1": "Arden", "part_2": null}')
    [request] = client.requests
    properties = wire_schema(request.answer_type)["properties"]
    assert [option["type"] for option in properties["part_1"]["anyOf"]] == ["string", "null"]
    user = request.messages[-1].content
    assert 'part_1, at events[0].where, is now "Lindvik"' in user
    assert 'it belongs to {"what": "The bridge was closed."' in user
    assert done.summary.events[0].where is not None
    assert done.summary.events[0].where.text == "Arden"
    assert [name.text for name in done.summary.events[0].who] == ["Ruth Ekman"]


def test_a_field_that_may_be_null_is_set_to_null_and_its_part_is_kept() -> None:
    event = {**bridge_answer()["events"][0], "where": "Lindvik"}
    done, _, _ = repaired(faulty(events=[event]), '{"part_1": null}')
    assert [event.where for event in done.summary.events] == [None]
    assert [(note.path, note.kind) for note in done.notes] == [("events[0].where", "withdrawn")]


def test_a_field_that_its_item_cannot_do_without_takes_the_item_along() -> None:
    quotes = [{"words": "We knew about the cracks for years", "speaker": "Ruth Ekman"}]
    done, _, _ = repaired(faulty(quotes=quotes), '{"part_1": null}')
    assert done.summary.quotes == []
    assert [(note.path, note.kind) for note in done.notes] == [("quotes", "withdrawn")]


def test_a_time_that_was_only_doubted_may_be_set_to_null() -> None:
    event = {**bridge_answer()["events"][0], "when": "Monday"}
    for null in ("null", '"null"', '" None"', '""'):
        done, _, _ = repaired(faulty(events=[event]), f'{{"part_1": {null}}}')
        assert [event.when for event in done.summary.events] == [None]
        assert done.findings == ()
