"""Words and terms, in scripts with and without spaces."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from nutgraf.drafting.extractive.terms import (
    balanced,
    collapse,
    containment,
    count_words,
    plain_words,
    terms_of,
    words_of,
)


def test_collapse_leaves_single_spaces() -> None:
    assert collapse("  a\n b\u00a0c ") == "a b c"


def test_count_words_counts_hyphenated_words_and_contractions_once() -> None:
    assert count_words("The well-kept bridge isn't open.") == 5


def test_count_words_takes_two_characters_of_an_unspaced_script_as_a_word() -> None:
    assert count_words("市长星期五") == 3


def test_words_of_gives_lower_case() -> None:
    assert list(words_of("The Well-kept Bridge")) == ["the", "well-kept", "bridge"]


def test_plain_words_drops_marks_and_editorial_brackets() -> None:
    assert plain_words("“[W]e can\u2019t,” she — said") == ["we", "can't", "she", "—", "said"]


def test_forms_of_a_word_are_one_term() -> None:
    assert terms_of("elections elected A") == frozenset({"electi", "electe"})
    assert terms_of("Bridges bridge-building") >= terms_of("bridge")


def test_unspaced_text_gives_pairs_of_characters() -> None:
    assert terms_of("市长星") == frozenset({"市长", "长星"})


def test_containment_is_the_share_of_the_smaller_set() -> None:
    assert containment(frozenset("ab"), frozenset("bcde")) == 0.5
    assert containment(frozenset(), frozenset("a")) == 0.0


def test_balanced_adds_the_mark_that_a_sentence_from_inside_a_quotation_lacks() -> None:
    assert balanced('"We will stay.') == '"We will stay."'
    assert balanced('We will stay."') == '"We will stay."'
    assert balanced("“We will stay.") == "“We will stay.”"
    assert balanced("We will stay.”") == "“We will stay.”"
    assert balanced('"We will stay," he said.') == '"We will stay," he said.'
    assert balanced('He said "stay') == 'He said "stay"'


@given(st.text())
def test_no_text_makes_them_raise(text: str) -> None:
    assert count_words(text) >= 0
    assert containment(terms_of(text), terms_of(text)) in {0.0, 1.0}
    assert plain_words(balanced(text)) is not None
