"""Articles that several tests speak of."""

from __future__ import annotations

from datetime import date
from typing import Any

from nutgraf.article import Article
from nutgraf.language.readings import Readings

# Sentence by sentence, so that a test can be read against it:
#  1 the lead, 2 and 3 the mayor's words, 4 a figure, 5 a plan, 6 an open question.
BRIDGE = Article(
    text=(
        "The Kell Street bridge in Arden was closed on Thursday after engineers found 14 cracks.\n"
        "\n"
        "“We will not gamble with lives,” Mayor Ruth Ekman said. “The bridge stays shut.”\n"
        "\n"
        "Repairs would cost $2.5 million, the city said. "
        "The council will meet on Monday to vote on the money.\n"
        "\n"
        "It is unclear when the bridge will open again.\n"
    ),
    title="Arden closes Kell Street bridge",
    published=date(2026, 3, 12),
    source="bridge.txt",
    language="en",
)


def bridge() -> Readings:
    """Return fresh readings of the article about the bridge."""
    return Readings(BRIDGE)


def bridge_answer() -> dict[str, Any]:
    """Return what a faultless model would write about the bridge, in the news schema."""
    return {
        "headline": "Arden shuts the Kell Street bridge",
        "gist": {"text": "Arden closed a bridge after 14 cracks were found.", "evidence": [1]},
        "key_points": [
            {"text": "Repairs would cost $2.5 million.", "evidence": [4]},
            {"text": "The council will vote on the money on Monday.", "evidence": [5]},
        ],
        "events": [
            {
                "what": "The bridge was closed.",
                "when": "Thursday",
                "where": "Arden",
                "who": [],
                "status": "happened",
                "evidence": [1],
            },
            {
                "what": "The council will vote on the money.",
                "when": "Monday",
                "where": None,
                "who": [],
                "status": "planned",
                "evidence": [5],
            },
        ],
        "quotes": [{"words": "We will not gamble with lives", "speaker": "Ruth Ekman"}],
        "entities": [
            {"name": "Ruth Ekman", "kind": "person", "role": "mayor", "salience": "main"},
            {"name": "Arden", "kind": "place", "role": "the city", "salience": "main"},
        ],
        "figures": [{"amount": "$2.5 million", "of": "cost of the repairs", "evidence": [4]}],
        "open_questions": [
            {"text": "When the bridge will open again is unclear.", "evidence": [6]}
        ],
        "topics": ["society"],
    }
