"""True statements about articles, from the labels of fixtures and of GUM, and people's false ones.

What becomes of them is the business of ``perturbations``.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from retold_statements import retold_of

from nutgraf import Article
from nutgraf.evals.fixtures import load_fixture
from nutgraf.evals.perturbations import Named, Story, TrueStatement
from nutgraf.evals.perturbations.inflection import is_noun_too
from nutgraf.language.readings import Readings

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from nutgraf.evals.fixtures import Fixture

# A summary tells these faults of a statement rightly as well.
TRAP_KINDS = {
    "number": {"number", "unit"},
    "unit": {"unit", "number"},
    "date": {"date", "unknown_time", "time_elsewhere"},
    "name": {"name", "unknown_name", "subject"},
    "speaker": {"misattributed"},
    "negation": {"negation"},
    "status": {"status"},
    "invented quotation": {"invented_quotation", "altered_quotation"},
    "altered quotation": {"invented_quotation", "altered_quotation"},
    "subject": {"subject", "name"},
    "attribution": {"stated_as_fact"},
    "instruction": {"instruction"},
}


HALVES = {"odd": 0, "even": 1}
"""Every other article of a source, counted from 1: rules are made on one half, measured on both."""

UNCITED = "-uncited"
"""The end of the names of sources whose statements have carrying sentences and do not cite them."""

FEWEST_WORDS = 4
LONGEST_NAME = 6


@dataclass(frozen=True)
class Case:
    """A statement to check: a true one, or one with a fault."""

    source: str
    article: str
    true: str
    text: str
    cited: tuple[int, ...]
    defect: str | None = None
    found_as: frozenset[str] = frozenset()


Source = tuple[str, str, TrueStatement]
"""The source of a true statement, its article's id, and the statement."""


def units(fixtures: Path, gum: Path | None, half: str | None = None) -> Iterator[Path | str]:
    """Yield what an article is read from: the folder of a fixture, or a line of GUM."""
    wanted = slice(HALVES[half], None, 2) if half else slice(None)
    yield from [labels.parent for labels in sorted(fixtures.glob("*/labels.yaml"))][wanted]
    if gum:
        yield from gum.read_text(encoding="utf-8").splitlines()[wanted]


def told_of(unit: Path | str) -> tuple[Readings, list[Source], list[Case]]:
    """Return an article with its true statements and people's false ones, if it is in English."""
    if isinstance(unit, str):
        document = json.loads(unit)
        readings = Readings(gum_article(document))
        return readings, list(of_gum(document, readings)), []
    fixture = load_fixture(unit)
    if fixture.labels.language != "en":
        return fixture.readings, [], []
    trues, falses = retold(fixture, unit.parents[1] / "retold")
    return fixture.readings, [*of_fixture(fixture), *trues], [*traps_of(fixture), *falses]


def gum_article(document: dict[str, Any]) -> Article:
    """Return the article of a record."""
    published = document["published"] and date.fromisoformat(document["published"])
    return Article(
        text=document["text"], title=document["title"], published=published, language="en"
    )


def of_fixture(fixture: Fixture) -> Iterator[Source]:
    """Yield the true statements that a fixture's labels give."""
    readings, labels, story = fixture.readings, fixture.labels, story_of(fixture)
    for fact in labels.key_facts:
        cited = fixture.sentences(fact.evidence)
        yield "facts", fixture.id, story.statement(fact.statement, cited)
    for gist in labels.gists:
        yield "gists", fixture.id, story.statement(gist)
    for index, quotation in enumerate(labels.quotations):
        if quotation.speaker:
            span = fixture.span(quotation.words)
            words = span.of(readings.article.text)
            cited = tuple(s.number for s in readings.sentences_at(span))
            text = attributed(words, quotation.speaker, index)
            yield "quotes", fixture.id, story.statement(text, cited)


def story_of(fixture: Fixture) -> Story:
    """Return an article with those whom its labels name."""
    entities = fixture.labels.entities
    cast = [Named((entity.name, *entity.aliases), entity.kind) for entity in entities]
    return Story(fixture.readings, cast)


