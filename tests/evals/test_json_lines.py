from __future__ import annotations

from pathlib import Path

import pytest
from pydantic import BaseModel

from nutgraf.errors import EvalError
from nutgraf.evals.json_lines import read_json_lines


class Berth(BaseModel):
    port: str
    ships: int


def test_each_line_is_read(tmp_path: Path) -> None:
    path = tmp_path / "berths.jsonl"
    path.write_text('{"port": "Kell", "ships": 2}\n{"port": "Arden", "ships": 0}\n')
    assert read_json_lines(path, Berth) == (
        Berth(port="Kell", ships=2),
        Berth(port="Arden", ships=0),
    )


@pytest.mark.parametrize(
    ("line", "told"),
    [("{", "Invalid JSON"), ('{"port": "Secret", "ships": "many"}', "ships: "), ("[]", "object")],
)
def test_a_line_that_does_not_fit_is_told_without_what_it_holds(
    tmp_path: Path, line: str, told: str
) -> None:
    path = tmp_path / "berths.jsonl"
    path.write_text('{"port": "Kell", "ships": 2}\n' + line)
    with pytest.raises(EvalError, match=r"berths\.jsonl, line 2: ") as caught:
        read_json_lines(path, Berth)
    assert told in str(caught.value)
    assert "expected an object with port, ships" in str(caught.value)
    assert "Secret" not in str(caught.value)


def test_a_file_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(EvalError, match=r"gone\.jsonl: cannot be read"):
        read_json_lines(tmp_path / "gone.jsonl", Berth)
