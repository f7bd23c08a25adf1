"""The article as a model is shown it: numbered sentences, one a line, inside a fence.

The article is hostile until proven otherwise. A sentence cannot start a line of its own, so a
number at the start of a line is always ours; the fence's word comes from a digest of the whole
text, so the text cannot contain it.
"""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

from nutgraf.article import on_one_line

if TYPE_CHECKING:
    from collections.abc import Iterable

    from nutgraf.article import Article
    from nutgraf.language.sentences import Sentence

_FENCE_DIGITS = 16  # 64 bits: beyond what an author can search for


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
