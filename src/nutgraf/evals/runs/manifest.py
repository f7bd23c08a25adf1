"""The manifest of a run: which cases were asked, of what, how often. The run's ``run.json``.

Two runs with the same manifest ask the same; only such a run is continued.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, Literal, TypeAlias

from pydantic import BaseModel, ConfigDict, Field

from nutgraf.schema.result import PromptRecord

if TYPE_CHECKING:
    from collections.abc import Iterator

    from nutgraf.evals.case import Suite

FORMAT_VERSION: Final = 1
Scalar: TypeAlias = str | int | float | bool | None
_SHOWN_CHARS = 60


class _Record(BaseModel):
    """The base of what a manifest holds: frozen, and strict about unknown keys."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class SuiteRecord(_Record):
    """Which cases were asked.

    Attributes:
        name: Of the suite.
        path: Where it was read from; None where it was made in Python.
        digest: See `Suite.digest`.
        only: The tags that the cases were chosen by.
        cases: Digest of each case by id.
    """

    name: str
    path: str | None
    digest: str
    only: dict[str, tuple[str, ...]] = {}
    cases: dict[str, str]

    @classmethod
    def of(cls, suite: Suite) -> SuiteRecord:
        """Return the record of a suite."""
        return cls(
            name=suite.name,
            path=suite.source,
            digest=suite.digest,
            only=dict(suite.only),
            cases={case.id: case.digest for case in suite.cases},
        )


class TaskRecord(_Record):
    """Of what they were asked: all that an outcome can depend on, and that can be named.

    Attributes:
        name: Such as ``extractive``, the model's name, or the name of a function.
        model: The model as it was named, or None.
        prompt: The prompt, or None where there was none.
        schema_name: What was filled; None where nobody said.
        schema_digest: SHA-256 of its wire face, hexadecimal.
        settings: Sampling and the like, by name.
        package_version: Of nutgraf.
        code_digest: SHA-256 of the code that a summary depends on, hexadecimal.
    """

    name: str
    model: str | None = None
    prompt: PromptRecord | None = None
    schema_name: str | None = None
    schema_digest: str | None = None
    settings: dict[str, Scalar] = {}
    package_version: str = ""
    code_digest: str = ""


class Manifest(_Record):
    """What a run asks.

    Attributes:
        format_version: Of the run folder.
        suite: Which cases.
        task: Of what.
        repeats: How often each.
    """

    format_version: Literal[1] = FORMAT_VERSION
    suite: SuiteRecord
    task: TaskRecord
    repeats: int = Field(default=1, ge=1)

    def differences(self, other: Manifest) -> tuple[str, ...]:
        """Return what is not the same in another manifest, a line each with both values.

        Where the suite was read from makes no difference, only what is in it.
        """
        left, right = (manifest.model_dump(mode="json") for manifest in (self, other))
        for side in (left, right):
            for derived in ("path", "digest"):
                side["suite"].pop(derived)
        return tuple(_differences(left, right, ""))


def _differences(left: object, right: object, path: str) -> Iterator[str]:
    if isinstance(left, dict) and isinstance(right, dict):
        for key in sorted(left.keys() | right.keys(), key=str):
            inner = f"{path}.{key}" if path else str(key)
            yield from _differences(left.get(key), right.get(key), inner)
    elif left != right:
        yield f"{path}: {_shown(left)} there, {_shown(right)} now"


def _shown(value: object) -> str:
    if value is None:
        return "none"
    text = str(value)
    return text if len(text) <= _SHOWN_CHARS else f"{text[:12]}…"
