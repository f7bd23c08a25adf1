"""Author fields and bylines."""

# ruff: noqa: RUF001 - names are printed with curly apostrophes
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from nutgraf.reading.bylines import is_name, read_byline, split_authors


@pytest.mark.parametrize(
    ("value", "authors"),
    [
        ("Jane Doe", ("Jane Doe",)),
        ("By Jane Doe", ("Jane Doe",)),
        ("Jane Doe and John Q. Smith", ("Jane Doe", "John Q. Smith")),
        ("Jane Doe, John Smith, and Ann Lee", ("Jane Doe", "John Smith", "Ann Lee")),
        ("Jane Doe & John Smith", ("Jane Doe", "John Smith")),
        ("Doe, Jane; Smith, John", ("Doe, Jane", "Smith, John")),
        ("Doe, Jane", ("Doe, Jane",)),
        ("Sandy Alexander", ("Sandy Alexander",)),
        ("", ()),
    ],
)
def test_one_field_is_split_into_its_names(value: str, authors: tuple[str, ...]) -> None:
    assert split_authors(value) == authors


@pytest.mark.parametrize(
    ("line", "authors"),
    [
        ("By Jane Doe", ("Jane Doe",)),
        ("by: Jane Doe", ("Jane Doe",)),
        ("BY JANE DOE", ("JANE DOE",)),
        ("  By Jane Doe and John Smith Jr.  ", ("Jane Doe", "John Smith Jr.")),
        ("By Jane Doe; John Smith", ("Jane Doe", "John Smith")),
        ("by: Jane Doe | John Smith and Ann Lee", ("Jane Doe", "John Smith", "Ann Lee")),
        ("By Jane Doe, John Smith and Ann Lee", ("Jane Doe", "John Smith", "Ann Lee")),
        ("By Jane Doe; staff writer Ann Lee", ()),
        ("By Doe, Jane; Smith, John", ()),
        ("By Jane Doe, Reuters", ("Jane Doe",)),
        ("By Jane Doe, Staff Writer", ("Jane Doe",)),
        ("By Jane Doe in Berlin", ("Jane Doe",)),
        ("By Ludwig van den Berg and Inès d’Arc", ("Ludwig van den Berg", "Inès d’Arc")),
    ],
)
def test_a_line_that_is_a_byline_names_its_authors(line: str, authors: tuple[str, ...]) -> None:
    assert read_byline(line) == authors


@pytest.mark.parametrize(
    "line",
    [
        "By Friday, the water had gone down.",
        "By Friday Night",
        "By land and sea",
        "By Land and Sea",
        "By the time the boats came, Jane Doe had left.",
        "By 2030, Half of All Cars",
        "By Jane",
        "By",
        "Bystanders Jane Doe",
        "Jane Doe",
        "By Jane Doe said the bridge would stay closed",
        "By Jane Doe, " + "Ann Lee, " * 20 + "Bo Li",
        "By , ",
        "",
    ],
)
def test_a_sentence_or_headline_that_begins_with_by_is_no_byline(line: str) -> None:
    assert read_byline(line) == ()


@pytest.mark.parametrize(
    "value", ["", "one two", "A B C D E F G", "Jane 2", "Jane doe", "Jane Doe said."]
)
def test_what_has_not_the_shape_of_a_name(value: str) -> None:
    assert not is_name(value)


@settings(max_examples=40)
@given(st.text())
def test_no_string_raises(value: str) -> None:
    assert all(split_authors(value))
    read_byline("By " + value)
