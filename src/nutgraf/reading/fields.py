"""The named fields of a JSON record or of front matter, read into metadata.

Finding the fields in a file is the business of ``records`` and ``markdown``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from nutgraf.errors import ArticleError
from nutgraf.reading.bylines import split_authors
from nutgraf.reading.days import parse_day
from nutgraf.reading.document import Metadata
from nutgraf.reading.languages import language_code

if TYPE_CHECKING:
    from collections.abc import Mapping

# The names that a field goes by; the first that is there and not null counts.
TEXT = ("text", "body", "content")
TITLE = ("title", "headline")
PUBLISHED = ("published", "date")
AUTHORS = ("authors", "author", "byline")
BY = "by"
LANGUAGE = ("language", "lang")
SOURCE = ("source", "url")


def read_metadata(fields: Mapping[str, object], where: str) -> Metadata:
    """Read the metadata among the fields; others are ignored.

    A date or a language in words that cannot be read with certainty is not used. ``source``,
    ``url`` and ``by`` mean so many things in data sets that they count only where they are text.

    Args:
        fields: Names and values as the file gives them.
        where: The file and the place in it, for messages.

    Raises:
        ArticleError: A field is of the wrong type.
    """
    published = text_field(fields, PUBLISHED, where)
    language = text_field(fields, LANGUAGE, where)
    sources = (value for name in SOURCE if isinstance(value := fields.get(name), str))
    return Metadata(
        title=text_field(fields, TITLE, where),
        published=parse_day(published) if published else None,
        authors=_authors(fields, where),
        source=next(sources, None),
        language=language_code(language) if language else None,
    )


def text_field(fields: Mapping[str, object], names: tuple[str, ...], where: str) -> str | None:
    """Return the value of the first of the names that is there, or None.

    Raises:
        ArticleError: The value is not text.
    """
    name, value = _first(fields, names)
    if value is None or isinstance(value, str):
        return value
    raise ArticleError(f"{where}: field {name!r} is {type_name(value)}; it must be text")


def type_name(value: object) -> str:
    """Name the type of a value as people who write JSON and YAML do."""
    names = {bool: "true or false", int: "a number", float: "a number", list: "a list"}
    return names.get(type(value), "an object")


def _authors(fields: Mapping[str, object], where: str) -> tuple[str, ...]:
    """Read a string, a list of strings, or JSON-LD's objects with a name."""
    name, value = _first(fields, AUTHORS)
    if value is None:
        by = fields.get(BY)
        return split_authors(by) if isinstance(by, str) else ()
    if isinstance(value, str):
        return split_authors(value)
    names = [_author(item) for item in (value if isinstance(value, list) else [value])]
    found = tuple(item for item in names if item is not None)
    if len(found) < len(names):
        raise ArticleError(f"{where}: field {name!r} must be text or a list of names")
    return found


def _author(item: object) -> str | None:
    named = item.get("name") if isinstance(item, dict) else item
    return named if isinstance(named, str) else None


def _first(fields: Mapping[str, object], names: tuple[str, ...]) -> tuple[str, object]:
    found = ((name, fields[name]) for name in names if fields.get(name) is not None)
    return next(found, (names[0], None))
