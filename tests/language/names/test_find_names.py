from __future__ import annotations

import time
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nutgraf.language.names import Name, find_names
from nutgraf.language.sentences import split_sentences

WORDS = """
    Anna Berg Smith Tarn TARN River Fleet Ministry President Mr. U.S. A. III 7th iPad von German
    Monday The the of and for said Israel-Hamas Łódź 東京 é & - . , ( ) “ ” " \u2019s 's
"""


def names(text: str) -> tuple[Name, ...]:
    return find_names(text, split_sentences(text))


def forms(text: str) -> dict[str, list[str]]:
    """The mentions of each name, as printed."""
    return {name.canonical: [span.of(text) for span in name.mentions] for name in names(text)}


def kinds(text: str) -> dict[str, str]:
    return {name.canonical: name.kind for name in names(text)}


def test_full_name_title_and_surname_are_one_person() -> None:
    text = "President Maria Tarkov came. Tarkov\u2019s visit was short. No, President Tarkov said."
    assert forms(text) == {"Maria Tarkov": ["Maria Tarkov", "Tarkov", "Tarkov"]}
    assert kinds(text) == {"Maria Tarkov": "person"}


@pytest.mark.parametrize(
    ("text", "merged"),
    [
        (
            "Hanna van der Veen died. Van der Veen was 94. Dr. van der Veen\u2019s son wept.",
            {"Hanna van der Veen": ["Hanna van der Veen", "Van der Veen", "van der Veen"]},
        ),
        (
            "De Brugge left. Guy de Brugge was tired.",
            {"Guy de Brugge": ["De Brugge", "Guy de Brugge"]},
        ),
        (
            "J.K. Tarn wrote. J. K. Tarn read. Tarn slept.",
            {"J. K. Tarn": ["J.K. Tarn", "J. K. Tarn", "Tarn"]},
        ),
        ("Sir Miles Tarkov KC sat. Tarkov rose.", {"Miles Tarkov": ["Miles Tarkov", "Tarkov"]}),
        ("Then Chief Executive Mia Tarkov left.", {"Mia Tarkov": ["Mia Tarkov"]}),
    ],
)
def test_particles_initials_honours_and_offices_do_not_hide_a_surname(
    text: str, merged: dict[str, list[str]]
) -> None:
    assert forms(text) == merged


def test_a_particle_and_a_surname_are_nobody_of_another_surname() -> None:
    text = "Hanna van der Veen died. Van Veen was 94."
    assert list(forms(text)) == ["Hanna van der Veen", "Van Veen"]


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ("Target Corp. fell.", "Target Corp."),
        ("Marks & Tarkov rose.", "Marks & Tarkov"),
        ("Rival Tarkov Corp. fell.", "Tarkov Corp."),
        ("Health Ministry aides left.", "Health Ministry"),
    ],
)
def test_what_opens_a_sentence_is_part_of_a_company_where_it_needs_it(text: str, form: str) -> None:
    assert list(forms(text)) == [form]


def test_a_noble_title_makes_a_person() -> None:
    assert kinds("It was Lady Tarn who came.") == {"Lady Tarn": "person"}


def test_a_surname_before_the_full_name_belongs_to_it() -> None:
    text = "Mr Okonski was late. The bus had waited for Peter Okonski."
    assert forms(text) == {"Peter Okonski": ["Okonski", "Peter Okonski"]}


def test_a_common_word_is_a_surname_after_the_full_name() -> None:
    text = "Helen Rice runs the shop. It was Rice who opened it. They sell rice."
    assert forms(text) == {"Helen Rice": ["Helen Rice", "Rice"]}


@pytest.mark.parametrize(
    ("text", "canonical"),
    [
        ("She met Ursula von der Brandt there.", "Ursula von der Brandt"),
        ("She met L. Ron Tubbard there.", "L. Ron Tubbard"),
        ("She met John F. Brennan there.", "John F. Brennan"),
        ("She met Linda B. Monday night.", "Linda"),
        ("She met Jean-Luc Moreau there.", "Jean-Luc Moreau"),
        ("She met Sean O'Neill there.", "Sean O'Neill"),
        ("She met Ahmed al-Rashid there.", "Ahmed al-Rashid"),
        ("She met Tomáš Dvořák there.", "Tomáš Dvořák"),
        ("She met Secretary of State Marco Ruiz there.", "Marco Ruiz"),
        ("She met Sir Keith Dunmore there.", "Keith Dunmore"),
        ("She met Ukrainian Foreign Minister Oleg Danko there.", "Oleg Danko"),
        ("She met Pope Lucian there.", "Pope Lucian"),
        ("She met Queen Adela III there.", "Queen Adela III"),
    ],
)
def test_canonical_names_of_people(text: str, canonical: str) -> None:
    assert kinds(text) == {canonical: "person"}


