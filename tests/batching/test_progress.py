from __future__ import annotations

import io
import json
import time
from decimal import Decimal

import pytest

from nutgraf.batching.ledger.figures import Totals
from nutgraf.batching.ledger.tables import STATES, State
from nutgraf.batching.progress import (
    Look,
    Manner,
    Speed,
    as_json,
    as_text,
    cost_text,
    duration,
    reporter,
    two_digits,
)


def totals(requests: int = 0, unpriced: int = 0, cost: str = "0", **states: int) -> Totals:
    counts: dict[State, int] = {state: states.get(state, 0) for state in STATES}
    return Totals(
        states=counts,
        requests=requests,
        input_tokens=10 * requests,
        output_tokens=requests,
        cost_usd=Decimal(cost),
        unpriced=unpriced,
    )


def test_a_line_tells_what_there_is_to_tell() -> None:
    look = Look(totals(requests=5, cost="0.02", done=4, failed=1, waiting=95), rate=0.5)
    assert as_text(look) == (
        "5/100 documents, 1 failed or cut, 0.5 a second, 55 tokens, $0.0200, 3 min left"
    )
    assert as_text(Look(totals(done=2), rate=12.3)) == "2/2 documents, 12 a second"
    assert as_text(Look(totals(waiting=2), rate=None)) == "0/2 documents"


def test_a_price_that_is_not_known_is_never_nothing() -> None:
    assert cost_text(totals(requests=5, unpriced=5)) == "price unknown"
    told = cost_text(totals(requests=5, unpriced=2, cost="0.5"))
    assert told == "$0.5000 and 2 documents without a price"


def test_times_are_told_in_their_greatest_fitting_unit() -> None:
    assert [duration(s) for s in (0.2, 59, 60, 7200)] == ["0 s", "59 s", "1 min", "2 h"]


def test_a_number_is_told_without_an_exponent_however_large() -> None:
    assert [two_digits(n) for n in (0.123, 9.87, 12.3, 143_210.5)] == [
        "0.12",
        "9.9",
        "12",
        "143,210",
    ]


def test_the_rate_is_that_of_the_last_looks(monkeypatch: pytest.MonkeyPatch) -> None:
    now = 0.0
    monkeypatch.setattr(time, "monotonic", lambda: now)
    speed = Speed()
    assert speed.look(totals(waiting=10)).rate is None
    now = 2.0
    look = speed.look(totals(waiting=6, done=4))
    assert (look.rate, look.left_s) == (2.0, 3.0)


def shown(manner: Manner, *, often: int = 1) -> str:
    stream = io.StringIO()
    telling = reporter(manner, stream)
    for _ in range(often):
        telling.show(Look(totals(waiting=1, done=1), 1.0))
    telling.close(Look(totals(done=2), 1.0))
    return stream.getvalue()


def test_where_there_is_no_terminal_there_are_lines_now_and_then(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    assert shown("auto", often=5) == "2/2 documents, 1 a second\n"
    monkeypatch.setattr("nutgraf.batching.progress._LINE_EVERY_S", 0.0)
    assert len(shown("lines", often=5).splitlines()) == 6


def test_machines_get_json() -> None:
    told = json.loads(shown("json"))
    assert (told["documents"], told["done"], told["seconds_left"]) == (2, 2, 0.0)


@pytest.mark.parametrize(
    ("cost", "told"), [("0E-12", "0"), ("0.001230000000", "0.00123"), ("20", "20")]
)
def test_machines_get_a_cost_in_plain_digits(cost: str, told: str) -> None:
    assert json.loads(as_json(Look(totals(requests=1, cost=cost), None)))["cost_usd"] == told


def test_a_terminal_gets_a_bar() -> None:
    class Terminal(io.StringIO):
        def isatty(self) -> bool:
            return True

    stream = Terminal()
    telling = reporter("auto", stream)
    telling.show(Look(totals(waiting=1, done=1), 1.0))
    telling.close(Look(totals(done=2), 1.0))
    assert "2/2 documents" in stream.getvalue()


def test_nothing_is_told_where_nothing_is_wanted() -> None:
    assert shown("none") == ""


@pytest.mark.parametrize("manner", ["lines", "json"])
def test_that_nobody_listens_any_more_ends_nothing(manner: Manner) -> None:
    class Closed(io.StringIO):
        def write(self, _: str) -> int:
            raise BrokenPipeError(32, "Broken pipe")

    reporter(manner, Closed()).close(Look(totals(done=2), 1.0))
