"""What a result says about itself: what was read, and how the summary was made."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass, field, replace
from decimal import Decimal
from importlib.metadata import version
from typing import TYPE_CHECKING

from nutgraf.drafting.repair import Repair
from nutgraf.llm.client import Usage
from nutgraf.llm.prices import Price, cost_of
from nutgraf.llm.wire import wire_schema
from nutgraf.schema.fields import Citation
from nutgraf.schema.news import NewsSummary
from nutgraf.schema.result import Coverage, PromptRecord, Provenance
from nutgraf.schema.tree import leaves

if TYPE_CHECKING:
    from typing import Literal

    from pydantic import BaseModel

    from nutgraf.language.readings import Readings
    from nutgraf.prompting import Prompt
    from nutgraf.settings import Settings

_BUILT_IN: dict[type[BaseModel], str] = {NewsSummary: "news"}


@dataclass(frozen=True, slots=True)
class Making:
    """What is known of how a summary was made.

    Attributes:
        model: The model as it was named, or None for none.
        prompt: The wording, or None where there was none.
        usage: Tokens and requests of the draft.
        repair: What the repairs took.
        seconds: The whole of it.
    """

    model: str | None = None
    prompt: Prompt | None = None
    usage: Usage = field(default_factory=Usage)
    repair: Repair = field(default_factory=Repair)
    seconds: float = 0.0

    def taking(self, seconds: float) -> Making:
        """Return the same with the time that the whole took."""
        return replace(self, seconds=seconds)


def schema_name(schema: type[BaseModel]) -> str:
    """Return ``news``, or ``package.module:Name`` of a caller's own schema."""
    return _BUILT_IN.get(schema, f"{schema.__module__}:{schema.__qualname__}")


def schema_digest(schema: type[BaseModel]) -> str:
    """Return the SHA-256 of a schema's wire face, in hexadecimal."""
    canonical = json.dumps(wire_schema(schema), sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(canonical.encode()).hexdigest()


def coverage(summary: BaseModel, readings: Readings) -> Coverage:
    """Return which sentences were read (all of them) and which are cited."""
    values = (leaf.value for leaf in leaves(summary))
    cited = {value.sentence for value in values if isinstance(value, Citation) and value.passage}
    return Coverage(read=len(readings.sentences), cited=tuple(sorted(cited)))


def provenance(schema: type[BaseModel], making: Making, settings: Settings) -> Provenance:
    """Return how the summary was made."""
    usage = making.usage + making.repair.usage
    cost, source = _cost(usage, making.model, settings)
    prompt = making.prompt
    return Provenance(
        drafter="prompted" if making.model else "extractive",
        model=making.model,
        prompt=PromptRecord(name=prompt.name, version=prompt.version, digest=prompt.digest)
        if prompt
        else None,
        schema_name=schema_name(schema),
        schema_digest=schema_digest(schema),
        package_version=version("nutgraf"),
        requests=usage.requests,
        repairs=making.repair.rounds,
        repair_failure=making.repair.failure,
        input_tokens=usage.input_tokens,
        output_tokens=usage.output_tokens,
        cost_usd=cost,
        price_source=source,
        seconds=round(making.seconds, 3),
    )


def _cost(
    usage: Usage, model: str | None, settings: Settings
) -> tuple[Decimal | Literal["unknown"], str | None]:
    if model is None:
        return Decimal(0), None
    given = Price(*settings.price) if settings.price else None
    cost = cost_of(usage, model, base_url=settings.base_url, given=given)
    return ("unknown" if cost.amount is None else cost.amount), cost.source
