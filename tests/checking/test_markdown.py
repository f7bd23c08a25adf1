from __future__ import annotations

import pytest

from nutgraf.checking.markdown import looks_like_markdown, read_markdown

SUMMARY = """---
model: some
---
# The *old* ship

The ship **sails** again
on [Monday](https://example.org/a_(b)). It is _old_.

> ## Why
> Nobody pays \\*enough\\*.

* [x] The `Marigold` is shut,
  says the town.
1. It costs ~~a lot~~ much.

Setext
------

```
print("code")
```

| a | b |
[1]: https://example.org
**In short:**
"""


def said(text: str) -> list[tuple[str, str | None]]:
    return [(part.words.text, part.skipped) for part in read_markdown(text)]


def test_blocks_are_told_apart_and_marks_are_taken_off() -> None:
    assert said(SUMMARY) == [
        ("The old ship", "heading"),
        ("The ship sails again on Monday.", None),
        ("It is old.", None),
        ("Why", "heading"),
        ("Nobody pays *enough*.", None),
        ("The Marigold is shut, says the town.", None),
        ("It costs a lot much.", None),
        ("Setext", "heading"),
        ('print("code")', "code"),
        ("| a | b |", "table"),
        ("[1]: https://example.org", "link target"),
        ("In short:", "heading"),
    ]


def test_every_statement_has_its_place_in_the_file() -> None:
    parts = {part.words.text: part.words for part in read_markdown(SUMMARY)}
    words = parts["The ship sails again on Monday."]
    assert words.span.of(SUMMARY).startswith("The ship **sails** again\non [Monday]")
    at = words.text.index("Monday")
    assert SUMMARY[words.starts[at] :].startswith("Monday](")
    item = parts["The Marigold is shut, says the town."]
    assert item.span.of(SUMMARY) == "The `Marigold` is shut,\n  says the town."


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("***The ship*** sails.", "The ship sails."),
        ("The <b>ship</b> sails.", "The ship sails."),
        ("The ship sails<!-- not so -->.", "The ship sails."),
        ("See <https://example.org> for ships.", "See https://example.org for ships."),
        ("![The ship](ship.png) sails.", "The ship sails."),
        ("The [old [grey]][1] ship sails.", "The old [grey] ship sails."),
        ("It costs 2 * 3 * 4 euros.", "It costs 2 * 3 * 4 euros."),
        ("The file_name_here is old.", "The file_name_here is old."),
    ],
)
def test_marks_inside_a_line(text: str, plain: str) -> None:
    assert said(text) == [(plain, None)]


def test_a_fence_is_closed_only_by_its_own_mark() -> None:
    text = "~~~\nOne two three four.\n```\n~~~\nThe ship sails."
    assert said(text) == [
        ("One two three four.", "code"),
        ("```", "code"),
        ("The ship sails.", None),
    ]


def test_a_blank_line_in_code_is_nothing() -> None:
    text = "```\nfirst = 1\n\nsecond = 2\n```\nThe ship sails."
    assert said(text) == [
        ("first = 1", "code"),
        ("second = 2", "code"),
        ("The ship sails.", None),
    ]


def test_what_holds_no_words_is_left_out() -> None:
    assert said("#\n\n---\n\n\n* * *\n===\n") == [("#", "heading")]


@pytest.mark.parametrize(
    ("text", "is_markdown"),
    [
        ("# Ships\n", True),
        ("> The ship.", True),
        ("It is **old** now.", True),
        ("A [ship](https://example.org).", True),
        ("- The ship sails.", False),
        ("#1 in the list, 2 ** 3", False),
    ],
)
def test_marks_that_nobody_writes_in_plain_text_tell_markdown(text: str, is_markdown: bool) -> None:
    assert looks_like_markdown(text) is is_markdown


def test_a_heading_that_is_only_a_picture_says_nothing() -> None:
    assert said("# ![](logo.png)\n\nThe ship sails again.") == [("The ship sails again.", None)]
