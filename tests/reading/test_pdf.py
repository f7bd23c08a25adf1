"""PDF files, made here byte by byte."""

import io
import sys
from datetime import date

import pytest
from pypdf import PdfReader, PdfWriter

from nutgraf.errors import ArticleError, ConfigError
from nutgraf.reading.pdf import read_pdf

PAGE = (
    "The harbour bridge at Eastport reopened on Tuesday, eleven days after a",
    "storm tore two cables from its northern tower, the port authority",
    "said.",
    "Engineers tested the deck with loaded lorries all night long, and every-",
    "thing held without moving, and the crew that worked on it was sent",
)


def pdf(*pages: tuple[str, ...], information: str = "") -> bytes:
    """Write a PDF of one line of text under another."""
    objects = ["<< /Type /Catalog /Pages 2 0 R >>", "", f"<< {information} >>"]
    kids = []
    for lines in pages:
        drawn = " ".join(
            f"1 0 0 1 72 {720 - 14 * row} Tm ({line}) Tj" for row, line in enumerate(lines)
        )
        stream = f"BT /F1 11 Tf {drawn} ET"
        objects.append(f"<< /Length {len(stream)} >> stream\n{stream}\nendstream")
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents {len(objects)} 0 R "
            "/Resources << /Font << /F1 << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >> "
            ">> >>"
        )
        kids.append(f"{len(objects)} 0 R")
    objects[1] = f"<< /Type /Pages /Count {len(kids)} /Kids [{' '.join(kids)}] >>"
    out, offsets = "%PDF-1.4\n", []
    for number, content in enumerate(objects, start=1):
        offsets.append(len(out))
        out += f"{number} 0 obj\n{content}\nendobj\n"
    entries = "".join(f"{offset:010} 00000 n \n" for offset in offsets)
    out += (
        f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{entries}"
        f"trailer << /Size {len(objects) + 1} /Root 1 0 R /Info 3 0 R >>\n"
        f"startxref\n{out.index('xref') if 'xref' in out else len(out)}\n%%EOF\n"
    )
    return out.encode("latin-1")


def test_lines_are_kept_and_paragraphs_told_by_their_last_lines() -> None:
    document = read_pdf(pdf(PAGE, ("home to sleep at last.",)), "a.pdf")
    assert document.text == (
        "\n".join(PAGE[:3]) + "\n\n" + "\n".join(PAGE[3:]) + "\nhome to sleep at last."
    )


def test_a_page_that_ends_a_sentence_ends_a_paragraph_and_empty_pages_are_passed_over() -> None:
    document = read_pdf(pdf(("It held.",), (), ("It held again.",)), "a.pdf")
    assert document.text == "It held.\n\nIt held again."


def test_plausible_information_is_used_and_the_day_it_was_made_is_not() -> None:
    information = "/Title (A bridge reopens) /Author (Jane Doe) /CreationDate (D:20240102030405Z)"
    stated = read_pdf(pdf(PAGE, information=information), "a.pdf").metadata
    assert (stated.title, stated.authors, stated.published) == (
        "A bridge reopens",
        ("Jane Doe",),
        None,
    )


def test_header_lines_go_before_the_information() -> None:
    page = ("Title: The bridge is open", "Date: 16 October 2025", *PAGE)
    document = read_pdf(pdf(page, information="/Title (An older title)"), "a.pdf")
    assert document.text.startswith(PAGE[0])
    assert document.metadata.title == "The bridge is open"
    assert document.metadata.published == date(2025, 10, 16)


def test_a_pdf_without_information_is_read() -> None:
    data = pdf(PAGE).replace(b"/Info 3 0 R", b"")
    assert read_pdf(data, "a.pdf").metadata.title is None


def test_a_scan_is_refused_with_what_to_do() -> None:
    with pytest.raises(ArticleError, match="there is no text in it; if it is a scan, run OCR"):
        read_pdf(pdf(()), "a.pdf")


def locked(password: str) -> bytes:
    writer = PdfWriter(PdfReader(io.BytesIO(pdf(PAGE))))
    writer.encrypt(user_password=password, owner_password="owner", algorithm="RC4-128")
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def test_a_locked_pdf_is_refused_unless_its_password_is_empty() -> None:
    with pytest.raises(ArticleError, match=r"a\.pdf: it is locked with a password"):
        read_pdf(locked("secret"), "a.pdf")
    assert read_pdf(locked(""), "a.pdf").text.startswith(PAGE[0])


def test_a_damaged_pdf_is_refused() -> None:
    with pytest.raises(ArticleError, match=r"a\.pdf: pypdf cannot read it as a PDF"):
        read_pdf(pdf(PAGE)[:300], "a.pdf")


def test_without_pypdf_the_extra_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pypdf", None)
    with pytest.raises(ConfigError, match=r'pip install "nutgraf\[documents\]"'):
        read_pdf(pdf(PAGE), "a.pdf")
