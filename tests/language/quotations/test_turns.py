import re

from nutgraf.article import Span
from nutgraf.language.names import Name
from nutgraf.language.quotations import find_quotations
from nutgraf.language.sentences import split_sentences


def said(text: str, names: tuple[Name, ...] = ()) -> list[tuple[str, str | None]]:
    found = find_quotations(text, split_sentences(text), names)
    return [(one.span.of(text), one.speaker) for one in found]


def test_labelled_paragraphs_of_an_interview_are_turns() -> None:
    text = (
        "We met at the pier.\n\nBugle: How is the pier?\n\n**Mara Quill:** It is old.\n\n"
        "It will stay.\n\nBugle: Why?\n\nQUILL: We like it."
    )
    names = (Name("Mara Quill", "person", (Span(text.index("Mara"), text.index(":**")),)),)
    assert said(text, names) == [
        ("How is the pier?", "Bugle"),
        ("It is old.", "Mara Quill"),
        ("It will stay.", "Mara Quill"),
        ("Why?", "Bugle"),
        ("We like it.", "Mara Quill"),
    ]


def test_question_and_answer_labels_stand_as_they_are() -> None:
    text = "Q: How?\n\nA: So.\n\nQ: Why?\n\nA: Because."
    assert [speaker for _, speaker in said(text)] == ["Q", "A", "Q", "A"]


def test_words_between_marks_inside_a_turn_are_its_speakers() -> None:
    text = 'Ann: The "slow" pier.\n\nBob: Yes.\n\nAnn: So.\n\nBob: "No, it is not."'
    assert said(text) == [
        ('The "slow" pier.', "Ann"),
        ("slow", "Ann"),
        ("Yes.", "Bob"),
        ("So.", "Ann"),
        ("No, it is not.", "Bob"),
    ]


def test_notes_captions_and_single_labels_are_no_interview() -> None:
    assert said("Image: Ann.\n\nImage: Bob.\n\nSource: us.\n\nNote: fine.\n\nPhoto: x.") == []
    assert said("Ann: a.\n\nAnn: b.\n\nAnn: c.\n\nAnn: d.") == []
    assert said("Ann: a.\n\nBob: b.\n\nCy: c.\n\nDee: d.") == []


def test_an_announced_paragraph_is_its_announcers() -> None:
    text = "Mara Quill's full statement on the storm:\n\nThe pier is safe. “Nearly” safe."
    names = (Name("Mara Quill", "person", (Span(0, 10),)),)
    assert said(text, names) == [
        ("The pier is safe. “Nearly” safe.", "Mara Quill"),
        ("Nearly", "Mara Quill"),
    ]


def test_an_announcement_may_end_in_a_verb_or_name_its_source() -> None:
    assert said("It rained. Mara Quill wrote:\n\nThe pier is safe, as ever.") == [
        ("The pier is safe, as ever.", "Mara Quill")
    ]
    assert said("Here is the statement from Mara Quill:\n\nThe pier is safe, as ever.") == [
        ("The pier is safe, as ever.", "Mara Quill")
    ]


def test_lists_marked_words_and_plain_colons_are_not_announced() -> None:
    assert said("Mara Quill wrote:\n\n- one\n\n- two") == []
    assert said("There were three reasons:\n\nThe pier is old, and so on.") == []
    assert said('Mara Quill wrote:\n\n"The pier is safe."') == [("The pier is safe.", "Mara Quill")]
    assert said("***:\n\nThe pier is safe, as ever.") == []


def test_he_and_she_in_a_turn_are_others_than_its_speaker() -> None:
    text = (
        "We met Mara Quill.\n\nBugle: Why?\n\nMara Quill: He came up and he said, “It is late.”\n\n"
        "Bugle: And?\n\nMara Quill: I said, “It is.”"
    )
    spans = tuple(Span(*found.span()) for found in re.finditer("Mara Quill", text))
    found = dict(said(text, (Name("Mara Quill", "person", spans),)))
    assert found["It is late."] is None
    assert found["It is."] == "Mara Quill"
