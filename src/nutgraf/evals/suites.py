"""From a folder of fixtures, or a corpus, to the suite of its cases, all of them or some."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

from nutgraf.errors import EvalError, FixtureError
from nutgraf.evals.case import Suite
from nutgraf.evals.corpora import read_corpus
from nutgraf.evals.fixtures import load_fixtures
from nutgraf.evals.labelled import case_of

if TYPE_CHECKING:
    import os
    from collections.abc import Iterable, Mapping

    from nutgraf.evals.case import Case

DEFAULT = "evals/fixtures"
_ID = "id"
_VALUES_SHOWN = 12


def load_suite(
    path: str | os.PathLike[str] = DEFAULT, *, only: Mapping[str, Iterable[str]] | None = None
) -> Suite:
    """Read a suite.

    Args:
        path: A folder of fixtures, or a JSON Lines file in the neutral form of corpora.
        only: Values by tag, such as ``{"genre": ["news"]}``; a case is taken if for each tag it
            has one of the values. ``id`` counts as a tag.

    Raises:
        FixtureError: A case cannot be read, two have one id, or there is none.
        ArticleError: An article cannot be read.
        EvalError: No case is left, or no case has such a tag.
    """
    source = Path(path)
    cases = _read(source)
    chosen = {key: tuple(values) for key, values in (only or {}).items()}
    suite = Suite(
        name=_name(source),
        cases=tuple(case for case in cases if _fits(case, chosen)),
        source=str(path),
        only=chosen,
    )
    if not suite.cases:
        raise EvalError(_nothing_left(source, cases, chosen))
    return suite


def _read(source: Path) -> tuple[Case, ...]:
    if source.is_dir():
        return tuple(case_of(fixture) for fixture in load_fixtures(source))
    cases = sorted(read_corpus(source), key=lambda case: case.id)
    if not cases:
        raise FixtureError(f"{source}: has no cases")
    for former, case in pairwise(cases):
        if former.id == case.id:
            raise FixtureError(f"{source}: has two cases with the id {case.id!r}")
    return tuple(cases)


def _name(source: Path) -> str:
    """Return the folder's name; of a corpus that too, for all their files are called ``data``."""
    return source.resolve().name if source.is_dir() else source.resolve().parent.name


def _fits(case: Case, chosen: Mapping[str, tuple[str, ...]]) -> bool:
    tags = {**case.tags, _ID: case.id}
    return all(tags.get(key) in values for key, values in chosen.items())


def _nothing_left(
    source: Path, cases: tuple[Case, ...], chosen: Mapping[str, tuple[str, ...]]
) -> str:
    known = {key for case in cases for key in case.tags} | {_ID}
    for key, values in chosen.items():
        if key not in known:
            return f"{source}: no case has a tag {key!r}; there are {', '.join(sorted(known))}"
        there = sorted({case.tags.get(key, "") if key != _ID else case.id for case in cases})
        if not set(values) & set(there):
            shown = "; ".join(there[:_VALUES_SHOWN]) + ("; ..." if there[_VALUES_SHOWN:] else "")
            return f"{source}: no case has {key}={'|'.join(values)}; there are {shown}"
    return f"{source}: no case is left; each of the tags is there, but on no case together"