def test_titles_divide_a_run_of_names() -> None:
    text = "Later Texas Governor Greg Marsh called Facebook CEO Nina Holt."
    assert kinds(text) == {
        "Texas": "place",
        "Greg Marsh": "person",
        "Facebook": "organization",
        "Nina Holt": "person",
    }


def test_two_people_of_one_surname_are_told_apart_by_their_title() -> None:
    text = (
        "Paul Hale and Susan Hale own the mill. Mrs Hale keeps the books. Mr Hale drives the van. "
        "On a good day Paul bakes."
    )
    assert forms(text) == {
        "Paul Hale": ["Paul Hale", "Hale", "Paul"],
        "Susan Hale": ["Susan Hale", "Hale"],
    }


def test_a_surname_alone_goes_to_the_latest_who_bears_it() -> None:
    text = "Paul Hale came. Then Susan Hale spoke. It was late when Hale left."
    assert forms(text)["Susan Hale"] == ["Susan Hale", "Hale"]


def test_a_main_figure_keeps_the_surname() -> None:
    text = (
        "Paul Hale came. " + "Then Hale spoke. " * 4 + "His wife, Susan Hale, left. Then Hale sang."
    )
    assert forms(text)["Susan Hale"] == ["Susan Hale"]


def test_initials_and_middle_names_do_not_make_another_person() -> None:
    text = "They met John F. Brennan. In May J. Brennan and John Brennan wrote. Brennan rested."
    assert list(forms(text)) == ["John F. Brennan"]


def test_father_and_son_are_two() -> None:
    text = "They met Carl Boone and Carl Boone Jr. at noon."
    assert list(forms(text)) == ["Carl Boone", "Carl Boone Jr."]


def test_acronyms_are_merged_with_the_name_they_stand_for() -> None:
    text = (
        "The International Salmon Counting Agency (ISCA) met. An ISCA paper says so. "
        "The Comision Regional (COREGI) agreed; COREGI voted."
    )
    assert forms(text) == {
        "International Salmon Counting Agency": [
            "International Salmon Counting Agency",
            "ISCA",
            "ISCA",
        ],
        "Comision Regional": ["Comision Regional", "COREGI", "COREGI"],
    }


def test_an_acronym_before_its_long_name_is_merged_too() -> None:
    text = "He joined the ILTA (International Lamp Trade Association) in spring."
    assert forms(text) == {
        "International Lamp Trade Association": ["ILTA", "International Lamp Trade Association"]
    }


def test_an_acronym_that_fits_two_names_stays_alone() -> None:
    text = "The Northern Lamp Trust and the National Lute Trust met. An NLT paper came out."
    assert forms(text)["NLT"] == ["NLT"]


def test_variants_of_a_country_are_one() -> None:
    text = (
        "The United States voted. The U.S. delegate left. He likes the US, and Britain and the UK."
    )
    assert forms(text) == {
        "United States": ["United States", "U.S.", "US"],
        "Britain": ["Britain", "UK"],
    }


def test_short_forms_go_to_the_latest_name_with_that_head() -> None:
    text = (
        "The Fisheries Commission met. In the end the Commission voted. Nobody left the commission."
    )
    assert forms(text) == {"Fisheries Commission": ["Fisheries Commission", "Commission"]}


def test_a_university_goes_by_its_head() -> None:
    text = "He left the University of Porlock. In May the University closed."
    assert list(forms(text)) == ["University of Porlock"]


def test_other_letters_in_parentheses_are_another_name() -> None:
    assert list(forms("He left the Tarn Club (BBC) then.")) == ["Tarn Club", "BBC"]


def test_a_given_name_before_the_full_name_belongs_to_it() -> None:
    text = "People like Melinda. It is Melinda Okonski who sings."
    assert forms(text) == {"Melinda Okonski": ["Melinda", "Melinda Okonski"]}


