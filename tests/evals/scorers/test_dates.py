"""Times are judged where they stand at a labelled date."""

from __future__ import annotations

from dataclasses import replace

from tests.evals.scorers.scoring import CASE, IDEAL, changed, scores, values
from tests.support.bridge_case import at

from nutgraf.article import Article, Span
from nutgraf.evals.case import ExpectedDate
from nutgraf.evals.scorers.dates import SCORER
from nutgraf.language.readings import Readings
from nutgraf.schema.fields import Passage, When
from nutgraf.schema.news import Event


def event(words: str, value: str | None, *, placed: bool = True) -> Event:
    passage = Passage.at(at(words), CASE.readings.article.text) if placed else None
    when = When(text=words, value=value, passage=passage)
    return IDEAL.events[0].model_copy(update={"when": when})


def test_the_label_at_the_same_place_decides() -> None:
    told = changed(events=[event("on Thursday", "2026-03-12"), event("Monday", "2026-03-17")])
    found = scores(SCORER, told)
    assert (found["dates.value"].value, found["dates.value"].n) == (0.5, 2)
    assert found["dates.value"].notes == ("Monday: 2026-03-17 for 2026-03-16",)


def test_a_date_that_is_not_resolved_is_said() -> None:
    found = scores(SCORER, changed(events=[event("Monday", None)]))
    assert found["dates.resolved"].value == 0
    assert found["dates.resolved"].notes == ("Monday: 2026-03-16",)
    assert found["dates.value"].value is None


def test_times_at_other_places_or_none_are_not_judged() -> None:
    elsewhere = [event("open again", "2026"), event("Monday", "2026", placed=False)]
    undated = IDEAL.events[0].model_copy(update={"when": None})
    assert set(values(SCORER, changed(events=[*elsewhere, undated])).values()) == {None}


def test_where_a_time_runs_over_two_labels_the_longer_part_decides() -> None:
    stretch = event("Thursday after engineers found 14 cracks", "2026-03-12")
    assert values(SCORER, changed(events=[stretch]))["dates.value"] == 1


def test_where_two_labels_are_the_ends_of_one_time_it_is_theirs_together() -> None:
    text = "The fair of 2026 ran from May 3 to June 4 in Arden."
    first, last = (Span(text.index(one), text.index(one) + 6) for one in ("May 3", "June 4"))
    labels = (ExpectedDate(first, "2026-05-03"), ExpectedDate(last, "2026-06-04"))
    case = replace(
        CASE,
        readings=Readings(Article(text=text)),
        expected=replace(CASE.expected, dates=labels),
    )
    passage = Passage.at(Span(first.start, last.end), text)
    when = When(text="May 3 to June 4", value="2026-05-03/2026-06-04", passage=passage)
    told = changed(events=[IDEAL.events[0].model_copy(update={"when": when})])
    assert values(SCORER, told, case)["dates.value"] == 1
