"""What a labelled article says, as people have marked it: the contents of a ``labels.yaml``.

Labels name text of the article by quoting it, so that nobody counts characters; ``fixtures`` finds
the quotes. Unknown keys are refused. The written guide for labelling is ``evals/LABELLING.md``.
"""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Annotated, Literal, Self

from pydantic import BaseModel, ConfigDict, Field, model_validator

from nutgraf.schema.news import EntityKind, EventStatus, Salience

if TYPE_CHECKING:
    from collections.abc import Iterator

Form = Literal[
    "news",
    "interview",
    "explainer",
    "live blog",
    "press release",
    "opinion",
    "correction",
    "obituary",
    "report",
]
Importance = Literal["must", "may"]
Fault = Literal[
    "number",  # another number
    "unit",  # another unit, or the number of something else
    "date",  # another time
    "name",  # another name in place of the right one
    "speaker",  # somebody else's words or claim
    "negation",  # the opposite, by a "not" more or less
    "status",  # planned or possible told as happened, or the other way round
    "invented quotation",
    "altered quotation",
    "subject",  # who did what to whom, turned round
    "attribution",  # somebody's claim told as fact
    "scope",  # all for some, always for once
    "cause",  # a connection that the article does not make
    "outdated",  # what the article itself corrects further down
    "instruction",  # obeys a text hidden in the article
    "unsupported",  # the article says nothing of the kind
]


class _Label(BaseModel):
    """The base of all labels: frozen, and strict about unknown keys."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Quote(_Label):
    """Words of the article, letter for letter, that occur more than once in it.

    Attributes:
        quote: The words.
        occurrence: Which of the places is meant, from 1.
    """

    quote: str = Field(min_length=1)
    occurrence: int = Field(default=1, ge=1)


Quoted = Annotated[str, Field(min_length=1)] | Quote
"""Words of the article; a plain string where they occur once."""
Evidence = Annotated[tuple[Quoted, ...], Field(min_length=1)]


class KeyFact(_Label):
    """A fact that a good summary must or may tell.

    Attributes:
        id: A short name, unique in the file.
        importance: ``must`` if a summary without it misses the story.
        statement: The fact in the labeller's words: one sentence, true to the article.
        evidence: Words from each sentence that carries it.
        needs: What a faithful statement has to say; each item holds alternatives between ``|``.
    """

    id: str
    importance: Importance
    statement: str
    evidence: Evidence
    needs: tuple[str, ...] = Field(min_length=1)


class LabelledEvent(_Label):
    """Something that happened, is to happen, may happen or is denied.

    Attributes:
        what: What, in the labeller's words: one sentence.
        date: ISO 8601 as in `nutgraf.schema.When`; None where the article gives no time.
        status: As the article has it at its end.
        who: Names of those who take part, as in ``entities``.
        where: The place, as in ``entities``.
        evidence: Words from each sentence that carries it.
    """

    what: str
    date: str | None
    status: EventStatus
    who: tuple[str, ...] = ()
    where: str | None = None
    evidence: Evidence


class LabelledEntity(_Label):
    """Somebody or something with a name.

    Attributes:
        name: The fullest name that the article uses.
        aliases: Other names that the article uses for it; not pronouns or descriptions.
    """

    name: str
    kind: EntityKind
    aliases: tuple[str, ...] = ()
    salience: Salience


class LabelledQuotation(_Label):
    """Words between quotation marks that somebody said.

    Attributes:
        words: Without the marks.
        speaker: The fullest name in the article, or the words that stand for the speaker; None
            where the article does not say who speaks.
    """

    words: Quoted
    speaker: str | None


class LabelledFigure(_Label):
    """An amount that matters to the story.

    Attributes:
        text: As printed.
        value: In units of one; a share in per cent.
        unit: As in `nutgraf.schema.Amount`.
        of: What it measures, in the labeller's words.
    """

    text: Quoted
    value: Decimal
    unit: str | None
    of: str


class OpenQuestion(_Label):
    """What the article says is not known, decided or settled."""

    question: str
    evidence: Evidence


class Trap(_Label):
    """A plausible statement that is false.

    Attributes:
        statement: One sentence.
        fault: What is wrong with it.
        why: In a sentence, with what the article says instead.
        evidence: Words from the sentences that show it; none where the article is silent.
        of: The key fact that it distorts, if it is one.
    """

    statement: str
    fault: Fault
    why: str
    evidence: tuple[Quoted, ...] = ()
    of: str | None = None


class Labels(_Label):
    """All labels of one article.

    Attributes:
        article: Name of the article's file, in the same folder.
        desk: What it is about, in a word or two.
        form: What kind of text it is.
        language: ISO 639-1.
        title: As a reader should find it; None where there is none.
        published: Likewise.
        hard: What makes the article hard, for whoever reads a report.
        gists: Reference summaries in a sentence each.
    """

    article: str
    desk: str
    form: Form
    language: str
    title: str | None
    published: date | None
    hard: tuple[str, ...]
    gists: tuple[str, ...] = Field(min_length=1)
    key_facts: tuple[KeyFact, ...] = Field(min_length=3)
    events: tuple[LabelledEvent, ...]
    entities: tuple[LabelledEntity, ...]
    quotations: tuple[LabelledQuotation, ...]
    figures: tuple[LabelledFigure, ...]
    open_questions: tuple[OpenQuestion, ...]
    traps: tuple[Trap, ...] = Field(min_length=3)

    def misfits(self) -> Iterator[str]:
        """Yield where the labels do not fit together, such as a name that is no entity."""
        ids = [fact.id for fact in self.key_facts]
        if len(set(ids)) < len(ids):
            yield "two key facts have the same id"
        for trap in self.traps:
            if trap.of is not None and trap.of not in ids:
                yield f"a trap is of the key fact {trap.of!r}, which does not exist"
        known = {name for entity in self.entities for name in (entity.name, *entity.aliases)}
        for event in self.events:
            for name in (*event.who, *([event.where] if event.where else ())):
                if name not in known:
                    yield f"an event names {name!r}, which is not among the entities"

    @model_validator(mode="after")
    def _labels_fit_together(self) -> Self:
        if misfits := list(self.misfits()):
            raise ValueError("; ".join(misfits))
        return self
