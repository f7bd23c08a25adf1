from __future__ import annotations

import io
import json
import sys
from pathlib import Path

import pytest
from tests.support.articles import BRIDGE, bridge_answer

from nutgraf import NewsSummary, Result, ScriptedClient, Settings, Summarizer
from nutgraf.checking.summaries import MAX_BYTES, Wanted, read_file, read_summary
from nutgraf.errors import ConfigError, NutgrafError, SchemaError, SummaryError

WANTED = Wanted(NewsSummary)


def result() -> Result[NewsSummary]:
    client = ScriptedClient([json.dumps(bridge_answer())])
    return Summarizer(NewsSummary, settings=Settings(repairs=0), client=client).summarize(BRIDGE)


def test_a_result_and_a_filled_schema_stay_what_they_are() -> None:
    made = result()
    given = read_summary(made, WANTED)
    assert (given.record.form, given.own, given.about) == ("result", made.summary, made.article)
    given = read_summary(made.summary, WANTED)
    assert (given.record.form, given.own, given.about) == ("model", made.summary, None)


def test_a_string_is_the_text_and_never_a_path() -> None:
    given = read_summary("The bridge is shut. It has cracks.", WANTED)
    assert given.record.source is None
    assert [part.words.text for part in given.parts] == ["The bridge is shut.", "It has cracks."]
    with pytest.raises(SummaryError, match=r"pathlib\.Path"):
        read_summary("summary.md", WANTED)


def test_a_list_is_read_item_by_item() -> None:
    given = read_summary(["The bridge is shut. It has cracks.", "Shut"], WANTED)
    assert given.record.form == "list"
    assert [(part.field, part.words.text) for part in given.parts] == [
        ("[0]", "The bridge is shut."),
        ("[0]", "It has cracks."),
        ("[1]", "Shut"),
    ]


@pytest.mark.parametrize("texts", [[], [""], ["--", " "]])
def test_a_list_that_states_nothing_is_refused(texts: list[str]) -> None:
    with pytest.raises(SummaryError, match="no statement in the list"):
        read_summary(texts, WANTED)


def test_a_result_file_has_the_places_of_its_texts(tmp_path: Path) -> None:
    path = tmp_path / "out.json"
    made = result()
    made.save(path)
    given = read_summary(path, WANTED)
    assert (given.record.form, given.record.source) == ("result", str(path))
    assert given.own == made.summary
    assert given.places is not None
    assert given.text is not None
    assert given.places["gist.text"].span.of(given.text) == made.summary.gist.text
    assert "article.title" not in given.places


def test_a_result_file_of_another_schema_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "out.json"
    path.write_text('{"format_version": 1, "summary": {}, "provenance": {}}')
    with pytest.raises(SchemaError, match=r"out\.json: is not a nutgraf result"):
        read_file(path, WANTED)


def test_standard_input_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"The bridge is shut.")))
    given = read_file("-", WANTED)
    assert given.record.source == "-"
    assert given.text == "The bridge is shut."


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"", "it is empty"),
        (b" \n\t", "it is empty"),
        (b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x01", "no text that can be read"),
        (b"a" * (MAX_BYTES + 1), "larger than 1,000,000 bytes"),
    ],
)
def test_what_cannot_be_read_is_refused_by_name(tmp_path: Path, data: bytes, says: str) -> None:
    path = tmp_path / "summary.txt"
    path.write_bytes(data)
    with pytest.raises(SummaryError, match=rf"summary\.txt: .*{says}"):
        read_file(path, WANTED)


def test_a_missing_file_and_a_folder_are_faults_of_the_summary(tmp_path: Path) -> None:
    with pytest.raises(SummaryError, match="no such file"):
        read_file(tmp_path / "none.txt", WANTED)
    with pytest.raises(SummaryError, match="folder"):
        read_file(tmp_path, WANTED)


def test_no_message_holds_what_the_summary_says(tmp_path: Path) -> None:
    path = tmp_path / "summary.json"
    path.write_text('{"name": "SECRET"}')
    with pytest.raises(NutgrafError) as caught:
        read_file(path, WANTED)
    assert "SECRET" not in str(caught.value)


@pytest.mark.parametrize("summary", [None, 5, [1, 2], object()])
def test_what_is_no_summary_at_all_is_refused_with_what_is_one(summary: object) -> None:
    with pytest.raises(SummaryError, match=r"a list of statements or a pathlib\.Path, not "):
        read_summary(summary, WANTED)  # type: ignore[arg-type]  # what a caller may give


def test_a_result_file_has_no_fields_to_choose(tmp_path: Path) -> None:
    path = tmp_path / "result.json"
    path.write_text('{"format_version": 1, "summary": {}, "provenance": {}}')
    with pytest.raises(ConfigError, match="a result file is checked whole"):
        read_file(path, Wanted(NewsSummary, fields=("gist",)))
