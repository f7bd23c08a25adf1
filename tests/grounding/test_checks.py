from __future__ import annotations

import copy
from typing import Any

import pytest
from pydantic import BaseModel
from tests.support.articles import bridge, bridge_answer

from nutgraf.article import Article
from nutgraf.grounding.anchors import anchor
from nutgraf.grounding.checks import check
from nutgraf.language.readings import Readings
from nutgraf.schema import Amount, Evidence, Speaker, Verbatim, When
from nutgraf.schema.news import NewsSummary
from nutgraf.schema.result import Finding


def findings_of(answer: dict[str, Any]) -> tuple[Finding, ...]:
    readings = bridge()
    return check(anchor(NewsSummary.model_validate(answer), readings), readings)


def changed(*path: str | int, to: object) -> dict[str, Any]:
    """Return the faultless answer with one value changed."""
    answer = copy.deepcopy(bridge_answer())
    place: Any = answer
    for key in path[:-1]:
        place = place[key]
    place[path[-1]] = to
    return answer


def test_a_faultless_summary_has_no_findings() -> None:
    assert findings_of(bridge_answer()) == ()


@pytest.mark.parametrize(
    ("answer", "path", "kind", "severity"),
    [
        pytest.param(
            changed("gist", "evidence", to=[1, 99]),
            "gist.evidence[1]",
            "no_such_sentence",
            "error",
            id="a sentence that does not exist",
        ),
        pytest.param(
            changed("gist", "evidence", to=[0, 1]),
            "gist.evidence[0]",
            "no_such_sentence",
            "error",
            id="sentence zero",
        ),
        pytest.param(
            changed("key_points", 1, "evidence", to=[]),
            "key_points[1].evidence",
            "no_evidence",
            "warning",
            id="a statement that cites nothing",
        ),
        pytest.param(
            changed("quotes", 0, "words", to="We knew about the cracks for many years"),
            "quotes[0].words",
            "not_verbatim",
            "error",
            id="an invented quotation",
        ),
        pytest.param(
            changed("quotes", 0, "words", to="We will not gamble with the lives"),
            "quotes[0].words",
            "corrected_quotation",
            "note",
            id="a miswritten quotation, set right",
        ),
        pytest.param(
            changed("quotes", 0, "words", to="We would not gamble with lives"),
            "quotes[0].words",
            "altered_quotation",
            "warning",
            id="an altered quotation, set right",
        ),
        pytest.param(
            changed("quotes", 0, "words", to="Repairs would cost $2.5 million"),
            "quotes[0].words",
            "not_quoted",
            "warning",
            id="words that nobody says",
        ),
        pytest.param(
            changed("quotes", 0, "speaker", to="Arden"),
            "quotes[0].speaker",
            "misattributed",
            "error",
            id="words that somebody else says",
        ),
        pytest.param(
            changed("events", 0, "when", to="Monday"),
            "events[0].when",
            "time_elsewhere",
            "warning",
            id="a time from another sentence",
        ),
        pytest.param(
            changed("entities", 0, "name", to="Karin Lindqvist"),
            "entities[0].name",
            "unknown_name",
            "error",
            id="a name that does not occur",
        ),
        pytest.param(
            changed(
                "key_points",
                0,
                "text",
                to="Karin Lindqvist says that repairs would cost $2.5 million.",
            ),
            "key_points[0].text",
            "unknown_name",
            "error",
            id="such a name inside a statement",
        ),
        pytest.param(
            changed("key_points", 0, "text", to="Repairs would cost $3.5 million."),
            "key_points[0].text",
            "number",
            "error",
            id="a number that stands nowhere",
        ),
        pytest.param(
            changed("key_points", 0, "evidence", to=[5]),
            "key_points[0].text",
            "number",
            "warning",
            id="a number that stands in another sentence",
        ),
        pytest.param(
            changed("figures", 0, "amount", to="$9 million"),
            "figures[0].amount",
            "unknown_amount",
            "error",
            id="an amount that is not printed",
        ),
        pytest.param(
            changed("events", 0, "when", to="last autumn"),
            "events[0].when",
            "unknown_time",
            "warning",
            id="a time the article does not speak of",
        ),
        pytest.param(
            changed("key_points", 1, "text", to="The council will vote on 23 March 2026."),
            "key_points[1].text",
            "date",
            "error",
            id="a date the article does not give",
        ),
        pytest.param(
            changed("headline", to="大桥因裂缝关闭"),
            "headline",
            "language",
            "error",
            id="another script",
        ),
        pytest.param(
            changed("headline", to="Arden shuts <b>the bridge</b>"),
            "headline",
            "markup",
            "warning",
            id="markup",
        ),
    ],
)
def test_one_defect_gives_one_finding(
    answer: dict[str, Any], path: str, kind: str, severity: str
) -> None:
    findings = findings_of(answer)
    assert [(f.path, f.kind, f.severity) for f in findings] == [(path, kind, severity)]


