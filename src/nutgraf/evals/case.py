"""A case: an article, and what people say is in it, found in its text.

Where it comes from (a labelled folder, a corpus) is the business of ``fixtures`` and ``corpora``;
scorers see only this. A part that nobody labelled is None, which is another thing than empty: what
is not labelled is not scored.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping
    from decimal import Decimal

    from nutgraf.article import Span
    from nutgraf.evals.labels import Fault
    from nutgraf.language.readings import Readings
    from nutgraf.schema.news import EntityKind, EventStatus, Salience

Sentences = frozenset[int]
"""Numbers of sentences of the article, from 1."""


@dataclass(frozen=True, slots=True)
class ExpectedFact:
    """A fact that a good summary must or may tell.

    Attributes:
        id: A short name, unique in the case.
        must: Whether a summary without it misses the story.
        statement: The fact in the labeller's words.
        sentences: Those that carry it.
        needs: What a faithful statement has to say: of each item one of the alternatives.
    """

    id: str
    must: bool
    statement: str
    sentences: Sentences
    needs: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class ExpectedEvent:
    """Something that happened, is to happen, may happen or is denied.

    Attributes:
        what: In the labeller's words.
        date: ISO 8601 as in `nutgraf.schema.When`; None where the article gives no time.
        status: As the article has it at its end.
        who: The fullest names of those who take part.
        where: The fullest name of the place, or None.
        sentences: Those that carry it.
    """

    what: str
    date: str | None
    status: EventStatus
    who: tuple[str, ...]
    where: str | None
    sentences: Sentences


@dataclass(frozen=True, slots=True)
class ExpectedEntity:
    """Somebody or something with a name.

    Attributes:
        name: The fullest name that the article uses.
        aliases: Other names that it uses.
        kind: None where it is not labelled, or is of no kind that the schema has.
        salience: How much the story is about it.
    """

    name: str
    aliases: tuple[str, ...]
    kind: EntityKind | None
    salience: Salience


@dataclass(frozen=True, slots=True)
class ExpectedQuote:
    """Words that somebody said.

    Attributes:
        span: Where they stand, without the marks.
        speaker: The fullest name, or the words that stand for the speaker; None where the article
            does not say who speaks.
        aliases: Other names that the article uses for the speaker.
    """

    span: Span
    speaker: str | None
    aliases: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ExpectedFigure:
    """An amount that matters to the story.

    Attributes:
        span: Where it stands.
        value: In units of one; a share in per cent.
        unit: As in `nutgraf.schema.Amount`.
        of: What it measures, in the labeller's words.
    """

    span: Span
    value: Decimal
    unit: str | None
    of: str


@dataclass(frozen=True, slots=True)
class ExpectedDate:
    """An expression of a time, with what it means.

    Attributes:
        span: Where it stands.
        value: ISO 8601 as in `nutgraf.schema.When`.
    """

    span: Span
    value: str


@dataclass(frozen=True, slots=True)
class ExpectedQuestion:
    """What the article says is not known, decided or settled."""

    question: str
    sentences: Sentences


@dataclass(frozen=True, slots=True)
class ExpectedTrap:
    """A plausible statement that is false.

    Attributes:
        statement: One sentence.
        fault: What is wrong with it.
        sentences: Those that show it; none where the article is silent.
        of: The id of the key fact that it distorts, if it is one.
    """

    statement: str
    fault: Fault
    sentences: Sentences
    of: str | None


@dataclass(frozen=True, slots=True)
class Expected:
    """What people say is in an article; None for what nobody labelled.

    Attributes:
        gists: Reference summaries.
        facts: Key facts.
        events: Events.
        entities: Everybody and everything with a name that plays a part.
        quotes: What was said between quotation marks.
        figures: Amounts that matter.
        dates: Every expression of a time.
        questions: What is open.
        traps: Plausible statements that are false.
    """

    gists: tuple[str, ...] | None = None
    facts: tuple[ExpectedFact, ...] | None = None
    events: tuple[ExpectedEvent, ...] | None = None
    entities: tuple[ExpectedEntity, ...] | None = None
    quotes: tuple[ExpectedQuote, ...] | None = None
    figures: tuple[ExpectedFigure, ...] | None = None
    dates: tuple[ExpectedDate, ...] | None = None
    questions: tuple[ExpectedQuestion, ...] | None = None
    traps: tuple[ExpectedTrap, ...] | None = None


@dataclass(frozen=True, slots=True)
class Case:
    """One article of a suite.

    Attributes:
        id: Unique in the suite; it is used in names of files, so it holds no separators.
        readings: The article, as nutgraf reads it.
        expected: What people say is in it.
        tags: What it can be chosen and grouped by, such as ``desk``, ``form``, ``genre``.
        digest: SHA-256 of article and labels, hexadecimal.
    """

    id: str
    readings: Readings
    expected: Expected
    tags: Mapping[str, str] = field(default_factory=dict)
    digest: str = ""


@dataclass(frozen=True, slots=True)
class Suite:
    """Cases that are scored together.

    Attributes:
        name: Such as ``fixtures``.
        cases: By id.
        source: The folder or file that they were read from; None where they were made in Python.
        only: The tags that they were chosen by, with the values taken; empty for all of them.
    """

    name: str
    cases: tuple[Case, ...]
    source: str | None = None
    only: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    @property
    def digest(self) -> str:
        """SHA-256 over the digests of its cases, in whatever order they are, hexadecimal."""
        lines = sorted(f"{case.id} {case.digest}" for case in self.cases)
        return hashlib.sha256("\n".join(lines).encode()).hexdigest()
