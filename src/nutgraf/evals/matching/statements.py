"""Whether a statement says what a labelled event or question says: by its sentences and its words.

Labellers and models put the same thing in other words, and one sentence carries several things, so
neither tells alone. The similarity is the mean of

- the share of the labelled sentences that are cited, or of the cited ones that are labelled,
  whichever is more: citing one of two that each carry it is enough; and
- how alike their content words are, names and place among them: the mean of Dice's coefficient
  and of the share of the shorter one's words that the longer one has, since a label is short and a
  copied sentence long.

Without a sentence in common they need at least `WORDS_ALONE` of likeness in words. With one they
need `WITH_SENTENCE`, or the same time: a sentence rarely has two events at one time.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from nutgraf.evals.matching.words import coverage, likeness

if TYPE_CHECKING:
    from nutgraf.evals.matching.words import Words

WORDS_ALONE: Final = 0.55
WITH_SENTENCE: Final = 0.15


@dataclass(frozen=True, slots=True)
class Told:
    """Something told, by a label or by a summary.

    Attributes:
        words: Its content words.
        sentences: The sentences that carry it, or are cited for it.
        date: ISO 8601, or None where no time is given.
    """

    words: Words
    sentences: frozenset[int]
    date: str | None = None


def statement_likeness(label: Told, said: Told) -> float:
    """Return how alike two are, from 0 to 1; 0 where they are not the same."""
    words = _alike(label.words, said.words)
    shared = len(label.sentences & said.sentences)
    at_one_time = shared > 0 and label.date is not None and label.date == said.date
    if words < (WITH_SENTENCE if shared else WORDS_ALONE) and not at_one_time:
        return 0.0
    sentences = shared / min(len(label.sentences), len(said.sentences)) if shared else 0.0
    return (words + sentences) / 2


def _alike(one: Words, other: Words) -> float:
    short, long = sorted((one, other), key=len)
    return (likeness(one, other) + coverage(short, long)) / 2
