"""Reading JSON Lines that people wrote, each line a model of its own, with errors that name it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from pydantic import BaseModel, ValidationError

from nutgraf.errors import EvalError

if TYPE_CHECKING:
    import os

ModelT = TypeVar("ModelT", bound=BaseModel)


def read_json_lines(path: str | os.PathLike[str], model: type[ModelT]) -> tuple[ModelT, ...]:
    """Return what each line of a file holds.

    Raises:
        EvalError: The file cannot be read, or a line does not fit; the message names the line, and
            of what it holds only the names of fields.
    """
    try:
        lines = Path(path).read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise EvalError(
            f"{path}: cannot be read as UTF-8 JSON Lines ({type(error).__name__})"
        ) from error
    return tuple(
        _read(line, model, f"{path}, line {number}") for number, line in enumerate(lines, start=1)
    )


def _read(line: str, model: type[ModelT], where: str) -> ModelT:
    try:
        return model.model_validate_json(line)
    except ValidationError as error:
        first = error.errors(include_input=False, include_url=False)[0]
        fields = ", ".join(model.model_fields)
        at = ".".join(map(str, first["loc"]))
        told = f"{at}: {first['msg']}" if at else first["msg"]
        raise EvalError(f"{where}: {told}; expected an object with {fields}") from None
