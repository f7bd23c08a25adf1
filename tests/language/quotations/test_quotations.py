# ruff: noqa: RUF001 - the look-alike marks are what is tested

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from nutgraf.article import Span
from nutgraf.language.names import Name
from nutgraf.language.quotations import find_quotations
from nutgraf.language.sentences import Sentence, SentenceKind, split_sentences

Said = list[tuple[str, str | None]]


def name(text: str, canonical: str, *variants: str, kind: str = "person") -> Name:
    pattern = "|".join(re.escape(form) for form in (canonical, *variants))
    spans = tuple(Span(*found.span()) for found in re.finditer(rf"\b(?:{pattern})\b", text))
    return Name(canonical, kind, spans)  # type: ignore[arg-type]  # a literal, by hand


def said(text: str, *people: str, bodies: tuple[str, ...] = ()) -> Said:
    """Read a text in which each person is known by full name and surname."""
    names = [name(text, person, person.split()[-1]) for person in people]
    names += [name(text, body, kind="organization") for body in bodies]
    found = find_quotations(text, split_sentences(text), names)
    return [(quotation.span.of(text), quotation.speaker) for quotation in found]


def speakers(text: str, *people: str, bodies: tuple[str, ...] = ()) -> list[str | None]:
    return [speaker for _, speaker in said(text, *people, bodies=bodies)]


@pytest.mark.parametrize(
    "text",
    [
        'Mara Quill said: "The pier is safe."',
        'Quill said "the pier is safe". Mara Quill left.',
        '"The pier is safe," said Mara Quill, the harbour master.',
        '"The pier is safe," Mara Quill said on Monday.',
        '"The pier is safe," Mara Quill, the harbour master, told reporters.',
        '"The pier is safe," the harbour master, Mara Quill, said.',
        '"The pier is safe," said the harbour master, Mara Quill.',
        'Mara Quill, who runs the pier, told the Bugle: "It is safe."',
        'In a statement, Mara Quill said the pier was "safe".',
        'After the storm, Mara Quill, harbour master, 51, said, "It is safe."',
        'Senior diver Mara Quill, of the school of ships, said "it is safe as ever".',
        'Minister of Education Mara Quill said a "broader debate" is needed.',
        'According to Mara Quill, the pier is "safe".',
        'The pier is "safe", according to Mara Quill.',
        'In the words of the diver, Mara Quill, "it is safe as ever".',
        'The pier was described by Mara Quill as "safe".',
        'The Bugle quoted Mara Quill as saying: "It is safe."',
        'Mara Quill defended the pier, saying: "It is safe."',
        'Mara Quill left the pier and told the crowd, "It is safe."',
        'The board met again, with Mara Quill stating: "It is safe."',
        'Mara Quill began by saying that "it is as safe as ever".',
        'Mara Quill\'s statement read: "It is safe."',
        'Mara Quill shrugged: "It is safe."',
        'Mara Quill: "It is safe."',
        'Mara Quill said the pier, "safe" for years, was shut.',
        'Mara Quill stated,\n\n"It is safe."',
        '"It is safe?" Mara Quill asked.',
        '"It is safe." — Mara Quill, harbour master',
        "„Wir gehen“, sagte Mara Quill.",
        "« Je pars », a déclaré Mara Quill.",
        "«Me voy», dijo Mara Quill.",
        'The pier is "safe", Mara Quill said.',
        'The pier is "safe" and "dry," Mara Quill said.',
        'Mara Quill, who knows Ivo Brandt, and whose boat is new, said: "It is safe."',
        'Ivo Brandt resigned, and Mara Quill, the mayor, said: "It is safe."',
        'In her book, where Mara Quill begins by saying that "it is as safe as ever".',
        'A letter by Mara Quill said, according to Mara Quill, that it is "safe".',
        'The pier, Mara Quill said, was "safe".',
        'Replying to the report Mara Quill, the envoy to Ost said: "It is safe."',
        'According to an interview with diver Mara Quill, the pier is "safe".',
    ],
)
def test_names_the_speaker_of_one_sentence(text: str) -> None:
    assert set(speakers(text, "Mara Quill")) == {"Mara Quill"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('A spokesman for Mara Quill said: "No."', "A spokesman for Mara Quill"),
        ('"No," a spokeswoman for the port said.', "a spokeswoman for the port"),
        ('"No," said Mara Quill\'s lawyer.', "Mara Quill's lawyer"),
        ('Officials say the pier is "safe".', "Officials"),
        ('The company\'s owners in their reply stated: "No."', "The company's owners"),
        ('Bo Lindqvist said: "No."', "Bo Lindqvist"),
        ('"No," police said.', "police"),
        ('The minister left, saying: "No."', "The minister"),
        ('Protesters marched, shouting "no more of this".', "Protesters"),
        ('Reports: "Pier to close"', "Reports"),
        ('Brandt left and the mayor said: "No."', "the mayor"),
        ('Later officials said: "No."', "officials"),
        ('The mayor, who had slept, said: "No."', "The mayor"),
        ('On Monday, the old mayor, who had slept, said: "No."', "the old mayor"),
        ('Mothers and fathers said: "No."', "Mothers and fathers"),
        ('"No," said the mayor on Monday.', "the mayor"),
        ('The "slow" pier works, officials told the Bugle.', "officials"),
        ('Mara Quill, the mayor, left. "No," the old mayor said.', "the old mayor"),
        ('Following the visit the old mayor said: "No."', "the old mayor"),
        ('After meeting Mara Quill, the envoy of Ost said: "No."', "the envoy of Ost"),
        ('The pier works ("slowly", the mayor said).', "the mayor"),
    ],
)
def test_takes_the_words_as_they_stand_where_no_name_is_known(text: str, expected: str) -> None:
    assert speakers(text, "Mara Quill") == [expected]


