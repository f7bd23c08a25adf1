"""True statements: what carries them, and whom they name."""

from __future__ import annotations

from tests.evals.perturbations.stories import ARTICLE, CAST, told

from nutgraf.article import Article, Span
from nutgraf.evals.perturbations.cast import Named, named_in, occurs, read_cast
from nutgraf.evals.perturbations.statement import Story, replaced
from nutgraf.language.readings import Readings


def test_labelled_sentences_carry_a_statement() -> None:
    statement = told("Repairs would cost $2.5 million.", 2, 99)
    assert [sentence.number for sentence in statement.support] == [2]
    assert statement.cited
    assert statement.support_text.startswith("Repairs would cost")
    assert statement.is_supported(statement.support[0].span)
    assert not statement.is_supported(Span(0, 10))


def test_without_labels_the_sentences_that_say_most_of_it_carry_it() -> None:
    statement = told("Repairs of the bridge would cost $2.5 million.")
    assert not statement.cited
    assert statement.support[0].number == 2


def test_dates_of_a_statement_count_from_the_day_of_the_article() -> None:
    [date] = told("The council met yesterday.").readings.dates
    assert date.value == "2026-10-06"


def test_what_stands_between_quotation_marks_is_quoted() -> None:
    statement = told("She said “no, never” twice.")
    assert statement.is_quoted(Span(10, 12))
    assert not statement.is_quoted(Span(0, 3))


def test_a_cast_that_nobody_gave_is_read() -> None:
    article = Readings(Article(text="Ida Berg met Ola Rud in Arden. Berg left.", language="en"))
    assert Named(("Ida Berg", "Berg"), "person") in Story(article).cast
    assert read_cast(article) == Story(article).cast


def test_a_longer_name_wins_over_one_inside_it() -> None:
    places = named_in("Ruth Ekman met Ekman.", CAST)
    assert [(named.forms[0], spans) for named, spans in places] == [
        ("Ruth Ekman", (Span(0, 10), Span(15, 20)))
    ]


def test_a_name_inside_a_name_that_the_cast_lacks_is_left_alone() -> None:
    assert named_in("The Arden Times, New Arden, Arden-based firms, the Bank of Arden.", CAST) == ()
    assert named_in("In Arden it rained.", CAST)[0][0].forms == ("Arden",)


def test_a_name_that_brackets_say_again_is_left_alone() -> None:
    assert named_in("Waterline (WL) sued.", CAST) == ()


def test_a_name_occurs_in_any_of_its_forms_as_a_whole_word() -> None:
    assert occurs(CAST[0], "It was Ekman who came.")
    assert not occurs(CAST[0], "The Ekmans came.")


def test_words_are_put_in_the_place_of_others() -> None:
    assert replaced(ARTICLE.text, Span(0, 3), "That")[:9] == "That Tarn"
