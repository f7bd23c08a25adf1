"""Lines and blocks of text."""

import pytest

from nutgraf.reading.blocks import ends_sentence, join_blocks


def test_paragraphs_are_set_apart_and_items_and_rows_kept_together() -> None:
    blocks = [
        "The limits are:",
        "- one",
        "- two",
        " ",
        "| a | b |",
        "| c | d |",
        "1. first",
        "2. last",
    ]
    assert join_blocks(blocks) == (
        "The limits are:\n\n- one\n- two\n\n| a | b |\n| c | d |\n\n1. first\n2. last"
    )


def test_blank_blocks_give_nothing() -> None:
    assert join_blocks(["", " \n"]) == ""


@pytest.mark.parametrize(
    "line", ["It held.", "It held.” ", "Did it?", "(It did!)", "The limits are:"]
)
def test_a_line_that_ends_a_sentence(line: str) -> None:
    assert ends_sentence(line)


@pytest.mark.parametrize("line", ["Bridge reopens", "a storm tore two,", ""])
def test_a_line_that_does_not(line: str) -> None:
    assert not ends_sentence(line)
