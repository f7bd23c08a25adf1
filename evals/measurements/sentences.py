"""Compare ways to split sentences: hard cases labelled by hand, corpora, speed and losslessness.

    python evals/measurements/sentences.py [DATA.jsonl ...]

Three tables. *Cases*: boundaries against ``sentence_cases.json`` beside this file, by kind (the end
of a text counts as none). *Spans*: of each corpus file, how many of its annotated spans
(mentions of entities, dates, figures, headings) a boundary cuts; fewer is better at an equal
number of sentences. *Speed*: seconds a megabyte, document by document. The other splitters are
compared only where they are installed; nutgraf does not depend on them.
"""

from __future__ import annotations

import argparse
import importlib
import json
import re
import time
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

from nutgraf.language.sentences import split_sentences

Splitter = Callable[[str, str | None], Sequence[str]]

CASES = Path(__file__).with_name("sentence_cases.json")
# Stands behind each sentence of a case but the last.
END_MARK = "‖"


@dataclass(frozen=True, slots=True)
class Case:
    """A text and where its sentences end: counts of the characters that are not blank."""

    kind: str
    language: str | None
    text: str
    ends: frozenset[int]


@dataclass(slots=True)
class Tally:
    """Boundaries found, expected and both."""

    found: int = 0
    expected: int = 0
    both: int = 0
    whole: int = 0
    cases: int = 0

    def add(self, found: frozenset[int], expected: frozenset[int]) -> None:
        """Count one case."""
        self.found += len(found)
        self.expected += len(expected)
        self.both += len(found & expected)
        self.whole += found == expected
        self.cases += 1

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall; 1 where nothing is expected or found."""
        return 2 * self.both / (self.found + self.expected) if self.found + self.expected else 1.0


def solid(text: str) -> int:
    """Return how many characters of the text are not white space."""
    return len(text) - len(re.findall(r"\s", text))


def inner_ends(sentences: Sequence[str]) -> frozenset[int]:
    """Return where the sentences end but the last, in characters that are not white space."""
    ends, at = [], 0
    for sentence in sentences:
        at += solid(sentence)
        ends.append(at)
    return frozenset(ends[:-1])


def read_cases() -> list[Case]:
    """Read the cases labelled by hand."""
    rows = json.loads(CASES.read_text(encoding="utf-8"))
    return [
        Case(
            kind=row["kind"],
            language=row.get("language"),
            text=row["text"].replace(END_MARK, ""),
            ends=inner_ends(row["text"].split(END_MARK)),
        )
        for row in rows
    ]


def ours(text: str, language: str | None) -> Sequence[str]:
    """Split with nutgraf."""
    return [sentence.span.of(text) for sentence in split_sentences(text, language)]


def with_pysbd() -> Splitter:
    """Return pysbd as a splitter."""
    pysbd = importlib.import_module("pysbd")

    def split(text: str, language: str | None) -> Sequence[str]:
        known = (
            language
            if language in {"en", "zh", "ja", "ar", "hi", "de", "fr", "es", "ru", "nl"}
            else "en"
        )
        return [str(piece) for piece in pysbd.Segmenter(language=known, clean=False).segment(text)]

    return split


def with_sentencex() -> Splitter:
    """Return sentencex as a splitter."""
    sentencex = importlib.import_module("sentencex")

    def split(text: str, language: str | None) -> Sequence[str]:
        return [str(piece) for piece in sentencex.segment(language or "en", text)]

    return split


def with_blingfire() -> Splitter:
    """Return blingfire as a splitter."""
    blingfire = importlib.import_module("blingfire")

    def split(text: str, _language: str | None) -> Sequence[str]:
        return [str(piece) for piece in blingfire.text_to_sentences(text).split("\n")]

    return split


def with_syntok() -> Splitter:
    """Return syntok as a splitter."""
    segmenter = importlib.import_module("syntok.segmenter")

    def split(text: str, _language: str | None) -> Sequence[str]:
        sentences = [sentence for paragraph in segmenter.analyze(text) for sentence in paragraph]
        starts = [int(sentence[0].offset) for sentence in sentences if sentence]
        return [text[start:end] for start, end in pairwise([0, *starts[1:], len(text)])]

    return split


def splitters() -> Iterator[tuple[str, Splitter]]:
    """Yield nutgraf's splitter and those others that are installed."""
    yield "nutgraf", ours
    makers = (
        ("pysbd", with_pysbd),
        ("sentencex", with_sentencex),
        ("blingfire", with_blingfire),
        ("syntok", with_syntok),
    )
    for name, make in makers:
        try:
            yield name, make()
        except ImportError:
            print(f"{name}: not installed, left out")


