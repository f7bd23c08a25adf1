"""A sentence of the article, word for word, says nothing that the article does not."""

from __future__ import annotations

from pathlib import Path

import pytest
from pydantic import BaseModel
from tests.support.claims import Claim, story

from nutgraf.evals.fixtures import load_fixture
from nutgraf.grounding.anchors import anchor
from nutgraf.grounding.checks import check
from nutgraf.grounding.statements import Subject
from nutgraf.language.readings import Readings

FIXTURES = sorted((Path(__file__).parents[2] / "evals" / "fixtures").glob("*/labels.yaml"))
# About the summary as a whole, or about what kind of text it is.
OF_COPIES = {"duplicate", "instruction", "not_checked", "markup"}


class Copies(BaseModel):
    """A summary in sentences."""

    statements: list[Claim]


def copies(readings: Readings, *, cited: bool) -> Copies:
    text = readings.article.text
    return Copies.model_validate(
        {
            "statements": [
                {"text": s.span.of(text), "evidence": [s.number] if cited else []}
                for s in readings.sentences
            ]
        }
    )


@pytest.mark.parametrize("labels", FIXTURES, ids=lambda path: path.parent.name)
def test_the_sentences_of_an_article_have_no_fault(labels: Path) -> None:
    readings = load_fixture(labels.parent).readings
    found = check(anchor(copies(readings, cited=True), readings), readings)
    faults = [f for f in found if f.severity != "note" and f.kind not in OF_COPIES]
    assert faults == []


def test_a_copy_is_one_with_or_without_a_citation_and_whatever_its_last_stop() -> None:
    readings = story("Ada Lund left the port. Nobody saw her.")
    for cited in (True, False):
        subject = Subject(anchor(copies(readings, cited=cited), readings), readings)
        assert len(subject.statements) == 2
        assert subject.reworded == ()


@pytest.mark.parametrize(
    ("said", "cited"),
    [("Ada Lund did not leave the port.", 1), ("Ada Lund left the port.", 2), ("Ada Lund left", 1)],
)
def test_other_words_another_citation_or_a_part_are_no_copy(said: str, cited: int) -> None:
    readings = story("Ada Lund left the port. Nobody saw her.")
    summary = Copies(statements=[Claim.model_validate({"text": said, "evidence": [cited]})])
    subject = Subject(anchor(summary, readings), readings)
    assert len(subject.reworded) == 1
