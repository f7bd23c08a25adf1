from __future__ import annotations

import gzip
import math
import pickle
import subprocess
import sys
from pathlib import Path

import pytest

from nutgraf.language.predicates import tagger_model
from nutgraf.language.predicates.tagger_model import load, log_add_exp

MODEL = "morphmodel_en.pgz"
SENTENCE = ["Divers", "recovered", "the", "bell", "that", "nobody", "had", "missed", "."]
NUMPY_SCALAR = (
    # What numpy writes for float64(0.1): its function, its dtype with a state, eight bytes.
    b"\x80\x05\x8c\x16numpy._core.multiarray\x8c\x06scalar\x93\x8c\x05numpy\x8c\x05dtype\x93"
    b"\x8c\x02%b\x89\x88\x87R(K\x03\x8c\x01%bNNNJ\xff\xff\xff\xffJ\xff\xff\xff\xffK\x00tb"
    b"C\x08%b\x86R."
)


def written(content: bytes, folder: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """Write a model where the package's own would be, and return its name."""
    with gzip.open(folder / "model.pgz", "wb") as stream:
        stream.write(content)
    monkeypatch.setattr(tagger_model, "files", lambda _: folder)
    return "model.pgz"


def test_it_tags_as_the_package_does_by_itself() -> None:
    from HanTa.HanoverTagger import HanoverTagger  # noqa: PLC0415 - it imports numpy

    ours, theirs = load(MODEL), HanoverTagger(MODEL)
    assert ours.tag_sent(SENTENCE, taglevel=0) == theirs.tag_sent(SENTENCE, taglevel=0)
    for word in ("recovered", "Kleinfeldian", "bell", "left"):
        assert ours.analyze(word) == theirs.analyze(word)
        mine, others = ours.tag_word(word), theirs.tag_word(word)
        assert [part for part, _ in mine] == [part for part, _ in others]
        assert [weight for _, weight in mine] == pytest.approx([weight for _, weight in others])


def test_numpy_is_not_imported() -> None:
    code = (
        "import sys; from nutgraf.language.predicates.tagger import tag; "
        "print(tag(['It', 'rained']), 'numpy' in sys.modules, 'HanTa.HanoverTagger' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "['PNP', 'VVD'] False False\n"


@pytest.mark.parametrize(("one", "other"), [(-3.0, -3.0), (-1.5, -700.0), (-700.0, -1.5)])
def test_two_logarithms_are_added(one: float, other: float) -> None:
    assert log_add_exp(one, other) == pytest.approx(
        max(one, other) + math.log(sum(math.exp(x - max(one, other)) for x in (one, other)))
    )


@pytest.mark.parametrize(
    ("order", "raw"),
    [(b"<", b"\x9a\x99\x99\x99\x99\x99\xb9?"), (b">", b"?\xb9\x99\x99\x99\x99\x99\x9a")],
)
def test_a_float_of_numpys_is_one_of_pythons(
    order: bytes, raw: bytes, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Tagger:
        def __init__(self, name: None, model: object) -> None:
            self.model = model

    class Module:
        HanoverTagger = Tagger

    name = written(NUMPY_SCALAR % (b"f8", order, raw), tmp_path, monkeypatch)
    monkeypatch.setattr(tagger_model, "_tagger_module", Module)
    tagger = load(name)
    assert (tagger.model, type(tagger.model), tagger.strict) == (0.1, float, False)


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (pickle.dumps(Path("model")), "asks for pathlib"),
        (NUMPY_SCALAR % (b"f4", b"<", b"12345678"), "numbers of type 'f4'"),
    ],
)
def test_a_model_that_holds_anything_else_is_refused(
    content: bytes, message: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    name = written(content, tmp_path, monkeypatch)
    with pytest.raises(pickle.UnpicklingError, match=message):
        load(name)


def test_a_missing_package_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    name = written(pickle.dumps(()), tmp_path, monkeypatch)
    monkeypatch.setattr("importlib.util.find_spec", lambda _: None)
    with pytest.raises(ImportError, match="HanTa"):
        load(name)
