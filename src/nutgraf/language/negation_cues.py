"""The words of English that say that something is not so, and how far they reach, as tables.

Beside the negators proper these are the cues that annotators of negation mark: verbs and nouns of
failing, refusing, lacking and denying, and words that contain a negation. Sources: the guidelines
of the ConanDoyle-neg corpus (Morante, Schrauwen and Daelemans 2011) and the trigger terms of NegEx
(Chapman et al. 2001), without those that are terms of medicine. As in NegEx, a cue reaches over
some words on the side on which what it denies stands, and not across words that begin another
clause.
"""

from __future__ import annotations

# ruff: noqa: SIM905 - tables of words are read, and changed, as lines of words
import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Final

from nutgraf.language.function_words import FUNCTION_WORDS

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_FAR: Final = 40  # to the ends of the clause
# Each row: how many words before and after a cue it reaches over, and the cues.
_CUES: Final[tuple[tuple[int, int, str], ...]] = (
    (0, 12, "not never cannot nor without hardly barely scarcely"),
    # "Agreed to neither", "had no reason": what they deny may be the verb before them.
    (2, 12, "no none nobody nothing nowhere neither"),
    (
        _FAR,
        _FAR,
        (
            "deny denies denied denying refuse refuses refused refusing decline declines "
            "declined declining fail fails failed failing reject rejects rejected rejecting "
            "lack lacks lacked lacking avoid avoids avoided prevent prevents prevented stop "
            "stopped cease ceased halt halted abandon abandoned cancel cancelled canceled "
            "scrap scrapped postpone postponed delay delayed shelve shelved drop dropped "
            "withdraw withdrew withdrawn exclude excluded forbid forbidden ban banned block "
            "blocked oppose opposed opposes doubt doubts doubted dispute disputed disputes "
            "dismiss dismissed refute refuted contradict contradicted omit omitted suspend "
            "suspended veto vetoed overturn overturned acquit acquitted resist resisted shun "
            "shuns shunned"
        ),
    ),
    (
        _FAR,
        _FAR,
        (
            "absence failure refusal denial lack rejection unable unlikely impossible unclear "
            "unknown uncertain undecided unresolved unsuccessful unpaid unchanged unaware yet "
            "except false untrue wrong incorrect"
        ),
    ),
    # "Sold it instead of mending it": what was not done comes behind.
    (0, 12, "rather instead"),
    (4, 4, "too free empty missing"),
)
_PROPER: Final = frozenset(
    "not no never nor none nobody nothing nowhere neither cannot hardly barely scarcely".split()
)
# What a statement of denial may leave to the sentence before it: "It did not."
_ELLIPTIC: Final = frozenset("not never neither deny denies denied denying refused".split())
# A cue does not reach across the words that begin another clause.
_BEGINS_A_CLAUSE: Final = frozenset(
    "after before because since until when where while although though which who whom whose as if "
    "unless".split()
)
_WORD: Final = re.compile(r"\w+(?:'\w+)*")
_NEGATOR: Final = re.compile(
    r"\b(?:not|no|never|none|nobody|nothing|nowhere|neither|nor|without|cannot|hardly|barely"
    r"|scarcely)\b|n't\b"
)
_AFTER_ITS_VERB: Final = re.compile(r"\b(?:no|none|nobody|nothing|nowhere|neither)\b")
# "Stopped deliveries and says that it has no reason": the "no" belongs to another verb.
_ANOTHER_VERB: Final = re.compile(r"\b(?:that|which|who|if|unless|because|although|when|where)\b")
_IMPLIED: Final = re.compile(
    r"\b(?:yet|failed|fails|fail|failing|refused|refuses|declined|declines|unable|nor)"
    r"(?: to(?: be)?)?\s*$"
)
# What is not so entirely, always or for everybody is so in part (Quirk et al. 10.66: a negator
# before a universal quantifier or an adverb of degree).
_PARTIAL: Final = re.compile(
    r"(?:\bnot|n't)\s(?:\w+\s){0,2}?(?:entirely|quite|completely|fully|wholly|totally|altogether"
    r"|always|necessarily|exactly|really|all|every|everything|everyone|everybody|both)\b"
)
_PARTIAL_CHARS: Final = 24
# A negation rarely reaches across these.
_JOINT: Final = re.compile(
    r"[,;:()\u2013\u2014\n]|[.!?](?=\s|$)|\s-+\s|\bbut\b|\bwhile\b|\balthough\b"
)
_HYPOTHETICAL: Final = frozenset({"if", "unless"})
_ONLY_BEFORE: Final = {"yet": "to", "instead": "of", "rather": "than"}
# Before a noun these say which is meant: "an empty jar", "the free ferry".
_DESCRIBING: Final = frozenset({"empty", "free"})
# "Did not only mend the roof": that was done as well.
_ADDING: Final = tuple([word] for word in "only just merely simply solely".split())
_DETERMINERS: Final = frozenset({"a", "an", "the", "its", "his", "her", "their"})
_CANCELLING: Final = 2  # words: "not dispute", "not been disputed"
_BOTH_WAYS: Final = (_FAR, _FAR)
_IMPLIED_CHARS: Final = 24
_LONGEST_CLAUSE: Final = 400  # code points on either side


