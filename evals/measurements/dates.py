"""Measure the reading of dates on texts whose dates were marked and resolved by people.

A record is a line of JSON with ``text``, ``published``, ``genre`` and ``dates``; nothing is tuned
or stored here.

Values are compared as intervals of days, so that a week (2025-W43), its Monday to Sunday, and a
month given by its days are equal; open ends must agree. The corpus counts years before Christ
without a year 0 (508 BC is -508) and is brought to ISO 8601, which has one (-507). A marked date
of kind "time" (a clock time) is left out. "R+rng" counts, besides, a marked date that is one end
of an interval found there.
"""

from __future__ import annotations

import argparse
import json
import re
from collections import defaultdict
from dataclasses import dataclass, field
from datetime import date, timedelta
from pathlib import Path
from typing import TypedDict

from nutgraf.article import Span
from nutgraf.language.dates import find_dates, resolve_date
from nutgraf.language.dates.tense import speaks_of_future


class Gold(TypedDict):
    """A date as the corpus marks it."""

    text: str
    start: int
    end: int
    kind: str
    value: str


class Record(TypedDict):
    """The fields of a corpus record that are used here."""

    id: str
    genre: str
    published: str | None
    text: str
    dates: list[Gold]


@dataclass
class Tally:
    """Counts of one genre."""

    given: int = 0
    given_right: int = 0
    given_none: int = 0
    wordy: int = 0
    wordy_right: int = 0
    gold: int = 0
    found: int = 0
    right: int = 0
    right_ranges: int = 0
    unresolved: int = 0
    misses: list[str] = field(default_factory=list)

    def add(self, other: Tally) -> None:
        """Add the counts of another genre."""
        for name in self.__dataclass_fields__:
            setattr(self, name, getattr(self, name) + getattr(other, name))


def bounds(value: str) -> tuple[str, str]:
    """Return the first and the last day of a value; what is not understood stays as it is."""
    ends = value.split("/")
    return _edge(ends[0], last=False), _edge(ends[-1], last=True)


def astronomical(value: str) -> str:
    """Return a corpus value with its years before Christ counted as ISO 8601 does."""
    return re.sub(r"(?<![\d.-])-(\d{4})", lambda year: f"-{int(year[1]) - 1:04d}", value)


def _edge(point: str, *, last: bool) -> str:
    try:
        if "-W" in point:
            return date.fromisocalendar(
                int(point[:4]), int(point[6:8]), 7 if last else 1
            ).isoformat()
        year, month, day = (int(part) for part in [*point[:10].split("-"), "0", "0"][:3])
        month = month or (12 if last else 1)
        if not day:
            following = date(year + month // 12, month % 12 + 1, 1)
            return (following - timedelta(days=1) if last else date(year, month, 1)).isoformat()
        return date(year, month, day).isoformat()
    except ValueError:
        return point


def score_given(record: Record, gold: Gold, tally: Tally) -> None:
    """Resolve one marked expression, told its tense, and count it."""
    published = date.fromisoformat(record["published"]) if record["published"] else None
    future = speaks_of_future(record["text"], Span(gold["start"], gold["end"]))
    value = resolve_date(gold["text"], published=published, future=future)
    right = value is not None and bounds(value) == bounds(astronomical(gold["value"]))
    wordy = not any(sign.isdigit() for sign in gold["text"])
    tally.given += 1
    tally.given_right += right
    tally.given_none += value is None
    tally.wordy += wordy
    tally.wordy_right += right and wordy
    if not right:
        tally.misses.append(f"given  {record['id']}: {gold['text']!r} {value} not {gold['value']}")


def score_found(record: Record, golds: list[Gold], tally: Tally) -> None:
    """Find and resolve the dates of one text and count those that agree with a marked one."""
    published = date.fromisoformat(record["published"]) if record["published"] else None
    found = find_dates(record["text"], published=published)
    tally.unresolved += sum(one.value is None for one in found)
    known = [one for one in found if one.value is not None]
    tally.gold += len(golds)
    tally.found += len(known)
    used: set[int] = set()
    for gold in golds:
        span = Span(gold["start"], gold["end"])
        over = [one for one in known if one.span.overlaps(span)]
        match = next(
            (
                one
                for one in over
                if one.value
                and bounds(one.value) == bounds(astronomical(gold["value"]))
                and id(one) not in used
            ),
            None,
        )
        if match:
            used.add(id(match))
            tally.right += 1
            tally.right_ranges += 1
            continue
        ends = [end for one in over if one.value for end in one.value.split("/")]
        tally.right_ranges += gold["value"] in ends
        values = ", ".join(f"{one.span.of(record['text'])!r} {one.value}" for one in over)
        tally.misses.append(f"missed {record['id']}: {gold['text']!r} {gold['value']}: {values}")
    for one in known:
        if id(one) not in used:
            around = record["text"][max(0, one.span.start - 30) : one.span.end + 20]
            words = one.span.of(record["text"])
            tally.misses.append(f"extra  {record['id']}: {words!r} {one.value} in {around!r}")


def _share(part: int, whole: int) -> str:
    return f"{part / whole:.3f}" if whole else "  -  "


def row(name: str, tally: Tally) -> str:
    """Return one line of the table."""
    precision, recall = _share(tally.right, tally.found), _share(tally.right, tally.gold)
    f1 = _share(2 * tally.right, tally.found + tally.gold)
    given = f"{_share(tally.given_right, tally.given)} ({tally.given:3})"
    wordy = f"{_share(tally.wordy_right, tally.wordy)} ({tally.wordy:3})"
    abstained = _share(tally.given_none, tally.given)
    ranges = _share(tally.right_ranges, tally.gold)
    return (
        f"{name:10} {given}  {wordy}  {abstained}   {precision}  {recall}  {f1}  {ranges}"
        f"  {tally.unresolved:3}"
    )


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("corpus", type=Path, help="a data.jsonl with dates")
    parser.add_argument("--verbose", action="store_true", help="list what was missed")
    parser.add_argument("--genre", help="this genre only")
    arguments = parser.parse_args()
    tallies: defaultdict[str, Tally] = defaultdict(Tally)
    for line in arguments.corpus.read_text(encoding="utf-8").splitlines():
        record: Record = json.loads(line)
        golds = [gold for gold in record["dates"] if gold["kind"] == "date"]
        if arguments.genre in {None, record["genre"]}:
            for gold in golds:
                score_given(record, gold, tallies[record["genre"]])
            score_found(record, golds, tallies[record["genre"]])
    everything = Tally()
    print("genre      given       no digit     none    P      R      F1     R+rng  unresolved")
    for genre, tally in sorted(tallies.items()):
        print(row(genre, tally))
        everything.add(tally)
    print(row("all", everything))
    if arguments.verbose:
        print(*everything.misses, sep="\n")


if __name__ == "__main__":
    main()
