"""Checking any summary against its article: nutgraf's own, or anybody's.

What is wrong with a statement is found by ``nutgraf.grounding``; reading summaries and telling what
was found is the business of the modules here.
"""

from nutgraf.checking.checker import SummarySource, check

__all__ = ["SummarySource", "check"]
