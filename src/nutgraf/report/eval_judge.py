"""What a judge and two labellers have shown, as tables."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from nutgraf.article import on_one_line
from nutgraf.evals.statistics.prevalence import wilson
from nutgraf.report.tables import NOT_APPLICABLE, Table, interval, number

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from nutgraf.evals.judged_statements import StatementAgreement
    from nutgraf.evals.judging.calibration import Calibration
    from nutgraf.evals.judging.rates import Rate
    from nutgraf.evals.second_pass import Agreement
    from nutgraf.evals.statistics.intervals import Estimate
    from nutgraf.evals.told_facts import Told, ToldAgreement

_INTERVAL = "95 % interval"


def calibration_table(calibration: Calibration) -> Table:
    """Return how a judge did on questions that people have answered."""
    rows = (
        ("sensitivity: says yes where people do", calibration.sensitivity),
        ("specificity: says no where people do", calibration.specificity),
        ("agreement with people", calibration.agreement),
        ("kappa: agreement beyond chance", calibration.kappa),
    )
    prompt = calibration.prompt
    asked = f"{calibration.model}, prompt {prompt.name}@v{prompt.version}"
    unanswered = f"{calibration.unanswered} unanswered; " if calibration.unanswered else ""
    return Table(
        on_one_line(f"The judge {asked} on {calibration.source}"),
        ("", "value", _INTERVAL, "of"),
        tuple((what, *_estimated(one), str(one.items)) for what, one in rows),
        below=unanswered + _use(calibration),
    )


def rates_table(rates: Sequence[Rate]) -> Table:
    """Return what a judge says of a run, as it says it and corrected."""
    return Table(
        "Judged",
        ("", "reported", _INTERVAL, "corrected", _INTERVAL, "items"),
        tuple(
            (
                _KINDS[one.kind],
                *_estimated(one.reported),
                *(_estimated(one.corrected) if one.corrected else (NOT_APPLICABLE,) * 2),
                str(one.reported.items),
            )
            for one in rates
        ),
        below="; ".join(_doubts(rates)),
    )


def agreement_tables(agreement: Sequence[Agreement]) -> Iterator[Table]:
    """Yield how far two labellers agree on what is there, and on what they say of it."""
    yield Table(
        "Labelled by both",
        ("field", "first", "second", "matched", "F1", _INTERVAL),
        tuple(
            (one.field, str(one.first), str(one.second), str(one.matched), *_estimated(one.f1))
            for one in agreement
        ),
    )
    yield Table(
        "The same of what is matched",
        ("what", "share", _INTERVAL, "kappa", _INTERVAL, "of"),
        tuple(
            (
                f"{one.field}: {aspect}",
                *_estimated(estimate),
                *(_estimated(one.kappa[aspect]) if aspect in one.kappa else (NOT_APPLICABLE,) * 2),
                str(one.matched),
            )
            for one in agreement
            for aspect, estimate in one.aspects.items()
        ),
    )


def statements_table(judged: StatementAgreement) -> Table:
    """Return how far somebody judged labelled statements as they are meant."""
    kappa = _estimated(judged.kappa)
    return Table(
        "Statements judged without knowing the labels",
        ("", "as meant", "of", "kappa", _INTERVAL),
        (
            ("true or false", str(judged.as_meant), str(judged.statements), "", ""),
            ("what is wrong", str(judged.fault_as_meant), str(judged.faults), *kappa),
        ),
    )


def told_table(told: ToldAgreement) -> Table:
    """Return who agrees with readers on which key facts summaries tell."""
    shares = (
        (f"counted by the score, of facts told {_TOLD[how]}", wilson(share))
        for how, share in told.counted.items()
    )
    kappas = (
        ("kappa of score and reader, wholly or not", told.kappa),
        ("kappa of two readers, wholly or not", told.readers),
    )
    return Table(
        "Key facts told, by the score and by readers",
        ("", "value", _INTERVAL, "of"),
        tuple((what, *_estimated(one), str(one.items)) for what, one in (*shares, *kappas)),
    )


_TOLD: Final[Mapping[Told, str]] = {"all": "wholly", "part": "in part", "none": "not at all"}
_KINDS = {
    "support": "statements said by what they cite",
    "coverage": "key facts said by the statements",
}


def _estimated(estimate: Estimate) -> tuple[str, str]:
    value = number(estimate.value, share=True)
    return value, interval(estimate.low, estimate.high, share=True)


def _use(calibration: Calibration) -> str:
    if calibration.trial.corrected(0.5) is None:
        return "no better than guessing: the rates that it reports cannot be corrected"
    return "the rates that it reports can be corrected with these"


def _doubts(rates: Sequence[Rate]) -> Iterator[str]:
    for one in rates:
        if one.unanswered:
            yield f"{one.kind}: {one.unanswered} unanswered"
        if one.unsteady is not None:
            yield f"{one.kind}: {one.unsteady:.3f} of the questions answered both ways"
    if all(one.corrected is None for one in rates):
        yield "not corrected: without a calibration, or with a judge that guesses, nothing can be"
