from __future__ import annotations

import csv
import json
import sys
from pathlib import Path

import pytest
from pydantic import BaseModel, Field
from tests.support.ledgers import ledger
from tests.support.rain import summary

from nutgraf import NewsSummary, ScriptedClient, Settings, batch, load_result
from nutgraf.batching.results import COLUMNS, Done, file_name, write_results
from nutgraf.batching.status import failures_text
from nutgraf.batching.writing import alone, whole
from nutgraf.errors import BatchError, ConfigError
from nutgraf.llm.client import Usage

SETTINGS = Settings(
    model="m",
    base_url="http://127.0.0.1:9/v1",
    repairs=0,
    price=("1", "2"),
)


@pytest.fixture
def run(tmp_path: Path) -> Path:
    folder = tmp_path / "news"
    folder.mkdir()
    (folder / "a.txt").write_text("Title: =SUM(A1)\n\nIt rained in Arden for 2 days.\n")
    (folder / 'b "x" \u00e9.txt').write_text(
        'Title: "source":null\n\nIt rained in Arden for 2 days.\n'
    )
    client = ScriptedClient(
        lambda _: summary(2), usage=Usage(input_tokens=7, output_tokens=3, requests=1)
    )
    batch(folder, tmp_path / "run", client=client, settings=SETTINGS)
    return tmp_path / "run"


def test_a_line_has_the_id_and_the_whole_result_but_nothing_that_was_spent(run: Path) -> None:
    lines = (run / "results.jsonl").read_text(encoding="utf-8").splitlines()
    first, second = map(json.loads, lines)
    assert (first["id"], second["id"]) == ("news/a.txt", 'news/b "x" \u00e9.txt')
    assert second["result"]["article"]["source"] == second["id"]
    assert second["result"]["article"]["title"] == '"source":null'
    spent = {"requests", "input_tokens", "output_tokens", "cost_usd", "price_source", "seconds"}
    assert not spent & first["result"]["provenance"].keys()


def test_what_two_inputs_call_the_same_goes_by_its_path(tmp_path: Path) -> None:
    for top, text in {"x": "It rained in Arden.", "y": ""}.items():
        (tmp_path / top / "a").mkdir(parents=True)
        (tmp_path / top / "a" / "bad.txt").write_text("")
        (tmp_path / top / "a" / "rain.txt").write_text(f"It rained in Arden {top}.\n")
        (tmp_path / top / "a" / f"{top}.txt").write_text(text)
    inputs = [tmp_path / "x" / "a", tmp_path / "y" / "a"]
    batch(inputs, tmp_path / "run", client=ScriptedClient(lambda _: summary(2)), settings=SETTINGS)
    lines = (tmp_path / "run" / "results.jsonl").read_text(encoding="utf-8").splitlines()
    twice = [str(folder / "rain.txt") for folder in inputs]
    assert [json.loads(one)["id"] for one in lines] == [*twice, "a/x.txt"]
    told = [one.partition(":")[0] for one in failures_text(tmp_path / "run")]
    assert told == [*(str(folder / "bad.txt") for folder in inputs), "a/y.txt"]


def test_each_article_has_a_result_file_that_loads(run: Path) -> None:
    folder = write_results(run, "each")
    files = sorted(folder.iterdir())
    assert [file.name[:-18] for file in files] == ["news-a.txt", "news-b-x-.txt"]
    loaded = load_result(files[0], NewsSummary)
    assert loaded.article.title == "=SUM(A1)"
    assert loaded.provenance.cost_usd == "unknown"


def test_files_that_are_there_already_are_not_written_again(run: Path) -> None:
    folder = write_results(run, "each")
    before = {file.name: file.stat().st_ino for file in folder.iterdir()}
    next(folder.glob("news-a*")).write_text("torn")
    write_results(run, "each")
    after = {file.name: file.stat().st_ino for file in folder.iterdir()}
    assert [name for name in before if before[name] != after[name]] == [
        next(folder.glob("news-a*")).name
    ]


