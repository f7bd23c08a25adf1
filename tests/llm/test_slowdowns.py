from __future__ import annotations

import asyncio
import subprocess
import sys
from pathlib import Path

import pytest
from tests.support.virtual_time import now, virtual_time

from nutgraf.errors import TransientModelError
from nutgraf.llm.limiter import Limiter
from nutgraf.llm.slowdowns import AT_ONCE, NoOthers, SharedSlowdowns


def test_what_one_tells_the_others_hear_once(tmp_path: Path) -> None:
    one, other, third = (SharedSlowdowns(tmp_path / "slow") for _ in range(3))
    one.tell(5.0)
    one.tell()
    assert (one.heard(), other.heard(), other.heard()) == ([], [5.0, AT_ONCE], [])
    other.tell(7.0)
    assert (one.heard(), other.heard(), third.heard()) == ([7.0], [], [5.0, AT_ONCE, 7.0])


def test_what_was_told_before_one_came_is_no_news(tmp_path: Path) -> None:
    SharedSlowdowns(tmp_path / "slow").tell(5.0)
    assert SharedSlowdowns(tmp_path / "slow").heard() == []


def test_a_record_that_is_not_whole_yet_is_heard_when_it_is(tmp_path: Path) -> None:
    file = tmp_path / "slow"
    one, other = SharedSlowdowns(file), SharedSlowdowns(file)
    one.tell(5.0)
    whole = file.read_bytes()
    file.write_bytes(whole[:3])
    assert other.heard() == []
    file.write_bytes(whole)
    assert other.heard() == [5.0]


def test_where_there_is_no_folder_nothing_is_told_and_nothing_breaks(tmp_path: Path) -> None:
    lonely = SharedSlowdowns(tmp_path / "gone" / "slow")
    lonely.tell(5.0)
    assert lonely.heard() == []


def test_a_file_that_went_away_is_as_one_that_tells_nothing(tmp_path: Path) -> None:
    one, other = SharedSlowdowns(tmp_path / "slow"), SharedSlowdowns(tmp_path / "slow")
    one.tell()
    (tmp_path / "slow").unlink()
    assert other.heard() == []


def test_nobody_hears_who_is_alone() -> None:
    alone = NoOthers()
    alone.tell(5.0)
    assert alone.heard() == []


def test_other_processes_hear_it(tmp_path: Path) -> None:
    here = SharedSlowdowns(tmp_path / "slow")
    code = (
        "import sys; from pathlib import Path; from nutgraf.llm.slowdowns import SharedSlowdowns; "
        "SharedSlowdowns(Path(sys.argv[1])).tell(12.5)"
    )
    subprocess.run([sys.executable, "-c", code, str(tmp_path / "slow")], check=True)
    assert here.heard() == [12.5]


def two_limiters(tmp_path: Path) -> tuple[Limiter, Limiter]:
    one, other = (
        Limiter(8, slowdowns=SharedSlowdowns(tmp_path / "slow"), clock=now) for _ in range(2)
    )
    return one, other


async def refuse(limiter: Limiter, retry_after_s: float | None = None) -> None:
    async with limiter.turn(1):
        await asyncio.sleep(1)
        raise TransientModelError("busy", retry_after_s=retry_after_s, too_fast=True)


async def refused(limiter: Limiter, retry_after_s: float | None = None) -> None:
    with pytest.raises(TransientModelError):
        await refuse(limiter, retry_after_s)


async def answered(limiter: Limiter) -> float:
    async with limiter.turn(1):
        return now()


def test_a_refusal_of_one_halves_what_the_others_send(tmp_path: Path) -> None:
    one, other = two_limiters(tmp_path)

    async def scene() -> None:
        await refused(one)
        await answered(other)

    with virtual_time() as runner:
        runner.run(scene())
    assert (int(one.concurrency.limit), int(other.concurrency.limit)) == (4, 4)
    assert (one.concurrency.cuts, other.concurrency.cuts) == (1, 1)


def test_the_wait_that_one_is_asked_for_holds_for_the_others(tmp_path: Path) -> None:
    one, other = two_limiters(tmp_path)

    async def scene() -> float:
        await refused(one, retry_after_s=30.0)
        return await answered(other)

    with virtual_time() as runner:
        assert runner.run(scene()) >= 31.0


def test_those_who_are_refused_together_halve_once_and_not_once_for_each(tmp_path: Path) -> None:
    one, other = two_limiters(tmp_path)

    async def scene() -> None:
        await asyncio.gather(*(refused(limiter) for limiter in (one, other) for _ in range(3)))
        await asyncio.gather(answered(one), answered(other))

    with virtual_time() as runner:
        runner.run(scene())
    assert (one.concurrency.cuts, other.concurrency.cuts) == (1, 1)
