"""The statements of ``evals/retold`` fit their articles."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from nutgraf.evals.fixtures import load_fixture

EVALS = Path(__file__).parents[2] / "evals"
FILES = sorted((EVALS / "retold").glob("*.yaml"))
FAULTS = {
    "number", "unit", "date", "name", "speaker", "negation", "status", "quotation", "subject",
    "attribution", "unsupported",
}  # fmt: skip
OF_EACH = 7


def test_every_english_fixture_is_told_again() -> None:
    english = {
        labels.parent.name
        for labels in (EVALS / "fixtures").glob("*/labels.yaml")
        if "\nlanguage: en\n" in labels.read_text(encoding="utf-8")
    }
    assert {file.stem for file in FILES} == english


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_as_many_are_true_as_false_and_all_quote_the_article(file: Path) -> None:
    fixture = load_fixture(EVALS / "fixtures" / file.stem)
    statements = yaml.safe_load(file.read_text(encoding="utf-8"))
    faults = [one["fault"] for one in statements if "fault" in one]
    assert len(faults) == len(statements) - len(faults) == OF_EACH
    assert FAULTS.issuperset(faults)
    labelled = {fact.statement for fact in fixture.labels.key_facts}
    for statement in statements:
        assert fixture.sentences(statement["evidence"])
        assert statement["says"] not in labelled
