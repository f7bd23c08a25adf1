"""A small suite, scorers that are plain to follow, and tasks that answer without a model."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any

import yaml
from tests.support.articles import BRIDGE, bridge_answer

from nutgraf import NewsSummary, Result, ScriptedClient, Settings, Summarizer
from nutgraf.article import Article
from nutgraf.evals.case import Case, Expected, ExpectedEntity, Suite
from nutgraf.evals.outcomes import Failure, Outcome
from nutgraf.evals.scores import NOT_APPLICABLE, Metric, Score, Scorer
from nutgraf.language.readings import Readings

RUTH = ExpectedEntity("Ruth Ekman", ("Ekman",), "person", "main")
ARDEN = ExpectedEntity("Arden", (), "place", "main")
OTHER = ExpectedEntity("Tove Lind", (), "person", "passing")

STORY = """Title: Arden closes Kell Street bridge
Date: 2026-03-12

The Kell Street bridge in Arden was closed on Thursday after engineers found 14 cracks.

“We will not gamble with lives,” Mayor Ruth Ekman said. “The bridge stays shut.”

Repairs would cost $2.5 million, the city said. The council will meet on Monday to vote.

It is unclear when the bridge will open again.
"""


def a_case(name: str, *entities: ExpectedEntity, digest: str = "d1", **tags: str) -> Case:
    """Return a case about a bridge of that name; without entities none are labelled."""
    article = Article(text=f"The {name} bridge in Arden was closed on Thursday.", source=name)
    return Case(
        id=name,
        readings=Readings(article),
        expected=Expected(entities=entities or None),
        tags=tags,
        digest=digest,
    )


def a_suite(*cases: Case) -> Suite:
    """Return a suite of these cases, or of three."""
    three = (
        a_case("ash", RUTH, ARDEN, desk="local"),
        a_case("birch", RUTH, OTHER, desk="local"),
        a_case("cedar", desk="world"),
    )
    return Suite("bridges", cases or three)


@cache
def a_result() -> Result[NewsSummary]:
    """Return the result of a faultless model for the article about the bridge."""
    client = ScriptedClient([json.dumps(bridge_answer())])
    return Summarizer(NewsSummary, settings=Settings(repairs=0), client=client).summarize(BRIDGE)


def good(case: str, repeat: int = 1, digest: str = "d1") -> Outcome[NewsSummary]:
    """Return the outcome of a case that went well."""
    return Outcome[NewsSummary](case=case, repeat=repeat, digest=digest, result=a_result())


def bad(case: str, repeat: int = 1, kind: str = "TruncatedError") -> Outcome[NewsSummary]:
    """Return the outcome of a case that failed."""
    failure = Failure(kind=kind, message="it was cut off", input_tokens=70, output_tokens=9)
    return Outcome[NewsSummary](case=case, repeat=repeat, digest="d1", failure=failure)


def _found(case: Case, result: Result[Any]) -> dict[str, Score]:
    if not case.expected.entities:
        return {"names.found": NOT_APPLICABLE}
    there = {entity.name.text for entity in result.summary.entities}
    missed = tuple(e.name for e in case.expected.entities if e.name not in there)
    whole = len(case.expected.entities)
    return {"names.found": Score.share_of(whole - len(missed), whole, missed)}


def _length(_: Case, result: Result[Any]) -> dict[str, Score]:
    return {"gist.words": Score(value=len(result.summary.gist.text.split()), n=1)}


FOUND = Metric("names.found", "higher", True, "labelled names that the summary has", "entities")
WORDS = Metric("gist.words", None, False, "words of the gist")
NAMES = Scorer("names", (FOUND,), _found)
LENGTH = Scorer("length", (WORDS,), _length)
BOTH = (NAMES, LENGTH)


def labels(**changed: object) -> dict[str, Any]:  # Any: what YAML holds
    """Return labels of the story without a fault, but for what a test changes."""
    fact = {
        "importance": "must",
        "statement": "The bridge in Arden was closed on March 12.",
        "evidence": ["was closed on Thursday"],
        "needs": ["closed|shut"],
    }
    trap = {
        "statement": "Engineers found 41 cracks.",
        "fault": "number",
        "why": "They found 14.",
        "evidence": ["found 14 cracks"],
        "of": "fact-0",
    }
    whole: dict[str, Any] = {
        "article": "article.txt",
        "desk": "local",
        "form": "news",
        "language": "en",
        "title": "Arden closes Kell Street bridge",
        "published": "2026-03-12",
        "hard": [],
        "gists": ["Arden has shut its Kell Street bridge because of cracks."],
        "key_facts": [{"id": f"fact-{n}", **fact} for n in range(3)],
        "events": [
            {
                "what": "The bridge was closed.",
                "date": "2026-03-12",
                "status": "happened",
                "where": "Arden",
                "evidence": ["was closed on Thursday"],
            }
        ],
        "entities": [
            {"name": "Ruth Ekman", "kind": "person", "salience": "main"},
            {"name": "Arden", "kind": "place", "salience": "main"},
        ],
        "quotations": [{"words": "The bridge stays shut.", "speaker": "Ruth Ekman"}],
        "figures": [{"text": "$2.5 million", "value": 2500000, "unit": "USD", "of": "repairs"}],
        "open_questions": [{"question": "When will it open?", "evidence": ["It is unclear"]}],
        "traps": [trap, trap, trap],
    }
    return whole | changed


def write_fixture(home: Path, content: object = None, story: str = STORY) -> Path:
    """Write a labelled article into a folder, and return the folder."""
    home.mkdir(parents=True, exist_ok=True)
    (home / "article.txt").write_text(story, encoding="utf-8")
    given = labels() if content is None else content
    text = given if isinstance(given, str) else yaml.safe_dump(given, allow_unicode=True)
    (home / "labels.yaml").write_text(text, encoding="utf-8")
    return home


def record(**changed: object) -> dict[str, Any]:  # Any: what JSON holds
    """Return a record of a corpus in the neutral form."""
    text = "The Kell Street bridge is shut. “It stays shut,” said Mayor Ruth Ekman on Thursday."
    whole: dict[str, Any] = {
        "id": "doc-1",
        "corpus": "made-up",
        "genre": "news",
        "title": "A bridge",
        "published": "2026-03-12",
        "text": text,
        "summaries": [
            {"text": "A bridge is shut.", "human": True},
            {"text": "The bridge was shut.", "human": False},
        ],
        "entities": [
            cluster("Ruth Ekman", "person", 5, "Mayor Ruth Ekman", "she", "the Ekman", "her mayor"),
            cluster("Kell Street", "place", 2, "Kell Street's"),
            cluster("Thursday", "time", 0),
            cluster("bridge", "object", 5, named=False),
        ],
        "quotes": [
            {
                "start": text.index("It stays"),
                "end": text.index("”"),
                "speaker": "Mayor Ruth Ekman",
                "speaker_entity": len("Ruth Ekman"),
            }
        ],
        "dates": [
            {"start": text.index("Thursday"), "end": len(text) - 1, "value": "2026-03-12"},
            {"start": 0, "end": 3, "value": None},
        ],
    }
    return whole | changed


def cluster(
    name: str, kind: str, salience: int, *mentions: str, named: bool = True
) -> dict[str, Any]:  # Any: what JSON holds
    """Return an entity of a record, whose number is the length of its name."""
    return {
        "id": len(name),
        "name": name,
        "named": named,
        "type": kind,
        "salience": salience,
        "mentions": [{"text": m, "link": "ana" if m == "she" else "coref"} for m in mentions],
    }


def write_corpus(path: Path, *records: dict[str, Any]) -> Path:
    """Write a corpus of these records."""
    path.parent.mkdir(parents=True, exist_ok=True)
    lines = (json.dumps(one, ensure_ascii=False) for one in records)
    path.write_text("\n".join(lines) + "\n\n", encoding="utf-8")
    return path
