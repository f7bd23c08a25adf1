"""The judge: one question to a model, whether a few texts say a claim.

The question serves twice: whether the cited sentences say a statement (support), and whether the
statements of a summary say a key fact (coverage). What a judge's answers are worth is measured in
``calibration``; without that they are one more model's opinion.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from pydantic import BaseModel, ConfigDict, Field

from nutgraf.article import on_one_line
from nutgraf.llm.client import Request, Sampling, Usage
from nutgraf.schema.outline import outline
from nutgraf.schema.result import PromptRecord

if TYPE_CHECKING:
    from collections.abc import Sequence

    from nutgraf.evals.judging.questions import Question
    from nutgraf.llm.client import Client, Message
    from nutgraf.prompting import Prompt

_FENCE_DIGITS = 16
_ANSWER_TOKENS = 200  # the wire form is two short fields; more is a model that runs on


class Verdict(BaseModel):
    """What a judge answers."""

    model_config = ConfigDict(frozen=True)

    differs: str | None = Field(
        description="the words of the claim that the texts do not say, or say otherwise; or null"
    )
    said: bool = Field(description="true if the texts say all of the claim, else false")


@dataclass(frozen=True, slots=True)
class Judge:
    """Asks a model whether texts say a claim.

    Attributes:
        client: Who answers.
        prompt: The wording, such as the built-in ``judge``.
        sampling: How to answer.
    """

    client: Client
    prompt: Prompt
    sampling: Sampling = field(default_factory=lambda: Sampling(max_tokens=_ANSWER_TOKENS))

    @property
    def prompt_record(self) -> PromptRecord:
        """Which wording it uses."""
        prompt = self.prompt
        return PromptRecord(name=prompt.name, version=prompt.version, digest=prompt.digest)

    async def judge(self, question: Question) -> tuple[bool, Usage]:
        """Return whether the texts say the claim, and what asking took.

        Raises:
            ModelError: The provider said no.
            OutputError: The answer never fitted, was cut off or refused.
            RecordingError: A replay has no recording of this question.
        """
        completion = await self.client.complete(self.request(question))
        return completion.answer.said, completion.usage

    def request(self, question: Question) -> Request[Verdict]:
        """Return what the model is asked, without asking."""
        return Request(_messages(self.prompt, question), Verdict, self.sampling)


def _messages(prompt: Prompt, question: Question) -> tuple[Message, ...]:
    return prompt.render(
        {
            "outline": outline(Verdict),
            "fence": _fence(question.claim, question.texts),
            "texts": "\n".join(
                f"[{number}] {on_one_line(text)}" for number, text in enumerate(question.texts, 1)
            ),
            "claim": on_one_line(question.claim),
        }
    )


def _fence(claim: str, texts: Sequence[str]) -> str:
    """Return a word that the texts cannot hold, the same for the same texts."""
    digest = hashlib.sha256("\0".join((claim, *texts)).encode()).hexdigest()
    return f"texts-{digest[:_FENCE_DIGITS]}"
