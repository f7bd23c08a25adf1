"""Names are matched by what readers take for the same, the likelier the higher."""

from __future__ import annotations

import pytest

from nutgraf.evals.matching.names import name_likeness, speaker_likeness


@pytest.mark.parametrize(
    ("given", "likeness"),
    [
        ("Elsa Varga", 1),
        ("elsa varga\u2019s", 1),
        ("the mayor", 0.9),
        ("Mayor Elsa Varga", 0.7),
        ("Elsa Varga, the mayor of Arden", 0.7),
        ("Mrs Varga", 0),
        ("Varga", 0.5),
        ("Elsa", 0.5),
        ("Tomas Varga", 0),
        ("Varga Elsa", 0),
        ("", 0),
    ],
)
def test_a_person_by_the_forms_of_the_name(given: str, likeness: float) -> None:
    assert name_likeness(given, "Elsa Varga", ("the mayor",)) == likeness


def test_a_surname_that_is_an_alias_may_have_a_title() -> None:
    assert name_likeness("Varga", "Elsa Varga", ("Varga",)) == 0.9
    assert name_likeness("Mrs Varga", "Elsa Varga", ("Varga",)) == 0.6


def test_what_every_reader_knows_it_by() -> None:
    assert name_likeness("Russian", "Russia") == 0.8
    assert name_likeness("World Health Organization", "WHO") == 0.8
    assert name_likeness("NSC", "Northern Straits Commission") == 0.8


def test_a_part_too_short_to_name_anybody_is_none() -> None:
    assert name_likeness("Al", "Al Reed") == 0


@pytest.mark.parametrize(
    ("given", "alike"),
    [
        ("a spokesman for the port", True),
        ("port spokesman", True),
        ("the spokesman", True),
        ("a baker", False),
        ("Ruth Ekman", False),
        ("the", False),
    ],
)
def test_a_speaker_who_is_described(given: str, alike: bool) -> None:
    assert (speaker_likeness(given, "a spokesman for the port of Arden") > 0) is alike


def test_a_speaker_with_a_name_is_matched_by_the_name_alone() -> None:
    assert speaker_likeness("Ekman", "Ruth Ekman") == 0.5
    assert speaker_likeness("a woman named Ruth", "Ruth Ekman") == 0
