"""A labelled article makes a case: quotes become places, and every label is kept."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from nutgraf.errors import FixtureError
from nutgraf.evals.fixtures import Fixture, load_fixture
from nutgraf.evals.labelled import case_of
from nutgraf.language.readings import Readings

FIXTURE = load_fixture(
    Path(__file__).parents[2] / "evals" / "fixtures" / "diplomacy-summit-postponed"
)
CASE = case_of(FIXTURE)


def relabelled(**labels: object) -> Fixture:
    return replace(FIXTURE, labels=FIXTURE.labels.model_copy(update=labels))


def test_every_label_is_kept() -> None:
    labels, expected = FIXTURE.labels, CASE.expected
    assert expected.gists == labels.gists
    assert [fact.id for fact in expected.facts or ()] == [fact.id for fact in labels.key_facts]
    assert len(expected.events or ()) == len(labels.events)
    assert len(expected.entities or ()) == len(labels.entities)
    assert len(expected.quotes or ()) == len(labels.quotations)
    assert len(expected.figures or ()) == len(labels.figures)
    assert len(expected.questions or ()) == len(labels.open_questions)
    assert [trap.of for trap in expected.traps or ()] == [trap.of for trap in labels.traps]
    assert expected.dates is None


def test_quotes_become_places_and_sentences() -> None:
    text = CASE.readings.article.text
    [fact, *_] = CASE.expected.facts or ()
    assert fact.must
    assert fact.sentences == set(FIXTURE.sentences(FIXTURE.labels.key_facts[0].evidence))
    assert fact.needs[0] == ("postpone", "put off", "not be held")
    [figure, *_] = CASE.expected.figures or ()
    assert figure.span.of(text) == "340 delegates"


def test_a_speaker_has_the_aliases_of_the_entity() -> None:
    aliases = {quote.speaker: quote.aliases for quote in CASE.expected.quotes or ()}
    assert aliases["Pieter Hoek"] == ("Hoek",)
    assert aliases["Kardanian interior ministry"] == ()
    assert aliases[None] == ()


def test_a_case_can_be_chosen_by_desk_form_and_language() -> None:
    assert CASE.id == "diplomacy-summit-postponed"
    assert CASE.tags == {"desk": "diplomacy", "form": "news", "language": "en"}


def test_the_digest_changes_with_article_and_labels_only() -> None:
    assert case_of(relabelled()).digest == CASE.digest
    assert case_of(relabelled(gists=("Another.",))).digest != CASE.digest
    article = replace(FIXTURE.readings.article, title="Another")
    other = replace(FIXTURE, readings=Readings(article))
    assert case_of(other).digest != CASE.digest


def test_a_quote_that_the_article_lacks_is_refused() -> None:
    fact = FIXTURE.labels.key_facts[0].model_copy(update={"evidence": ("no such words",)})
    with pytest.raises(FixtureError, match="no such words"):
        case_of(relabelled(key_facts=(fact,)))
