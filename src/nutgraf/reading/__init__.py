"""Files into articles: plain text, Markdown, HTML, JSON Lines, JSON, PDF and DOCX.

Reading what an article says is the business of ``nutgraf.language``; nothing here follows a link.
"""

from nutgraf.reading.articles import iter_articles, read, read_text
from nutgraf.reading.files import DEFAULT_MAX_BYTES
from nutgraf.reading.formats import SUFFIXES, Format

__all__ = ["DEFAULT_MAX_BYTES", "SUFFIXES", "Format", "iter_articles", "read", "read_text"]
