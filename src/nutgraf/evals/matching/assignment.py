"""Pairing what is expected with what is given, one to one, for the highest similarity in all.

The assignment is optimal (Crouse 2016, "On implementing 2D rectangular assignment algorithms", as
in scipy), so it depends neither on the order of a summary's lists nor on a greedy first choice.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar

from nutgraf.errors import ConfigError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

ExpectedT = TypeVar("ExpectedT")
GivenT = TypeVar("GivenT")

# Of two assignments of the same similarity the one with more pairs: far less than any rule tells.
_A_PAIR_MORE = 1e-6


@dataclass(frozen=True, slots=True)
class Pair:
    """A label, and the item that is taken for it.

    Attributes:
        expected: Index of the label.
        given: Index of the item.
        similarity: How alike they are, over 0 and up to 1.
    """

    expected: int
    given: int
    similarity: float


def assign(
    expected: Sequence[ExpectedT],
    given: Sequence[GivenT],
    similarity: Callable[[ExpectedT, GivenT], float],
) -> tuple[Pair, ...]:
    """Pair labels with items, each at most once, so that the sum of similarities is highest.

    Args:
        expected: The labels.
        given: The items of a summary.
        similarity: From 0 to 1; what is 0 is never paired.

    Returns:
        The pairs in the order of the labels.

    Raises:
        ConfigError: scipy is not installed.
    """
    if not expected or not given:
        return ()
    similar = [[similarity(label, item) for item in given] for label in expected]
    worth = [[each + _A_PAIR_MORE * (each > 0) for each in row] for row in similar]
    pairs = (Pair(row, column, float(similar[row][column])) for row, column in _solve(worth))
    return tuple(pair for pair in pairs if pair.similarity > 0)


def _solve(worth: list[list[float]]) -> Iterator[tuple[int, int]]:
    try:
        from scipy.optimize import linear_sum_assignment  # noqa: PLC0415 - of an extra
    except ImportError as error:
        raise ConfigError(
            "scoring needs scipy, which is not installed: pip install 'nutgraf[evals]'"
        ) from error
    rows, columns = linear_sum_assignment(worth, maximize=True)
    return zip(rows.tolist(), columns.tolist(), strict=True)
