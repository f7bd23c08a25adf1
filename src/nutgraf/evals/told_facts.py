"""What readers say of summaries: which labelled key facts they tell, and who agrees with that.

A reader sees what a summary says and the key facts of its article, and says of each fact how much
of it is told. Whatever decides the same without a reader is measured against that: the rule by
which key facts are scored, and a judge.
"""

from __future__ import annotations

from collections import defaultdict
from itertools import groupby
from operator import itemgetter
from typing import TYPE_CHECKING, Literal, TypeAlias, get_args

from pydantic import BaseModel, ConfigDict

from nutgraf.errors import EvalError
from nutgraf.evals.json_lines import read_json_lines
from nutgraf.evals.scorers.facts import why_missed
from nutgraf.evals.scorers.said import on_its_own
from nutgraf.evals.statistics.agreement import cohens_kappa
from nutgraf.evals.statistics.intervals import Estimate
from nutgraf.evals.statistics.prevalence import Share

if TYPE_CHECKING:
    import os
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from nutgraf.evals.case import Case, ExpectedFact
    from nutgraf.evals.scorers.said import Said

TOLD_FILE = "told.jsonl"

Told: TypeAlias = Literal["all", "part", "none"]
_Key: TypeAlias = tuple[str, str, str]  # article, drafter, key fact


class ShownStatement(BaseModel):
    """A statement of a summary as a reader saw it.

    Attributes:
        text: With what stands beside it, see `Said.shown`.
        cited: Numbers of the sentences that it cites, from 1.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    text: str
    cited: frozenset[int]


class ToldFacts(BaseModel):
    """What one reader says of one summary: a line of ``told.jsonl``.

    Attributes:
        reader: Who read it.
        case: The article's id.
        drafter: Who wrote the summary.
        statements: What it says.
        told: By the key fact's id, how much of it the statements say between them.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    reader: str
    case: str
    drafter: str
    statements: tuple[ShownStatement, ...]
    told: dict[str, Told]


class ToldAgreement(BaseModel):
    """How far the rule of the score, and a second reader, agree with the first reader.

    Attributes:
        counted: By how much of a fact is told as the reader says, the share that the rule counts.
        kappa: Cohen's, of rule and reader, wholly told or not.
        readers: Cohen's kappa of two readers on what both have read, wholly told or not; no
            value where only one has read.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    counted: dict[Told, Share]
    kappa: Estimate
    readers: Estimate


def load_told(path: str | os.PathLike[str]) -> tuple[ToldFacts, ...]:
    """Read what readers say.

    Raises:
        EvalError: It cannot be read, or a line does not fit; the message names it.
    """
    return read_json_lines(path, ToldFacts)


def facts_read(
    cases: Iterable[Case], read: Iterable[ToldFacts]
) -> Iterator[tuple[Case, ExpectedFact, ToldFacts]]:
    """Yield each key fact that a reader has judged.

    Raises:
        EvalError: An article or a key fact is not labelled any more.
    """
    known = {case.id: case for case in cases}
    for one in read:
        case = known.get(one.case)
        facts = {fact.id: fact for fact in (case.expected.facts or ())} if case else {}
        for fact in one.told:
            if case is None or fact not in facts:
                raise EvalError(
                    f"{one.case}: a reader judged the key fact {fact!r}, which is not labelled any "
                    "more; have the summaries read again"
                )
            yield case, facts[fact], one


def first_readings(read: Iterable[ToldFacts]) -> tuple[ToldFacts, ...]:
    """Return of what was read several times what its first reader says."""
    first: dict[tuple[str, str], ToldFacts] = {}
    for one in read:
        first.setdefault((one.case, one.drafter), one)
    return tuple(first.values())


def told_agreement(cases: Iterable[Case], read: Sequence[ToldFacts]) -> ToldAgreement:
    """Return who agrees with the first reader of each summary.

    Args:
        cases: Labelled articles, those that were read among them.
        read: By one reader or two; of two, the one whose line comes first is the first.

    Raises:
        EvalError: An article or a key fact is not labelled any more.
    """
    answers: defaultdict[_Key, list[Told]] = defaultdict(list)
    by_rule: dict[_Key, bool] = {}
    for one, facts in groupby(facts_read(cases, read), itemgetter(2)):
        said = tuple(_said(one))
        for case, fact, _ in facts:
            key = (case.id, one.drafter, fact.id)
            answers[key].append(one.told[fact.id])
            if key not in by_rule:
                by_rule[key] = why_missed(fact, said, case.readings.language) is None
    pairs = [(answers[key][0], counted) for key, counted in by_rule.items()]
    return ToldAgreement(
        counted={told: _counted(pairs, told) for told in get_args(Told)},
        kappa=cohens_kappa((told == "all", counted) for told, counted in pairs),
        readers=_between(answers),
    )


def _said(one: ToldFacts) -> Iterator[Said]:
    for number, shown in enumerate(one.statements):
        yield on_its_own(f"statements[{number}]", shown.text, shown.cited)


def _counted(pairs: Sequence[tuple[Told, bool]], told: Told) -> Share:
    rule = [counted for reader, counted in pairs if reader == told]
    return Share(part=sum(rule), whole=len(rule))


def _between(answers: Mapping[_Key, Sequence[Told]]) -> Estimate:
    """Return the agreement of the first two readers of what was read by two."""
    twice = (one[:2] for one in answers.values() if len(one) > 1)
    return cohens_kappa((first == "all", second == "all") for first, second in twice)
