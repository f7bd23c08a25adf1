"""The ``nutgraf eval`` commands: run a suite, score it again, look at it, compare, judge, lint."""

import click

from nutgraf.cli.eval.agreement import agreement
from nutgraf.cli.eval.calibrate import calibrate
from nutgraf.cli.eval.compare import compare
from nutgraf.cli.eval.judge import judge
from nutgraf.cli.eval.lint import lint
from nutgraf.cli.eval.run import run
from nutgraf.cli.eval.score import score
from nutgraf.cli.eval.show import show


@click.group("eval")
def evaluation() -> None:
    """Score summaries against labelled articles."""


for command in (run, score, show, compare, judge, calibrate, lint, agreement):
    evaluation.add_command(command)
