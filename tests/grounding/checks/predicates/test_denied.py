"""What a negated predicate denies, and which negations of an article reach it."""

from __future__ import annotations

import pytest
from tests.support.claims import story

from nutgraf.grounding.checks.predicates.denied import Denied, content_stems, reach_of
from nutgraf.language.negation_cues import denials


def denied(statement: str) -> Denied:
    """Return what the first negated predicate of a statement denies."""
    readings = story(statement)
    predicates = (p for s in readings.sentences for p in readings.predicates_in(s))
    return Denied(next(p for p in predicates if p.negated), statement)


@pytest.mark.parametrize(
    ("statement", "article", "expected"),
    [
        # The verb, and to whom it is done.
        ("The yard did not paint the mast.", "Nobody painted a thing.", True),
        ("The yard did not paint the mast.", "The crew never saw the mast.", True),
        ("The yard did not paint the mast.", "The crew never saw the hull.", False),
        # Where nothing is done to anybody: the words behind, two of them.
        ("Ida did not write of sails and masts.", "The masts were not hers, nor sails.", False),
        ("Ida did not write of sails and masts.", "There were no sails on the masts.", True),
        # Behind a verb that says little the first word will do.
        ("Ida was not in Corve with friends.", "She has not seen Corve since May.", True),
        ("Ida was not in Corve with friends.", "She has not seen friends since May.", False),
    ],
)
def test_what_a_negation_touches(statement: str, article: str, expected: bool) -> None:
    reaches = [reach_of(denial) for denial in denials(article)]
    assert any(denied(statement).is_touched(one, is_telling=False) for one in reaches) is expected


def test_of_what_is_told_only_the_telling_itself_is_touched() -> None:
    told = denied("Ida does not talk of sails and masts.")
    [denial] = denials("There were no sails on the masts.")
    assert not told.is_touched(reach_of(denial), is_telling=True)
    [denial] = denials("She never talked again.")
    assert told.is_touched(reach_of(denial), is_telling=True)


def test_a_verb_of_saying_names_nothing_by_itself() -> None:
    [denial] = denials("I can't tell you.")
    assert not denied("Ida does not tell of her travels.").is_named(denial)
    [denial] = denials("They never sailed again.")
    assert denied("Ida did not sail to Corve.").is_named(denial)


def test_half_of_what_is_denied_is_known() -> None:
    told = denied("Ida did not write of sails and masts.")
    assert told.is_known_to(frozenset(content_stems("the sails of Corve")))
    assert not told.is_known_to(frozenset(content_stems("the hulls of Corve")))
    assert not denied("Ida did not sing.").is_known_to(frozenset(content_stems("Ida sang")))
