from __future__ import annotations

import time
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nutgraf.language.figures import (
    Figure,
    FigureKind,
    Qualifier,
    carries,
    find_figures,
    has_no_unit,
    may_be_one_unit,
    same_amount,
    same_number,
)
from nutgraf.language.figures.notation import in_english_notation

K = FigureKind
Row = tuple[str, str, str, str | None, FigureKind]

# text, what is found in it, its value, unit and kind
AMOUNTS: tuple[Row, ...] = (
    ("a million and a half people", "a million and a half", "1500000", "people", K.COUNT),
    ("one and a half million voters", "one and a half million", "1500000", "voters", K.COUNT),
    ("1.5 million hens", "1.5 million", "1500000", "hens", K.COUNT),
    ("1,500,000 hens", "1,500,000", "1500000", "hens", K.COUNT),
    ("15,00,000 hens", "15,00,000", "1500000", "hens", K.COUNT),
    ("1 500 000 hens", "1 500 000", "1500000", "hens", K.COUNT),
    ("1\u202f500 hens", "1\u202f500", "1500", "hens", K.COUNT),
    ("1.500.000,5 litres", "1.500.000,5 litres", "1500000.5", "l", K.VOLUME),
    ("3,5 million", "3,5 million", "3500000", None, K.COUNT),
    ("two hundred and six men", "two hundred and six", "206", "men", K.COUNT),
    ("ninety-nine thousand and one nights", "ninety-nine thousand and one", "99001", "nights",
     K.COUNT),
    ("two million three hundred thousand", "two million three hundred thousand", "2300000", None,
     K.COUNT),
    ("a dozen eggs", "a dozen", "12", "eggs", K.COUNT),
    ("two dozen men", "two dozen", "24", "men", K.COUNT),
    ("half a dozen eggs", "half a dozen", "6", "eggs", K.COUNT),
    ("3 lakh voters", "3 lakh", "300000", "voters", K.COUNT),
    ("3m people fled", "3m", "3000000", "people", K.COUNT),
    ("a quarter of a million bees", "a quarter of a million", "250000", "bees", K.COUNT),
    ("three quarters of a million bees", "three quarters of a million", "750000", "bees", K.COUNT),
    ("two and three quarters million", "two and three quarters million", "2750000", None, K.COUNT),
    ("two and a quarter miles", "two and a quarter miles", "2.25", "mi", K.DISTANCE),
    ("three hostages", "three", "3", "hostages", K.COUNT),
    ("three new steel bridges", "three", "3", "bridges", K.COUNT),
    ("12 Democrats voted", "12", "12", "democrats", K.COUNT),
    ("two Liberals lawmakers left", "two", "2", "lawmakers", K.COUNT),
    ("a 25-member panel", "25", "25", "member", K.COUNT),
    ("2.5 million-strong", "2.5 million", "2500000", None, K.COUNT),
    ("one strike hit it", "one", "1", "strike", K.COUNT),
    ("one tactical unit", "one", "1", "unit", K.COUNT),
    ("killing 14 and more", "14", "14", None, K.COUNT),
    ("$2.5bn", "$2.5bn", "2500000000", "USD", K.MONEY),
    ("twelve fifty euros", "twelve fifty euros", "12.5", "EUR", K.MONEY),
    ("nineteen ninety-nine dollars", "nineteen ninety-nine dollars", "19.99", "USD", K.MONEY),
    ("twenty five euros", "twenty five euros", "25", "EUR", K.MONEY),
    ("US$ 20,000", "US$ 20,000", "20000", "USD", K.MONEY),
    ("U.S. $5 million", "U.S. $5 million", "5000000", "USD", K.MONEY),
    ("NZ $ 26 million", "NZ $ 26 million", "26000000", "NZD", K.MONEY),
    ("a dividend of 12.5p a share", "12.5p", "12.5", "pence", K.MONEY),
    ("weighing 13st 4lb", "13st 4lb", "186", "lb", K.WEIGHT),
    ("a 13st prop", "13st", "13", "st", K.WEIGHT),
    ("31C in the shade", "31C", "31", "°C", K.TEMPERATURE),
    ("lows of -5C", "-5C", "-5", "°C", K.TEMPERATURE),
    ("it was 90F", "90F", "90", "°F", K.TEMPERATURE),
    ("12 degrees below zero", "12 degrees below zero", "-12", "degrees", K.OTHER),
    ("9 degrees below zero Celsius", "9 degrees below zero Celsius", "-9", "°C", K.TEMPERATURE),
    ("minus 12 degrees", "minus 12 degrees", "-12", "degrees", K.OTHER),
    ("two fortnights", "two fortnights", "2", "fortnights", K.DURATION),
    ("cut by half a million kegs", "half a million", "500000", "kegs", K.COUNT),
    ("cut by half a percentage point", "half a percentage point", "0.5", "percentage points",
     K.SHARE),
    ("a fifth below the peak", "a fifth", "20", "%", K.SHARE),
    ("sales fell a fifth.", "a fifth", "20", "%", K.SHARE),
    ("she rose a third time", "third", "3", None, K.ORDINAL),
    ("for eleven nerve-racking minutes", "eleven", "11", "min", K.DURATION),
    ("after ten long years", "ten", "10", "years", K.DURATION),
    ("to Tarn\u2019s 29", "29", "29", None, K.COUNT),
    ("a quarter-point cut", "a quarter-point", "0.25", "percentage points", K.SHARE),
    ("a half-percentage-point rise", "a half-percentage-point", "0.5", "percentage points",
     K.SHARE),
    ("three-quarter-point steps", "three-quarter-point", "0.75", "percentage points", K.SHARE),
    ("a one-in-five chance", "one-in-five", "20", "%", K.SHARE),
    ("the 21st round", "21st", "21", None, K.ORDINAL),
    ("the 112th round", "112th", "112", None, K.ORDINAL),
    ("£3 m", "£3 m", "3000000", "GBP", K.MONEY),
    ("€1.2tn", "€1.2tn", "1200000000000", "EUR", K.MONEY),
    ("Rs 500 crore", "Rs 500 crore", "5000000000", "INR", K.MONEY),
    ("RMB 300", "RMB 300", "300", "CNY", K.MONEY),
    ("500 CHF", "500 CHF", "500", "CHF", K.MONEY),
    ("40 €", "40 €", "40", "EUR", K.MONEY),
    ("half a million dollars", "half a million dollars", "500000", "USD", K.MONEY),
    ("six Australian dollars", "six Australian dollars", "6", "AUD", K.MONEY),
    ("12 Democrats", "12", "12", "democrats", K.COUNT),
    ("three quite large old steel rail bridges", "three", "3", None, K.COUNT),
    ("two thousand million stars", "two thousand million", "2000000000", "stars", K.COUNT),
    ("Rs 3 lakh crore", "Rs 3 lakh crore", "3000000000000", "INR", K.MONEY),
    ("a third opinion", "third", "3", None, K.ORDINAL),
    ("one tenth the size", "one tenth", "10", "%", K.SHARE),
    ("for three quarters now", "three", "3", "quarters", K.COUNT),
    ("killed two in 2015", "two", "2", None, K.COUNT),
    ("10,000 pounds in cash", "10,000 pounds", "10000", "GBP", K.MONEY),
    ("200 pounds of flour", "200 pounds", "200", "lb", K.WEIGHT),
    ("weighing 150 pounds", "150 pounds", "150", "lb", K.WEIGHT),
    ("12 per cent", "12 per cent", "12", "%", K.SHARE),
    ("12%", "12%", "12", "%", K.SHARE),
    ("fell -0.3%", "-0.3%", "-0.3", "%", K.SHARE),
    ("12 percentage points", "12 percentage points", "12", "percentage points", K.SHARE),
    ("one in five adults", "one in five", "20", "%", K.SHARE),
    ("nine out of ten dentists", "nine out of ten", "90", "%", K.SHARE),
    ("two thirds", "two thirds", "66.67", "%", K.SHARE),
    ("three-quarters full", "three-quarters", "75", "%", K.SHARE),
    ("fell by a third", "a third", "33.33", "%", K.SHARE),
    ("one-fifth share", "one-fifth", "20", "%", K.SHARE),
    ("half of the seats", "half", "50", "%", K.SHARE),
    ("more than half", "half", "50", "%", K.SHARE),
    ("20°C", "20°C", "20", "°C", K.TEMPERATURE),
    ("at -5°C", "-5°C", "-5", "°C", K.TEMPERATURE),
    ("minus 5 degrees Celsius", "minus 5 degrees Celsius", "-5", "°C", K.TEMPERATURE),
    ("5ft 10in", "5ft 10in", "70", "in", K.DISTANCE),
    ("she is 5'10\"", "5'10\"", "70", "in", K.DISTANCE),
    ("700 square miles", "700 square miles", "700", "sq mi", K.AREA),
    ("7,000 m3/s", "7,000 m3/s", "7000", "m3/s", K.OTHER),
    ("190 km/h", "190 km/h", "190", "km/h", K.SPEED),
    ("less than one percentage point", "one percentage point", "1", "percentage points", K.SHARE),
    ("90 miles per hour", "90 miles per hour", "90", "mph", K.SPEED),
    ("2½ miles", "2½ miles", "2.5", "mi", K.DISTANCE),
    ("½ mile", "½ mile", "0.5", "mi", K.DISTANCE),
    ("2 1/2 hours", "2 1/2 hours", "2.5", "h", K.DURATION),
    ("half an hour", "half an hour", "0.5", "h", K.DURATION),
    ("a year and a half", "a year and a half", "1.5", "years", K.DURATION),
    ("two years and a half", "two years and a half", "2.5", "years", K.DURATION),
    ("a two-day summit", "two-day", "2", "days", K.DURATION),
    ("a 42-year-old man", "42-year-old", "42", "years", K.DURATION),
    ("Ada Nowak, 42, of Leeds", "42", "42", "years", K.DURATION),
    ("aged 9", "9", "9", "years", K.DURATION),
    ("the 93rd parade", "93rd", "93", None, K.ORDINAL),
    ("the twenty-first day", "twenty-first", "21", None, K.ORDINAL),
    ("the third round", "third", "3", None, K.ORDINAL),
    ("the second", "second", "2", None, K.ORDINAL),
    ("about 2000 people", "2000", "2000", "people", K.COUNT),
)  # fmt: skip

