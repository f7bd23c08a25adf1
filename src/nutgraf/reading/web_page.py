"""HTML: the article of a web page without what stands round it, by trafilatura.

What the page says about itself is read by ``page_metadata``. Nothing is fetched or followed.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from nutgraf.errors import ArticleError
from nutgraf.reading.blocks import join_blocks
from nutgraf.reading.bylines import split_authors
from nutgraf.reading.decoding import decode
from nutgraf.reading.document import Document, Metadata
from nutgraf.reading.failures import importing, reading_with
from nutgraf.reading.page_metadata import read_page_metadata

if TYPE_CHECKING:
    from trafilatura.settings import Document as Extracted

_DECLARED = re.compile(
    rb"""<(?:meta\b[^>]{0,200}?\bcharset|\?xml\b[^>]{0,100}?\bencoding)\s*=\s*["']?([\w.:-]{1,40})""",
    re.IGNORECASE,
)
_DECLARED_WITHIN = 4096  # bytes; browsers look no further than 1,024
_XML_DECLARATION = re.compile(r"\s*<\?xml[^>]{0,200}\?>")
_TABLE_RULE = re.compile(r"\|(?:---\|)+")

# The search for a date in the page is neither asked for nor used: with a date in its metadata, a
# page was dated by the folders of its address, and what counts as too late depends on the clock.
_DATE_SEARCH: dict[str, str | bool] = {
    "extensive_search": False,
    "original_date": True,
    "max_date": "9999-12-31",
}


def read_html(data: bytes, name: str) -> Document:
    """Read the article of a web page.

    The text is what trafilatura extracts: headings, paragraphs, lists, quotations and tables,
    paragraphs separated by blank lines. Offsets count in that text, not in the page.

    Raises:
        ArticleError: It cannot be decoded or parsed, or no article is found in it.
    """
    found = _DECLARED.search(data[:_DECLARED_WITHIN])
    # The page is Unicode by now; lxml would decode again what it finds declared.
    page = _XML_DECLARATION.sub("", decode(data, name, found[1].decode() if found else None), 1)
    extracted, stated = _extract(page, name)
    if extracted is None or not (extracted.text or "").strip():
        raise ArticleError(f"{name}: no article was found in the page; save its text as plain text")
    found_by_layout = Metadata(
        title=_text(extracted.title),
        authors=split_authors(_text(extracted.author) or ""),
        source=_text(extracted.url),
    )
    return Document(_with_paragraphs(extracted.text or ""), stated.over(found_by_layout))


def _extract(page: str, name: str) -> tuple[Extracted | None, Metadata]:
    with importing("trafilatura", name, "nutgraf"):
        from trafilatura import bare_extraction, load_html  # noqa: PLC0415 - slow to import

    with reading_with("trafilatura", name, "a web page"):
        tree = load_html(page)
        if tree is None:
            return None, Metadata()
        stated = read_page_metadata(tree)
        extracted = bare_extraction(
            tree,
            with_metadata=True,
            include_comments=False,
            date_extraction_params=_DATE_SEARCH,
        )
        return (None if isinstance(extracted, dict) else extracted), stated


def _text(value: object) -> str | None:
    """Pass text only: what a page's JSON-LD says reaches us unchecked, lists and all."""
    return value if isinstance(value, str) else None


def _with_paragraphs(text: str) -> str:
    """Set the blocks apart; trafilatura writes one a line."""
    return join_blocks([line for line in text.splitlines() if not _TABLE_RULE.fullmatch(line)])
