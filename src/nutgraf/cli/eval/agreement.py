"""``nutgraf eval agreement``: two labellings of the same articles."""

from __future__ import annotations

import json
import sys
from dataclasses import dataclass
from typing import TYPE_CHECKING

import click

from nutgraf.cli.eval.options import RUN

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from nutgraf.evals.judged_statements import StatementAgreement
    from nutgraf.evals.second_pass import Agreement
    from nutgraf.evals.told_facts import ToldAgreement
    from nutgraf.report.tables import Table


@click.command()
@click.argument("first", type=RUN)
@click.argument("second", type=RUN)
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text")
def agreement(first: Path, second: Path, *, form: str) -> None:
    """Say how far two people label the same articles the same way.

    FIRST and SECOND are folders of labelled articles; those that both have are compared. If SECOND
    holds a judgements.jsonl, in which somebody judged the statements of FIRST without knowing which
    are true, or a told.jsonl, in which readers say which key facts summaries tell, that is compared
    too.
    """
    # Loaded here so that --help stays quick.
    from nutgraf.report.tables import print_table  # noqa: PLC0415
    from nutgraf.report.terminal import console_for  # noqa: PLC0415

    found = _compared(first, second)
    if form == "json":
        json.dump(found.as_json(), sys.stdout, indent=2)
        sys.stdout.write("\n")
        return
    console = console_for(sys.stdout)
    for table in _tables(found):
        print_table(table, console)


@dataclass(frozen=True, slots=True)
class _Compared:
    """What the two folders allow to compare."""

    fields: tuple[Agreement, ...]
    statements: StatementAgreement | None
    told: ToldAgreement | None

    def as_json(self) -> dict[str, object]:
        return {
            "fields": [one.model_dump() for one in self.fields],
            "statements": self.statements.model_dump() if self.statements else None,
            "told": self.told.model_dump() if self.told else None,
        }


def _compared(first: Path, second: Path) -> _Compared:
    from nutgraf.evals.judged_statements import (  # noqa: PLC0415  as above
        JUDGEMENTS_FILE,
        load_judged,
        statement_agreement,
    )
    from nutgraf.evals.second_pass import agreement as compared  # noqa: PLC0415  as above
    from nutgraf.evals.suites import load_suite  # noqa: PLC0415  as above
    from nutgraf.evals.told_facts import (  # noqa: PLC0415  as above
        TOLD_FILE,
        load_told,
        told_agreement,
    )

    cases = load_suite(first).cases
    judged, told = second / JUDGEMENTS_FILE, second / TOLD_FILE
    return _Compared(
        compared(cases, load_suite(second).cases),
        statement_agreement(cases, load_judged(judged)) if judged.exists() else None,
        told_agreement(cases, load_told(told)) if told.exists() else None,
    )


def _tables(found: _Compared) -> Iterator[Table]:
    from nutgraf.report.eval_judge import (  # noqa: PLC0415  as above
        agreement_tables,
        statements_table,
        told_table,
    )

    yield from agreement_tables(found.fields)
    if found.statements:
        yield statements_table(found.statements)
    if found.told:
        yield told_table(found.told)