@pytest.mark.parametrize("name", ["../../etc/passwd", "/", "..", "a/../b", "\u96e8", "x" * 500])
def test_a_name_never_leaves_the_folder(name: str) -> None:
    found = file_name(Done("f" * 64, name, None, 0, 0, 0, 0, 0.0, b""))
    assert "/" not in found
    assert not found.startswith(".")
    assert len(found) < 120


def test_csv_has_what_was_spent_and_no_formulas(run: Path) -> None:
    with write_results(run, "csv").open(encoding="utf-8", newline="") as stream:
        head, first, second = csv.reader(stream)
    assert tuple(head) == COLUMNS
    row = dict(zip(head, first, strict=True))
    assert row["title"] == "'=SUM(A1)"
    assert row["gist"] == "It rained in Arden for 2 days."
    assert (row["input_tokens"], row["cost_usd"], row["prompt"]) == (
        "7",
        "0.000013000000",
        "news@v1",
    )
    assert json.loads(row["result"])["article"]["source"] == "news/a.txt"
    assert second[0] == 'news/b "x" \u00e9.txt'


def test_parquet_has_the_same_columns(run: Path, tmp_path: Path) -> None:
    parquet = pytest.importorskip("pyarrow.parquet")
    table = parquet.read_table(write_results(run, "parquet", tmp_path / "out.parquet"))
    assert tuple(table.column_names) == COLUMNS
    assert table.column("title").to_pylist() == ["=SUM(A1)", '"source":null']
    assert table.column("input_tokens").to_pylist() == [7, 7]
    with pytest.raises(BatchError, match="cannot be written"):
        write_results(run, "parquet", tmp_path / "nowhere" / "out.parquet")


def test_parquet_without_its_library_says_what_to_install(
    run: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delitem(sys.modules, "nutgraf.batching.parquet", raising=False)
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    with pytest.raises(ConfigError, match=r"nutgraf\[parquet\]"):
        write_results(run, "parquet")


class Verdict(BaseModel):
    headline: int = Field(description="a number")
    key_points: str


def test_a_schema_of_ones_own_leaves_the_columns_of_news_empty(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("It rained.")
    client = ScriptedClient(['{"headline": 1, "key_points": "x"}'])
    batch(tmp_path / "a.txt", tmp_path / "run", schema=Verdict, client=client, settings=SETTINGS)
    with write_results(tmp_path / "run", "csv").open(encoding="utf-8", newline="") as stream:
        (row,) = csv.DictReader(stream)
    assert (row["headline"], row["gist"], row["key_points"]) == ("", "", "")


def test_an_answer_that_is_lost_is_noticed(run: Path) -> None:
    with ledger(run) as writer:
        writer.do(lambda connection: connection.execute("DELETE FROM answer"))
    with pytest.raises(BatchError, match="no answer for 2 documents"):
        write_results(run, "jsonl")


def test_what_cannot_be_written_leaves_what_was_there(run: Path, tmp_path: Path) -> None:
    with pytest.raises(BatchError, match="cannot be written"):
        write_results(run, "jsonl", tmp_path / "nowhere" / "out.jsonl")
    with pytest.raises(BatchError, match="cannot be made"):
        write_results(run, "each", tmp_path / "nowhere" / "each")
    target = tmp_path / "file"
    target.write_text("whole")

    def broken() -> None:
        with whole(target) as stream:
            stream.write("half")
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        broken()
    assert target.read_text() == "whole"
    assert [file.name for file in tmp_path.glob(".*.part")] == []


def test_only_one_process_writes_at_a_time(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("nutgraf.batching.writing._PATIENCE_S", 0.1)
    lock = tmp_path / "lock"
    with alone(lock), pytest.raises(BatchError, match="another process"), alone(lock):
        pass
    with alone(tmp_path / "lock"):
        pass
    with pytest.raises(BatchError, match="cannot be made"), alone(tmp_path / "no" / "lock"):
        pass


def test_a_folder_that_is_no_run_is_refused(tmp_path: Path) -> None:
    with pytest.raises(BatchError, match="is no run folder"):
        write_results(tmp_path, "jsonl")