def test_an_organisation_speaks_under_its_name() -> None:
    text = 'The Harbour Board noted, "It is safe." It added: "Come."'
    assert speakers(text, bodies=("Harbour Board",)) == ["Harbour Board"] * 2


@pytest.mark.parametrize(
    "text",
    [
        'Mara Quill met Ivo Brandt. She said: "Good."',
        'Mara Quill met Ivo Brandt. "Good," she said.',
        'Quill came after Ivo Brandt left. Mara Quill said: "Good."',
        'Tom Hale sat with Ms Quill. "Good," she said.',
        'Mara Quill, the mayor, met Ivo Brandt. "Good," the mayor said.',
        'Mara Quill said it was late. "Good," she said. "Fine."',
        'Her letter came. It was from Mara Quill. Her statement read: "Good."',
    ],
)
def test_a_pronoun_or_title_stands_for_the_fitting_name(text: str) -> None:
    assert set(speakers(text, "Mara Quill", "Ivo Brandt", "Tom Hale")) == {"Mara Quill"}
    assert set(speakers(text, "Mara Quill", "Ivo Brandt")) == {"Mara Quill"}


def test_a_pronoun_goes_on_from_sentence_to_sentence() -> None:
    text = (
        "Ivo Brandt ran the ferry. He met Tom Hale there. He met Al Roe, too. "
        'He was glad. He said: "Good." '
    )
    assert speakers(text, "Ivo Brandt", "Tom Hale", "Al Roe") == ["Ivo Brandt"]


def test_a_pronoun_may_follow_its_verb_or_start_the_sentence() -> None:
    text = 'Mara Quill came. "Good," said she. She left, saying: "Fine."'
    assert speakers(text, "Mara Quill") == ["Mara Quill"] * 2


