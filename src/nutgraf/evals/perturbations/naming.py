"""Perturbations of names: somebody else's in place of the right one, and two names changed over."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from nutgraf.evals.perturbations.cast import occurs
from nutgraf.evals.perturbations.choosing import in_turn
from nutgraf.evals.perturbations.inflection import is_form, verb_of
from nutgraf.evals.perturbations.statement import replaced
from nutgraf.evals.perturbations.verbs import BE, HAVE
from nutgraf.evals.perturbations.words import OUTSIDERS, word_set

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from nutgraf.article import Span
    from nutgraf.evals.perturbations.cast import Named
    from nutgraf.evals.perturbations.statement import TrueStatement

# Who does this with somebody has it done with them as well.
_MUTUAL: Final = word_set(
    "meet marry join fight play face divorce date match equal border adjoin resemble "
    "follow precede be become include remain rival contact know draw tie merge agree talk "
    "speak share"
)
_WORD: Final = re.compile(r"\w+")
_JOINT: Final = r"(?:, the |, in |, | in | of | \(|['\u2019]s )"
_JOINT_AFTER: Final = re.compile(_JOINT)
_JOINT_BEFORE: Final = re.compile(rf"{_JOINT}$")
_JOINT_CHARS: Final = 8
_NAME_CHARS: Final = 60
# No comma, "and", quotation mark or further clause: one deed, told from the one to the other.
_DEED: Final = re.compile(
    r" (?!(?:with|and|in|at)\b)(?:(?!(?:and|or|that|who|which|with|in|at|near|from|where|when)\b)"
    r"[a-z-]+ )+"
)
_LONGEST_DEED: Final = 8
_HELPING: Final = BE | HAVE | {"been", "will"}
_ACTORS: Final = {"person", "organization"}
# What follows a name that is no part of a longer phrase.
_COMPLETE: Final = re.compile(
    r"[.;:!?]|, [a-z]|$| (?:in|on|at|of|for|with|by|from|to|after|before|during|over|about|as|when"
    r"|because|while|that|who|\d)"
)


def name_from_outside(statement: TrueStatement, seed: int) -> str | None:
    """Return the statement with an invented name for one that the article has."""
    everything = f"{statement.article.article.text} {statement.article.article.title}".casefold()
    for named, spans in in_turn(statement.named, seed, statement.text, "outside"):
        if named.kind != "organization" and _takes_article(statement.text, spans):
            continue
        for other in in_turn(OUTSIDERS.get(named.kind, ()), seed, statement.text):
            if any(word.casefold() in everything for word in other.split()):
                continue
            if _takes_article(statement.text, spans) and " " not in other:
                continue
            return _renamed(statement.text, spans, other, named.kind == "person")
    return None


def name_from_elsewhere(statement: TrueStatement, seed: int) -> str | None:
    """Return the statement with another name of the article, of the same kind, for one in it."""
    for named, spans in in_turn(statement.named, seed, statement.text, "elsewhere"):
        for other in in_turn(others_of_kind(statement, named), seed, statement.text):
            if _takes_article(statement.text, spans) != _is_told_with_article(statement, other):
                continue
            return _renamed(statement.text, spans, other.forms[0], named.kind == "person")
    return None


def swapped_subject(statement: TrueStatement, seed: int) -> str | None:
    """Return the statement with who did it and to whom it was done changed over."""
    for one, other in in_turn(list(_doers(statement)), seed, statement.text, "swap"):
        text = statement.text
        parts = text[: one.start], other.of(text), text[one.end : other.start], one.of(text)
        return "".join((*parts, text[other.end :]))
    return None


def _doers(statement: TrueStatement) -> Iterator[tuple[Span, Span]]:
    """Yield who does something and to whom, by name: neighbours with one verb between them."""
    text = statement.text
    found = sorted(
        ((span, named) for named, spans in statement.named for span in spans),
        key=lambda pair: pair[0],
    )
    for (one, first), (other, second) in pairwise(found):
        alike = first.kind == second.kind or {first.kind, second.kind} == _ACTORS
        if first is second or not alike or first.kind == "other":
            continue
        if statement.is_quoted(one) or statement.is_quoted(other):
            continue
        if not _COMPLETE.match(text, other.end) or not _does(text[one.end : other.start]):
            continue
        if not any(_is_finite(word) for word in text[: one.start].split()):
            yield one, other


def others_of_kind(statement: TrueStatement, named: Named) -> list[Named]:
    """Return who could be taken for somebody by mistake, and by the article did not do the same.

    Left out are those whom the supporting sentences name, who share a word with the right name, or
    whom the article ever names right beside it ("Lyon, France").
    """
    own, support = _words(named), statement.support_text
    neighbours = _beside(statement, named)
    return [
        other
        for other in statement.cast
        if other.kind == named.kind
        and other.kind != "other"
        and not own & _words(other)
        and not occurs(other, statement.text)
        and not occurs(other, support)
        and not any(one.startswith(other.forms) for one in neighbours)
        and not any(one.endswith(other.forms) for one in neighbours)
    ]


def _beside(statement: TrueStatement, named: Named) -> list[str]:
    """Return what the article says right after and right before a name, the joint left out."""
    text = statement.article.article.text
    found = [match for form in named.forms for match in re.finditer(re.escape(form), text)]
    after = (_JOINT_AFTER.match(text, match.end()) for match in found)
    before = (
        _JOINT_BEFORE.search(text, max(0, match.start() - _JOINT_CHARS), match.start())
        for match in found
    )
    return [
        *(text[joint.end() : joint.end() + _NAME_CHARS] for joint in after if joint),
        *(text[max(0, joint.start() - _NAME_CHARS) : joint.start()] for joint in before if joint),
    ]


def _words(named: Named) -> set[str]:
    words = (word.casefold() for form in named.forms for word in _WORD.findall(form))
    return set(words) - {"the", "of"}


def _takes_article(text: str, spans: Sequence[Span]) -> bool:
    return any(text[: span.start].lower().endswith("the ") for span in spans)


def _is_told_with_article(statement: TrueStatement, named: Named) -> bool:
    pattern = rf"\b[Tt]he {re.escape(named.forms[0])}\b(?! [A-Z])"
    return re.search(pattern, statement.article.article.text) is not None


def _renamed(text: str, spans: Sequence[Span], other: str, is_person: bool) -> str:
    """Return the text with another name at these places; a surname alone for a surname alone."""
    told = text
    for span in reversed(spans):
        alone = is_person and " " not in span.of(text)
        name = other.rsplit(maxsplit=1)[-1] if alone else other
        told = replaced(told, span, name)
    return told


def _does(between: str) -> bool:
    """Tell whether the words between two names are what the one does to the other."""
    words = between.split()
    if not 0 < len(words) <= _LONGEST_DEED or not _DEED.fullmatch(between):
        return False
    verbs = [w for w in words if w not in _HELPING and (_is_finite(w) or is_form(w, "VBN"))]
    if not verbs or any(verb_of(verb) in _MUTUAL for verb in verbs):
        return False
    return _is_finite(words[0]) or words[0] in _HELPING


def _is_finite(word: str) -> bool:
    return word.islower() and (is_form(word, "VBD") or is_form(word, "VBZ"))
