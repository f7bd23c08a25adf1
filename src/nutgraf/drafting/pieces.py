"""The pieces of a summary that can be asked for again, or taken out: the failing fields, no more.

A field type is a piece of its own: one name, one quotation, one time. A statement goes together
with the evidence beside it, as either may be what is wrong.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, Final, get_args

from pydantic import BaseModel, create_model

from nutgraf.grounding.statements import evidence_fields
from nutgraf.schema.fields import Citation, FieldType
from nutgraf.schema.tree import DROPPED, Leaf, as_wire, leaves

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from nutgraf.schema.result import Finding

_STEP: Final = re.compile(r"[.\[]")


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece of a summary with something wrong in it.

    Attributes:
        paths: The paths of its fields: one, or a statement and its evidence.
        names: What its fields are called where there are several; empty for a single value.
        owner: The part that holds it.
        owner_path: Where that part stands; empty for the summary itself.
        value: The value, where it is a single one.
        findings: What is wrong with it.
    """

    paths: tuple[str, ...]
    names: tuple[str, ...]
    owner: BaseModel
    owner_path: str
    value: object
    findings: tuple[Finding, ...]

    def holds(self, path: str) -> bool:
        """Tell whether a path is that of a field of this piece, or inside it."""
        return any(path == own or path.startswith((f"{own}.", f"{own}[")) for own in self.paths)

    def annotation(self) -> Any:
        """Return the type of what the model is asked for; null takes the piece back."""
        if not self.names:
            return type(self.value) | None
        fields = type(self.owner).model_fields
        asked: Any = {name: (fields[name].annotation, fields[name]) for name in self.names}
        return create_model(type(self.owner).__name__, **asked) | None

    def described(self, name: str) -> str:
        """Return the piece as a model is shown it, under the name that it has in the answer."""
        lines = [f"{name}, at {' and '.join(self.paths)}, is now {_json(self._now())}"]
        if not self.names and self.owner_path:
            lines.append(f"it belongs to {_json(self.owner)}")
        return "\n".join([*lines, *(f"wrong: {finding.message}" for finding in self.findings)])

    def said(self) -> str:
        """Return the words of the part that holds it, to find sentences by."""
        return _json(self.owner if self.owner_path else self._now())

    def _now(self) -> object:
        return {name: getattr(self.owner, name) for name in self.names} or self.value

    def changes(self, answer: object) -> dict[str, object]:
        """Return what to put at which path for an answer that is not null."""
        if not self.names:
            return {self.paths[0]: answer}
        return {p: getattr(answer, n) for p, n in zip(self.paths, self.names, strict=True)}


def failing_pieces(summary: BaseModel, findings: Iterable[Finding]) -> tuple[Piece, ...]:
    """Return the smallest pieces that these findings are about, in the order of the summary.

    A finding that is about no field of the summary has no piece.
    """
    found = tuple(findings)
    about: dict[str, list[int]] = {}
    for number, finding in enumerate(found):
        for place in _places(finding.path):
            about.setdefault(place, []).append(number)
    pieces: dict[tuple[str, ...], Piece] = {}
    for leaf in leaves(summary):
        if leaf.path in about or leaf.owner_path in about:
            piece = _piece(leaf)
            wrong = sorted({number for path in piece.paths for number in about.get(path, ())})
            if wrong:
                its_own = tuple(found[number] for number in wrong)
                pieces.setdefault(piece.paths, replace(piece, findings=its_own))
    return tuple(pieces.values())


@dataclass(frozen=True, slots=True)
class Withdrawal:
    """How something is taken out of a summary.

    Attributes:
        path: Where.
        value: What to put there: `DROPPED` for an item of a list, or None.
    """

    path: str
    value: object

    @property
    def told_at(self) -> str:
        """The path to tell of it at: the list that had the item, as items behind it move up."""
        return self.path.rpartition("[")[0] if self.value is DROPPED else self.path


def withdrawal(summary: BaseModel, path: str) -> Withdrawal | None:
    """Return how to take back what stands at a path, or None where that cannot be.

    An item of a list is dropped and a field that may be null is set to null. Any other field takes
    the item of a list that holds it along.
    """
    if path.endswith("]"):
        return Withdrawal(path, DROPPED)
    leaf = next((leaf for leaf in leaves(summary) if leaf.path == path), None)
    if leaf is not None and _may_be_null(leaf):
        return Withdrawal(path, None)
    inside, bracket, _ = path.rpartition("]")
    return Withdrawal(inside + bracket, DROPPED) if bracket else None


def _places(path: str) -> Iterator[str]:
    """Yield the path, and that of each part that it is in; the summary itself is the last."""
    yield path
    for end in reversed(list(_STEP.finditer(path))):
        yield path[: end.start()]
    yield ""


def _piece(leaf: Leaf) -> Piece:
    evidence = evidence_fields(leaf.owner)
    alone = isinstance(leaf.value, FieldType) and not isinstance(leaf.value, Citation)
    if alone or not evidence or (leaf.is_prose and leaf.path.endswith("]")):
        return Piece((leaf.path,), (), leaf.owner, leaf.owner_path, leaf.value, ())
    owner = type(leaf.owner)
    own = (inner for inner in leaves(leaf.owner) if not inner.owner_path)
    prose = {inner.path for inner in own if inner.is_prose}
    names = tuple(name for name in owner.model_fields if name in prose or name in evidence)
    prefix = f"{leaf.owner_path}." if leaf.owner_path else ""
    paths = tuple(prefix + name for name in names)
    return Piece(paths, names, leaf.owner, leaf.owner_path, None, ())


def _may_be_null(leaf: Leaf) -> bool:
    name = leaf.path.rpartition(".")[2]
    return type(None) in get_args(type(leaf.owner).model_fields[name].annotation)


def _json(value: object) -> str:
    return json.dumps(as_wire(value), ensure_ascii=False)
