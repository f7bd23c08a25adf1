from __future__ import annotations

from pathlib import Path

import pytest
from tests.support.articles import BRIDGE

from nutgraf.errors import ArticleError
from nutgraf.reading.sources import as_article, looks_like_a_file


def test_an_article_is_given_back_as_it_is() -> None:
    assert as_article(BRIDGE) is BRIDGE


def test_a_string_is_the_text() -> None:
    article = as_article(BRIDGE.text)
    assert article.text.startswith("The Kell Street bridge")
    assert article.source is None


def test_a_path_is_read(tmp_path: Path) -> None:
    path = tmp_path / "story.txt"
    path.write_text(f"Title: Shut\n\n{BRIDGE.text}", encoding="utf-8")
    article = as_article(path)
    assert article.title == "Shut"
    assert article.source == str(path)


def test_a_string_that_looks_like_a_file_is_refused() -> None:
    with pytest.raises(ArticleError, match=r"pathlib\.Path"):
        as_article("story.txt")


@pytest.mark.parametrize(
    ("text", "is_a_file"),
    [
        ("story.txt", True),
        (" stories/one.MD\n", True),
        ("answer.json", True),
        ("", False),
        (" \n", False),
        ("The file is story.txt", False),
        ("Rain.", False),
        ("3.5", False),
    ],
)
def test_only_a_single_word_with_a_known_ending_looks_like_a_file(
    text: str, is_a_file: bool
) -> None:
    assert looks_like_a_file(text) is is_a_file
