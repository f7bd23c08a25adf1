from __future__ import annotations

import pytest
from tests.support.claims import found, story, told

from nutgraf.grounding.checks.times.dates import check_dates

# Published on Thursday, March 12, 2026.
STORY = (
    "The bridge in Arden was closed on Tuesday after an inspection.\n\n"
    "The council will meet on March 16 to vote on the money for the repairs.\n\n"
    "The bridge was built in 1931 and painted in the summer of 1974.\n\n"
    "Traffic has grown since 2019.\n\n"
    "Nobody was hurt.\n"
)


@pytest.mark.parametrize(
    ("statement", "cited"),
    [
        ("The bridge was closed on Tuesday.", 1),
        ("The bridge was closed on March 10.", 1),
        ("The bridge was closed this week.", 1),
        ("The council will meet on Monday.", 2),
        ("The council will meet in March.", 2),
        ("The bridge was built in the 1930s.", 3),
        ("Traffic has grown since 2019.", 4),
        ("The bridge was shut on Thursday, officials said.", 5),
        ("Nobody was hurt in 2026.", 5),
    ],
)
def test_the_same_time_in_other_or_coarser_words_is_no_finding(statement: str, cited: int) -> None:
    assert found(check_dates, story(STORY), statement, cited) == []


@pytest.mark.parametrize(
    ("statement", "cited", "said"),
    [
        ("The bridge was closed on Wednesday.", 1, "Wednesday"),
        ("The council will meet on March 23.", 2, "March 23"),
        ("The bridge was built in 1935.", 3, "1935"),
        ("Traffic has grown since 2016.", 4, "since 2016"),
    ],
)
def test_a_date_that_the_article_does_not_give_is_an_error(
    statement: str, cited: int, said: str
) -> None:
    for findings in (
        found(check_dates, story(STORY), statement, cited),
        found(check_dates, story(STORY), statement),
    ):
        assert told(findings) == [("date", "error")]
        assert findings[0].said is not None
        assert said.endswith(findings[0].said.text) or findings[0].said.text.endswith(said)


def test_the_message_says_what_the_cited_sentences_have_instead() -> None:
    [finding] = found(check_dates, story(STORY), "The bridge was built in 1935.", 3)
    assert (
        finding.message
        == "the date '1935' is not given by the article; it says '1931' in sentence 3"
    )
    assert finding.passages[0].text == "1931"
    [finding] = found(check_dates, story(STORY), "It was built in 1935.", 5)
    assert finding.message == "the article does not give the date '1935'"


def test_a_date_of_another_sentence_is_a_warning_with_its_place() -> None:
    [finding] = found(check_dates, story(STORY), "The council was founded in 1931.", 5)
    assert told([finding]) == [("date", "warning")]
    assert finding.message == "the date '1931' is not in the cited sentences, but in 3"


def test_the_day_of_publication_is_no_excuse_where_another_day_is_cited() -> None:
    [finding] = found(check_dates, story(STORY), "The bridge was closed on Thursday.", 1)
    assert told([finding]) == [("date", "error")]


def test_a_cited_sentence_may_refer_back_to_a_date_before_it() -> None:
    article = story("The ferry sank in 1987. Nobody on the ferry could swim to the island.")
    statement = "Nobody on the ferry of 1987 could swim."
    assert found(check_dates, article, statement, 2) == []


def test_a_period_of_the_lead_is_that_of_the_whole_article() -> None:
    article = story(
        "Acme published its report for the third quarter of 2025.\n\n"
        "Profit rose.\n\nSales fell.\n\n"
        "Margins, the chief executive said, were disappointing."
    )
    assert found(check_dates, article, "Margins fell in the third quarter of 2025.", 4) == []


def test_more_precise_than_the_article_is_a_warning() -> None:
    article = story("The strike began in January 2026, the union said.")
    [finding] = found(check_dates, article, "The strike began on January 5, 2026.", 1)
    assert told([finding]) == [("date", "warning")]
    assert "is more precise than the article" in finding.message
    assert found(check_dates, article, "The strike began at dawn in winter.") == []


def test_last_friday_and_next_friday_are_one_where_the_tense_may_be_misread() -> None:
    article = story("The club has until noon on Friday to protest.")
    for day in ("March 6", "March 13"):
        assert found(check_dates, article, f"The club can protest until {day}.", 1) == []
    assert told(found(check_dates, article, "The club can protest until March 20.", 1)) == [
        ("date", "error")
    ]


