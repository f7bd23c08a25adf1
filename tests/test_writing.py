from __future__ import annotations

import os
import threading
from pathlib import Path

import pytest

from nutgraf.writing import beside, write_whole


def test_a_file_takes_the_place_of_the_former_one_when_it_is_whole(tmp_path: Path) -> None:
    file = tmp_path / "report.md"
    write_whole(file, "former")
    with beside(file) as part:
        part.write_text("new", encoding="utf-8")
        assert file.read_text(encoding="utf-8") == "former"
    assert file.read_text(encoding="utf-8") == "new"
    assert list(tmp_path.iterdir()) == [file]


def test_what_breaks_off_leaves_the_former_one_and_nothing_beside_it(tmp_path: Path) -> None:
    file = tmp_path / "report.md"
    write_whole(file, "former")
    with pytest.raises(UnicodeEncodeError):
        write_whole(file, "half of it \ud800")
    assert file.read_text(encoding="utf-8") == "former"
    assert list(tmp_path.iterdir()) == [file]


def test_where_nothing_can_be_written_it_is_said(tmp_path: Path) -> None:
    path = tmp_path / "nowhere" / "report.md"
    with pytest.raises(FileNotFoundError) as caught:
        write_whole(path, "new")
    assert caught.value.filename == str(path)


def test_what_another_file_lacks_is_told_by_its_own_name(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError) as caught, beside(tmp_path / "report.md"):
        (tmp_path / "other.md").read_text()
    assert caught.value.filename == str(tmp_path / "other.md")


def test_what_is_no_file_is_written_to_and_not_replaced(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    heard: list[str] = []
    listening = threading.Thread(target=lambda: heard.append(pipe.read_text(encoding="utf-8")))
    listening.start()
    write_whole(pipe, "new")
    listening.join(10)
    assert heard == ["new"]
    assert pipe.is_fifo()
    assert list(tmp_path.iterdir()) == [pipe]


def test_a_link_stays_one_and_what_it_leads_to_is_replaced(tmp_path: Path) -> None:
    (tmp_path / "kept").mkdir()
    file, link = tmp_path / "kept" / "report.md", tmp_path / "latest.md"
    write_whole(file, "former")
    link.symlink_to(file)
    write_whole(link, "new")
    assert link.is_symlink()
    assert file.read_text(encoding="utf-8") == "new"