NOT_FIGURES = (
    "In the 1990s and in 1994", "on October 16, 2025", "on 16 October", "the 16th of October 2025",
    "May 5 and 6", "16-18 October", "2025-10-16", "at 5:30 p.m.", "at 17:30", "ten o'clock",
    "five a.m.", "No. 10 said", "an F-16 jet", "Article 5", "COVID-19", "Route 66",
    "+1 (202) 555-0100", "World War Two", "the Apollo 11 crew", "the Big Four", "10 Downing Street",
    "24/7", "version 1.2.3", "776 BC", "35°01'57\"N", "59.17°N", "agent 007", "see [12]",
    "a list: 1) that", "the 2024 elections", "2010-11", "between 1990 and 1995", "one of them",
    "no one", "one day", "the First Lady", "at first", "the 19th century", "per second",
    "we first met", "half-time",
    "item #10", "the 747s", "a 4x4", "12345678901234567890123456789", "a year and a bit", "USD",
    "$", "half a loaf", "$007", "one", "1730 GMT", "page 12",
)  # fmt: skip

RANGES = (
    ("10 to 15 km", "10 to 15 km", 10, 15, "km"),
    ("between 5 and 7 percent", "5 and 7 percent", 5, 7, "%"),
    ("$10-15 million", "$10-15 million", 10_000_000, 15_000_000, "USD"),
    ("£10m-£15m", "£10m-£15m", 10_000_000, 15_000_000, "GBP"),
    ("$1 to $2 billion", "$1 to $2 billion", 10**9, 2 * 10**9, "USD"),
    ("500,000 to 1 million", "500,000 to 1 million", 500_000, 1_000_000, None),
    ("50-60 people", "50-60", 50, 60, "people"),
    ("he led 50-60 people out", "50-60", 50, 60, "people"),
    ("two or three days", "two or three days", 2, 3, "days"),
    ("six-to-eight weeks", "six-to-eight weeks", 6, 8, "weeks"),
    ("ranging from ten to 32 pages", "ten to 32", 10, 32, "pages"),
    ("won 10 to 15 games", "10 to 15", 10, 15, "games"),
    ("10 km to 15", "10 km to 15", 10, 15, "km"),
    ("dozens of people", "dozens", 12, 120, "people"),
    ("hundreds of thousands of trees", "hundreds of thousands", 100_000, 1_000_000, "trees"),
    ("tens of millions of dollars", "tens of millions of dollars", 10**7, 10**8, "USD"),
    ("thousands of miles", "thousands of miles", 1000, 10_000, "mi"),
    ("several hundred men", "several hundred", 100, 1000, "men"),
    ("millions fled", "millions", 10**6, 10**7, None),
)

