"""Bytes from a path or from standard input."""

import errno
import io
import sys
from pathlib import Path
from types import SimpleNamespace

import pytest

from nutgraf.errors import ArticleError
from nutgraf.reading.files import open_bytes, read_bounded, read_lines, source_name


def test_a_file_is_read_and_closed(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(b"A text.")
    with open_bytes(path) as stream:
        assert read_bounded(stream, "a.txt", 7) == b"A text."
    assert stream.closed


def test_a_dash_is_standard_input_and_stays_open(monkeypatch: pytest.MonkeyPatch) -> None:
    piped = io.BytesIO(b"A text.")
    monkeypatch.setattr(sys, "stdin", SimpleNamespace(buffer=piped))
    with open_bytes("-") as stream:
        assert stream.read() == b"A text."
    assert not piped.closed


def test_a_program_without_standard_input_is_told_to_give_a_path(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(sys, "stdin", None)
    with pytest.raises(ArticleError, match="standard input: there is none"), open_bytes("-"):
        pass


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    path = tmp_path / "none.txt"
    with pytest.raises(ArticleError) as caught, open_bytes(path):
        pass
    assert str(caught.value) == f"{path}: there is no such file; check the path"


def test_a_folder_is_named(tmp_path: Path) -> None:
    with pytest.raises(ArticleError, match="this is a folder"), open_bytes(tmp_path):
        pass


def test_a_path_with_a_nul_character_is_our_error() -> None:
    with (
        pytest.raises(ArticleError, match=r"a\ufffdb: it cannot be read \(ValueError\)"),
        open_bytes("a\0b"),
    ):
        pass


def test_a_file_that_may_not_be_read_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise PermissionError(errno.EACCES, "no")

    monkeypatch.setattr(Path, "open", refuse)
    with pytest.raises(ArticleError, match=r"a\.txt: it may not be read"), open_bytes("a.txt"):
        pass


def test_a_failure_while_reading_is_our_error(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(b"A text.")
    with pytest.raises(ArticleError, match=r"it cannot be read \(OSError\)"), open_bytes(path):
        raise OSError(errno.EIO, "the disk failed")


def test_an_empty_file_is_named() -> None:
    with pytest.raises(ArticleError, match=r"a\.txt: it is empty"):
        read_bounded(io.BytesIO(), "a.txt", 10)


def test_a_large_file_is_refused_with_the_limit_and_how_to_raise_it() -> None:
    with pytest.raises(ArticleError) as caught:
        read_bounded(io.BytesIO(b"x" * 2001), "a.txt", 2000)
    assert str(caught.value) == (
        "a.txt: it is larger than the limit of 2,000 bytes; raise max_bytes, or --max-bytes"
    )


def test_lines_have_numbers_and_none_stands_for_one_over_the_limit() -> None:
    stream = io.BytesIO(b"one\nfourteen bytes\ntwo")
    assert list(read_lines(stream, 5)) == [(1, b"one\n"), (2, None), (3, b"two")]


@pytest.mark.parametrize(
    ("path", "name"),
    [
        ("a/b.txt", "a/b.txt"),
        (Path("b.txt"), "b.txt"),
        ("\x1b[31m\udcff.txt", "\ufffd[31m\ufffd.txt"),
    ],
)
def test_a_hostile_name_cannot_write_to_a_terminal(path: str | Path, name: str) -> None:
    assert source_name(path) == name
