"""Events are matched first; then their dates and status are judged."""

from __future__ import annotations

from tests.evals.scorers.scoring import CASE, IDEAL, changed, scores, values
from tests.support.ideal import cite

from nutgraf.evals.scorers.events import SCORER
from nutgraf.schema.fields import When
from nutgraf.schema.news import Event

CLOSED, VOTE, OPEN = IDEAL.events


def with_first(event: Event) -> dict[str, list[Event]]:
    return {"events": [event, VOTE, OPEN]}


def test_another_date_is_wrong_and_a_coarser_one_half_right() -> None:
    wrong = CLOSED.model_copy(update={"when": When(text="Friday", value="2026-03-13")})
    found = scores(SCORER, changed(**with_first(wrong)))
    assert found["events.date"].value == 2 / 3
    assert found["events.date"].notes == ("The bridge was closed.: 2026-03-13 for 2026-03-12",)
    coarse = CLOSED.model_copy(update={"when": When(text="March", value="2026-03")})
    assert values(SCORER, changed(**with_first(coarse)))["events.date"] == 2.5 / 3


def test_no_date_is_right_only_where_the_article_gives_none() -> None:
    undated = CLOSED.model_copy(update={"when": None})
    found = scores(SCORER, changed(**with_first(undated)))["events.date"]
    assert (found.value, found.notes) == (
        2 / 3,
        ("The bridge was closed.: no date for 2026-03-12",),
    )
    dated = OPEN.model_copy(update={"when": When(text="soon", value="2026-04")})
    found = scores(SCORER, changed(events=[CLOSED, VOTE, dated]))["events.date"]
    assert found.notes == ("The bridge opens again.: 2026-04 for none",)


def test_another_status_is_said() -> None:
    held = VOTE.model_copy(update={"status": "happened"})
    found = scores(SCORER, changed(events=[CLOSED, held, OPEN]))["events.status"]
    assert found.value == 2 / 3
    assert found.notes == ("The council meets to vote on the money.: happened for planned",)


def test_an_event_in_other_words_is_matched_by_its_sentence() -> None:
    other = Event(
        what="Arden shut the Kell Street bridge after 14 cracks had been found.",
        when=None,
        where=None,
        who=[],
        status="happened",
        evidence=cite(CASE.readings, 1),
    )
    assert values(SCORER, changed(**with_first(other)))["events.f1"] == 1


def test_something_else_is_not_an_event() -> None:
    other = Event(
        what="Ruth Ekman spoke to reporters.",
        when=None,
        where=None,
        who=[],
        status="happened",
        evidence=cite(CASE.readings, 2),
    )
    found = scores(SCORER, changed(events=[other]))
    assert found["events.precision"].notes == ("not labelled: Ruth Ekman spoke to reporters.",)
    assert found["events.date"].value is None
    assert found["events.status"].value is None
