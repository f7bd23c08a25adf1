"""Date expressions of English news and what they mean against the publication day.

Other languages are not read; clock times and durations are left to the reader.
"""

from nutgraf.language.dates.bounds import bounded
from nutgraf.language.dates.certainty import Certainty
from nutgraf.language.dates.expressions import DateExpression, find_dates
from nutgraf.language.dates.given import resolve_date, resolve_spans
from nutgraf.language.dates.walk import is_joined

__all__ = [
    "Certainty",
    "DateExpression",
    "bounded",
    "find_dates",
    "is_joined",
    "resolve_date",
    "resolve_spans",
]
