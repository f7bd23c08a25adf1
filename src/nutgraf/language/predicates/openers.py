"""Reads the words and marks that open and close clauses."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from nutgraf.language.predicates import dependents, governors, subjects
from nutgraf.language.predicates.chunks import Mark, first_word
from nutgraf.language.predicates.drafts import Claim
from nutgraf.language.predicates.frames import Frame
from nutgraf.language.predicates.groups import Group
from nutgraf.language.predicates.phrases import Phrase
from nutgraf.language.predicates.record import Clause
from nutgraf.language.predicates.sources import (
    CLAIM_NOUNS,
    CLAIMING,
    FACTIVE,
    HEARSAY_ADVERBS,
    WITH_ADDRESSEE,
)
from nutgraf.language.predicates.subjects import BREAKS

if TYPE_CHECKING:
    from nutgraf.language.predicates.drafts import Draft
    from nutgraf.language.predicates.syntax import Syntax

_CLOSING: Final = frozenset({",", ")", "\u2014", "\u2013"})
# Before a colon these announce what is said.
_ANNOUNCING: Final = frozenset(
    "say tell add write ask announce report warn conclude state declare answer reply".split()  # noqa: SIM905
)
# "so that", "now that": no clause of a claim.
_BEFORE_THAT: Final = frozenset({"so", "now", "given", "except", "such"})
_INTERROGATIVE: Final = frozenset({"whether", "if", "why", "how", "when", "where"})
# These state, so that an "if" behind them is a condition.
_STATING: Final = frozenset("say report announce add warn promise pledge vow agree".split())  # noqa: SIM905


def read_mark(syntax: Syntax, number: int, mark: Mark) -> None:
    """Read one word that is part of no phrase and no verb group."""
    if mark.lower in BREAKS:
        _break(syntax, number, mark)
    elif mark.tag == "CJC":
        frame = syntax.frame
        frame.after_comma = frame.link == "," and frame.linked_at == number - 1
        frame.link, frame.linked_at = mark.lower, number
    elif mark.tag == "CJT":
        _that(syntax, number)
    elif mark.tag in {"DTQ", "PNQ"}:
        _wh(syntax, number, mark)
    elif mark.tag in {"CJS", "AVQ"}:
        _subordinate(syntax, number, mark)
    elif (last := syntax.frame.last) is not None:
        _belongs(syntax, number, mark, last)


def _belongs(syntax: Syntax, number: int, mark: Mark, last: Draft) -> None:
    """Give a particle, an adjective or an adverb to the predicate before it."""
    following = syntax.after(number)
    out_of = isinstance(following, Mark) and following.tag == "PRF"
    if mark.tag == "AVP" and last.group.particle is None and last.object is not None and not out_of:
        last.group.particle = mark.at
    elif mark.tag[:2] == "AJ" and last.lemma in governors.COPULAS and last.complement is None:
        last.complement = (mark.at, mark.at)
    elif mark.tag == "AV0":
        last.adverbs.append(mark.lower)
        if mark.lower in HEARSAY_ADVERBS and last.hearsay is None:
            last.hearsay = mark.at


def _break(syntax: Syntax, number: int, mark: Mark) -> None:
    frame = syntax.frame
    if mark.lower == ";":
        syntax.restart()
    elif len(syntax.frames) > 1 and frame.head is not None and mark.lower in _CLOSING:
        adverbial = frame.clause in {Clause.ADVERBIAL, Clause.CONDITION}
        if frame.comma or (adverbial and frame.preposed):
            syntax.frames.pop()
    elif mark.lower == ":" and frame.last is not None and frame.last.lemma in _ANNOUNCING:
        syntax.complement(frame.last)
        return
    elif mark.lower == ":":
        syntax.restart(whole=False)
    syntax.frame.link, syntax.frame.linked_at = mark.lower, number


# "that"


def _that(syntax: Syntax, number: int) -> None:
    before, last = syntax.before(number), syntax.frame.last
    mark = syntax.chunks[number]
    if isinstance(mark, Mark) and mark.at and syntax.words[mark.at - 1].lower in _BEFORE_THAT:
        syntax.adverbial(Clause.ADVERBIAL, comma=False)
        return
    if isinstance(before, Phrase) and _after_phrase(syntax, number, before):
        return
    if last is None:
        syntax.push(Frame(Clause.COMPLEMENT, syntax.host()))
    else:
        if last.group.form == "participle" and last.lemma in CLAIMING | FACTIVE:
            subjects.finish_clause(syntax, last)  # "The manager REPEATED on Monday that"
        syntax.complement(last if before is last.group else _claiming(syntax, last))


def _after_phrase(syntax: Syntax, number: int, phrase: Phrase) -> bool:
    """Read "the claim that he lied" and "the man that lied"; not "told the court that"."""
    noun = syntax.words[phrase.heads[-1][1]].lemma
    last = syntax.frame.last
    has_subject = not isinstance(syntax.after(number), Group)
    if noun in CLAIM_NOUNS | governors.CLAUSE_NOUNS and has_subject:
        _noun_complement(syntax, phrase, noun)
        return True
    told = last is not None and last.lemma in WITH_ADDRESSEE | CLAIMING | FACTIVE
    if told and has_subject:
        return False
    _relative(syntax, number, phrase, comma=False)
    return True


def _noun_complement(syntax: Syntax, noun: Phrase, lemma: str) -> None:
    claim = None
    if lemma in CLAIM_NOUNS:
        claim = Claim(dependents.possessor(syntax.words, noun), noun.first, noun.last, lemma)
    effect = governors.NOUNS.get(lemma) if claim is None else None
    frame = Frame(Clause.COMPLEMENT, syntax.host(), noun.last, effect, claim, noun=noun)
    syntax.push(frame)


def _claiming(syntax: Syntax, last: Draft) -> Draft:
    """Return the verb of saying that a "that" belongs to which does not follow it at once."""
    for frame in reversed(syntax.frames):
        for draft in (frame.last, frame.head):
            if draft is not None and draft.lemma in CLAIMING | FACTIVE:
                return draft
    return last


# "who", "which", "what"


def _wh(syntax: Syntax, number: int, mark: Mark) -> None:
    before, last = syntax.before(number), syntax.frame.last
    if isinstance(before, Group) and last is not None:
        syntax.complement(last)
        return
    antecedent = _antecedent(syntax, number)
    if mark.lower == "what" and before is not None:
        syntax.push(Frame(Clause.COMPLEMENT, syntax.host()))
    elif antecedent is not None:
        comma = isinstance(before, Mark) and before.lower == ","
        _relative(syntax, number, antecedent, comma=comma)


def _antecedent(syntax: Syntax, number: int) -> Phrase | None:
    """Return the phrase right before, a comma and a preposition passed over."""
    for chunk in reversed(syntax.chunks[max(0, number - 3) : number]):
        if isinstance(chunk, Phrase):
            return chunk
        if not isinstance(chunk, Mark):
            return None
    return None


def _relative(syntax: Syntax, number: int, antecedent: Phrase, *, comma: bool) -> None:
    """Open a relative clause; without a comma it describes the nearest noun ("X of Y that")."""
    if not comma and antecedent.nearest is not None:
        antecedent = antecedent.nearest
    whose = syntax.words[first_word(syntax.chunks[number])].lower == "whose"
    gap = not whose and not isinstance(syntax.after(number), Group)
    frame = Frame(Clause.RELATIVE, syntax.host(), antecedent=antecedent, gap=gap, comma=comma)
    frame.preposed = syntax.frame.head is None
    syntax.push(frame)


# "if", "after", "when"


def _subordinate(syntax: Syntax, number: int, mark: Mark) -> None:
    before = syntax.before(number)
    if _is_indirect_question(syntax, number, mark) and syntax.frame.last is not None:
        open_question = mark.lower in {"whether", "if"}
        syntax.complement(syntax.frame.last, interrogative=open_question)
        return
    if mark.tag == "CJS" and not _has_verb_after(syntax, number):
        if mark.lower in {"if", "unless"} and syntax.words[mark.at - 1].lower != "even":
            make_conditional(syntax.frame)  # "if elected"
        return
    if mark.lower == "until" and syntax.words[mark.at + 1].lower in {"then", "now"}:
        return
    if before is None and mark.tag == "AVQ" and syntax.words[-1].text == "?":
        return
    earlier = syntax.words[mark.at - 1].lower if mark.at else ""
    condition = mark.lower in governors.CONDITIONS and earlier not in {"even", "as"}
    clause = Clause.CONDITION if condition else Clause.ADVERBIAL
    syntax.adverbial(clause, comma=isinstance(before, Mark) and before.lower == ",")


def make_conditional(frame: Frame) -> None:
    """Put a clause under a condition: what has been read of it, or what comes."""
    if frame.head is None:
        frame.conditional = True
    else:
        frame.head.conditional = True


def _is_indirect_question(syntax: Syntax, number: int, mark: Mark) -> bool:
    before, last = syntax.before(number), syntax.frame.last
    if mark.lower not in _INTERROGATIVE or last is None:
        return False
    if mark.lower == "whether":
        return isinstance(before, Group | Phrase)
    asks = last.lemma in CLAIMING | FACTIVE and last.lemma not in _STATING
    return asks and isinstance(before, Group)


def _has_verb_after(syntax: Syntax, number: int) -> bool:
    """Tell whether "than" or "as" opens a clause: a finite verb follows before any mark."""
    for chunk in syntax.chunks[number + 1 :]:
        if isinstance(chunk, Group):
            return chunk.form == "finite"
        if isinstance(chunk, Mark) and chunk.lower in BREAKS:
            return False
    return False
