"""Markdown: its YAML front matter is metadata, and its body is kept as it is.

Markup is not removed or interpreted; a heading mark is part of the text that offsets count.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from nutgraf.errors import ArticleError
from nutgraf.reading.decoding import decode
from nutgraf.reading.document import Document, Metadata
from nutgraf.reading.fields import read_metadata

if TYPE_CHECKING:
    from collections.abc import Mapping

_OPENING = re.compile(r"---[ \t]*(?:\r\n|\r|\n)")
_CLOSING = re.compile(r"(?:(?<=\r)|(?<=\n))(?:---|\.\.\.)[ \t]*(?:\r\n|\r|\n|\Z)")
_HEADING = re.compile(r"\s*#[ \t]+([^\r\n]{1,300}?)[ \t]*#*[ \t]*(?:[\r\n]|\Z)")

# A bound on the work that a hostile file can make of YAML; real front matter has a few hundred.
_LONGEST_FRONT_MATTER = 32_768
_MOST_BRACKETS = 500  # YAML takes time quadratic in their nesting


def read_markdown(data: bytes, name: str) -> Document:
    """Read Markdown, with or without front matter.

    Without a title in the front matter, a first line ``# Heading`` is the title; it stays in the
    text, since the article prints it.

    Raises:
        ArticleError: The bytes are no text, or the front matter is broken or of the wrong types.
    """
    text = decode(data, name)
    fields, start = _front_matter(text, name)
    stated = read_metadata(fields, f"{name}, front matter")
    heading = _HEADING.match(text, start)
    return Document(text[start:], stated.over(Metadata(title=heading[1] if heading else None)))


def _front_matter(text: str, name: str) -> tuple[Mapping[str, object], int]:
    """Return the fields, and where the body starts; two rules around prose are no front matter."""
    opening = _OPENING.match(text)
    closing = _CLOSING.search(text, opening.end()) if opening else None
    if opening is None or closing is None:
        return {}, 0
    if closing.start() - opening.end() > _LONGEST_FRONT_MATTER:
        raise ArticleError(
            f"{name}: its front matter is longer than {_LONGEST_FRONT_MATTER:,} characters; "
            "check that a line '---' closes it"
        )
    source = text[opening.end() : closing.start()]
    if source.count("[") + source.count("{") > _MOST_BRACKETS:
        raise ArticleError(f"{name}: its front matter has too many brackets; write lists as lines")
    fields = _load_yaml(source, name)
    if isinstance(fields, dict):
        return {str(key): value for key, value in fields.items()}, closing.end()
    return {}, 0 if fields else closing.end()


def _load_yaml(source: str, name: str) -> object:
    import yaml  # noqa: PLC0415 - only front matter needs it

    try:
        # BaseLoader builds strings, lists and mappings and nothing else: less than safe_load. So a
        # date stays as printed, "no" (Norwegian) stays a word, and "12:30" does not become 750.
        loaded: object = yaml.load(source, Loader=yaml.BaseLoader)  # noqa: S506 - see above
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 2 if error.problem_mark else 1
        raise ArticleError(
            f"{name}, line {line}: the front matter is not valid YAML; put quotes round values "
            "with colons, or remove the lines '---'"
        ) from error
    except (yaml.YAMLError, RecursionError) as error:
        raise ArticleError(
            f"{name}: the front matter is not valid YAML ({type(error).__name__}); check it, or "
            "remove the lines '---'"
        ) from error
    return loaded
