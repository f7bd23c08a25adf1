"""A path becomes a suite: fixtures or a corpus, all cases or those with a tag."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest
from tests.support.suites import a_case, a_suite, labels, record, write_corpus, write_fixture

from nutgraf.errors import EvalError, FixtureError
from nutgraf.evals.suites import load_suite


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    home = tmp_path / "bridges"
    write_fixture(home / "ash")
    write_fixture(home / "birch", labels(desk="traffic"))
    write_fixture(home / "cedar", labels(desk="traffic", form="report"))
    return home


def ids(path: Path, only: Mapping[str, tuple[str, ...]]) -> list[str]:
    return [case.id for case in load_suite(path, only=only).cases]


def test_a_folder_of_fixtures_is_a_suite(folder: Path) -> None:
    suite = load_suite(folder)
    assert [case.id for case in suite.cases] == ["ash", "birch", "cedar"]
    assert (suite.name, suite.source, suite.only) == ("bridges", str(folder), {})


def test_a_corpus_is_a_suite_by_the_name_of_its_folder(tmp_path: Path) -> None:
    path = write_corpus(tmp_path / "gumbo" / "data.jsonl", record(id="b"), record(id="a"))
    suite = load_suite(path)
    assert [case.id for case in suite.cases] == ["a", "b"]
    assert suite.name == "gumbo"


@pytest.mark.parametrize(
    ("only", "left"),
    [
        ({"desk": ("traffic",)}, ["birch", "cedar"]),
        ({"desk": ("traffic",), "form": ("report",)}, ["cedar"]),
        ({"desk": ("traffic", "local")}, ["ash", "birch", "cedar"]),
        ({"id": ("ash", "cedar")}, ["ash", "cedar"]),
        ({"language": ("en",)}, ["ash", "birch", "cedar"]),
    ],
)
def test_cases_are_chosen_by_their_tags(
    folder: Path, only: dict[str, tuple[str, ...]], left: list[str]
) -> None:
    assert ids(folder, only) == left
    assert load_suite(folder, only=only).only == only


@pytest.mark.parametrize(
    ("only", "message"),
    [
        ({"genre": ("news",)}, "no case has a tag 'genre'; there are desk, form, id, language"),
        ({"desk": ("sport",)}, "no case has desk=sport; there are local; traffic"),
        ({"id": ("elm",)}, "no case has id=elm; there are ash; birch; cedar"),
        ({"desk": ("local",), "form": ("report",)}, "on no case together"),
    ],
)
def test_that_no_case_is_left_is_an_error_that_says_what_there_is(
    folder: Path, only: dict[str, tuple[str, ...]], message: str
) -> None:
    with pytest.raises(EvalError, match=message):
        load_suite(folder, only=only)


def test_two_cases_of_one_id_are_refused(tmp_path: Path) -> None:
    path = write_corpus(tmp_path / "data.jsonl", record(), record())
    with pytest.raises(FixtureError, match="two cases with the id 'doc-1'"):
        load_suite(path)


def test_an_empty_corpus_is_refused(tmp_path: Path) -> None:
    with pytest.raises(FixtureError, match="has no cases"):
        load_suite(write_corpus(tmp_path / "data.jsonl"))


def test_a_suites_digest_is_that_of_its_cases_in_any_order() -> None:
    ash, birch = a_case("ash"), a_case("birch")
    assert a_suite(ash, birch).digest == a_suite(birch, ash).digest
    changed = {a_suite(ash).digest, a_suite(ash, birch).digest, a_suite(a_case("elm")).digest}
    assert len(changed | {a_suite(a_case("ash", digest="d2")).digest}) == 4
