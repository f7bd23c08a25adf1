"""Measures ``find_names`` on corpora whose names people have marked; prints one table a corpus.

Takes the ``data.jsonl`` of WikiGold (mentions with their types) or of GUM (clusters of mentions),
told apart by their records. WikiGold: a mention counts where its span is exactly the labelled one.
GUM: a mention belongs to the innermost labelled mention around it; merging is B-cubed over the
mentions that belong to a named person, organisation or place.

    python evals/measurements/names.py WIKIGOLD/data.jsonl GUM/data.jsonl [--verbose]

With ``--spacy MODEL`` the same tables for a model of spaCy, where that is installed.
"""

from __future__ import annotations

import argparse
import json
import time
from collections import Counter, defaultdict
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from nutgraf.article import Span
from nutgraf.language.names import Name, find_names
from nutgraf.language.sentences import split_sentences

_KINDS = ("person", "organization", "place")

Reader = Callable[[str], tuple[Name, ...]]


@dataclass(frozen=True, slots=True)
class Gold:
    """One labelled entity: a cluster in GUM, a surface form in WikiGold."""

    name: str
    kind: str
    named: bool
    salience: int
    mentions: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Labelled:
    """One text with its labelled entities."""

    id: str
    corpus: str
    genre: str
    text: str
    entities: tuple[Gold, ...]


@dataclass(slots=True)
class Tally:
    """Counts of one kind: found and labelled, found, labelled."""

    hits: int = 0
    found: int = 0
    labelled: int = 0

    def row(self, label: str) -> str:
        """Give precision, recall and F1 as a line of the table."""
        precision = self.hits / self.found if self.found else 0.0
        recall = self.hits / self.labelled if self.labelled else 0.0
        f1 = 2 * precision * recall / (precision + recall) if self.hits else 0.0
        return f"{label:<28}{precision:8.3f}{recall:8.3f}{f1:8.3f}{self.labelled:8d}"


@dataclass(slots=True)
class Clusters:
    """What is counted over the clusters of GUM."""

    entities: int = 0
    found: int = 0
    salient: int = 0
    salient_found: int = 0
    right_kind: int = 0
    names: int = 0
    names_labelled: int = 0
    precisions: list[float] = field(default_factory=list)
    recalls: list[float] = field(default_factory=list)


def read_corpus(path: Path) -> list[Labelled]:
    """Read the labelled texts of one corpus."""
    records = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    return [
        Labelled(
            record["id"],
            record["corpus"],
            record["genre"],
            record["text"],
            tuple(_gold(entity) for entity in record["entities"]),
        )
        for record in records
    ]


def _gold(entity: dict[str, object]) -> Gold:
    mentions = entity["mentions"]
    assert isinstance(mentions, list)
    return Gold(
        str(entity["name"]),
        str(entity["type"]),
        bool(entity.get("named", True)),
        int(str(entity.get("salience") or 0)),
        tuple(Span(mention["start"], mention["end"]) for mention in mentions),
    )


def measure_mentions(texts: list[Labelled], read: Reader, *, verbose: bool) -> None:
    """Print precision, recall and F1 of exact mentions, by kind and for spans alone."""
    tallies: dict[str, Tally] = defaultdict(Tally)
    confusions: Counter[tuple[str, str]] = Counter()
    for labelled in texts:
        gold = {span: entity.kind for entity in labelled.entities for span in entity.mentions}
        found = {span: name.kind for name in read(labelled.text) for span in name.mentions}
        _count(tallies, gold, {span: "misc" if k == "other" else k for span, k in found.items()})
        for span in gold.keys() & found.keys():
            confusions[gold[span], found[span]] += 1
        if verbose:
            _show_differences(labelled, gold, {span: str(kind) for span, kind in found.items()})
    print(f"{'mentions (exact)':<28}{'P':>8}{'R':>8}{'F1':>8}{'gold':>8}")
    for label in (*_KINDS, "misc", "person/organization/place", "span alone, all four"):
        print(tallies[label].row(label))
    wrong = [f"{a}>{b} {n}" for (a, b), n in confusions.most_common() if a != b]
    print("kinds taken for others:", ", ".join(wrong))


def _count(tallies: dict[str, Tally], gold: dict[Span, str], found: dict[Span, str]) -> None:
    for span in gold.keys() | found.keys():
        ours, theirs = found.get(span), gold.get(span)
        same = ours == theirs
        for label, is_ours, is_theirs in (
            *((kind, ours == kind, theirs == kind) for kind in (*_KINDS, "misc")),
            ("person/organization/place", ours in _KINDS, theirs in _KINDS),
        ):
            tallies[label].found += is_ours
            tallies[label].labelled += is_theirs
            tallies[label].hits += same and is_theirs
        spans = tallies["span alone, all four"]
        spans.found += ours is not None
        spans.labelled += theirs is not None
        spans.hits += ours is not None and theirs is not None


def _show_differences(labelled: Labelled, gold: dict[Span, str], found: dict[Span, str]) -> None:
    for span in sorted(gold.keys() | found.keys()):
        theirs, ours = gold.get(span, "-"), found.get(span, "-")
        if theirs != ours and not (theirs == "misc" and ours in {"other", "-"}):
            around = labelled.text[max(0, span.start - 25) : span.end + 20].replace("\n", " ")
            print(f"{labelled.id} {theirs:>12} > {ours:<12} {span.of(labelled.text)!r}  …{around}…")