@dataclass(frozen=True, slots=True)
class Denial:
    """A cue of negation in its place.

    Attributes:
        cue: The word, in lower case.
        words: What it reaches over, in lower case; in reading order.
        is_open: Whether it leaves what it denies to what was said before ("It did not.").
        is_contrast: Whether it begins its clause, as in "391 million, not the 398 million".
    """

    cue: str
    words: tuple[str, ...]
    is_open: bool
    is_contrast: bool

    @property
    def is_proper(self) -> bool:
        """Whether the cue is "not" or another negator, rather than a word that implies one."""
        return self.cue in _PROPER or self.cue.endswith("n't")


def is_negator_in(text: str) -> bool:
    """Tell whether a negator proper ("not", "no", "never", "neither") is among some words."""
    return _NEGATOR.search(_plain(text)) is not None


def is_under_negator(text: str, start: int, end: int) -> bool:
    """Tell whether a negator may reach a verb: before it in its clause, or "nothing" after it.

    Args:
        text: A sentence or more.
        start: Where the verb group begins, in code points from 0.
        end: Where it ends; not part of it.
    """
    first, last = _clause(text, start, end)
    after = _AFTER_ITS_VERB.search(_ANOTHER_VERB.split(_plain(text[end:last]), maxsplit=1)[0])
    return is_negator_in(text[first:end]) or after is not None


def is_implied_before(text: str, start: int) -> bool:
    """Tell whether "yet to", "failed to" and the like stand right before a place."""
    return _IMPLIED.search(_plain(text[max(0, start - _IMPLIED_CHARS) : start])) is not None


def is_partial_from(text: str, start: int, end: int) -> bool:
    """Tell whether a verb is negated in part only ("was not entirely dark").

    Args:
        text: A sentence or more.
        start: Where the verb group begins, in code points from 0.
        end: Where it ends; not part of it.
    """
    return _PARTIAL.search(_plain(text[start : end + _PARTIAL_CHARS])) is not None


def clause_around(text: str, start: int, end: int) -> str:
    """Return the words between the punctuation and conjunctions on both sides of a place.

    Args:
        text: A sentence or more.
        start: Where the place begins, in code points from 0.
        end: Where it ends; not part of it.
    """
    first, last = _clause(text, start, end)
    return text[first:last]


def _clause(text: str, start: int, end: int) -> tuple[int, int]:
    begin, stop = max(0, start - _LONGEST_CLAUSE), min(len(text), end + _LONGEST_CLAUSE)
    before = (joint.end() for joint in _JOINT.finditer(text, begin, start))
    after = _JOINT.search(text, end, stop)
    return max(before, default=begin), after.start() if after else stop


def denials(text: str) -> Iterator[Denial]:
    """Yield the cues of a text with what they reach over, in reading order."""
    for clause in _JOINT.split(_plain(text)):
        words = _WORD.findall(clause)
        for index, word in enumerate(words):
            reach = _cues().get("not" if word.endswith("n't") else word)
            if reach is not None and not _is_no_cue(words, index):
                yield _denial(words, index, *reach)


def _is_no_cue(words: Sequence[str], index: int) -> bool:
    """Tell whether a word that may imply a negation does not, where it stands.

    "Yet" only does before "to": elsewhere it goes with a "not", or begins a sentence. What is
    feared or fails under an "if" is no news, "an empty jar" says only what jar, and what is "not
    disputed" is so.
    """
    word = words[index]
    if word in _ONLY_BEFORE:
        return words[index + 1 : index + 2] != [_ONLY_BEFORE[word]]
    if word in _DESCRIBING and index and words[index - 1] in _DETERMINERS:
        return True
    if word in _PROPER or word.endswith("n't"):
        return words[index + 1 : index + 2] in _ADDING
    return words[0] in _HYPOTHETICAL or _is_cancelled(words, index)


def _is_cancelled(words: Sequence[str], index: int) -> bool:
    """Tell whether a negator right before a verb of denial, or one word before it, cancels it."""
    before = words[max(0, index - _CANCELLING) : index]
    return any(word in {"not", "never"} or word.endswith("n't") for word in before)


def _denial(words: Sequence[str], index: int, before: int, after: int) -> Denial:
    cue = words[index]
    left = upto_clause(words[max(0, index - before) : index][::-1])[::-1]
    right = _upto_cancelled(upto_clause(words[index + 1 : index + 1 + after]))
    elliptic = cue in _ELLIPTIC or cue.endswith("n't")
    is_open = elliptic and index > 0 and all(word in FUNCTION_WORDS["en"] for word in right)
    return Denial(cue, (*left, *right), is_open, index == 0)


def upto_clause(words: Sequence[str]) -> Sequence[str]:
    """Return some words in lower case up to the first that begins another clause ("when")."""
    ends = (at for at, word in enumerate(words) if word in _BEGINS_A_CLAUSE)
    return words[: next(ends, len(words))]


def _upto_cancelled(words: Sequence[str]) -> Sequence[str]:
    """Return what a negator reaches over: no more than the verb of denial that it cancels.

    Whoever does not dispute that it sank denies nothing but disputing it.
    """
    ends = (at for at, word in enumerate(words[:_CANCELLING]) if _cues().get(word) == _BOTH_WAYS)
    return words[: next(ends, len(words)) + 1]


def _plain(text: str) -> str:
    return text.casefold().replace("\u2019", "'")


@cache
def _cues() -> dict[str, tuple[int, int]]:
    return {word: (before, after) for before, after, row in _CUES for word in row.split()}
