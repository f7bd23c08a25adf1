from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nutgraf.evals.statistics.agreement import cohens_kappa

LABELS = st.sampled_from(["supported", "not", "unclear"])


def test_the_example_of_a_textbook_comes_out() -> None:
    # Fleiss, Statistical Methods for Rates and Proportions, 1981, table 13.1: kappa 0.68, standard
    # error 0.087.
    table = {
        ("p", "p"): 75, ("p", "n"): 1, ("p", "o"): 4,
        ("n", "p"): 5, ("n", "n"): 4, ("n", "o"): 1,
        ("o", "o"): 10,
    }  # fmt: skip
    found = cohens_kappa([pair for pair, count in table.items() for _ in range(count)])
    assert found.value == pytest.approx(0.676, abs=0.001)
    assert found.low is not None
    assert found.high is not None
    assert (found.high - found.low) / (2 * 1.96) == pytest.approx(0.0877, abs=0.001)
    assert found.cases == 100


def test_agreement_that_chance_explains_is_none() -> None:
    found = cohens_kappa([(a, b) for a in (0, 1) for b in (0, 1)] * 5)
    assert found.value == pytest.approx(0)


def test_judges_who_say_one_thing_only_agree_by_chance_or_not_at_all() -> None:
    assert cohens_kappa([("supported", "supported")] * 9).value is None
    assert cohens_kappa([]).value is None


def test_full_agreement_has_no_interval() -> None:
    found = cohens_kappa([(1, 1), (0, 0), (1, 1)])
    assert (found.value, found.low, found.high) == (1.0, None, None)


@given(st.lists(st.tuples(LABELS, LABELS), max_size=40))
def test_kappa_is_the_same_whoever_comes_first(verdicts: list[tuple[str, str]]) -> None:
    one, other = cohens_kappa(verdicts), cohens_kappa([(b, a) for a, b in verdicts])
    assert one.value == pytest.approx(other.value)
    assert one.low == pytest.approx(other.low)
    if one.value is not None:
        assert -1 <= one.value <= 1 + 1e-12
