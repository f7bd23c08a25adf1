"""Questions to which people have given the answer, to measure a judge with.

Inside the project they come from the labels: a key fact is said by the sentences that carry it, a
trap is not; and from readers of summaries, who say which key facts are told. Outside, from judged
summaries in the neutral form of SummEdits (Laban et al., 2023): a document with summaries that
people call consistent with it or not.
"""

from __future__ import annotations

import random
from dataclasses import dataclass
from typing import TYPE_CHECKING

from pydantic import BaseModel

from nutgraf.article import Article
from nutgraf.evals.json_lines import read_json_lines
from nutgraf.evals.judging.questions import Question, coverage_question
from nutgraf.evals.told_facts import facts_read, first_readings
from nutgraf.grounding.relevance import Relevance
from nutgraf.language.readings import Readings
from nutgraf.language.sentences import split_sentences

if TYPE_CHECKING:
    import os
    from collections.abc import Iterable, Iterator, Sequence

    from nutgraf.evals.case import Case, Sentences
    from nutgraf.evals.told_facts import ToldFacts

_SENTENCES_SHOWN = 5  # as many as a summary in a sentence is made of, see `Relevance.carriers`


@dataclass(frozen=True, slots=True)
class LabelledQuestion:
    """A question with the answer that people give.

    Attributes:
        question: What a judge is asked.
        said: Whether the texts say the claim.
        cluster: The article it is about: answers about one article are not independent.
    """

    question: Question
    said: bool
    cluster: str


def of_labels(cases: Iterable[Case]) -> Iterator[LabelledQuestion]:
    """Yield the key facts and traps of labelled articles with the sentences that show which is so.

    A trap about which the article is silent is left out: there is no sentence to judge it by.
    """
    for case in cases:
        facts = {fact.id: fact for fact in case.expected.facts or ()}
        for fact in facts.values():
            asked = _support(case, fact.id, fact.statement, fact.sentences)
            yield LabelledQuestion(asked, said=True, cluster=case.id)
        for number, trap in enumerate(case.expected.traps or (), start=1):
            shown = trap.sentences | (facts[trap.of].sentences if trap.of else frozenset())
            if shown:
                asked = _support(case, f"trap {number}: {trap.fault}", trap.statement, shown)
                yield LabelledQuestion(asked, said=False, cluster=case.id)


def of_told_facts(cases: Iterable[Case], read: Iterable[ToldFacts]) -> Iterator[LabelledQuestion]:
    """Yield the key facts of which a summary's first reader says whether it tells them.

    Raises:
        EvalError: An article or a key fact is not labelled any more.
    """
    for case, fact, one in facts_read(cases, first_readings(read)):
        texts = tuple(statement.text for statement in one.statements)
        asked = coverage_question(fact, texts)
        yield LabelledQuestion(asked, said=one.told[fact.id] == "all", cluster=case.id)


class _Judged(BaseModel):
    """A summary with what people say of it."""

    summary: str
    consistent: bool


class _Document(BaseModel):
    """A document with its judged summaries."""

    id: str
    text: str
    judgements: tuple[_Judged, ...]


def of_judged_summaries(path: str | os.PathLike[str]) -> Iterator[LabelledQuestion]:
    """Yield the judged summaries of a JSON Lines file, each with the sentences that say most of it.

    Raises:
        EvalError: The file cannot be read, or a line is no document with judged summaries.
    """
    for document in read_json_lines(path, _Document):
        article = Article(text=document.text, language="en")
        readings = Readings(article)
        relevance = Relevance(readings)
        for number, one in enumerate(document.judgements, start=1):
            texts = _best(one.summary, readings, relevance)
            asked = Question("support", f"summary {number}", one.summary, texts)
            yield LabelledQuestion(asked, said=one.consistent, cluster=document.id)


def sample(
    questions: Iterable[LabelledQuestion], most: int | None, *, seed: int = 0
) -> list[LabelledQuestion]:
    """Return a random choice of questions, as many that are said as that are not.

    Args:
        questions: All there are.
        most: How many to choose; None for all of them, balanced or not.
        seed: Of the choice.
    """
    found = list(questions)
    if most is None or most >= len(found):
        return found
    rng = random.Random(seed)  # noqa: S311  a sample, not a secret
    said = [one for one in found if one.said]
    not_said = [one for one in found if not one.said]
    half = min(most // 2, len(said))
    return [
        *rng.sample(said, half),
        *rng.sample(not_said, min(most - half, len(not_said))),
    ]


def _support(case: Case, item: str, claim: str, sentences: Sentences) -> Question:
    return Question("support", item, claim, _in_order(sorted(sentences), case.readings))


def _best(summary: str, readings: Readings, relevance: Relevance) -> tuple[str, ...]:
    """Return the sentences that say most of each sentence of a summary, in reading order."""
    parts = [sentence.span.of(summary) for sentence in split_sentences(summary, "en")]
    each = max(1, _SENTENCES_SHOWN // max(1, len(parts)))
    numbers = {s.number for part in parts for s in relevance.best(part, each)}
    return _in_order(sorted(numbers), readings)


def _in_order(numbers: Sequence[int], readings: Readings) -> tuple[str, ...]:
    found = (readings.sentence(number) for number in numbers)
    return tuple(sentence.span.of(readings.article.text) for sentence in found if sentence)
