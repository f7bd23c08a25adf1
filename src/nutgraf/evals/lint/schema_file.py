"""The JSON Schema that stands beside the labelled articles, for the editors of those who label."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Final

from nutgraf.evals.labels import Labels
from nutgraf.evals.lint.faults import LintFault
from nutgraf.writing import write_whole

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

SCHEMA_FILE: Final = "labels.schema.json"
_REMEDY: Final = "write it anew: nutgraf eval lint --write-schema"


def schema_text() -> str:
    """Return the JSON Schema of a labels file, the same for the same labels."""
    schema = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        **Labels.model_json_schema(mode="validation"),
    }
    return json.dumps(schema, indent=2, ensure_ascii=False) + "\n"


def write_schema_file(folder: Path) -> Path:
    """Write the schema into a folder of labelled articles, and return where it is.

    Raises:
        OSError: It cannot be written.
    """
    write_whole(folder / SCHEMA_FILE, schema_text())
    return folder / SCHEMA_FILE


def schema_faults(folder: Path) -> Iterator[LintFault]:
    """Yield what is wrong with the schema in a folder; a folder without one has nothing wrong."""
    file = folder / SCHEMA_FILE
    if not file.exists():
        return
    try:
        same = file.read_text(encoding="utf-8") == schema_text()
    except (OSError, UnicodeDecodeError):
        same = False
    if not same:
        yield LintFault(SCHEMA_FILE, "file", "is not the schema of this version", _REMEDY)
