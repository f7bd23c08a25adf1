"""Corrections for testing several metrics at once.

Of twenty metrics that nothing has touched one is "significant at 5 %" on average. Holm's procedure
bounds the chance of even one such false finding, whatever the metrics have to do with each other;
that of Benjamini and Hochberg bounds the share of false ones among the findings, and finds more.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence


def holm(p_values: Sequence[float]) -> tuple[float, ...]:
    """Return p-values adjusted by Holm's step-down procedure, in the order given.

    Rejecting where the adjusted value is at most alpha keeps the chance of any false rejection at
    alpha or below (Holm, A Simple Sequentially Rejective Multiple Test Procedure, Scandinavian
    Journal of Statistics 6, 1979).

    Raises:
        ValueError: One lies outside 0 to 1.
    """
    adjusted = [0.0] * len(_checked(p_values))
    largest = 0.0
    for rank, index in enumerate(_ascending(p_values)):
        largest = max(largest, min(1.0, (len(p_values) - rank) * p_values[index]))
        adjusted[index] = largest
    return tuple(adjusted)


def benjamini_hochberg(p_values: Sequence[float]) -> tuple[float, ...]:
    """Return p-values adjusted by the step-up procedure of Benjamini and Hochberg, in order.

    Rejecting where the adjusted value is at most alpha keeps the expected share of false ones among
    the rejections at alpha or below, for independent or positively dependent tests (Controlling the
    False Discovery Rate, Journal of the Royal Statistical Society B 57, 1995).

    Raises:
        ValueError: One lies outside 0 to 1.
    """
    count = len(_checked(p_values))
    adjusted = [0.0] * count
    smallest = 1.0
    for rank, index in reversed(list(enumerate(_ascending(p_values), start=1))):
        smallest = min(smallest, p_values[index] * count / rank)
        adjusted[index] = smallest
    return tuple(adjusted)


def _ascending(p_values: Sequence[float]) -> list[int]:
    return sorted(range(len(p_values)), key=p_values.__getitem__)


def _checked(p_values: Sequence[float]) -> Sequence[float]:
    for p in p_values:
        if not 0 <= p <= 1:
            raise ValueError(f"a p-value lies between 0 and 1, not at {p}")
    return p_values
