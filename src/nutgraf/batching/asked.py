"""What a run asks of the model: all that an answer depends on besides the article.

The article's digest and the digest of this are the key of an answer in the ledger. With a model,
the version of nutgraf is not part of it, though checks change with it: a bug fix must not have a
hundred thousand answers paid for again. Without a model nothing is paid, so there it is.
"""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from importlib.metadata import version
from typing import TYPE_CHECKING, Any, TypeAlias

from nutgraf.drafting.records import schema_digest, schema_name
from nutgraf.prompting import load_prompt

if TYPE_CHECKING:
    from collections.abc import Mapping

    from nutgraf.summarizer import Summarizer

Scalar: TypeAlias = str | int | float | None


@dataclass(frozen=True, slots=True)
class Asked:
    """What is asked, by name.

    Attributes:
        described: Plain values, each with the name by which it is told.
    """

    described: Mapping[str, Scalar]

    @property
    def text(self) -> str:
        """The same as JSON that is equal where they are."""
        return json.dumps(dict(self.described), sort_keys=True, separators=(",", ":"))

    @property
    def digest(self) -> str:
        """The SHA-256 of it, in hexadecimal."""
        return hashlib.sha256(self.text.encode()).hexdigest()

    def differences(self, other: str) -> str:
        """Return what is not the same in another's text, such as ``model: a there, b now``."""
        there: dict[str, Scalar] = json.loads(other)
        return "; ".join(
            f"{name}: {_shown(there.get(name))} there, {_shown(self.described.get(name))} now"
            for name in sorted(there.keys() | self.described.keys())
            if there.get(name) != self.described.get(name)
        )


def asked_of(summarizer: Summarizer[Any]) -> Asked:  # Any: of whatever schema
    """Return what a summarizer asks."""
    settings = summarizer.settings
    described: dict[str, Scalar] = {
        "schema": schema_name(summarizer.schema),
        "schema digest": schema_digest(summarizer.schema),
        "on_finding": settings.on_finding,
    }
    if summarizer.client is None or summarizer.prompt is None:
        return Asked({**described, "model": None, "nutgraf": version("nutgraf")})
    return Asked(
        {
            **described,
            "model": summarizer.client.model,
            "base_url": settings.base_url,
            "mode": settings.mode,
            "prompt": summarizer.prompt.reference,
            "prompt digest": summarizer.prompt.digest,
            "repair prompt digest": load_prompt("repair").digest,
            "repairs": settings.repairs,
            "max_tokens": settings.max_tokens,
            "temperature": settings.temperature,
        }
    )


def _shown(value: Scalar) -> str:
    text = "none" if value is None else str(value)
    return text if len(text) <= 40 else f"{text[:12]}…"  # noqa: PLR2004  a digest is told by its beginning
