"""Setting citations right: from a sentence beside the point to the one that says it.

A model that cites numbers is often off by one or two. Where the cited sentences share little with a
statement and another sentence shares much of it, that one is cited instead, is marked as corrected,
and a note says so. In between nothing is changed. Only words are weighed here, so a paraphrase in
other words is left as it was cited.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar

from pydantic import BaseModel

from nutgraf.grounding.relevance import Relevance
from nutgraf.grounding.statements import evidence_fields
from nutgraf.language.sentences import SentenceKind
from nutgraf.schema.fields import Citation, Passage
from nutgraf.schema.result import Finding
from nutgraf.schema.tree import leaves, substitute

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from nutgraf.language.readings import Readings
    from nutgraf.language.sentences import Sentence
    from nutgraf.schema.tree import Leaf

SummaryT = TypeVar("SummaryT", bound=BaseModel)

# Shares of a statement's words, rare ones weighing more. Set on the labelled articles with
# evals/measurements/relevance.py, so that no citation that is right is changed.
_SAYS_LITTLE = 0.3
_SAYS_IT = 0.45
_SAYS_SO_MUCH_MORE = 0.25
_LOST = 0.1  # what only the cited sentences say, such as a figure, is not given up
_FEWEST_WORDS = 4  # fewer stand in any sentence
_CANDIDATES = 4  # sentences looked at for one that states something
_CLOSING = "\"'\u201d\u2019\u00bb)"


@dataclass(frozen=True, slots=True)
class Cited:
    """All that a part of a summary states, and what it cites for it.

    Attributes:
        path: Where the citations stand.
        text: What is stated.
        citations: What is cited, sentences that do not exist among it.
    """

    path: str
    text: str
    citations: tuple[Citation, ...]


@dataclass(frozen=True, slots=True)
class Weighed:
    """How much of a statement is said where.

    Attributes:
        cited: The share of it that the cited sentences say together, from 0 to 1.
        best: The sentence that says most of it.
        most: The share that it says.
        only_cited: The share that the cited sentences say and the best one does not.
    """

    cited: float
    best: Sentence
    most: float
    only_cited: float

    @property
    def is_said_elsewhere(self) -> bool:
        """Whether the cited sentences are certainly not those that say it."""
        certain = self.most >= _SAYS_IT and self.most - self.cited >= _SAYS_SO_MUCH_MORE
        return certain and self.cited <= _SAYS_LITTLE and self.loses_nothing

    @property
    def loses_nothing(self) -> bool:
        """Whether the best sentence says nearly all that the cited ones do."""
        return self.only_cited <= _LOST


def correct_citations(
    summary: SummaryT, readings: Readings
) -> tuple[SummaryT, tuple[Finding, ...]]:
    """Return an anchored summary with citations beside the point set right, and a note for each."""
    relevance = Relevance(readings)
    changes: dict[str, object] = {}
    notes: list[Finding] = []
    for cited in cited_parts(leaves(summary)):
        weighed = weigh(cited, readings, relevance)
        if weighed is not None and weighed.is_said_elsewhere:
            better = _citation(weighed.best, readings)
            changes[cited.path] = (better,)
            notes.append(_note(cited, better))
    return substitute(summary, changes), tuple(notes)


def cited_parts(of: Iterable[Leaf]) -> Iterator[Cited]:
    """Yield what each part of a summary states with what it cites; what cites nothing is left."""
    said: dict[str, tuple[BaseModel, list[str]]] = {}
    for leaf in of:
        if leaf.is_prose:
            said.setdefault(leaf.owner_path, (leaf.owner, []))[1].append(str(leaf.value))
    for path, (owner, texts) in said.items():
        for name in evidence_fields(owner):
            citations: Sequence[Citation] = getattr(owner, name)
            if citations:
                yield Cited(f"{path}.{name}" if path else name, " ".join(texts), tuple(citations))


def weigh(cited: Cited, readings: Readings, relevance: Relevance) -> Weighed | None:
    """Weigh what is cited against all other sentences.

    Returns:
        None for a statement of too few words to weigh, or one that no sentence states any of.
    """
    if len(relevance.terms(cited.text)) < _FEWEST_WORDS:
        return None
    article = readings.article.text
    near = relevance.best(cited.text, _CANDIDATES)
    best = [sentence for sentence in near if _states_something(sentence, article)][:1]
    if not best:
        return None
    found = (readings.sentence(citation.sentence) for citation in cited.citations)
    existing = [sentence for sentence in found if sentence is not None]
    share, most, together = (
        relevance.share(cited.text, sentences) for sentences in (existing, best, existing + best)
    )
    return Weighed(share, best[0], most, together - most)


def _states_something(sentence: Sentence, text: str) -> bool:
    """Tell what can carry a statement from a headline and from a question in an interview."""
    asks = sentence.span.of(text).rstrip(_CLOSING).endswith("?")
    return sentence.kind is not SentenceKind.HEADING and not asks


def _citation(sentence: Sentence, readings: Readings) -> Citation:
    passage = Passage.at(sentence.span, readings.article.text)
    return Citation(sentence=sentence.number, passage=passage, corrected=True)


def _note(cited: Cited, better: Citation) -> Finding:
    numbers = ", ".join(str(citation.sentence) for citation in cited.citations)
    return Finding(
        path=cited.path,
        kind="corrected_citation",
        severity="note",
        message=f"cited {numbers}, which says little of it; sentence {better.sentence} says it",
        passages=(better.passage,) if better.passage else (),
    )
