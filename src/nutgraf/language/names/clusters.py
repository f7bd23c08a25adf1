"""Merges the mentions of one entity: full names, surnames, acronyms, short and known forms.

What may be a name is decided in ``candidates``, its kind is weighed in ``kinds``; people are told
apart in ``people``.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field
from functools import cache
from typing import TYPE_CHECKING, Final

from nutgraf.language.names import cue_words, gazetteer
from nutgraf.language.names.acronyms import find_acronyms, is_acronym
from nutgraf.language.names.folding import fold
from nutgraf.language.names.kinds import heaviest, weigh_context, weigh_form
from nutgraf.language.names.name import Name
from nutgraf.language.names.people import (
    People,
    begins_with_particle,
    is_full_name,
    surname,
    surname_with_particle,
)
from nutgraf.language.names.tokens import is_common

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from nutgraf.language.names.candidates import Candidate
    from nutgraf.language.names.name import NameKind

_LIST_MARKS: Final = frozenset({", ", " and ", ", and ", " or ", "/", "; "})
_SPACED_INITIALS: Final = re.compile(r"\. (?=[A-Z]\.)")  # "J. R. Brand" is "J.R. Brand"
_SURE_WEIGHT: Final = 4
_LIST_WEIGHT: Final = 2


@dataclass(eq=False, slots=True)
class Cluster:
    """The mentions of one entity so far, and what they weigh."""

    members: list[Candidate] = field(default_factory=list)
    fullest: tuple[str, ...] = ()
    forms: Counter[NameKind] = field(default_factory=Counter)
    context: Counter[NameKind] = field(default_factory=Counter)
    seen: set[tuple[str, ...]] = field(default_factory=set)

    @property
    def kind(self) -> NameKind:
        """The kind that the mentions so far weigh most for."""
        return heaviest(self.forms, self.context)

    def add(self, candidate: Candidate) -> None:
        """Take in one more mention."""
        self.members.append(candidate)
        self.fullest = max(self.fullest, candidate.words, key=_fullness)
        for kind, weight in weigh_context(candidate).items():
            self.context[kind] += weight
        if candidate.words not in self.seen:
            self.seen.add(candidate.words)
            for kind, weight in weigh_form(candidate.words).items():
                self.forms[kind] += weight


@dataclass(slots=True)
class _Register:
    """The clusters of an article, by what they may be called."""

    acronyms: dict[str, str]
    full_names: dict[str, str]
    people: People[Cluster] = field(default_factory=People)
    by_key: dict[str, Cluster] = field(default_factory=dict)
    by_head: dict[str, Cluster] = field(default_factory=dict)


def merge(text: str, candidates: Sequence[Candidate]) -> tuple[Name, ...]:
    """Merge candidates, given in reading order, into names in the order of their first mention."""
    register = _Register(find_acronyms(candidates), _full_names(candidates))
    owners = [_assign(register, candidate) for candidate in candidates]
    for left, right in _neighbours(text, candidates):
        _weigh_neighbours(candidates, owners, left, right)
    clusters = dict.fromkeys(owner for owner in owners if owner is not None)
    return tuple(_name(cluster) for cluster in clusters if not _is_emphasis(cluster))


def _full_names(candidates: Sequence[Candidate]) -> dict[str, str]:
    """Map surnames and given names to the first full name, for those that come before it."""
    found = [one for one in candidates if one.certain and is_full_name(one.words)]
    full_names: dict[str, str] = {}
    for candidate in found:
        full_names.setdefault(surname(candidate.words), _key(candidate))
        full_names.setdefault(surname_with_particle(candidate.words), _key(candidate))
    for candidate in found:
        full_names.setdefault(fold(candidate.words[0]), _key(candidate))
    return full_names


def _assign(register: _Register, candidate: Candidate) -> Cluster | None:
    """Find or make the cluster of a candidate; None where it is no name after all."""
    key = _key(candidate)
    if is_acronym(candidate.words):
        key = register.acronyms.get(key, key)
    cluster = register.by_key.get(key) or _find_variant(register, candidate)
    if cluster is None:
        full_name = None if candidate.form in gazetteer.KNOWN else register.full_names.get(key)
        if full_name is None and not candidate.certain:
            return None
        cluster = register.by_key.setdefault(full_name or key, Cluster())
    cluster.add(candidate)
    _enter(register, cluster, candidate)
    return cluster


def _find_variant(register: _Register, candidate: Candidate) -> Cluster | None:
    if len(candidate.words) > 1:
        is_person = is_full_name(candidate.words) or begins_with_particle(candidate.words)
        return register.people.find(candidate) if is_person else None
    if candidate.form not in gazetteer.KNOWN or candidate.title:
        person = register.people.find(candidate)
        if person is not None:
            return person
    if candidate.form in gazetteer.KNOWN or not (candidate.certain or candidate.before[1] == "the"):
        return None
    return register.by_head.get(fold(candidate.form)) or _other_number(register, candidate)


def _other_number(register: _Register, candidate: Candidate) -> Cluster | None:
    """Find the plural of a singular, and the other way round: "Tomahawk" and "Tomahawks"."""
    key = _key(candidate)
    other = key[:-1] if key.endswith("s") else key + "s"
    cluster = register.by_key.get(other)
    return cluster if cluster is not None and cluster.kind == "other" else None


def _enter(register: _Register, cluster: Cluster, candidate: Candidate) -> None:
    """Enter a cluster under what it may be called from now on."""
    if cluster.kind == "person":
        register.people.enter(candidate, cluster)
    elif len(candidate.words) > 1 and cluster.kind in {"organization", "place"}:
        for word in _short_forms(candidate.words):
            register.by_head[fold(word)] = cluster


def _short_forms(words: tuple[str, ...]) -> Iterator[str]:
    """Give what may stand for a long name: "Commission", "Falcons", and "Acme" for "Acme Corp"."""
    if words[-1].lower() in cue_words.HEADS or words[0].lower() not in cue_words.PLACE_FIRST_WORDS:
        yield words[-1]
    if words[-1].lower().rstrip(".") in cue_words.COMPANY_HEADS and words[0] not in gazetteer.KNOWN:
        yield words[0]
    yield from (
        word
        for word in words[:-1]
        if word.lower() in cue_words.LEFT_HEADS and word.lower() in cue_words.HEADS
    )


@cache
def _aliases() -> dict[str, str]:
    return {fold(form): fold(row[0]) for row in gazetteer.ALIAS_ROWS for form in row}


def _key(candidate: Candidate) -> str:
    words = candidate.words[1:] if candidate.words[0] in {"The", "the"} else candidate.words
    if len(words) > 1 and words[-1].lower().rstrip(".") in cue_words.COMPANY_HEADS - {
        "group",
        "media",
    }:
        words = words[:-1]
    key = fold(_SPACED_INITIALS.sub(".", " ".join(words)))
    return _aliases().get(key, key)


def _neighbours(text: str, candidates: Sequence[Candidate]) -> Iterator[tuple[int, int]]:
    """Find the pairs that follow each other in a list: "France and Germany", "Irving, Texas"."""
    for index in range(1, len(candidates)):
        end, start = candidates[index - 1].span.end, candidates[index].span.start
        if start - end <= len(", and ") and text[end:start] in _LIST_MARKS:
            yield index - 1, index


def _weigh_neighbours(
    candidates: Sequence[Candidate], owners: Sequence[Cluster | None], left: int, right: int
) -> None:
    for here, there in ((left, right), (right, left)):
        owner = owners[there]
        if owner is not None:
            for kind, weight in weigh_form(candidates[here].words).items():
                owner.context[kind] += _LIST_WEIGHT if weight >= _SURE_WEIGHT else 0


def _is_emphasis(cluster: Cluster) -> bool:
    """Tell "Great Accomplishment" from a name: common words, capitalised once, and no clue."""
    first = cluster.members[0]
    return (
        len(cluster.members) == 1
        and not cluster.forms
        and not first.work
        and all(is_common(word.lower()) for word in first.words)
    )


def _name(cluster: Cluster) -> Name:
    mentions = tuple(member.span for member in cluster.members)
    return Name(" ".join(cluster.fullest), cluster.kind, mentions)


def _fullness(words: tuple[str, ...]) -> tuple[bool, int, int]:
    form = "".join(words)
    letters = len(form) if len(words) > 1 else 0
    return bool(form) and not form.isupper(), len(words), letters
