"""What a caller gives as an article, in Python: an article, the text of one, or a file's path.

How a file is read is the business of ``articles``.
"""

from __future__ import annotations

from os import PathLike
from pathlib import PurePath

from nutgraf.article import Article
from nutgraf.errors import ArticleError
from nutgraf.reading.articles import read, read_text
from nutgraf.reading.formats import SUFFIXES

Source = Article | str | PathLike[str]
"""An article, the text of one, or the path of a file. A string is always a text, never a path."""


def as_article(source: Source) -> Article:
    """Return the article that a caller gives.

    Raises:
        ArticleError: It cannot be read, or is a string that looks like the name of a file.
    """
    if isinstance(source, Article):
        return source
    if isinstance(source, str):
        if looks_like_a_file(source):
            raise ArticleError(
                "a string is taken for the text of an article, and this one looks like the name of "
                "a file; give a pathlib.Path instead"
            )
        return read_text(source)
    return read(source)


def looks_like_a_file(text: str) -> bool:
    """Tell whether a text is a single word that ends as the names of known files do."""
    if not text.strip() or text.split(maxsplit=1)[1:]:
        return False
    return PurePath(text.strip()).suffix.lower() in SUFFIXES
