"""Labelled articles on disk: a folder each, with the article and its ``labels.yaml``."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import yaml
from pydantic import ValidationError

from nutgraf.article import Span
from nutgraf.errors import FixtureError
from nutgraf.evals.labels import (
    KeyFact,
    LabelledEvent,
    Labels,
    OpenQuestion,
    Quote,
    Quoted,
    Trap,
)
from nutgraf.language.readings import Readings
from nutgraf.reading import read

if TYPE_CHECKING:
    import os
    from collections.abc import Iterable, Iterator

LABELS_FILE = "labels.yaml"
_FAULTS_SHOWN = 5
# The same loader in C, where PyYAML was built with it: eight times as fast.
_SAFE_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@dataclass(frozen=True, slots=True)
class Fixture:
    """An article with its labels.

    Attributes:
        id: The name of its folder.
        labels: What people have marked.
        readings: The article, as nutgraf reads it.
    """

    id: str
    labels: Labels
    readings: Readings

    def span(self, quoted: Quoted) -> Span:
        """Return where quoted words stand.

        Raises:
            FixtureError: They do not occur, or occur several times and it is not said which.
        """
        words = quoted.quote if isinstance(quoted, Quote) else quoted
        spans = list(_occurrences(words, self.readings.article.text))
        if not spans:
            raise FixtureError(f"{self.id}: the article does not have the words {words!r}")
        if isinstance(quoted, str) and len(spans) > 1:
            raise FixtureError(
                f"{self.id}: {words!r} occurs {len(spans)} times; quote more, or say which with "
                "{quote: ..., occurrence: N}"
            )
        index = quoted.occurrence - 1 if isinstance(quoted, Quote) else 0
        if index >= len(spans):
            raise FixtureError(f"{self.id}: {words!r} occurs only {len(spans)} times")
        return spans[index]

    def sentences(self, evidence: Iterable[Quoted]) -> tuple[int, ...]:
        """Return the numbers of the sentences in which quoted words stand, in reading order.

        Raises:
            FixtureError: As for `span`.
        """
        spans = (self.span(quoted) for quoted in evidence)
        found = {s.number for span in spans for s in self.readings.sentences_at(span)}
        return tuple(sorted(found))


def load_fixture(folder: str | os.PathLike[str]) -> Fixture:
    """Read one labelled article.

    Raises:
        FixtureError: The labels cannot be read, do not fit, or quote what the article lacks.
        ArticleError: The article cannot be read.
    """
    home = Path(folder)
    labels = _labels(home / LABELS_FILE)
    fixture = Fixture(home.name, labels, Readings(read(home / labels.article)))
    for quoted in quotes(labels):
        fixture.span(quoted)
    return fixture


def load_fixtures(folder: str | os.PathLike[str]) -> tuple[Fixture, ...]:
    """Read all labelled articles of a folder, by name.

    Raises:
        FixtureError: As for `load_fixture`, or the folder holds none.
        ArticleError: An article cannot be read.
    """
    found = sorted(Path(folder).glob(f"*/{LABELS_FILE}"))
    if not found:
        raise FixtureError(f"{folder}: has no folder with a {LABELS_FILE}")
    return tuple(load_fixture(path.parent) for path in found)


def quotes(labels: Labels) -> Iterator[Quoted]:
    """Yield everything that the labels quote."""
    evidenced: list[KeyFact | LabelledEvent | OpenQuestion | Trap] = [
        *labels.key_facts,
        *labels.events,
        *labels.open_questions,
        *labels.traps,
    ]
    for item in evidenced:
        yield from item.evidence
    for quotation in labels.quotations:
        yield quotation.words
    for figure in labels.figures:
        yield figure.text


def _labels(path: Path) -> Labels:
    try:
        content = _parsed(path.read_text(encoding="utf-8"))
        return Labels.model_validate(content)
    except (OSError, UnicodeDecodeError) as error:
        raise FixtureError(f"{path}: cannot be read as UTF-8 ({type(error).__name__})") from error
    except yaml.YAMLError as error:
        where = getattr(error, "problem_mark", None)
        line = f", line {where.line + 1}" if where else ""
        raise FixtureError(f"{path}{line}: is not YAML") from error
    except ValidationError as error:
        faults = "; ".join(
            f"{'.'.join(map(str, fault['loc'])) or 'it'}: {fault['msg']}"
            for fault in error.errors(include_input=False, include_url=False)[:_FAULTS_SHOWN]
        )
        raise FixtureError(f"{path}: {faults}") from error


def _parsed(text: str) -> object:
    try:
        return yaml.load(text, Loader=_SAFE_LOADER)  # noqa: S506 - it is safe
    except yaml.YAMLError:
        # It fails here too, but names the line rightly where the text ends too soon.
        return yaml.safe_load(text)


def _occurrences(words: str, text: str) -> Iterator[Span]:
    start = text.find(words)
    while start >= 0:
        yield Span(start, start + len(words))
        start = text.find(words, start + 1)
