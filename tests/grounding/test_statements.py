from __future__ import annotations

from tests.support.claims import listed, story

from nutgraf.grounding.checks import check_subject
from nutgraf.grounding.statements import Subject

STORY = "Brackwell council voted 11-4 to buy the old brewery for £3.4m, the mayor said on Monday."


def test_of_a_statement_in_another_language_only_that_is_said() -> None:
    german = "Der Rat der Stadt kaufte die Brauerei für 9 Millionen Euro, und das ist nicht wenig."
    subject = Subject(listed(german), story(STORY))
    assert subject.reworded == ()
    assert [finding.kind for finding in check_subject(subject)] == ["no_evidence", "language"]