def test_a_company_goes_by_its_first_word() -> None:
    text = "Shares of Zentrix Corp. rose. Analysts like Zentrix. They knew Zentrix Corp well."
    assert len(forms(text)) == 1


def test_singular_and_plural_of_a_product_are_one() -> None:
    text = "They sell a Zorble drone. We saw Zorbles fly. More Zorbles came."
    assert forms(text) == {"Zorble": ["Zorble", "Zorbles", "Zorbles"]}


def test_accents_do_not_divide() -> None:
    assert len(names("They saw Tomáš Dvořák. Then Tomas Dvorak left.")) == 1


@pytest.mark.parametrize(
    "text",
    [
        "But he left. Earlier it rained. Interestingly, nobody came.",
        "Refusing was hard. Researchers agreed. Nationwide rules help.",
        "It was on Monday, in April, and again on Fridays.",
        "He is Russian. Ukrainian forces and South Korean ships came.",
        "He praised the Great Accomplishment of Peace and the Success of Trade.",
        "A PhD and a TV cost 90 USD. It was 5 PM. Section C follows, F. too.",
        "I\u2019m here. It\u2019s late. Don\u2019t go.",
        "He met the President and the Secretary.",
        "He met Russian and Polish envoys.",
        '")"',
        "x K. x A.-B. x pH x",
        "He said " + "Anna Berg " * 20 + "often.",
        "東京で会議が開かれた。Москва приняла закон. Встреча прошла.",
        "",
    ],
)
def test_capitals_that_are_no_names(text: str) -> None:
    assert names(text) == ()


def test_a_word_that_the_text_has_in_lower_case_is_no_name_where_it_opens_a_sentence() -> None:
    assert names("Zorbing is fun. People love zorbing.") == ()


def test_an_unknown_word_that_opens_a_sentence_is_a_name() -> None:
    assert list(forms("Veltrana has not replied.")) == ["Veltrana"]


@pytest.mark.parametrize(
    "text",
    [
        "Cyclists complained about the bridge.",
        "Cattle broke into the bay.",
        "Moviegoers broke into applause.",
        "Geese flew over the reservoir.",
        "Earnings of $2 a share topped forecasts.",
    ],
)
def test_a_common_noun_that_opens_a_sentence_is_no_name(text: str) -> None:
    assert names(text) == ()


def test_a_surname_that_is_a_noun_too_is_a_name_where_a_sentence_does_not_begin() -> None:
    assert list(forms("Drones are legal. It was up to Drones.")) == ["Drones"]


def test_an_opening_word_is_cut_off_a_name() -> None:
    assert list(forms("Critics Anna Berg and Paul Hale agreed.")) == ["Anna Berg", "Paul Hale"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("He left the Bank of England.", {"Bank of England": "organization"}),
        ("He left the University of Porlock.", {"University of Porlock": "organization"}),
        ("He left the Ministry of Fish.", {"Ministry of Fish": "organization"}),
        (
            "He left the Center for the Study of Rain.",
            {"Center for the Study of Rain": "organization"},
        ),
        ("He left Johnson & Marlowe.", {"Johnson & Marlowe": "organization"}),
        (
            "He left the Department of Health and Human Services.",
            {"Department of Health and Human Services": "organization"},
        ),
        (
            "He left the Food and Drug Administration.",
            {"Food and Drug Administration": "organization"},
        ),
        ("He left the Russian Foreign Ministry.", {"Russian Foreign Ministry": "organization"}),
        ("He left the 7th Infantry Division.", {"7th Infantry Division": "organization"}),
        ("He left King's College.", {"King's College": "organization"}),
        ("He left Marlowe's Trading Ltd again.", {"Marlowe's Trading Ltd": "organization"}),
        ("He left the band Tarn.", {"Tarn": "organization"}),
        ("He crossed the Tarn River.", {"Tarn River": "place"}),
        ("He lives in Tarn.", {"Tarn": "place"}),
        ("He lives in the town of Tarn.", {"Tarn": "place"}),
        ("He lives in Trinidad and Tobago.", {"Trinidad and Tobago": "place"}),
        ("He lives in France and Germany.", {"France": "place", "Germany": "place"}),
        ("He lives in Irvale, Texas.", {"Irvale": "place", "Texas": "place"}),
        ("He likes the Treaty of Porlock.", {"Treaty of Porlock": "other"}),
        ("He fought in World War II.", {"World War II": "other"}),
        ("He read “The Long Wet Tarn” twice.", {"The Long Wet Tarn": "other"}),
        ("He heard Karl Berg & Anna Holt.", {"Karl Berg": "person", "Anna Holt": "person"}),
        ("It is so (Okafor, 2019). So Okafor (2019) holds.", {"Okafor": "person"}),
        ("The Israel-Hamas truce holds.", {"Israel": "place", "Hamas": "organization"}),
        ("A London-based firm, pro-Texas.", {"London": "place", "Texas": "place"}),
        ("The Russia/Ukraine talks go on.", {"Russia": "place", "Ukraine": "place"}),
        ("He bought an iPad.", {"iPad": "other"}),
        ("He lives in North Tarn.", {"North Tarn": "place"}),
        ("He met “Anna Berg” there.", {"Anna Berg": "person"}),
        ("He lives in British Columbia.", {"British Columbia": "place"}),
        ("He lives in the United States of America.", {"United States of America": "place"}),
        ("He likes Success, Texas and more.", {"Texas": "place"}),
    ],
)
def test_kinds(text: str, expected: dict[str, str]) -> None:
    assert kinds(text) == expected