@pytest.mark.parametrize(
    "text",
    [
        "Repairs would cost 2,500,000 dollars.",
        "Repairs would cost two and a half million dollars.",
        "Engineers, the mayor and the council: three sides speak of the repairs.",
        "The council will meet on 16 March 2026.",
        "Mayor Ekman closed the bridge on March 12.",
    ],
)
def test_the_same_said_otherwise_is_no_finding(text: str) -> None:
    answer = changed("gist", to={"text": text, "evidence": [1, 2, 4, 5]})
    assert findings_of(answer) == ()


def test_a_number_elsewhere_says_where() -> None:
    [finding] = findings_of(changed("key_points", 0, "evidence", to=[5]))
    assert finding.message == "the number '$2.5 million' is not in the cited sentences, but in 4"
    assert [passage.text for passage in finding.passages] == ["$2.5 million"]


def test_words_that_run_on_in_the_next_sentence_are_the_same_speakers_but_less_surely() -> None:
    answer = changed("quotes", 0, to={"words": "The bridge stays shut", "speaker": "Ruth Ekman"})
    assert findings_of(answer) == ()
    answer["quotes"][0]["speaker"] = "Arden"
    [finding] = findings_of(answer)
    assert (finding.kind, finding.severity) == ("misattributed", "warning")
    assert finding.message == "the article gives these words to 'Ruth Ekman', not to 'Arden'"


def test_a_name_in_the_headline_of_the_article_is_known() -> None:
    article = Article(text="The span was shut after an inspection.", title="Kell Bridge closed")
    answer = changed("headline", to="Kell Bridge is shut")

    class Headline(BaseModel):
        headline: str

    readings = Readings(article)
    summary = anchor(Headline(headline=answer["headline"]), readings)
    assert check(summary, readings) == ()


def test_a_schema_of_ones_own_is_checked_alike() -> None:
    class Claim(BaseModel):
        claim: str
        words: Verbatim
        carried_by: Evidence

    class Claims(BaseModel):
        claims: dict[str, Claim]

    wire = {"claim": "It cost $7.", "words": "No one knew anything at all", "carried_by": [4, 12]}
    summary = anchor(Claims.model_validate({"claims": {"a": wire}}), bridge())
    assert {(f.path, f.kind) for f in check(summary, bridge())} == {
        ("claims['a'].claim", "number"),
        ("claims['a'].words", "not_verbatim"),
        ("claims['a'].carried_by[1]", "no_such_sentence"),
    }


def test_text_with_no_evidence_beside_it_is_carried_by_the_whole_article() -> None:
    assert findings_of(changed("headline", to="Arden needs $2.5 million for 14 cracks")) == ()
    [finding] = findings_of(changed("headline", to="Arden finds 15 cracks"))
    assert (finding.path, finding.kind) == ("headline", "number")


class Note(BaseModel):
    words: Verbatim | None = None
    by: Speaker | None = None
    when: When | None = None
    cost: Amount | None = None


def noted(article: Article | None = None, **wire: str) -> list[str]:
    readings = Readings(article) if article else bridge()
    note = anchor(Note.model_validate(wire), readings)
    return [finding.kind for finding in check(note, readings)]


def test_words_without_a_speaker_beside_them_are_only_looked_up() -> None:
    assert noted(words="Repairs would cost $2.5 million") == []


def test_words_between_marks_that_nobody_says_contradict_no_speaker() -> None:
    article = Article(text="Ida Berg read the novel “The long way home” in a day. Bo Lund slept.")
    assert noted(article, words="The long way home", by="Bo Lund") == []


def test_a_time_with_no_evidence_beside_it_may_stand_anywhere() -> None:
    assert noted(when="Monday") == []


def test_a_time_that_means_a_date_of_the_article_is_known() -> None:
    assert noted(when="16 March 2026") == []
    assert noted(when="the day of the flood") == ["unknown_time"]


def test_an_amount_in_other_words_is_the_same_amount() -> None:
    assert noted(cost="2.5m dollars") == []
