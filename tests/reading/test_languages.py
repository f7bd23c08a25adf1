"""Codes and names of languages."""

import pytest

from nutgraf.reading.languages import language_code


@pytest.mark.parametrize(
    ("value", "code"),
    [
        ("en", "en"),
        (" EN ", "en"),
        ("en-GB", "en"),
        ("en_US.UTF-8", "en"),
        ("zh-Hant-TW", "zh"),
        ("eng", "en"),
        ("ger", "de"),
        ("English", "en"),
        ("français", "fr"),
        ("日本語", "ja"),
        ("no", "no"),
        ("xyz", None),
        ("Klingon", None),
        ("the last frontier", None),
        ("", None),
    ],
)
def test_a_tag_or_a_name_gives_its_two_letter_code(value: str, code: str | None) -> None:
    assert language_code(value) == code