def compare_cases(cases: Sequence[Case], *, verbose: bool) -> None:
    """Print F1 by kind of case, and the share of cases that are right as a whole."""
    kinds = list(dict.fromkeys(case.kind for case in cases))
    print(f"cases: {len(cases)}, boundaries: {sum(len(case.ends) for case in cases)}")
    print(f"{'':24}" + "".join(f"{kind[:11]:>12}" for kind in kinds) + f"{'all F1':>8}{'whole':>8}")
    for name, split in splitters():
        tallies = {kind: Tally() for kind in [*kinds, "all"]}
        for case in cases:
            found = inner_ends(split(case.text, case.language))
            for kind in (case.kind, "all"):
                tallies[kind].add(found, case.ends)
            if verbose and found != case.ends and name == "nutgraf":
                print("  missed:", [piece[:60] for piece in split(case.text, case.language)])
        total = tallies["all"]
        row = "".join(f"{tallies[kind].f1:12.3f}" for kind in kinds)
        print(f"{name:24}{row}{total.f1:8.3f}{total.whole / total.cases:8.3f}")


def annotated(record: dict[str, object]) -> Iterator[tuple[str, int, int]]:
    """Yield kind, start and end of each annotated span that no sentence should cut."""
    for key in ("entities", "dates", "figures", "paragraphs"):
        for row in _rows(record, key):
            kind = row["kind"] if key == "paragraphs" else key
            if key != "paragraphs" or kind == "head":
                spans = _rows(row, "mentions") or ([row] if "start" in row else [])
                yield from ((str(kind), int(str(s["start"])), int(str(s["end"]))) for s in spans)


def _rows(record: dict[str, object], key: str) -> list[dict[str, object]]:
    rows = record.get(key)
    return [row for row in rows if isinstance(row, dict)] if isinstance(rows, list) else []


def compare_spans(path: Path) -> None:
    """Print, for one corpus, the share of annotated spans that a boundary cuts."""
    records = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    print(f"\n{path.parent.name}: {len(records)} documents; cut spans by kind")
    for name, split in splitters():
        cut: Counter[str] = Counter()
        seen: Counter[str] = Counter()
        count = lost = 0
        for record in records:
            text = record["text"]
            sentences = [piece for piece in split(text, None) if piece.strip()]
            count += len(sentences)
            lost += sum(map(solid, sentences)) != solid(text)
            ends = inner_ends(sentences)
            for kind, start, end in annotated(record):
                first, last = solid(text[:start]), solid(text[:end])
                seen[kind] += 1
                cut[kind] += any(first < at < last for at in range(first + 1, last) if at in ends)
        shares = "  ".join(f"{kind} {cut[kind]}/{seen[kind]}" for kind in sorted(seen))
        print(f"{name:12} sentences {count:6}  lossy documents {lost:3}  {shares}")


def compare_speed(paths: Sequence[Path]) -> None:
    """Print seconds a megabyte of the corpora's texts, document by document."""
    texts = [
        str(json.loads(line)["text"])
        for path in paths
        for line in path.read_text(encoding="utf-8").splitlines()
    ]
    megabytes = sum(len(text.encode()) for text in texts) / 1e6
    print(f"\nspeed on {len(texts)} documents, {megabytes:.2f} MB")
    for name, split in splitters():
        started = time.perf_counter()
        for text in texts:
            split(text, None)
        print(f"{name:12} {(time.perf_counter() - started) / megabytes:8.3f} s/MB")


def main() -> None:
    """Read the arguments and print the tables."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("data", nargs="*", type=Path, help="data.jsonl of a corpus")
    parser.add_argument(
        "--verbose", action="store_true", help="print the cases that nutgraf misses"
    )
    arguments = parser.parse_args()
    compare_cases(read_cases(), verbose=arguments.verbose)
    for path in arguments.data:
        compare_spans(path)
    if arguments.data:
        compare_speed(arguments.data)


if __name__ == "__main__":
    main()
