"""What a predicate affirms: whether it says that it is so, in which mood, and how plainly."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from nutgraf.language.negation_cues import (
    clause_around,
    is_implied_before,
    is_negator_in,
    is_partial_from,
    is_under_negator,
)
from nutgraf.language.predicates import Clause
from nutgraf.language.status import Status

if TYPE_CHECKING:
    from nutgraf.grounding.checks.predicates.counterparts import Counterpart
    from nutgraf.language.predicates import Predicate

_AHEAD: Final = frozenset({Status.PLANNED, Status.POSSIBLE})
_RESTRICTED: Final = re.compile(
    r"\b(?:only|all but|except|apart from|barely|hardly|scarcely)\b", re.IGNORECASE
)
_KEPT_OBJECT: Final = " nothing"  # "has been awarded nothing"


def is_called_off(predicate: Predicate) -> bool:
    """Tell whether somebody denies it, or it was called off."""
    return predicate.status is Status.DENIED and not predicate.negated


def affirms(predicate: Predicate) -> bool:
    """Tell whether a predicate says that it is so: neither negated nor denied, or both."""
    return predicate.negated is (predicate.status is Status.DENIED)


def was_only_planned(predicate: Predicate) -> bool:
    """Tell whether something was planned and did not come about ("was to have met")."""
    denied = predicate.status is Status.DENIED and not predicate.negated
    return denied and predicate.clause is Clause.INFINITIVE


def is_comparable(said: Predicate, told: Counterpart) -> bool:
    """Tell whether two predicates speak of one thing in the same mood: both asked, or both done.

    That something did not take place says nothing against its having been planned.
    """
    return told.is_about_the_same and mood(said) == mood(told.predicate)


def mood(predicate: Predicate) -> tuple[bool, bool, bool]:
    """Return how a predicate is told; what took place ("ruled out a bid if ...") has no "if"."""
    done = predicate.status is Status.HAPPENED and predicate.clause is not Clause.CONDITION
    conditional = predicate.conditional and not done
    return predicate.question, conditional, predicate.status in _AHEAD


def is_plain(predicate: Predicate, text: str) -> bool:
    """Tell whether what is read of a predicate's polarity can be seen in its clause.

    What a "not" further off does to it ("does not think that he will") is not certain enough.
    """
    if not predicate.negated:
        return not is_under_negator(text, predicate.span.start, predicate.span.end)
    if is_partial_from(text, predicate.span.start, predicate.span.end):
        return False
    parts = (predicate.subject, predicate.object)
    spans = (predicate.span, *(part.span for part in parts if part))
    kept = predicate.passive and text.startswith(_KEPT_OBJECT, predicate.span.end)
    seen = kept or any(is_negator_in(span.of(text)) for span in spans)
    return seen or is_implied_before(text, predicate.span.start)


def is_restricted(predicate: Predicate, text: str) -> bool:
    """Tell whether it is affirmed of some and denied of others, or hardly affirmed at all.

    "Only four had been asked" says that the rest had not; what "barely rose" did rise.
    """
    clause = clause_around(text, predicate.span.start, predicate.span.end)
    return _RESTRICTED.search(clause) is not None
