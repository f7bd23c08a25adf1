"""What a time is the time of: a verb, a noun beside it, or the noun that it names."""

import pytest

from nutgraf.article import Article
from nutgraf.grounding.checks.stems import stem
from nutgraf.grounding.checks.times.events import events_of, named_by
from nutgraf.language.readings import Readings


def _readings(text: str) -> Readings:
    return Readings(Article(text=text, language="en"))


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The pair married on October 10, 2011, in York.", {"married"}),
        ("In 2000, he was hired as a porter.", {"hired"}),
        ("By 2000 he had met her and moved.", {"met", "moved"}),
        ("She left little at her early death in 2016.", {"death", "left"}),
        ("The mill was closed in 2016.", {"closed"}),
        ("It was in 2016.", {"was"}),
        ("The strike of May 2019", {"strike"}),
        ("The 2016 council election", {"council", "election"}),
        ("The 2016", set()),
    ],
)
def test_a_time_is_of_the_verb_before_it_and_the_noun_beside_it(text: str, words: set[str]) -> None:
    readings = _readings(text)
    [date] = readings.dates
    assert events_of(readings, date.span) == {stem(word) for word in words}


def test_only_a_year_names_what_follows_it() -> None:
    text = "The 2014 protests and the May protests"
    year, month = _readings(text).dates
    assert named_by(text, year.span) == {stem("protests")}
    assert named_by(text, month.span) == frozenset()
