"""One case: what is expected beside what came; of the article only what is cited."""

from __future__ import annotations

import io
from datetime import date
from decimal import Decimal

import pytest
from tests.support.articles import BRIDGE
from tests.support.suites import ARDEN, BOTH, RUTH, a_case, a_suite, bad, good

from nutgraf.article import Span
from nutgraf.evals.case import (
    Case,
    Expected,
    ExpectedDate,
    ExpectedEntity,
    ExpectedEvent,
    ExpectedFact,
    ExpectedFigure,
    ExpectedQuestion,
    ExpectedQuote,
    ExpectedTrap,
)
from nutgraf.evals.outcomes import Outcome
from nutgraf.evals.scoring import metrics_of, score_outcomes
from nutgraf.language.readings import Readings
from nutgraf.report.eval_case import case_to_terminal, expected_lines
from nutgraf.schema.news import NewsSummary
from nutgraf.schema.result import Finding


def span(words: str) -> Span:
    start = BRIDGE.text.index(words)
    return Span(start, start + len(words))


ONE, FIVE = frozenset({1}), frozenset({5})
WHOLE = Expected(
    gists=("A bridge in Arden is shut.",),
    facts=(
        ExpectedFact("shut", True, "The bridge was closed.", ONE, (("closed",),)),
        ExpectedFact("vote", False, "A vote is planned.", FIVE, (("vote",),)),
    ),
    events=(
        ExpectedEvent("The bridge was closed.", "2026-03-12", "happened", (), "Arden", ONE),
        ExpectedEvent("The council votes.", None, "planned", (), None, FIVE),
    ),
    entities=(RUTH, ARDEN),
    quotes=(
        ExpectedQuote(span("We will not gamble with lives,"), "Ruth Ekman"),
        ExpectedQuote(span("The bridge stays shut."), None),
    ),
    figures=(ExpectedFigure(span("$2.5 million"), Decimal(2_500_000), "USD", "the repairs"),),
    dates=(ExpectedDate(span("Thursday"), date(2026, 3, 12).isoformat()),),
    questions=(ExpectedQuestion("When will it open?", frozenset({6})),),
    traps=(ExpectedTrap("It reopened.", "status", frozenset({6}), "shut"),),
)


@pytest.fixture(autouse=True)
def _narrow(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "80")


def the_case(expected: Expected = WHOLE) -> Case:
    return Case("bridge", Readings(BRIDGE), expected, {"desk": "local"}, "d1")


def shown(case: Case, outcome: Outcome[NewsSummary]) -> str:
    [scored] = score_outcomes(a_suite(case), [outcome], BOTH)
    stream = io.StringIO()
    case_to_terminal(case, outcome, scored.scores, metrics_of(BOTH), stream)
    return "\n".join(line.rstrip() for line in stream.getvalue().splitlines())


def test_each_part_is_shown_beside_its_section_of_the_summary() -> None:
    text = shown(the_case(), good("bridge"))
    assert text.startswith("bridge, time 1 (desk local)\n")
    assert "- A bridge in Arden is shut.            - Arden closed a bridge after 14" in text
    assert "- must  The bridge was closed. [1]" in text
    assert "- no date  The council votes." in text
    assert "- “The bridge stays shut.” — nobody is" in text
    assert "- Ruth Ekman (person, main), also" in text
    assert "- $2.5 million: the repairs" in text
    assert "- 2026-03-12  Thursday" in text
    assert "- status  It reopened." in text
    assert "not labelled                            - Arden shuts the Kell Street bridge" in text
    assert max(map(len, text.splitlines())) <= 80


def test_scores_stand_with_the_part_that_they_are_of() -> None:
    text = shown(the_case(Expected(entities=(RUTH, ARDEN))), good("bridge"))
    entities, rest = text.split("\nEntities\n")[1].split("\nOther scores\n")
    assert "names.found  1.000, of 2" in entities
    assert "gist.words  9.00, of 1" in rest


def test_what_was_missed_is_noted() -> None:
    nobody = ExpectedEntity("Bo\x1b[2J Holm", (), None, "passing")
    text = shown(the_case(Expected(entities=(nobody,))), good("bridge"))
    assert "names.found  0.000, of 1\n    Bo [2J Holm" in text
    assert "Bo [2J Holm (of no kind, passing)" in text
    assert "\x1b" not in text


def test_of_the_article_only_cited_sentences_are_shown() -> None:
    text = shown(the_case(Expected(gists=("A bridge is shut.",))), good("bridge"))
    cited = text.split("Sentences that are cited\n")[1]
    assert "  1  The Kell Street bridge in Arden was closed on Thursday" in cited
    assert "gamble" not in cited


def test_of_a_failed_case_the_failure_is_shown_and_what_was_expected() -> None:
    text = shown(the_case(), bad("bridge"))
    assert "TruncatedError  it was cut off" in text
    assert "- must  The bridge was closed. [1]" in text
    assert "names.found  0.000" in text
    assert "Findings" not in text
    assert "  6  It is unclear when the bridge will open again." in text


def test_of_a_case_that_nobody_cites_no_sentence_is_shown() -> None:
    text = shown(a_case("bridge", RUTH), bad("bridge"))
    assert "Sentences that are cited" not in text


def test_a_sentence_that_the_article_lacks_is_no_reason_to_stop() -> None:
    question = ExpectedQuestion("Why?", frozenset({99}))
    text = shown(the_case(Expected(questions=(question,))), bad("bridge"))
    assert "- Why? [99]" in text


def test_findings_are_shown() -> None:
    assert "No findings" in shown(the_case(), good("bridge"))
    result = good("bridge").result
    assert result is not None
    wrong = Finding(path="gist.text", kind="number", severity="error", message="41 is not 14")
    other = result.model_copy(update={"findings": (wrong,)})
    outcome = good("bridge").model_copy(update={"result": other})
    assert "\nFindings\n  error  gist.text: 41 is not 14" in shown(the_case(), outcome)


def test_what_nobody_labelled_has_no_lines() -> None:
    bare = the_case(Expected())
    assert expected_lines(bare, "facts") is None
    assert expected_lines(the_case(Expected(facts=())), "facts") == ()
