"""What a name in an article is: one entity, its kind, and every place where it is mentioned.

How names are found is the business of the modules beside this one.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from nutgraf.article import Span

NameKind = Literal["person", "organization", "place", "other"]


@dataclass(frozen=True, slots=True)
class Name:
    """One entity of the article, its variants merged.

    Attributes:
        canonical: The fullest form that the article uses, without titles and possessives.
        kind: What it is; ``other`` for works, events, products, laws and what stays unclear.
        mentions: Where it is named, in reading order, without titles and possessives.
    """

    canonical: str
    kind: NameKind
    mentions: tuple[Span, ...]
