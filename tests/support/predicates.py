"""Reads the predicates of a text with its quotations, and tells of one what tests ask."""

from __future__ import annotations

from nutgraf.language.names import find_names
from nutgraf.language.predicates import Participant, Predicate, find_predicates
from nutgraf.language.quotations import find_quotations
from nutgraf.language.sentences import split_sentences


def read_all(text: str) -> list[Predicate]:
    """Return all predicates of a text."""
    sentences = split_sentences(text)
    quotations = find_quotations(text, sentences, find_names(text, sentences))
    return [p for s in sentences for p in find_predicates(text, s.span, quotations)]


def read(text: str, verb: str) -> Predicate:
    """Return the first predicate of a text that has this main verb."""
    return next(p for p in read_all(text) if p.verb.of(text) == verb)


def heads(participant: Participant | None, text: str) -> str | None:
    """Return the heads of a participant in one string, joined by "&"."""
    if participant is None:
        return None
    return " & ".join(head.of(text) for head in participant.heads)


def source(predicate: Predicate, text: str) -> str | None:
    """Return whose claim a predicate is: "-" where nobody is named, None where it is no claim."""
    claim = predicate.attribution
    if claim is None:
        return None
    return "-" if claim.source is None else claim.source.of(text)