SCORES = (
    ("They won 3-2.", 3, 2),
    ("a 5-4 ruling", 5, 4),
    ("Leeds 2 - 0 Derby", 2, 0),
    ("voted 62 to 38 for it", 62, 38),
    ("lost 1-2", 1, 2),
)

QUALIFIED = (
    ("some 50 ships", Qualifier.ABOUT),
    ("50 or so ships", Qualifier.ABOUT),
    ("more than 50 ships", Qualifier.OVER),
    ("50+ ships", Qualifier.OVER),
    ("up to 50 ships", Qualifier.UNDER),
    ("50 ships", Qualifier.EXACT),
    ("dozens of ships", Qualifier.VAGUE),
    ("a third of ships", Qualifier.ABOUT),
)

SAME = (
    ("1.5 million people", "1,500,000 people"),
    ("a million and a half", "1,500,000"),
    ("12 per cent", "12%"),
    ("three hostages", "3 captives"),
    ("$2.5bn", "2.5 billion"),
    ("about 50 ships", "54 ships"),
    ("more than 50 ships", "53 ships"),
    ("nearly 50 ships", "48 ships"),
    ("a third of voters", "33 percent of voters"),
    ("hundreds of men", "250 men"),
    ("100 km", "62 miles"),
    ("90 minutes", "1.5 hours"),
    ("5 to 7 percent", "5-7%"),
    ("won 3-2", "beaten 3-2"),
    ("the third round", "the 3rd round"),
    ("84 MW", "84 megawatts"),
)
DIFFERENT = (
    ("1.5 million people", "1.6 million people"),
    ("$5", "€5"),
    ("12%", "12 percentage points"),
    ("more than 50 ships", "47 ships"),
    ("nearly 50 ships", "52 ships"),
    ("hundreds of men", "25 men"),
    ("5 to 7 percent", "6 percent"),
    ("the third round", "three rounds"),
    ("won 3-2", "won 2-1"),
    ("5 km", "5 kg"),
    ("5 tons", "5 kg"),
    ("100 km", "70 miles"),
    ("84 MW", "84 volts"),
    ("thousands of miles", "2,000 kg"),
)

