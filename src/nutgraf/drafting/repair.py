"""Repair: asking the model again for the fields that did not pass the checks, and for nothing else.

A round sends the failing pieces, the last findings and the sentences that matter; never the
history. A correction is taken only if the piece has less wrong with it than before, so a round can
do no harm; after a round that brought nothing the model is not asked again.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any, TypeVar

from pydantic import BaseModel, Field, create_model

from nutgraf.drafting.aside import HERE, Aside
from nutgraf.drafting.excerpts import sentences_that_matter
from nutgraf.drafting.numbered import fence, numbered
from nutgraf.drafting.pieces import Piece, Withdrawal, failing_pieces, withdrawal
from nutgraf.errors import ModelError, OutputError
from nutgraf.grounding.checked import Checked, ground, ground_as_it_is
from nutgraf.llm.client import Client, Request, Sampling, Usage
from nutgraf.schema.fields import Citation, FieldType
from nutgraf.schema.outline import outline
from nutgraf.schema.result import Finding
from nutgraf.schema.tree import DROPPED, leaves, substitute

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from nutgraf.language.readings import Readings
    from nutgraf.language.sentences import Sentence
    from nutgraf.prompting import Prompt

SummaryT = TypeVar("SummaryT", bound=BaseModel)

_WEIGHT = {"error": 10, "warning": 1, "note": 0}
_NULLS = frozenset({"", "null", "none"})
_PIECES_A_ROUND = 12  # a summary with more wrong than this will not be saved by asking again


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
    """Asks a model again for failing fields.

    Attributes:
        client: Who answers.
        prompt: The wording.
        sampling: How to answer.
        rounds: How often to ask at most.
        aside: Where the corrections are grounded.
    """

    client: Client
    prompt: Prompt
    sampling: Sampling
    rounds: int = 2
    aside: Aside = HERE

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
            failing = _failing(checked)
            if not failing:
                return checked, Repair(done, usage)
            try:
                request = await self.aside.do(self._request, failing, readings)
                completion = await self.client.complete(request)
            except (ModelError, OutputError) as error:
                spent = Usage(error.input_tokens, error.output_tokens)
                return checked, Repair(done + 1, usage + spent, failure=type(error).__name__)
            usage += completion.usage
            former = checked
            checked = await self.aside.do(_take, checked, failing, completion.answer, readings)
            if checked is former:
                return checked, Repair(done + 1, usage)
        return checked, Repair(self.rounds, usage)

    def _request(self, failing: Sequence[Piece], readings: Readings) -> Request[BaseModel]:
        answer_type = _answer_type(failing)
        article = readings.article
        values = {
            "outline": outline(answer_type),
            "published": article.published.isoformat() if article.published else "unknown",
            "parts": "\n\n".join(piece.described(_name(i)) for i, piece in enumerate(failing)),
            "fence": fence(article),
            "article": numbered(article, _sentences(failing, readings)),
        }
        return Request(self.prompt.render(values), answer_type, self.sampling)


def _failing(checked: Checked[SummaryT]) -> tuple[Piece, ...]:
    wrong = [finding for finding in checked.findings if _WEIGHT[finding.severity]]
    return failing_pieces(checked.summary, wrong)[:_PIECES_A_ROUND]


def _name(index: int) -> str:
    return f"part_{index + 1}"


def _answer_type(failing: Sequence[Piece]) -> type[BaseModel]:
    fields: dict[str, Any] = {  # Any: what create_model asks for
        _name(i): (piece.annotation(), Field(description=f"{piece.paths[0]}, corrected, or null"))
        for i, piece in enumerate(failing)
    }
    return create_model("Corrections", **fields)


def _sentences(failing: Sequence[Piece], readings: Readings) -> tuple[Sentence, ...]:
    pointed = [passage.span for p in failing for f in p.findings for passage in f.passages]
    numbers = {s.number for span in pointed for s in readings.sentences_at(span)}
    for piece in failing:
        values = leaves(piece.owner) if piece.owner_path or piece.names else ()
        numbers |= {leaf.value.sentence for leaf in values if isinstance(leaf.value, Citation)}
    return sentences_that_matter((piece.said() for piece in failing), numbers, readings)


def _take(
    checked: Checked[SummaryT], failing: Sequence[Piece], answer: BaseModel, readings: Readings
) -> Checked[SummaryT]:
    """Return the summary with those corrections that leave less wrong; itself if there are none."""
    answers = [getattr(answer, _name(index)) for index in range(len(failing))]
    given = [{} if _is_null(a) else p.changes(a) for p, a in zip(failing, answers, strict=True)]
    everything = {path: value for changes in given for path, value in changes.items()}
    tried = ground_as_it_is(
        substitute(checked.summary, everything), readings, examples=checked.examples
    )
    taken: dict[str, object] = {}
    notes: list[Finding] = []
    for piece, changes in zip(failing, given, strict=True):
        if changes:
            now_wrong = [finding for finding in tried.findings if piece.holds(finding.path)]
            if _weight(now_wrong) < _weight(piece.findings):
                taken.update(changes)
        elif back := _taken_back(checked.summary, piece):
            taken[back.path] = back.value
            notes.append(_withdrawn(back.told_at, piece))
    if not taken:
        return checked
    done = ground(substitute(checked.summary, taken), readings, examples=checked.examples)
    return replace(done, notes=(*checked.notes, *done.notes, *notes))


def _is_null(value: object) -> bool:
    """Tell null, and what small models write for it, from a correction."""
    plain = value.wire if isinstance(value, FieldType) else value
    return plain is None or (isinstance(plain, str) and plain.strip().casefold() in _NULLS)


def _weight(findings: Iterable[Finding]) -> int:
    return sum(_WEIGHT[finding.severity] for finding in findings)


def _taken_back(summary: BaseModel, piece: Piece) -> Withdrawal | None:
    """Return how to take a piece back.

    Null is an answer like any other where it is allowed. To leave something out takes more than a
    doubt: the article must not carry it.
    """
    back = withdrawal(summary, piece.paths[0])
    doubtful = all(finding.severity != "error" for finding in piece.findings)
    return None if back and back.value is DROPPED and doubtful else back


def _withdrawn(path: str, piece: Piece) -> Finding:
    return Finding(
        path=path,
        kind="withdrawn",
        severity="note",
        message="the model took this back when it was shown what was wrong: "
        + "; ".join(finding.message for finding in piece.findings),
    )
