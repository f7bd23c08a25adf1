"""Date expressions of English news and what they mean against the publication day.

Other languages are not read; clock times and durations are left to the reader.
"""

from nutgraf.language.dates.expressions import (
    Certainty,
    DateExpression,
    find_dates,
    resolve_date,
)

__all__ = ["Certainty", "DateExpression", "find_dates", "resolve_date"]
