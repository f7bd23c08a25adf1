"""Labelled articles, checked for all that can be checked without reading them, all at once."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from nutgraf.errors import ArticleError, FixtureError
from nutgraf.evals.fixtures import LABELS_FILE, Fixture
from nutgraf.evals.lint.faults import Linted, LintFault
from nutgraf.evals.lint.reading import Misread, read_labels
from nutgraf.evals.lint.rules import RULES
from nutgraf.evals.lint.schema_file import schema_faults
from nutgraf.language.readings import Readings
from nutgraf.reading import read

if TYPE_CHECKING:
    import os
    from collections.abc import Iterator

__all__ = ["LintFault", "Linted", "lint_folder"]


def lint_folder(folder: str | os.PathLike[str]) -> Linted:
    """Return all faults of the labelled articles in a folder, by file.

    Raises:
        FixtureError: The folder holds none.
    """
    home = Path(folder)
    files = sorted(home.glob(f"*/{LABELS_FILE}"))
    if not files:
        raise FixtureError(f"{folder}: has no folder with a {LABELS_FILE}")
    labelled = (fault for file in files for fault in _lint(file))
    return Linted(len(files), (*schema_faults(home), *_unlabelled(home), *labelled))


def _unlabelled(home: Path) -> Iterator[LintFault]:
    """Yield the folders that suites pass over, for want of labels."""
    for folder in sorted(home.iterdir()):
        if folder.name.startswith(".") or not folder.is_dir() or (folder / LABELS_FILE).exists():
            continue
        remedy = "add it: copy that of another article, see evals/LABELLING.md"
        yield LintFault(folder.name, LABELS_FILE, "is missing, so this is no case", remedy)


def _lint(file: Path) -> Iterator[LintFault]:
    name = f"{file.parent.name}/{file.name}"
    labels = read_labels(file)
    if isinstance(labels, Misread):
        yield from (LintFault(name, *fault) for fault in labels.faults)
        return
    try:
        article = read(file.parent / labels.article)
    except ArticleError as error:
        yield LintFault(name, "article", str(error), "name the article's file, in this folder")
        return
    fixture = Fixture(file.parent.name, labels, Readings(article))
    for rule in RULES:
        yield from (LintFault(name, *fault) for fault in rule(fixture))
