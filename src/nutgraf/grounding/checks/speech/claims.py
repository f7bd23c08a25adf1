"""The check for what the article gives only as somebody's claim and the summary as fact.

The verbs by which a reporter keeps away from what is said ("claimed", "denied") weigh more than
plain ones: that police or a company "said" something routine may be left out for brevity, and is no
more than noted, unless somebody contests it beside, whoever said it would not be named, or it is an
estimate of what is to come ("would cost $80 million"). Only English is read.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from nutgraf.grounding.checks.predicates.counterparts import LIGHT_VERBS
from nutgraf.grounding.claim_words import (
    DISPUTING,
    DISTANCING,
    MARKS_OF_A_CLAIM,
    PLAIN,
    WHAT_WAS_SAID,
)
from nutgraf.language.clauses import reporters_words
from nutgraf.language.figures import FigureKind
from nutgraf.language.opposites import verb_class
from nutgraf.language.status_cues import Status
from nutgraf.schema.fields import Passage
from nutgraf.schema.result import Finding

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from nutgraf.grounding.statements import Statement, Subject
    from nutgraf.language.predicates import Attribution, Predicate
    from nutgraf.language.readings import Readings
    from nutgraf.language.sentences import Sentence

_WORD = re.compile(r"[^\W\d_]+")
# "Two people familiar with the matter, who asked not to be named"
_ANONYMOUS = re.compile(
    r"\b(?:not to be (?:named|identified|quoted)|unnamed|anonymous(?:ly)?|anonymity"
    r"|(?:people|person|officials?|sources?) (?:familiar with|close to|briefed on)"
    r"|declined to be (?:named|identified))\b",
    re.IGNORECASE,
)
_JOINS = re.compile(r"\band \Z")
_JOIN = 8  # code points before a verb in which its "and" stands
_GOES_ON = frozenset({"had", "would", "could"})  # after "said that", in its sequence of tenses
_ESTIMATED = frozenset({FigureKind.MONEY, FigureKind.SHARE})  # a day or a number may be fixed
_LOOKED_AT = 4  # sentences that say most of a statement
# Of a statement's words, rare ones weighing more. A cited sentence that says less than half may
# have the claim, but not the fact.
_SAYS_IT = 0.5
_CITED_SAYS_IT = 0.4


def check_claims(subject: Subject) -> Iterator[Finding]:
    """Report statements without a source that every carrying sentence gives as a claim."""
    for statement in subject.reworded:
        if _has_a_source(statement):
            continue
        claims = _claims(statement, subject)
        if claims:
            is_open = _is_an_estimate(statement) or all(
                _is_contested(one, by, statement, subject) for one, by in claims
            )
            yield _finding(statement, claims, subject.readings, is_open=is_open)


def _has_a_source(statement: Statement) -> bool:
    """Tell whether a statement says itself that it is a claim, or leaves it open."""
    words = {word.casefold() for word in _WORD.findall(statement.text)}
    is_marked = not words.isdisjoint(MARKS_OF_A_CLAIM)
    return is_marked or reporters_words(statement.text) != statement.text


def _predicates(readings: Readings) -> list[Predicate]:
    return [p for sentence in readings.sentences for p in readings.predicates_in(sentence)]


def _claims(statement: Statement, subject: Subject) -> list[tuple[Sentence, Attribution]]:
    """Return whose claims a statement is; empty if one carrying sentence gives it as a fact."""
    # What the statement gives as a claim itself ("demanded that ...") need not be looked for.
    told = {
        verb_class(p.lemma, p.particle)
        for p in _predicates(statement.readings)
        if p.status is not Status.POSSIBLE and p.finite and p.attribution is None
    }
    found: list[tuple[Sentence, Attribution]] = []
    for sentence in _carrying(statement, subject):
        predicates = subject.readings.predicates_in(sentence)
        same = [p for p in predicates if verb_class(p.lemma, p.particle) in told]
        given = [_attribution(p, predicates, subject.readings) for p in same]
        claims = [attribution for attribution in given if _is_a_claim(attribution)]
        if not same and subject.relevance.share(statement.text, [sentence]) < _SAYS_IT:
            continue
        if not claims or len(claims) < len(same) or claims[0] is None:
            return []
        found.append((sentence, claims[0]))
    return found


def _carrying(statement: Statement, subject: Subject) -> list[Sentence]:
    best = {*statement.support, *subject.relevance.best(statement.text, _LOOKED_AT)}
    share = subject.relevance.share
    least = dict.fromkeys(statement.cited, _CITED_SAYS_IT)
    return [
        one
        for one in sorted(best, key=_number)
        if share(statement.text, [one]) >= least.get(one, _SAYS_IT)
    ]


def _number(sentence: Sentence) -> int:
    return sentence.number


def _attribution(
    predicate: Predicate, among: Sequence[Predicate], readings: Readings
) -> Attribution | None:
    """Return whose claim a predicate is.

    "X said that the board had met and had asked for more": a second verb with the auxiliary of the
    first goes on in the claim, whoever was read as its subject.
    """
    text = readings.article.text
    start = predicate.span.start
    auxiliary = predicate.span.of(text).split()[0].casefold()
    joined = _JOINS.search(text, max(0, start - _JOIN), start)
    if predicate.attribution is not None or joined is None or auxiliary not in _GOES_ON:
        return predicate.attribution
    before = (p for p in among if p.span.start < start and p.attribution and p.finite)
    same = (p.attribution for p in before if p.span.of(text).split()[0].casefold() == auxiliary)
    return next(same, None)


def _is_a_claim(attribution: Attribution | None) -> bool:
    return attribution is not None and attribution.lemma in DISTANCING | PLAIN


def _is_an_estimate(statement: Statement) -> bool:
    """Tell whether a statement says how much something will be, which is nobody's knowledge."""
    sums = [f for f in statement.readings.figures if f.kind in _ESTIMATED]
    ahead = any(p.status is Status.PLANNED and p.finite for p in _predicates(statement.readings))
    return ahead and bool(sums)


