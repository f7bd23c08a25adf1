"""Loads the Hanover Tagger with one of its models, without numpy.

HanTa's module imports numpy for a single function of two numbers, and its English model holds about
a hundred of numpy's floats among 700,000 plain ones. Importing numpy takes longer than reading the
model. So the module is executed with a function of our own in that one's place, in a namespace that
nobody else sees, and numpy's floats are read as Python's.
"""

from __future__ import annotations

import builtins
import gzip
import importlib.util
import io
import math
import pickle
import struct
from importlib.resources import files
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any, Final

from nutgraf.collecting import uncollected

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from types import ModuleType

    from HanTa.HanoverTagger import HanoverTagger

_PACKAGE: Final = "HanTa"
_MODULE: Final = "HanTa.HanoverTagger"


def load(name: str) -> HanoverTagger:
    """Return the tagger with the model of this name, which is one of the package's own files.

    Raises:
        ImportError: The package is not installed.
        pickle.UnpicklingError: The model holds more than numbers and words.
    """
    packed = (files(_PACKAGE) / name).read_bytes()
    with uncollected():
        model = _Numbers(io.BytesIO(gzip.decompress(packed))).load()
    tagger = _tagger_module().HanoverTagger(None, model)
    # Of a model that is handed over, it takes no unknown word unless told so.
    tagger.strict = False
    return tagger


def log_add_exp(one: float, other: float) -> float:
    """Return the logarithm of the sum of two exponentials, as ``numpy.logaddexp``."""
    if one == other:
        return one + math.log(2)
    return max(one, other) + math.log1p(math.exp(-abs(one - other)))


class _Numbers(pickle.Unpickler):
    """Reads what is made of Python's own containers, words and numbers; nothing else is called."""

    def find_class(self, module: str, name: str) -> Any:  # Any: what pickle calls is not typed
        """Return what stands for one of numpy's functions; the tagger's models name two."""
        if name == "scalar" and module.endswith("core.multiarray"):
            return _float
        if (module, name) == ("numpy", "dtype"):
            return _Dtype
        raise pickle.UnpicklingError(f"the tagger's model asks for {module}.{name}")


class _Dtype:
    """The type of one of numpy's numbers: its code, and the order of its bytes."""

    def __init__(self, code: str, *_: object) -> None:
        self.code = code
        self.order = "="

    def __setstate__(self, state: Sequence[str]) -> None:
        self.order = state[1]


def _float(dtype: _Dtype, raw: bytes) -> float:
    if dtype.code != "f8":
        raise pickle.UnpicklingError(f"the tagger's model has numbers of type {dtype.code!r}")
    return float(struct.unpack(f"{dtype.order}d", raw)[0])


def _tagger_module() -> ModuleType:
    spec = importlib.util.find_spec(_MODULE)
    if spec is None or spec.loader is None:
        raise ImportError(f"{_MODULE} cannot be found")
    module = importlib.util.module_from_spec(spec)
    # A module's code looks its builtins up here; the interpreter's stay as they are.
    vars(module)["__builtins__"] = {**vars(builtins), "__import__": _import}
    spec.loader.exec_module(module)
    return module


def _import(
    name: str,
    globals: Mapping[str, object] | None = None,  # noqa: A002 - names that Python gives
    locals: Mapping[str, object] | None = None,  # noqa: A002
    fromlist: Sequence[str] = (),
    level: int = 0,
) -> object:
    """Import as ever, but for the one function of numpy's."""
    if name == "numpy" and tuple(fromlist or ()) == ("logaddexp",):
        return SimpleNamespace(logaddexp=log_add_exp)
    return __import__(name, globals, locals, fromlist, level)
