"""How a quotation's words differ from those of the article: in form only, or in what they say.

Where in the article the words stand is found by ``speech``.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

_WORD = re.compile(r"[^\W_]+(?:['\u2019.,][^\W_]+)*%?")
_MOST_WORDS = 400  # aligning takes the square of it; no fair quotation is longer
_SPELLING_CHARS = 6  # in shorter words one letter makes another word

# Words that carry little of what is said; a slip in one of them is a slip of the pen. The modal
# verbs, the pronouns and whatever negates or bounds are left out on purpose.
# Closed classes as in Quirk et al., A Comprehensive Grammar of the English Language (1985), 2.34.
_LIGHT = frozenset(
    """
    a an the this that these those and or but so then there here as at by for from in into of on
    onto to up upon with within about over through am is are was were be been being has have had
    having do does did it its also just very really well yes oh ah um uh hey now too even still
    which who whom what when where how than
    """.split()  # noqa: SIM905 - a table of words is read as lines of words
)
_ENGLISH_NEGATION = frozenset(
    "not no never nor none nobody nothing neither without cannot n't hardly".split()  # noqa: SIM905
)
# The prefixes that turn a word into its opposite.
_OPPOSITES = ("un", "in", "im", "il", "ir", "dis", "non")


@dataclass(frozen=True, slots=True)
class Difference:
    """What is not the same in a quotation and in the article.

    Attributes:
        said: The quotation's words that the article does not have there.
        printed: The article's words that the quotation does not have.
        changes_meaning: Whether a number, a name, a negation or another word with a meaning of its
            own is among them.
    """

    said: tuple[str, ...]
    printed: tuple[str, ...]
    changes_meaning: bool


def difference(quotation: str, article: str) -> Difference | None:
    """Compare a quotation with the article's words; None where all words are the same.

    Case, punctuation and typography make no difference.
    """
    said, printed = _words(quotation), _words(article)
    if [_plain(word) for word in said] == [_plain(word) for word in printed]:
        return None
    if max(len(said), len(printed)) > _MOST_WORDS:
        return Difference(tuple(said), tuple(printed), changes_meaning=True)
    changes = list(_changes(said, printed))
    return Difference(
        tuple(word for ours, _ in changes for word in ours),
        tuple(word for _, theirs in changes for word in theirs),
        any(_changes_meaning(ours, theirs) for ours, theirs in changes),
    )


def negates(words: Iterable[str]) -> bool:
    """Tell whether a negation is among some words."""
    plain = {_plain(word) for word in words}
    return not plain.isdisjoint(_ENGLISH_NEGATION) or any(w.endswith("n't") for w in plain)


def _changes(
    said: Sequence[str], printed: Sequence[str]
) -> Iterator[tuple[Sequence[str], Sequence[str]]]:
    ours, theirs = [_plain(word) for word in said], [_plain(word) for word in printed]
    matcher = SequenceMatcher(None, ours, theirs, autojunk=False)
    for tag, a, b, c, d in matcher.get_opcodes():
        if tag != "equal":
            yield said[a:b], printed[c:d]


def _changes_meaning(said: Sequence[str], printed: Sequence[str]) -> bool:
    if negates(said) != negates(printed):
        return True
    if len(said) == len(printed) and all(map(_is_spelling, said, printed)):
        return False
    return any(_plain(word) not in _LIGHT for word in (*said, *printed))


def _is_spelling(one: str, other: str) -> bool:
    """Tell whether two words are most likely one: "organise" and "organize", or a plural."""
    one, other = _plain(one), _plain(other)
    if one in _LIGHT and other in _LIGHT:
        return True
    short, long = sorted((one, other), key=len)
    if len(short) < _SPELLING_CHARS or any(map(str.isdigit, one + other)):
        return False
    if any(long == prefix + short for prefix in _OPPOSITES):
        return False
    # All but two letters in the same order: one letter replaced, or two more.
    blocks = SequenceMatcher(None, short, long, autojunk=False).get_matching_blocks()
    same = sum(block.size for block in blocks)
    return short[0] == long[0] and len(long) - same <= 1


def _words(text: str) -> list[str]:
    return _WORD.findall(text)


def _plain(word: str) -> str:
    return word.casefold().replace("\u2019", "'")
