"""Scores the quotations: are they verbatim, are they quotations, and who is said to speak?"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from nutgraf.evals.matching import assign
from nutgraf.evals.matching.names import name_likeness, speaker_likeness
from nutgraf.evals.matching.speech import quotation_likeness
from nutgraf.evals.scorers.retrieval import Retrieved, not_applicable, retrieval_metrics, share
from nutgraf.evals.scorers.said import in_one_order, room
from nutgraf.evals.scores import Score, Scorer

if TYPE_CHECKING:
    from collections.abc import Sequence

    from nutgraf.evals.case import Case, ExpectedQuote
    from nutgraf.schema.news import NewsSummary, Quote
    from nutgraf.schema.result import Result

_NOT_VERBATIM: Final = frozenset({"none", "approximate"})
_SHOWN: Final = 60  # code points of a quotation in a note

_VERBATIM: Final = share(
    "quotes.verbatim", None, "quotations whose words stand in the article, typography aside"
)
_LABELLED: Final = (
    *retrieval_metrics("quotes", "quotes", "quotations"),
    share("quotes.speaker", "quotes", "matched quotations with the labelled speaker"),
)


def score_quotes(case: Case, result: Result[NewsSummary]) -> dict[str, Score]:
    """Score the quotations of a summary.

    Every quotation of the article is labelled, so that one which is not is no quotation. Where the
    label names no speaker, whoever is given is not judged.
    """
    given = in_one_order(result.summary.quotes)
    verbatim = {"quotes.verbatim": _verbatim(given)}
    labels = case.expected.quotes
    if labels is None:
        return verbatim | not_applicable(_LABELLED)
    text = case.readings.article.text
    pairs = assign(labels, given, lambda label, quote: _likeness(label, quote, text))
    found = Retrieved(
        labels=[_shown(label.span.of(text)) for label in labels],
        met=frozenset(pair.expected for pair in pairs),
        items=[_shown(quote.words.text) for quote in given],
        right=frozenset(pair.given for pair in pairs),
        room=room("quotes"),
    )
    matched = [(labels[pair.expected], given[pair.given]) for pair in pairs]
    return {**verbatim, **found.scores("quotes"), "quotes.speaker": _speaker(case, matched)}


def _verbatim(given: Sequence[Quote]) -> Score:
    altered = tuple(_shown(q.words.text) for q in given if q.words.match in _NOT_VERBATIM)
    return Score.share_of(len(given) - len(altered), len(given), altered)


def _likeness(label: ExpectedQuote, quote: Quote, text: str) -> float:
    passage = quote.words.passage
    return quotation_likeness(label.span, passage.span if passage else None, text)


def _speaker(case: Case, matched: Sequence[tuple[ExpectedQuote, Quote]]) -> Score:
    named = [(label, label.speaker, quote.speaker.text) for label, quote in matched]
    judged = [(label, right, given) for label, right, given in named if right is not None]
    wrong = tuple(
        f"{given!r} for {right!r}"
        for label, right, given in judged
        if not _is_speaker(case, given, right, label.aliases)
    )
    return Score.share_of(len(judged) - len(wrong), len(judged), wrong)


def _is_speaker(case: Case, given: str, right: str, aliases: Sequence[str]) -> bool:
    """Tell whether a name is that of the speaker, and not better that of somebody else."""
    likeness = speaker_likeness(given, right, aliases)
    others = (
        name_likeness(given, entity.name, entity.aliases)
        for entity in case.expected.entities or ()
        if entity.name != right
    )
    return likeness > 0 and likeness >= max(others, default=0.0)


def _shown(words: str) -> str:
    return words if len(words) <= _SHOWN else f"{words[:_SHOWN].rstrip()}…"


SCORER: Final = Scorer("quotes", (_VERBATIM, *_LABELLED), score_quotes)
