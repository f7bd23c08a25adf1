"""Reading labels for linting: every fault of a file is kept, where loading stops at the first."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Self

import yaml
from pydantic import ValidationError, model_validator

from nutgraf.evals.labels import Labels

if TYPE_CHECKING:
    from pathlib import Path

    from nutgraf.evals.lint.rules import Fault


class LooseLabels(Labels):
    """Labels whose parts are sound, whether or not they fit together; a rule tells that."""

    @model_validator(mode="after")
    def _labels_fit_together(self) -> Self:
        return self


@dataclass(frozen=True, slots=True)
class Misread:
    """Why a file holds no labels."""

    faults: tuple[Fault, ...]


def read_labels(file: Path) -> LooseLabels | Misread:
    """Return the labels of a file, or all that keeps them from being read."""
    try:
        return LooseLabels.model_validate(yaml.safe_load(file.read_text(encoding="utf-8")))
    except (OSError, UnicodeDecodeError) as error:
        what = f"cannot be read as UTF-8 ({type(error).__name__})"
        return Misread((("file", what, "save it as UTF-8"),))
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        where = f"line {mark.line + 1}" if mark else "file"
        return Misread(((where, "is not YAML", "see evals/LABELLING.md for the form"),))
    except ValidationError as error:
        return Misread(tuple(_fault(one) for one in _errors(error)))


def _errors(error: ValidationError) -> list[tuple[str, str, str]]:
    return [
        (_path(fault["loc"]), fault["type"], fault["msg"])
        for fault in error.errors(include_input=False, include_url=False)
    ]


def _fault(error: tuple[str, str, str]) -> Fault:
    where, kind, message = error
    remedies = {
        "extra_forbidden": "there is no such key: take it out, or spell it as in the schema",
        "missing": "add it",
    }
    return where, message, remedies.get(kind, "see evals/LABELLING.md")


def _path(location: tuple[int | str, ...]) -> str:
    path = "".join(f"[{part}]" if isinstance(part, int) else f".{part}" for part in location)
    return path.lstrip(".") or "file"
