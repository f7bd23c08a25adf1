"""Words are compared without endings, case and function words."""

from __future__ import annotations

from nutgraf.evals.matching.words import content_words, coverage, likeness


def test_forms_and_numerals_of_one_word_are_one() -> None:
    one = content_words("The bridge was closed for $1.5 million.", "en")
    other = content_words("Bridges close: 1,500,000 dollars", "en")
    assert one & other == {"bridge", "1500000"}


def test_function_words_are_those_of_the_language() -> None:
    assert content_words("die Brücke", "de") == {"brücke"}
    assert content_words("die", "en") == {"die"}


def test_likeness_and_coverage_of_nothing_are_nothing() -> None:
    nothing: frozenset[str] = frozenset()
    assert likeness(nothing, nothing) == 0
    assert coverage(nothing, frozenset({"a"})) == 0


def test_likeness_counts_both_sides_and_coverage_one() -> None:
    short, long = frozenset({"a"}), frozenset({"a", "b", "c"})
    assert likeness(short, long) == 0.5
    assert (coverage(short, long), coverage(long, short)) == (1, 1 / 3)