# What is printed, and what may be said of it.
CARRIED = (
    ("3,957 hens", "about 4,000 hens"),
    ("61 men", "more than 60 men"),
    ("1,184 men", "more than 1,000 men"),
    ("48%", "nearly half"),
    ("33% of voters", "a third of voters"),
    ("a third of voters", "33% of voters"),
    ("$2.47 billion", "$2.5 billion"),
    ("47.6%", "48%"),
    ("250 men", "hundreds of men"),
    ("up to 50 men", "50 men"),
    ("5 to 7 percent", "5-7%"),
    ("won 9-6", "nine votes"),
    ("nine votes", "won 9-6"),
    ("won 3-2", "lost 2-3"),
    ("100 km", "62 miles"),
    ("about 100 km", "about 60 miles"),
    ("20 degrees Celsius", "68 degrees Fahrenheit"),
    ("20 degrees", "20 degrees Celsius"),
    ("two years", "24 months"),
    ("one decade", "ten years"),
    ("5 tonnes", "5 tons"),
    ("A$5 million", "$5 million"),
    ("winds of 190 kilometres per hour", "winds of 190 km / h"),
)
NOT_CARRIED = (
    ("3,957 hens", "about 4,100 hens"),
    ("3,957 hens", "4,100 hens"),
    ("about 4,000 hens", "3,957 hens"),
    ("12 men", "10 men"),
    ("52 men", "50 men"),
    ("90 men", "more than 60 men"),
    ("59 men", "more than 60 men"),
    ("hundreds of men", "250 men"),
    ("5 to 7 percent", "6 percent"),
    ("won 9-6", "eight votes"),
    ("won 9-6", "ten km"),
    ("won 3-2", "won 3-1"),
    ("20 degrees Celsius", "77 degrees Fahrenheit"),
    ("$5 million", "€5 million"),
    ("5 km", "5 kg"),
    ("5 tons", "5 kg"),
    ("the third round", "three rounds"),
    ("12%", "12 percentage points"),
)


def first(text: str) -> Figure:
    return find_figures(text)[0]


@pytest.mark.parametrize(("printed", "said"), CARRIED)
def test_a_printed_figure_carries_what_is_said_of_it(printed: str, said: str) -> None:
    assert carries(first(printed), first(said))


