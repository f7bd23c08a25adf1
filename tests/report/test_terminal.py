from __future__ import annotations

import io
import json

import pytest
from pydantic import BaseModel
from tests.support.articles import BRIDGE, bridge_answer

from nutgraf import NewsSummary, Result, ScriptedClient, Settings, Summarizer
from nutgraf.report.markdown import to_markdown
from nutgraf.report.terminal import to_terminal
from nutgraf.schema import Evidence, Mention, When


def result_of(**changes: object) -> Result[NewsSummary]:
    client = ScriptedClient([json.dumps({**bridge_answer(), **changes})])
    return Summarizer(NewsSummary, settings=Settings(repairs=0), client=client).summarize(BRIDGE)


def printed(result: Result[NewsSummary]) -> str:
    stream = io.StringIO()
    to_terminal(result, stream)
    return stream.getvalue()


def test_the_text_has_every_part_with_its_sentence_numbers() -> None:
    text = printed(result_of())
    for line in (
        "  Arden shuts the Kell Street bridge",
        "  Arden closed a bridge after 14 cracks were found. [1]",
        "  2026-03-12  The bridge was closed. [1]",
        "  2026-03-16  The council will vote on the money. (planned) [5]",
        "  “We will not gamble with lives” — Ruth Ekman",
        "  Ruth Ekman (person): mayor",
        "  $2.5 million: cost of the repairs [4]",
        "  When the bridge will open again is unclear. [6]",
        "No findings",
        "bridge.txt, published 2026-03-12, 6 sentences; scripted, prompt news@v1",
    ):
        assert line in text.splitlines(), line


def test_findings_are_shown_with_their_place() -> None:
    text = printed(result_of(headline="Arden finds 99 cracks"))
    assert "error  headline: the number '99" in text


def test_an_event_without_a_time_says_so() -> None:
    event = {**bridge_answer()["events"][0], "when": None}
    assert "  no date  The bridge was closed. [1]" in printed(result_of(events=[event]))


def test_an_empty_section_is_not_shown() -> None:
    assert "Quotes" not in printed(result_of(quotes=[]))


def test_lines_wrap_and_leave_no_blanks_at_their_ends() -> None:
    long = {"text": "The bridge is shut and stays shut. " * 10, "evidence": [1]}
    lines = printed(result_of(gist=long)).splitlines()
    assert max(map(len, lines)) <= 100
    assert [line for line in lines if line != line.rstrip()] == []


def test_there_are_no_colours_where_there_is_no_terminal() -> None:
    assert "\x1b" not in printed(result_of())


def test_there_are_colours_on_a_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    class Terminal(io.StringIO):
        def isatty(self) -> bool:
            return True

    monkeypatch.setenv("TERM", "xterm-256color")
    monkeypatch.delenv("NO_COLOR", raising=False)
    stream = Terminal()
    to_terminal(result_of(), stream)
    assert "\x1b[1mHeadline" in stream.getvalue()


HOSTILE = "A \x1b[2J\x07\u202e[bold]x[/bold] <script>alert(1)</script> `rm` *b* # [a](b) |"


def test_no_control_character_and_no_markup_of_the_model_acts_in_a_terminal() -> None:
    text = printed(result_of(headline=HOSTILE))
    assert "\x1b" not in text
    assert "\u202e" not in text
    assert "[bold]x[/bold]" in text


def test_markdown_shows_the_same_and_reads_nothing_as_markup() -> None:
    text = to_markdown(result_of(headline=HOSTILE))
    title = text.splitlines()[0]
    assert title.startswith("# A ")
    for raw in ("<script>", "[a](b)", "`rm`", " *b*"):
        assert raw not in title
    assert "- Repairs would cost $2.5 million. \\[4\\]" in text
    assert "- **2026-03-12** The bridge was closed. \\[1\\]" in text
    assert "## Findings" in text


def test_a_schema_of_ones_own_is_shown_field_by_field() -> None:
    class Visit(BaseModel):
        place: Mention
        on: When | None
        why: str
        companions: list[str]
        evidence: Evidence

    class Visits(BaseModel):
        count: int
        visits: list[Visit]

    wire = {
        "count": 1,
        "visits": [
            {
                "place": "Arden",
                "on": "Monday",
                "why": "a vote",
                "companions": ["a", "b"],
                "evidence": [5],
            },
            {"place": "Arden", "on": None, "why": "", "companions": [], "evidence": [1]},
        ],
    }
    client = ScriptedClient([json.dumps(wire)])
    result = Summarizer(Visits, settings=Settings(repairs=0), client=client).summarize(BRIDGE)
    stream = io.StringIO()
    to_terminal(result, stream)
    lines = stream.getvalue().splitlines()
    assert "  1" in lines
    assert "  place: Arden; on: Monday; why: a vote; companions: a, b [5]" in lines
    assert any(line.startswith("  place: Arden; why:") for line in lines)


def test_evidence_of_the_summary_itself_stands_behind_its_texts() -> None:
    class Claim(BaseModel):
        claim: str
        evidence: Evidence

    client = ScriptedClient(['{"claim": "The bridge is shut.", "evidence": [1, 3]}'])
    result = Summarizer(Claim, settings=Settings(repairs=0), client=client).summarize(BRIDGE)
    stream = io.StringIO()
    to_terminal(result, stream)
    assert "  The bridge is shut. [1, 3]" in stream.getvalue().splitlines()
    assert "Evidence" not in stream.getvalue()
