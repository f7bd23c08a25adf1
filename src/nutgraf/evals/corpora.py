"""Cases from a corpus in the neutral form: JSON Lines, a labelled text each, by other people.

A record has ``id`` and ``text``, and may have ``title``, ``published``, ``genre``, ``summaries``,
``entities``, ``quotes`` and ``dates``; offsets count code points of ``text``, which is taken as it
is. What a record lacks nobody labelled: key facts, events, figures and traps always. Other keys
are left alone, for a corpus holds more than is scored here.
"""

from __future__ import annotations

import hashlib
import json
import re
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Final

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from nutgraf.article import Article, Span
from nutgraf.errors import FixtureError
from nutgraf.evals.case import (
    Case,
    Expected,
    ExpectedDate,
    ExpectedEntity,
    ExpectedQuote,
)
from nutgraf.language.readings import Readings

if TYPE_CHECKING:
    import os
    from collections.abc import Iterator, Mapping

    from nutgraf.schema.news import EntityKind, Salience

_KINDS: Final[dict[str, EntityKind]] = {
    "person": "person",
    "organization": "organization",
    "organisation": "organization",
    "place": "place",
    "location": "place",
}
_TIMES: Final = frozenset({"time", "temporal"})
"""Types that are no entities for us: a named day is an expression of time."""

_MAIN_FROM: Final = 4
_SUPPORTING_FROM: Final = 1
"""Of the five summaries that GUM counts: main for nearly all of them, supporting for any, passing
for none. By this an article has two to three main entities, as in our own fixtures."""

_LEADING: Final = re.compile(r"^(?:the|a|an)\s+", re.IGNORECASE)
_POSSESSIVE: Final = re.compile(r"['\u2019]s?$")
_MARKS: Final = "\u201c\u201d\u2018\u2019\"'()[],."
_LONGEST_SMALL_WORD: Final = 3  # "of", "the", "and", "von": small inside a name
_DAY: Final = re.compile(r"\d{4}-\d{2}-\d{2}")
_FAULTS_SHOWN: Final = 3


class _Labelled(BaseModel):
    """The base of what is read of a record: a part of what the corpus holds."""

    model_config = ConfigDict(frozen=True, extra="ignore")


class _Summary(_Labelled):
    text: str
    human: bool = True


class _Mention(_Labelled):
    text: str
    link: str = ""


class _Cluster(_Labelled):
    id: int | None = None
    name: str
    named: bool = True
    type: str = ""
    salience: int | None = None
    mentions: tuple[_Mention, ...] = ()


class _Place(_Labelled):
    start: int = Field(ge=0)
    end: int


class _Quote(_Place):
    speaker: str | None
    speaker_entity: int | None = None


class _Date(_Place):
    value: str | None = None


class _Record(_Labelled):
    id: str = Field(min_length=1)
    corpus: str = ""
    genre: str = ""
    partition: str = ""
    title: str | None = None
    published: str | None = None
    text: str
    summaries: tuple[_Summary, ...] | None = None
    entities: tuple[_Cluster, ...] | None = None
    quotes: tuple[_Quote, ...] | None = None
    dates: tuple[_Date, ...] | None = None


def read_corpus(path: str | os.PathLike[str]) -> Iterator[Case]:
    """Yield the cases of a corpus, in the order of its lines.

    Raises:
        FixtureError: It cannot be read, or a line is no record; the message names the line.
        ArticleError: A text is blank.
    """
    try:
        lines = Path(path).read_bytes().split(b"\n")
    except OSError as error:
        raise FixtureError(f"{path}: cannot be read ({type(error).__name__})") from error
    for number, line in enumerate(lines, start=1):
        if line.strip():
            yield case_of_record(line, f"{path}, line {number}")


def case_of_record(line: bytes, name: str) -> Case:
    """Return the case that one line of a corpus holds.

    Args:
        line: JSON in UTF-8.
        name: What to call it in messages.

    Raises:
        FixtureError: It is no record of the neutral form.
        ArticleError: Its text is blank.
    """
    record = _parsed(line, name)
    article = Article(
        text=record.text,
        title=record.title,
        published=_day(record.published),
        source=record.id,
    )
    readings = Readings(article)
    tags = {"corpus": record.corpus, "genre": record.genre, "partition": record.partition}
    return Case(
        id=record.id,
        readings=readings,
        expected=_expected(record),
        tags={key: value for key, value in tags.items() if value} | {"language": readings.language},
        digest=_digest(article, record),
    )