def retold(fixture: Fixture, folder: Path) -> tuple[list[Source], list[Case]]:
    """Return what was told again in free words, truly and falsely, each with citations and none."""
    story = story_of(fixture)
    trues: list[Source] = []
    falses: list[Case] = []
    for told in retold_of(fixture, folder):
        for end, cited in (("", told.sentences), (UNCITED, ())):
            if told.fault is None:
                trues.append((f"retold{end}", fixture.id, story.statement(told.says, cited)))
                continue
            right = frozenset(TRAP_KINDS.get(told.fault, ()))
            source = f"retold falsely{end}"
            falses.append(Case(source, fixture.id, told.says, told.says, cited, told.fault, right))
    return trues, falses


def traps_of(fixture: Fixture) -> Iterator[Case]:
    """Yield the false statements that a fixture's labels give."""
    facts = {fact.id: fact for fact in fixture.labels.key_facts}
    for trap in fixture.labels.traps:
        evidence = trap.evidence or (facts[trap.of].evidence if trap.of else ())
        cited = fixture.sentences(evidence)
        true = facts[trap.of].statement if trap.of else trap.why
        right = frozenset(TRAP_KINDS.get(trap.fault, ()))
        yield Case("traps", fixture.id, true, trap.statement, cited, trap.fault, right)


def of_gum(document: dict[str, Any], readings: Readings) -> Iterator[Source]:
    """Yield the human summaries of a document, and statements made of its quotations."""
    story = Story(readings, gum_cast(document))
    source = "gum-news" if document["genre"] == "news" else "gum-other"
    for summary in document["summaries"]:
        if summary["human"]:
            yield source, document["id"], story.statement(summary["text"])
    for index, quote in enumerate(document["quotes"]):
        speaker = (quote["speaker"] or "").strip()
        if not speaker[:1].isupper() or "\n" in speaker or speaker.split()[0] in PRONOUNS:
            continue
        if is_description(speaker):
            continue
        text = attributed(quote["text"], speaker, index)
        yield "gum-quotes", document["id"], story.statement(text)


PRONOUNS = {"He", "She", "It", "They", "We", "I", "You", "His", "Her", "My", "Our", "The", "A"}
KINDS = {"person": "person", "organization": "organization", "place": "place"}


def gum_cast(document: dict[str, Any]) -> tuple[Named, ...]:
    """Return who and what a document names."""
    cast = []
    for entity in document["entities"]:
        if not entity["named"]:
            continue
        forms = [entity["name"], *(m["text"] for m in entity["mentions"])]
        kept = dict.fromkeys(f for f in map(bare, forms) if is_name(f))
        if kept and not is_description(max(kept, key=len)):
            by_length = sorted(kept, key=lambda form: -len(form))
            cast.append(Named(tuple(by_length), KINDS.get(entity["type"], "other")))
    return tuple(cast)


def bare(form: str) -> str:
    """Return a name without article and possessive."""
    words = form.removeprefix("the ").removeprefix("The ")
    return words.removesuffix("'s").removesuffix("\u2019s").strip()


def is_name(form: str) -> bool:
    """Tell whether a mention is a name and no description or pronoun."""
    words = form.split()
    small = {"of", "the", "de", "and", "for", "van", "in"}
    if (
        not words
        or "," in form
        or words[0] == "Your"
        or len(words) > LONGEST_NAME
        or words[0] in PRONOUNS | {"This", "That", "These"}
    ):
        return False
    return all(w[0].isupper() or w in small for w in words) and words[0][0].isupper()


def is_description(form: str) -> bool:
    """Tell whether what looks like a name is one word of the language ("Mayor", "Parents")."""
    return " " not in form and is_noun_too(form)


def attributed(words: str, speaker: str, index: int) -> str:
    """Return a statement that gives quoted words to their speaker, in one of three patterns."""
    inner = " ".join(words.replace("\u201c", "\u2018").replace("\u201d", "\u2019").split())
    inner = inner.replace('"', "\u2019").strip(",; ")
    who = speaker[0].upper() + speaker[1:]
    if len(inner.split()) < FEWEST_WORDS:
        return f"{who} spoke of \u201c{inner.rstrip('.')}\u201d."
    ended = inner if inner.endswith((".", "!", "?", "\u2019")) else f"{inner}."
    if not inner[0].isupper():
        return f"{who} said: \u201c\u2026 {ended}\u201d"
    if index % 3 == 1 and ended.endswith("."):
        return f"\u201c{ended[:-1]},\u201d {speaker} said."
    if index % 3 == 2 and ended.endswith("."):  # noqa: PLR2004 - the third of three
        return f"According to {speaker}, \u201c{ended[:-1]}\u201d."
    return f"{who} said: \u201c{ended}\u201d"
