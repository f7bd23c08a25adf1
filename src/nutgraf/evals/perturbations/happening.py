"""Perturbations of status: what happened told as planned, what is planned or possible as done."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from nutgraf.article import Span
from nutgraf.evals.perturbations.cast import as_words
from nutgraf.evals.perturbations.inflection import is_base, is_form, past, verb_of
from nutgraf.evals.perturbations.statement import replaced
from nutgraf.evals.perturbations.verbs import SAYING, MainVerb, told_verb
from nutgraf.evals.perturbations.words import word_set

if TYPE_CHECKING:
    from nutgraf.evals.perturbations.statement import TrueStatement

# Words for a time that only one tense goes with.
_PAST_ONLY: Final = re.compile(
    r"\b(?:yesterday|last|ago|already|earlier|recently|previous(?:ly)?|since|former(?:ly)?"
    r"|once|then|originally|founded|born|died|after|when|while"
    r"|until (?:\w+ ){1,4}?(?:was|were|had))\b",
    re.IGNORECASE,
)
_FUTURE_ONLY: Final = re.compile(
    r"\b(?:tomorrow|next|coming|upcoming|soon|later this|by the end|within|if|unless|until|once"
    r"|provided that|in"
    r" (?:two|three|four|five|six|\d+) (?:days|weeks|months|years))\b",
    re.IGNORECASE,
)
# "Had it not sunk, ...": a condition without "if", with which no plain past agrees.
_UNREAL: Final = re.compile(r"^(?:Had|Were|Should)\b")
# What lasts or is merely said does not come to be by being planned.
_STATES: Final = word_set(
    "be have know believe think want need like hope fear expect seem appear remain "
    "include contain mean say tell argue claim warn add note insist suggest deny describe "
    "call consider own live stand lie belong cost own plan intend aim decide refuse fail "
    "decline agree promise vow threaten try seek begin continue show find "
    "blame"
)
_ADVERBS: Final = re.compile(r"ly$|^(?:almost|also|then|never|more|than|just)$")
# Further clauses of the past, with which a future would not agree.
_TOLD_ON: Final = re.compile(
    r"\b(?:but|and) (?:\w+ ){0,3}?(?:said|was|were|had|did)\b|\b(?:no|[Nn]either|nor)\b"
)
_YEAR: Final = re.compile(r"\b(?:1\d{3}|20\d\d)s?\b")
_ADVERB: Final = r"(?:\w+ly |also |now |then |soon |still )?"
_TO_COME: Final = (
    rf"\b(?:will {_ADVERB}|(?:is|are) {_ADVERB}(?:(?:set|due|expected|scheduled|slated|planned"
    r"|going|poised|about) )?to "
    r"|(?:plans?|intends?|aims?|expects?|hopes?|pledged|promised|agreed|vowed|planned|intended)"
    r" to )"
)
_MAY_BE: Final = rf"\b(?:may|might|could|would) {_ADVERB}"
_THE: Final = frozenset(
    {"a", "an", "the", "its", "his", "her", "their", "no", "any", "of", "draft"}
)
# What is denied, or told with its own exception, is no less false or true for being done.
_DISPUTED: Final = re.compile(r"\b(?:den(?:y|ies|ied)|but not|whether)\b", re.IGNORECASE)
_PLURAL: Final = re.compile(r"\band\b|(?<!s)s$|\b(?:people|children|police|men|women)$")

_CLAUSE: Final = re.compile(r"\bthat\b|[,;]")
_BEHIND_A_NOUN: Final = re.compile(r"(?<=[a-z]) (?:in|of|on|for|from|with)\b")


def planned_for_happened(statement: TrueStatement, seed: int) -> str | None:  # noqa: ARG001
    """Return the statement with what happened told as what will; the seed chooses nothing."""
    text = statement.text
    verb = told_verb(text)
    if verb is None or _PAST_ONLY.search(text) or _YEAR.search(text) or _TOLD_ON.search(text):
        return None
    if verb.form == "past":
        return _future_of_past(text, verb)
    return _future_of_auxiliary(text, verb) if verb.after else None


def _future_of_past(text: str, verb: MainVerb) -> str | None:
    if verb.verb in _STATES | SAYING or _ADVERBS.search(verb.before[-1].low):
        return None
    return replaced(text, verb.token.span, f"will {verb.verb}")


def _future_of_auxiliary(text: str, verb: MainVerb) -> str | None:
    following = verb.after[0]
    together = Span(verb.token.span.start, following.span.end)
    if verb.token.low in {"was", "were"} and _is_passive(following.text):
        return replaced(text, verb.token.span, "will be")
    if verb.token.low not in {"has", "have"}:
        return None
    if following.low == "been":
        return replaced(text, together, "will be")
    base = verb_of(following.text)
    if base is None or base in _STATES or not is_form(following.text, "VBN"):
        return None
    return replaced(text, together, f"will {base}")


def _is_passive(word: str) -> bool:
    return word != "born" and is_form(word, "VBN") and not is_base(word)


def happened_for_planned(statement: TrueStatement, seed: int) -> str | None:  # noqa: ARG001
    """Return the statement with what is planned told as done; the seed chooses nothing."""
    return _done(statement, _TO_COME)


def happened_for_possible(statement: TrueStatement, seed: int) -> str | None:  # noqa: ARG001
    """Return the statement with what may be told as done; the seed chooses nothing."""
    return _done(statement, _MAY_BE)


def _done(statement: TrueStatement, cue: str) -> str | None:
    text = statement.text
    if any(words.search(text) for words in (_FUTURE_ONLY, _YEAR, _DISPUTED, _UNREAL)):
        return None
    for found in re.finditer(rf"{cue}(?P<verb>[a-z]+)(?: (?P<participle>[a-z]+))?", text):
        told = _told(text[: found.start()], found)
        if told is None or statement.is_quoted(Span(*found.span())) or _is_noun(text, found):
            continue
        words, end = told
        if words == found["verb"] and _is_plural(text[: found.start()]):
            continue  # "its cells cost less" may be the present
        is_said = as_words(words).search(statement.support_text) and words != found["verb"]
        if not is_said:
            return replaced(text, Span(found.start(), end), words)
    return None


def _told(before: str, found: re.Match[str]) -> tuple[str, int] | None:
    """Return the past form and where what it stands for ends."""
    verb, participle = found["verb"], found["participle"] or ""
    if verb == "be":
        if not is_form(participle, "VBN"):
            return None
        return f"{_number(before, found[0])} {participle}", found.end("participle")
    if verb == "have":
        if not is_form(participle, "VBN"):
            return None
        return past(verb_of(participle) or participle), found.end("participle")
    if verb in _STATES - {"cost"} or not is_base(verb):
        return None
    return past(verb), found.end("verb")


def _number(before: str, cue: str) -> str:
    """Return "was" or "were": as "is" and "are" show it, else by the word before."""
    if cue.startswith(("is ", "are ")):
        return "was" if cue.startswith("is ") else "were"
    return "were" if _PLURAL.search(" ".join(before.split()[-6:])) else "was"


def _is_plural(before: str) -> bool:
    """Tell whether the subject that some words end with is a plural: its noun before "in", "of"."""
    clause = _CLAUSE.split(before)[-1].strip()
    return _PLURAL.search(_BEHIND_A_NOUN.split(clause, maxsplit=1)[0]) is not None


def _is_noun(text: str, found: re.Match[str]) -> bool:
    """Tell whether "plan to" is a plan rather than what somebody does."""
    before = text[: found.start()].split()
    return found[0].startswith(("plan", "promise")) and bool(before) and before[-1].lower() in _THE
