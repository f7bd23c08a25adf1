"""What a run writes down about a summarizer: all that its summaries depend on, and no secret."""

from __future__ import annotations

import hashlib
import re
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from nutgraf.drafting.records import schema_digest, schema_name
from nutgraf.evals.runs.code import code_digest
from nutgraf.evals.runs.manifest import Manifest, SuiteRecord, TaskRecord
from nutgraf.prompting import load_prompt
from nutgraf.schema.result import PromptRecord
from nutgraf.settings import EXTRACTIVE

if TYPE_CHECKING:
    from nutgraf.evals.case import Suite
    from nutgraf.evals.runs.manifest import Scalar
    from nutgraf.settings import Settings
    from nutgraf.summarizer import Summarizer

_RUNS = Path("eval-runs")
_DIGEST_CHARS = 8
_NO_PART_OF_A_NAME = re.compile(r"[^A-Za-z0-9.]+")
_SAMPLING = ("mode", "max_tokens", "temperature", "repairs", "max_chars")


def task_record(summarizer: Summarizer[Any]) -> TaskRecord:
    """Return the record of a summarizer, for the manifest of a run.

    Raises:
        OSError: The recording that is to be replayed cannot be read.
    """
    settings, prompt, client = summarizer.settings, summarizer.prompt, summarizer.client
    return TaskRecord(
        name=client.model if client else EXTRACTIVE,
        model=client.model if client else None,
        prompt=PromptRecord(name=prompt.name, version=prompt.version, digest=prompt.digest)
        if prompt
        else None,
        schema_name=schema_name(summarizer.schema),
        schema_digest=schema_digest(summarizer.schema),
        settings={"on_finding": settings.on_finding} | (_asking(settings) if client else {}),
        package_version=version("nutgraf"),
        code_digest=code_digest(),
    )


def _asking(settings: Settings) -> dict[str, Scalar]:
    found: dict[str, Scalar] = {name: getattr(settings, name) for name in _SAMPLING}
    if settings.repairs:
        found["repair_prompt"] = load_prompt("repair").digest
    if settings.base_url:
        # Without the name and password that an address may hold.
        address = urlsplit(settings.base_url)
        found["server"] = f"{address.hostname}:{address.port or ''}{address.path}"
    if settings.replay:
        found["replay"] = hashlib.sha256(settings.replay.read_bytes()).hexdigest()
    return found


def is_live(settings: Settings) -> bool:
    """Tell whether a server is asked, which takes time or money, and not a recording or nobody."""
    return settings.needs_a_model and settings.replay is None


def folder_of(suite: Suite, task: TaskRecord, repeats: int) -> Path:
    """Return where to keep a run that nobody said where to keep: the same for the same run."""
    manifest = Manifest(suite=SuiteRecord.of(suite), task=task, repeats=repeats)
    digest = hashlib.sha256(manifest.model_dump_json().encode()).hexdigest()[:_DIGEST_CHARS]
    name = _NO_PART_OF_A_NAME.sub("-", f"{suite.name}-{task.name}").strip("-.")
    return _RUNS / f"{name}-{digest}"
