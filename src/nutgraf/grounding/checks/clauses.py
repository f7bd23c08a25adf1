"""Which sentences of the article carry a clause of a statement, whatever name or number is in it.

Where a statement cites nothing, this tells "the article says this, but of somebody else": the
words around a name stand in a sentence that has another one, and nowhere near the name itself.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable

    from nutgraf.article import Span
    from nutgraf.grounding.statements import Subject
    from nutgraf.language.sentences import Sentence

_REACH: Final = 200  # code points on either side of the words that are weighed
_CANDIDATES: Final = 8  # sentences that are looked at
_FEWEST_WORDS: Final = 3  # "denied" and "said on" are carried by any sentence
_SHORTEST_WORD: Final = 4
_WORD: Final = re.compile(r"[^\W\d_]+")
_DIGITS: Final = re.compile(r"\d[\d.,]*")
# Coordinators and subordinators as in Quirk et al., A Comprehensive Grammar of the English
# Language (1985), 13.5 and 14.12.
_END: Final = re.compile(
    r"[;:()\[\]\u2014\u201c\u201d\"\n]|[.!?](?=\s|$)"
    r"|, (?=(?:and|but|while|which|who|where|when|as|with|after|before)\b)"
    r"|\b(?:while|whereas|although|though|because|which|who|whom|whose|that|where|when|after|before"
    r"|until)\b",
    re.IGNORECASE,
)


class Clause:
    """The words around a stretch of a statement, up to the ends of its clause."""

    def __init__(self, subject: Subject, text: str, span: Span) -> None:
        self._subject = subject
        self.words = _around(text, span)

    @property
    def tells(self) -> bool:
        """Whether there is enough in it to know the sentence that says it."""
        words = (word for word in _WORD.findall(self.words) if len(word) >= _SHORTEST_WORD)
        return len(set(words)) >= _FEWEST_WORDS

    def carriers(self, least: float) -> list[tuple[Sentence, float]]:
        """Return the sentences that say at least this share of it, the best first."""
        relevance = self._subject.relevance
        best = relevance.best(self.words, limit=_CANDIDATES)
        shares = ((sentence, relevance.share(self.words, [sentence])) for sentence in best)
        return [(sentence, share) for sentence, share in shares if share >= least]

    def share_near(self, spans: Iterable[Span], before: int = 0) -> float:
        """Return the largest share that is said near one of these places of the article.

        Near is in the same sentence, the next one (where a pronoun may stand for the name), or as
        many before as given.
        """
        readings, relevance = self._subject.readings, self._subject.relevance
        numbers = {s.number for span in spans for s in readings.sentences_at(span)}
        shares = []
        for number in numbers:
            around = (readings.sentence(n) for n in range(number - before, number + 2))
            shares.append(relevance.share(self.words, [s for s in around if s is not None]))
        return max(shares, default=0.0)


def _around(text: str, span: Span) -> str:
    before = text[max(0, span.start - _REACH) : span.start]
    after = text[span.end : span.end + _REACH]
    ends = [found.end() for found in _END.finditer(before)]
    begins = _END.search(after)
    words = f"{before[ends[-1] if ends else 0 :]} {after[: begins.start() if begins else None]}"
    return _DIGITS.sub(" ", words)