@pytest.mark.parametrize(
    ("tag", "expected"),
    [
        ("Mara Quill asked.", "Mara Quill"),
        ("Mara Quill asked on Monday.", "Mara Quill"),
        ("asked Mara Quill.", "Mara Quill"),
        ("— Mara Quill", "Mara Quill"),
        ("Mara Quill said the rain was bad.", None),
        ("It rained.", None),
    ],
)
def test_a_tag_counts_even_where_it_was_split_off(tag: str, expected: str | None) -> None:
    text = f'"Is it safe?" {tag}'
    split = (
        Sentence(1, Span(0, 13), SentenceKind.SENTENCE, 0),
        Sentence(2, Span(14, len(text)), SentenceKind.SENTENCE, 0),
    )
    (found,) = find_quotations(text, split, [name(text, "Mara Quill")])
    assert found.speaker == expected


def test_a_pronoun_without_any_name_stays_as_it_stands() -> None:
    assert speakers('"Good," she said. "They left," they said. "Fine," I said.') == [
        "she",
        "they",
        "I",
    ]


def test_the_second_mention_of_an_unknown_name_means_the_first() -> None:
    text = '"Good," Maria Olsen said. "Fine," Olsen added. "Well," she said.'
    assert speakers(text) == ["Maria Olsen"] * 3


def test_an_interrupted_quotation_is_two_records_of_one_speaker() -> None:
    text = '"I think," Mara Quill said, "that we are late." She left.'
    assert said(text, "Mara Quill") == [
        ("I think,", "Mara Quill"),
        ("that we are late.", "Mara Quill"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        '"We go," Mara Quill said. "It is late."',
        '"We go," Mara Quill said. "It is late."\n\n"The ferry waits."',
        'Mara Quill said she was glad. "We go. It is late."',
        'Mara Quill said she was glad.\n\n"We go. It is late."',
        'Mara Quill said: "We go.\n\n"It is late," she said.',
        'Mara Quill said: "We go.\n\n"It is late."',
        '"We go," Mara Quill said, "not yet."',
        'Brandt wept.\n\nMara Quill said: "No." It rained.\n\nMara Quill smiled. "It is late."',
        'Mara Quill smiled. "We go. It is late."',
        '"We go," Mara Quill said. The hall was cold. "It is late."',
        'Mara Quill said it "must go": "The pier is old."',
    ],
)
def test_a_quotation_without_a_tag_carries_the_speaker_over(text: str) -> None:
    assert set(speakers(text, "Mara Quill", "Ivo Brandt")) == {"Mara Quill"}
    assert set(speakers(text, "Mara Quill", "Ivo Brandt")) == {"Mara Quill"}


def test_a_heading_or_an_unrelated_paragraph_carries_nobody_over() -> None:
    text = 'Brandt says no\n\n"We go. It is late."\n\nThe rain fell.\n\n"Who is there?"'
    assert speakers(text, "Ivo Brandt") == [None, None]


@pytest.mark.parametrize(
    "text",
    [
        'The novel "Blue Hours" sold well.',
        'Mara Quill said her film "The Long Wave" was done.',
        'Mara Quill said the plan, known as "slow water", was done.',
        'A scheme called "homes first" began.',
        'Ivo "Ox" Brandt came.',
        'The "smart" pier was shut.',
        'She was told "no".',
        'The pier ("the old lady") was shut.',
        'The "slow" pier, it is said, was shut.',
        'The "slow" pier has continued, the board is sure.',
        '"Slow" and the rest of it',
        'The claimed "slow" pier. His claims "slow" it.',
        'In town, said: "slow" it is.',
        'In town said: "slow" it is.',
        'So said: "slow" it is.',
        'After Monday said: "slow" it is.',
        'The rain fell. "Slow it is."',
        'Nobody I know said "slow".',
        'That, and said "slow", too.',
        '"Slow", said on Monday.',
        '"Slow" and said.',
        '"Slow", which Mara Quill said, too.',
        '"Slow", telling the mayor.',
        'At last: "Slow".',
        'According to: "slow"',
        '"The" said "slow".',
        'It was said "slow" by',
    ],
)
def test_titles_terms_and_scare_quotes_have_no_speaker(text: str) -> None:
    assert set(speakers(text, "Mara Quill", "Ivo Brandt")) == {None}