def measure_clusters(texts: list[Labelled], read: Reader, *, verbose: bool) -> None:
    """Print how many named entities are found, how well they are merged, and their kinds."""
    by_genre: dict[str, Clusters] = defaultdict(Clusters)
    for labelled in texts:
        names = read(labelled.text)
        owners = _owners(labelled.entities, names)
        for counts in (by_genre[labelled.genre], by_genre["all"]):
            _count_clusters(counts, labelled.entities, names, owners)
        if verbose:
            _show_clusters(labelled, names, owners)
    print(f"{'clusters':<12}{'found':>8}{'salient':>9}{'kind':>7}{'labelled':>10}", end="")
    print(f"{'B3 P':>8}{'B3 R':>8}{'B3 F1':>8}{'gold':>7}")
    for genre, counts in sorted(by_genre.items(), key=lambda item: item[0] == "all"):
        _print_clusters(genre, counts)
    print("labelled: the share of our names with a mention in a named entity of any type")


def _owners(entities: tuple[Gold, ...], names: tuple[Name, ...]) -> dict[Span, Gold]:
    """Give each of our mentions the entity of the innermost labelled mention around it."""
    labelled = [(span, entity) for entity in entities for span in entity.mentions]
    owners: dict[Span, Gold] = {}
    for name in names:
        for mention in name.mentions:
            around = [
                (s.end - s.start, i) for i, (s, _) in enumerate(labelled) if s.contains(mention)
            ]
            if around:
                owners[mention] = labelled[min(around)[1]][1]
    return owners


def _is_wanted(entity: Gold) -> bool:
    return entity.named and entity.kind in _KINDS


def _count_clusters(
    counts: Clusters, entities: tuple[Gold, ...], names: tuple[Name, ...], owners: dict[Span, Gold]
) -> None:
    kinds: dict[Gold, Counter[str]] = defaultdict(Counter)
    for name in names:
        belonging = [owners[mention] for mention in name.mentions if mention in owners]
        counts.names += 1
        counts.names_labelled += any(owner.named for owner in belonging)
        for owner in belonging:
            kinds[owner][name.kind] += 1
    for entity in filter(_is_wanted, entities):
        counts.entities += 1
        counts.found += entity in kinds
        counts.salient += entity.salience > 0
        counts.salient_found += entity.salience > 0 and entity in kinds
        counts.right_kind += entity in kinds and kinds[entity].most_common(1)[0][0] == entity.kind
    _add_b_cubed(counts, names, owners)


def _add_b_cubed(counts: Clusters, names: tuple[Name, ...], owners: dict[Span, Gold]) -> None:
    cells: Counter[tuple[int, Gold]] = Counter()
    for number, name in enumerate(names):
        for mention in name.mentions:
            if mention in owners and _is_wanted(owners[mention]):
                cells[number, owners[mention]] += 1
    ours: Counter[int] = Counter()
    theirs: Counter[Gold] = Counter()
    for (number, owner), size in cells.items():
        ours[number] += size
        theirs[owner] += size
    for (number, owner), size in cells.items():
        counts.precisions += [size / ours[number]] * size
        counts.recalls += [size / theirs[owner]] * size


def _print_clusters(genre: str, counts: Clusters) -> None:
    precision = sum(counts.precisions) / len(counts.precisions)
    recall = sum(counts.recalls) / len(counts.recalls)
    shares = (
        counts.found / counts.entities,
        counts.salient_found / counts.salient,
        counts.right_kind / counts.found,
        counts.names_labelled / counts.names,
        precision,
        recall,
        2 * precision * recall / (precision + recall),
    )
    cells = zip(shares, (8, 9, 7, 10, 8, 8, 8), strict=True)
    row = "".join(f"{share:{width}.3f}" for share, width in cells)
    print(f"{genre:<12}{row}{counts.entities:7d}")


def _show_clusters(labelled: Labelled, names: tuple[Name, ...], owners: dict[Span, Gold]) -> None:
    reached = set(owners.values())
    for entity in filter(_is_wanted, labelled.entities):
        if entity not in reached:
            print(f"{labelled.id} missed: {entity.name!r} {entity.kind} salience {entity.salience}")
    for name in names:
        of = {owners[mention] for mention in name.mentions if mention in owners}
        wrong_kind = {owner.kind for owner in of if _is_wanted(owner)} - {name.kind}
        if not any(owner.named for owner in of) or len(of) > 1 or wrong_kind:
            forms = sorted({mention.of(labelled.text) for mention in name.mentions})
            print(f"{labelled.id} ours: {name.kind} {forms} of {[(o.name, o.kind) for o in of]}")


def _names(text: str) -> tuple[Name, ...]:
    return find_names(text, split_sentences(text))


def main() -> None:
    """Read the arguments, measure each corpus and print its table."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    parser.add_argument("paths", nargs="+", type=Path, help="data.jsonl of WikiGold or GUM")
    parser.add_argument("--verbose", action="store_true", help="list what was missed or made up")
    parser.add_argument("--spacy", metavar="MODEL", help="measure this model of spaCy instead")
    arguments = parser.parse_args()
    read = _names
    if arguments.spacy:
        # Only those who compare have spaCy.
        from names_by_spacy import spacy_reader  # noqa: PLC0415

        read = spacy_reader(arguments.spacy)
    for path in arguments.paths:
        texts = read_corpus(path)
        words = sum(len(labelled.text.split()) for labelled in texts)
        print(f"\n{texts[0].corpus}: {len(texts)} texts, {words} words")
        began = time.perf_counter()
        measure = measure_clusters if texts[0].corpus == "gum" else measure_mentions
        measure(texts, read, verbose=arguments.verbose)
        print(f"{time.perf_counter() - began:.1f} s in all")


if __name__ == "__main__":
    main()
