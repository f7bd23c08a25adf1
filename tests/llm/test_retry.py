from __future__ import annotations

import asyncio

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nutgraf.errors import ConfigError, ModelError, OutputError, TransientModelError
from nutgraf.llm.retry import Patience


class Attempts:
    """Fails with each error in turn, then succeeds; remembers the waits."""

    def __init__(self, *errors: Exception) -> None:
        self.errors = list(errors)
        self.made = 0
        self.waits: list[float] = []

    async def make(self) -> str:
        self.made += 1
        if self.errors:
            raise self.errors.pop(0)
        return "done"

    async def sleep(self, seconds: float) -> None:
        self.waits.append(seconds)

    def run(self, patience: Patience) -> str:
        return asyncio.run(patience.retry(self.make))


def busy(retry_after_s: float | None = None) -> TransientModelError:
    return TransientModelError("busy", retry_after_s=retry_after_s)


def test_success_takes_one_attempt_and_no_wait() -> None:
    attempts = Attempts()
    assert attempts.run(Patience(sleep=attempts.sleep)) == "done"
    assert (attempts.made, attempts.waits) == (1, [])


def test_waits_are_jittered_and_their_ceiling_doubles_up_to_the_cap() -> None:
    attempts = Attempts(*[busy()] * 6)
    attempts.run(Patience(attempts=7, longest_wait_s=5, sleep=attempts.sleep))
    ceilings = [1, 2, 4, 5, 5, 5]
    assert all(0 <= wait <= top for wait, top in zip(attempts.waits, ceilings, strict=True))


def test_many_clients_do_not_return_as_one() -> None:
    waits = []
    for _ in range(20):
        attempts = Attempts(busy(retry_after_s=10))
        attempts.run(Patience(sleep=attempts.sleep))
        waits += attempts.waits
    assert len(set(waits)) == 20


@given(asked_s=st.floats(min_value=-10, max_value=1e9), cap_s=st.floats(min_value=0, max_value=60))
def test_what_the_server_asks_for_is_kept_up_to_the_cap(asked_s: float, cap_s: float) -> None:
    attempts = Attempts(busy(asked_s))
    attempts.run(Patience(longest_wait_s=cap_s, sleep=attempts.sleep))
    assert min(max(asked_s, 0), cap_s) <= attempts.waits[0] <= cap_s


def test_the_last_error_comes_through_with_the_number_of_attempts() -> None:
    attempts = Attempts(busy(), busy(), busy(3), busy())
    with pytest.raises(TransientModelError, match=r"^busy \(attempts: 3\)$") as caught:
        attempts.run(Patience(attempts=3, sleep=attempts.sleep))
    assert caught.value.retry_after_s == 3
    assert attempts.made == 3


def test_no_attempt_starts_after_the_deadline() -> None:
    attempts = Attempts(busy(retry_after_s=15))
    with pytest.raises(TransientModelError, match="attempts: 1"):
        attempts.run(Patience(deadline_s=10, sleep=attempts.sleep))
    assert attempts.waits == []


def test_the_time_of_the_first_attempt_counts_towards_the_deadline() -> None:
    made = []

    async def slow() -> None:
        made.append(1)
        await asyncio.sleep(0.02)
        raise busy(retry_after_s=0)

    with pytest.raises(TransientModelError, match="attempts: 1"):
        asyncio.run(Patience(deadline_s=0.01).retry(slow))
    assert made == [1]


@pytest.mark.parametrize("error", [ModelError("no"), OutputError("no"), ValueError("no")])
def test_what_will_not_pass_is_not_retried(error: Exception) -> None:
    attempts = Attempts(error)
    with pytest.raises(type(error), match=r"^no$"):
        attempts.run(Patience(sleep=attempts.sleep))
    assert attempts.made == 1


def test_calls_at_once_do_not_disturb_each_other() -> None:
    async def run_all(all_attempts: list[Attempts]) -> list[str]:
        patience = Patience(longest_wait_s=0.001)
        return await asyncio.gather(*(patience.retry(attempts.make) for attempts in all_attempts))

    all_attempts = [Attempts(*[busy()] * (number % 4)) for number in range(16)]
    assert asyncio.run(run_all(all_attempts)) == ["done"] * 16
    assert [attempts.made for attempts in all_attempts] == [1 + n % 4 for n in range(16)]


@pytest.mark.parametrize(
    ("attempts", "attempt_s", "longest_wait_s", "deadline_s"),
    [(0, 1, 1, 1), (1, 0, 1, 1), (1, 1, -1, 1), (1, 1, 1, 0)],
)
def test_a_policy_that_cannot_work_is_refused(
    attempts: int, attempt_s: float, longest_wait_s: float, deadline_s: float
) -> None:
    with pytest.raises(ConfigError):
        Patience(attempts, attempt_s, longest_wait_s, deadline_s)
