"""DOCX: the paragraphs, list items and tables of a Word file, in reading order.

Text boxes, footnotes, comments and tracked deletions are not part of the text.
"""

from __future__ import annotations

import io
import zipfile
from typing import TYPE_CHECKING

from nutgraf.errors import ArticleError
from nutgraf.reading.blocks import join_blocks
from nutgraf.reading.document import Document, Metadata
from nutgraf.reading.failures import importing, reading_with
from nutgraf.reading.headers import read_header
from nutgraf.reading.languages import language_code
from nutgraf.reading.properties import plausible_author, plausible_title

if TYPE_CHECKING:
    from collections.abc import Iterator

    from docx.document import Document as WordDocument
    from docx.table import Table
    from docx.text.paragraph import Paragraph

# Unpacked bytes; a small archive can unpack to more than any memory holds.
_MOST_UNPACKED = 500_000_000


def read_docx(data: bytes, name: str) -> Document:
    """Read the text of a Word file.

    Paragraphs are separated by blank lines. Header lines are read as in plain text. A paragraph in
    the style "Title" is the title, and stays in the text; else the title and the author of the
    file's properties are used where they are plausible. The properties' dates say when the file
    was made, not when the article came out, so they are not used.

    Raises:
        ArticleError: It is damaged, unpacks to too much, or holds no text.
        ConfigError: python-docx is not installed.
    """
    with importing("python-docx", name, "nutgraf[documents]"):
        import docx  # noqa: PLC0415 - of an extra
    with reading_with("docx", name, "a Word file (.docx)"):
        _refuse_bomb(data, name)
        word = docx.Document(io.BytesIO(data))
        text = join_blocks(list(_blocks(word)))
        stated = _stated(word)
    document = read_header(text)
    return Document(document.text, document.metadata.over(stated))


def _refuse_bomb(data: bytes, name: str) -> None:
    # The sizes in the archive's directory can be trusted: zipfile reads no more than they say.
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        unpacked = sum(part.file_size for part in archive.infolist())
    if unpacked > _MOST_UNPACKED:
        raise ArticleError(f"{name}: it unpacks to {unpacked:,} bytes; save its text as plain text")


def _blocks(word: WordDocument) -> Iterator[str]:
    from docx.text.paragraph import Paragraph  # noqa: PLC0415 - as above

    for block in word.iter_inner_content():
        if isinstance(block, Paragraph):
            yield _paragraph(block)
        else:
            yield from _rows(block)


def _paragraph(paragraph: Paragraph) -> str:
    # Word draws the bullet; without a mark an item would read as a paragraph.
    item = _style(paragraph).startswith("List")
    text = paragraph.text.strip()
    return f"- {text}" if item and text else text


def _rows(table: Table) -> Iterator[str]:
    for row in table.rows:
        cells = [" ".join(cell.text.split()) for cell in row.cells]
        yield f"| {' | '.join(cells)} |"


def _stated(word: WordDocument) -> Metadata:
    properties = word.core_properties
    titles = (p.text for p in word.paragraphs if _style(p) == "Title" and p.text.strip())
    return Metadata(
        title=next(titles, None) or plausible_title(properties.title),
        authors=plausible_author(properties.author),
        language=language_code(properties.language),
    )


def _style(paragraph: Paragraph) -> str:
    style = paragraph.style
    return (style.name if style else None) or ""
