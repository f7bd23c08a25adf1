"""Perturbations of polarity: a "not" more, a "not" less."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from nutgraf.article import Span
from nutgraf.evals.perturbations.inflection import forms, is_form, past, verb_of
from nutgraf.evals.perturbations.statement import replaced
from nutgraf.evals.perturbations.verbs import MainVerb, Token, told_verb
from nutgraf.evals.perturbations.words import word_set

if TYPE_CHECKING:
    from collections.abc import Callable

    from nutgraf.evals.perturbations.statement import TrueStatement

# "May not", "could not" and "some did not" may well be true beside "may", "could" and "some did".
_NO_OPPOSITE: Final = frozenset({"may", "might", "could", "should", "do", "does", "did", "cannot"})
_QUANTIFIERS: Final = word_set(
    "some many most several few all every each any none no neither both only nearly almost half"
)
_SCOPED: Final = word_set(
    "not only also just never no still already yet even both either neither nor mostly "
    "largely partly probably likely hardly nothing none less more least most up nearly "
    "about almost rather any anything anyone"
)
_PARTICIPLE_WITHIN: Final = 3
_BETWEEN: Final = frozenset({"now", "then", "since", "once", "long"})


def add_negation(statement: TrueStatement, seed: int) -> str | None:  # noqa: ARG001 - one way only
    """Return the statement with its main verb negated."""
    verb = told_verb(statement.text)
    if verb is None or not _can_be_negated(verb):
        return None
    return replaced(statement.text, verb.token.span, _negated(verb))


def _can_be_negated(verb: MainVerb) -> bool:
    if verb.token.low in _NO_OPPOSITE or _QUANTIFIERS & {token.low for token in verb.before}:
        return False
    return not _SCOPED & {token.low for token in verb.after[:4]}


def _negated(verb: MainVerb) -> str:
    word = verb.token.text
    if verb.form == "past" or (verb.token.low == "had" and not is_auxiliary(verb)):
        return f"did not {verb.verb}"
    if verb.form == "present" or (verb.token.low == "has" and not is_auxiliary(verb)):
        return f"does not {verb.verb}"
    if verb.token.low == "have" and not is_auxiliary(verb):
        return "do not have"
    return f"{word}not" if verb.token.low == "can" else f"{word} not"


def is_auxiliary(verb: MainVerb) -> bool:
    """Tell whether a participle follows a form of "have" (or of "be", for the passive)."""
    between = (token for token in verb.after[:_PARTICIPLE_WITHIN] if not _may_stand_between(token))
    following = next(between, None)
    return following is not None and is_form(following.text, "VBN")


def _may_stand_between(token: Token) -> bool:
    return token.low.endswith("ly") or token.low in _BETWEEN


def remove_negation(statement: TrueStatement, seed: int) -> str | None:  # noqa: ARG001 - one way only
    """Return the statement without its only negation."""
    text = statement.text
    if len(_NEGATIONS.findall(text)) != 1 or _ONLY_NEGATED.search(text):
        return None
    for pattern, rewrite in _REWRITES:
        found = pattern.search(text)
        if found and not statement.is_quoted(Span(*found.span())):
            words = rewrite(found)
            return None if words is None else replaced(text, Span(*found.span()), words)
    return None


def _in_past(found: re.Match[str]) -> str | None:
    verb = verb_of(found["verb"])
    return past(verb) if verb == found["verb"] else None


def _in_present(found: re.Match[str]) -> str | None:
    verb = verb_of(found["verb"])
    return forms(verb, "VBZ")[0] if verb == found["verb"] else None


def _kept(found: re.Match[str]) -> str:
    return found["kept"]


_NEGATIONS: Final = re.compile(
    r"(?i)\b(?:not|never|no|none|nobody|nothing|neither|nor|without|cannot|failed to|refused to"
    r"|declined to|unable to)\b|n['\u2019]t\b"
)
# Words that stand with a negation only, and a relative clause that says which ones are meant.
_ONLY_NEGATED: Final = re.compile(r"\b(?:yet|any|anything|anyone|either|at all)\b|\w who do not\b")
_REWRITES: Final[tuple[tuple[re.Pattern[str], Callable[[re.Match[str]], str | None]], ...]] = (
    (re.compile(r"\bdid(?: not|n['\u2019]t) (?P<verb>[a-z]+)\b"), _in_past),
    (re.compile(r"\bdoes(?: not|n['\u2019]t) (?P<verb>[a-z]+)\b"), _in_present),
    (re.compile(r"\bdo(?: not|n['\u2019]t) (?P<kept>[a-z]+)\b"), _kept),
    (re.compile(r"\b(?:failed|refused|declined) to (?P<verb>[a-z]+)\b"), _in_past),
    (re.compile(r"\b(?P<kept>can)(?:not|['\u2019]t)\b"), _kept),
    (re.compile(r"\bwon['\u2019]t\b"), lambda _: "will"),
    (
        re.compile(
            r"\b(?P<kept>is|are|was|were|has|have|had|will|would|can|could|must|should)"
            r"(?: not|n['\u2019]t)(?! only\b| yet\b)\b"
        ),
        _kept,
    ),
    (re.compile(r"\bunable to\b"), lambda _: "able to"),
    (re.compile(r"\bnever (?P<kept>[a-z]+)\b"), _kept),
    (re.compile(r"\b(?P<kept>has|have|had) no (?=[a-z]+s\b)"), lambda found: f"{found['kept']} "),
)
