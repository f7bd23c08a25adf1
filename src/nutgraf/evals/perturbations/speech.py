"""Perturbations of speech: words given to somebody else, made up or altered; a claim as fact."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from nutgraf.article import Span
from nutgraf.evals.perturbations.choosing import choose, in_turn
from nutgraf.evals.perturbations.inflection import forms, is_form
from nutgraf.evals.perturbations.naming import others_of_kind
from nutgraf.evals.perturbations.statement import QUOTED, replaced
from nutgraf.evals.perturbations.verbs import SAYING, main_verb
from nutgraf.evals.perturbations.words import FRAGMENTS, PAIRS, SPEECH
from nutgraf.grounding.speakers import sexes_differ
from nutgraf.language.predicates.sources import FACTIVE

if TYPE_CHECKING:
    from collections.abc import Iterator

    from nutgraf.evals.perturbations.cast import Named
    from nutgraf.evals.perturbations.statement import TrueStatement
    from nutgraf.language.readings import Readings

_TELLING: Final = SAYING - {"show", "find", "think", "reveal"}
_SAYS: Final = "|".join(
    sorted({form for verb in _TELLING for tag in ("VBD", "VBZ") for form in forms(verb, tag)})
)
_SAYS_AFTER: Final = re.compile(
    rf",? (?:{_SAYS}|called|described|spoke of|denied|praised|criticised|criticized)\b"
)
# What somebody "confirms" or "admits" is taken for true as well, so that telling it as fact is no
# fault; what is told, announced, reported or written has a hearer or a noun behind the verb.
_PLAINLY: Final = _TELLING - FACTIVE - {"announce", "tell", "report", "write"}
_CLAIMS: Final = "|".join(
    sorted({form for verb in _PLAINLY for tag in ("VBD", "VBZ") for form in forms(verb, tag)})
)
_SAYS_BEFORE: Final = re.compile(rf"(?:\b(?:{_SAYS})|\b[Aa]ccording to)(?: the| a)? $")
_IN_AN_ASIDE: Final = re.compile(r", [^,.;]*[^,.; ] $")
_OWN_PLAN: Final = re.compile(r"\w+ (?:will|would|wants?|wanted|plans?|planned|hopes?|hoped)\b")
_PRONOUNS: Final = frozenset({"he", "she", "it", "they"})
_HAS_A_SOURCE: Final = re.compile(
    rf"\b(?:{_SAYS}|[Aa]ccording to|reportedly|allegedly)\b|[\"\u201c]"
)
_NEARLY_ALL: Final = 0.8  # of the words of a claim
_WHOLE: Final = 4
_LONG_WORD: Final = 4
_CLAIM_AFTER: Final = re.compile(
    rf"^(?P<who>[^,\"\u201c]{{2,80}}?) (?:has |have |had )?(?:{_CLAIMS})(?: on \w+day)? "
    r"(?:that )?(?P<claim>(?:the|a|an|it|he|she|they|there|[A-Z])\b[^\"\u201c]*)$"
)
_CLAIM_FIRST: Final = re.compile(
    rf"^(?P<claim>[^\"\u201c]+?), (?:(?:[\w.'\u2019-]+ ){{1,6}}(?:{_CLAIMS})"
    rf"|(?:{_CLAIMS})(?: [\w.'\u2019-]+){{1,6}}|according to [^,]+)\.$"
)
_ACCORDING: Final = re.compile(r"^According to [^,]+, (?P<claim>[^\"\u201c]+)$")


def another_speaker(statement: TrueStatement, seed: int) -> str | None:
    """Return the statement with its words or claim given to somebody else of the article."""
    for named, span in in_turn(list(_speakers(statement)), seed, statement.text, "speaker"):
        others = [other for other in others_of_kind(statement, named) if other.kind == "person"]
        others = others or others_of_kind(statement, named)
        for other in in_turn(others, seed, statement.text):
            return replaced(statement.text, span, other.forms[0])
    return None


def _speakers(statement: TrueStatement) -> Iterator[tuple[Named, Span]]:
    text = statement.text
    for named, spans in statement.named:
        for span in spans:
            if named.kind in {"person", "organization"} and (
                _speaks(text, span) or _SAYS_BEFORE.search(text[: span.start])
            ):
                yield named, span


def _speaks(text: str, name: Span) -> bool:
    """Tell whether a name is the subject of a verb of saying behind it.

    In "Hale, founder of Lodestar, says" it is not: the name only ends what is said of another.
    """
    says = _SAYS_AFTER.match(text, name.end)
    before = text[: name.start]
    return says is not None and not (says[0].startswith(",") and _IN_AN_ASIDE.search(before))


def dropped_attribution(statement: TrueStatement, seed: int) -> str | None:  # noqa: ARG001
    """Return what somebody claims, told as fact; the seed chooses nothing.

    Left out is what is no fault: what speakers say of their own plans and wishes ("it will sue"),
    which only they can know and which stays theirs, and what the article tells as fact elsewhere.
    """
    for pattern in (_ACCORDING, _CLAIM_FIRST, _CLAIM_AFTER):
        found = pattern.match(statement.text)
        if found and main_verb(found["claim"]) and _is_one_speaker(found) and _is_claimed(found):
            claim = _with_antecedent(statement, found).strip()
            claim = claim[0].upper() + claim[1:]
            claim = claim if claim.endswith((".", "!", "?")) else f"{claim}."
            return None if _is_told_as_fact(claim, statement.article) else claim
    return None


def _is_claimed(found: re.Match[str]) -> bool:
    """Tell whether a claim is one, of somebody who is named in the statement's own words."""
    who = found.groupdict().get("who")
    pronoun = found["claim"].split(maxsplit=1)[0]
    if who is None or pronoun not in _PRONOUNS:
        return True
    sexed = (word for word in reversed(who.split()) if _tells_sex(word))
    return not (_OWN_PLAN.match(found["claim"]) or sexes_differ(next(sexed, ""), pronoun))


