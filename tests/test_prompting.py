from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nutgraf.errors import PromptError
from nutgraf.prompting import check_prompts, list_prompts, load_prompt, parse_prompt
from nutgraf.schema.loading import BUILT_IN

GREETING = """---
name: greeting
version: 2
description: Says hello.
schema: any
inputs:
  name: who is greeted
---
system:
You greet people.
user:
Say hello to {{ name }}.
"""


def test_every_prompt_that_ships_is_sound_and_has_the_words_it_was_released_with() -> None:
    prompts = check_prompts()
    assert {prompt.reference for prompt in prompts} >= {"news@v1", "general@v1", "repair@v1"}
    for prompt in prompts:
        assert prompt.schema in {"any", *BUILT_IN}
        assert prompt.parts[-1][0] == "user"


def test_the_file_of_a_shipped_prompt_is_named_after_it() -> None:
    folder = Path(__file__).parents[1] / "prompts"
    names = {f"{prompt.name}/v{prompt.version}.prompty" for prompt in list_prompts()}
    assert {file.relative_to(folder).as_posix() for file in folder.rglob("*.prompty")} == names


def test_a_prompt_becomes_messages() -> None:
    messages = parse_prompt(GREETING, "greeting").render({"name": "Ada"})
    assert [(m.role, m.content) for m in messages] == [
        ("system", "You greet people."),
        ("user", "Say hello to Ada."),
    ]


@given(st.text())
def test_a_value_is_never_read_as_a_template(value: str) -> None:
    [_, user] = parse_prompt(GREETING, "greeting").render({"name": value})
    assert user.content == f"Say hello to {value}."


@pytest.mark.parametrize("value", ["{{ 7 * 7 }}", "{% raw %}", "{# gone #}", "{{ name }}"])
def test_braces_in_a_value_stay_as_they_are(value: str) -> None:
    [_, user] = parse_prompt(GREETING, "greeting").render({"name": value})
    assert value in user.content


def test_a_digest_tells_versions_apart() -> None:
    other = parse_prompt(GREETING.replace("hello", "goodbye"), "greeting")
    assert parse_prompt(GREETING, "greeting").digest != other.digest


def test_the_newest_version_is_taken_where_none_is_asked_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "greeting").mkdir()
    for version in (2, 10):
        text = GREETING.replace("version: 2", f"version: {version}")
        (tmp_path / "greeting" / f"v{version}.prompty").write_text(text)
    monkeypatch.setattr("nutgraf.prompting._folder", lambda: tmp_path)
    assert load_prompt("greeting").version == 10
    assert load_prompt("greeting@v2").version == 2
    assert load_prompt("greeting@2").version == 2
    with pytest.raises(PromptError, match="no prompt 'greeting@3'; there are greeting@v2"):
        load_prompt("greeting@3")


def test_a_version_whose_words_have_changed_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "greeting").mkdir()
    (tmp_path / "greeting" / "v2.prompty").write_text(GREETING)
    digest = parse_prompt(GREETING, "greeting").digest
    (tmp_path / "digests.json").write_text(json.dumps({"greeting@v2": digest}))
    monkeypatch.setattr("nutgraf.prompting._folder", lambda: tmp_path)
    assert [prompt.reference for prompt in check_prompts()] == ["greeting@v2"]
    (tmp_path / "greeting" / "v2.prompty").write_text(GREETING.replace("hello", "goodbye"))
    with pytest.raises(PromptError, match="greeting@v2: its words are not those"):
        check_prompts()


def test_a_file_of_ones_own_is_loaded_by_its_path(tmp_path: Path) -> None:
    path = tmp_path / "mine.prompty"
    path.write_text(GREETING)
    assert load_prompt(str(path)).reference == "greeting@v2"


@pytest.mark.parametrize("reference", ["no/such/file.prompty", "Not A Name", "news@v0", "../x"])
def test_what_is_neither_a_name_nor_a_file_is_refused(reference: str) -> None:
    with pytest.raises(PromptError, match="expected NAME, NAME@VERSION or the path"):
        load_prompt(reference)


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("---\nname", "name", "expected YAML front matter"),
        ("name: greeting", "name: [", "not valid YAML"),
        ("name: greeting", "name: Greeting!", "does not fit: name"),
        ("version: 2", "version: 0", "does not fit: version"),
        ("version: 2", "version: 2\ncolour: red", "does not fit: colour"),
        ("user:\n", "", "one part that opens with a line 'user:'"),
        ("{{ name }}", "{{ name", "not a Jinja2 template"),
        ("{{ name }}", "{{ nane }}", r"\['name', 'nane'\] stand in one of them only"),
        ("  name: who is greeted", "  name: x\n  age: y", r"\['age'\] stand in one of them"),
    ],
)
def test_a_malformed_file_is_refused_by_name(old: str, new: str, message: str) -> None:
    assert old in GREETING
    with pytest.raises(PromptError, match=message) as caught:
        parse_prompt(GREETING.replace(old, new, 1), "folder/greeting.prompty")
    assert "folder/greeting.prompty" in str(caught.value)


@pytest.mark.parametrize("values", [{}, {"name": "Ada", "age": "7"}])
def test_values_must_be_those_that_are_declared(values: dict[str, str]) -> None:
    with pytest.raises(PromptError, match="greeting@v2"):
        parse_prompt(GREETING, "greeting").render(values)


def test_a_template_cannot_reach_out_of_its_sandbox() -> None:
    escape = "{{ name.__class__.__mro__ }}"
    prompt = parse_prompt(GREETING.replace("{{ name }}", escape), "greeting")
    with pytest.raises(PromptError, match="SecurityError"):
        prompt.render({"name": "Ada"})


def test_a_windows_file_is_read_like_any_other() -> None:
    prompt = parse_prompt(GREETING.replace("\n", "\r\n"), "greeting")
    assert [role for role, _ in prompt.parts] == ["system", "user"]
