"""A run's report as people read it: it fits 80 columns, and nothing in it is read as markup."""

from __future__ import annotations

import io
from typing import Any

import pytest
from tests.support.suites import BOTH, FOUND, RUTH, a_case, a_suite, bad, good

from nutgraf.evals.aggregation import summarise
from nutgraf.evals.case import Suite
from nutgraf.evals.outcomes import Failure, Outcome
from nutgraf.evals.report import Report
from nutgraf.evals.runs.manifest import Manifest, SuiteRecord, TaskRecord
from nutgraf.evals.scoring import metrics_of, score_outcomes
from nutgraf.report.eval_tables import closing, heading, tables
from nutgraf.report.evaluation import evaluation_to_markdown, evaluation_to_terminal
from nutgraf.report.tables import NOT_APPLICABLE, number
from nutgraf.schema.news import NewsSummary
from nutgraf.schema.result import PromptRecord

TASK = TaskRecord(name="small", prompt=PromptRecord(name="news", version=3, digest="d"))


def report_of(
    *outcomes: Outcome[Any],
    suite: Suite | None = None,
    repeats: int = 1,
    task: TaskRecord = TASK,
    by: str | None = None,
) -> Report:
    cases = suite or a_suite()
    manifest = Manifest(suite=SuiteRecord.of(cases), task=task, repeats=repeats)
    scores = score_outcomes(cases, outcomes, BOTH)
    return summarise(cases, manifest, outcomes, scores, metrics_of(BOTH), by=by)


@pytest.fixture(autouse=True)
def _narrow(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "80")


def printed(report: Report, worst: int = 0) -> str:
    stream = io.StringIO()
    evaluation_to_terminal(report, stream, worst=worst)
    return stream.getvalue()


def row(text: str, begin: str) -> list[str]:
    """Return the words of the first line that begins like that."""
    return next(line for line in text.splitlines() if line.startswith(begin)).split()


def test_the_heading_says_what_was_asked_of_what() -> None:
    assert heading(report_of(good("ash"))) == "bridges: 3 cases; small, prompt news@v3"
    one = Suite("gum", (a_case("ash", RUTH),), only={"genre": ("news", "voyage")})
    report = report_of(good("ash"), suite=one, repeats=2, task=TaskRecord(name="extractive"))
    assert heading(report) == "gum (genre=news|voyage): 1 case, 2 times each; extractive"


def test_each_metric_has_a_row_with_its_interval_and_counts() -> None:
    text = printed(report_of(good("ash"), good("birch"), good("cedar")))
    assert row(text, "names.found")[:1] == ["names.found"]
    assert row(text, "names.found")[1:] == ["0.750", "0.500", "to", "1.000", "2", "4"]
    assert row(text, "gist.words")[1:] == ["9.00", NOT_APPLICABLE, "3", "3"]


def test_a_metric_that_applies_to_nothing_is_left_out_and_said_to_be() -> None:
    text = printed(report_of(bad("cedar"), suite=a_suite(a_case("cedar"))))
    assert "names.found" not in text
    assert "2 metrics left out" in text.replace("\n", " ")


def test_repeats_have_a_column_of_their_own() -> None:
    text = printed(report_of(good("ash", 1), bad("ash", 2), repeats=2))
    assert "repeats" in text
    assert row(text, "names.found")[-1] == "0.707"
    assert "the run is not done: 2 cases to be asked" in text


def test_failed_cases_are_listed_and_their_messages_are_plain() -> None:
    failure = Failure(kind="OutputError", message="[red]no\x1b[31m\nfit[/red]")
    nasty = Outcome[NewsSummary](case="birch", repeat=1, digest="d1", failure=failure)
    text = printed(report_of(good("ash"), nasty))
    assert "Failed: 1 case" in text
    assert "OutputError" in text
    assert "[red]no [31m fit[/red]" in text
    assert "\x1b" not in text


def test_the_worst_come_first_when_asked_for() -> None:
    text = printed(report_of(good("ash"), good("birch"), bad("cedar")), worst=2)
    assert text.index("Lowest first") < text.index("Scores")
    assert row(text, "birch") == ["birch", "0.500", "names.found", "0.50"]
    failed = printed(report_of(bad("ash"), good("birch"), good("cedar")), worst=2)
    assert row(failed, "ash") == ["ash", "0.000", "no", "summary"]
    assert "Lowest first" not in printed(report_of(good("ash")))


