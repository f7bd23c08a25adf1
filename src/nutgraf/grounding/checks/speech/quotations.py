"""Checks of words that are given as somebody's own: do they stand in the article.

Who says them there is the business of ``speakers``, but for words inside statements, whose place in
the article is found here only.
"""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from nutgraf.grounding.checks.speech.speakers import misattributed
from nutgraf.grounding.speakers import Speakers
from nutgraf.grounding.speech import Place, Speech
from nutgraf.grounding.wording import difference
from nutgraf.language.bare_words import bare_words
from nutgraf.schema.fields import Passage, Verbatim
from nutgraf.schema.result import Finding

if TYPE_CHECKING:
    from collections.abc import Iterator

    from nutgraf.grounding.statements import Statement, Subject
    from nutgraf.grounding.wording import Difference
    from nutgraf.language.quotations import Quotation
    from nutgraf.schema.result import FindingKind, Severity
    from nutgraf.schema.tree import Leaf

_TERM_WORDS = 3  # so few between marks may be a term or a title rather than speech
_STEM_CHARS = 5
_MESSAGE_WORDS = 8
_MARKS = frozenset("\"'`\u2018\u2019\u201a\u201b\u201c\u201d\u201e\u201f\u00ab\u00bb\u2039\u203a")
_PUNCTUATION = " .,;:!?\u2026"


def check_quotations(subject: Subject) -> Iterator[Finding]:
    """Report quotations that are not in the article, and those that were set right from it."""
    for leaf in subject.leaves:
        if not isinstance(leaf.value, Verbatim):
            continue
        if leaf.value.passage is None:
            yield Finding(
                path=leaf.path,
                kind="not_verbatim",
                severity="error",
                message="these words do not stand in the article",
            )
        elif leaf.value.match == "approximate":
            yield _set_right(leaf, leaf.value, leaf.value.passage)


def _set_right(leaf: Leaf, value: Verbatim, passage: Passage) -> Finding:
    changed = difference(value.given or value.text, value.text)
    if changed is None or not changed.changes_meaning:
        return Finding(
            path=leaf.path,
            kind="corrected_quotation",
            severity="note",
            message="was not copied exactly; the article's words were put in its place",
            passages=(passage,),
        )
    return Finding(
        path=leaf.path,
        kind="altered_quotation",
        severity="warning",
        message=f"was given with other words: {_told(changed)}; the article's words were put in "
        "its place",
        passages=(passage,),
    )


def check_quoted_prose(subject: Subject) -> Iterator[Finding]:
    """Report words between quotation marks inside statements that the article does not have.

    Where it has them, who says them there is compared too.
    """
    prose = _QuotedProse(subject)
    for statement in subject.reworded:
        for quotation in _between_marks(statement):
            yield from prose.check(statement, quotation)


def _between_marks(statement: Statement) -> Iterator[Quotation]:
    """Yield the quotations of a statement that open and close, without those inside others."""
    end = 0
    for quotation in statement.readings.quotations:
        before = statement.text[: quotation.span.start].rstrip()
        after = statement.text[quotation.span.end :].lstrip(_PUNCTUATION)
        if quotation.span.start >= end and {before[-1:], after[:1]} <= _MARKS:
            end = quotation.span.end
            yield quotation


class _QuotedProse:
    """Compares the quotations inside statements with one article."""

    def __init__(self, subject: Subject) -> None:
        self._subject = subject
        self._text = subject.readings.article.text
        self._speech = Speech(subject.readings)
        self._speakers = Speakers(subject.readings, subject.occurrences)

    def check(self, statement: Statement, quotation: Quotation) -> Iterator[Finding]:
        """Report what is wrong with one quotation of a statement."""
        words = quotation.span.of(statement.text)
        place = self._speech.find(words)
        if place is not None:
            yield from self._attributed(statement, quotation, place)
            return
        place = self._speech.nearest(words)
        changed = difference(words, place.text) if place else None
        if place is not None and changed is not None:
            yield self._altered(statement, quotation, place, changed)
            yield from self._attributed(statement, quotation, place)
        elif not self._is_a_term(quotation, words):
            yield self._invented(statement, quotation, words)

    def _is_a_term(self, quotation: Quotation, words: str) -> bool:
        """Tell whether a few words between marks are the article's, in another order or form."""
        found = bare_words(words)
        if quotation.speaker is not None or len(found) > _TERM_WORDS:
            return False
        stems = (word[:_STEM_CHARS] for word in found)
        return all(stem in self._stems for stem in stems)

    @cached_property
    def _stems(self) -> frozenset[str]:
        return frozenset(word[:_STEM_CHARS] for word in bare_words(self._text))

    def _invented(self, statement: Statement, quotation: Quotation, words: str) -> Finding:
        few = len(bare_words(words)) <= _TERM_WORDS and not quotation.direct
        return self._finding(
            statement,
            quotation,
            "invented_quotation",
            "warning" if few else "error",
            f"the article does not have the words {_shortened(words)!r}",
        )

    def _altered(
        self, statement: Statement, quotation: Quotation, place: Place, changed: Difference
    ) -> Finding:
        [sentence, *_] = self._subject.readings.sentences_at(place.span)
        return self._finding(
            statement,
            quotation,
            "altered_quotation",
            "error" if changed.changes_meaning else "warning",
            f"quotes other words than sentence {sentence.number} has: {_told(changed)}",
            place,
        )

    def _attributed(
        self, statement: Statement, quotation: Quotation, place: Place
    ) -> Iterator[Finding]:
        if quotation.speaker is None:
            return
        spoken = self._speech.quotation_at(place.span)
        if spoken is None:
            if quotation.direct:
                yield self._finding(
                    statement,
                    quotation,
                    "not_quoted",
                    "warning",
                    "the article has these words, but does not give them as anybody's speech",
                    place,
                )
            return
        yield from misattributed(
            statement.path,
            quotation.speaker,
            spoken,
            self._subject.readings,
            self._speakers,
            said=Passage.at(quotation.span, statement.text),
        )

    def _finding(
        self,
        statement: Statement,
        quotation: Quotation,
        kind: FindingKind,
        severity: Severity,
        message: str,
        place: Place | None = None,
    ) -> Finding:
        return Finding(
            path=statement.path,
            kind=kind,
            severity=severity,
            message=message,
            said=Passage.at(quotation.span, statement.text),
            passages=(Passage.at(place.span, self._text),) if place else (),
        )


def _told(changed: Difference) -> str:
    said, printed = _shortened(" ".join(changed.said)), _shortened(" ".join(changed.printed))
    if not printed:
        return f"the article does not have {said!r} there"
    if not said:
        return f"the article has {printed!r} besides"
    return f"{said!r} where the article has {printed!r}"


def _shortened(words: str) -> str:
    parts = words.split()
    return " ".join(parts[:_MESSAGE_WORDS]) + (" ..." if len(parts) > _MESSAGE_WORDS else "")
