"""Scores the citations: do the cited sentences carry what is said, and are all of them cited?"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from nutgraf.evals.matching.words import content_words, likeness
from nutgraf.evals.scorers.retrieval import not_applicable, share
from nutgraf.evals.scorers.said import room, statements
from nutgraf.evals.scores import Score, Scorer
from nutgraf.schema.news import Statement

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from nutgraf.evals.case import Case, Expected, Sentences
    from nutgraf.evals.matching.words import Words
    from nutgraf.evals.scorers.said import Said
    from nutgraf.schema.news import NewsSummary
    from nutgraf.schema.result import Result

SAME: Final = 0.4
"""Likeness in words from which a statement says what a label says; its citations play no part."""
_ROOM: Final = room("evidence", Statement)
"""Sentences that a statement should cite at most."""

_METRICS: Final = (
    share(
        "evidence.precision",
        "facts",
        "cited sentences that are labelled as carrying what the statement says, over those points, "
        "events and questions that say what a label says",
    ),
    share(
        "evidence.recall",
        "facts",
        "labelled sentences of what such a statement says that it cites, as far as there is room; "
        "one of two that each carry the whole counts as half",
    ),
)


@dataclass(frozen=True, slots=True)
class _Label:
    words: Words
    sentences: Sentences


@dataclass(frozen=True, slots=True)
class _Weighed:
    """What a statement cites, against what carries it.

    Attributes:
        said: The statement.
        carrying: Sentences that carry anything that it says.
        right: How many sentences it cites of the label that is most like it.
        wanted: How many that label has, as far as there is room.
    """

    said: Said
    carrying: Sentences
    right: int
    wanted: int


def score_evidence(case: Case, result: Result[NewsSummary]) -> dict[str, Score]:
    """Score the citations of statements that say what a label says.

    Which label that is, is told by the words alone. The gist is left out: it tells the whole story,
    of which nearly any sentence carries something.
    """
    if case.expected.facts is None:
        return not_applicable(_METRICS)
    language = case.readings.language
    labels = tuple(_labels(case.expected, language))
    found = (_weighed(s, labels, language) for s in statements(result.summary)[1:])
    weighed = [one for one in found if one is not None]
    cited = sum(len(one.said.cited) for one in weighed)
    carrying = sum(len(one.said.cited & one.carrying) for one in weighed)
    wanted = sum(one.wanted for one in weighed)
    return {
        "evidence.precision": Score.share_of(carrying, cited, tuple(_notes(weighed))),
        "evidence.recall": Score.share_of(sum(one.right for one in weighed), wanted),
    }


def _labels(expected: Expected, language: str) -> Iterator[_Label]:
    for fact in expected.facts or ():
        yield _Label(content_words(fact.statement, language), fact.sentences)
    for event in expected.events or ():
        yield _Label(content_words(event.what, language), event.sentences)
    for question in expected.questions or ():
        yield _Label(content_words(question.question, language), question.sentences)


def _weighed(said: Said, labels: Sequence[_Label], language: str) -> _Weighed | None:
    words = content_words(said.text, language)
    alike = [(likeness(label.words, words), label) for label in labels]
    same = [(like, label) for like, label in alike if like >= SAME and label.sentences]
    if not same:
        return None
    carrying = frozenset[int]().union(*(label.sentences for _, label in same))
    # Of labels that are equally like it, the one that its citations fit best.
    _, best = max(same, key=lambda one: (one[0], _fit(one[1].sentences, said.cited)))
    wanted = min(len(best.sentences), _ROOM)
    return _Weighed(said, carrying, min(len(best.sentences & said.cited), wanted), wanted)


def _fit(sentences: Sentences, cited: Sentences) -> float:
    return len(sentences & cited) / len(sentences | cited)


def _notes(weighed: Sequence[_Weighed]) -> Iterator[str]:
    for one in weighed:
        beside = one.said.cited - one.carrying
        if beside:
            yield (
                f"{one.said.path} cites {', '.join(map(str, sorted(beside)))}; it is carried by "
                f"{', '.join(map(str, sorted(one.carrying)))}"
            )


SCORER: Final = Scorer("evidence", _METRICS, score_evidence)
