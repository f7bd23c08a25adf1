"""Length and copying are measured, not judged."""

from __future__ import annotations

from tests.evals.scorers.scoring import changed, values
from tests.support.ideal import empty_summary

from nutgraf.evals.scorers.wording import SCORER
from nutgraf.schema.news import Statement

COPIED = "The council will meet on Monday to vote on the money"


def copied(*texts: str) -> float | None:
    gist, *points = (Statement(text=text, evidence=()) for text in texts)
    summary = empty_summary().model_copy(update={"gist": gist, "key_points": points})
    return values(SCORER, summary)["copied.share"]


def test_a_copied_sentence_is_copied_whole() -> None:
    assert copied(COPIED) == 1
    assert copied(f"{COPIED.upper()}!") == 1


def test_a_run_of_fewer_words_is_chance() -> None:
    assert copied("The council will meet on Monday to decide") == 0


def test_only_the_words_of_the_run_count() -> None:
    assert copied(f"Next week, I hear: {COPIED}, or so.") == 11 / 17


def test_gist_and_points_count_by_their_words() -> None:
    assert copied(COPIED, "Nobody knows anything of all that at all now, really.") == 11 / 21


def test_without_a_word_there_is_no_share() -> None:
    assert copied("…") is None


def test_lengths_are_in_words() -> None:
    summary = changed(gist=Statement(text="It's 1.5 million, well-known.", evidence=()))
    found = values(SCORER, summary)
    assert found["length.gist"] == 4
    bare = values(SCORER, empty_summary())
    assert (bare["length.gist"], bare["length.summary"]) == (3, 4)
