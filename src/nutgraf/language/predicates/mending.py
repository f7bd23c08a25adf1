"""Looks at a sentence once more when it has been read: what has no verb yet gets one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from nutgraf.language.predicates.governors import TRANSITIVE
from nutgraf.language.predicates.record import Clause
from nutgraf.language.predicates.repairs import may_be_past

if TYPE_CHECKING:
    from collections.abc import Sequence

    from nutgraf.language.predicates.drafts import Draft
    from nutgraf.language.predicates.frames import Frame
    from nutgraf.language.predicates.words import Word


def mend(words: Sequence[Word], drafts: Sequence[Draft], root: Frame) -> None:
    """Give the main clause a verb if it has a subject only.

    In a sentence the last participle that can be a past tense is its verb ("the head of the agency
    that runs the dam LEFT"); in a headline, which has no full stop, the first participle is ("Man
    CHARGED with murder").
    """
    _read_relatives(drafts)
    _read_openings(drafts, root)
    if root.head is not None or not root.free:
        return
    single = [d for d in drafts if d.group.form == "participle" and len(d.group.verbs) == 1]
    if not words[-1].is_mark:
        headline = [d for d in single if d.subject is root.free[0][1]]
        if headline:
            make_main(headline[0], root, passive=headline[0].retained is None)
        return
    past = [d for d in single if may_be_past(words[d.group.main])]
    if past:
        make_main(past[-1], root, passive=False)


def _read_openings(drafts: Sequence[Draft], root: Frame) -> None:
    """Give what opens a sentence without a subject that of its main verb ("ASKED about it, he")."""
    for draft in drafts:
        opens = draft.host is None and draft.group.form in {"gerund", "participle"}
        if opens and draft.subject is None and root.head is not None:
            draft.subject = root.head.subject


def _read_relatives(drafts: Sequence[Draft]) -> None:
    """Read "the offer that the board received": the noun is the verb's object, no claim."""
    for draft in drafts:
        lacks_object = draft.object is None and not draft.group.passive
        if draft.noun is not None and lacks_object and draft.lemma in TRANSITIVE:
            draft.object, draft.clause = draft.noun, Clause.RELATIVE
            draft.claim = draft.governor = draft.effect = None
            draft.reached = False


def make_main(draft: Draft, root: Frame, *, passive: bool = False) -> None:
    """Let a participle be the finite verb of a clause."""
    draft.group.form, draft.group.passive = "finite", passive
    draft.clause, draft.subject = Clause.MAIN, root.free[0][1]
    draft.host = draft.governor = draft.effect = None
    draft.reached = False
    draft.object = None if passive else draft.retained
    root.head = draft
