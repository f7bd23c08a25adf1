"""What a disk, a folder or another run can do to a batch: told clearly, and the ledger is whole."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from tests.support.ledgers import SNOW, ledger, party_for, rows
from tests.support.rain import write_articles

from nutgraf import batch
from nutgraf.batching.plan import Plan
from nutgraf.batching.results import RESULTS, write_results
from nutgraf.cli import main
from nutgraf.errors import BatchError

NOBODY = 65534
FULL = Path("/dev/full")


def run(*arguments: str | Path) -> int:
    with pytest.raises(SystemExit) as end:
        main([str(argument) for argument in arguments])
    assert isinstance(end.value.code, int)
    return end.value.code


def integrity(folder: Path) -> str:
    with ledger(folder) as writer:
        found: str = writer.do(lambda c: c.execute("PRAGMA integrity_check").fetchone()[0])
    return found


@pytest.fixture
def public() -> Iterator[Path]:
    """A folder that every user can get to, unlike pytest's own."""
    folder = Path(tempfile.mkdtemp())
    folder.chmod(0o755)
    yield folder
    shutil.rmtree(folder)


@contextmanager
def unprivileged() -> Iterator[None]:
    """Be a user for whom permissions hold; who is one already stays it."""
    former = os.geteuid()
    if former == 0:
        os.seteuid(NOBODY)
    try:
        yield
    finally:
        os.seteuid(former)


@contextmanager
def read_only(folder: Path) -> Iterator[None]:
    """Take the right to write from a folder and its files, and give it back."""
    files = [folder, *folder.iterdir()]
    modes = [file.stat().st_mode for file in files]
    for file in files:
        file.chmod(0o555 if file.is_dir() else 0o444)
    try:
        with unprivileged():
            yield
    finally:
        for file, mode in zip(files, modes, strict=True):
            file.chmod(mode)


def test_empty_files_are_skipped_with_a_reason_and_none_is_lost(tmp_path: Path) -> None:
    articles = tmp_path / "articles"
    write_articles(articles, 1)
    for number in range(1500):
        (articles / f"{number}.txt").touch()
    ending = batch(articles, tmp_path / "run", settings={})
    assert ending.totals.conservation == (
        "1,501 documents = 1 done + 0 failed + 0 cut + 1,500 skipped"
    )
    ending.refuse_unfinished()
    with ledger(tmp_path / "run") as writer:
        skipped = {row[1:] for row in rows(writer, "state, kind, message") if row[0] == "skipped"}
    assert skipped == {("empty", "there is nothing in it")}


def test_a_run_folder_that_cannot_be_made_is_told_of(
    public: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write_articles(public / "articles", 1)
    with read_only(public):
        assert run("batch", public / "articles", "--out", public / "run") == 19
    assert "run: cannot be made or listed (Permission denied)" in capsys.readouterr().err


def test_a_run_folder_that_is_read_only_is_told_of_and_its_ledger_is_whole(
    public: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write_articles(public / "articles", 2)
    assert run("batch", public / "articles", "--out", public / "run") == 0
    before = (public / "run" / RESULTS).read_bytes()
    write_articles(public / "articles", 3)
    capsys.readouterr()
    with read_only(public / "run"):
        assert run("batch", public / "articles", "--out", public / "run") == 19
    told = capsys.readouterr().err
    assert "ledger.db: it may not be written; check the folder's permissions" in told
    assert integrity(public / "run") == "ok"
    assert (public / "run" / RESULTS).read_bytes() == before
    assert run("batch", public / "articles", "--out", public / "run") == 0
    assert len((public / "run" / RESULTS).read_text().splitlines()) == 3


@pytest.mark.skipif(not FULL.exists(), reason="the system has no disk that is always full")
def test_a_disk_that_has_no_room_for_the_results_leaves_the_former_ones(tmp_path: Path) -> None:
    write_articles(tmp_path / "articles", 2)
    folder = tmp_path / "run"
    batch(tmp_path / "articles", folder, settings={})
    before = (folder / RESULTS).read_bytes()
    write_articles(tmp_path / "articles", 3)
    (folder / f".{RESULTS}.part").symlink_to(FULL)  # where the new ones are written at first
    with pytest.raises(BatchError, match=r"cannot be written \(No space left on device\)"):
        batch(tmp_path / "articles", folder, settings={})
    assert (folder / RESULTS).read_bytes() == before
    with ledger(folder) as writer:
        assert rows(writer, "state") == [("done",)] * 3
    write_results(folder, "jsonl")
    assert len((folder / RESULTS).read_text().splitlines()) == 3


def test_a_file_that_goes_away_while_its_folder_is_walked_is_left_out(tmp_path: Path) -> None:
    write_articles(tmp_path / "articles", 3)
    files = Plan(inputs=(tmp_path / "articles",)).files()
    assert next(files).name.endswith("rain-000002.txt")
    (tmp_path / "articles" / "rain-000003.txt").unlink()
    assert [file.name for file in files] == ["articles/rain-000004.txt"]


def test_a_second_run_with_other_settings_is_refused_while_the_first_is_at_work(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write_articles(tmp_path / "articles", 1)
    with ledger(tmp_path / "run") as writer:
        writer.do(lambda connection: party_for(connection, SNOW))
        assert run("batch", tmp_path / "articles", "--out", tmp_path / "run") == 19
        assert rows(writer, "state") == []
    assert "prompt: snow@v1 there, none now" in capsys.readouterr().err
    assert integrity(tmp_path / "run") == "ok"
