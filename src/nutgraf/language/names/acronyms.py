"""Matches acronyms to the long names of the same text: "ESA" to "European Space Agency".

Acronyms that every reader knows are rows of ``gazetteer``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from nutgraf.language.names.folding import fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from nutgraf.language.names.candidates import Candidate

_FEWEST_LETTERS: Final = 2
_LARGEST_GAP_CHARS: Final = 2


def is_acronym(words: Sequence[str]) -> bool:
    """Tell whether a name is one word of capitals, such as "IAEA", "U.S." or "DoD"."""
    letters = words[0].replace(".", "")
    capitals = sum(letter.isupper() for letter in letters)
    return len(words) == 1 and capitals >= _FEWEST_LETTERS and 2 * capitals > len(letters)


def find_acronyms(candidates: Sequence[Candidate]) -> dict[str, str]:
    """Map folded acronyms to the folded long names that the text has for them.

    An acronym that fits two long names is left out, unless one of them stands right before it in
    parentheses, or it right before one of them.
    """
    by_initials: dict[str, set[str]] = {}
    for candidate in candidates:
        if len(candidate.words) > 1 and candidate.certain:
            for initials in _initials(candidate.words):
                by_initials.setdefault(initials, set()).add(fold(candidate.form))
    acronyms = {
        initials: next(iter(forms)) for initials, forms in by_initials.items() if len(forms) == 1
    }
    return acronyms | dict(_defined(candidates))


def _initials(words: Sequence[str]) -> set[str]:
    """Give the initials of a name, once with and once without its small words."""
    parts = [part for word in words for part in word.split("-") if part]
    capitals = "".join(part[0] for part in parts if part[0].isupper())
    return {
        initials.casefold()
        for initials in (capitals, "".join(part[0] for part in parts))
        if len(initials) >= _FEWEST_LETTERS
    }


def _defined(candidates: Iterable[Candidate]) -> Iterable[tuple[str, str]]:
    """Find the pairs that the text itself defines: "Long Name (LN)" and "LN (Long Name)"."""
    previous = None
    for candidate in candidates:
        if previous is not None and candidate.before[1] == "(" and _is_beside(previous, candidate):
            long, short = sorted((previous, candidate), key=lambda one: is_acronym(one.words))
            if is_acronym(short.words) and not is_acronym(long.words) and _abbreviates(short, long):
                yield fold(short.form), fold(long.form)
        previous = candidate


def _is_beside(first: Candidate, second: Candidate) -> bool:
    return second.span.start - first.span.end <= _LARGEST_GAP_CHARS


def _abbreviates(short: Candidate, long: Candidate) -> bool:
    """Tell whether the acronym's letters occur in the long name in this order."""
    letters = fold(short.form)
    rest = iter(fold(long.form))
    return fold(long.form)[:1] == letters[:1] and all(letter in rest for letter in letters)
