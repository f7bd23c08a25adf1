"""Date expressions found in a text."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nutgraf.language.dates import Certainty, find_dates

THURSDAY = date(2025, 10, 16)


def _found(
    text: str, published: date | None = THURSDAY, language: str | None = None
) -> list[tuple[str, str | None]]:
    return [
        (one.span.of(text), one.value)
        for one in find_dates(text, published=published, language=language)
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The clerk said Thursday that it rained.", [("Thursday", "2025-10-16")]),
        ("They will meet on Friday night.", [("Friday night", "2025-10-17")]),
        ("The roof fell in on Friday.", [("Friday", "2025-10-10")]),
        ("It rained last week.", [("last week", "2025-W41")]),
        ("Two days ago it snowed.", [("Two days ago", "2025-10-14")]),
        ("It opened on October 12, 2009.", [("October 12, 2009", "2009-10-12")]),
        ("It opened on Monday, 12 Oct. 2009.", [("Monday, 12 Oct. 2009", "2009-10-12")]),
        ("A fair, May 2 to 5, 2021.", [("May 2 to 5, 2021", "2021-05-02/2021-05-05")]),
        ("A fair, 5-6 May 2019.", [("5-6 May 2019", "2019-05-05/2019-05-06")]),
        ("Rain fell March-May 2003.", [("March-May 2003", "2003-03/2003-05")]),
        ("The war of 1999\u20132003 was short.", [("1999\u20132003", "1999/2003")]),
        ("She has lived here since 2019.", [("since 2019", "2019/..")]),
        ("Shops close by the end of the year.", [("the end of the year", "2025-12-31")]),
        ("He was born on the 14th.", [("on the 14th", "2025-10-14")]),
        ("It fell idle two years after 2010.", [("two years after 2010", "2012")]),
        ("It lay idle for two years after 2010.", [("2010", "2010")]),
        ("A late 17th century inn.", [("late 17th century", "1675-01-01/1699-12-31")]),
        ("It was built in the 1990s.", [("the 1990s", "1990-01-01/1999-12-31")]),
        ("In the 1800s wool was king.", [("the 1800s", "1800-01-01/1899-12-31")]),
        ("Athens fell in 404 BC.", [("404 BC", "-0403")]),
        ("Sales rose in the past decade.", [("the past decade", "2015/2025")]),
        ("It rained Monday-Tuesday.", [("Monday", "2025-10-13"), ("Tuesday", "2025-10-14")]),
    ],
)  # fmt: skip
def test_expressions_are_found_and_resolved(text: str, expected: list[tuple[str, str]]) -> None:
    assert _found(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "You may go in a second.",
        "They march on, and the sun shone on Mar Street.",
        "May Miller and June Carter sang to April.",
        "Some 2019 people came, and 1500 cows.",
        "It cost $2019, or 2,019 euros; call 555-2019 or 2019.5.",
        "It happened recently and will soon happen again.",
        "The Sunday Times wrote of the Good Friday Agreement and of Freaky Tunes.",
        "Summer jobs are rare, as is the fall of cities.",
        "They met on the 14th floor, on the 45th.",
        "A 2000-year-old or 2000 year old tree stood in Room 1999.",
        "The last two days of the fair were the best.",
    ],
)
def test_what_only_looks_like_a_date_is_passed_over(text: str) -> None:
    assert _found(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It snowed all January.", [("January", "2025-01")]),
        ("They met in May and in Sept. at sea.", [("May", "2025-05"), ("Sept.", "2025-09")]),
        ("Lambs grazed from March to June.", [("March", "2025-03"), ("June", "2025-06")]),
        ("He left in the summer.", [("summer", "2025-06-01/2025-08-31")]),
        ("The summer of 2011 was dry.", [("summer of 2011", "2011-06-01/2011-08-31")]),
        ("Jan sang in May Street, then Dec. Hill.", []),
        ("The picnic in the summer house.", []),
    ],
)
def test_months_and_seasons_need_support(text: str, expected: list[tuple[str, str]]) -> None:
    assert _found(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The reign, 1892-94.", [("1892-94", "1892/1894")]),
        ("Call 1234-1500-9.", []),
        ("It sold 1500-2000 kg.", []),
        ("They won 1999 - 94.", []),
        ("Since (then) the year 2500 in 2500 is far.", []),
    ],
)
def test_rows_of_years_are_told_from_other_numbers(
    text: str, expected: list[tuple[str, str]]
) -> None:
    assert _found(text) == expected


@pytest.mark.parametrize(
    ("text", "year"),
    [
        ("In 1812, snow fell.", "1812"),
        ("The 2014 protests spread.", "2014"),
        ("After Trondheim\u2019s 2024 race they rested.", "2024"),
        ("World Games 2018 opened.", "2018"),
        ("As Hill (2016) shows, bees count.", "2016"),
        ("Picture from file, 2008.", "2008"),
        ("The crash of 1929 came next.", "1929"),
        ("The 2019 election was close.", "2019"),
        ("It won the club\u2019s 1999 “Golden Spoon”.", "1999"),
    ],
)
def test_a_bare_number_is_a_year_where_years_stand(text: str, year: str) -> None:
    assert _found(text) == [(year, year)]


def test_a_line_that_is_only_a_number_is_a_year() -> None:
    assert _found("Chronicle\n\n2018\n\nA quiet one") == [("2018", "2018")]


def test_years_joined_by_a_word_are_two_expressions() -> None:
    assert _found("Taxes from 2004 to 2009 are due.") == [("2004", "2004"), ("2009", "2009")]


def test_the_longest_match_wins() -> None:
    text = "It was on Tuesday, May 3, 2022 at dawn."
    assert _found(text) == [("Tuesday, May 3, 2022", "2022-05-03")]


def test_what_refers_back_takes_the_last_mention() -> None:
    text = (
        "The duke died on 30 May 1832. The following day his son rode out, and a year later the "
        "house burnt down. That same year, the mill failed. The following autumn was dry."
    )
    assert _found(text, None) == [
        ("30 May 1832", "1832-05-30"),
        ("The following day", "1832-05-31"),
        ("a year later", "1833"),
        ("That same year", "1833"),
        ("The following autumn", "1834-09-01/1834-11-30"),
    ]


def test_days_and_months_are_counted_from_the_last_mention() -> None:
    text = (
        "On 3 May 2022 he fell ill. Two weeks later he rose; the following morning he rode. "
        "That Wednesday it hailed. The following month he wed. Some days later he left."
    )
    assert _found(text) == [
        ("3 May 2022", "2022-05-03"),
        ("Two weeks later", "2022-05-17"),
        ("the following morning", "2022-05-18"),
        ("That Wednesday", "2022-05-18"),
        ("The following month", "2022-06"),
        ("Some days later", "2022-05-18/.."),
    ]


def test_that_may_also_open_a_clause_and_following_may_mean_after() -> None:
    text = "On 3 May 2022 he fell ill. She said that Friday was dry, following Monday's storm."
    assert _found(text)[1:] == [("Friday", "2025-10-10"), ("Monday", "2025-10-13")]


def test_letters_that_fold_to_others_make_no_word() -> None:
    assert _found("It rained 12 Augu\u017ft, next Fr\u0131day and last wee\u212a.") == []


def test_a_weekday_after_a_day_mentioned_is_a_later_day() -> None:
    text = "On 3 May 2022 he fell ill. The following Tuesday he rose, and the same weekend he rode."
    assert [value for _, value in _found(text)] == [
        "2022-05-03",
        "2022-05-10",
        "2022-05-14/2022-05-15",
    ]


def test_what_refers_to_an_event_is_no_reference_to_the_last_mention() -> None:
    assert _found("On 3 May 2022 he slept. He ate the day before the race, two days after it.") == [
        ("3 May 2022", "2022-05-03")
    ]


def test_a_month_takes_the_year_printed_in_its_sentence() -> None:
    text = "From July 12, 2003 to September 3 it was dry."
    assert _found(text) == [("July 12, 2003", "2003-07-12"), ("September 3", "2003-09-03")]


def test_a_printed_weekday_helps_to_choose_the_year() -> None:
    text = "The vote of Monday, January 5 was close."
    assert _found(text) == [("Monday, January 5", "2026-01-05")]


def test_the_tense_chooses_the_year_unless_it_leads_far_off() -> None:
    assert _found("The play will open on March 2.") == [("March 2", "2026-03-02")]
    assert _found("The play opened on March 2.") == [("March 2", "2025-03-02")]
    assert _found("The play opened on October 20.") == [("October 20", "2025-10-20")]


def test_without_a_publication_day_only_what_is_printed_is_resolved() -> None:
    text = "It rained yesterday and on Friday, as on 12 May 2003. Snow fell last summer."
    assert [(one.value, one.certainty) for one in find_dates(text)] == [
        (None, Certainty.UNRESOLVED),
        (None, Certainty.UNRESOLVED),
        ("2003-05-12", Certainty.EXACT),
        (None, Certainty.UNRESOLVED),
    ]


def test_certainty_tells_printed_from_computed() -> None:
    found = find_dates("On 3 May 2022 and on 4 June it rained.", published=THURSDAY)
    assert [one.certainty for one in found] == [Certainty.EXACT, Certainty.RESOLVED]


def test_a_date_line_serves_where_no_publication_day_is_given() -> None:
    text = "Ferry sinks\n\nPublished: 3 May 2022\n\nIt sank yesterday."
    assert _found(text, None)[-1] == ("yesterday", "2022-05-02")
    assert _found(text, THURSDAY)[-1] == ("yesterday", "2025-10-15")


@pytest.mark.parametrize(
    "text",
    [
        "Ann Hill (born 3 May 1950) painted. It rained yesterday.",
        "3 May 1950 was warm.\nIt rained yesterday.",
        "One\nTwo\nThree\n3 May 1950\nIt rained yesterday.",
        "May 1950\nIt rained yesterday.",
    ],
)
def test_no_other_date_serves_as_publication_day(text: str) -> None:
    assert _found(text, None)[-1] == ("yesterday", None)


def test_the_order_of_day_and_month_is_never_guessed() -> None:
    text = "It is 10/12/2009."
    assert _found(text) == [("10/12/2009", None)]
    assert _found(text, language="en-US") == [("10/12/2009", "2009-10-12")]
    assert _found(text, language="en_GB") == [("10/12/2009", "2009-12-10")]
    assert _found("From 10/12/2009 to 25/12/2009.")[0] == ("10/12/2009", "2009-12-10")
    assert _found("From 10.12.2009 to 12/25/2009.") == [
        ("10.12.2009", "2009-12-10"),
        ("12/25/2009", "2009-12-25"),
    ]


def test_other_languages_are_not_read() -> None:
    assert _found("Am Friday, 3 May 2022", language="de") == []


def test_days_that_do_not_exist_stay_unresolved() -> None:
    assert _found("On February 30 and on 31 April 2020 it rained.") == [
        ("February 30", None),
        ("31 April 2020", None),
    ]


def test_an_expression_may_run_over_a_line_break_but_not_over_a_paragraph() -> None:
    assert _found("It was on October\n12, 2009.") == [("October\n12, 2009", "2009-10-12")]
    assert _found("It rained last\n\nweek after week.") == []


_PIECES = st.sampled_from(
    ["Friday", "the", "end", "of", "next", "May", "12", "2019", "-", "to", ",", "\n", "ago", "9999",
     "century", "two", "BC", "last", "years", "Christmas Day", "99999", "0", "week", "'", "since"]
)  # fmt: skip


@given(st.lists(_PIECES, max_size=14), st.dates())
def test_any_words_give_spans_in_order_that_do_not_overlap(
    pieces: list[str], published: date
) -> None:
    text = " ".join(pieces)
    ends = 0
    for one in find_dates(text, published=published):
        assert ends <= one.span.start < one.span.end <= len(text)
        assert (one.value is None) == (one.certainty is Certainty.UNRESOLVED)
        ends = one.span.end


@given(st.text(max_size=60))
def test_any_text_is_read_without_an_exception(text: str) -> None:
    assert isinstance(find_dates(text, published=THURSDAY), tuple)