def test_words_inside_a_quotation_belong_to_its_speaker_or_to_whom_it_names() -> None:
    text = (
        "\"It is 'over',\" Mara Quill said. \"Brandt told me: 'Go.' He said 'now'. I said 'no'.\""
    )
    inner = dict(said(text, "Mara Quill", "Ivo Brandt"))
    assert [inner["over"], inner["Go."], inner["now"], inner["no"]] == [
        "Mara Quill",
        "Ivo Brandt",
        "Ivo Brandt",
        "Mara Quill",
    ]


@pytest.mark.parametrize(
    ("before", "speaker"),
    [
        ("Ivo would dig. He", "Ivo Brandt"),
        ("Ivo would dig. She", None),  # "Mr" says what Ivo is
        ("Ivo would dig. They", None),
        ("I met Ivo and Ada. He", None),  # one of two
        ("It was late. He", None),  # nobody whom she named
    ],
)
def test_a_pronoun_of_a_speaker_stands_for_the_one_person_spoken_of(
    before: str, speaker: str | None
) -> None:
    text = (
        "Mr Ivo Brandt and Ada Bell had left.\n\n"
        f'"It is late," Mara Quill said. "{before} shouted, \'Follow my light.\'"'
    )
    people = ("Mara Quill", "Ivo Brandt", "Ada Bell")
    names = [name(text, person, person.split()[0]) for person in people]
    found = find_quotations(text, split_sentences(text), names)
    inner = {quotation.span.of(text): quotation.speaker for quotation in found}
    assert inner["Follow my light."] == speaker


def direct(text: str) -> list[bool]:
    return [one.direct for one in find_quotations(text, split_sentences(text), ())]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('"We are late," she said.', True),
        ('She said: "we are late again".', True),
        ('She said "we are late again".', True),
        ('"No."', True),
        ("„Wir gehen“, sagte er.", True),
        ('She said it was "late".', False),
        ('She said the "very late" ferry came.', False),
        ('The novel "Blue Hours" sold.', False),
    ],
)
def test_direct_means_a_whole_clause(text: str, expected: bool) -> None:
    assert direct(text) == [expected]


def test_the_speaker_span_says_where_the_speaker_is_named() -> None:
    text = 'Mara Quill left. "We go," she said.'
    (found,) = find_quotations(text, split_sentences(text), [name(text, "Mara Quill")])
    assert found.speaker_span is not None
    assert found.speaker_span.of(text) == "she"


def test_a_text_without_sentences_is_read_as_one() -> None:
    text = 'Mara Quill said: "No."'
    (found,) = find_quotations(text, (), ())
    assert (found.span.of(text), found.speaker) == ("No.", "Mara Quill")


_MARKS_AND_WORDS = """
    " “ ” ' ’ « » „ 「 」 `` . , : ( ) — Mara Quill she said told called by the a Q: his statement
    saying was that 6 s 🐦 é dit - according to
"""
_PIECES = st.sampled_from(["\n\n", " ", ". ", "\0", "Mara Quill", *_MARKS_AND_WORDS.split()])


@settings(derandomize=True)
@given(st.one_of(st.text(max_size=60), st.lists(_PIECES, max_size=40).map("".join)))
def test_any_text_gives_spans_inside_it_and_speakers_with_their_place(text: str) -> None:
    names = [name(text, "Mara Quill")]
    found = find_quotations(text, split_sentences(text), names)
    assert list(found) == sorted(found, key=lambda one: (one.span.start, -one.span.end))
    for one in found:
        assert 0 <= one.span.start < one.span.end <= len(text)
        assert one.span.of(text) == one.span.of(text).strip()
        assert (one.speaker is None) == (one.speaker_span is None)


def test_endless_marks_and_tags_are_read_in_no_time() -> None:
    text = "\"a 'b «c " * 500 + 'she said "x" and ' * 100
    assert len(find_quotations(text, split_sentences(text), ())) > 300


