from __future__ import annotations

import asyncio
from collections.abc import Callable
from dataclasses import dataclass, field
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.llm.test_rates import most_in_a_minute
from tests.support.virtual_time import now, virtual_time

from nutgraf.errors import ConfigError, ModelError, TransientModelError
from nutgraf.llm.limiter import Limiter, OpenGate
from nutgraf.llm.rates import LocalRates, Rates, Reservation, rates


def busy(retry_after_s: float | None = None) -> TransientModelError:
    return TransientModelError("busy", retry_after_s=retry_after_s, too_fast=True)


@dataclass(frozen=True)
class Planned:
    """A request: when it comes, how long it takes, what it is taken to use and what it uses."""

    comes_s: float = 0.0
    takes_s: float = 1.0
    tokens: int = 1
    used: int = 1
    error: Exception | None = None


@dataclass
class Scene:
    """Sends requests through a limiter in virtual time, and keeps what happened.

    Attributes:
        starts: When each was let through, and which.
        refused: How many of them failed.
    """

    limiter: Limiter
    starts: list[tuple[float, Planned]] = field(default_factory=list)
    refused: int = 0

    def send(self, planned: list[Planned]) -> None:
        with virtual_time() as runner:
            runner.run(self._send(planned))

    async def _send(self, planned: list[Planned]) -> None:
        await asyncio.gather(*(self._one(request) for request in planned))

    async def _one(self, planned: Planned) -> None:
        await asyncio.sleep(planned.comes_s)
        try:
            async with self.limiter.turn(planned.tokens) as turn:
                self.starts.append((now(), planned))
                concurrency = self.limiter.concurrency
                assert concurrency.in_flight <= int(concurrency.limit)
                await asyncio.sleep(planned.takes_s)
                if planned.error:
                    raise planned.error
                turn.settle(planned.used)
        except ModelError:
            self.refused += 1

    @property
    def times(self) -> list[float]:
        return [at for at, _ in self.starts]


def scene(most: int = 64, limits: Rates | None = None) -> Scene:
    return Scene(Limiter(most, limits, clock=now))


@dataclass
class Counting:
    """Rates without a limit that count what is asked of them."""

    open: list[Reservation] = field(default_factory=list)
    settled: list[int] = field(default_factory=list)
    withdrawn: int = 0
    delay_s: float = 0.0
    paused_until: float = 0.0

    def reserve(self, tokens: int, now: float) -> Reservation:
        reservation = Reservation(now + self.delay_s, tokens)
        self.open.append(reservation)
        return reservation

    def settle(self, reservation: Reservation, tokens: int) -> None:
        self.open.remove(reservation)
        self.settled.append(tokens)

    def withdraw(self, reservation: Reservation) -> None:
        self.open.remove(reservation)
        self.withdrawn += 1

    def pause(self, until: float) -> None:
        self.paused_until = until

    def paused_s(self, now: float) -> float:
        return max(0.0, self.paused_until - now)


def test_what_has_room_goes_at_once() -> None:
    sent = scene()
    sent.send([Planned()] * 8)
    assert sent.times == [0.0] * 8


def test_where_all_goes_well_more_and_more_go_at_once() -> None:
    sent = scene(most=40)
    sent.send([Planned()] * 200)
    in_turn = [sent.times.count(float(second)) for second in range(7)]
    assert in_turn == [8, 16, 32, 40, 40, 40, 24]


requests = st.builds(
    Planned,
    comes_s=st.integers(0, 300).map(lambda tenths: tenths / 10),
    takes_s=st.integers(0, 100).map(lambda tenths: tenths / 10),
    tokens=st.integers(1, 400),
    used=st.just(0),
    error=st.sampled_from(
        [None, None, None, busy(), busy(7.0), ModelError("no"), TransientModelError("down")]
    ),
)


@settings(deadline=None, max_examples=40)
@given(st.lists(requests, min_size=1, max_size=60), st.integers(1, 20), st.integers(1, 40))
def test_whatever_comes_all_go_in_order_and_within_the_limits(
    planned: list[Planned], most: int, a_minute: int
) -> None:
    sent = scene(most, rates(requests=a_minute, tokens=400))
    sent.send(planned)
    came = [request.comes_s for _, request in sent.starts]
    assert came == sorted(request.comes_s for request in planned)
    assert sent.refused == sum(request.error is not None for request in planned)
    assert most_in_a_minute([(at, 1.0) for at in sent.times]) <= a_minute
    assert sent.limiter.concurrency.in_flight == 0
    assert 1 <= sent.limiter.concurrency.limit <= most