@pytest.mark.parametrize(("printed", "said"), NOT_CARRIED)
def test_a_printed_figure_does_not_carry_another_amount_or_unit(printed: str, said: str) -> None:
    assert not carries(first(printed), first(said))


def test_a_figure_and_its_unit_are_compared_apart() -> None:
    assert same_number(first("$5 million"), first("5 million km"))
    assert not same_number(first("5 to 7 km"), first("5 km"))
    assert may_be_one_unit("USD", "CAD")
    assert not may_be_one_unit("USD", "EUR")
    assert has_no_unit(first("12 men"))
    assert not has_no_unit(first("12 km"))


def only(text: str) -> Figure:
    (figure,) = find_figures(text)
    return figure


@pytest.mark.parametrize(("text", "printed", "value", "unit", "kind"), AMOUNTS)
def test_an_amount_with_its_value_unit_and_kind(
    text: str, printed: str, value: str, unit: str | None, kind: FigureKind
) -> None:
    figure = only(text)
    actual = (figure.span.of(text), figure.value, figure.unit, figure.kind)
    assert actual == (printed, Decimal(value), unit, kind)


@pytest.mark.parametrize(
    ("language", "text", "printed", "value", "unit"),
    [
        ("de", "für 3,4 Mio. Euro", "3,4 Mio. Euro", "3400000", "EUR"),
        ("de", "für €1,2 Mio", "€1,2 Mio", "1200000", "EUR"),
        ("de", "für 1,3 Millionen Pfund", "1,3 Millionen", "1300000", None),
        ("es", "guarda 31,7 hectómetros cúbicos", "31,7 hectómetros cúbicos", "31.7", "hm3"),
        ("de", "1.500 Hühner", "1.500", "1500", None),
        ("de", "1'500'000 Hühner", "1'500'000", "1500000", None),
        ("de", "2500,50 Euro", "2500,50 Euro", "2500.5", "EUR"),
        ("de", "20 Prozent", "20 Prozent", "20", "%"),
        ("fr", "environ 2 milliards", "2 milliards", "2000000000", None),
        ("es", "un 20 por ciento", "20 por ciento", "20", "%"),
        ("la", "1.500 pulli", "1.500", "1.5", None),
    ],
)
def test_numbers_of_other_languages_have_their_notation(
    language: str, text: str, printed: str, value: str, unit: str | None
) -> None:
    [figure] = find_figures(text, language)
    assert (figure.span.of(text), figure.value) == (printed, Decimal(value))
    assert figure.unit == unit


def test_numbers_in_words_are_read_in_english_alone() -> None:
    assert find_figures("ten opzichte van 1.500 kippen", "nl")[0].value == Decimal(1500)
    assert find_figures("ten hens") != ()


@given(st.text(max_size=200), st.sampled_from(["de", "fr", "en"]))
def test_another_notation_has_the_same_length(text: str, language: str) -> None:
    assert len(in_english_notation(text, language)) == len(text)


@pytest.mark.parametrize("text", NOT_FIGURES)
def test_dates_times_labels_and_identifiers_are_no_figures(text: str) -> None:
    assert find_figures(text) == ()


@pytest.mark.parametrize(("text", "printed", "low", "high", "unit"), RANGES)
def test_a_range_reaches_from_its_value_to_its_high(
    text: str, printed: str, low: int, high: int, unit: str | None
) -> None:
    figure = only(text)
    actual = (figure.span.of(text), figure.value, figure.high, figure.unit)
    assert actual == (printed, Decimal(low), Decimal(high), unit)


@pytest.mark.parametrize(("text", "first", "second"), SCORES)
def test_a_score_stands_beside_a_word_of_contest(text: str, first: int, second: int) -> None:
    figure = only(text)
    actual = (figure.kind, figure.value, figure.high)
    assert actual == (FigureKind.SCORE, Decimal(first), Decimal(second))


@pytest.mark.parametrize(("text", "qualifier"), QUALIFIED)
def test_the_words_beside_a_figure_qualify_it(text: str, qualifier: Qualifier) -> None:
    assert only(text).qualifier is qualifier


def test_a_change_from_one_amount_to_another_is_two_figures_that_share_a_unit() -> None:
    figures = find_figures("Output rose from 5 to 7 percent.")
    assert [(figure.value, figure.unit) for figure in figures] == [
        (Decimal(5), "%"),
        (Decimal(7), "%"),
    ]


