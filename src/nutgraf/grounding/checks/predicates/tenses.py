"""Whether a predicate is told in the present tense, as its form shows."""

from __future__ import annotations

# ruff: noqa: SIM905 - tables of words are read, and changed, as lines of words
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from nutgraf.language.predicates import Participant, Predicate

# The verbs whose past form is the bare one (Quirk et al. 3.15, class 5).
_WITHOUT_PAST_FORM: Final = frozenset(
    "bet burst cast cost cut hit hurt let put quit set shed shut split spread thrust upset".split()
)
_PLURALS: Final = frozenset("i we you they people children men women police".split())


def is_present(predicate: Predicate, words: str, text: str) -> bool:
    """Tell whether it is in the present tense, which headlines use of the past and the future.

    "Cost" and its like are past where a singular subject asks for "costs".
    """
    if words == predicate.lemma in _WITHOUT_PAST_FORM and _is_singular(predicate.subject, text):
        return False
    forms = (predicate.lemma, predicate.lemma.removesuffix("y") + "ie")
    present = {form + ending for form in forms for ending in ("", "s", "es")}
    return predicate.span == predicate.verb and words in present


def _is_singular(subject: Participant | None, text: str) -> bool:
    """Tell whether a subject is certainly in the singular: one word, and no plural or pronoun."""
    if subject is None or len(subject.heads) > 1:
        return False
    head = subject.heads[0].of(text).casefold()
    return not head.endswith("s") and head not in _PLURALS
