"""Entities are found by any of their names, once, and weigh what they matter."""

from __future__ import annotations

from tests.evals.scorers.scoring import CASE, IDEAL, changed, labelled, scores, values
from tests.support.ideal import mention

from nutgraf.evals.case import ExpectedEntity
from nutgraf.evals.scorers.entities import SCORER
from nutgraf.schema.fields import Mention
from nutgraf.schema.news import Entity, EntityKind

BRIDGE, ARDEN, EKMAN = IDEAL.entities


def entity(name: str, kind: EntityKind = "person", *, printed: bool = True) -> Entity:
    where = mention(CASE.readings, name) if printed else Mention(text=name)
    return Entity(name=where, kind=kind, role="", salience="main")


def test_an_alias_with_a_title_is_enough() -> None:
    found = values(SCORER, changed(entities=[BRIDGE, ARDEN, entity("Mayor Ruth Ekman")]))
    assert (found["entities.recall"], found["entities.precision"]) == (1, 1)


def test_one_that_stands_twice_is_right_once() -> None:
    twice = changed(entities=[BRIDGE, ARDEN, EKMAN, entity("Ekman")])
    found = scores(SCORER, twice)
    assert found["entities.precision"].value == 3 / 4
    assert found["entities.precision"].notes == ("not labelled: Ekman",)


def test_a_name_that_the_article_lacks_is_wrong() -> None:
    invented = entity("Ada Lund", printed=False)
    assert values(SCORER, changed(entities=[EKMAN, invented]))["entities.precision"] == 0.5


def test_a_name_that_the_article_prints_once_is_not_judged() -> None:
    [*_, ekman] = CASE.expected.entities or ()
    case = labelled(entities=(ekman,))
    once, thrice = entity("Kell Street", "other"), entity("bridge", "other")
    assert values(SCORER, changed(entities=[EKMAN, once]), case)["entities.precision"] == 1
    assert values(SCORER, changed(entities=[EKMAN, thrice]), case)["entities.precision"] == 0.5


def test_a_wrong_kind_is_said() -> None:
    wrong = changed(entities=[entity("Arden", "organization"), EKMAN])
    kind = scores(SCORER, wrong)["entities.kind"]
    assert (kind.value, kind.notes) == (0.5, ("Arden: organization for place",))


def test_a_kind_that_is_not_labelled_is_not_judged() -> None:
    case = labelled(entities=(ExpectedEntity("Arden", (), None, "main"),))
    assert scores(SCORER, case=case)["entities.kind"].value is None


def test_a_main_entity_weighs_three_of_one_in_passing() -> None:
    main, passing = changed(entities=[BRIDGE]), changed(entities=[EKMAN])
    assert values(SCORER, main)["entities.weighted_recall"] == 3 / 6
    assert values(SCORER, passing)["entities.weighted_recall"] == 1 / 6
    missed = scores(SCORER, passing)["entities.recall"].notes
    assert missed == ("missed: Kell Street bridge (main)", "missed: Arden (supporting)")


def test_recall_counts_the_heaviest_that_have_room() -> None:
    extras = tuple(ExpectedEntity(f"Town {n}", (), "place", "passing") for n in range(20))
    case = labelled(entities=(*(CASE.expected.entities or ()), *extras))
    found = values(SCORER, case=case)
    assert found["entities.recall"] == 3 / 12
    assert found["entities.weighted_recall"] == 6 / (6 + 9)
