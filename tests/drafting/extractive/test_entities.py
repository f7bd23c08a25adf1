"""Whom and what the story is about."""

from __future__ import annotations

from tests.drafting.extractive.stories import FERRY, lines_of, readings_of, summary_of

from nutgraf.drafting.extractive.entities import Cast
from nutgraf.schema.news import Entity


def _entities(text: str, headline: str = "") -> list[Entity]:
    return Cast(readings_of(text), lines_of(text)).entities(headline, None, [])


def test_salience_follows_headline_gist_points_and_mentions() -> None:
    salience = {entity.name.text: entity.salience for entity in summary_of(FERRY).entities}
    assert salience["Ines Falk"] == "main"
    assert salience["Hollen"] == "main"
    assert salience["Jonas Brandt"] == "supporting"


def test_names_in_furniture_only_are_left_out() -> None:
    assert "Mara Quist" not in {entity.name.text for entity in summary_of(FERRY).entities}


def test_a_name_of_the_headline_comes_first_by_any_of_its_forms() -> None:
    text = "Jonas Brandt met Ines Falk in the harbour. Later Brandt met Falk again at night."
    assert _entities(text, "Falk leaves")[0].name.text == "Ines Falk"
    assert _entities(text, "Falken leaves")[0].name.text == "Jonas Brandt"


def test_of_equals_the_first_named_comes_first_and_passing_ones_are_said_to_be() -> None:
    entities = _entities("Jonas Brandt met Ines Falk in the harbour of the island.")
    assert [(e.name.text, e.salience) for e in entities] == [
        ("Jonas Brandt", "passing"),
        ("Ines Falk", "passing"),
    ]


def test_there_are_at_most_twelve() -> None:
    first = [
        "Anna",
        "Bert",
        "Carl",
        "Dora",
        "Emil",
        "Frida",
        "Georg",
        "Hanna",
        "Ivar",
        "Jonas",
        "Karl",
        "Lena",
        "Mats",
        "Nora",
    ]
    last = [
        "Lund",
        "Berg",
        "Holm",
        "Dahl",
        "Strand",
        "Vik",
        "Moe",
        "Hagen",
        "Lie",
        "Bakke",
        "Solberg",
        "Ruud",
        "Foss",
        "Tangen",
    ]
    text = " ".join(
        f"Yesterday {f} {n} said he was glad." for f, n in zip(first, last, strict=True)
    )
    assert len(_entities(text)) == 12
