"""Scores the gist against reference summaries by the words that they share: ROUGE.

ROUGE (Lin 2004) counts words, pairs of words and the longest common subsequence. It does not see
whether a statement is true: a gist with "not" too much scores nearly the same, and a good one in
other words scores little. It splits words by Latin letters without accents, as the reference
implementation does. Read it beside the other scores, never alone.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Final

from nutgraf.errors import ConfigError
from nutgraf.evals.scorers.retrieval import not_applicable, share
from nutgraf.evals.scores import Score, Scorer

if TYPE_CHECKING:
    from rouge_score_rs import RougeScorer

    from nutgraf.evals.case import Case
    from nutgraf.schema.news import NewsSummary
    from nutgraf.schema.result import Result

_TYPES: Final = {"rouge.1": "rouge1", "rouge.2": "rouge2", "rouge.l": "rougeL"}
_COMMON: Final = "shared with the nearest reference summary (F1); says nothing of truth"
_METRICS: Final = (
    share("rouge.1", "gists", f"words of the gist {_COMMON}"),
    share("rouge.2", "gists", f"pairs of words of the gist {_COMMON}"),
    share("rouge.l", "gists", f"longest common subsequence of the gist {_COMMON}"),
)


def score_rouge(case: Case, result: Result[NewsSummary]) -> dict[str, Score]:
    """Score the gist, each kind by the reference that it is nearest to.

    Raises:
        ConfigError: rouge-score-rs is not installed.
    """
    gists = case.expected.gists
    if not gists:
        return not_applicable(_METRICS)
    # Endings are cut off by Porter's rules, which are for English.
    scorer = _scorer(case.readings.language == "en")
    gist = result.summary.gist.text
    scores = [
        scorer.score(reference, gist)  # type: ignore[no-untyped-call] # as below
        for reference in gists
    ]
    return {
        name: Score(value=max(score[kind].fmeasure for score in scores), n=len(gists))
        for name, kind in _TYPES.items()
    }


@cache
def _scorer(english: bool) -> RougeScorer:
    try:
        from rouge_score_rs import RougeScorer  # noqa: PLC0415 - of an extra
    except ImportError as error:
        raise ConfigError(
            "ROUGE needs rouge-score-rs, which is not installed: pip install 'nutgraf[evals]'"
        ) from error
    # It ships the mark of a typed package, but not the types.
    return RougeScorer([*_TYPES.values()], use_stemmer=english)  # type: ignore[no-untyped-call]


SCORER: Final = Scorer("rouge", _METRICS, score_rouge)