def test_groups_stand_side_by_side_in_as_many_tables_as_it_takes() -> None:
    desks = ["a desk with a very long name, indeed", "b", "c", "d", "e", ""]
    cases = [a_case(f"case-{n}", RUTH, desk=desk) for n, desk in enumerate(desks)]
    suite = a_suite(*cases[:-1], a_case("case-5", RUTH))
    report = report_of(*(good(case.id) for case in suite.cases), suite=suite, by="desk")
    shown = [table for table in tables(report) if table.title == "By desk"]
    assert [len(table.header) for table in shown] == [5, 3]
    assert shown[0].header[1:3] == ("none (1)", "a desk with a very long name, indeed (1)")
    assert [table.rows[0] for table in shown] == [
        ("names.found", "1.000", "1.000", "1.000", "1.000"),
        ("names.found", "1.000", "1.000"),
    ]
    assert shown[0].below
    text = printed(report)
    assert max(map(len, text.splitlines())) <= 80
    assert text.count("names.found") == 3


def test_large_groups_need_no_warning() -> None:
    suite = a_suite(*(a_case(f"case-{n}", RUTH, desk="a") for n in range(5)))
    report = report_of(*(good(case.id) for case in suite.cases), suite=suite, by="desk")
    [group] = [table for table in tables(report) if table.title == "By desk"]
    assert group.below == ""


def test_everything_fits_80_columns() -> None:
    long = [a_case("a-case-with-quite-a-long-name-" + "x" * n, RUTH, desk="d") for n in range(9)]
    outcomes = [bad(case.id) for case in long]
    text = printed(report_of(*outcomes, suite=a_suite(*long), by="desk"), worst=9)
    assert max(map(len, text.splitlines())) <= 80


def test_what_it_took_is_said_in_a_line() -> None:
    [line] = closing(report_of(good("ash"), good("birch"), good("cedar")))
    assert line.startswith("3 outcomes: 3 requests, 0 rounds of repair, ")
    assert "cost unknown" in line
    free = report_of(good("ash"), good("birch"), good("cedar"))
    totals = free.totals.model_copy(update={"cost_usd": 0, "outcomes": 1})
    [line] = closing(free.model_copy(update={"totals": totals}))
    assert line.startswith("1 outcome: ")
    assert "cost 0.0000 US dollars" in line


def test_markdown_has_the_same_tables_and_no_markup_from_outside() -> None:
    failure = Failure(kind="OutputError", message="a | b `c` <script>")
    nasty = Outcome[NewsSummary](case="birch", repeat=1, digest="d1", failure=failure)
    text = evaluation_to_markdown(report_of(good("ash"), nasty, good("cedar"), by="desk"), worst=1)
    assert text.startswith("# bridges: 3 cases; small, prompt news@v3\n")
    assert "| metric | mean | 95 % interval | cases | items |\n| --- | ---: |" in text
    assert "| names.found | 0.500 | 0.000 to 1.000 | 2 | 4 |".replace("4 |", "2 |") in text
    assert "| birch | 1 | OutputError | a \\| b \\`c\\` \\<script\\> |" in text
    assert "## Lowest first" in text


@pytest.mark.parametrize(
    ("value", "share", "shown"),
    [
        (None, True, NOT_APPLICABLE),
        (0.0, True, "0.000"),
        (1.0, True, "1.000"),
        (0.25, False, "0.25"),
        (28.84, False, "28.8"),
        (12345.6, False, "12,346"),
    ],
)
def test_a_number_has_as_many_digits_as_can_be_read(
    value: float | None, shown: str, *, share: bool
) -> None:
    assert number(value, share=share) == shown


def test_a_share_of_nothing_is_shown_and_an_amount_of_nothing_is_not() -> None:
    report = report_of(bad("ash"), suite=a_suite(a_case("ash", RUTH)))
    assert report.metric(FOUND.name).mean.value == 0
    assert row(printed(report), "names.found")[1] == "0.000"
