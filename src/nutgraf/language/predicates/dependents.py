"""Attaches infinitives, gerunds and participles to what governs them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from nutgraf.language.predicates import governors, sources
from nutgraf.language.predicates.chunks import Mark
from nutgraf.language.predicates.drafts import Claim
from nutgraf.language.predicates.governors import Effect
from nutgraf.language.predicates.groups import Group
from nutgraf.language.predicates.phrases import Phrase
from nutgraf.language.predicates.record import Clause

if TYPE_CHECKING:
    from collections.abc import Sequence

    from nutgraf.language.predicates.drafts import Draft
    from nutgraf.language.predicates.syntax import Syntax
    from nutgraf.language.predicates.words import Word

# "found pupils from the estate STAYING": the object is who stays.
_PERCEIVING: Final = frozenset({"see", "find", "hear", "watch", "catch", "leave", "keep"})
_FIRST_OF_KIND: Final = frozenset({"first", "last", "only", "youngest", "oldest", "latest"})


def claim_of(host: Draft, words: Sequence[Word]) -> Claim | None:
    """Return whose claim the clause is that a verb governs; None where it claims nothing."""
    lemma, group = host.lemma, host.group
    word = words[host.complement[1] if host.complement else group.main]
    if word.lower in sources.CLAIM_ADJECTIVES:
        return Claim(host.subject, group.first, word_number(host), word.lower)
    factive = lemma in sources.FACTIVE
    if (
        group.particle is not None
        and (lemma, words[group.particle].lower) in sources.PHRASAL_CLAIMS
    ):
        factive = True
    if not factive and lemma not in sources.CLAIMING:
        return None
    source = host.agent if group.passive else host.subject
    if group.form == "infinitive" and source is not None and words[source.first].lower == "it":
        source = None  # "it is reasonable to assume that"
    return Claim(source, group.first, group.main, lemma, factive)


def word_number(host: Draft) -> int:
    """Return the number of the word that a copula's predicate ends with, else of its verb."""
    return host.complement[1] if host.complement is not None else host.group.main


def possessor(words: Sequence[Word], phrase: Phrase) -> Phrase | None:
    """Return the possessor in a phrase ("the MAYOR's claim", "HIS claim")."""
    for at in range(phrase.first, phrase.last + 1):
        if words[at].tag == "DPS":
            return Phrase(at, at, [(at, at)], pronoun=True)
        if words[at].tag == "POS" and at > phrase.first:
            return Phrase(phrase.first, at - 1, [(at - 1, at - 1)])
    return None


def attach(syntax: Syntax, number: int, draft: Draft) -> None:
    """Find clause, subject, governor and effect of a group that has no tense."""
    draft.host = syntax.host()
    draft.conditional = syntax.frame.conditional and syntax.frame.clause is Clause.CONDITION
    if draft.host is syntax.frame.host:
        draft.claim = syntax.frame.claim
    if draft.group.form == "infinitive":
        _infinitive(syntax, number, draft)
    elif draft.group.form == "gerund":
        _gerund(syntax, number, draft)
    else:
        _participle(syntax, number, draft)


def _govern(draft: Draft, clause: Clause, governor: int, effect: Effect | None) -> None:
    draft.clause, draft.governor, draft.effect = clause, governor, effect
    draft.reached = True


# Infinitives


def _infinitive(syntax: Syntax, number: int, draft: Draft) -> None:
    before, host = syntax.before(number), draft.host
    draft.subject = host.subject if host is not None else None
    if host is not None and _takes_time(syntax, host):
        draft.subject = host.object
        _govern(draft, Clause.INFINITIVE, host.group.main, Effect.KEEPS)
        return
    first = draft.group.verbs[0]
    if first and syntax.words[first - 1].lower == "yet" and host is not None:
        _govern(draft, Clause.INFINITIVE, host.group.main, Effect.AWAITS)
        return
    if isinstance(before, Mark) and before.tag == "CJC" and (like := _earlier(syntax)) is not None:
        for name in ("clause", "governor", "effect", "reached", "host", "subject", "claim"):
            setattr(draft, name, getattr(like, name))
    elif isinstance(before, Mark) and before.tag[:2] in {"AJ", "VV"}:
        _after_adjective(syntax, before, draft)
    elif isinstance(before, Phrase):
        _after_phrase(syntax, before, draft)
    elif host is not None:
        _after_verb(host, draft)
    else:
        draft.clause, draft.effect = Clause.PURPOSE, Effect.PLANS


