"""How far two people label the same articles the same way, field by field.

The rules are those of ``evals/LABELLING.md``: what rests on evidence is the same if half or more of
the sentences are shared (Jaccard), entities by name, quotations and figures by place; always one to
one. What two labellers do not agree on, no score of a summary can be surer of.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final, TypeAlias

from pydantic import BaseModel, ConfigDict

from nutgraf.errors import EvalError
from nutgraf.evals.matching.assignment import assign
from nutgraf.evals.matching.names import name_likeness
from nutgraf.evals.statistics.agreement import cohens_kappa
from nutgraf.evals.statistics.intervals import Estimate, mean_with_interval

if TYPE_CHECKING:
    from collections.abc import Iterable

    from nutgraf.article import Span
    from nutgraf.evals.case import Case, ExpectedEntity, ExpectedQuote

_HALF: Final = 0.5
_NAMES_ALIKE: Final = 0.8  # a name, an alias, or what every reader knows it by

Labelled: TypeAlias = Any  # Any: one of the parts of `Expected`, each field has its own
Alike: TypeAlias = Callable[[Labelled, Labelled], float]
Aspect: TypeAlias = Callable[[Labelled], Hashable]
Same: TypeAlias = Callable[[Labelled, Labelled], bool]


class Agreement(BaseModel):
    """How far two labellings agree on one field.

    Attributes:
        field: Such as ``facts``.
        first: Items of the first labelling.
        second: Items of the second.
        matched: Pairs that mean the same.
        f1: Of the second against the first: the mean over articles.
        aspects: By name, of the matched pairs the share that agree in that aspect: the mean over
            articles.
        kappa: By name, Cohen's kappa of an aspect that has few values, over all matched pairs.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    field: str
    first: int
    second: int
    matched: int
    f1: Estimate
    aspects: dict[str, Estimate]
    kappa: dict[str, Estimate]


@dataclass(frozen=True, slots=True)
class _Rule:
    """When two labels of a field mean the same, and what of them may then differ.

    Attributes:
        alike: From 0 to 1; 0 for two that do not mean the same.
        aspects: When two that mean the same agree in an aspect.
        categories: Aspects with few values, of which chance would make some agree.
    """

    alike: Alike
    aspects: dict[str, Same]
    categories: dict[str, Aspect]


def agreement(first: Iterable[Case], second: Iterable[Case]) -> tuple[Agreement, ...]:
    """Return how far two labellings of the same articles agree, field by field.

    Articles that only one of them has are left out.

    Raises:
        EvalError: No article is in both, or an article's text is not the same in both.
    """
    others = {case.id: case for case in second}
    pairs = [(case, others[case.id]) for case in first if case.id in others]
    if not pairs:
        raise EvalError("no article is labelled in both folders; folders go by the same names")
    for one, other in pairs:
        if one.readings.article.text != other.readings.article.text:
            raise EvalError(f"{one.id}: the two labellings are not of the same text")
    return tuple(_of_field(field, rule, pairs) for field, rule in _RULES.items())


def _of_field(field: str, rule: _Rule, cases: Sequence[tuple[Case, Case]]) -> Agreement:
    counts: list[tuple[int, int, int]] = []
    matched: list[list[tuple[Labelled, Labelled]]] = []
    for one, other in cases:
        first = getattr(one.expected, field) or ()
        second = getattr(other.expected, field) or ()
        pairs = assign(first, second, rule.alike)
        matched.append([(first[pair.expected], second[pair.given]) for pair in pairs])
        counts.append((len(first), len(second), len(pairs)))
    everything = [pair for each in matched for pair in each]
    firsts, seconds, both = (sum(column) for column in zip(*counts, strict=True))
    return Agreement(
        field=field,
        first=firsts,
        second=seconds,
        matched=both,
        f1=mean_with_interval([2 * m / (a + b) for a, b, m in counts if a + b], items=both),
        aspects={name: _share(same, matched) for name, same in rule.aspects.items()},
        kappa={
            name: cohens_kappa((of(one), of(other)) for one, other in everything)
            for name, of in rule.categories.items()
        },
    )


def _share(same: Same, matched: Sequence[Sequence[tuple[Labelled, Labelled]]]) -> Estimate:
    by_article = [sum(same(a, b) for a, b in pairs) / len(pairs) for pairs in matched if pairs]
    return mean_with_interval(by_article, items=sum(map(len, matched)))


def _by_evidence(one: Labelled, other: Labelled) -> float:
    shared = len(one.sentences & other.sentences) / len(one.sentences | other.sentences)
    return shared if shared >= _HALF else 0.0


def _by_name(one: ExpectedEntity, other: ExpectedEntity) -> float:
    likenesses = [
        *(name_likeness(name, other.name, other.aliases) for name in (one.name, *one.aliases)),
        *(name_likeness(name, one.name, one.aliases) for name in (other.name, *other.aliases)),
    ]
    return max(likenesses) if max(likenesses) >= _NAMES_ALIKE else 0.0


def _by_place(one: Labelled, other: Labelled) -> float:
    shared = _overlap(one.span, other.span)
    return shared if shared >= _HALF else 0.0


def _overlap(one: Span, other: Span) -> float:
    """Return which share of what either covers both cover."""
    common = min(one.end, other.end) - max(one.start, other.start)
    return max(0, common) / (max(one.end, other.end) - min(one.start, other.start))


def _same_speaker(one: ExpectedQuote, other: ExpectedQuote) -> bool:
    if one.speaker is None or other.speaker is None:
        return one.speaker is other.speaker
    likeness = max(
        name_likeness(one.speaker, other.speaker, other.aliases),
        name_likeness(other.speaker, one.speaker, one.aliases),
    )
    return likeness >= _NAMES_ALIKE


def _same(name: str) -> Same:
    return lambda one, other: getattr(one, name) == getattr(other, name)


def _aspect(name: str) -> Aspect:
    def of(label: Labelled) -> Hashable:
        value: Hashable = getattr(label, name)
        return value

    return of


_RULES: Final[dict[str, _Rule]] = {
    "facts": _Rule(_by_evidence, {"must": _same("must")}, {"must": _aspect("must")}),
    "entities": _Rule(
        _by_name,
        {"kind": _same("kind"), "salience": _same("salience")},
        {"kind": _aspect("kind"), "salience": _aspect("salience")},
    ),
    "events": _Rule(
        _by_evidence,
        {"date": _same("date"), "status": _same("status")},
        {"status": _aspect("status")},
    ),
    "quotes": _Rule(_by_place, {"speaker": _same_speaker}, {}),
    "figures": _Rule(_by_place, {"value": _same("value"), "unit": _same("unit")}, {}),
    "questions": _Rule(_by_evidence, {}, {}),
}