def _tells_sex(word: str) -> bool:
    return sexes_differ(word, "he") or sexes_differ(word, "she")


def _is_told_as_fact(claim: str, article: Readings) -> bool:
    """Tell whether a sentence without a source has nearly all words of a claim."""
    words = _content(claim)
    text = article.article.text
    told = (sentence.span.of(text) for sentence in article.sentences)
    plain = (sentence for sentence in told if not _HAS_A_SOURCE.search(sentence))
    return any(len(words & _content(sentence)) >= _NEARLY_ALL * len(words) for sentence in plain)


def _content(text: str) -> frozenset[str]:
    words = re.findall(r"[^\W_]+", text.casefold())
    return frozenset(word for word in words if len(word) >= _LONG_WORD or word.isdecimal())


def _is_one_speaker(found: re.Match[str]) -> bool:
    """Tell whether the words before the verb of saying are a speaker, and no clause."""
    words = found.groupdict().get("who", "").split()
    return not any(is_form(word, "VBD") or is_form(word, "VBZ") for word in words if word.islower())


def _with_antecedent(statement: TrueStatement, found: re.Match[str]) -> str:
    """Return the claim, with the speaker's name for a pronoun that stands for the speaker."""
    claim: str = found["claim"]
    who = found.groupdict().get("who")
    pronoun = claim.split(maxsplit=1)[0].lower()
    if who is None or pronoun not in _PRONOUNS:
        return claim
    kinds = {named.kind for named in statement.cast if who.endswith(named.forms)}
    if pronoun == "it" and "organization" not in kinds:
        return claim
    return who + claim[len(pronoun) :]


def invented_quotation(statement: TrueStatement, seed: int) -> str | None:
    """Return the statement with made-up words: for those quoted, or for somebody named in it."""
    text = statement.text
    found = next((f for f in QUOTED.finditer(text) if not _is_title(f["words"])), None)
    if found is not None:
        whole = len(found["words"].split()) >= _WHOLE and not found["words"][0].islower()
        words = choose(SPEECH if whole else FRAGMENTS, seed, text)
        ending = "," if found["words"].endswith(",") else ""
        return replaced(text, Span(*found.span("words")), words.rstrip(".") + ending)
    people = [named for named, _ in statement.named if named.kind == "person"]
    if not people or not text.endswith("."):
        return None
    words = choose(SPEECH, seed, text).rstrip(".")
    who = choose(people, seed, text).forms[0]
    return f"{text} \u201c{words},\u201d {who} said."


def _is_title(words: str) -> bool:
    """Tell whether quoted words are the title of a work rather than speech."""
    return all(word[0].isupper() for word in words.split() if len(word) >= _LONG_WORD)


def altered_quotation(statement: TrueStatement, seed: int) -> str | None:
    """Return the statement with one content word changed inside its quotation marks."""
    text = statement.text
    for found in QUOTED.finditer(text):
        start = found.start("words")
        for place, word in in_turn(list(_changes(found["words"])), seed, text):
            told = replaced(text, Span(start + place.start, start + place.end), word)
            words = replaced(found["words"], place, word)
            if statement.article.folded.find(words) is None:
                return told
    return None


def _changes(words: str) -> Iterator[tuple[Span, str]]:
    """Yield every place of a change, with what stands there then."""
    for pair in PAIRS:
        for one, other in (pair, pair[::-1]):
            for found in re.finditer(rf"\b{one}\b", words):
                yield Span(*found.span()), other
    for found in re.finditer(r"\b(?:very|really|never|always|just|only|simply|completely) ", words):
        yield Span(*found.span()), ""
    for found in re.finditer(
        r"\b(?:is|are|was|were|will|would|can|should|must)(?: not)?\b(?! n)", words
    ):
        negated = found[0].endswith(" not")
        yield Span(*found.span()), found[0][:-4] if negated else f"{found[0]} not"
    for found in re.finditer(
        r"(?<=\bthe )[a-z]{4,}(?= (?:of|in|on|to|and|for)\b|[.,;!?]|$)", words
    ):
        plural = found[0].endswith("s") and not found[0].endswith("ss")
        yield Span(*found.span()), "buildings" if plural else "building"
