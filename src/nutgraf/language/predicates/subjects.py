"""Finds the subject of a finite verb, opening and closing clauses on the way."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from nutgraf.language.predicates import governors
from nutgraf.language.predicates.chunks import Mark
from nutgraf.language.predicates.frames import Frame
from nutgraf.language.predicates.mending import make_main
from nutgraf.language.predicates.phrases import Phrase
from nutgraf.language.predicates.record import Clause
from nutgraf.language.predicates.repairs import may_be_past
from nutgraf.language.predicates.sources import CLAIM_ADJECTIVES, CLAIMING, FACTIVE
from nutgraf.language.predicates.tagger import possible_tags

if TYPE_CHECKING:
    from nutgraf.language.predicates.drafts import Draft
    from nutgraf.language.predicates.syntax import Syntax

BREAKS: Final = frozenset({",", ";", ":", "\u2014", "\u2013", "--", "(", ")", "-"})
_COORDINATORS: Final = frozenset({"and", "or", "nor", "but", "then", "&"})


def find(syntax: Syntax, number: int, draft: Draft) -> Phrase | None:
    """Return the subject of the finite group at a chunk; None where none is found."""
    if (found := _behind_preposition(syntax, number)) is not None:
        return found
    while syntax.frame.head is not None:
        adjacent = _adjacent(syntax, number)
        if adjacent is not None and _begins_main_clause(syntax):
            return adjacent
        if adjacent is not None and not _closes(syntax, adjacent):
            return _open_for(syntax, syntax.frame.head, adjacent)
        if adjacent is None and _goes_on(syntax, number, draft):
            return _shared(syntax, draft)
        if not syntax.frame.link and reopen(syntax):
            break
        if len(syntax.frames) == 1:
            free = syntax.frame.free
            return _open_for(syntax, syntax.frame.head, free[0][1]) if free else None
        syntax.frames.pop()
    return _first(syntax, syntax.frame, _adjacent(syntax, number))


def _goes_on(syntax: Syntax, number: int, draft: Draft) -> bool:
    """Tell whether a verb shares the subject of the one before, as behind "and".

    So it does in a list too ("drained the lake, RAISED the wreck and towed it").
    """
    frame = syntax.frame
    if frame.link in _COORDINATORS:
        return True
    if frame.head is None or frame.link != "," or frame.linked_at != number - 1:
        return False
    if frame.clause is Clause.RELATIVE and _waits(syntax):
        return False  # "The ferry, on which nobody works, SAILS"
    return _tense(syntax, draft) == _tense(syntax, frame.head) and len(draft.group.verbs) == 1


def _behind_preposition(syntax: Syntax, number: int) -> Phrase | None:
    """Read "after he left", where the tagger takes "after" for a preposition."""
    at, syntax.after_preposition = syntax.after_preposition, None
    if at is None:
        return None
    phrase = syntax.chunks[at]
    if syntax.before(number) is not phrase or not isinstance(phrase, Phrase):
        return None
    syntax.adverbial(Clause.ADVERBIAL, comma=False)
    return phrase


def _adjacent(syntax: Syntax, number: int) -> Phrase | None:
    """Return the last free phrase if neither comma nor conjunction stands before the group."""
    if not syntax.frame.free:
        return None
    at, phrase = syntax.frame.free[-1]
    for chunk in syntax.chunks[at + 1 : number]:
        if isinstance(chunk, Mark) and (chunk.lower in BREAKS or chunk.tag == "CJC"):
            return None
    return phrase


def _first(syntax: Syntax, frame: Frame, adjacent: Phrase | None) -> Phrase | None:
    """Return the subject of the first verb of a clause."""
    if frame.gerund:
        return None
    last = frame.last
    if last is not None and last.opens and not frame.link and not frame.free:
        last.clause = Clause.GERUND  # "CLOSING the school saved money"
        return None
    if (found := _behind_participle(syntax, frame)) is not None:
        return found
    if adjacent is not None:
        if len(frame.free) > 1 and frame.free[-2][0] == frame.free[-1][0] - 1:
            outer = frame.free[-2][1]
            frame.free.pop()
            syntax.push(
                Frame(Clause.RELATIVE, syntax.host(), antecedent=outer, gap=True, preposed=True)
            )
        return adjacent
    return frame.free[0][1] if frame.free else frame.antecedent


def _behind_participle(syntax: Syntax, frame: Frame) -> Phrase | None:
    """Read "Ten drivers LEFT, and the mayor said": a second subject makes the participle a verb."""
    last = frame.last
    if last is None or last.group.form != "participle" or len(last.group.verbs) > 1:
        return None
    behind = [phrase for at, phrase in frame.free if at > frame.linked_at]
    linked = frame.link in _COORDINATORS | {":", "\u2014"} or (
        frame.link == "," and frame.after_comma
    )
    is_verb = (
        may_be_past(syntax.words[last.group.main])
        and bool(frame.free)
        and last.subject is frame.free[0][1]
    )
    if not (linked and is_verb and behind) or len(behind) == len(frame.free):
        return None
    make_main(last, frame)
    return behind[0]


def _begins_main_clause(syntax: Syntax) -> bool:
    """Close what stands before a comma if the clause around has no verb yet.

    "Asked what he would do if it failed, THE MAYOR left": the subject is that clause's.
    """
    frames = syntax.frames
    waiting = next((n for n in range(len(frames) - 2, -1, -1) if frames[n].head is None), None)
    if waiting is None or syntax.frame.link != "," or frames[waiting].free:
        return False
    del frames[waiting + 1 :]
    return True


def _closes(syntax: Syntax, adjacent: Phrase) -> bool:
    """Tell whether a phrase is an object, and the verb behind it that of the clause around.

    So it is in "Her claim that the firm hid THE LOSSES drew criticism".
    """
    frame = syntax.frame
    head = frame.head
    if frame.link or head is None or head.object is not adjacent or _takes_clause(head):
        return False
    return _waits(syntax)


def _waits(syntax: Syntax) -> bool:
    """Tell whether a clause around the innermost one has its subject and no verb yet."""
    return any(outer.head is None and outer.free for outer in syntax.frames[:-1])


def _takes_clause(draft: Draft) -> bool:
    return draft.lemma in CLAIMING | FACTIVE or draft.lemma in governors.CLAUSE_VERBS


def _open_for(syntax: Syntax, head: Draft, subject: Phrase) -> Phrase:
    """Open the clause of a subject that stands behind an earlier verb."""
    frame = syntax.frame
    last = frame.last or head
    if last.subject is subject and head.object is subject:
        last = head  # "said men HELD in Bern were missing"
    if last.object is subject:
        last.object, last.addressee = last.addressee, None
    if frame.link in {"", ","} and (_takes_clause(last) or _is_sure(syntax, last)):
        syntax.complement(last)
    elif not frame.link and last.object is not None and last.object.last + 1 == subject.first:
        syntax.push(Frame(Clause.RELATIVE, last, antecedent=last.object, gap=True))
    elif frame.link == "but":
        del syntax.frames[1:]
    else:
        _leave_asides(syntax)
    return subject


def _leave_asides(syntax: Syntax) -> None:
    """Close relative and adverbial clauses: what has its own subject behind "and" is outside."""
    aside = {Clause.RELATIVE, Clause.ADVERBIAL}
    while len(syntax.frames) > 1 and syntax.frame.clause in aside and not syntax.frame.preposed:
        syntax.frames.pop()


def finish_clause(syntax: Syntax, draft: Draft) -> None:
    """Let a participle be the verb of the innermost clause, if that has a subject and no verb."""
    frame = syntax.frame
    if frame.head is None and frame.free and may_be_past(syntax.words[draft.group.main]):
        make_main(draft, frame)
        draft.clause, draft.host, draft.claim = frame.clause, frame.host, frame.claim


def may_be_subject_behind(draft: Draft) -> bool:
    """Tell whether a phrase right behind a predicate can be the subject of another.

    It is the object of an infinitive or a gerund, unless that takes a clause ("saying THE BANK
    would close").
    """
    return draft.group.form in {"finite", "participle"} or _takes_clause(draft)


def _is_sure(syntax: Syntax, draft: Draft) -> bool:
    """Tell whether a predicate is "is sure", "is concerned" and the like."""
    if draft.complement is None:
        return syntax.words[draft.group.main].lower in CLAIM_ADJECTIVES
    return syntax.words[draft.complement[1]].lower in CLAIM_ADJECTIVES


def _shared(syntax: Syntax, draft: Draft) -> Phrase | None:
    """Return the subject that a verb after "and" shares; a verb of saying goes back to its like."""
    comma = syntax.frame.after_comma and syntax.frame.link != ","
    inner = {Clause.RELATIVE, Clause.ADVERBIAL, Clause.CONDITION}
    while comma and len(syntax.frames) > 1 and syntax.frame.clause in inner:
        syntax.frames.pop()
    frame = syntax.frame
    host = frame.host
    back = frame.clause is Clause.COMPLEMENT and host is not None and frame.head is not None
    if back and host is not None and draft.lemma in CLAIMING | FACTIVE:
        same_tense = _tense(syntax, draft) == _tense(syntax, host)
        if same_tense and len(syntax.frames) > 1:
            syntax.frames.pop()
            return host.subject
    return frame.head.subject if frame.head is not None else None


def _tense(syntax: Syntax, draft: Draft) -> str:
    return syntax.words[draft.group.verbs[0]].tag[2:]


def reopen(syntax: Syntax) -> bool:
    """Let the verb of the innermost clause be a participle, if it may, so that another can be it.

    So it is with "arrested" in "men arrested on Monday were released".
    """
    frame = syntax.frame
    head = frame.head
    if head is None or frame.last is not head or head.subject is None or head.governs:
        return False
    if frame.noun is not None and _waits(syntax):
        return False  # "the claim that the board MADE was false"
    if head.subject is frame.antecedent or head.subject.pronoun:
        return False
    if not _may_be_participle(syntax, head):
        return False
    head.group.form, head.group.passive = "participle", True
    head.clause, head.object = Clause.RELATIVE, None
    frame.free, frame.head = [(0, head.subject)], None
    return True


def _may_be_participle(syntax: Syntax, draft: Draft) -> bool:
    """Tell whether what was read as a past tense has the form of a participle too."""
    word = syntax.words[draft.group.main]
    single = len(draft.group.verbs) == 1 and word.tag in {"VVD", "VVN"} and draft.object is None
    return single and (word.lower.endswith("ed") or "VVN" in possible_tags(word.lower))