def _parsed(line: bytes, name: str) -> _Record:
    try:
        record = _Record.model_validate_json(line)
    except ValidationError as error:
        faults = "; ".join(
            f"{'.'.join(map(str, fault['loc'])) or 'it'}: {fault['msg']}"
            for fault in error.errors(include_input=False, include_url=False)[:_FAULTS_SHOWN]
        )
        raise FixtureError(f"{name}: is no record of a corpus: {faults}") from error
    for place in (*(record.quotes or ()), *(record.dates or ())):
        if not place.start < place.end <= len(record.text):
            raise FixtureError(
                f"{name}: has a label from {place.start} to {place.end}, which is no stretch of a "
                f"text of {len(record.text)} characters"
            )
    return record


def _day(published: str | None) -> date | None:
    """Return the day, or None where the corpus knows no more than a month or a year."""
    if published is None or not _DAY.fullmatch(published):
        return None
    try:
        return date.fromisoformat(published)
    except ValueError:
        return None


def _digest(article: Article, record: _Record) -> str:
    labels = record.model_dump(mode="json", exclude={"text", "title", "published"})
    canonical = json.dumps(labels, sort_keys=True, ensure_ascii=False)
    return hashlib.sha256(f"{article.digest}\n{canonical}".encode()).hexdigest()


def _expected(record: _Record) -> Expected:
    # Whoever only scores model-written references measures likeness to a model.
    gists = tuple(s.text for s in record.summaries or () if s.human)
    clusters = {c.id: c for c in record.entities or () if c.id is not None}
    return Expected(
        gists=gists or None,
        entities=None
        if record.entities is None
        else tuple(_entity(c) for c in record.entities if c.named and c.type.lower() not in _TIMES),
        quotes=None
        if record.quotes is None
        else tuple(_quote(quote, clusters) for quote in record.quotes),
        dates=None
        if record.dates is None
        else tuple(
            ExpectedDate(Span(d.start, d.end), d.value) for d in record.dates if d.value is not None
        ),
    )


def _entity(cluster: _Cluster) -> ExpectedEntity:
    return ExpectedEntity(
        name=cluster.name,
        aliases=_aliases(cluster),
        kind=_KINDS.get(cluster.type.lower(), "other") if cluster.type else None,
        salience=_salience(cluster.salience),
    )


def _salience(summaries: int | None) -> Salience:
    """Return how much the story is about it; the same for all where the corpus does not say."""
    if summaries is None or _SUPPORTING_FROM <= summaries < _MAIN_FROM:
        return "supporting"
    return "main" if summaries >= _MAIN_FROM else "passing"


def _aliases(cluster: _Cluster) -> tuple[str, ...]:
    """Return the other names among the mentions: no pronouns, no descriptions."""
    plain = (_plain(m.text) for m in cluster.mentions if m.link != "ana")
    names = dict.fromkeys(name for name in plain if _is_name(name))
    return tuple(name for name in names if name != cluster.name)


def _plain(mention: str) -> str:
    one_line = " ".join(mention.split())
    return _POSSESSIVE.sub("", _LEADING.sub("", one_line, count=1))


def _is_name(words: str) -> bool:
    """Tell a name from a description: all its longer words begin with a capital or a digit."""
    letters = [word.strip(_MARKS) for word in words.split()]
    long = [word for word in letters if len(word) > _LONGEST_SMALL_WORD]
    return any(word[:1].isupper() for word in letters) and not any(w[0].islower() for w in long)


def _quote(quote: _Quote, clusters: Mapping[int, _Cluster]) -> ExpectedQuote:
    speaker = None if quote.speaker_entity is None else clusters.get(quote.speaker_entity)
    aliases = _aliases(speaker) if speaker else ()
    known = (speaker.name, *aliases) if speaker and speaker.named else aliases
    return ExpectedQuote(
        span=Span(quote.start, quote.end),
        speaker=quote.speaker,
        aliases=tuple(name for name in known if name != quote.speaker),
    )
