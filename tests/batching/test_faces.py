from __future__ import annotations

import asyncio
import json
import math
import threading
from collections.abc import Callable, Mapping
from contextlib import aclosing
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from pydantic import BaseModel
from tests.support.ledgers import SNOW, ledger, party_for, rows
from tests.support.rain import summary, write_articles

from nutgraf import NewsSummary, ScriptedClient, Settings, abatch, batch
from nutgraf.batching.attempt import Finished
from nutgraf.batching.ledger.listing import list_documents
from nutgraf.batching.lines import read_results
from nutgraf.errors import (
    BatchError,
    BudgetError,
    ConfigError,
    ModelError,
    OutputError,
    RefusalError,
    TransientModelError,
    TruncatedError,
    UnfinishedError,
)
from nutgraf.grounding.checks import check
from nutgraf.llm.client import Request, Usage

SETTINGS = Settings(model="m", base_url="http://127.0.0.1:9/v1", repairs=0)
TEN = Usage(input_tokens=10, output_tokens=5, requests=1)


def days_of(request: Request[BaseModel]) -> int:
    return int(request.messages[-1].content.split("It rained in Arden for ")[-1].split(" ")[0])


def model(
    failing: Mapping[int, Exception] | None = None, settings: Settings = SETTINGS, **options: Any
) -> dict[str, Any]:
    """Return options of a batch with a model that knows the articles about rain."""

    def say(request: Request[BaseModel]) -> str | Exception:
        days = days_of(request)
        return (failing or {}).get(days) or summary(days)

    return {"client": ScriptedClient(say, model="m", usage=TEN), "settings": settings, **options}


@pytest.fixture
def articles(tmp_path: Path) -> Path:
    write_articles(tmp_path / "articles", 6)
    return tmp_path / "articles"


def test_a_batch_summarises_every_article_of_a_folder(articles: Path, tmp_path: Path) -> None:
    ending = batch(articles, tmp_path / "run", each=True, **model())
    assert ending.totals.conservation == "6 documents = 6 done + 0 failed + 0 cut + 0 skipped"
    assert (ending.totals.requests, ending.totals.input_tokens) == (6, 60)
    found = list(read_results(tmp_path / "run" / "results.jsonl", NewsSummary))
    assert [name for name, _ in found] == [f"articles/rain-{n:06}.txt" for n in range(2, 8)]
    name, result = found[3]
    assert result.summary.gist.text == "It rained in Arden for 5 days."
    assert result.article.source == name
    assert len(list((tmp_path / "run" / "each").iterdir())) == 6


def test_what_is_done_is_not_asked_again_and_what_is_new_is(articles: Path, tmp_path: Path) -> None:
    batch(articles, tmp_path / "run", **model())
    first = (tmp_path / "run" / "results.jsonl").read_bytes()
    again = model()
    batch(articles, tmp_path / "run", **again)
    assert again["client"].requests == []
    assert (tmp_path / "run" / "results.jsonl").read_bytes() == first
    write_articles(articles, 7)  # the first six are written anew, as they were
    more = model()
    assert batch([articles], tmp_path / "run", **more).totals.states["done"] == 7
    assert [days_of(request) for request in more["client"].requests] == [8]


def test_the_same_article_is_paid_once_and_both_copies_are_in_the_results(
    articles: Path, tmp_path: Path
) -> None:
    (articles / "copy.txt").write_bytes((articles / "rain-000003.txt").read_bytes())
    options = model(concurrency=1)
    ending = batch(articles, tmp_path / "run", **options)
    assert len(options["client"].requests) == 6
    assert (ending.totals.states["done"], ending.copies) == (7, 1)
    found = dict(read_results(tmp_path / "run" / "results.jsonl", NewsSummary))
    copy, original = found["articles/copy.txt"], found["articles/rain-000003.txt"]
    assert copy.summary == original.summary
    assert copy.article.source == "articles/copy.txt"


