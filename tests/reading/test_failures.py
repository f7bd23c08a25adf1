"""Guards around the libraries that read file formats."""

import logging

import pytest

from nutgraf.errors import ArticleError, ConfigError
from nutgraf.reading.failures import importing, reading_with


def test_a_missing_library_is_named_with_what_to_install() -> None:
    with (
        pytest.raises(ConfigError) as caught,
        importing("pypdf", "a.pdf", "nutgraf[documents]"),
    ):
        raise ImportError
    assert str(caught.value) == (
        'a.pdf: reading it needs pypdf; run pip install "nutgraf[documents]"'
    )


def test_any_failure_of_a_library_becomes_our_error_without_its_words() -> None:
    with pytest.raises(ArticleError) as caught, reading_with("pypdf", "a.pdf", "a PDF"):
        raise KeyError("words of the article")
    assert str(caught.value) == (
        "a.pdf: pypdf cannot read it as a PDF (KeyError); check that the file is whole, or save it "
        "as plain text"
    )


def test_our_own_errors_pass() -> None:
    with pytest.raises(ArticleError, match="as it is"), reading_with("pypdf", "a.pdf", "a PDF"):
        raise ArticleError("as it is")


def test_nothing_is_left_on_the_librarys_logger() -> None:
    before = list(logging.getLogger("pypdf").handlers)
    with reading_with("pypdf", "a.pdf", "a PDF"):
        assert len(logging.getLogger("pypdf").handlers) == len(before) + 1
    assert logging.getLogger("pypdf").handlers == before
