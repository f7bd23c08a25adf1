from __future__ import annotations

from pathlib import Path

import pytest

from nutgraf.errors import SchemaError
from nutgraf.schema.loading import load_schema
from nutgraf.schema.news import NewsSummary


def test_the_built_in_schema_goes_by_its_name() -> None:
    assert load_schema("news") is NewsSummary


def test_a_schema_of_ones_own_is_found_in_the_current_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "my_schemas_a.py").write_text(
        "from pydantic import BaseModel\nclass Mine(BaseModel):\n    text: str\n"
    )
    monkeypatch.chdir(tmp_path)
    assert list(load_schema("my_schemas_a:Mine").model_fields) == ["text"]


@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("sports", "there is no schema 'sports'"),
        ("nutgraf:", "there is no schema"),
        ("no_such_module_at_all:Mine", "no module 'no_such_module_at_all'"),
        ("nutgraf.article:Span", "expected a pydantic model"),
        ("nutgraf.article:Nothing", "expected a pydantic model"),
        ("nutgraf.schema:Verbatim", "is a field type"),
    ],
)
def test_what_is_not_a_schema_is_refused(name: str, message: str) -> None:
    with pytest.raises(SchemaError, match=message):
        load_schema(name)


def test_a_module_that_breaks_is_refused_without_its_traceback(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "my_schemas_b.py").write_text("1 / 0\n")
    monkeypatch.chdir(tmp_path)
    with pytest.raises(SchemaError, match=r"cannot be imported \(ZeroDivisionError\)"):
        load_schema("my_schemas_b:Mine")