def test_a_day_a_week_off_is_wrong_where_the_other_week_cannot_be_meant() -> None:
    article = story(
        "Divers reached the wreck on Thursday. The mill burnt down on Tuesday.\n\n"
        "It was put up for sale on Friday, May 1, 2026.\n"
    )
    for statement, cited in (
        ("Divers reached the wreck on March 5.", 1),  # Thursday is the day of publication
        ("The mill burnt down on March 17.", 2),  # which has not come yet
        ("The mill was put up for sale on Friday, May 8, 2026.", 3),  # printed in full
    ):
        assert told(found(check_dates, article, statement, cited)) == [("date", "error")]
    assert found(check_dates, article, "Tuesday, March 17, is the day of the fire.", 2) == []


def test_a_day_within_a_coarser_time_is_wrong_where_the_event_has_another() -> None:
    article = story(
        "The bank said on Monday that it was in preliminary talks with a rival.\n\n"
        "Its shares lost a tenth of their worth this week.\n"
    )
    statement = "The bank was in preliminary talks with a rival on {}, it said."
    assert found(check_dates, article, statement.format("Monday")) == []
    [finding] = found(check_dates, article, statement.format("Wednesday"))
    assert "is not what the article says here; it has 'Monday'" in finding.message


def test_without_citations_a_date_is_missed_where_another_sentence_says_this() -> None:
    article = story(
        "Divers recovered the bronze bell from the wreck in July 1942.\n\n"
        "Years of silence followed.\n\n"
        "A museum for sailors opened its doors in September 1957.\n"
    )
    statement = "Divers recovered the bronze bell from the wreck in {}."
    assert told(found(check_dates, article, statement.format("September 1957"))) == [
        ("date", "warning")
    ]
    assert found(check_dates, article, statement.format("July 1942")) == []
    assert found(check_dates, article, "In September 1957 it opened.") == []


def test_without_a_day_of_publication_weekdays_are_compared_by_their_words() -> None:
    article = story("The bridge was closed on Tuesday. A ferry runs.", published=None)
    assert found(check_dates, article, "The bridge was closed on Tuesday.", 1) == []
    assert told(found(check_dates, article, "The bridge was closed on Friday.", 1)) == [
        ("date", "warning")
    ]
    assert found(check_dates, article, "A ferry runs on Friday.", 2) == []
    assert found(check_dates, article, "The bridge was closed the next day.", 1) == []


def test_words_that_stand_in_the_article_are_given_by_it() -> None:
    article = story("Her hymn for the Class of 1999 is sung in the year 1999 B choir.")
    assert found(check_dates, article, "It was written for 1999.", 1) == []


def test_a_day_that_another_day_of_the_same_sentence_is_told_with_is_not_missing() -> None:
    statement = "The bridge, closed on Tuesday, was still shut on Thursday."
    assert found(check_dates, story(STORY), statement, 1) == []
    article = story("By noon divers had found 64 coins, up from 46 the day before.")
    assert found(check_dates, article, "By noon on Thursday they had 64 coins.", 1) == []


def test_a_day_of_a_sentence_far_off_is_a_warning() -> None:
    [finding] = found(check_dates, story(STORY), "Nobody was hurt on March 16.", 5)
    assert told([finding]) == [("date", "warning")]


def test_without_a_day_of_publication_full_dates_are_compared() -> None:
    article = story("Shut on Tuesday, it was built on 5 May 1931.", published=None)
    assert found(check_dates, article, "It was built on 5 May 1931.", 1) == []
    assert told(found(check_dates, article, "It was built on 12 May 1931.", 1)) == [
        ("date", "error")
    ]


def test_a_word_that_is_a_name_in_the_article_is_not_missing_there() -> None:
    article = story("Mrs May spoke for an hour.")
    assert found(check_dates, article, "She spoke in May.", 1) == []


def test_a_date_that_the_article_has_once_for_something_else_is_of_nothing_else() -> None:
    article = story(
        "Divers recovered the bronze bell from the deep wreck.\n\n"
        "Years of silence followed.\n\n"
        "A museum for sailors opened its doors in September 1957.\n"
    )
    statement = "Divers recovered the bronze bell from the deep wreck in September 1957."
    [finding] = found(check_dates, article, statement)
    assert told([finding]) == [("date", "warning")]
    assert finding.message == (
        "nothing like this is said of the date 'September 1957' in sentence 3, and no other has it"
    )
    assert [passage.text for passage in finding.passages] == ["September 1957"]
    assert found(check_dates, article, "In September 1957 doors were opened for divers.") == []


def test_in_a_long_text_a_date_need_not_stand_beside_what_it_dates() -> None:
    article = story(
        "Divers recovered the bronze bell from the deep wreck.\n\n"
        "A museum for sailors opened its doors in September 1957.\n\n" + "Rain fell again.\n" * 160
    )
    statement = "Divers recovered the bronze bell from the deep wreck in September 1957."
    assert found(check_dates, article, statement) == []
