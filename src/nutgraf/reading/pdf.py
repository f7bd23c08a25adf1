"""PDF: the text that is in it, with paragraphs told by their last lines.

Pictures of text are not read: that needs a program for optical character recognition.
"""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

from nutgraf.errors import ArticleError
from nutgraf.reading.blocks import ends_sentence
from nutgraf.reading.document import Document, Metadata
from nutgraf.reading.failures import importing, reading_with
from nutgraf.reading.headers import read_header
from nutgraf.reading.properties import plausible_author, plausible_title

if TYPE_CHECKING:
    from pypdf import PdfReader

_SHORT = 0.8  # of the page's long lines; a paragraph's last line is mostly shorter
_LONG_LINE_RANK = 0.75  # the line at this rank by length stands for the long ones


def read_pdf(data: bytes, name: str) -> Document:
    """Read the text of a PDF, page by page, in the order in which it is drawn.

    Lines and hyphens stay as they are; a blank line is put after a line that ends a sentence and is
    clearly shorter than the others. Header lines are read as in plain text. The title and the
    author of the document information are used where they are plausible. Its dates never are:
    they say when the PDF was made, not when the article came out.

    Raises:
        ArticleError: It is damaged, locked with a password, or holds no text.
        ConfigError: pypdf is not installed.
    """
    with importing("pypdf", name, "nutgraf[documents]"):
        from pypdf import PdfReader  # noqa: PLC0415 - of an extra
    with reading_with("pypdf", name, "a PDF"):
        reader = PdfReader(io.BytesIO(data))
        if reader.is_encrypted and not reader.decrypt(""):
            raise ArticleError(f"{name}: it is locked with a password; save it without one")
        text = _join_pages([page.extract_text() for page in reader.pages])
        stated = _information(reader)
    if not text.strip():
        raise ArticleError(f"{name}: there is no text in it; if it is a scan, run OCR on it first")
    document = read_header(text)
    return Document(document.text, document.metadata.over(stated))


def _information(reader: PdfReader) -> Metadata:
    information = reader.metadata
    if information is None:
        return Metadata()
    return Metadata(
        title=plausible_title(information.title), authors=plausible_author(information.author)
    )


def _join_pages(pages: list[str]) -> str:
    """Join pages; one that stops in mid-sentence goes on over the page break."""
    text = ""
    for page in map(_with_paragraphs, pages):
        if page.strip():
            text += ("\n\n" if ends_sentence(text) else "\n") + page if text else page
    return text


def _with_paragraphs(page: str) -> str:
    lines = page.splitlines()
    lengths = sorted(len(line.strip()) for line in lines if line.strip())
    if not lengths:
        return ""
    short = lengths[int(len(lengths) * _LONG_LINE_RANK)] * _SHORT
    ended = (
        f"{line}\n" if len(line.strip()) < short and ends_sentence(line) else line for line in lines
    )
    return "\n".join(ended).rstrip("\n")
