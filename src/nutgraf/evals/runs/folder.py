"""A run's folder on disk.

``run.json`` is the manifest; ``outcomes.jsonl`` gets a line as each outcome comes, and is all that
cost anything; ``scores.jsonl``, ``report.json`` and ``report.md`` are derived and written anew.
"""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from pydantic import ValidationError

from nutgraf.errors import EvalError
from nutgraf.evals.outcomes import Outcome
from nutgraf.evals.runs.manifest import Manifest
from nutgraf.writing import write_whole

if TYPE_CHECKING:
    from collections.abc import Iterable

    from pydantic import BaseModel

    from nutgraf.evals.runner import Key
    from nutgraf.evals.scoring import CaseScores

_MANIFEST: Final = "run.json"
_OUTCOMES: Final = "outcomes.jsonl"
_SCORES: Final = "scores.jsonl"
_DIFFERENCES_SHOWN: Final = 6


@dataclass(frozen=True, slots=True)
class RunFolder:
    """A folder that holds one run.

    Attributes:
        path: Where it is.
        manifest: What the run asks.
    """

    path: Path
    manifest: Manifest

    @classmethod
    def begin(cls, path: str | os.PathLike[str], manifest: Manifest) -> RunFolder:
        """Open the folder of a run, to begin it or to go on with it.

        Raises:
            EvalError: The folder holds another run; the message names what differs.
            OSError: It cannot be written.
        """
        folder = Path(path)
        if (folder / _MANIFEST).exists():
            there = cls.open(folder)
            if differences := there.manifest.differences(manifest):
                raise EvalError(_another_run(folder, differences))
            return there
        if folder.exists() and any(folder.iterdir()):
            raise EvalError(f"{folder}: is no run folder and not empty; give another one")
        folder.mkdir(parents=True, exist_ok=True)
        write_whole(folder / _MANIFEST, manifest.model_dump_json(indent=2) + "\n")
        return cls(folder, manifest)

    @classmethod
    def open(cls, path: str | os.PathLike[str]) -> RunFolder:
        """Open the folder of a run that was begun.

        Raises:
            EvalError: It is no run folder, or one of another format.
        """
        file = Path(path) / _MANIFEST
        try:
            manifest = Manifest.model_validate_json(file.read_bytes())
        except OSError as error:
            raise EvalError(
                f"{path}: is no run folder: {_MANIFEST} cannot be read ({type(error).__name__}); "
                "give the folder that nutgraf eval run --out was given"
            ) from error
        except ValidationError as error:
            raise EvalError(f"{file}: {_first_fault(error)}") from error
        return cls(Path(path), manifest)

    def outcomes(self, schema: type[BaseModel]) -> dict[Key, Outcome[Any]]:
        """Return what came so far, the last one where a case was asked again.

        A line that was cut off by a crash is left out: its case is asked again.

        Args:
            schema: What the summaries must fit.

        Raises:
            EvalError: A line is no outcome; the message names it.
        """
        file = self.path / _OUTCOMES
        kind: type[Outcome[Any]] = Outcome[schema]  # type: ignore[valid-type]  # known at run time
        found: dict[Key, Outcome[Any]] = {}
        for number, line in enumerate(_lines(file), start=1):
            try:
                outcome = kind.model_validate_json(line)
            except ValidationError as error:
                if _is_cut_off(error):
                    continue
                raise EvalError(f"{file}, line {number}: {_first_fault(error)}") from error
            found[outcome.case, outcome.repeat] = outcome
        return found

    def add(self, outcome: Outcome[Any]) -> None:
        """Append an outcome in one go, and never onto the rest of a line that was cut off.

        Raises:
            OSError: It cannot be written.
        """
        line = outcome.model_dump_json().encode() + b"\n"
        with (self.path / _OUTCOMES).open("ab+", buffering=0) as file:
            if file.seek(0, os.SEEK_END):
                file.seek(-1, os.SEEK_END)
                line = line if file.read(1) == b"\n" else b"\n" + line
            file.write(line)

    def write_scores(self, scores: Iterable[CaseScores]) -> None:
        """Write the scores, a line for each case and repeat.

        Raises:
            OSError: They cannot be written.
        """
        lines = (f"{one.model_dump_json()}\n" for one in scores)
        write_whole(self.path / _SCORES, "".join(lines))

    def write(self, name: str, text: str) -> None:
        """Write a file that is derived from the outcomes, such as ``report.md``.

        Raises:
            OSError: It cannot be written.
        """
        write_whole(self.path / name, text)


def _lines(file: Path) -> Iterable[bytes]:
    if not file.exists():
        return ()
    return [line for line in file.read_bytes().split(b"\n") if line.strip()]


def _is_cut_off(error: ValidationError) -> bool:
    first = error.errors(include_url=False, include_input=False)[0]
    return first["type"] == "json_invalid" and "EOF" in first["msg"]


def _first_fault(error: ValidationError) -> str:
    first = error.errors(include_url=False, include_input=False)[0]
    where = ".".join(map(str, first["loc"])) or "it"
    return f"{where}: {first['msg']}; it was written by another version, or changed by hand"


def _another_run(folder: Path, differences: tuple[str, ...]) -> str:
    shown = "; ".join(differences[:_DIFFERENCES_SHOWN])
    more = len(differences) - _DIFFERENCES_SHOWN
    rest = f"; and {more} more" if more > 0 else ""
    return f"{folder}: holds another run ({shown}{rest}); give another folder, or remove this one"
