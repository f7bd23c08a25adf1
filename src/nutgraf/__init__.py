"""Structured summaries of articles that can be checked.

The public names are loaded when they are first used, so that importing nutgraf stays quick.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from nutgraf.article import Article, Span
    from nutgraf.batching.faces import abatch, batch
    from nutgraf.checking import check
    from nutgraf.errors import NutgrafError
    from nutgraf.llm.scripted import ScriptedClient
    from nutgraf.reading import read
    from nutgraf.schema.news import NewsSummary
    from nutgraf.schema.result import Finding, Result, load_result
    from nutgraf.settings import Settings
    from nutgraf.summarizer import Summarizer, asummarize, summarize

_HOMES = {
    "Article": "nutgraf.article",
    "Finding": "nutgraf.schema.result",
    "NewsSummary": "nutgraf.schema.news",
    "NutgrafError": "nutgraf.errors",
    "Result": "nutgraf.schema.result",
    "ScriptedClient": "nutgraf.llm.scripted",
    "Settings": "nutgraf.settings",
    "Span": "nutgraf.article",
    "Summarizer": "nutgraf.summarizer",
    "abatch": "nutgraf.batching.faces",
    "asummarize": "nutgraf.summarizer",
    "batch": "nutgraf.batching.faces",
    "check": "nutgraf.checking",
    "load_result": "nutgraf.schema.result",
    "read": "nutgraf.reading",
    "summarize": "nutgraf.summarizer",
}

__all__ = [
    "Article",
    "Finding",
    "NewsSummary",
    "NutgrafError",
    "Result",
    "ScriptedClient",
    "Settings",
    "Span",
    "Summarizer",
    "abatch",
    "asummarize",
    "batch",
    "check",
    "load_result",
    "read",
    "summarize",
]


def __getattr__(name: str) -> object:
    if name not in _HOMES:
        raise AttributeError(f"module 'nutgraf' has no attribute {name!r}")
    value = getattr(import_module(_HOMES[name]), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
