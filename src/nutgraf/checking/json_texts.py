"""The texts in a JSON file, each with its path and its exact place in the file.

Python's own reader gives values without places. The strings of a file come in the order in which
they are written, keys among them, so walking the values beside the tokens tells which is which.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from nutgraf.checking.mapped import Mapped

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_STRING = re.compile(r'"(?:[^"\\]|\\.)*"')
_PIECE = re.compile(
    r"\\u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}"  # one character as two escapes
    r"|\\u[0-9a-fA-F]{4}|\\.|."
)
_SURROGATE = re.compile("[\ud800-\udfff]")
_INDEX = re.compile(r"\[\d+\]")


@dataclass(frozen=True, slots=True)
class JsonText:
    """A string value of a JSON file.

    Attributes:
        path: Where it stands, such as ``key_points[2].text``; empty for the file's only value.
        token: Where it stands in the file, with its quotation marks.
        source: The file's text.
    """

    path: str
    token: tuple[int, int]
    source: str

    @property
    def words(self) -> Mapped:
        """The string's value, each character with its place; lone surrogates become U+FFFD."""
        start, end = self.token
        pieces = list(_PIECE.finditer(self.source, start + 1, end - 1))
        text = "".join(_value(piece[0]) for piece in pieces)
        return Mapped(text, [p.start() for p in pieces], [p.end() for p in pieces])


class _Pairs(list[tuple[str, object]]):
    """The members of a JSON object, as written: a key that comes twice is there twice."""


def json_texts(source: str) -> tuple[JsonText, ...]:
    """Return the string values of a JSON text, in the order in which they are written.

    Raises:
        ValueError: It is not JSON.
        RecursionError: It is nested too deep.
    """
    value = json.loads(source, object_pairs_hook=_Pairs)
    tokens = (match.span() for match in _STRING.finditer(source))
    return tuple(JsonText(path, token, source) for path, token in _walk(value, "", tokens))


def pattern_of(path: str) -> str:
    """Return a path with every place in a list left open: ``key_points[].text``."""
    return _INDEX.sub("[]", path)


def select(texts: Iterable[JsonText], field: str) -> tuple[JsonText, ...]:
    """Return the texts that a field names: those at it and below it.

    Args:
        texts: All texts of a file.
        field: A path; ``[]`` stands for every item of a list.
    """
    named = re.compile(re.escape(field).replace(re.escape("[]"), r"\[\d+\]") + r"(?=[.\[]|\Z)")
    return tuple(text for text in texts if named.match(text.path))


def _walk(
    value: object, path: str, tokens: Iterator[tuple[int, int]]
) -> Iterator[tuple[str, tuple[int, int]]]:
    if isinstance(value, str):
        yield path, next(tokens)
    elif isinstance(value, _Pairs):
        for key, item in value:
            next(tokens)
            yield from _walk(item, f"{path}.{key}" if path else key, tokens)
    elif isinstance(value, list):
        for index, item in enumerate(value):
            yield from _walk(item, f"{path}[{index}]", tokens)


def _value(piece: str) -> str:
    if not piece.startswith("\\"):
        return piece
    value: str = json.loads(f'"{piece}"')
    return _SURROGATE.sub("\ufffd", value)
