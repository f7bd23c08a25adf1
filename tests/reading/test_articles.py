"""Articles out of files, from one end to the other."""

import io
import subprocess
import sys
from datetime import date
from pathlib import Path
from types import SimpleNamespace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from nutgraf.article import Article
from nutgraf.errors import ArticleError, ConfigError
from nutgraf.reading import Format, iter_articles, read, read_text

TWO = b'{"id": "a", "text": "One."}\n{"text": "Two.", "title": "Second", "url": "https://b.example"}\n'


@pytest.fixture
def two(tmp_path: Path) -> Path:
    path = tmp_path / "two.jsonl"
    path.write_bytes(TWO)
    return path


def pipe(monkeypatch: pytest.MonkeyPatch, data: bytes) -> None:
    monkeypatch.setattr(sys, "stdin", SimpleNamespace(buffer=io.BytesIO(data)))


def test_a_plain_text_is_read_with_its_header(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(b" date 2025-10-16 The bridge\r\nreopened.")
    assert read(path) == Article(
        text="The bridge\r\nreopened.", published=date(2025, 10, 16), source=str(path)
    )


def test_the_callers_word_wins_over_the_file(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("Title: The file's\nDate: 2025-10-16\n\nText.", encoding="utf-8")
    article = read(path, title="Mine", published=date(2025, 10, 17), authors=("Bo Li",), source="b")
    assert article == Article(
        text="Text.", title="Mine", published=date(2025, 10, 17), authors=("Bo Li",), source="b"
    )


def test_the_format_may_be_named(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(b"# A bridge\n\nIt reopened.")
    assert read(path, format="markdown").title == "A bridge"


def test_standard_input_is_recognised_by_its_content(monkeypatch: pytest.MonkeyPatch) -> None:
    pipe(monkeypatch, b"---\ntitle: A bridge\n---\nIt reopened.")
    assert read("-") == Article(text="It reopened.", title="A bridge", source="-")


def test_an_id_picks_a_line(two: Path) -> None:
    assert read(two, id="a") == Article(text="One.", source=f"{two}#a")
    assert read(two, id="line-2") == Article(
        text="Two.", title="Second", source="https://b.example"
    )


def test_several_articles_and_no_id_is_an_error_that_names_the_ids(two: Path) -> None:
    with pytest.raises(ArticleError) as caught:
        read(two)
    assert str(caught.value) == (
        f"{two}: it holds several articles; pick one with id, of 'a', 'line-2'"
    )


def test_of_many_ids_a_few_are_named(monkeypatch: pytest.MonkeyPatch) -> None:
    pipe(monkeypatch, b'{"text": "T."}\n' * 9)
    with pytest.raises(ArticleError, match=r"of 'line-1', .*, 'line-5', \.\.\.$"):
        read("-", format="jsonl")


def test_one_article_needs_no_id(monkeypatch: pytest.MonkeyPatch) -> None:
    pipe(monkeypatch, b'{"text": "One."}\n\n')
    assert read("-").source == "-#line-1"


def test_an_id_that_is_not_there_is_named_beside_those_that_are(two: Path) -> None:
    with pytest.raises(ArticleError, match="no article has the id 'c'; there is 'a', 'line-2'"):
        read(two, id="c")


def test_an_id_that_two_lines_have_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    pipe(monkeypatch, b'{"id": "a", "text": "One."}\n' + b'{"text": "T."}\n' * 9 + TWO)
    with pytest.raises(ArticleError, match="lines 1 and 11 have the id 'a'"):
        read("-", id="a", format="jsonl")


def test_a_file_without_records_says_what_was_expected(monkeypatch: pytest.MonkeyPatch) -> None:
    pipe(monkeypatch, b"\n\n")
    with pytest.raises(
        ArticleError, match="there is no article in it; give one JSON object a line"
    ):
        read("-", format="jsonl")
    pipe(monkeypatch, b"")
    with pytest.raises(ArticleError, match="no article has the id 'a'; there is none"):
        read("-", format="jsonl", id="a")


def test_the_error_of_the_picked_line_is_raised(monkeypatch: pytest.MonkeyPatch) -> None:
    pipe(monkeypatch, b'{"id": "a", "text": 1}')
    with pytest.raises(ArticleError, match="-, line 1: field 'text' is a number"):
        read("-", format="jsonl", id="a")


def test_an_id_picks_nothing_in_other_formats(monkeypatch: pytest.MonkeyPatch) -> None:
    pipe(monkeypatch, b"A text.")
    with pytest.raises(ArticleError, match="an id picks a line of JSON Lines, and this is text"):
        read("-", id="a")


def test_the_limit_holds_and_must_be_one(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(b"A long text.")
    with pytest.raises(ArticleError, match="larger than the limit of 5 bytes"):
        read(path, max_bytes=5)
    with pytest.raises(ConfigError, match="max_bytes: 0 is no limit"):
        read(path, max_bytes=0)


def test_a_text_in_memory_is_read_as_a_file_is() -> None:
    assert read_text("Title: A bridge\n\nIt reopened.", language="English") == Article(
        text="It reopened.", title="A bridge", language="en"
    )


def test_a_blank_text_in_memory_is_refused() -> None:
    with pytest.raises(ArticleError, match="the article: there is no text in it"):
        read_text(" \n")


def test_all_articles_of_a_file_are_yielded_past_bad_lines(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_bytes(TWO + b'{"text"\n{"id": "d", "text": "Four."}')
    found = dict(iter_articles(path, language="en"))
    error = found.pop("line-3")
    assert found == {
        "a": Article(text="One.", source=f"{path}#a", language="en"),
        "line-2": Article(text="Two.", title="Second", source="https://b.example", language="en"),
        "d": Article(text="Four.", source=f"{path}#d", language="en"),
    }
    assert isinstance(error, ArticleError)


def test_other_formats_yield_their_one_article(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(b"A text.")
    assert list(iter_articles(path)) == [(str(path), Article(text="A text.", source=str(path)))]


def test_a_file_that_cannot_be_read_is_yielded_as_its_error(tmp_path: Path) -> None:
    ((name, error),) = iter_articles(tmp_path / "none.txt")
    assert name == str(tmp_path / "none.txt")
    assert isinstance(error, ArticleError)


def test_a_setting_that_does_not_fit_is_raised_before_anything_is_read() -> None:
    with pytest.raises(ConfigError, match="format: 'rtf'"):
        iter_articles("none.txt", format="rtf")


@settings(max_examples=40)
@given(st.binary(max_size=200), st.sampled_from([None, *Format]))
def test_any_bytes_are_yielded_as_articles_or_errors(data: bytes, kind: Format | None) -> None:
    with pytest.MonkeyPatch.context() as monkeypatch:
        pipe(monkeypatch, data)
        found = list(iter_articles("-", format=kind))
    assert all(isinstance(one, Article | ArticleError) for _, one in found)


def test_importing_loads_no_library_that_reads_formats() -> None:
    program = "import sys, nutgraf.reading; print(*sys.modules)"
    run = subprocess.run([sys.executable, "-c", program], capture_output=True, check=True)
    heavy = {"trafilatura", "lxml", "pypdf", "docx", "charset_normalizer", "yaml"}
    assert heavy.isdisjoint(run.stdout.decode().split())
