"""Finds the people, organisations, places and other things that an article names.

This module is the interface; the words and rules are in the modules beside it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from nutgraf.language.names.candidates import line_candidates
from nutgraf.language.names.clusters import merge
from nutgraf.language.names.headlines import headline_candidates, known_forms
from nutgraf.language.names.lines import gather_evidence, read_lines
from nutgraf.language.names.name import Name, NameKind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from nutgraf.language.sentences import Sentence

__all__ = ["Name", "NameKind", "find_names"]


def find_names(text: str, sentences: Sequence[Sentence]) -> tuple[Name, ...]:
    """Find the names of a text, the variants of each merged.

    Args:
        text: The article's text.
        sentences: Its sentences, as ``split_sentences`` gives them.

    Returns:
        The names in the order of their first mention; no two mentions overlap.
    """
    lines = read_lines(text, sentences)
    evidence = gather_evidence(lines)
    by_line = [[] if line.flat else list(line_candidates(line, evidence)) for line in lines]
    known = known_forms(candidate for found in by_line for candidate in found)
    for index, line in enumerate(lines):
        if line.flat:
            by_line[index] = list(headline_candidates(line, known))
    return merge(text, [candidate for found in by_line for candidate in found])