def _takes_time(syntax: Syntax, host: Draft) -> bool:
    """Tell whether a verb says how long something took: "it TOOK the council all night to vote"."""
    subject = host.subject
    it = subject is not None and subject.pronoun and syntax.words[subject.first].lower == "it"
    return it and host.lemma == "take"


def _earlier(syntax: Syntax) -> Draft | None:
    """Return the infinitive that another is joined to ("asked to stop and TO KEEP")."""
    found = (draft for draft in reversed(syntax.drafts) if draft.group.form == "infinitive")
    return next(found, None)


def _after_adjective(syntax: Syntax, adjective: Mark, draft: Draft) -> None:
    effect = governors.INFINITIVE_ADJECTIVES.get(adjective.lower)
    if adjective.at and syntax.words[adjective.at - 1].lower == "too":
        effect = Effect.TURNS  # "was too ill to attend"
    if effect is None:
        draft.clause, draft.effect = Clause.INFINITIVE, Effect.OPENS
        draft.governor = adjective.at
        return
    _govern(draft, Clause.INFINITIVE, adjective.at, effect)


def _after_phrase(syntax: Syntax, phrase: Phrase, draft: Draft) -> None:
    """Read "asked THE BANK to sell", "a PLAN to sell", "voted 9-6 to sell", "Bell to sell"."""
    host, words = draft.host, syntax.words
    noun = words[phrase.heads[-1][1]].lemma
    if host is not None and host.object is phrase and host.lemma in governors.OBJECT_CONTROL:
        _after_verb(host, draft)
        draft.subject = phrase
    elif noun in governors.NOUNS:
        _govern(draft, Clause.INFINITIVE, phrase.heads[-1][1], governors.NOUNS[noun])
        draft.reached = phrase.negative or host is None or host.object is phrase
        draft.subject = possessor(words, phrase) or draft.subject
    elif any(words[n].lower in _FIRST_OF_KIND for n in range(phrase.first, phrase.last + 1)):
        draft.clause, draft.subject, draft.effect = Clause.RELATIVE, phrase, Effect.KEEPS
    elif host is not None and phrase in syntax.frame.behind_link():
        draft.clause, draft.effect, draft.subject = Clause.PURPOSE, Effect.PLANS, phrase
        draft.host = None
    elif host is None or (syntax.frame.head is None and syntax.frame.clause is Clause.MAIN):
        draft.subject, draft.effect = phrase, Effect.PLANS  # a headline
        syntax.frame.head = draft
        draft.clause = syntax.frame.clause
    else:
        _after_verb(host, draft)


def _after_verb(host: Draft, draft: Draft) -> None:
    effect = governors.INFINITIVE_VERBS.get(host.lemma)
    if host.lemma == "have" and not host.group.perfect:
        bound = host.group.form != "infinitive" and not host.group.negators
        effect = Effect.KEEPS if bound else Effect.OPENS
    if effect is None:
        draft.clause, draft.effect, draft.governor = Clause.PURPOSE, Effect.PLANS, host.group.main
        return
    _govern(draft, Clause.INFINITIVE, host.group.main, effect)
    if host.group.passive and host.lemma in sources.PASSIVE_CLAIMS:
        group = host.group
        factive = host.lemma in sources.FACTIVE
        draft.claim = Claim(host.agent, group.first, group.main, host.lemma, factive)
    elif host.lemma == "claim":
        draft.claim = Claim(host.subject, host.group.first, host.group.main, "claim")


# Gerunds


