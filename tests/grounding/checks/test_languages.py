"""What is said of an article that is not in English."""

from __future__ import annotations

from tests.support.claims import found, story

from nutgraf.grounding.checks.languages import check_reach

GERMAN = (
    "Die Brücke in Arden wurde am Montag gesperrt, weil ein Riss in einem Träger gefunden wurde. "
    "Der Rat hat noch nicht über die Kosten entschieden, und die Fähre fährt nur an Werktagen."
)


def test_what_cannot_be_read_is_noted_once() -> None:
    [finding] = found(check_reach, story(GERMAN, language="de"), "Die Brücke ist gesperrt.", 1)
    assert (finding.path, finding.kind, finding.severity) == ("", "not_checked", "note")
    assert "not checked in German; numbers, quotations" in finding.message


def test_a_language_without_a_table_goes_by_its_code() -> None:
    [finding] = found(check_reach, story("Lorem.", language="la-VA"), "Lorem.", 1)
    assert "not checked in the language 'la'" in finding.message


def test_of_an_english_article_nothing_is_said() -> None:
    readings = story("The bridge was closed on Monday.", language="en-GB")
    assert found(check_reach, readings, "The bridge was closed.", 1) == []