def _is_contested(
    sentence: Sentence, claim: Attribution, statement: Statement, subject: Subject
) -> bool:
    """Tell whether somebody contests a claim beside it, or nobody stands to it by name."""
    readings = subject.readings
    text = readings.article.text
    if _ANONYMOUS.search(sentence.span.of(text)):
        return True
    told = {p.lemma for p in _predicates(statement.readings)}
    beside = (readings.sentence(sentence.number + step) for step in (-1, 0, 1))
    others = [p for one in beside if one for p in readings.predicates_in(one)]
    return any(_contests(p, claim, told, text) for p in others)


def _contests(predicate: Predicate, claim: Attribution, told: set[str], text: str) -> bool:
    """Tell whether a predicate disputes what was said, or is somebody else's claim of the same."""
    if verb_class(predicate.lemma, predicate.particle) in DISPUTING:
        about = predicate.object.span.of(text) if predicate.object else ""
        return predicate.finite and (not about or about.split()[-1].casefold() in WHAT_WAS_SAID)
    theirs = predicate.attribution.source if predicate.attribution else None
    ours = claim.source
    if theirs is None or ours is None or predicate.lemma not in told - LIGHT_VERBS:
        return False
    return theirs.of(text).casefold() != ours.of(text).casefold()


def _finding(
    statement: Statement,
    claims: Sequence[tuple[Sentence, Attribution]],
    readings: Readings,
    *,
    is_open: bool,
) -> Finding:
    text = readings.article.text
    [(sentence, attribution), *_] = claims
    source = repr(attribution.source.of(text)) if attribution.source else "somebody"
    distanced = all(claim.lemma in DISTANCING for _, claim in claims)
    return Finding(
        path=statement.path,
        kind="stated_as_fact",
        severity="warning" if distanced or is_open else "note",
        message=f"states as a fact what sentence {sentence.number} only gives as what {source} "
        f"says ({attribution.lemma!r})",
        passages=tuple(Passage.at(one.span, text) for one, _ in claims),
    )
