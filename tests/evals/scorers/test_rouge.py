"""ROUGE of the gist, by the nearest reference."""

from __future__ import annotations

import sys

import pytest
from tests.evals.scorers.scoring import changed, labelled, values

from nutgraf.errors import ConfigError
from nutgraf.evals.scorers import rouge
from nutgraf.schema.news import Statement

SCORER = rouge.SCORER


def gist(text: str) -> dict[str, Statement]:
    return {"gist": Statement(text=text, evidence=())}


def test_the_nearest_reference_counts() -> None:
    case = labelled(gists=("The cat sat on the mat.", "Dogs bark."))
    assert set(values(SCORER, changed(**gist("dogs bark")), case).values()) == {1}


def test_words_pairs_and_order_are_counted() -> None:
    case = labelled(gists=("the cat sat",))
    assert values(SCORER, changed(**gist("sat the cat")), case) == {
        "rouge.1": 1,
        "rouge.2": 0.5,
        "rouge.l": pytest.approx(2 / 3),
    }


def test_endings_are_cut_off_in_english() -> None:
    case = labelled(gists=("the bridges closed",))
    assert values(SCORER, changed(**gist("the bridge closes")), case)["rouge.1"] == 1


def test_it_does_not_see_a_negation() -> None:
    case = labelled(gists=("The mayor of Arden will close the old bridge on Monday.",))
    told = changed(**gist("The mayor of Arden will not close the old bridge on Monday."))
    assert (values(SCORER, told, case)["rouge.1"] or 0) > 0.95


def test_without_references_it_does_not_apply() -> None:
    assert set(values(SCORER, case=labelled(gists=())).values()) == {None}


def test_without_the_package_it_is_said_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "rouge_score_rs", None)
    rouge._scorer.cache_clear()
    with pytest.raises(ConfigError, match=r"pip install 'nutgraf\[evals\]'"):
        values(SCORER)
