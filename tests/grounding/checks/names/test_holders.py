from __future__ import annotations

from tests.support.claims import story

from nutgraf.article import Span
from nutgraf.grounding.checks.names.holders import Holders
from nutgraf.grounding.checks.names.standings import Relation, Standing

ARTICLE = (
    "The conductor Ada Lind left.\n\nIvo Reed, 42, stayed.\n\nA conductor was missed.\n\n"
    "Ivo Reed, a conductor, came back with Ada Lind.\n"
)
CONDUCTOR = Standing(Relation.TITLE, "conductor", "", Span(0, 1))


def holders() -> Holders:
    readings = story(ARTICLE)
    found = {
        sentence.number: [
            name
            for name in readings.names
            if any(sentence.span.overlaps(place) for place in name.mentions)
        ]
        for sentence in readings.sentences
    }
    return Holders(readings, found)


def test_who_is_called_by_a_noun_is_found_wherever_it_stands() -> None:
    found = [(one.name.canonical, one.sentence) for one in holders().like(CONDUCTOR)]
    assert found == [("Ada Lind", 1), ("Ivo Reed", 4)]


def test_an_age_is_no_title() -> None:
    article = holders()
    [holder] = article.in_sentence(2)
    assert holder.standing.relation is Relation.AGE
    assert article.is_called(holder.name, "42", Relation.AGE)
    assert not article.is_called(holder.name, "42", Relation.TITLE)


def test_a_noun_that_is_nobodys_title_may_mean_anybody() -> None:
    assert holders().may_be_meant("conductor", {2, 3})
    assert not holders().may_be_meant("conductor", {1, 2})
