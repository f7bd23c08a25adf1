"""The check of who is said to have said something without being quoted ("X denied that ...").

Words between quotation marks are compared by ``quotations``. Only English is read.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from nutgraf.article import Span
from nutgraf.grounding.speakers import Speakers, is_name
from nutgraf.schema.fields import Passage
from nutgraf.schema.result import Finding

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from nutgraf.grounding.statements import Statement, Subject
    from nutgraf.language.readings import Readings
    from nutgraf.language.sentences import Sentence

_LOOKED_AT = 3  # sentences that say most of a statement
# Of a statement's words without the source's, rare ones weighing more.
_CITED_SAYS_IT = 0.35
_SAYS_IT = 0.5
# "Holloway's coach, Jonah Quill, said"
_APPOSED = re.compile(r",\s+((?:[A-Z][\w.'\u2019-]*\s+)+[A-Z][\w'\u2019-]*),")


def check_reported(subject: Subject) -> Iterator[Finding]:
    """Report claims that the article gives to somebody else."""
    speakers = Speakers(subject.readings, subject.occurrences)
    for statement in subject.statements:
        for given in _sources(statement.readings.sentences, statement.readings):
            finding = _somebody_else(statement, given, subject, speakers)
            if finding is not None:
                yield finding


def _sources(sentences: Sequence[Sentence], readings: Readings) -> list[Span]:
    """Return who claims something in some sentences, in reading order, quotations left out."""
    predicates = (p for sentence in sentences for p in readings.predicates_in(sentence))
    claims = (p.attribution for p in predicates)
    spans = {by.source for by in claims if by is not None and by.source and not by.quoted}
    return sorted(spans, key=lambda span: span.start)


def _somebody_else(
    statement: Statement, given: Span, subject: Subject, speakers: Speakers
) -> Finding | None:
    """Return a finding if whoever is named in the sentences that say it is somebody else."""
    source = _named(statement.text, given)
    carrying = _carrying(statement, given, subject)
    text = subject.readings.article.text
    said_by = [span.of(text) for span in _sources(carrying, subject.readings)]
    named = [words for words in said_by if is_name(words)]
    if not named or not all(speakers.differ(source, words, words) for words in named):
        return None
    if any(speakers.is_named_within(source, _around(s, subject.readings)) for s in carrying):
        return None
    return Finding(
        path=statement.path,
        kind="misattributed",
        severity="error" if statement.cited else "warning",
        message=f"the article gives this to {named[0]!r}, not to {source!r} "
        f"(sentence {carrying[0].number})",
        said=Passage.at(given, statement.text),
        passages=tuple(Passage.at(sentence.span, text) for sentence in carrying),
    )


def _named(text: str, source: Span) -> str:
    """Return the words for a source, or the name that is set beside them."""
    apposed = _APPOSED.match(text, source.end)
    return apposed[1] if apposed else source.of(text)


def _carrying(statement: Statement, given: Span, subject: Subject) -> list[Sentence]:
    """Return the sentences that say what is claimed, the one that says most of it first."""
    claimed = statement.text[: given.start] + statement.text[given.end :]
    among = statement.cited or subject.relevance.best(claimed, _LOOKED_AT)
    least = _CITED_SAYS_IT if statement.cited else _SAYS_IT
    shares = [(subject.relevance.share(claimed, [sentence]), sentence) for sentence in among]
    shares.sort(key=lambda pair: (-pair[0], pair[1].number))
    return [sentence for share, sentence in shares if share >= least]


def _around(sentence: Sentence, readings: Readings) -> Span:
    """Return a sentence with those beside it, in which its claim may be gone into."""
    before = readings.sentence(sentence.number - 1) or sentence
    after = readings.sentence(sentence.number + 1) or sentence
    return Span(before.span.start, after.span.end)
