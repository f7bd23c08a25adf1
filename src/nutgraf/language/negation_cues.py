"""The words of English that say that something is not so, as a table.

Beside the negators proper these are the cues that annotators of negation mark: verbs and nouns of
failing, refusing, lacking and denying, and words that contain a negation. Sources: the guidelines
of the ConanDoyle-neg corpus (Morante, Schrauwen and Daelemans 2011) and the trigger terms of NegEx
(Chapman et al. 2001), without those that are terms of medicine.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator

_NEGATORS: Final = (
    "not no never nor none nobody nothing nowhere neither cannot without hardly barely scarcely"
)
_VERBS: Final = (
    "deny denies denied denying refuse refuses refused refusing decline declines declined "
    "declining fail fails failed failing reject rejects rejected rejecting lack lacks lacked "
    "lacking avoid avoids avoided prevent prevents prevented stop stopped cease ceased halt halted "
    "abandon abandoned cancel cancelled canceled scrap scrapped postpone postponed delay delayed "
    "shelve shelved drop dropped withdraw withdrew withdrawn exclude excluded forbid forbidden ban "
    "banned block blocked oppose opposed opposes doubt doubts doubted dispute disputed disputes "
    "dismiss dismissed refute refuted contradict contradicted omit omitted suspend suspended veto "
    "vetoed overturn overturned acquit acquitted resist resisted"
)
_OTHERS: Final = (
    "absence failure refusal denial lack rejection unable unlikely impossible unclear unknown "
    "uncertain undecided unresolved unsuccessful unpaid unchanged unaware yet except rather "
    "instead false untrue wrong incorrect too free empty missing"
)
_WORD: Final = re.compile(r"\w+(?:'\w+)*")
_NEGATOR: Final = re.compile(
    r"\b(?:not|no|never|none|nobody|nothing|nowhere|neither|nor|without|cannot|hardly|barely"
    r"|scarcely)\b|n't\b"
)
# A negation rarely reaches across these.
_JOINT: Final = re.compile(
    r"[,;:()\u2013\u2014\n]|[.!?](?=\s|$)|\s-+\s|\bbut\b|\bwhile\b|\balthough\b"
)


def is_negator_in(text: str) -> bool:
    """Tell whether a negator proper ("not", "no", "never", "neither") is among some words."""
    return _NEGATOR.search(_plain(text)) is not None


def clause_around(text: str, start: int, end: int) -> str:
    """Return the words between the punctuation and conjunctions on both sides of a place.

    Args:
        text: A sentence or more.
        start: Where the place begins, in code points from 0.
        end: Where it ends; not part of it.
    """
    joints = list(_JOINT.finditer(text))
    first = max((j.end() for j in joints if j.end() <= start), default=0)
    last = min((j.start() for j in joints if j.start() >= end), default=len(text))
    return text[first:last]


def negated_words(text: str) -> Iterator[tuple[str, ...]]:
    """Yield each cue of a text with the other words of its clause, in lower case, the cue first."""
    for clause in _JOINT.split(_plain(text)):
        words = _WORD.findall(clause)
        for index, word in enumerate(words):
            if word in _cues() or word.endswith("n't"):
                yield (word, *words[:index], *words[index + 1 :])


def _plain(text: str) -> str:
    return text.casefold().replace("\u2019", "'")


@cache
def _cues() -> frozenset[str]:
    return frozenset(f"{_NEGATORS} {_VERBS} {_OTHERS}".split())
