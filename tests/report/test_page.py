from __future__ import annotations

import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nutgraf.report.page import PlainPage, page_for
from nutgraf.report.sections import Line
from nutgraf.report.terminal import TerminalPage

WORDS = st.lists(st.text("abc-é\u2019", min_size=1, max_size=14), min_size=1).map(" ".join)
LINES = st.builds(
    Line,
    WORDS,
    st.sampled_from(["", "error", "line 3"]),
    st.lists(st.integers(1, 99), max_size=9).map(tuple),
)


@pytest.fixture(autouse=True)
def _plain(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("COLUMNS", "FORCE_COLOR", "TTY_COMPATIBLE"):
        monkeypatch.delenv(name, raising=False)


@given(st.lists(LINES, max_size=4), WORDS, st.integers(30, 120))
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
            printed.append([row.rstrip() for row in stream.getvalue().splitlines()])
    assert printed[0] == printed[1]


def test_a_word_that_fits_on_no_line_is_cut(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "12")
    stream = io.StringIO()
    PlainPage(stream).line(Line("abcdefghijklmn"))
    assert stream.getvalue() == "  abcdefgh\n    ijklmn\n"


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


@pytest.mark.parametrize("columns", ["1", "4", "6"])
@pytest.mark.parametrize("kind", [PlainPage, TerminalPage])
def test_a_page_is_never_so_narrow_that_nothing_fits(
    monkeypatch: pytest.MonkeyPatch, kind: type[PlainPage | TerminalPage], columns: str
) -> None:
    monkeypatch.setenv("COLUMNS", columns)
    stream = io.StringIO()
    kind(stream).line(Line("It rained in Arden."), depth=2)
    assert "".join(stream.getvalue().split()) == "ItrainedinArden."
