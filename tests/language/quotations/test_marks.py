# ruff: noqa: RUF001 - the look-alike marks are what is tested

import re
from itertools import pairwise

import pytest

from nutgraf.article import Span
from nutgraf.language.quotations.marks import Quoted, find_quoted


def read(text: str) -> list[str]:
    return [quoted.inner.of(text) for quoted in stretches(text)]


def stretches(text: str) -> tuple[Quoted, ...]:
    breaks = [0, *(found.end() for found in re.finditer(r"\n\n", text)), len(text)]
    paragraphs = [Span(a, b) for a, b in pairwise(breaks)]
    ends = [found.end() for found in re.finditer(r"[.!?](?=\s|$)", text)]
    return find_quoted(text, paragraphs, ends)


@pytest.mark.parametrize(
    "text",
    [
        '"Gulls sing", he said.',
        "“Gulls sing”, he said.",
        '“Gulls sing", he said.',
        "„Gulls sing“, sagte er.",
        "„Gulls sing”, powiedział.",
        "«Gulls sing», dijo.",
        "« Gulls sing », dit-il.",
        "»Gulls sing«, sagte er.",
        "”Gulls sing”, skrev han.",
        "‹Gulls sing›, said he.",
        "‘Gulls sing’, he said.",
        "'Gulls sing', he said.",
        "‚Gulls sing‘, sagte er.",
        "``Gulls sing'', he said.",
        "他说：“Gulls sing”。",
        "「Gulls sing」と言った。",
        "『Gulls sing』と言った。",
        "《Gulls sing》是一本书。",
        '" Gulls sing " , he said.',
        'He said:"Gulls sing",then left.',
        'He said ("Gulls sing").',
        '*"Gulls sing"*, he said.',
    ],
)
def test_reads_the_marks_of_many_languages(text: str) -> None:
    assert read(text) == ["Gulls sing"]


@pytest.mark.parametrize(
    "text",
    [
        "The keeper's dog and the boys' club",
        "Rock 'n' roll, the '90s and ’tis the season",
        "Smith 's dog",
        "She is 5'10\" tall and 6' from the wall",
        'A 6" pipe and a 4"x2" plank',
        "26° 4' 12\" north",
        "Close it ” now",
        'An empty "" pair and "..." dots',
        "''",
        "A stray ‘ mark and a ’mark",
        "He was 'bout to leave",
    ],
)
def test_apostrophes_measures_and_strays_are_no_quotations(text: str) -> None:
    assert read(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("'The workers' rights count,' he said.", ["The workers' rights count,"]),
        ("the 'workers' of it", ["workers"]),
        ('"A 6" pipe is enough," he said.', ['A 6" pipe is enough,']),
        ("‘It’s ours,’ she said, ‘isn’t it?’", ["It’s ours,", "isn’t it?"]),
    ],
)
def test_a_doubtful_closing_mark_yields_to_a_certain_one(text: str, expected: list[str]) -> None:
    assert read(text) == expected


def test_brackets_and_ellipses_stay_inside() -> None:
    assert read('"[T]he gulls ... [and] terns […] sing," he said.') == [
        "[T]he gulls ... [and] terns […] sing,"
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("\"He told me 'go home' twice,\" she said.", [0, 1]),
        ('"Call it "luck", or not," she said.', [0, 1]),
        ("« Il a dit « non » hier »", [0, 1]),
        ('"One" and "two"', [0, 0]),
    ],
)
def test_depth_tells_a_quotation_inside_another(text: str, expected: list[int]) -> None:
    found = stretches(text)
    assert [one.depth for one in found] == expected


def test_each_paragraph_opens_and_only_the_last_closes() -> None:
    text = '"We began early.\n\n"It rained.\n\n"We went on." That was all.'
    assert read(text) == ["We began early.", "It rained.", "We went on."]
    assert [one.continues for one in stretches(text)] == [False, True, True]


def test_french_opens_the_next_paragraph_with_a_closing_mark() -> None:
    text = "« Il pleut.\n\n» Il neige », dit-elle."
    assert read(text) == ["Il pleut.", "Il neige"]


def test_single_marks_may_run_over_paragraphs_too() -> None:
    assert read("‘We began.\n\n‘We ended.’") == ["We began.", "We ended."]


def test_a_paragraph_without_an_opening_mark_may_close_the_one_before() -> None:
    text = 'She said, "We began.\n\nWe ended." Then she left.'
    assert read(text) == ["We began.", "We ended."]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('She said, "We began\n\nIt rained. "Fine."', ["We began", "Fine."]),
        ('He said, "I think so. She added: "Yes."', ["I think so.", "Yes."]),
        ('The "comet was new, and "dust" too', ["comet was new, and", "dust"]),
        ("A \"dog's 'life\" it was", ["dog's 'life"]),
    ],
)
def test_a_mark_that_never_closes_swallows_no_more_than_its_paragraph(
    text: str, expected: list[str]
) -> None:
    assert read(text) == expected


def test_endless_opening_marks_are_given_up() -> None:
    text = '"a ' * 40
    assert read(text) == ["a"] * 40
