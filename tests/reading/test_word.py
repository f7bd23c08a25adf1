"""Word files, made here by python-docx."""

import io
import sys
import zipfile
from datetime import UTC, date, datetime

import docx
import pytest

from nutgraf.errors import ArticleError, ConfigError
from nutgraf.reading import word as word_module
from nutgraf.reading.word import read_docx


def saved(word: "docx.document.Document") -> bytes:
    out = io.BytesIO()
    word.save(out)
    return out.getvalue()


def test_paragraphs_items_and_tables_are_read_in_order() -> None:
    word = docx.Document()
    word.add_heading("Harbour bridge reopens", level=0)
    word.add_paragraph("It held.")
    word.add_paragraph("")
    word.add_heading("The limits", level=1)
    word.add_paragraph("one lane", style="List Bullet")
    word.add_paragraph("no lorries", style="List Bullet")
    table = word.add_table(rows=2, cols=2)
    for cell, text in zip(
        [cell for row in table.rows for cell in row.cells],
        ["Day", "Cars", "Monday", "0"],
        strict=True,
    ):
        cell.text = text
    word.add_paragraph("Last words.")
    document = read_docx(saved(word), "a.docx")
    assert document.text == (
        "Harbour bridge reopens\n\nIt held.\n\nThe limits\n\n- one lane\n- no lorries\n\n"
        "| Day | Cars |\n| Monday | 0 |\n\nLast words."
    )
    assert document.metadata.title == "Harbour bridge reopens"


def test_plausible_properties_are_used_and_the_day_it_was_made_is_not() -> None:
    word = docx.Document()
    word.add_paragraph("It held. That is all that is known.")
    word.core_properties.title = "A bridge reopens"
    word.core_properties.author = "Jane Doe"
    word.core_properties.language = "en-GB"
    word.core_properties.created = datetime(2024, 1, 2, tzinfo=UTC)
    stated = read_docx(saved(word), "a.docx").metadata
    assert (stated.title, stated.authors, stated.language, stated.published) == (
        "A bridge reopens",
        ("Jane Doe",),
        "en",
        None,
    )


def test_the_defaults_of_the_program_are_not_used() -> None:
    word = docx.Document()
    word.add_paragraph("It held. That is all that is known.")
    stated = read_docx(saved(word), "a.docx").metadata
    assert (stated.title, stated.authors) == (None, ())


def test_header_lines_are_read() -> None:
    word = docx.Document()
    for line in ("Title: A bridge", "Date: 16 October 2025", "It held."):
        word.add_paragraph(line)
    document = read_docx(saved(word), "a.docx")
    assert document.text == "It held."
    assert document.metadata.published == date(2025, 10, 16)


def test_an_archive_that_unpacks_to_too_much_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(word_module, "_MOST_UNPACKED", 1000)
    with pytest.raises(ArticleError, match=r"a\.docx: it unpacks to [0-9,]+ bytes"):
        read_docx(saved(docx.Document()), "a.docx")


def test_an_archive_of_something_else_is_refused() -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("a.txt", "A text.")
    with pytest.raises(ArticleError, match="docx cannot read it as a Word file"):
        read_docx(out.getvalue(), "a.docx")


def test_without_python_docx_the_extra_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "docx", None)
    with pytest.raises(ConfigError, match=r'pip install "nutgraf\[documents\]"'):
        read_docx(b"PK", "a.docx")
