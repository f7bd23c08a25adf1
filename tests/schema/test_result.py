from __future__ import annotations

import json
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from pydantic import BaseModel

from nutgraf.errors import SchemaError
from nutgraf.schema import Citation, Evidence, Passage
from nutgraf.schema.result import (
    ArticleRecord,
    Coverage,
    Finding,
    Provenance,
    Result,
    file_schema,
    load_result,
    result_type,
)


class Note(BaseModel):
    text: str
    evidence: Evidence


def make_result(cost: Any = "unknown") -> Result[Note]:
    passage = Passage(start=0, end=3, text="One")
    return result_type(Note)(
        article=ArticleRecord(
            title="Ünïcode 🛥",
            published=None,
            authors=("Ada Lund",),
            source="story.txt",
            language="en",
            characters=3,
            sentences=1,
            digest="0" * 64,
        ),
        summary=Note(text="One.", evidence=(Citation(sentence=1, passage=passage),)),
        findings=(
            Finding(path="text", kind="number", severity="error", message="…", passages=(passage,)),
        ),
        coverage=Coverage(read=1, cited=(1,)),
        provenance=Provenance(
            drafter="prompted",
            model="openai/some",
            schema_name="tests:Note",
            schema_digest="1" * 64,
            package_version="0",
            cost_usd=cost,
            seconds=0.1,
        ),
    )


@pytest.mark.parametrize("cost", ["unknown", Decimal("0.000123"), Decimal(0)])
def test_a_result_saves_and_loads_without_loss(tmp_path: Path, cost: Any) -> None:
    result = make_result(cost)
    path = tmp_path / "result.json"
    result.save(path)
    assert load_result(path, Note) == result
    assert load_result(path, Note).to_json() == path.read_text(encoding="utf-8")


def test_an_unknown_price_is_said_and_not_zero() -> None:
    assert json.loads(make_result().to_json())["provenance"]["cost_usd"] == "unknown"


def test_the_file_carries_its_format_version_first() -> None:
    assert next(iter(json.loads(make_result().to_json()))) == "format_version"


def test_the_published_schema_is_that_of_the_file() -> None:
    schema = file_schema(Note)
    assert set(schema["properties"]) == set(json.loads(make_result().to_json()))
    assert "passage" in schema["$defs"]["Citation"]["properties"]


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"format_version": 2}, "format_version"),
        ({"summary": {"text": "secret words"}}, r"summary\.evidence"),
        ({"surplus": 1}, "surplus"),
    ],
)
def test_a_file_that_does_not_fit_is_refused_by_its_fields(
    tmp_path: Path, change: dict[str, Any], message: str
) -> None:
    path = tmp_path / "result.json"
    path.write_text(json.dumps({**json.loads(make_result().to_json()), **change}))
    with pytest.raises(SchemaError, match=message) as caught:
        load_result(path, Note)
    assert "result.json" in str(caught.value)
    assert "secret words" not in str(caught.value)


@pytest.mark.parametrize("content", [b"", b"not json", b"\xff\xfe\x00"])
def test_a_file_that_is_no_json_is_refused(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "result.json"
    path.write_bytes(content)
    with pytest.raises(SchemaError, match=r"result\.json"):
        load_result(path, Note)


def test_a_missing_file_is_refused(tmp_path: Path) -> None:
    with pytest.raises(SchemaError, match="cannot be read"):
        load_result(tmp_path / "none.json", Note)
