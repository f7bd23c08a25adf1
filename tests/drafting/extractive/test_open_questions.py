"""What the article leaves open."""

from __future__ import annotations

from tests.drafting.extractive.stories import FERRY, lines_of

from nutgraf.drafting.extractive.open_questions import collect_open_questions

OPEN = "Who will pay for the new bridge of Hollen has not been decided."


def test_a_sentence_that_leaves_something_open_is_collected_with_its_number() -> None:
    (found,) = collect_open_questions(lines_of(FERRY))
    assert found.text == "Who will pay for the bus has not been decided."
    assert [citation.sentence for citation in found.evidence] == [12]


def test_what_is_said_twice_is_collected_once_and_cites_both() -> None:
    text = f"{OPEN}\n\nThe ferry stops in June.\n\n{OPEN}"
    (found,) = collect_open_questions(lines_of(text))
    assert [citation.sentence for citation in found.evidence] == [1, 3]


def test_a_question_that_somebody_asks_is_not_open() -> None:
    text = '"Who will ever pay for the new bridge of Hollen?" Jonas Brandt asked.'
    assert collect_open_questions(lines_of(text)) == []


def test_at_most_four_are_collected() -> None:
    things = ["bridge", "school", "museum", "library", "market", "theatre"]
    text = " ".join(
        f"Who will run the {t} after {i + 1} June is not known." for i, t in enumerate(things)
    )
    assert len(collect_open_questions(lines_of(text))) == 4
