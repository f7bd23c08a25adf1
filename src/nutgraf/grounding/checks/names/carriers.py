"""Where an article says what a statement says of somebody: the sentences that carry all but a name.

The name itself is left out, so that it cannot draw the sentences that have it: whoever is named in
place of somebody else stands away from those that tell the rest.
"""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from nutgraf.article import Span
    from nutgraf.grounding.relevance import Relevance
    from nutgraf.language.sentences import Sentence

_REACH: Final = 60  # code points on either side of a name that are said of it
_BESIDE: Final = 2  # sentences looked at for what stands beside a name
_SAYS_SOME: Final = 0.2  # what the best of them says, below which it is chance


class Carriers:
    """The sentences of an article that say what a statement says besides one of its names.

    Attributes:
        whole: The numbers of those that carry the whole statement together.
        beside: The numbers of those that say most of the words around the name.
    """

    def __init__(self, text: str, span: Span, relevance: Relevance) -> None:
        """Look for them.

        Args:
            text: The statement.
            span: Where it has the name.
            relevance: Weighs texts against the article.
        """
        rest = f"{text[: span.start]} {text[span.end :]}"
        before = text[max(0, span.start - _REACH) : span.start]
        self._near = f"{before} {text[span.end : span.end + _REACH]}"
        self._relevance = relevance
        self._best = relevance.best(self._near, _BESIDE)
        self.whole = _numbers(relevance.carriers(rest) or relevance.best(rest))
        self.beside = _numbers(self._best)

    @cached_property
    def are_known(self) -> bool:
        """Whether some sentence certainly speaks of what is said of the name."""
        return self._relevance.share(self._near, self._best[:1]) >= _SAYS_SOME

    def distance(self, numbers: Collection[int]) -> float:
        """Return how many sentences lie between some of the article and the nearest of these.

        Args:
            numbers: The sentences that have the name; without any the distance is infinite.
        """
        each = (abs(one - number) for one in {*self.whole, *self.beside} for number in numbers)
        return min(each, default=float("inf"))


def _numbers(sentences: Sequence[Sentence]) -> tuple[int, ...]:
    return tuple(sentence.number for sentence in sentences)