def test_a_thing_sold_to_a_place_is_not_part_of_its_name() -> None:
    text = "They want to sell Kyiv Zorble drones. Many Zorbles flew."
    assert forms(text) == {"Kyiv": ["Kyiv"], "Zorble": ["Zorble", "Zorbles"]}


def test_a_headline_makes_no_names_but_repeats_those_of_the_text() -> None:
    text = "Mayor Berg Opens Bridge In Tarn\n\nAnna Berg, the mayor, opened a bridge in Tarn."
    assert forms(text) == {"Anna Berg": ["Berg", "Anna Berg"], "Tarn": ["Tarn", "Tarn"]}


def test_lines_in_capitals_repeat_names_too() -> None:
    text = (
        "BERG OPENS BRIDGE IN TARN FOR US\n\nAnna Berg, the mayor, opened a bridge in Tarn today."
    )
    assert forms(text) == {"Anna Berg": ["BERG", "Anna Berg"], "Tarn": ["TARN", "Tarn"]}


def test_a_headline_gives_full_names_with_a_known_given_name() -> None:
    assert forms("Linda Tarkov Wins Golden Spoon Again") == {"Linda Tarkov": ["Linda Tarkov"]}


def test_another_language_gives_only_what_is_certain() -> None:
    text = (
        "Der Hund lief auf den Roten Platz. Gestern kam Angela Dorn mit dem Zug aus "
        "Berlin. Am Abend saß man lange vor dem Haus und sprach über das Wetter. Die "
        "Kinder spielten auf der Wiese, und der Bauer brachte Milch nach Hause."
    )
    assert list(forms(text)) == ["Angela Dorn", "Berlin"]


@given(
    st.lists(st.sampled_from([*WORDS.split(), "\n\n"]), max_size=40).map(" ".join)
    | st.text(max_size=200)
)
def test_mentions_are_ordered_apart_and_inside_the_text(text: str) -> None:
    found = names(text)
    spans = [span for name in found for span in name.mentions]
    assert all(list(name.mentions) == sorted(name.mentions) for name in found)
    assert [name.mentions[0] for name in found] == sorted(name.mentions[0] for name in found)
    ordered = sorted(spans)
    assert all(left.end <= right.start for left, right in pairwise(ordered))
    assert all(0 <= span.start < span.end <= len(text) for span in spans)


def test_time_grows_with_the_length_only() -> None:
    """Each text is hostile in its own way; quadratic time would take minutes."""
    began = time.process_time()
    for unit in (
        "Anna Berg ",
        "A. ",
        "Berg and ",
        "Anna Smith. Smith. ",
        '"Aa Bb ',
        "Aa's ",
        "Bank of ",
    ):
        names(unit * 500)
    assert time.process_time() - began < 10  # generous: a loaded machine is slow


def test_an_article_with_a_capital_inside_a_sentence_is_part_of_the_name() -> None:
    assert "The Beacon" in forms("Ida Berg reads The Beacon every day.")


def test_an_article_that_opens_the_text_after_a_dateline_is_not() -> None:
    text = "ARDEN \u2014 The Arden council met. It rained in Arden."
    assert not any(name.startswith("The") for name in forms(text))
