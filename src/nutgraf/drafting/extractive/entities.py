"""Chooses whom and what the story is about, with roles and a stated measure of salience.

A name is *main* if the headline or the gist has it and the story names it at least half as often as
whom it names most; *supporting* if the headline, the gist or a key point has it, or the story names
it three times; else *passing*. Finding names is the business of ``nutgraf.language.names``.
"""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING, Final

from nutgraf.drafting.extractive.roles import role_of
from nutgraf.schema.fields import Mention
from nutgraf.schema.news import Entity

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from nutgraf.drafting.extractive.lines import Line
    from nutgraf.language.names import Name
    from nutgraf.language.readings import Readings
    from nutgraf.schema.news import Salience

_MOST_ENTITIES: Final = 12
_SUPPORTING_MENTIONS: Final = 3
# Being in the headline or the gist counts as much as three further mentions, in a key point as one.
_IN_HEAD: Final = 3
_IN_POINT: Final = 1


class Cast:
    """The names of a story, by how much of it hangs on them."""

    def __init__(self, readings: Readings, lines: Sequence[Line]) -> None:
        """Count how often the story names each; captions, bylines and headings are no story."""
        self._names = readings.names
        self._text = readings.article.text
        self._mentions = Counter(
            naming.name.canonical for line in lines if line.is_prose for naming in line.names
        )
        self._most = max(self._mentions.values(), default=0)

    def entities(self, headline: str, gist: Line | None, points: Iterable[Line]) -> list[Entity]:
        """Return up to 12 names, the most salient first; of equals, the one that is named first.

        Args:
            headline: The headline.
            gist: The line that tells the story.
            points: The key points.
        """
        in_points = _names_in(points)
        in_head = _names_in([gist] if gist else ())
        in_head |= {n.canonical for n in self._names if self._is_named_in(headline, n)}
        weights = {
            name: self._mentions[name.canonical]
            + _IN_HEAD * (name.canonical in in_head)
            + _IN_POINT * (name.canonical in in_points)
            for name in self._names
        }
        ranked = sorted((n for n in self._names if weights[n]), key=lambda n: -weights[n])
        return [
            Entity(
                name=Mention(text=name.canonical),
                kind=name.kind,
                role=role_of(name, self._text),
                salience=self._salience(name.canonical, in_head, in_points),
            )
            for name in ranked[:_MOST_ENTITIES]
        ]

    def _is_named_in(self, headline: str, name: Name) -> bool:
        forms = {mention.of(self._text) for mention in name.mentions}
        return any(
            form in headline and re.search(rf"\b{re.escape(form)}\b", headline) for form in forms
        )

    def _salience(self, name: str, in_head: frozenset[str], in_points: frozenset[str]) -> Salience:
        mentions = self._mentions[name]
        if name in in_head and 2 * mentions >= self._most:
            return "main"
        in_summary = name in in_head or name in in_points
        return "supporting" if in_summary or mentions >= _SUPPORTING_MENTIONS else "passing"


def _names_in(lines: Iterable[Line]) -> frozenset[str]:
    return frozenset(naming.name.canonical for line in lines for naming in line.names)
