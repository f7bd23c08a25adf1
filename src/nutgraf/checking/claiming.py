"""Anybody's summary as claims, and a check of what only they can be: said by no sentence at all."""

from __future__ import annotations

from typing import TYPE_CHECKING

from nutgraf.grounding.relevance import SAID_AT_ALL
from nutgraf.language.figures import carries
from nutgraf.language.tongues import foreign_language
from nutgraf.schema.claims import Claim, Claims
from nutgraf.schema.fields import Passage
from nutgraf.schema.result import Finding

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from nutgraf.grounding.statements import Statement, Subject

_FEWEST_WORDS = 2
_FEWEST_WORDS_OF_A_LONG_TEXT = 4  # fewer are easily all put in other words
_COUNTED_BY_EYE = 3  # so small a number stands anywhere
# Of a long text a sentence sums up more, in words of its own: there SAID_AT_ALL, .15, takes 1 true
# statement in 100 for unsaid, .12 1 in 800.
_SAID_AT_ALL_IN_A_LONG_TEXT = 0.12
_PATH = "statements[{}].text"


def claims_of(texts: Iterable[str]) -> Claims:
    """Return the claims that a summary makes."""
    return Claims(statements=tuple(Claim(text=text) for text in texts))


def path_of(index: int) -> str:
    """Return what findings call the statement of this index."""
    return _PATH.format(index)


def check_support(subject: Subject) -> Iterator[Finding]:
    """Report the statements that no sentence of the article says, with the nearest sentence.

    Words alone are compared, so a statement in another language than the article's is left out.
    """
    language = subject.readings.article.language or "en"
    for statement in subject.statements:
        least = _SAID_AT_ALL_IN_A_LONG_TEXT if subject.is_long else SAID_AT_ALL
        beside = subject.relevance.is_beside_it(statement.text, least=least)
        if not beside or _says_little(statement, subject) or _gives_its_figure(statement, subject):
            continue
        if foreign_language(statement.text, language) is None:
            yield _unsaid(statement, subject)


def _says_little(statement: Statement, subject: Subject) -> bool:
    """Tell whether a statement has too few words to know it again ("She agrees"), or asks."""
    fewest = _FEWEST_WORDS_OF_A_LONG_TEXT if subject.is_long else _FEWEST_WORDS
    is_short = len(subject.relevance.terms(statement.text)) < fewest
    return statement.text.rstrip().endswith("?") or is_short


def _gives_its_figure(statement: Statement, subject: Subject) -> bool:
    """Tell whether a sentence with one of its words has its amount, be it rounded."""
    readings = subject.readings
    return any(
        carries(printed, said) and subject.relevance.share(statement.text, [sentence]) > 0
        for said in statement.readings.figures
        if said.value > _COUNTED_BY_EYE
        for printed in readings.figures
        for sentence in readings.sentences_at(printed.span)
    )


def _unsaid(statement: Statement, subject: Subject) -> Finding:
    nearest = subject.relevance.best(statement.text, limit=1)
    near = f"; nearest to it is sentence {nearest[0].number}" if nearest else ""
    return Finding(
        path=statement.path,
        kind="no_evidence",
        severity="warning",
        message=f"no sentence of the article says this{near}",
        passages=tuple(Passage.at(s.span, subject.readings.article.text) for s in nearest),
    )