@pytest.mark.parametrize(
    "text",
    [
        '"We were close," one of the mediators said. "We had it." The mediator was Emil Sand.',
        'A man told how it went. "It broke," he said. He was Emil Sand, the caretaker.',
        '"I saw it," their coach said. "It was in." That was Emil Sand, who was booked.',
        '"I will," said a voice. "Until later." It belonged to Emil Sand.',
        '"I heard the wind. It frightened me."\n\nSo Emil Sand described the night.',
    ],
)
def test_a_speaker_may_be_named_in_the_sentence_behind(text: str) -> None:
    assert set(speakers(text, "Emil Sand")) == {"Emil Sand"}


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ('"I saw it," their coach said. That was Emil Sand\'s idea.', "their coach"),
        ('"I saw it," their coach said. That was Emil Sand who called.', "their coach"),
        ('"I saw it," their coach said. The referee was Emil Sand.', "their coach"),
        ('"I saw it," the report says. He was Emil Sand.', "the report"),
        ('"I saw it," their coach said. That was before noon.', "their coach"),
        ('"I saw it," their coach said. Emil Sand left.', "their coach"),
        ('"I saw it," their coach said.', "their coach"),
        ('"I saw it," said Ada Bell. That was Emil Sand, she added.', "Ada Bell"),
    ],
)
def test_a_sentence_behind_that_names_somebody_else(text: str, speaker: str) -> None:
    assert speakers(text, "Emil Sand", "Ada Bell") == [speaker]


def test_a_word_that_joins_is_no_speaker() -> None:
    text = '"We will close it in May," Ida Brandt said. And: "Nobody asked us."'
    assert speakers(text, "Ida Brandt") == ["Ida Brandt", "Ida Brandt"]


def test_a_statement_is_its_authors_behind_the_verb_too() -> None:
    text = 'Ida Brandt, the mayor, gave no reason. "We asked for time," said her statement.'
    assert speakers(text, "Ida Brandt") == ["Ida Brandt"]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ('Mara Quill called this "the dearest shrug in town". Nobody laughed.', "Mara Quill"),
        ('Mara Quill put the number at "4,000, and that is little".', "Mara Quill"),
        ('Mara Quill put it like this: "Rope is cheap."', "Mara Quill"),
        ('"Rope is cheap," as Mara Quill put it.', "Mara Quill"),
        ('Mara Quill put the rope on "the old hook".', None),
        ('* Mara Quill confirms "early talks", says no price agreed', "Mara Quill"),
        ('She, Mara Quill, denied it in a letter to a boy who had asked: "Never."', "Mara Quill"),
        ('Close to the gate it was Mara Quill who asked: "Why?"', "Mara Quill"),
        ('It was a clerk in a hurry who asked: "Why?"', "a clerk"),
    ],
)
def test_other_ways_to_say_whose_words_they_are(text: str, speaker: str | None) -> None:
    assert speakers(text, "Mara Quill") == [speaker]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ('Mara Quill wrote to all owners. "All is well," the e-mail said.', "Mara Quill"),
        ('The sea was calm. "All is well," the e-mail said.', "the e-mail"),
        ('Mara Quill wrote to us.\n\n"All is well," the e-mail said.', "the e-mail"),
        ('Mara Quill wrote to us. "All is well," the judge said.', "the judge"),
        ('Mara Quill wrote to us. "All is well," a letter said.', "a letter"),
    ],
)
def test_what_somebody_wrote_speaks_for_its_author(text: str, speaker: str) -> None:
    assert speakers(text, "Mara Quill") == [speaker]


def test_a_role_names_whoever_is_given_with_it_behind_even_if_not_known_for_a_person() -> None:
    text = '"We were close," one of the mediators said. The mediator was Emil Sand, a judge.'
    names = [name(text, "Emil Sand", kind="other")]
    [quotation] = find_quotations(text, split_sentences(text), names)
    assert quotation.speaker == "Emil Sand"