def test_two_amounts_that_only_follow_each_other_stay_two() -> None:
    found = find_figures("It sold 5 km and 7 kg, then 9 to 4, then 3 and 8, 6 in 2.")
    assert [figure.value for figure in found] == [5, 7, 9, 4, 3, 8, 6, 2]


def test_a_tally_is_no_share() -> None:
    figures = find_figures("He won three in four games.")
    assert [(figure.value, figure.unit) for figure in figures] == [
        (Decimal(3), None),
        (Decimal(4), "games"),
    ]


def test_a_third_party_is_no_share() -> None:
    assert [figure.value for figure in find_figures("It paid two third parties.")] == [2, 3]


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("20 degrees-C", "°C"),
        ("90 km-/-h", "km/h"),
        ("12 sq-km", "km2"),
        ("10in", "in"),
        ("5 km²", "km2"),
        ("5-\u212aILOMETRES", "km"),
    ],
)
def test_a_unit_is_known_with_a_hyphen_for_a_blank_and_whatever_the_case(
    text: str, unit: str
) -> None:
    assert only(text).unit == unit


def test_a_word_that_only_begins_like_a_unit_is_none() -> None:
    for text in ("5 metresque", "5 \u017feconds", "5 m²x", "5 _km", "5 "):
        assert all(figure.kind is FigureKind.COUNT for figure in find_figures(text)), text


def test_a_list_number_and_a_unit_across_a_line_break() -> None:
    text = "1. Dig\n2. Walk 300\nmiles\n\n400\n\nmiles"
    assert [figure.span.of(text) for figure in find_figures(text)] == ["300\nmiles", "400"]


@pytest.mark.parametrize(("one", "other"), SAME)
def test_same_amounts(one: str, other: str) -> None:
    assert same_amount(only(one), only(other))
    assert same_amount(only(other), only(one))


@pytest.mark.parametrize(("one", "other"), DIFFERENT)
def test_different_amounts(one: str, other: str) -> None:
    assert not same_amount(only(one), only(other))
    assert not same_amount(only(other), only(one))


PIECES = st.sampled_from(
    ("one", "and", "a", "half", "million", "hundred", "$", "5", "1,000", ".", "-", "%", " ", "\n",
     "to", "of", "third", "kg", "May", "tens", "'", "½", "0", "in", "won", "é", "\u0663")
)  # fmt: skip


@given(st.one_of(st.text(max_size=80), st.lists(PIECES, max_size=30).map(" ".join)))
def test_spans_lie_in_the_text_in_order_and_do_not_overlap(text: str) -> None:
    end = 0
    for figure in find_figures(text):
        assert end <= figure.span.start < figure.span.end <= len(text)
        end = figure.span.end


@given(st.lists(PIECES, max_size=40).map("".join))
def test_a_figure_carries_itself(text: str) -> None:
    assert all(carries(figure, figure) for figure in find_figures(text))


@given(st.lists(PIECES, max_size=40).map("".join))
def test_a_figure_is_the_same_amount_as_itself(text: str) -> None:
    assert all(same_amount(figure, figure) for figure in find_figures(text))


@pytest.mark.parametrize("piece", ["1 111", "1.1.", "5 million ", " ", "one hundred and ", "1,"])
def test_time_grows_with_the_length_only(piece: str) -> None:
    started = time.perf_counter()
    find_figures(piece * (5_000 // len(piece)))
    assert time.perf_counter() - started < 5


def test_a_spoken_price_needs_a_currency_and_no_notes_behind_it() -> None:
    for text in ("twelve fifty people", "fifty twenty dollar bills"):
        assert all(f.value not in (Decimal("12.5"), Decimal("50.2")) for f in find_figures(text))


def test_a_year_begins_no_range() -> None:
    text = "Gifts fell from 9.6 million euros in 2021 to 5.1 million last year."
    assert [f.span.of(text) for f in find_figures(text)] == ["9.6 million euros", "5.1 million"]


@pytest.mark.parametrize(
    ("text", "value"), [("by an eighth.", "12.5"), ("a sixth of them", "16.67")]
)
def test_small_fractions_are_shares(text: str, value: str) -> None:
    [figure] = find_figures(text)
    assert (figure.kind, figure.value) == (FigureKind.SHARE, Decimal(value))


def test_an_ordinal_before_a_noun_is_no_fraction() -> None:
    assert only("a seventh title").kind is FigureKind.ORDINAL
