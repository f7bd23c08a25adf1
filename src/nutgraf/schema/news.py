"""The built-in schema for news articles, and the one home of what its fields mean."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field

from nutgraf.schema.fields import (
    Amount,
    AtLeast,
    AtMost,
    Evidence,
    Mention,
    Speaker,
    Verbatim,
    When,
)

EntityKind = Literal["person", "organization", "place", "other"]
Salience = Literal["main", "supporting", "passing"]
EventStatus = Literal["happened", "ongoing", "planned", "possible", "denied"]
Topic = Literal[
    "arts, culture, entertainment and media",
    "conflict, war and peace",
    "crime, law and justice",
    "disaster, accident and emergency incident",
    "economy, business and finance",
    "education",
    "environment",
    "health",
    "human interest",
    "labour",
    "lifestyle and leisure",
    "politics and government",
    "religion",
    "science and technology",
    "society",
    "sport",
    "weather",
]
"""The top level of the IPTC Media Topics vocabulary (CC BY 4.0, International Press
Telecommunications Council)."""


class Part(BaseModel):
    """The base of the schema's parts: values that do not change once made."""

    model_config = ConfigDict(frozen=True)


class Statement(Part):
    """Something that the article says, and the sentences that say it."""

    text: str = Field(description="one full sentence in your own words, true to the article")
    evidence: Evidence


class Event(Part):
    """Something that happened, is to happen, may happen or is denied."""

    what: str = Field(description="what happened or is to happen, in one short sentence")
    when: When | None = Field(
        description="the article's own words for its time, such as Friday; null if it gives none"
    )
    where: Mention | None = Field(description="the place, as the article names it, or null")
    who: Annotated[list[Mention], AtMost(4)] = Field(
        description="names of those who take part, as in the article"
    )
    status: EventStatus = Field(
        description="happened, or ongoing; planned if announced; possible if uncertain; or denied"
    )
    evidence: Evidence


class Quote(Part):
    """Words that somebody said, and who."""

    words: Verbatim = Field(
        description="words between quotation marks, copied exactly, without the marks"
    )
    speaker: Speaker = Field(description="the name of who said them, as in the article")


class Entity(Part):
    """Somebody or something with a name."""

    name: Mention = Field(description="the fullest name that the article uses")
    kind: EntityKind
    role: str = Field(description="who or what it is in this story, in a few words")
    salience: Salience = Field(
        description="main if the story is about it, passing if it could be left out"
    )


class KeyFigure(Part):
    """An amount that matters to the story."""

    amount: Amount = Field(description="the figure with its unit, as printed")
    of: str = Field(description="what it measures, in a few words")
    evidence: Evidence


class NewsSummary(Part):
    """What a news article says: what happened, who said what, what is still open."""

    headline: str = Field(description="a headline of at most 12 words")
    gist: Statement = Field(description="the story in one sentence")
    key_points: Annotated[list[Statement], AtLeast(3), AtMost(7)] = Field(
        description="the 3 to 7 points that matter most, each a different one"
    )
    events: Annotated[list[Event], AtLeast(1), AtMost(8)]
    quotes: Annotated[list[Quote], AtMost(5)]
    entities: Annotated[list[Entity], AtLeast(2), AtMost(12)]
    figures: Annotated[list[KeyFigure], AtMost(6)]
    open_questions: Annotated[list[Statement], AtMost(4)] = Field(
        description="what the article says is not known, decided or settled"
    )
    topics: Annotated[list[Topic], AtMost(3)]