def test_another_prompt_or_model_has_all_done_again_and_the_former_answers_are_kept(
    articles: Path, tmp_path: Path
) -> None:
    batch(articles, tmp_path / "run", **model())
    warmer = model(settings=SETTINGS.model_copy(update={"temperature": 0.5}))
    batch(articles, tmp_path / "run", **warmer)
    assert len(warmer["client"].requests) == 6
    back = model()
    batch(articles, tmp_path / "run", **back)
    assert back["client"].requests == []


def test_two_runs_with_other_settings_in_one_folder_are_told_apart(
    articles: Path, tmp_path: Path
) -> None:
    with ledger(tmp_path / "run") as writer:
        writer.do(lambda connection: party_for(connection, SNOW))
        with pytest.raises(BatchError, match=r"prompt: snow@v1 there, news@v1 now"):
            batch(articles, tmp_path / "run", **model())


FAILURES: dict[int, tuple[Exception, str, str]] = {
    2: (TruncatedError("cut off"), "cut", "cut"),
    3: (RefusalError("refused"), "failed", "refusal"),
    4: (OutputError("misfit"), "failed", "misfit"),
    5: (TransientModelError("busy"), "failed", "busy"),
    6: (ModelError("bad request"), "failed", "model"),
    7: (ZeroDivisionError("It rained"), "failed", "fault"),
}


def test_a_failure_is_a_row_and_ends_nothing(articles: Path, tmp_path: Path) -> None:
    write_articles(articles, 7)
    failing = {days: error for days, (error, _, _) in FAILURES.items()}
    ending = batch(articles, tmp_path / "run", **model(failing))
    with pytest.raises(UnfinishedError, match="6 documents failed or were cut off"):
        ending.refuse_unfinished()
    with ledger(tmp_path / "run") as writer:
        stand = rows(writer, "state, kind")
        messages = [message for (message,) in rows(writer, "message")]
        assert stand == [*[(state, kind) for _, state, kind in FAILURES.values()], ("done", None)]
    assert "It rained" not in str(messages)
    assert messages[5] == "a fault in nutgraf itself (ZeroDivisionError); please report it"


def test_what_cannot_be_read_fails_alone(articles: Path, tmp_path: Path) -> None:
    (articles / "binary.txt").write_bytes(b"\x00\x01" * 100)
    (articles / "lines.jsonl").write_text('{"text": "It rained in Arden for 99 days."}\n{nope\n')
    ending = batch(articles, tmp_path / "run", **model())
    assert ending.totals.states["done"] == 7
    assert ending.totals.states["failed"] == 2
    found = dict(read_results(tmp_path / "run" / "results.jsonl", NewsSummary))
    assert found["articles/lines.jsonl#line-1"].article.source == "articles/lines.jsonl#line-1"


