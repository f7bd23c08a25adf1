"""Linting tells all that is mechanically wrong in labels, at once, and nothing that is right."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from tests.support.suites import STORY, labels, write_fixture

from nutgraf.errors import FixtureError
from nutgraf.evals.lint import lint_folder
from nutgraf.evals.lint.schema_file import SCHEMA_FILE, schema_text, write_schema_file

OURS = Path(__file__).parents[3] / "evals" / "fixtures"
FACT: dict[str, Any] = labels()["key_facts"][0]
EVENT: dict[str, Any] = labels()["events"][0]
FIGURE: dict[str, Any] = labels()["figures"][0]


def faults(home: Path, content: object = None, story: str = STORY) -> list[tuple[str, str]]:
    write_fixture(home / "ash", content, story)
    return [(fault.where, fault.what) for fault in lint_folder(home).faults]


def test_our_own_fixtures_have_no_faults_and_their_schema_is_that_of_the_labels() -> None:
    linted = lint_folder(OURS)
    assert linted.faults == ()
    assert linted.fixtures >= 24
    assert (OURS / SCHEMA_FILE).read_text(encoding="utf-8") == schema_text()


def test_our_own_fixtures_name_their_schema_for_editors() -> None:
    first = "# yaml-language-server: $schema=../labels.schema.json\n"
    files = sorted(OURS.glob("*/labels.yaml"))
    assert [f for f in files if not f.read_text(encoding="utf-8").startswith(first)] == []


def test_sound_labels_have_no_faults(tmp_path: Path) -> None:
    assert faults(tmp_path) == []


@pytest.mark.parametrize(
    ("changed", "where", "what"),
    [
        ({"title": "Another"}, "title", "the file is read as 'Arden closes"),
        ({"published": "2026-03-13"}, "published", "the file is read as 2026-03-12"),
        (
            {"key_facts": [{**FACT, "id": f"fact-{n}", "importance": "may"} for n in range(3)]},
            "key_facts",
            "0 of them are must, fewer than 3",
        ),
        (
            {"quotations": [{"words": "The bridge is shut", "speaker": None}]},
            "quotations[0].words",
            "the article does not have the words 'The bridge is shut'",
        ),
        (
            {"figures": [FIGURE | {"text": "bridge"}]},
            "figures[0].text",
            "'bridge' occurs 3 times; quote more, or say which",
        ),
        (
            {"open_questions": [{"question": "Why?", "evidence": ["the city said. The council"]}]},
            "open_questions[0].evidence[0]",
            "runs over the sentences 4, 5",
        ),
        (
            {"open_questions": [{"question": "Why?", "evidence": ["It is clear why"]}]},
            "open_questions[0].evidence[0]",
            "the article does not have the words 'It is clear why'",
        ),
        (
            {"quotations": [{"words": "The bridge stays shut.", "speaker": "Ruth Eckman"}]},
            "quotations[0].speaker",
            "the article does not have 'Ruth Eckman'",
        ),
        (
            {"figures": [FIGURE | {"value": 2.5}]},
            "figures[0].value",
            "'$2.5 million' says 2500000, not 2.5",
        ),
        (
            {"events": [EVENT | {"where": "Ardenne", "who": ["Ruth"]}]},
            "labels",
            "an event names 'Ruth', which is not among the entities",
        ),
    ],
)
def test_each_fault_is_told_with_its_place(
    tmp_path: Path, changed: dict[str, object], where: str, what: str
) -> None:
    found = faults(tmp_path, labels(**changed))
    assert (where, what) in [(place, said[: len(what)]) for place, said in found]


def test_an_alias_is_looked_for_like_a_name(tmp_path: Path) -> None:
    arden = {"name": "Arden", "kind": "place", "aliases": ["Ardentown"], "salience": "main"}
    wrong = labels(entities=[arden, {"name": "Ruth Ekmann", "kind": "person", "salience": "main"}])
    assert faults(tmp_path, wrong) == [
        ("entities[0].aliases", "the article does not have 'Ardentown'"),
        ("entities[1].name", "the article does not have 'Ruth Ekmann'"),
    ]


def test_a_need_that_the_statement_does_not_say_is_told(tmp_path: Path) -> None:
    facts = [{**FACT, "id": f"fact-{n}", "needs": ["closed", "14|fourteen"]} for n in range(3)]
    assert faults(tmp_path, labels(key_facts=facts)) == [
        (f"key_facts[{n}].needs", "its own statement says none of '14|fourteen'") for n in range(3)
    ]


@pytest.mark.parametrize(
    ("date", "sound"),
    [
        (None, True),
        ("2026-03", True),
        ("2026-W11", True),
        ("../2026-04-20", True),
        ("2026-03-14/2026-03-15", True),
        ("2026-03/2026-03-15", True),
        ("2026-W11/2026-03-01", True),
        ("2026-02-30", False),
        ("2026-W60", False),
        ("Thursday", False),
        ("2026-03-15/2026-03-14", False),
        ("2026-03-12/2025", False),
    ],
)
def test_dates_are_of_the_calendar(tmp_path: Path, date: str | None, *, sound: bool) -> None:
    found = faults(tmp_path, labels(events=[EVENT | {"date": date}]))
    assert [where for where, _ in found] == ([] if sound else ["events[0].date"])


@pytest.mark.parametrize(
    ("words", "value", "unit", "sound"),
    [
        ("a fifth", 20, "%", True),
        ("a fifth", 0.2, "%", False),
        ("half a year", 0.5, "years", True),
        ("dozens", 24, None, True),
        ("8 of 90", 3, None, True),
        ("some", 3, None, True),
    ],
)
def test_a_figure_is_held_against_its_own_words(
    tmp_path: Path, words: str, value: float, unit: str | None, *, sound: bool
) -> None:
    text = "It was shut for half a year by a fifth of them; dozens came, 8 of 90, and some went."
    figure = {"text": words, "value": value, "unit": unit, "of": "something"}
    found = faults(tmp_path, labels(figures=[figure]), f"{STORY}\n{text}\n")
    assert [where for where, _ in found] == ([] if sound else ["figures[0].value"])


def test_figures_of_other_languages_are_left_to_people(tmp_path: Path) -> None:
    text = "Die Brücke ist seit dem Abend gesperrt, und die Reparatur kostet 17.400 Kronen."
    figure = {"text": "17.400 Kronen", "value": 17400, "unit": "SEK", "of": "Kosten"}
    sound = labels(
        language="de",
        title=None,
        published=None,
        figures=[figure],
        entities=[],
        events=[],
        quotations=[],
        open_questions=[],
        traps=[labels()["traps"][0] | {"evidence": []}] * 3,
        key_facts=[{**FACT, "id": f"fact-{n}", "evidence": ["gesperrt"]} for n in range(3)],
    )
    assert faults(tmp_path, sound, text) == []


def test_all_faults_of_a_file_and_of_all_files_are_told_at_once(tmp_path: Path) -> None:
    write_fixture(tmp_path / "birch", labels(title="Another", published=None))
    wrong = labels(events=[EVENT | {"date": "soon", "where": "Nowhere"}], colour="red")
    del wrong["gists"]
    assert faults(tmp_path, wrong) == [
        ("gists", "Field required"),
        ("colour", "Extra inputs are not permitted"),
        ("title", "the file is read as 'Arden closes Kell Street bridge'"),
        ("published", "the file is read as 2026-03-12"),
    ]
    assert lint_folder(tmp_path).fixtures == 2


def test_labels_that_do_not_fit_together_are_told_with_the_rest(tmp_path: Path) -> None:
    twice = [FACT] * 3
    traps = [labels()["traps"][0] | {"of": "fact-7"}] * 3
    found = faults(tmp_path, labels(key_facts=twice, traps=traps, title="Another"))
    lost = "a trap is of the key fact 'fact-7', which does not exist"
    assert [what for _, what in found[1:]] == ["two key facts have the same id", lost, lost, lost]
    assert found[0][0] == "title"


@pytest.mark.parametrize(
    ("content", "where", "what"),
    [
        ("article: a\nform: [news", "line 2", "is not YAML"),
        ("article: \x07", "file", "is not YAML"),
        ("", "file", "Input should be a valid dictionary or instance of LooseLabels"),
        (labels(form="poem"), "form", "Input should be 'news'"),
        (labels(article="elsewhere.txt"), "article", ""),
    ],
)
def test_a_file_that_cannot_be_read_is_told(
    tmp_path: Path, content: object, where: str, what: str
) -> None:
    [(place, said)] = faults(tmp_path, content)
    assert place == where
    assert said.startswith(what)


def test_a_file_that_is_no_text_is_told(tmp_path: Path) -> None:
    write_fixture(tmp_path / "ash").joinpath("labels.yaml").write_bytes(b"desk: caf\xe9")
    [fault] = lint_folder(tmp_path).faults
    assert (fault.file, fault.where) == ("ash/labels.yaml", "file")
    assert fault.what == "cannot be read as UTF-8 (UnicodeDecodeError)"


def test_an_article_without_labels_is_told(tmp_path: Path) -> None:
    for name in ("harbour", ".cache"):
        (tmp_path / name).mkdir()
    (tmp_path / "harbour" / "article.txt").write_text(STORY, encoding="utf-8")
    assert faults(tmp_path) == [("labels.yaml", "is missing, so this is no case")]


def test_a_folder_without_fixtures_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(FixtureError, match=r"has no folder with a labels\.yaml"):
        lint_folder(tmp_path)


def test_a_schema_file_of_another_version_is_told(tmp_path: Path) -> None:
    write_fixture(tmp_path / "ash")
    file = write_schema_file(tmp_path)
    assert lint_folder(tmp_path).faults == ()
    for stale in (b"{}", b"\xff"):
        file.write_bytes(stale)
        [fault] = lint_folder(tmp_path).faults
        assert fault.file == SCHEMA_FILE
        assert fault.remedy == "write it anew: nutgraf eval lint --write-schema"


def test_the_schema_knows_every_key_and_refuses_others() -> None:
    schema = json.loads(schema_text())
    assert set(schema["properties"]) == set(labels())
    assert schema["additionalProperties"] is False
    assert all(part["additionalProperties"] is False for part in schema["$defs"].values())
