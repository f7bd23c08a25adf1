from __future__ import annotations

import asyncio
from decimal import Decimal
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from pydantic import BaseModel
from tests.support.ledgers import RAIN, begun, dead, party_for

from nutgraf import ScriptedClient, Settings
from nutgraf.batching.budget import Budget, LedgerPurse, worst_usage
from nutgraf.batching.ledger.leases import free_the_dead
from nutgraf.batching.ledger.settling import Outcome, Party, Spent, put_back, settle
from nutgraf.batching.ledger.spending import Amount, used
from nutgraf.batching.ledger.writer import Writer
from nutgraf.batching.metering import MeteredClient, metered
from nutgraf.errors import BudgetError, OutputError
from nutgraf.llm.client import Message, Request, Sampling, Usage

SETTINGS = Settings(model="m", base_url="http://127.0.0.1:9/v1")


class Word(BaseModel):
    word: str


REQUEST: Request[Any] = Request(
    (Message("user", "Which word? \u96e8"),), Word, Sampling(max_tokens=50)
)
WORST = worst_usage(REQUEST)
WORST_TOKENS = WORST.input_tokens + WORST.output_tokens


def purse_of(writer: Writer, party: Party, most: int) -> LedgerPurse:
    purse = LedgerPurse(writer, Budget(max_tokens=most), SETTINGS, "m")
    purse.party = party
    return purse


def test_the_worst_case_has_every_byte_of_the_request_and_all_re_asks() -> None:
    longer: Request[Any] = Request(
        (Message("user", "Which word? \u96e8\u96e8"),), Word, Sampling(max_tokens=50)
    )
    assert worst_usage(longer).input_tokens - WORST.input_tokens == 3 * 3
    assert (WORST.output_tokens, WORST.requests) == (150, 3)


def test_a_call_that_might_not_fit_waits_for_those_under_way(tmp_path: Path) -> None:
    async def two() -> tuple[bool, int]:
        first = await purse.reserve(REQUEST, 1)
        second = asyncio.create_task(purse.reserve(REQUEST, 2))
        await asyncio.sleep(0.3)
        waited = not second.done()
        await purse.settle(first, Usage(10, 1, requests=1))
        return waited, await second

    with begun(tmp_path) as (writer, party):
        purse = purse_of(writer, party, WORST_TOKENS + 11)
        waited, second = asyncio.run(two())
        assert (waited, second) == (True, 2)


@pytest.mark.parametrize("usage", [None, Usage(0, 0, requests=1)])
def test_what_nobody_counted_is_taken_for_the_worst(usage: Usage | None, tmp_path: Path) -> None:
    async def twice() -> None:
        await purse.settle(await purse.reserve(REQUEST, 1), usage)
        await purse.reserve(REQUEST, 2)

    with begun(tmp_path) as (writer, party):
        purse = purse_of(writer, party, WORST_TOKENS + 11)
        with pytest.raises(BudgetError, match=rf"one more call \({WORST_TOKENS:,} tokens\); raise"):
            asyncio.run(twice())


def test_who_has_no_room_is_told_for_how_much(tmp_path: Path) -> None:
    priced = SETTINGS.model_copy(update={"price": (Decimal(1), Decimal(2))})
    cost = (WORST.input_tokens + 2 * WORST.output_tokens) / Decimal(10**6)
    with begun(tmp_path) as (writer, party):
        purse = LedgerPurse(writer, Budget(max_cost=cost / 2), priced, "m")
        purse.party = party
        with pytest.raises(BudgetError, match=rf"tokens and \${cost:.4f}\); raise --max-cost"):
            asyncio.run(purse.reserve(REQUEST, 1))


def test_what_was_spent_stays_spent_once_its_document_is_through(tmp_path: Path) -> None:
    async def spend() -> None:
        await purse.settle(await purse.reserve(REQUEST, 1), Usage(10, 1, requests=1))

    with begun(tmp_path) as (writer, party):
        purse = purse_of(writer, party, WORST_TOKENS + 10)
        asyncio.run(spend())
        spent = Spent(requests=1, input_tokens=10, output_tokens=1)
        writer.do(partial(put_back, document=1, by=party, spent=spent))
        left = writer.do(lambda c: c.execute("SELECT count(*) FROM reservation").fetchone())
        assert left == (0,)
        with pytest.raises(BudgetError):
            asyncio.run(spend())


def test_what_was_set_aside_for_a_call_that_was_never_made_is_given_back(tmp_path: Path) -> None:
    async def give_up() -> None:
        asking = asyncio.create_task(purse.reserve(REQUEST, 1))
        await asyncio.sleep(0)  # it is on its way to the ledger
        asking.cancel()
        await asyncio.wait([asking])
        failed = Outcome(state="failed", digest="d", kind="deadline", message="not done")
        await writer.ado(partial(settle, document=1, by=party, outcome=failed))

    with begun(tmp_path, "A.") as (writer, party):
        purse = purse_of(writer, party, WORST_TOKENS + 10)
        asyncio.run(give_up())
        assert writer.do(used) == Amount()
        assert asyncio.run(_reserved(purse)) == 1


def test_what_a_dead_worker_had_set_aside_counts_as_spent(tmp_path: Path) -> None:
    with begun(tmp_path) as (writer, party):
        asyncio.run(_reserved(purse_of(writer, party, WORST_TOKENS + 11)))
        writer.do(partial(dead, party=party))
        writer.do(free_the_dead)
        other = writer.do(partial(party_for, asked=RAIN))
        with pytest.raises(BudgetError):
            asyncio.run(_reserved(purse_of(writer, other, WORST_TOKENS + 11)))


async def _reserved(purse: LedgerPurse) -> int:
    return await purse.reserve(REQUEST, 1)


class Purse:
    """A purse that notes what it is asked."""

    def __init__(self) -> None:
        self.noted: list[Any] = []

    async def reserve(self, request: Request[BaseModel], document: int) -> int:
        self.noted.append(document)
        return 7

    async def settle(self, reservation: int, usage: Usage | None) -> None:
        self.noted.append(usage)


def test_calls_are_counted_and_the_purse_is_told_even_where_they_fail() -> None:
    used = Usage(5, 2, requests=1)
    purse = Purse()
    script: list[str | Exception] = ['{"word": "tide"}', "no", ZeroDivisionError()]
    client = MeteredClient(ScriptedClient(script, usage=used), purse)

    async def three() -> Usage:
        with metered(3) as meter:
            await client.complete(REQUEST)
            with pytest.raises(OutputError):
                await client.complete(REQUEST)
            with pytest.raises(ZeroDivisionError):
                await client.complete(REQUEST)
        await client.aclose()
        return meter.usage

    assert asyncio.run(three()) == Usage(10, 4, requests=2)
    assert purse.noted == [3, used, 3, used, 3, None]
    assert client.model == "scripted"
