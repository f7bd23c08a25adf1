"""Tells whether a form without a mark of tense is the verb of a clause: "the faults they FOUND"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from nutgraf.language.predicates import subjects
from nutgraf.language.predicates.groups import Group
from nutgraf.language.predicates.phrases import Phrase
from nutgraf.language.predicates.record import Clause
from nutgraf.language.predicates.repairs import may_be_past

if TYPE_CHECKING:
    from nutgraf.language.predicates.syntax import Syntax


def has_tense(syntax: Syntax, number: int, group: Group) -> bool:
    """Tell whether what looks like a participle or an infinitive has a tense.

    Args:
        syntax: What has been read up to it.
        number: The number of its chunk.
        group: The verb group.
    """
    if group.form == "infinitive":
        return _is_bare_present(syntax, number, group)
    single = group.form == "participle" and len(group.verbs) == 1
    return single and may_be_past(syntax.words[group.main]) and _is_past(syntax, number)


def _is_bare_present(syntax: Syntax, number: int, group: Group) -> bool:
    """Tell whether a bare infinitive is the verb of a clause ("that the school BE closed")."""
    if syntax.words[group.verbs[0]].tag == "TO0":
        return False
    frame = syntax.frame
    if frame.clause is Clause.COMPLEMENT and subjects.reopen(syntax):
        return True  # "that men held there BE freed"
    is_free = bool(frame.free) and frame.free[-1][1] is syntax.before(number)
    return frame.head is None and is_free


def _is_past(syntax: Syntax, number: int) -> bool:
    """Tell whether a participle stands where a clause lacks its verb.

    So it is behind a subject in an open clause ("the faults that engineers FOUND in it") and
    behind two phrases in a row ("the faults engineers FOUND in it").
    """
    frame, before = syntax.frame, syntax.before(number)
    if isinstance(before, Group) and not frame.link:
        outer = syntax.frames[:-1]  # "the drivers it represents STAYED away"
        return frame.head is not None and any(f.free and not f.head for f in outer)
    if not frame.free or frame.free[-1][1] is not before:
        return False
    at = frame.free[-1][0]
    if frame.head is not None:
        return frame.after_comma and at > frame.linked_at  # ", and the office APOLOGISED"
    return len(syntax.frames) > 1 or isinstance(syntax.before(at), Phrase)
