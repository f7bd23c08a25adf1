from __future__ import annotations

from typing import Annotated, Literal

from pydantic import BaseModel, Field

from nutgraf.schema import AtMost, Evidence, Mention
from nutgraf.schema.news import NewsSummary
from nutgraf.schema.outline import outline


class Ruling(BaseModel):
    judge: Mention | None = Field(description="who ruled")
    outcome: Literal["won", "lost"]
    reasons: Annotated[list[str], AtMost(3)]
    evidence: Evidence


class Case(BaseModel):
    name: str = Field(description="the case's name")
    rulings: list[Ruling] = Field(description="newest first")
    appeal: Case | None
    seen: list[Mention]


def test_a_line_for_each_field_with_type_and_meaning() -> None:
    assert outline(Ruling) == (
        "{\n"
        '  "judge": string or null  // who ruled\n'
        '  "outcome": "won" | "lost"\n'
        '  "reasons": [string, ...]  // at most 3\n'
        '  "evidence": [integer, ...]  // numbers of the sentences that say it; at most 3\n'
        "}"
    )


def test_lists_of_parts_are_indented_and_a_type_that_holds_itself_ends() -> None:
    lines = outline(Case).splitlines()
    assert '  "rulings": [{  // newest first' in lines
    assert '    "outcome": "won" | "lost"' in lines
    assert "  }, ...]" in lines
    assert any(line.startswith('  "appeal": ') and "null" in line for line in lines)


def test_a_field_without_a_description_has_that_of_its_type() -> None:
    assert '  "seen": [string, ...]  // a name, as the text writes it' in outline(Case)


def test_every_field_of_the_news_schema_is_in_its_outline() -> None:
    text = outline(NewsSummary)
    for name in NewsSummary.model_fields:
        assert f'"{name}"' in text
