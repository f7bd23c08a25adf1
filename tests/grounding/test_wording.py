"""How a quotation differs from the article's words."""

import pytest

from nutgraf.grounding.wording import difference, negates


@pytest.mark.parametrize(
    ("quotation", "article"),
    [
        ("We’ll go – now!", "we'll go now"),  # noqa: RUF001 - typographic marks
        ("1,900 people", "1,900 people."),
        ("", "…"),
    ],
)
def test_case_and_punctuation_are_no_difference(quotation: str, article: str) -> None:
    assert difference(quotation, article) is None


@pytest.mark.parametrize(
    ("quotation", "article"),
    [
        ("we organize this ferry", "we organise the ferry"),
        ("it was the inspections", "it was the inspection"),
        ("I was really there", "I was there"),
        ("closed at the quay", "closed on the quay"),
        ("the programm began", "the program began"),
    ],
)
def test_slips_of_the_pen_change_no_meaning(quotation: str, article: str) -> None:
    changed = difference(quotation, article)
    assert changed is not None
    assert not changed.changes_meaning


@pytest.mark.parametrize(
    ("quotation", "article"),
    [
        ("costs 4.2 million", "costs 4.3 million"),
        ("costs 40%", "costs 40"),
        ("we will go", "we will not go"),
        ("we didn’t go", "we did go"),  # noqa: RUF001 - a typographic mark
        ("we might go", "we will go"),
        ("he left", "she left"),
        ("Hale left", "Varga left"),
        ("it was legal", "it was illegal"),
        ("it was fortunate", "it was unfortunate"),
        ("a good ship", "a bad ship"),
        ("a ship", "a rotten ship"),
        ("the bank robber", "the tank robber"),
        ("the captains of industry", "the curtains of industry"),
    ],
)
def test_numbers_names_negations_and_content_words_change_it(quotation: str, article: str) -> None:
    changed = difference(quotation, article)
    assert changed is not None
    assert changed.changes_meaning


def test_a_difference_has_the_words_of_both_sides() -> None:
    changed = difference("We will never close the Marigold", "We will close the old Marigold")
    assert changed is not None
    assert (changed.said, changed.printed) == (("never",), ("old",))


def test_a_giant_is_not_aligned() -> None:
    changed = difference("word " * 500, "word " * 499)
    assert changed is not None
    assert changed.changes_meaning
    assert len(changed.said) == 500


def test_a_negation_is_a_word_or_the_end_of_one() -> None:
    assert negates(["isn't"])
    assert negates(["Never"])
    assert not negates(["knot"])
