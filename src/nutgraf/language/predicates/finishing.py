"""Turns what has been read of a predicate into its record, word numbers into spans."""

from __future__ import annotations

from typing import TYPE_CHECKING

from nutgraf.article import Span
from nutgraf.language.predicates.record import Clause, Participant, Predicate

if TYPE_CHECKING:
    from collections.abc import Sequence

    from nutgraf.language.predicates.attribution import Claims
    from nutgraf.language.predicates.drafts import Draft
    from nutgraf.language.predicates.modality import Modality
    from nutgraf.language.predicates.phrases import Phrase
    from nutgraf.language.predicates.words import Word


def finish(words: Sequence[Word], draft: Draft, modality: Modality, claims: Claims) -> Predicate:
    """Return the record of a predicate."""
    group = draft.group
    status, negated = modality.of(draft)
    governor = None if draft.governor is None else words[draft.governor].span
    complement = draft.complement
    return Predicate(
        span=_span(words, group.first, max(group.last, group.main)),
        verb=words[group.main].span,
        lemma=draft.lemma,
        particle=None if group.particle is None else words[group.particle].lower,
        status=status,
        negated=negated,
        passive=group.passive,
        finite=group.form == "finite",
        subject=_participant(words, draft.subject),
        object=_participant(words, draft.object),
        agent=_participant(words, draft.agent),
        complement=None if complement is None else _span(words, *complement),
        clause=draft.clause,
        conditional=draft.conditional or _is_wanted_under_condition(draft),
        question=draft.question,
        governor=governor,
        attribution=claims.of(draft),
    )


def _is_wanted_under_condition(draft: Draft) -> bool:
    """Tell whether a verb is governed by one under a condition ("offered TO PAY if asked")."""
    host = draft.host
    return draft.clause is Clause.INFINITIVE and host is not None and host.conditional


def _span(words: Sequence[Word], first: int, last: int) -> Span:
    return Span(words[first].start, words[last].end)


def _participant(words: Sequence[Word], phrase: Phrase | None) -> Participant | None:
    if phrase is None:
        return None
    heads = tuple(_span(words, first, last) for first, last in phrase.heads)
    return Participant(_span(words, phrase.first, phrase.last), heads)
