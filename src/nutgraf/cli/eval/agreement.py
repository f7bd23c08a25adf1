"""``nutgraf eval agreement``: two labellings of the same articles."""

from __future__ import annotations

import json
import sys
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from pathlib import Path

from nutgraf.cli.eval.options import RUN


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
    from nutgraf.evals.judged_statements import (  # noqa: PLC0415
        JUDGEMENTS_FILE,
        load_judged,
        statement_agreement,
    )
    from nutgraf.evals.second_pass import agreement as compared  # noqa: PLC0415
    from nutgraf.evals.suites import load_suite  # noqa: PLC0415
    from nutgraf.evals.told_facts import TOLD_FILE, load_told, told_agreement  # noqa: PLC0415
    from nutgraf.report.eval_judge import (  # noqa: PLC0415
        agreement_tables,
        statements_table,
        told_table,
    )
    from nutgraf.report.tables import print_table  # noqa: PLC0415
    from nutgraf.report.terminal import console_for  # noqa: PLC0415

    cases = load_suite(first).cases
    found = compared(cases, load_suite(second).cases)
    file = second / JUDGEMENTS_FILE
    judged = statement_agreement(cases, load_judged(file)) if file.exists() else None
    file = second / TOLD_FILE
    told = told_agreement(cases, load_told(file)) if file.exists() else None
    if form == "json":
        fields = [one.model_dump() for one in found]
        statements = judged.model_dump() if judged else None
        read = told.model_dump() if told else None
        json.dump({"fields": fields, "statements": statements, "told": read}, sys.stdout, indent=2)
        sys.stdout.write("\n")
        return
    console = console_for(sys.stdout)
    for table in agreement_tables(found):
        print_table(table, console)
    if judged:
        print_table(statements_table(judged), console)
    if told:
        print_table(told_table(told), console)
