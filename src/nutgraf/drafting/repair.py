"""Repair: asking the model again for the parts that did not pass the checks, and for nothing else.

A round sends the failing parts, the last findings and the sentences that matter; never the history.
A correction is taken only if the part has less wrong with it than before, so a round can do no
harm.
"""

from __future__ import annotations

import json
from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, TypeVar

from pydantic import BaseModel, Field, create_model

from nutgraf.drafting.excerpts import sentences_that_matter
from nutgraf.drafting.numbered import fence, numbered
from nutgraf.drafting.parts import part_of, parts
from nutgraf.errors import ModelError, OutputError
from nutgraf.grounding.checked import Checked, ground, ground_as_it_is
from nutgraf.llm.client import Client, Request, Sampling, Usage
from nutgraf.schema.fields import Citation
from nutgraf.schema.outline import outline
from nutgraf.schema.result import Finding
from nutgraf.schema.tree import DROPPED, as_wire, leaves, substitute

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from nutgraf.language.readings import Readings
    from nutgraf.language.sentences import Sentence
    from nutgraf.prompting import Prompt

SummaryT = TypeVar("SummaryT", bound=BaseModel)

_WEIGHT = {"error": 10, "warning": 1, "note": 0}
_PARTS_A_ROUND = 12  # a summary with more wrong than this will not be saved by asking again


@dataclass(frozen=True, slots=True)
class Repair:
    """What the rounds of repair took.

    Attributes:
        rounds: How many were asked.
        usage: Tokens and requests of all rounds.
        failure: Why the last round gave nothing, or None.
    """

    rounds: int = 0
    usage: Usage = field(default_factory=Usage)
    failure: str | None = None


@dataclass(frozen=True, slots=True)
class Repairer:
    """Asks a model again for failing parts.

    Attributes:
        client: Who answers.
        prompt: The wording.
        sampling: How to answer.
        rounds: How often to ask at most.
    """

    client: Client
    prompt: Prompt
    sampling: Sampling
    rounds: int = 2

    async def repair(
        self, checked: Checked[SummaryT], readings: Readings
    ) -> tuple[Checked[SummaryT], Repair]:
        """Return the summary with what could be repaired, and what that took.

        A provider that fails here does not cost the draft: the summary stays as it is.

        Raises:
            RecordingError: A replay has no recording for a round.
        """
        usage = Usage()
        for done in range(self.rounds):
            failing = _failing_parts(checked)
            if not failing:
                return checked, Repair(done, usage)
            try:
                request = self._request(failing, readings)
                completion = await self.client.complete(request)
            except (ModelError, OutputError) as error:
                spent = Usage(error.input_tokens, error.output_tokens)
                return checked, Repair(done + 1, usage + spent, failure=type(error).__name__)
            usage += completion.usage
            checked = _take(checked, failing, completion.answer, readings)
        return checked, Repair(self.rounds, usage)

    def _request(self, failing: Sequence[_Part], readings: Readings) -> Request[BaseModel]:
        answer_type = _answer_type(failing)
        article = readings.article
        values = {
            "outline": outline(answer_type),
            "published": article.published.isoformat() if article.published else "unknown",
            "parts": "\n\n".join(part.described(i) for i, part in enumerate(failing)),
            "fence": fence(article),
            "article": numbered(article, _sentences(failing, readings)),
        }
        return Request(self.prompt.render(values), answer_type, self.sampling)


@dataclass(frozen=True, slots=True)
class _Part:
    """A part of a summary with something wrong in it."""

    path: str
    value: object
    findings: tuple[Finding, ...]

    @property
    def may_be_withdrawn(self) -> bool:
        """A list's item may, if the article does not carry it; a doubt is no reason to lose it."""
        return self.path.endswith("]") and any(f.severity == "error" for f in self.findings)

    def described(self, index: int) -> str:
        wrong = "\n".join(f"- wrong: {finding.message}" for finding in self.findings)
        present = json.dumps(as_wire(self.value), ensure_ascii=False)
        return f"{_name(index)} ({self.path}):\n{present}\n{wrong}"


def _sentences(failing: Sequence[_Part], readings: Readings) -> tuple[Sentence, ...]:
    texts = [json.dumps(as_wire(part.value), ensure_ascii=False) for part in failing]
    pointed = [passage.span for p in failing for f in p.findings for passage in f.passages]
    numbers = {s.number for span in pointed for s in readings.sentences_at(span)}
    for part in failing:
        values = leaves(part.value) if isinstance(part.value, BaseModel) else ()
        numbers |= {leaf.value.sentence for leaf in values if isinstance(leaf.value, Citation)}
    return sentences_that_matter(texts, numbers, readings)


def _name(index: int) -> str:
    return f"part_{index + 1}"


def _failing_parts(checked: Checked[SummaryT]) -> list[_Part]:
    """Return the smallest parts that hold a fault, in the order of the summary."""
    known = parts(checked.summary)
    found: defaultdict[str, list[Finding]] = defaultdict(list)
    for finding in checked.findings:
        if _WEIGHT[finding.severity]:
            found[part_of(finding.path, known)].append(finding)
    failing = [_Part(path, known[path], tuple(found[path])) for path in known if path in found]
    return failing[:_PARTS_A_ROUND]


def _answer_type(failing: Sequence[_Part]) -> type[BaseModel]:
    fields: dict[str, Any] = {  # Any: what create_model asks for
        _name(index): (type(part.value) | None, Field(description=f"{part.path}, corrected"))
        for index, part in enumerate(failing)
    }
    return create_model("Corrections", **fields)


def _take(
    checked: Checked[SummaryT],
    failing: Sequence[_Part],
    answer: BaseModel,
    readings: Readings,
) -> Checked[SummaryT]:
    """Return the summary with those corrections that leave less wrong than before."""
    corrections = {part.path: getattr(answer, _name(i)) for i, part in enumerate(failing)}
    tried = ground_as_it_is(substitute(checked.summary, _without_none(corrections)), readings)
    weights = _weights(tried.findings, corrections)
    better: dict[str, object] = {}
    notes: list[Finding] = []
    for part in failing:
        if corrections[part.path] is None:
            if part.may_be_withdrawn:
                better[part.path] = DROPPED
                notes.append(_withdrawn(part))
        elif weights[part.path] < sum(_WEIGHT[finding.severity] for finding in part.findings):
            better[part.path] = corrections[part.path]
    if not better:
        return checked
    taken = ground(substitute(checked.summary, better), readings)
    return Checked(taken.summary, taken.findings, (*checked.notes, *taken.notes, *notes))


def _without_none(corrections: Mapping[str, object]) -> dict[str, object]:
    return {path: value for path, value in corrections.items() if value is not None}


def _weights(findings: Iterable[Finding], paths: Iterable[str]) -> defaultdict[str, int]:
    weights: defaultdict[str, int] = defaultdict(int)
    paths = tuple(paths)
    for finding in findings:
        weights[part_of(finding.path, paths)] += _WEIGHT[finding.severity]
    return weights


def _withdrawn(part: _Part) -> Finding:
    return Finding(
        path=part.path.rpartition("[")[0],
        kind="withdrawn",
        severity="note",
        message="the model took an item back when it was shown what was wrong: "
        + "; ".join(finding.message for finding in part.findings),
    )
