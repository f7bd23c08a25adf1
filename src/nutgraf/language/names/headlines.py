"""Finds names in lines whose capitals tell nothing: headlines in title case or all capitals.

There only names count that the rest of the text or the tables know. All else is in ``candidates``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from nutgraf.language.names import gazetteer
from nutgraf.language.names.candidates import make_candidate
from nutgraf.language.names.folding import fold
from nutgraf.language.names.given_names import GIVEN_NAMES
from nutgraf.language.names.tokens import is_common

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from nutgraf.language.names.candidates import Candidate
    from nutgraf.language.names.lines import Line

_LONGEST_NAME_TOKENS: Final = 7
# In all capitals, "US" and "IT" cannot be told from the pronouns.
_SHORTEST_LETTERS: Final = 3


def known_forms(candidates: Iterable[Candidate]) -> frozenset[str]:
    """Gather the folded forms under which a headline may use the names found so far."""
    sure = [candidate for candidate in candidates if candidate.certain]
    forms = {fold(candidate.form) for candidate in sure}
    surnames = {
        fold(candidate.words[-1]) for candidate in sure if candidate.words[0] in GIVEN_NAMES
    }
    return frozenset(forms | surnames)


def headline_candidates(line: Line, known: frozenset[str]) -> Iterator[Candidate]:
    """Find the known names of a line in title case, and given names with a surname."""
    shouts = all(
        token.text.isupper() for token in line.tokens if len(token.text) > _SHORTEST_LETTERS
    )
    start = 0
    while start < len(line.tokens):
        end = start if shouts and _is_short(line, start) else _longest_match(line, start, known)
        if end > start:
            yield make_candidate(line, start, end)
        start = max(end, start + 1)


def _is_short(line: Line, start: int) -> bool:
    return len(line.tokens[start].text) < _SHORTEST_LETTERS


def _longest_match(line: Line, start: int, known: frozenset[str]) -> int:
    if not line.tokens[start].text[0].isupper():
        return start
    for end in range(min(len(line.tokens), start + _LONGEST_NAME_TOKENS), start, -1):
        form = line.form(start, end)
        if form in gazetteer.KNOWN or fold(form) in known:
            return end
    return start + 2 if _is_full_name(line, start) else start


def _is_full_name(line: Line, start: int) -> bool:
    if line.roles[start : start + 2] != "CC" or line.tokens[start].text not in GIVEN_NAMES:
        return False
    return not is_common(line.low(start)) and not is_common(line.low(start + 1))
