"""Drafts a news summary without a model, from the readings of the article.

This module is the interface; each part of the summary has a module of its own beside it.
"""

from nutgraf.drafting.extractive.drafting import extract

__all__ = ["extract"]
