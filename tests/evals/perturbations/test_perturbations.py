"""What holds for every kind of defect, whatever the text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.evals.perturbations.stories import STORY, told

from nutgraf.evals.perturbations import DEFECTS, Defect, perturb

# Words and marks on which the rules work, in any order.
PIECES = (
    "The Tarn Bridge", "Ruth Ekman", "Ekman", "Lodestar", "Waterline", "Arden", "the council",
    "said", "says that", "told", "will", "will not", "did not", "was", "has", "had", "closed",
    "meet", "met", "may", "is to", "plans to", "sued", "accused", "never", "cannot", "be", "have",
    "14", "$2.5 million", "six weeks", "8 per cent", "from 3 to 4", "on Monday", "in 2019",
    "on 12 October 2026", "next week", "yesterday", "“", "”", '"', "(", ")", ",", ".", ";",
    "According to", "who", "that", "which", "After", "and", "of", "by", "the", "\u2019s", "good",
    "not",
)  # fmt: skip
TEXTS = st.one_of(
    st.text(max_size=80),
    st.lists(st.sampled_from(PIECES), max_size=14).map(" ".join),
).filter(str.strip)
TRUE = (
    told("Repairs would cost $2.5 million over six weeks, Ruth Ekman said.", 2),
    told("“We will not gamble with the safety of good people,” Ruth Ekman said.", 4),
    told("Lodestar sued Waterline.", 10),
    told("The Tarn Bridge in Arden was closed on Monday.", 1),
    told("Lodestar did not offer a discount.", 5),
)


@given(text=TEXTS, seed=st.integers(0, 3))
def test_no_text_is_too_odd_and_what_is_made_is_another_text(text: str, seed: int) -> None:
    statement = STORY.statement(text)
    for defect in DEFECTS:
        assert perturb(statement, defect, seed) != text


@pytest.mark.parametrize("defect", DEFECTS, ids=lambda defect: defect.name)
def test_the_same_seed_gives_the_same_text(defect: Defect) -> None:
    for statement in TRUE:
        again = told(statement.text, *(s.number for s in statement.support))
        assert perturb(again, defect, 1) == perturb(statement, defect, 1)


def test_other_seeds_give_other_texts() -> None:
    [number] = [defect for defect in DEFECTS if defect.name == "number"]
    made = {perturb(TRUE[0], number, seed) for seed in range(12)}
    assert len(made) > 3


@pytest.mark.parametrize("statement", TRUE, ids=lambda statement: statement.text[:20])
def test_one_stretch_of_the_text_is_changed_and_the_rest_kept(statement: object) -> None:
    assert hasattr(statement, "text")
    text = str(statement.text)
    for defect in DEFECTS:
        false = perturb(statement, defect)  # type: ignore[arg-type]
        if false is None or defect.group in {"subject", "attribution"}:
            continue
        pairs = enumerate(zip(text, false, strict=False))
        start = next((i for i, (a, b) in pairs if a != b), len(text))
        kept = text[-1] == false[-1] or defect.name == "quotation:invented"
        assert kept, (defect.name, false)
        assert false[:start] == text[:start]


def test_every_defect_is_known_by_its_own_name_and_by_a_finding() -> None:
    assert len({defect.name for defect in DEFECTS}) == len(DEFECTS)
    assert all(defect.found_as and defect.name.startswith(defect.group) for defect in DEFECTS)


def test_a_perturbation_that_changes_nothing_is_none() -> None:
    idle = Defect("idle", "idle", lambda statement, _: statement.text, frozenset({"number"}))
    assert perturb(TRUE[0], idle) is None
