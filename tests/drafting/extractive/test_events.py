"""Events, each once."""

from __future__ import annotations

from tests.drafting.extractive.stories import FERRY, PUBLISHED, lines_of, readings_of, summary_of

from nutgraf.drafting.extractive.events import collect_events
from nutgraf.drafting.extractive.ranking import rank
from nutgraf.schema.news import Event


def _events(text: str, gist: int | None = None) -> list[Event]:
    lines = lines_of(text)
    ranked = rank(lines)
    line = next((one.line for one in ranked if one.line.number == gist), None)
    return collect_events(readings_of(text, published=PUBLISHED), ranked, line)


def _numbers(event: Event) -> list[int]:
    return [citation.sentence for citation in event.evidence]


def test_the_events_of_a_story_come_in_its_order_with_their_parts() -> None:
    last = summary_of(FERRY).events[-1]
    assert last.what == "Brandt will meet Falk in Ostrand on Monday."
    assert last.when is not None
    assert last.when.text == "Monday"
    assert last.where is not None
    assert last.where.text == "Ostrand"
    assert [one.text for one in last.who] == ["Jonas Brandt", "Ines Falk"]
    assert last.status == "planned"
    assert _numbers(last) == [11]


def test_two_tellings_of_one_day_and_two_people_are_one_event_with_the_place_of_either() -> None:
    (event,) = _events(
        "Jonas Brandt will meet Ines Falk on Monday for talks about the bridge of the island. "
        "The talks between Jonas Brandt and Ines Falk on Monday will be held in Norway, with the "
        "whole council of the island as their guests."
    )
    assert event.what.startswith("Jonas Brandt will meet Ines Falk")
    assert event.where is not None
    assert event.where.text == "Norway"
    assert _numbers(event) == [1, 2]


def test_sentences_of_one_day_are_one_event_only_if_they_share_words() -> None:
    events = _events(
        "Jonas Brandt will open the bridge on Monday. "
        "The port will dismiss forty sailors on Monday. "
        "On Monday forty sailors will be dismissed by the port."
    )
    assert [_numbers(event) for event in events] == [[1], [2, 3]]


def test_an_undated_plan_is_an_event_and_a_finer_place_is_the_better_one() -> None:
    (event,) = _events(
        "Jonas Brandt will meet Ines Falk in Norway to end the quarrel over the bridge.\n\n"
        '"Ines Falk and I will then meet in Oslo, Norway, to see what can be done at all," '
        "Jonas Brandt said."
    )
    assert event.when is None
    assert event.where is not None
    assert event.where.text == "Oslo"
    assert event.what.startswith("Jonas Brandt will meet")


def test_undated_plans_of_the_same_people_are_one_event_by_place_or_by_words() -> None:
    place = _events(
        "Jonas Brandt will meet Ines Falk in Norway. Ines Falk will talk to Jonas Brandt in Norway."
    )
    words = _events(
        "Jonas Brandt will sell the island ferry to Ines Falk. "
        "At last Jonas Brandt will sell the old ferry to Ines Falk."
    )
    assert [_numbers(event) for event in (*place, *words)] == [[1, 2], [1, 2]]


def test_undated_plans_of_other_people_or_places_stay_apart() -> None:
    events = _events(
        "Jonas Brandt will meet Ines Falk in Norway. Jonas Brandt will sell his oldest ship "
        "to Ines Falk at an auction in Sweden. Ines Falk will resign at some point."
    )
    assert [_numbers(event) for event in events] == [[1], [2], [3]]


def test_the_gist_is_an_event_without_a_time() -> None:
    text = "A fire destroyed the old mill of the island and killed forty cows."
    assert [_numbers(event) for event in _events(text, gist=1)] == [[1]]
    assert _events(text) == []


def test_a_possibility_or_denial_without_a_time_must_be_one_in_so_many_words() -> None:
    assert [e.status for e in _events("Ines Falk may sell the ferry to a private company.")] == [
        "possible"
    ]
    assert [e.status for e in _events("Ines Falk denied that the ferry had been sold.")] == [
        "denied"
    ]
    assert _events("Ines Falk did not like the ferry of the island.") == []


def test_what_somebody_said_without_a_time_is_no_event() -> None:
    assert (
        _events('"I believe the ferry has been a great success," Ines Falk said on Monday.') == []
    )


def test_questions_and_background_of_a_year_without_anybody_are_no_events() -> None:
    assert _events("Will Ines Falk sell the ferry on Monday?") == []
    assert _events("The ferry has served the whole island since 1921.") == []


def test_there_are_at_most_eight() -> None:
    things = [
        "bridge",
        "school",
        "museum",
        "library",
        "market",
        "theatre",
        "hospital",
        "airport",
        "tunnel",
        "factory",
    ]
    text = " ".join(
        f"On {day} May the {thing} near the {thing}yard closed."
        for day, thing in enumerate(things, 2)
    )
    assert len(_events(text)) == 8


def test_of_too_many_events_a_possible_one_that_is_ahead_is_kept_as_a_plan_is() -> None:
    past = (
        "Jonas Brandt bought the harbour on 2 March. Ines Falk closed her mill on 3 March. "
        "Two ferries collided near the pier on 4 March. Sailors stopped work on 5 March. "
        "The old bridge was painted on 6 March. A judge fined the owners on 7 March. "
        "Divers found a bell in the bay on 8 March. The council raised fares on 9 March. "
    )
    assert len(_events(past)) == 8
    ahead = ("Teachers may march on 20 May.", "Teachers will march on 20 May.")
    assert all(last in [one.what for one in _events(past + last)] for last in ahead)
    gone = "Teachers may have marched on 20 February."
    assert gone not in [one.what for one in _events(past + gone)]
