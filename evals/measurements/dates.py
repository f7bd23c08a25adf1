"""Measure the reading of dates on texts whose dates were marked and resolved by people.

A record is a line of JSON with ``text``, ``published``, ``genre`` and ``dates``; nothing is tuned
or stored here. Four figures of a genre: *in place*, the value of a marked expression, given where
it stands in its text; *alone*, the same given its words, the day of publication and the tense
around it and nothing else (what a library that resolves one expression is given); either also for
the expressions without a digit; and precision, recall and F1 of dates found and resolved. A second
table tells how often a value of each certainty is right, in place.

With ``--cases`` and no corpus: the share of our own hard cases (``date_cases.json`` beside this
file) in which all values are right and nothing else is found. A case is a text with its
expressions in braces, their values (null where none may be given), and the day of publication;
``written`` tells whether it was written before the rules were last worked on, or after.
``--dateparser`` gives the library of that name the same cases, if it is installed.

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
from collections import Counter, defaultdict
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, TypedDict

from nutgraf.article import Span
from nutgraf.language.dates import find_dates, resolve_date, resolve_spans
from nutgraf.language.dates.tense import speaks_of_future

if TYPE_CHECKING:
    from collections.abc import Callable

CASES = Path(__file__).with_name("date_cases.json")


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
    placed_right: int = 0
    placed_wordy_right: int = 0
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
    certain: Counter[str] = field(default_factory=Counter)
    certain_right: Counter[str] = field(default_factory=Counter)

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


def score_in_place(record: Record, golds: list[Gold], tally: Tally) -> None:
    """Resolve the marked expressions of one text, given their places, and count them."""
    published = date.fromisoformat(record["published"]) if record["published"] else None
    spans = [Span(gold["start"], gold["end"]) for gold in golds]
    for gold, one in zip(
        golds, resolve_spans(record["text"], spans, published=published), strict=True
    ):
        right = one.value is not None and bounds(one.value) == bounds(astronomical(gold["value"]))
        tally.placed_right += right
        tally.placed_wordy_right += right and not any(sign.isdigit() for sign in gold["text"])
        tally.certain[one.certainty] += 1
        tally.certain_right[one.certainty] += right
        if not right:
            tally.misses.append(
                f"placed {record['id']}: {gold['text']!r} {one.value} not {gold['value']}"
            )


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
    columns = (
        f"{tally.given:4}",
        _share(tally.placed_right, tally.given),
        _share(tally.given_right, tally.given),
        f"{tally.wordy:4}",
        _share(tally.placed_wordy_right, tally.wordy),
        _share(tally.wordy_right, tally.wordy),
        _share(tally.right, tally.found),
        _share(tally.right, tally.gold),
        _share(2 * tally.right, tally.found + tally.gold),
        _share(tally.right_ranges, tally.gold),
        f"{tally.unresolved:4}",
    )
    return f"{name:10} " + "  ".join(columns)


@dataclass(frozen=True)
class Case:
    """A text of our own, the places of its expressions, and what they must be resolved to."""

    text: str
    places: list[Span]
    values: list[str | None]
    published: date | None
    written: str

    @classmethod
    def of(cls, line: dict[str, object]) -> Case:
        """Return the case of one entry of the file; braces mark the expressions."""
        text, places = "", []
        for piece in re.split(r"([{}])", str(line["text"])):
            if piece == "{":
                start = len(text)
            elif piece == "}":
                places.append(Span(start, len(text)))
            else:
                text += piece
        published = line["published"]
        values = line["values"]
        assert isinstance(values, list)
        day = date.fromisoformat(str(published)) if published else None
        return cls(text, places, values, day, str(line["written"]))


Found = list[tuple[Span, str]]


def faults(case: Case, found: Found) -> list[str]:
    """Return what is wrong in the values found for a case."""
    wrong: list[str] = []
    rest = list(found)
    for place, value in zip(case.places, case.values, strict=True):
        over = [one for one in rest if one[0].overlaps(place)]
        rest = [one for one in rest if one not in over]
        values = [found_value for _, found_value in over]
        right = value is None and not over
        right = right or any(value and bounds(one) == bounds(value) for one in values)
        if not right:
            wrong.append(f"{place.of(case.text)!r} {values} not {value}")
    return wrong + [f"{span.of(case.text)!r} {value} is no date" for span, value in rest]


def with_nutgraf(case: Case) -> Found:
    """Find and resolve the dates of a case with this project's reader."""
    found = find_dates(case.text, published=case.published)
    return [(one.span, one.value) for one in found if one.value]