def test_what_went_away_or_changed_since_it_was_listed_fails(
    articles: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (articles / "lines.jsonl").write_text('{"text": "It rained in Arden for 99 days."}\n')

    def meddle(*given: Any) -> Any:
        found = list_documents(*given)
        (articles / "rain-000002.txt").unlink()
        (articles / "lines.jsonl").write_text("{}\n")
        return found

    monkeypatch.setattr("nutgraf.batching.running.list_documents", meddle)
    ending = batch(articles, tmp_path / "run", **model())
    assert ending.totals.conservation == "7 documents = 5 done + 2 failed + 0 cut + 0 skipped"


def test_what_every_document_would_meet_ends_the_run_and_fails_none(
    articles: Path, tmp_path: Path
) -> None:
    quota = ModelError("no quota left")
    quota.for_every_request = True
    ending = batch(articles, tmp_path / "run", **model({4: quota}, concurrency=1))
    assert ending.totals.conservation.endswith("4 waiting")
    with pytest.raises(ModelError, match="no quota left"):
        ending.refuse_unfinished()
    assert batch(articles, tmp_path / "run", **model()).error is None


def test_a_server_that_is_down_ends_the_run_after_some_documents(tmp_path: Path) -> None:
    write_articles(tmp_path / "articles", 30)
    down = dict.fromkeys(range(2, 32), TransientModelError("down"))
    ending = batch(tmp_path / "articles", tmp_path / "run", **model(down, concurrency=1))
    assert isinstance(ending.error, TransientModelError)
    assert ending.totals.states["failed"] == 20


class Slow(ScriptedClient):
    async def complete(self, request: Any) -> Any:
        await asyncio.sleep(60)


def test_a_document_has_a_deadline(articles: Path, tmp_path: Path) -> None:
    slow = model(client=Slow((), model="m"), deadline_s=0.2)
    ending = batch(articles, tmp_path / "run", **slow)
    assert ending.totals.states["failed"] == 6
    with ledger(tmp_path / "run") as writer:
        assert set(rows(writer, "kind, message")) == {
            ("deadline", "not done within 0.2 s; raise --deadline")
        }


def test_a_budget_holds_and_can_be_raised(articles: Path, tmp_path: Path) -> None:
    dear = Usage(input_tokens=15_000, output_tokens=5_000, requests=1)

    def options(most: int) -> dict[str, Any]:
        client = ScriptedClient(lambda request: summary(days_of(request)), model="m", usage=dear)
        return {"client": client, "settings": SETTINGS, "max_tokens": most, "concurrency": 3}

    ending = batch(articles, tmp_path / "run", **options(100_000))
    assert isinstance(ending.error, BudgetError)
    assert ending.totals.states["done"] in {2, 3, 4}  # the worst case of a call is some 50,000
    assert ending.totals.states["waiting"] == 6 - ending.totals.states["done"]
    assert ending.totals.input_tokens + ending.totals.output_tokens <= 100_000
    assert batch(articles, tmp_path / "run", **options(1_000_000)).error is None


def test_every_format_of_the_reader_is_taken_and_each_line_of_json_lines(tmp_path: Path) -> None:
    said = "It rained in Arden for {} days."
    folder = tmp_path / "articles"
    (folder / "more").mkdir(parents=True)
    (folder / "a.txt").write_text(said.format(2))
    (folder / "b.md").write_text(f"# Rain\n\n{said.format(3)}\n")
    (folder / "more" / "c.html").write_text(
        f"<html><body><article><p>{said.format(4)}</p></article></body></html>"
    )
    (folder / "d.json").write_text(json.dumps({"text": said.format(5)}))
    records = [json.dumps({"text": said.format(days)}) for days in (6, 7)]
    (folder / "e.jsonl").write_text("\n".join(records))
    (folder / "left.out").write_text(said.format(8))
    ending = batch(folder, tmp_path / "run", **model())
    assert ending.totals.conservation == "6 documents = 6 done + 0 failed + 0 cut + 0 skipped"
    found = dict(read_results(tmp_path / "run" / "results.jsonl", NewsSummary))
    assert {name: result.summary.gist.text for name, result in found.items()} == {
        "articles/a.txt": said.format(2),
        "articles/b.md": said.format(3),
        "articles/more/c.html": said.format(4),
        "articles/d.json": said.format(5),
        "articles/e.jsonl#line-1": said.format(6),
        "articles/e.jsonl#line-2": said.format(7),
    }


def test_a_limit_to_the_cost_needs_a_price(articles: Path, tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match="the price of m is not known"):
        batch(articles, tmp_path / "run", **model(max_cost=Decimal(1)))
    priced = SETTINGS.model_copy(update={"price": (Decimal(1), Decimal(2))})
    ending = batch(articles, tmp_path / "run", **model(max_cost=Decimal(1), settings=priced))
    assert ending.totals.cost_usd == 6 * (10 * Decimal("1e-6") + 5 * Decimal("2e-6"))


def test_documents_come_one_by_one_as_they_are_finished(articles: Path, tmp_path: Path) -> None:
    async def listen() -> list[Finished[NewsSummary]]:
        return [one async for one in abatch(articles, tmp_path / "run", **model())]

    found = asyncio.run(listen())
    assert {one.name for one in found} == {f"articles/rain-{n:06}.txt" for n in range(2, 8)}
    assert all(one.result and one.result.summary.headline == "Rain in Arden" for one in found)


def test_who_stops_listening_gives_back_what_is_in_flight(articles: Path, tmp_path: Path) -> None:
    async def listen() -> list[str]:
        options = model(concurrency=2)
        async with aclosing(abatch(articles, tmp_path / "run", **options)) as found:
            async for _ in found:
                break
        with ledger(tmp_path / "run") as writer:  # before the loop's end, which closes what is open
            return [str(state) for (state,) in rows(writer, "state")]

    states = asyncio.run(listen())
    assert "leased" not in states
    assert 1 <= states.count("done") < 6
    lines = (tmp_path / "run" / "results.jsonl").read_text().splitlines()
    assert len(lines) == states.count("done")
    batch(articles, tmp_path / "run", **model())
    assert len((tmp_path / "run" / "results.jsonl").read_text().splitlines()) == 6


def test_it_works_inside_a_running_event_loop(articles: Path, tmp_path: Path) -> None:
    async def in_a_notebook() -> int:
        return batch(articles, tmp_path / "run", **model()).totals.states["done"]

    assert asyncio.run(in_a_notebook()) == 6


def test_without_a_model_it_is_extractive(articles: Path, tmp_path: Path) -> None:
    ending = batch(str(articles / "rain-000002.txt"), tmp_path / "run", settings={})
    assert ending.totals.states["done"] == 1
    ((_, result),) = read_results(tmp_path / "run" / "results.jsonl", NewsSummary)
    assert result.provenance.drafter == "extractive"


def test_a_run_folder_must_be_new_empty_or_a_run_folder(articles: Path, tmp_path: Path) -> None:
    with pytest.raises(BatchError, match="not empty and no run folder"):
        batch(articles, articles, **model())
    (tmp_path / "file").touch()
    with pytest.raises(BatchError, match="cannot be made or listed"):
        batch(articles, tmp_path / "file" / "run", **model())


@pytest.mark.parametrize(
    "options",
    [
        {"concurrency": 0},
        {"deadline_s": 0},
        {"deadline_s": math.nan},
        {"max_tokens": 0},
        {"max_cost": Decimal(0)},
        {"max_cost": Decimal("nan")},
        {"max_cost": Decimal("inf")},
    ],
)
def test_senseless_limits_are_refused(
    options: dict[str, Any], articles: Path, tmp_path: Path
) -> None:
    with pytest.raises(ConfigError):
        batch(articles, tmp_path / "run", **model(**options))


def test_the_log_has_an_event_a_line_and_no_text(articles: Path, tmp_path: Path) -> None:
    batch(articles, tmp_path / "run", **model({3: RefusalError("refused")}))
    text = (tmp_path / "run" / "log.jsonl").read_text()
    events = [json.loads(line)["event"] for line in text.splitlines()]
    assert sorted(events) == ["done"] * 5 + ["ended", "failed", "listed"]
    assert "It rained" not in text


def test_a_disk_that_is_full_ends_the_run_and_leaves_the_ledger_whole(
    articles: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fill(plan: Any, writer: Any) -> Any:
        found = list_documents(plan, writer)
        pages = writer.do(lambda c: c.execute("PRAGMA page_count").fetchone()[0])
        writer.do(lambda c: c.execute(f"PRAGMA max_page_count = {pages}").fetchone())
        return found

    filler = bytes(range(256)) * 400
    with monkeypatch.context() as patch:
        patch.setattr("nutgraf.batching.running.list_documents", fill)
        patch.setattr("nutgraf.batching.attempt.pack", lambda result: filler)
        with pytest.raises(BatchError, match="the disk is full"):
            batch(articles, tmp_path / "run", **model())
    assert batch(articles, tmp_path / "run", **model()).totals.states["done"] == 6


def test_the_event_loop_is_not_held_up_by_reading_and_grounding(
    articles: Path, tmp_path: Path
) -> None:
    threads: set[str] = set()

    def say(request: Request[BaseModel]) -> str:
        return summary(days_of(request))

    original: Callable[..., Any] = check

    def spy(*given: Any) -> Any:
        threads.add(threading.current_thread().name)
        return original(*given)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("nutgraf.grounding.checked.check", spy)
        batch(articles, tmp_path / "run", client=ScriptedClient(say), settings=SETTINGS)
    assert {name.split("_")[0] for name in threads} == {"reading"}
