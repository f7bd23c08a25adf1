"""The words of English that say that something is not so, as a table.

Beside the negators proper these are the cues that annotators of negation mark: verbs and nouns of
failing, refusing, lacking and denying, and words that contain a negation. Sources: the guidelines of
the ConanDoyle-neg corpus (Morante, Schrauwen and Daelemans 2011) and the trigger terms of NegEx
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
    "dismiss dismissed refute refuted contradict contradicted omit omitted ignore ignored miss "
    "missed lose lost suspend suspended veto vetoed overturn overturned acquit acquitted "
    "resist resisted"
)
_OTHERS: Final = (
    "absence failure refusal denial lack rejection unable unlikely impossible unclear unknown "
    "uncertain undecided unresolved unsuccessful unpaid unchanged unaware yet except rather instead "
    "little few false untrue wrong incorrect too free empty missing"
)
_WORD: Final = re.compile(r"\w+(?:'\w+)*")


_BEFORE: Final = 6
_AFTER: Final = 9
"""Words around a cue in which what it negates is looked for; wide, since a denial that is overlooked
would make a true statement look false."""


def negated_words(text: str) -> Iterator[tuple[str, ...]]:
    """Yield each cue of a text with the words around it, in lower case, the cue first."""
    words = _WORD.findall(text.casefold().replace("\u2019", "'"))
    for index, word in enumerate(words):
        if word in _cues() or word.endswith("n't"):
            before, after = words[max(0, index - _BEFORE) : index], words[index + 1 :]
            yield (word, *before, *after[:_AFTER])


@cache
def _cues() -> frozenset[str]:
    return frozenset(f"{_NEGATORS} {_VERBS} {_OTHERS}".split())