def _gerund(syntax: Syntax, number: int, draft: Draft) -> None:
    before, host = syntax.before(number), draft.host
    draft.subject = host.subject if host is not None else None
    if isinstance(before, Group) and host is not None and before is host.group:
        _after_group(syntax, host, draft)
    elif isinstance(before, Mark) and before.tag in {"PRP", "PRF", "CJS"}:
        _after_preposition(syntax, number, before, draft)
    elif isinstance(before, Phrase):
        _after_object(before, draft)
    else:
        draft.clause = Clause.PARTICIPLE
        draft.subject = _clause_subject(syntax)
        draft.opens = before is None


def _after_group(syntax: Syntax, host: Draft, draft: Draft) -> None:
    effect = governors.GERUND_VERBS.get(host.lemma)
    if host.group.particle is not None:
        pair = (host.lemma, syntax.words[host.group.particle].lower)
        effect = governors.PHRASAL.get(pair, effect)
    if effect is None and host.lemma in sources.CLAIMING | sources.FACTIVE:
        syntax.complement(host)  # "said adding salt would help"
        syntax.frame.gerund = True
        draft.host, draft.claim, draft.subject = host, syntax.frame.claim, None
        draft.clause, draft.effect = Clause.GERUND, Effect.OPENS
        return
    if effect is None:
        draft.clause = Clause.PARTICIPLE
        return
    _govern(draft, Clause.GERUND, host.group.main, effect)
    if host.lemma in sources.CLAIMING_GERUNDS:
        draft.claim = claim_of(host, syntax.words)


def _after_preposition(syntax: Syntax, number: int, link: Mark, draft: Draft) -> None:
    host = draft.host
    draft.clause = Clause.GERUND
    before = syntax.before(number - 1)
    if isinstance(before, Phrase):
        noun = syntax.words[before.heads[-1][1]].lemma
        if noun in governors.NOUNS:
            _govern(draft, Clause.GERUND, before.heads[-1][1], governors.NOUNS[noun])
            draft.reached = before.negative
            if noun in sources.CLAIM_NOUNS:
                draft.subject = None
                source = possessor(syntax.words, before)
                draft.claim = Claim(source, before.first, before.last, noun)
            return
    if host is not None and _with_preposition(link, draft, host):
        if isinstance(before, Phrase) and host.object is before:
            draft.subject = before
        return
    earlier = syntax.words[link.at - 1].lower if link.at else ""
    for key in (f"{earlier}_{link.lower}", link.lower):
        if key in governors.GERUND_PREPOSITIONS:
            draft.effect = governors.GERUND_PREPOSITIONS[key]


def _with_preposition(link: Mark, draft: Draft, host: Draft) -> bool:
    effect = governors.GERUND_WITH_PREPOSITION.get(f"{host.lemma}+{link.lower}")
    if effect is None:
        return False
    _govern(draft, Clause.GERUND, host.group.main, effect)
    if host.lemma in sources.ACCUSING:
        source = host.agent if host.group.passive else host.subject
        draft.claim = Claim(source, host.group.first, host.group.main, host.lemma)
    return True


def _after_object(phrase: Phrase, draft: Draft) -> None:
    """Read "saw him LEAVING", "stopped them SELLING" and "men CARRYING guns"."""
    host = draft.host
    draft.subject, draft.clause = phrase, Clause.RELATIVE
    if host is not None and host.lemma in _PERCEIVING and host.object is not None:
        draft.subject = phrase = host.object
    if host is not None and host.object is phrase and host.lemma in governors.GERUND_VERBS:
        effect = governors.GERUND_VERBS[host.lemma]
        _govern(draft, Clause.GERUND, host.group.main, effect)


def _clause_subject(syntax: Syntax) -> Phrase | None:
    for frame in reversed(syntax.frames):
        if frame.head is not None:
            return frame.head.subject
        if frame.free:
            return frame.free[0][1]
    return None


# Participles


def _participle(syntax: Syntax, number: int, draft: Draft) -> None:
    before = syntax.before(number)
    if isinstance(before, Mark) and before.lower == ",":
        before = syntax.before(number - 1)
    if isinstance(before, Phrase):
        draft.clause, draft.subject = Clause.RELATIVE, before
    else:
        draft.clause, draft.subject = Clause.PARTICIPLE, _clause_subject(syntax)