@settings(deadline=None, max_examples=40)
@given(st.lists(st.tuples(requests, st.floats(0, 40)), min_size=1, max_size=40))
def test_every_reservation_is_settled_or_given_back(planned: list[tuple[Planned, float]]) -> None:
    async def send_and_cancel() -> None:
        tasks = [asyncio.create_task(sent._one(request)) for request, _ in planned]
        for task, (_, patience_s) in zip(tasks, planned, strict=True):
            asyncio.get_running_loop().call_later(patience_s, task.cancel)
        await asyncio.gather(*tasks, return_exceptions=True)

    counting = Counting(delay_s=0.5)
    sent = scene(3, counting)
    with virtual_time() as runner:
        runner.run(send_and_cancel())
    assert counting.open == []
    assert len(counting.settled) == len(sent.starts)
    assert sent.limiter.concurrency.in_flight == 0


def test_what_the_server_counted_takes_the_place_of_the_estimate() -> None:
    counting = Counting()
    scene(limits=counting).send(
        [Planned(tokens=50, used=20), Planned(tokens=50, error=ModelError("no"))]
    )
    assert sorted(counting.settled) == [20, 50]


def test_a_burst_that_is_refused_halves_what_goes_at_once_one_time() -> None:
    sent = scene()
    sent.send([Planned(error=busy())] * 8)
    assert sent.refused == 8
    assert sent.limiter.concurrency.limit == 4
    assert sent.limiter.concurrency.cuts == 1


@pytest.mark.parametrize("error", [ModelError("no quota"), TransientModelError("down")])
def test_what_is_no_question_of_speed_changes_nothing(error: Exception) -> None:
    sent = scene()
    sent.send([Planned(error=error)] * 8)
    assert sent.limiter.concurrency.limit == 8
    assert sent.limiter.concurrency.cuts == 0


def test_when_a_server_asks_to_wait_everybody_does_and_not_all_come_back_at_once() -> None:
    sent = scene()
    refused = [Planned(takes_s=0.5, error=busy(20.0))] * 8
    sent.send([*refused, *[Planned(comes_s=5.0, takes_s=30.0)] * 4])
    after = sent.times[8:]
    assert min(after) >= 20.5
    assert all(later > earlier for earlier, later in pairwise(after))
    assert max(after) < 20.5 + 3


def test_after_a_refusal_without_a_time_those_that_wait_start_one_by_one() -> None:
    sent = scene()
    sent.send([*[Planned(error=busy())] * 8, *[Planned(comes_s=1.5, takes_s=30.0)] * 4])
    after = sent.times[8:]
    assert all(later > earlier for earlier, later in pairwise(after))


def test_no_pause_is_longer_than_the_longest() -> None:
    sent = Scene(Limiter(8, longest_pause_s=3.0, clock=now))
    sent.send([Planned(error=busy(3600.0)), Planned(comes_s=1.5)])
    assert 4.0 <= sent.times[1] < 7


def test_a_pause_that_begins_while_one_waits_for_its_time_holds_for_it_too() -> None:
    counting = Counting(delay_s=2.0)
    sent = scene(limits=counting)
    sent.send([Planned(takes_s=1.0, error=busy(10.0)), Planned(comes_s=2.5)])
    assert sent.times[1] >= 13.0 + 2.0
    assert counting.withdrawn == 1


def test_where_the_limit_falls_while_one_waits_for_its_time_it_waits_for_room() -> None:
    counting = Counting(delay_s=2.0)
    sent = scene(3, counting)
    sent.send([Planned(takes_s=9.0), Planned(takes_s=1.0, error=busy()), Planned(comes_s=4.5)])
    assert sent.times[2] >= 11.0
    assert counting.withdrawn == 1
    assert sent.limiter.concurrency.cuts == 1


def test_it_recovers() -> None:
    sent = scene()
    sent.send([*[Planned(error=busy())] * 8, *[Planned(comes_s=2.0)] * 400])
    assert sent.limiter.concurrency.limit > 20
    assert sent.refused == 8


def test_an_open_gate_lets_everybody_through() -> None:
    async def through(act: Callable[[int], None]) -> None:
        async with OpenGate().turn(5) as turn:
            act(turn.tokens)

    seen: list[int] = []
    asyncio.run(through(seen.append))
    assert seen == [5]


def test_a_pause_below_nothing_is_refused() -> None:
    with pytest.raises(ConfigError, match="negative"):
        Limiter(8, longest_pause_s=-1)


def test_where_the_rates_cannot_be_written_the_turn_is_given_back_even_so() -> None:
    class Unwritable(LocalRates):
        def settle(self, reservation: Reservation, tokens: int) -> None:
            raise ConfigError("rates.db cannot be written")

    async def take_turns() -> None:
        limiter = Limiter(1, Unwritable())
        for _ in range(2):
            with pytest.raises(ConfigError):
                async with asyncio.timeout(10), limiter.turn(1):
                    pass

    asyncio.run(take_turns())