def with_dateparser(case: Case) -> Found:
    """Find and resolve the dates of a case with dateparser, which gives days only."""
    from dateparser.search import search_dates  # noqa: PLC0415 - not a dependency

    settings: dict[str, object] = {"PREFER_DATES_FROM": "past"}
    if case.published:
        settings["RELATIVE_BASE"] = datetime.combine(case.published, datetime.min.time())
    found: Found = []
    end = 0
    for words, moment in search_dates(case.text, languages=["en"], settings=settings) or []:
        start = max(case.text.find(words, end), 0)
        end = start + len(words)
        found.append((Span(start, end), moment.date().isoformat()))
    return found


def given_to_nutgraf(case: Case) -> list[str | None]:
    """Resolve the marked expressions of a case with this project's reader, in their places."""
    resolved = resolve_spans(case.text, case.places, published=case.published)
    return [one.value for one in resolved]


def given_to_dateparser(case: Case) -> list[str | None]:
    """Resolve the marked expressions of a case with dateparser, which has no use for the text."""
    from dateparser import parse  # noqa: PLC0415 - not a dependency

    base = datetime.combine(case.published or date(2000, 1, 1), datetime.min.time())
    moments = [
        parse(place.of(case.text), languages=["en"], settings={"RELATIVE_BASE": base})
        for place in case.places
    ]
    return [moment.date().isoformat() if moment else None for moment in moments]


def score_given_cases(resolve: Callable[[Case], list[str | None]]) -> None:
    """Print the share of the cases' expressions whose value is right, given where they stand."""
    cases = [Case.of(line) for line in json.loads(CASES.read_text(encoding="utf-8"))]
    pairs = [
        (value, one)
        for case in cases
        for value, one in zip(case.values, resolve(case), strict=True)
    ]
    right = sum(
        value == one or bool(value and one and bounds(value) == bounds(one)) for value, one in pairs
    )
    print(f"given expressions {right} of {len(pairs)}  {right / len(pairs):.3f}")


def score_cases(read: Callable[[Case], Found], *, verbose: bool) -> None:
    """Print the share of cases read without a fault."""
    cases = [Case.of(line) for line in json.loads(CASES.read_text(encoding="utf-8"))]
    right: Counter[str] = Counter()
    for case in cases:
        wrong = faults(case, read(case))
        right[case.written] += not wrong
        if wrong and verbose:
            print(f"{case.text}\n    " + "\n    ".join(wrong))
    for written, count in sorted(Counter(case.written for case in cases).items(), reverse=True):
        print(f"written {written:7} {right[written]:4} of {count}  {right[written] / count:.3f}")
    print(f"all             {right.total():4} of {len(cases)}  {right.total() / len(cases):.3f}")


def score_corpus(corpus: Path, genre: str | None, *, verbose: bool) -> None:
    """Print the tables of a corpus."""
    tallies: defaultdict[str, Tally] = defaultdict(Tally)
    for line in corpus.read_text(encoding="utf-8").splitlines():
        record: Record = json.loads(line)
        golds = [gold for gold in record["dates"] if gold["kind"] == "date"]
        if genre in {None, record["genre"]}:
            score_in_place(record, golds, tallies[record["genre"]])
            for gold in golds:
                score_given(record, gold, tallies[record["genre"]])
            score_found(record, golds, tallies[record["genre"]])
    everything = Tally()
    print("           given in place alone  no digit        alone")
    print("genre         n   right  right     n   right  right  P      R      F1     R+rng  unres.")
    for name, tally in sorted(tallies.items()):
        print(row(name, tally))
        everything.add(tally)
    print(row("all", everything))
    print("\ncertainty   values  right")
    for certainty, count in everything.certain.most_common():
        print(f"{certainty:10} {count:7}  {_share(everything.certain_right[certainty], count)}")
    if verbose:
        print(*everything.misses, sep="\n")


def main() -> None:
    """Print the tables."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("corpus", type=Path, nargs="?", help="a data.jsonl with dates")
    parser.add_argument("--cases", action="store_true", help="our own hard cases")
    parser.add_argument("--dateparser", action="store_true", help="the cases with that library")
    parser.add_argument("--verbose", action="store_true", help="list what was missed")
    parser.add_argument("--genre", help="this genre only")
    arguments = parser.parse_args()
    if arguments.corpus:
        score_corpus(arguments.corpus, arguments.genre, verbose=arguments.verbose)
    if arguments.cases:
        score_cases(with_nutgraf, verbose=arguments.verbose)
        score_given_cases(given_to_nutgraf)
    if arguments.dateparser:
        score_cases(with_dateparser, verbose=arguments.verbose)
        score_given_cases(given_to_dateparser)


if __name__ == "__main__":
    main()
