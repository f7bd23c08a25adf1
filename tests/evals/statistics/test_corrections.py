from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.stats import false_discovery_control

from nutgraf.evals.statistics.corrections import benjamini_hochberg, holm

P_VALUES = st.lists(st.floats(0, 1), max_size=12)


def test_holms_procedure_steps_down() -> None:
    assert holm([0.01, 0.04, 0.03, 0.005]) == pytest.approx((0.03, 0.06, 0.06, 0.02))
    assert holm([0.5, 0.9]) == pytest.approx((1.0, 1.0))
    assert holm([]) == ()


def test_that_of_benjamini_and_hochberg_steps_up() -> None:
    assert benjamini_hochberg([0.01, 0.04, 0.03, 0.005]) == pytest.approx((0.02, 0.04, 0.04, 0.02))


@given(P_VALUES)
def test_benjamini_hochberg_is_scipys(p_values: list[float]) -> None:
    expected = np.asarray(false_discovery_control(p_values) if p_values else ())
    assert np.allclose(benjamini_hochberg(p_values), expected)


@given(P_VALUES)
def test_adjusting_never_lowers_and_never_reorders(p_values: list[float]) -> None:
    for adjusted in (holm(p_values), benjamini_hochberg(p_values)):
        assert all(p <= a + 1e-12 and a <= 1 for p, a in zip(p_values, adjusted, strict=True))
        ordered = [adjusted[i] for i in sorted(range(len(p_values)), key=p_values.__getitem__)]
        assert ordered == sorted(ordered)


@given(P_VALUES)
def test_holm_lies_between_no_correction_and_bonferronis(p_values: list[float]) -> None:
    for p, adjusted in zip(p_values, holm(p_values), strict=True):
        assert p <= adjusted + 1e-12
        assert adjusted <= min(1.0, p * len(p_values)) or adjusted <= max(holm(p_values))


@pytest.mark.parametrize("correct", [holm, benjamini_hochberg])
def test_what_is_no_p_value_is_refused(correct: type) -> None:
    with pytest.raises(ValueError, match=r"at 1\.2"):
        correct([0.1, 1.2])
