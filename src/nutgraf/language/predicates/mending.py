"""Looks at a sentence once more when it has been read: what has no verb yet gets one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from nutgraf.language.predicates.record import Clause
from nutgraf.language.predicates.tagger import possible_tags

if TYPE_CHECKING:
    from nutgraf.language.predicates.drafts import Draft
    from nutgraf.language.predicates.frames import Frame
    from nutgraf.language.predicates.syntax import Syntax


def mend(syntax: Syntax, root: Frame) -> None:
    """Give the main clause a verb if it has a subject only.

    In a sentence the last participle that can be a past tense is its verb ("the head of the agency
    that runs the dam LEFT"); in a headline, which has no full stop, the first participle is ("Man
    CHARGED with murder").
    """
    if root.head is not None or not root.free:
        return
    single = [d for d in syntax.drafts if d.group.form == "participle" and len(d.group.verbs) == 1]
    if not syntax.words[-1].is_mark:
        headline = [d for d in single if d.subject is root.free[0][1]]
        if headline:
            _make_main(headline[0], root, passive=headline[0].retained is None)
        return
    past = [d for d in single if "VVD" in possible_tags(syntax.words[d.group.main].lower)]
    if past:
        _make_main(past[-1], root, passive=False)


def _make_main(draft: Draft, root: Frame, *, passive: bool) -> None:
    draft.group.form, draft.group.passive = "finite", passive
    draft.clause, draft.subject = Clause.MAIN, root.free[0][1]
    draft.host = draft.governor = draft.effect = None
    draft.reached = False
    draft.object = None if passive else draft.retained
    root.head = draft
