"""Amounts worth knowing, and what they measure."""

from __future__ import annotations

import pytest
from tests.drafting.extractive.stories import FERRY, lines_of

from nutgraf.drafting.extractive.key_figures import choose_figures
from nutgraf.drafting.extractive.ranking import rank
from nutgraf.schema.news import KeyFigure


def _figures(text: str) -> list[KeyFigure]:
    return choose_figures(rank(lines_of(text)), text)


@pytest.mark.parametrize(
    ("sentence", "amount", "of"),
    [
        ("The storm made 345 island families leave, it said.", "345", "island families leave"),
        ("The election had a record turnout of 58%.", "58%", "election had a record turnout"),
        ("The council spent $40 million on a new bridge in May.", "$40 million", "new bridge"),
        ("The ferry lost 12 million euros, and islanders paid.", "12 million euros", "ferry lost"),
        ("Prices have risen, and fares rose by 20% or 30 euros on Monday.", "20%", "fares rose"),
        ("There are 1,300 of them on the whole island.", "1,300", "them on the whole island"),
        (
            "The harbour of Hollen lies 40 kilometres away.",
            "40 kilometres",
            "harbour of Hollen lies",
        ),
    ],
)
def test_a_figure_says_what_it_measures_in_words_of_its_sentence(
    sentence: str, amount: str, of: str
) -> None:
    found = {figure.amount.text: figure.of for figure in _figures(sentence)}
    assert found[amount] == of


def test_a_figure_with_nothing_beside_it_gets_its_sentence() -> None:
    text = "Up to 40%, or so it was said by many there."
    assert [figure.of for figure in _figures(text)] == [text]


def test_a_phrase_does_not_run_through_another_figure() -> None:
    found = {f.amount.text: f.of for f in _figures("Hunger would increase by 49% or by 27% soon.")}
    assert found == {"49%": "Hunger would increase", "27%": "Hunger would increase"}


def test_a_pronoun_alone_is_not_what_a_figure_measures() -> None:
    (figure,) = _figures("Support for the bridge fell in winter, when it was 40%.")
    assert figure.of != "it"


@pytest.mark.parametrize(
    "sentence",
    [
        "Jonas Brandt, 42, was elected as mayor of the island.",
        "A 14-year-old boy from the island found the old anchor.",
        "The anchor was found by children aged 9 to 12 on the beach.",
        "Two leaders of the council met three times this week.",
        "The mayor was elected for the fourth time in a row.",
        "The ferry stops on 14 June 2024 after the last crossing.",
    ],
)
def test_ages_small_counts_ordinals_and_dates_are_left_out(sentence: str) -> None:
    assert _figures(sentence) == []


def test_no_amount_comes_twice_and_there_are_at_most_six() -> None:
    sentences = [f"The harbour has {n} boats and {n} nets." for n in range(100, 900, 100)]
    amounts = [figure.amount.text for figure in _figures(" ".join(sentences))]
    assert amounts == sorted(set(amounts), key=int)
    assert len(amounts) == 6


def test_figures_cite_their_sentences() -> None:
    cited = {f.amount.text: [c.sentence for c in f.evidence] for f in _figures(FERRY)}
    assert cited["4,200"] == [4]
