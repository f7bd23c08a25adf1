from __future__ import annotations

from tests.support.claims import story

from nutgraf.article import Span
from nutgraf.grounding.checks.figures.counted import CountedFigures
from nutgraf.grounding.checks.stems import stem


def test_a_bare_number_counts_what_the_one_before_it_in_the_sentence_counts() -> None:
    text = "12 people were hurt and 30 arrested. Then 7 fled."
    hurt, arrested, fled = CountedFigures(story(text)).all
    assert (hurt.noun, arrested.noun, fled.noun) == (stem("people"), stem("people"), None)
    assert (hurt.is_explicit, arrested.is_explicit) == (True, False)
    assert stem("hurt") in hurt.words
    assert stem("arrested") in arrested.words - hurt.words


def test_from_and_to_are_told_apart() -> None:
    figures = CountedFigures(story("It fell from about 52 points to 38 points.")).all
    assert [figure.role for figure in figures] == ["from", "to"]


def test_the_figures_of_a_stretch_are_those_that_begin_in_it() -> None:
    text = "It cost $5. It weighs 3 kg."
    figures = CountedFigures(story(text))
    assert [one.figure.value for one in figures.within(Span(0, 11))] == [5]
    assert [one.figure.value for one in figures.within(Span(11, len(text)))] == [3]


def test_the_forms_of_a_word_have_one_stem() -> None:
    for forms in (
        "kill killed killing dead died deaths fatalities",
        "carry carries carried carrying",
        "rise rose risen increased",
        "stop stopped stopping stops",
        "child children",
    ):
        assert len({stem(form) for form in forms.split()}) == 1, forms
    assert stem("bridge") != stem("bride")
