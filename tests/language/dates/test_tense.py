"""The time that the clause around a date expression speaks of."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nutgraf.article import Span
from nutgraf.language.dates.tense import is_one_sentence, sentence_around, speaks_of_future


def _tense(text: str) -> bool | None:
    start = text.index("Friday")
    return speaks_of_future(text, Span(start, start + len("Friday")))


@pytest.mark.parametrize(
    "text",
    [
        "The mayor said Friday that he will step down.",
        "The bridge was closed on Friday.",
        "On Friday, the two ships left port and will return in May.",
        "She had told visitors on Friday that she planned to stay.",
        "It opened in March, and on Friday a crowd gathered there.",
        "They managed to free the horse on Friday.",
        "Mohamed Reed spoke on Friday.",
        "She asked the new manager for keys and drove home on Friday.",
        "The firm expected sales to double, and sold its mill on Friday.",
        "The teachers asked three of the boys to the stage on Friday.",
        "They did not expect the fall of the wall on Friday.",
        "The bridge was closed until Friday.",
        "The town is proud of the bridge that was closed until Friday.",
    ],
)
def test_the_past(text: str) -> None:
    assert _tense(text) is False


@pytest.mark.parametrize(
    "text",
    [
        "The council will meet on Friday.",
        "He said they\u2019ll talk on Friday.",
        "The envoy is set to host the delegation for supper Friday.",
        "The call comes ahead of the minister's visit on Friday.",
        "The new terms will be presented on Friday.",
        "On Friday, she and her brother are to travel north.",
        "The verdict is expected on Friday.",
        "The two sides agreed to meet again on Friday.",
        "Voting begins on Friday.",
        "Talks open on Friday.",
        "The team is flying home on Friday.",
        "The harbour master expects a second, larger ferry to arrive on Friday.",
        "The court ordered the mill's two former owners to appear on Friday.",
        "The union wants all drivers of the line to stay at home on Friday.",
        "Skippers expect more fog on Friday.",
        "They were told to expect delays on Friday.",
        "Hail is forecast for Friday.",
        "The bridge is closed until Friday.",
        "The club has until noon on Friday to protest.",
        "The road remains under water until Friday.",
    ],
)
def test_the_future(text: str) -> None:
    assert _tense(text) is True


@pytest.mark.parametrize("text", ["Friday", "A quiet Friday in town.", "The proposed law, Friday."])
def test_no_cue_no_tense(text: str) -> None:
    assert _tense(text) is None


def test_cues_of_other_sentences_do_not_count() -> None:
    assert _tense("They won. A picnic, Friday. We will see.") is None


def test_abbreviations_do_not_end_a_sentence() -> None:
    text = "He told Mr. Hill on Friday at 5 p.m. to go. Later"
    before, after = sentence_around(text, Span(20, 26))
    assert before.startswith("He told")
    assert after.endswith("to go")


def test_a_last_cue_stands_in_where_the_clause_has_none() -> None:
    assert _tense("He was tired, and on Friday, again.") is False


def test_sentences_end_between_offsets() -> None:
    text = "One ends here. Another follows."
    assert is_one_sentence(text, 0, 5)
    assert not is_one_sentence(text, 0, 20)


@given(st.text(max_size=80), st.integers(0, 80), st.integers(0, 80))
def test_any_text_has_some_tense_or_none(text: str, one: int, two: int) -> None:
    start, end = sorted((min(one, len(text)), min(two, len(text))))
    assert speaks_of_future(text, Span(start, end)) in {True, False, None}
