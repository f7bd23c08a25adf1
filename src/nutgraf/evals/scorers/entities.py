"""Scores the entities: which are found, of what kind, and whether those that matter are."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from nutgraf.evals.matching import assign
from nutgraf.evals.matching.names import name_likeness
from nutgraf.evals.scorers.retrieval import Retrieved, not_applicable, retrieval_metrics, share
from nutgraf.evals.scorers.said import in_one_order, room
from nutgraf.evals.scores import Score, Scorer

if TYPE_CHECKING:
    from collections.abc import Sequence

    from nutgraf.evals.case import Case, ExpectedEntity
    from nutgraf.evals.matching import Pair
    from nutgraf.schema.news import Entity, NewsSummary, Salience
    from nutgraf.schema.result import Result

WEIGHTS: Final[dict[Salience, int]] = {"main": 3, "supporting": 2, "passing": 1}

_METRICS: Final = (
    *retrieval_metrics("entities", "entities", "names"),
    share("entities.kind", "entities", "matched names that are of the labelled kind"),
    share(
        "entities.weighted_recall",
        "entities",
        "recall in which a main entity counts 3, a supporting one 2, one in passing 1",
    ),
)


def score_entities(case: Case, result: Result[NewsSummary]) -> dict[str, Score]:
    """Score the entities of a summary.

    An entity that stands twice in the list is right once. One that is not labelled and that the
    article names a single time is not judged, since the guide for labelling leaves such names free.
    """
    labels = case.expected.entities
    if labels is None:
        return not_applicable(_METRICS)
    given = in_one_order(result.summary.entities)
    pairs = assign(labels, given, _likeness)
    matched = {pair.given for pair in pairs}
    judged = [i for i, item in enumerate(given) if i in matched or _is_judged(item, labels)]
    found = Retrieved(
        labels=[f"{label.name} ({label.salience})" for label in labels],
        met=frozenset(pair.expected for pair in pairs),
        items=[given[i].name.text for i in judged],
        right=frozenset(n for n, i in enumerate(judged) if i in matched),
        room=room("entities"),
    )
    return {
        **found.scores("entities"),
        "entities.kind": _kind(labels, given, pairs),
        "entities.weighted_recall": _weighted(labels, pairs),
    }


def _likeness(label: ExpectedEntity, item: Entity) -> float:
    return name_likeness(item.name.text, label.name, label.aliases)


def _is_judged(item: Entity, labels: Sequence[ExpectedEntity]) -> bool:
    """Tell whether one that no label is left for is wrong: doubled, or more than named once."""
    return len(item.name.passages) != 1 or any(_likeness(label, item) for label in labels)


def _kind(
    labels: Sequence[ExpectedEntity], given: Sequence[Entity], pairs: Sequence[Pair]
) -> Score:
    both = [(labels[pair.expected], given[pair.given]) for pair in pairs]
    judged = [(label, item) for label, item in both if label.kind is not None]
    wrong = tuple(
        f"{label.name}: {item.kind} for {label.kind}"
        for label, item in judged
        if label.kind != item.kind
    )
    return Score.share_of(len(judged) - len(wrong), len(judged), wrong)


def _weighted(labels: Sequence[ExpectedEntity], pairs: Sequence[Pair]) -> Score:
    """Weigh what was found against the heaviest labels that the list has room for."""
    weights = [WEIGHTS[label.salience] for label in labels]
    most = sum(sorted(weights, reverse=True)[: room("entities")])
    found = min(sum(weights[pair.expected] for pair in pairs), most)
    return Score(value=found / most, n=len(labels)) if labels else Score(value=None)


SCORER: Final = Scorer("entities", _METRICS, score_entities)
