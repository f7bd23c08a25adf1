from __future__ import annotations

import asyncio
import threading
from concurrent.futures import ThreadPoolExecutor

import pytest

from nutgraf.drafting.aside import HERE, Aside


def test_work_is_done_where_it_stands_or_in_the_executors_thread() -> None:
    def where() -> str:
        return threading.current_thread().name

    with ThreadPoolExecutor(1, "aside") as executor:
        assert asyncio.run(Aside(executor).do(where)) == "aside_0"
    assert asyncio.run(HERE.do(where)) == threading.current_thread().name


@pytest.mark.parametrize("executor", [None, ThreadPoolExecutor(1)])
def test_what_it_raises_reaches_who_waits(executor: ThreadPoolExecutor | None) -> None:
    with pytest.raises(ValueError, match="xyz"):
        asyncio.run(Aside(executor).do(int, "xyz"))
    if executor:
        executor.shutdown()
