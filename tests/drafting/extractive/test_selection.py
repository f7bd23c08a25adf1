"""The gist and the key points."""

from __future__ import annotations

from tests.drafting.extractive.stories import FERRY, lines_of

from nutgraf.drafting.extractive.ranking import rank
from nutgraf.drafting.extractive.selection import choose, places_of

SUBJECTS = [
    "ferry",
    "bridge",
    "harbour",
    "council",
    "school",
    "museum",
    "library",
    "station",
    "market",
    "theatre",
    "hospital",
    "airport",
    "tunnel",
    "factory",
    "stadium",
    "garden",
    "church",
    "prison",
    "castle",
    "windmill",
]
VERBS = [
    "closed",
    "opened",
    "burned",
    "flooded",
    "moved",
    "grew",
    "shrank",
    "changed",
    "suffered",
    "recovered",
]


def _story(sentences: int) -> str:
    return " ".join(
        f"Yesterday the {SUBJECTS[i % 20]} near {SUBJECTS[(i + 7) % 20]} street {VERBS[i % 10]} "
        f"during week{i}number and crew{i} left."
        for i in range(sentences)
    )


def test_nothing_is_chosen_of_nothing() -> None:
    assert choose(()).gist is None


def test_the_gist_is_not_among_the_points() -> None:
    choice = choose(rank(lines_of(FERRY)))
    assert choice.gist is not None
    assert choice.gist not in choice.points


def test_the_number_of_points_grows_with_the_article_from_three_to_seven() -> None:
    counts = [len(choose(rank(lines_of(_story(n)))).points) for n in (1, 3, 10, 25, 60)]
    assert counts == [0, 2, 3, 5, 7]


def test_a_point_says_what_no_other_has_said() -> None:
    long = "The council of Hollen closed the old harbour for good after the great storm in May."
    short = "The council of Hollen closed the old harbour for good."
    other = "The ferry company dismissed forty sailors and sold its two newest ships."
    choice = choose(rank(lines_of(f"{long} {short} {other}")))
    assert choice.gist is not None
    texts = {choice.gist.line.text, *(one.line.text for one in choice.points)}
    assert len(texts) == 2
    assert other in texts


def test_places_of_finds_almost_the_same_words_elsewhere() -> None:
    lines = lines_of(
        "The council of Hollen closed the old harbour for good.\n\n"
        "In the end, the council of Hollen closed the old harbour for good.\n\n"
        "The council met.\n\n"
        "The council of Hollen closed the old harbour for good, and then it turned to the bridge, "
        "the school, the museum, the library and the budget of the following year."
    )
    assert places_of(lines[0], lines) == (1, 2)
