"""Who speaks where two people answer each other in paragraphs of their own."""

from __future__ import annotations

import re

import pytest

from nutgraf.article import Span
from nutgraf.language.names import Name
from nutgraf.language.quotations import find_quotations
from nutgraf.language.sentences import split_sentences

PEOPLE = ("Mara Quill", "Ivo Brandt", "Ada Bell")


def speakers(*paragraphs: str) -> list[str | None]:
    text = "\n\n".join(paragraphs)
    names = [
        Name(who, "person", tuple(Span(*found.span()) for found in re.finditer(who, text)))
        for who in PEOPLE
    ]
    return [found.speaker for found in find_quotations(text, split_sentences(text), names)]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ('"I had not," Mara Quill replied.', '"Then it was open," said Ivo Brandt.'),
        ('"I had not," Mara Quill said.', '"Was it open, then?" said Ivo Brandt.'),
        ('"Had you?" Mara Quill said.', '"Not then," said Ivo Brandt.'),
    ],
)
def test_the_third_of_three_turns_is_the_first_speakers(first: str, second: str) -> None:
    assert speakers(first, second, '"It was shut, I think."') == [
        "Mara Quill",
        "Ivo Brandt",
        "Mara Quill",
    ]


def test_turns_go_on_and_a_turn_may_have_several_quotations() -> None:
    told = speakers(
        '"Had you?" Mara Quill asked.',
        '"Not then," said Ivo Brandt. "It was late."',
        '"It was noon." The clock struck. "It was noon sharp."',
        '"It was dark, all the same."',
        '"You are blind," Ada Bell said.',
        '"So they say."',
    )
    assert told == [
        "Mara Quill",
        "Ivo Brandt",
        "Ivo Brandt",
        "Mara Quill",
        "Mara Quill",
        "Ivo Brandt",
        "Ada Bell",
        "Ada Bell",  # a third speaker ends it
    ]


@pytest.mark.parametrize(
    "paragraphs",
    [
        # Nobody answers: in the news a new paragraph mostly goes on with the last speaker.
        ('"It is shut," Mara Quill said.', '"It leaks," Ivo Brandt said.', '"It always did."'),
        ('"It is shut," Mara Quill said.', '"Had you seen it?" Mara Quill asked.', '"I had not."'),
        # No turn of its own, or something between.
        ('"Had you?" Mara Quill asked. It was late.', '"No," said Ivo Brandt. "I had not."'),
        (
            '"Had you?" Mara Quill asked.',
            'The clock struck. "No," said Ivo Brandt.',
            '"I had not."',
        ),
    ],
)
def test_without_an_exchange_the_last_speaker_goes_on(paragraphs: tuple[str, ...]) -> None:
    assert len(set(speakers(*paragraphs)[-2:])) == 1
