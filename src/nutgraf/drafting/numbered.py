"""The article as a model is shown it: numbered sentences, one a line, inside a fence.

The article is hostile until proven otherwise. A sentence cannot start a line of its own, so a
number at the start of a line is always ours; the fence's word comes from a digest of the whole
text, so the text cannot contain it.
"""

from __future__ import annotations

import hashlib
import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from nutgraf.article import Article
    from nutgraf.language.sentences import Sentence

_FENCE_DIGITS = 16  # 64 bits: beyond what an author can search for
# Separators, control and direction characters: none of them may shape the prompt. Joiners stay, as
# Persian, Hindi and emoji are spelt with them.
_UNPRINTABLE = re.compile(
    r"[\s\x00-\x1f\x7f-\x9f\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff]+"
)


def fence(article: Article) -> str:
    """Return the word that opens and closes this article in a prompt.

    It is the same for the same text, so that recordings and prefix caches hold.
    """
    digest = hashlib.sha256(article.text.encode()).hexdigest()
    return f"article-{digest[:_FENCE_DIGITS]}"


def numbered(article: Article, sentences: Iterable[Sentence]) -> str:
    """Return sentences as lines that open with their number in brackets, paragraphs set apart."""
    lines: list[str] = []
    paragraph = None
    for sentence in sentences:
        if paragraph is not None and sentence.paragraph != paragraph:
            lines.append("")
        paragraph = sentence.paragraph
        lines.append(f"[{sentence.number}] {on_one_line(sentence.span.of(article.text))}")
    return "\n".join(lines)


def on_one_line(text: str) -> str:
    """Return the text with white space, control and invisible characters folded to blanks."""
    return _UNPRINTABLE.sub(" ", text).strip()
