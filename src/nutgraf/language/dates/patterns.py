"""Regular expressions that are compiled when first used, so that importing the rules costs little.

The expressions themselves stand where they are used.
"""

from __future__ import annotations

import re
from functools import cached_property
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator


_PARAGRAPH_END: Final = "\n\n"


class Lazy:
    """A regular expression with the methods of a compiled one that the readers need."""

    def __init__(self, pattern: str, flags: re.RegexFlag = re.NOFLAG) -> None:
        self._pattern = pattern
        self._flags = flags

    @cached_property
    def compiled(self) -> re.Pattern[str]:
        """The expression, compiled."""
        return re.compile(self._pattern, self._flags)

    def search(self, text: str, start: int = 0, end: int | None = None) -> re.Match[str] | None:
        """Return the first match between the offsets."""
        return self.compiled.search(text, start, len(text) if end is None else end)

    def match(self, text: str, start: int = 0) -> re.Match[str] | None:
        """Return the match that begins at the offset."""
        return self.compiled.match(text, start)

    def finditer(
        self, text: str, start: int = 0, end: int | None = None
    ) -> Iterator[re.Match[str]]:
        """Yield the matches between the offsets."""
        return self.compiled.finditer(text, start, len(text) if end is None else end)


def near(text: str, start: int, end: int, reach: int) -> tuple[str, str]:
    """Return what stands before and after the offsets in their paragraph, at most ``reach`` each.

    Other paragraphs say nothing about an expression, so that what follows may not change it.
    """
    before = text[max(0, start - reach) : start]
    after = text[end : end + reach]
    return before.rpartition(_PARAGRAPH_END)[2], after.partition(_PARAGRAPH_END)[0]
