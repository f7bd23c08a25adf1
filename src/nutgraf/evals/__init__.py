"""The eval harness: hand-labelled articles, and summaries scored against them.

The public names are loaded when they are first used: scoring needs the extra ``evals``.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from nutgraf.evals.case import Case, Expected, Suite
    from nutgraf.evals.evaluation import aevaluate, evaluate, rescore
    from nutgraf.evals.report import Report
    from nutgraf.evals.scorers import SCORERS
    from nutgraf.evals.scores import Metric, Score, Scorer
    from nutgraf.evals.suites import load_suite

_HOMES = {
    "SCORERS": "nutgraf.evals.scorers",
    "Case": "nutgraf.evals.case",
    "Expected": "nutgraf.evals.case",
    "Metric": "nutgraf.evals.scores",
    "Report": "nutgraf.evals.report",
    "Score": "nutgraf.evals.scores",
    "Scorer": "nutgraf.evals.scores",
    "Suite": "nutgraf.evals.case",
    "aevaluate": "nutgraf.evals.evaluation",
    "evaluate": "nutgraf.evals.evaluation",
    "load_suite": "nutgraf.evals.suites",
    "rescore": "nutgraf.evals.evaluation",
}

__all__ = [
    "SCORERS",
    "Case",
    "Expected",
    "Metric",
    "Report",
    "Score",
    "Scorer",
    "Suite",
    "aevaluate",
    "evaluate",
    "load_suite",
    "rescore",
]


def __getattr__(name: str) -> object:
    if name not in _HOMES:
        raise AttributeError(f"module 'nutgraf.evals' has no attribute {name!r}")
    value = getattr(import_module(_HOMES[name]), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
