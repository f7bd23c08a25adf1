from __future__ import annotations

import pytest
from tests.support.claims import story

from nutgraf.grounding.occurrences import Occurrences

STORY = (
    "Russian President Vladimir Putin met Ruth Ekman of the Arden Council in California. "
    "Tomas Brandt and Elsa Varga of the World Health Organization looked on, as did Ada Lovell "
    "and Ben Lovell. NATO sent a note after World War II."
)


@pytest.mark.parametrize(
    ("name", "place"),
    [
        ("Ekman", "Ruth Ekman"),
        ("Mayor Ekman", None),
        ("Arden's Ruth Ekman", "Ruth Ekman"),
        ("Russia", "Russian"),
        ("Californian", "California"),
        ("WHO", "World Health Organization"),
        ("WWII", "World War II"),
        ("sent a note", "sent a note"),
    ],
)
def test_a_name_occurs_in_all_its_variants(name: str, place: str | None) -> None:
    spans = Occurrences(story(STORY)).of_name(name)
    assert [span.of(STORY) for span in spans[:1]] == ([place] if place else [])


@pytest.mark.parametrize("name", ["Tomas Varga", "Karin Ekman", "Tolvaj", "Arden Parliament"])
def test_other_names_do_not_occur(name: str) -> None:
    assert Occurrences(story(STORY)).of_name(name) == ()


def test_a_name_is_mixed_where_no_one_person_has_all_of_it() -> None:
    occurrences = Occurrences(story(STORY))
    assert [name.canonical for name in occurrences.mixed("Tomas Varga")] == [
        "Tomas Brandt",
        "Elsa Varga",
    ]
    assert occurrences.mixed("Vladimir Putin") == ()
    assert occurrences.mixed("Mayor Ekman") == ()


def test_a_surname_of_two_people_names_neither() -> None:
    occurrences = Occurrences(story(STORY))
    assert occurrences.named("Lovell") is None
    varga = occurrences.named("Varga")
    assert varga is not None
    assert varga.canonical == "Elsa Varga"


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("LCD", "The L.C.D. was dark."),
        ("LCD", "They liked the L_C_D_ , he said."),
        ("CO2", "The air is rich in CO 2, she said."),
    ],
)
def test_an_acronym_may_be_printed_letter_by_letter(name: str, text: str) -> None:
    [place] = Occurrences(story(text)).of_name(name)
    assert "".join(filter(str.isalnum, place.of(text))) == name


def test_an_acronym_is_not_read_out_of_other_words() -> None:
    assert Occurrences(story("All cats died. The LCDS met.")).of_name("LCD") == ()


def test_a_misspelt_name_is_told_by_its_letters() -> None:
    occurrences = Occurrences(story(STORY))
    assert occurrences.spelt_like("lovel") == "lovell"
    assert occurrences.spelt_like("tolvaj") is None


def test_a_pronoun_is_no_acronym() -> None:
    occurrences = Occurrences(story("They chose us, and it was dear. A covid test was free."))
    assert occurrences.of_name("US") == occurrences.of_name("IT") == ()
    assert len(occurrences.of_name("COVID")) == 1


def test_a_state_is_named_by_all_its_seats() -> None:
    text = "Aides in Washington said no. The White House agreed, and Washington paid."
    occurrences = Occurrences(story(text))
    seat = occurrences.seat_of("United States")
    assert seat is not None
    assert [span.of(text) for span in seat.mentions] == ["Washington", "White House", "Washington"]
    assert occurrences.seat_of("France") is None
