"""The main verb of a statement, found only where there is little doubt about it.

This is not the reading of predicates that the checks use: what measures them must not share their
blind spots.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final, Literal

from nutgraf.article import Span
from nutgraf.evals.perturbations.inflection import is_form, is_noun_too, verb_of
from nutgraf.evals.perturbations.words import word_set

Form = Literal["auxiliary", "past", "present"]

_TOKEN: Final = re.compile(r"[^\W\d_]+(?:['\u2019-][^\W\d_]+)*|\d[\d.,]*\d|\S")
_SET_ASIDE: Final = re.compile(r"[\"\u201c][^\"\u201d]*[\"\u201d]?|\([^)]*\)?|\[[^\]]*\]?")
BE: Final = frozenset({"is", "are", "was", "were"})
HAVE: Final = frozenset({"has", "have", "had"})
MODALS: Final = frozenset({"will", "would", "can", "could", "may", "might", "must", "should"})
_AUXILIARIES: Final = BE | HAVE | MODALS | {"does", "do", "did", "cannot"}
_OPENS_A_CLAUSE: Final = word_set(
    "who which that whose whom where when while because although though after before "
    "since if unless until as whether how why what"
)
_ENDS_THE_CLAUSE: Final = _OPENS_A_CLAUSE | frozenset({",", ";", ":", "\u2014", "\u2013"})
_BEFORE_A_NOUN: Final = word_set(
    "a an the this these those his her its their our my your some any no every each of in "
    "on at by for with from to into over under about and or more most very such other "
    "another"
)
_PREPOSITIONS: Final = word_set("in on at during under for with following from by despite")
SAYING: Final = word_set(
    "say tell announce argue claim warn add believe report state note insist explain "
    "confirm suggest predict stress acknowledge admit allege maintain reveal show find "
    "conclude think write"
)

_SAYING_WITHOUT_THAT: Final = frozenset({"say", "believe", "think"})
_TO_WHOM: Final = 4
_OPENS_AN_OBJECT: Final = word_set(
    "a an the this these those his her its their some any no every how why what"
)


@dataclass(frozen=True, slots=True)
class Token:
    """A word or a mark, with its place."""

    text: str
    span: Span

    @property
    def low(self) -> str:
        """The word in small letters."""
        return self.text.lower()


@dataclass(frozen=True, slots=True)
class MainVerb:
    """The finite verb of a statement.

    Attributes:
        token: The verb itself or its auxiliary.
        form: Which of them.
        verb: Its base form.
        after: The words that follow it, to the end of the statement.
        before: The words before it, from the start of its clause.
    """

    token: Token
    form: Form
    verb: str
    after: tuple[Token, ...]
    before: tuple[Token, ...]


def tokens(text: str) -> list[Token]:
    """Return the words and marks outside quotation marks and brackets."""
    aside = _SET_ASIDE.sub(_blanks, text)
    return [Token(found[0], Span(*found.span())) for found in _TOKEN.finditer(aside)]


def _blanks(found: re.Match[str]) -> str:
    """Return blanks as long as what was found; a comma before a closing quotation mark stays."""
    words = found[0]
    return " " * (len(words) - 2) + ", " if words[-2:-1] == "," else " " * len(words)


def main_verb(text: str, start: int = 0) -> MainVerb | None:
    """Return the main verb of the first clause at or after an offset, where it is beyond doubt."""
    words = [token for token in tokens(text) if token.span.start >= start]
    words = _without_insertions(_without_opening(words))
    found = _finite(words)
    if not found:
        return None
    index, form = found[0]
    if not _is_certain(words, found):
        return None
    token = words[index]
    verb = verb_of(token.text) or token.low
    return MainVerb(token, form, verb, tuple(words[index + 1 :]), tuple(words[:index]))


def told_verb(text: str) -> MainVerb | None:
    """Return the main verb of what is told: of the reported clause where there is one."""
    outer = main_verb(text)
    if outer is None or outer.verb not in SAYING:
        return outer
    reach = _TO_WHOM if outer.verb in {"tell", "say"} else 1
    that = next((token for token in outer.after[:reach] if token.low == "that"), None)
    if that is None and outer.verb not in _SAYING_WITHOUT_THAT:
        return outer
    start = that.span.end if that else outer.token.span.end
    return main_verb(text, start) or outer


def _without_opening(words: list[Token]) -> list[Token]:
    """Leave out an adverbial or a subordinate clause before the first comma."""
    if not words or words[0].low not in _OPENS_A_CLAUSE | _PREPOSITIONS | {"according"}:
        return words
    commas = (i for i, token in enumerate(words[:25]) if token.text == ",")
    comma = next((i for i in commas if not _is_dated(words, i)), None)
    if comma is not None:
        return words[comma + 1 :]
    return [] if words[0].low in _OPENS_A_CLAUSE else words


def _without_insertions(words: list[Token]) -> list[Token]:
    """Leave out what stands between two commas before the verb: appositions, relative clauses."""
    commas = [i for i, token in enumerate(words) if token.text == "," and not _is_dated(words, i)]
    if not commas or _finite(words[: commas[0]]):
        return words
    if len(commas) == 1:
        return []
    inside = words[commas[0] + 1 : commas[1]]
    is_relative = bool(inside) and inside[0].low in _OPENS_A_CLAUSE
    if not is_relative and any(_form(inside, i) for i in range(len(inside))):
        return []
    return words[: commas[0]] + words[commas[1] + 1 :]


def _is_dated(words: list[Token], index: int) -> bool:
    """Tell whether a comma only stands inside a date ("Friday, May 8, 2009")."""
    if words[index].text != "," or not 0 < index < len(words) - 1:
        return False
    before, after = words[index - 1].text, words[index + 1].text
    return (before.isdigit() and after[:4].isdigit()) or before.endswith("day")


def _finite(words: list[Token]) -> list[tuple[int, Form]]:
    """Return the words of the first clause that may be its finite verb."""
    found: list[tuple[int, Form]] = []
    for index, token in enumerate(words):
        if token.low in _ENDS_THE_CLAUSE and not _is_dated(words, index):
            if found or token.low in _OPENS_A_CLAUSE:
                break
            continue
        form = _form(words, index)
        if form is not None:
            found.append((index, form))
    return found


def _form(words: list[Token], index: int) -> Form | None:
    token, before = words[index], words[index - 1].low if index else ""
    if token.low in _AUXILIARIES and token.text != "May" and before not in {"the", "having"}:
        return "auxiliary"
    if index == 0 or not token.text.islower() or before in _BEFORE_A_NOUN:
        return None
    if before in BE | HAVE | {"been", "be", "being", "having", "not"}:
        return None
    after = words[index + 1].low if index + 1 < len(words) else "."
    if is_form(token.text, "VBD"):
        return None if after == "by" else "past"
    return "present" if is_form(token.text, "VBZ") else None


def _is_certain(words: list[Token], found: list[tuple[int, Form]]) -> bool:
    """Tell whether the first candidate is the verb: alone, or of a form that is nothing else."""
    index, form = found[0]
    token = words[index]
    if index == 0:
        return False
    if form == "auxiliary" or (form == "past" and not is_form(token.text, "VBN")):
        return True
    if token.low == "said":
        return words[index + 1 : index + 2] != [] and words[index + 1].low != "to"
    rivals = [i for i, other in found if other != "present" or not _reads_as_noun(words, i)]
    return rivals == [index]


def _reads_as_noun(words: list[Token], index: int) -> bool:
    if not is_noun_too(words[index].text):
        return False
    after = words[index + 1].low if index + 1 < len(words) else "."
    # "Wikinews interviews two people": what follows a name as a plural noun is rare.
    is_named = index > 1 and words[index - 1].text.istitle()
    return after not in _OPENS_AN_OBJECT and not is_named
