"""Names right beside one another, and what joins them: "Lyon, France", "Ames and Ode"."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from nutgraf.article import Span
    from nutgraf.language.names import Name

# What joins a place to the larger one that it lies in, a part to the whole, or those who do a thing
# together.
_JOINT: Final = re.compile(r",|,? and|&| of| in|['\u2019]s")


@dataclass(frozen=True, slots=True)
class Joined:
    """A name right beside another one.

    Attributes:
        name: It.
        place: Where it stands.
        beside: The other one.
        joint: What stands between the two.
        is_behind: Whether it stands behind the other one.
    """

    name: Name
    place: Span
    beside: Name
    joint: str
    is_behind: bool


def joined_names(text: str, names: Sequence[Name]) -> Iterator[Joined]:
    """Yield each name of a text that something joins to its neighbour, in reading order.

    Args:
        text: The text.
        names: Its names, with all places where they stand.
    """
    places = sorted(
        ((place, name) for name in names for place in name.mentions), key=lambda pair: pair[0]
    )
    for (first, one), (second, other) in pairwise(places):
        joint = text[first.end : second.start].rstrip()
        if one is not other and _JOINT.fullmatch(joint):
            yield Joined(one, first, other, joint, is_behind=False)
            yield Joined(other, second, one, joint, is_behind=True)


class Neighbours:
    """What an article has right beside each of its names."""

    def __init__(self, text: str, names: Sequence[Name]) -> None:
        self._found: defaultdict[tuple[Name, str, bool], list[Joined]] = defaultdict(list)
        for joined in joined_names(text, names):
            self._found[joined.beside, joined.joint, joined.is_behind].append(joined)

    def of(self, name: Name, joint: str, *, is_behind: bool) -> Sequence[Joined]:
        """Return what stands on one side of a name, joined to it in one way."""
        return self._found.get((name, joint, is_behind), ())
