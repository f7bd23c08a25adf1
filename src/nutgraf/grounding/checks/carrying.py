"""A check of citations that resolve: do the cited sentences say anything of the statement.

Where it is certain which sentence does, ``nutgraf.grounding.support`` has set the citation right
before; what is left is told.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from nutgraf.grounding.support import Cited, Weighed, cited_parts, weigh
from nutgraf.schema.fields import Passage
from nutgraf.schema.result import Finding

if TYPE_CHECKING:
    from collections.abc import Iterator

    from nutgraf.grounding.statements import Subject

# Shares of a statement's words, as in ``support``.
_SAYS_NOTHING = 0.15
_SAYS_MORE = 0.3


def check_carrying(subject: Subject) -> Iterator[Finding]:
    """Report citations of sentences that say next to nothing of a statement.

    Either another sentence says more of it, or none does: then the statement is in doubt. Numbers
    that the article does not have are for ``citations``.
    """
    for cited in cited_parts(subject.leaves):
        if not any(citation.passage for citation in cited.citations):
            continue
        weighed = weigh(cited, subject.readings, subject.relevance)
        if weighed is None or weighed.cited > _SAYS_NOTHING:
            continue
        if weighed.most >= _SAYS_MORE and weighed.loses_nothing:
            number = weighed.best.number
            yield _finding(subject, cited, weighed, f"sentence {number} says more of it")
        elif not subject.relevance.is_said(cited.text):
            yield _finding(subject, cited, weighed, "no sentence of the article says it")


def _finding(subject: Subject, cited: Cited, weighed: Weighed, instead: str) -> Finding:
    numbers = ", ".join(str(citation.sentence) for citation in cited.citations)
    return Finding(
        path=cited.path,
        kind="beside_the_point",
        severity="warning",
        message=f"cites {numbers}, which says next to nothing of it; {instead}",
        passages=(Passage.at(weighed.best.span, subject.readings.article.text),),
    )
