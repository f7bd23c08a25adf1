"""Headline and statements are looked at, sentence by sentence."""

from __future__ import annotations

from tests.evals.scorers.scoring import CASE, IDEAL, changed, labelled, scores, values

from nutgraf.evals.case import ExpectedTrap
from nutgraf.evals.scorers.traps import SCORER
from nutgraf.schema.news import Statement

CRACKS = "The Kell Street bridge was closed after engineers had found 40 cracks."


def test_a_trap_is_named_with_who_says_it() -> None:
    gist = Statement(text=f"Arden has a bridge. {CRACKS} It is old.", evidence=())
    found = scores(SCORER, changed(gist=gist))["traps.avoided"]
    assert found.value == 2 / 3
    assert found.notes == (f"gist says the trap (number): {CRACKS}",)
    assert values(SCORER, changed(headline=CRACKS))["traps.avoided"] == 2 / 3


def test_the_articles_own_sentences_say_no_trap() -> None:
    text = CASE.readings.article.text
    points = [
        Statement(text=sentence.span.of(text), evidence=()) for sentence in CASE.readings.sentences
    ]
    assert values(SCORER, changed(key_points=points))["traps.avoided"] == 1


def test_what_the_article_takes_back_is_a_trap_though_it_prints_it() -> None:
    [_, _, _, cost, *_] = CASE.readings.sentences
    printed = cost.span.of(CASE.readings.article.text)
    trap = ExpectedTrap(printed, "outdated", frozenset({6}), None)
    case = labelled(traps=(trap,), facts=(), gists=None, events=None, questions=None)
    told = changed(key_points=[Statement(text=printed, evidence=())])
    assert values(SCORER, told, case)["traps.avoided"] == 0
    shown = ExpectedTrap(printed, "number", frozenset({6}), None)
    case = labelled(traps=(shown,), facts=(), gists=None, events=None, questions=None)
    assert values(SCORER, told, case)["traps.avoided"] == 1
    assert values(SCORER, IDEAL, labelled(traps=()))["traps.avoided"] is None
