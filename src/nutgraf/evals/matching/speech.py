"""Whether words that a summary quotes are a labelled quotation.

They are if they stand within it, or it within them, or at least `OVERLAP` of the shorter of the two
does: a summary may quote a part of what was said. Where the article has the same words twice,
either place will do.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from nutgraf.language.folding import Folded

if TYPE_CHECKING:
    from nutgraf.article import Span

OVERLAP: Final = 0.6


def quotation_likeness(label: Span, said: Span | None, text: str) -> float:
    """Return the share of the longer one that the two have in common, 0 where they are not one.

    Args:
        label: Where the labelled words stand.
        said: Where the quoted words stand; None where the article lacks them.
        text: The article.
    """
    if said is None:
        return 0.0
    longer = max(label.end - label.start, said.end - said.start)
    shorter = min(label.end - label.start, said.end - said.start)
    shared = min(label.end, said.end) - max(label.start, said.start)
    if shared < OVERLAP * shorter:
        shared = shorter if _says(label.of(text), said.of(text)) else 0
    return shared / longer


def _says(one: str, other: str) -> bool:
    short, long = sorted((one, other), key=len)
    return Folded(long, ignore_case=True).find(short.strip(" ,.;:"), words=True) is not None
