from __future__ import annotations

import io
import os

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nutgraf.report.page import PlainPage, page_for
from nutgraf.report.sections import Line
from nutgraf.report.terminal import TerminalPage
from nutgraf.report.wrapping import columns, wrapped

WORDS = st.text("abc-é字。😀\u2019 ", max_size=90)
LINES = st.builds(
    Line,
    WORDS.map(str.strip).filter(bool),
    st.sampled_from(["", "error", "line 3"]),
    st.lists(st.integers(1, 99), max_size=9).map(tuple),
)


@pytest.fixture(autouse=True)
def _plain(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("COLUMNS", "FORCE_COLOR", "TTY_COMPATIBLE"):
        monkeypatch.delenv(name, raising=False)


@given(st.lists(LINES, max_size=4), WORDS.map(str.strip).filter(bool), st.integers(20, 120))
def test_a_plain_page_reads_like_one_that_is_printed_by_rich(
    lines: list[Line], title: str, width: int
) -> None:
    printed = []
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("COLUMNS", str(width))
        for kind in (PlainPage, TerminalPage):
            stream = io.StringIO()
            page = kind(stream)
            for depth, line in enumerate(lines):
                page.line(line, depth % 3)
            page.title(title)
            printed.append(stream.getvalue())
    assert printed[0] == printed[1]


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ("", [""]),
        ("one two three", ["one two", "three"]),
        ("one abcdefghijkl", ["one", "abcdefgh", "ijkl"]),
        ("abcdefghijkl mn", ["abcdefgh", "ijkl mn"]),
        ("字字字字字", ["字字字字", "字"]),
    ],
)
def test_lines_break_between_words_and_cut_only_what_fits_on_none(
    text: str, rows: list[str]
) -> None:
    assert wrapped(text, 8) == rows


def test_lines_are_as_wide_as_the_environment_or_a_terminal_says(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def none(stream: int) -> os.terminal_size:
        raise OSError(stream)

    monkeypatch.setattr(os, "get_terminal_size", none)
    assert columns() == 80
    monkeypatch.setattr(os, "get_terminal_size", lambda _: os.terminal_size((61, 20)))
    assert columns() == 61
    monkeypatch.setattr(os, "get_terminal_size", lambda _: os.terminal_size((0, 0)))
    assert columns() == 80
    monkeypatch.setenv("COLUMNS", "44")
    assert columns() == 44


def test_colours_are_for_terminals_and_for_who_asks(monkeypatch: pytest.MonkeyPatch) -> None:
    class Terminal(io.StringIO):
        def isatty(self) -> bool:
            return True

    assert isinstance(page_for(io.StringIO()), PlainPage)
    assert isinstance(page_for(Terminal()), TerminalPage)
    monkeypatch.setenv("FORCE_COLOR", "1")
    monkeypatch.delenv("NO_COLOR", raising=False)
    stream = io.StringIO()
    page_for(stream).line(Line("is wrong", lead="error"))
    assert "\x1b[1;31merror" in stream.getvalue()
