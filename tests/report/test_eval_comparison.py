from __future__ import annotations

from io import StringIO

from nutgraf.evals.comparison import Comparison, compare
from nutgraf.evals.scores import Metric
from nutgraf.report.eval_comparison import comparison_to_markdown, comparison_to_terminal

METRICS = [
    Metric("entities.salience_recall", "higher", share=True, what=""),
    Metric("facts.must_recall", "higher", share=True, what=""),
    Metric("tokens.output", None, share=False, what=""),
    Metric("quotes|speaker", "higher", share=True, what=""),
    Metric("events.date", "higher", share=True, what=""),
]
CASES = [f"council-budget-{number}" for number in range(12)]


def comparison() -> Comparison:
    falls = [0.3, 0.2, 0.25, 0.1, 0.15, 0.3, 0.2, 0.1, 0.05, 0.3, 0.2, -0.05]
    before: dict[str, dict[str, float | None]] = {
        "entities.salience_recall": dict.fromkeys(CASES, 0.8),
        "facts.must_recall": dict.fromkeys(CASES, 0.5),
        "tokens.output": {case: 1000.0 + number for number, case in enumerate(CASES)},
    }
    after: dict[str, dict[str, float | None]] = {
        "entities.salience_recall": {
            case: 0.8 - fall for case, fall in zip(CASES, falls, strict=True)
        },
        "facts.must_recall": {**before["facts.must_recall"], CASES[1]: None},
        "tokens.output": {case: 1250.0 - number for number, case in enumerate(CASES[:-1])},
        "quotes|speaker": {CASES[0]: 1.0},
    }
    return compare(before, after, METRICS, before="extractive", after="qwen\x1b[2J*")


def printed(cases: int = 3) -> str:
    stream = StringIO()
    comparison_to_terminal(comparison(), stream, cases=cases)
    return stream.getvalue()


def test_it_fits_80_columns_and_names_both_runs() -> None:
    lines = printed().splitlines()
    assert max(len(line) for line in lines) <= 80
    assert lines[0].startswith("A extractive, B qwen")
    assert "\x1b" not in printed()


def test_a_row_has_both_means_the_difference_its_interval_and_the_verdict() -> None:
    [row] = [
        line for line in printed().splitlines() if line.startswith("entities.salience_recall ")
    ][:1]
    assert row.split()[1:4] == ["0.80", "0.63", "-0.18"]
    assert row.split()[-1] == "worse"
    [untouched] = [
        line for line in printed().splitlines() if line.startswith("facts.must_recall ")
    ][:1]
    assert untouched.split()[1:] == [
        "0.50",
        "0.50",
        "+0.00",
        "-",
        "-",
        "1.000",
        "11",
        "not",
        "shown",
    ]


def test_cases_that_moved_are_named_with_the_furthest_first() -> None:
    text = " ".join(printed(cases=2).split())
    assert "11 fell: council-budget-0 0.80 → 0.50, council-budget-5 0.80 → 0.50, ...;" in text
    assert "1 rose: council-budget-11 0.80 → 0.85" in text
    assert "tokens.output 11 rose: council-budget-0 1,000 → 1,250," in text


def test_cases_of_one_run_only_are_all_named() -> None:
    text = " ".join(printed().split())
    assert "facts.must_recall not applicable after: council-budget-1" in text
    assert "tokens.output missing after: council-budget-11" in text


def test_what_nothing_can_be_said_of_is_shown_as_that() -> None:
    [row] = [line for line in printed().splitlines() if line.startswith("quotes|speaker ")]
    assert row.split()[1:] == ["-", "-", "-", "-", "-", "-", "0", "no", "pairs"]


def test_what_no_case_has_is_left_out_and_said_to_be() -> None:
    assert "events.date" not in printed()
    assert "1 metric left out that no case has." in " ".join(printed().split())


def test_in_markdown_nothing_is_read_as_markup() -> None:
    text = comparison_to_markdown(comparison())
    assert text.startswith("# A extractive, B qwen")
    assert "\x1b" not in text
    assert "| quotes\\|speaker | - | - |" in text
    assert "| --- | ---: |" in text
    assert "## Cases that moved\n\n- **entities.salience\\_recall** 11 fell: " in text


def test_small_amounts_keep_their_digits() -> None:
    seconds = Metric("seconds", "lower", share=False, what="")
    before = {"seconds": dict.fromkeys(CASES, 1.2345)}
    after = {"seconds": dict.fromkeys(CASES, 12.3456)}
    text = comparison_to_markdown(compare(before, after, [seconds]))
    assert "| seconds | 1.23 | 12.3 | +11.1 | - | - | \\<.001 | 12 | worse |" in text
