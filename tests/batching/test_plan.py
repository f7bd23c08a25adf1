from __future__ import annotations

import io
import os
import tracemalloc
from pathlib import Path

import pytest

from nutgraf.batching.ledger.store import FILE_NAME
from nutgraf.batching.plan import Part, Plan, listed
from nutgraf.errors import BatchError, ConfigError


def names(*inputs: Path, glob: str | None = None) -> list[str]:
    return [file.name for file in Plan(inputs=inputs, glob=glob).files()]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    top = tmp_path / "news"
    (top / "2025").mkdir(parents=True)
    (top / ".git").mkdir()
    for name in ("b.txt", "a.md", "2025/c.html", "notes.story", ".hidden.txt", ".git/d.txt"):
        (top / name).write_text("Words.")
    return top


def test_a_folder_is_walked_for_the_formats_that_are_read_and_nothing_hidden(folder: Path) -> None:
    assert names(folder) == ["news/2025/c.html", "news/a.md", "news/b.txt"]


def test_a_glob_picks_by_name_or_by_the_way_from_the_folder(folder: Path) -> None:
    assert names(folder, glob="*.story") == ["news/notes.story"]
    assert names(folder, glob="2025/*") == ["news/2025/c.html"]


def test_several_folders_and_files_may_be_given(folder: Path) -> None:
    given = (folder / "2025", folder / "notes.story")
    assert names(*given) == ["2025/c.html", "notes.story"]


def test_a_run_folder_is_no_input(folder: Path) -> None:
    run = folder / "run"
    run.mkdir()
    (run / FILE_NAME).touch()
    (run / "results.jsonl").write_text('{"text": "A result."}\n')
    assert "news/run/results.jsonl" not in names(folder)


def test_links_to_folders_are_not_followed_for_they_may_lead_back(folder: Path) -> None:
    (folder / "loop").symlink_to(folder)
    assert len(names(folder)) == 3


def test_a_link_to_a_file_is_that_file_and_one_to_nothing_is_left_out(folder: Path) -> None:
    (folder / "linked.txt").symlink_to(folder / "b.txt")
    (folder / "lost.txt").symlink_to(folder / "gone.txt")
    found = {file.name: file for file in Plan(inputs=(folder,)).files()}
    assert "news/lost.txt" not in found
    assert found["news/linked.txt"].size == found["news/b.txt"].size


def test_a_folder_of_very_many_files_takes_little_memory(tmp_path: Path) -> None:
    for number in range(2000):
        (tmp_path / f"{number}.txt").touch()
    tracemalloc.start()
    try:
        assert sum(1 for _ in Plan(inputs=(tmp_path,)).files()) == 2000
        peak = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
    assert peak < 300 * 2000  # bytes; with what the system tells of each it is over 800


def test_an_input_that_is_not_there_is_refused_by_name(tmp_path: Path) -> None:
    with pytest.raises(BatchError, match="nowhere: No such file"):
        names(tmp_path / "nowhere")
    with pytest.raises(BatchError, match="ValueError"):
        names(Path("a\0b"))


def test_a_folder_that_cannot_be_listed_is_refused_by_name(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refusing(path: bytes) -> None:
        raise PermissionError(13, "Permission denied", path)

    monkeypatch.setattr(os, "scandir", refusing)
    with pytest.raises(BatchError, match="news: Permission denied; give folders"):
        names(folder)


def test_a_hostile_name_cannot_write_to_a_terminal(tmp_path: Path) -> None:
    (tmp_path / "a\x1b[2Jb.txt").write_text("Words.")
    (tmp_path / os.fsdecode(b"c\xffd.txt")).write_text("Words.")
    assert names(tmp_path) == [f"{tmp_path.name}/a\ufffd[2Jb.txt", f"{tmp_path.name}/c\ufffdd.txt"]


def test_limits_and_formats_that_are_none_are_refused() -> None:
    with pytest.raises(BatchError, match="max_bytes"):
        Plan(inputs=(), max_bytes=0)
    with pytest.raises(ConfigError, match="format"):
        Plan(inputs=(), format="rtf")


def parts(path: Path) -> list[Part]:
    plan = Plan(inputs=(path,))
    return [part for file in plan.files() for part in plan.parts(file)]


def test_each_line_of_json_lines_is_a_document_where_it_stands(tmp_path: Path) -> None:
    path = tmp_path / "many.jsonl"
    path.write_bytes(b'\xef\xbb\xbf\n{"text": "A"}\n   \r\n{"text": "B"}')
    assert parts(path) == [Part(2, 4, 14), Part(4, 23, 13)]


def test_a_line_of_any_length_is_one_document(tmp_path: Path) -> None:
    path = tmp_path / "long.jsonl"
    path.write_bytes(b'{"text": "' + b"a" * (2 << 20) + b'"}\n{}\n')
    assert [(part.line, part.length) for part in parts(path)] == [(1, (2 << 20) + 13), (2, 3)]


def test_a_file_without_a_line_is_a_document_whose_reading_will_say_so(tmp_path: Path) -> None:
    path = tmp_path / "blank.jsonl"
    path.write_bytes(b"\n\n")
    assert parts(path) == [Part(0, 0, 2)]


def test_so_is_a_file_that_goes_away_before_its_lines_are_counted(tmp_path: Path) -> None:
    path = tmp_path / "gone.jsonl"
    path.write_bytes(b"{}\n")
    plan = Plan(inputs=(path,))
    (file,) = plan.files()
    path.unlink()
    assert list(plan.parts(file)) == [Part(0, 0, 3)]


def test_a_list_has_a_path_a_line() -> None:
    stream = io.StringIO("a.txt\n\n b c.txt\r\n")
    assert list(listed(stream)) == [Path("a.txt"), Path(" b c.txt")]
