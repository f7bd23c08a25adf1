from __future__ import annotations

import math

from tests.support.claims import story

from nutgraf.article import Span
from nutgraf.grounding.checks.names.carriers import Carriers
from nutgraf.grounding.relevance import Relevance

HARBOUR = story(
    "The council met on Monday.\n\nIt bought a yellow crane from a shipyard in Corve.\n\n"
    "Gulls cried.\n\nThe mayor, Ada Brandt, opened a kindergarten with a brass band.\n"
)


def carriers(statement: str, name: str) -> Carriers:
    start = statement.index(name)
    return Carriers(statement, Span(start, start + len(name)), Relevance(HARBOUR))


def test_the_sentences_that_carry_a_statement_are_found_without_its_name() -> None:
    found = carriers("Ada Brandt bought a yellow crane from a shipyard.", "Ada Brandt")
    assert set(found.whole) == {2}
    assert found.beside[0] == 2
    assert found.are_known


def test_how_far_a_name_stands_from_them_is_counted_in_sentences() -> None:
    found = carriers("Ada Brandt bought a yellow crane from a shipyard.", "Ada Brandt")
    assert found.distance({4}) == 2
    assert found.distance({1, 2, 4}) == 0
    assert found.distance(()) == math.inf


def test_words_that_no_sentence_has_are_known_of_nobody() -> None:
    found = carriers("Ada Brandt likes unusual puddings and detests opera.", "Ada Brandt")
    assert not found.are_known
    assert found.distance({4}) == math.inf
