"""Rules are left uncompiled where words that they need do not stand; none is missed."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from nutgraf.language.dates.frames import FRAMES
from nutgraf.language.dates.grammar import Form
from nutgraf.language.dates.rules import RULES
from nutgraf.language.dates.word_places import WordPlaces

FORMS = [*RULES, *FRAMES]
WORDS = """
    the a few two twenty-first 14 3rd 2019 12 10-year 1,000 to and of in on from at last
    next this coming following previous that same first second past current Monday Sat.
    May May, Oct. March December morning today tomorrow weekend day days weeks week month
    months century centuries fortnight night quarter year Christmas Easter New Year's Day
    Thanksgiving All Saints' World War II BC AD Q3 before after ago later now time end
    since early mid hours beginning summer - \u2013 decade fiscal writing nineties '90s 1990s
    half very
""".split()  # noqa: SIM905 - a table of words is read as lines of words


@pytest.mark.parametrize("form", FORMS, ids=lambda form: form.template)
@settings(
    max_examples=10, suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much]
)
@given(data=st.data())
def test_a_match_opens_with_a_head_and_holds_a_word_of_each_set(
    form: Form, data: st.DataObject
) -> None:
    text = data.draw(st.from_regex(form.pattern, alphabet=st.characters(codec="ascii")))
    found = form.pattern.search(text)
    assert found
    places = WordPlaces(found[0])
    assert places.head(0) in form.heads
    assert form.may_match(frozenset(places.words))


@given(st.lists(st.sampled_from(WORDS), min_size=1, max_size=12))
def test_no_rule_that_matches_is_passed_over(words: list[str]) -> None:
    text = " ".join(words)
    places = WordPlaces(text)
    for index, start in enumerate(places.starts):
        missed = [one for one in FORMS if not one.may_match(places.ahead(index))]
        assert not [one.template for one in missed if one.pattern.match(text, start)]


def test_a_rule_may_match_where_one_word_of_each_set_stands() -> None:
    form = Form(
        frozenset({"two"}),
        "two weeks ago",
        holds=(frozenset({"week", "weeks"}), frozenset({"ago"})),
    )
    assert form.may_match(frozenset({"two", "weeks", "ago"}))
    assert not form.may_match(frozenset({"two", "weeks", "later"}))
    assert Form(frozenset(), "two").may_match(frozenset())
