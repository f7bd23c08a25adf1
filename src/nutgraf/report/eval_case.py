"""One case of a run: what people expect beside what came, field by field, with the scores."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from rich.table import Table
from rich.text import Text

from nutgraf.article import on_one_line
from nutgraf.report.sections import Line, finding_lines, sections
from nutgraf.report.tables import number
from nutgraf.report.terminal import console_for, print_line

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from typing import TextIO

    from rich.console import Console

    from nutgraf.evals.case import Case, Expected
    from nutgraf.evals.outcomes import Outcome
    from nutgraf.evals.scores import Metric, Score

_COLUMN_GAP = 2


@dataclass(frozen=True, slots=True)
class _Part:
    """A part of what is expected.

    Attributes:
        name: Of `Expected`, as `Metric.part` names it.
        section: Title of the section of the summary that it stands beside.
    """

    name: str
    section: str


_PARTS = (
    _Part("gists", "Gist"),
    _Part("facts", "Key points"),
    _Part("events", "Events"),
    _Part("quotes", "Quotes"),
    _Part("entities", "Entities"),
    _Part("figures", "Figures"),
    _Part("dates", "Dates"),
    _Part("questions", "Open questions"),
    _Part("traps", "Traps"),
)


def case_to_terminal(
    case: Case,
    outcome: Outcome[Any],
    scores: Mapping[str, Score],
    metrics: Sequence[Metric],
    stream: TextIO,
) -> None:
    """Print what is expected of a case beside what came.

    Of the article only those sentences are shown that somebody cites.

    Args:
        case: The case.
        outcome: What came.
        scores: By the metric's name.
        metrics: Those that were measured; each is shown with the part that it needs.
        stream: Where to.
    """
    console = console_for(stream)
    tags = ", ".join(f"{key} {value}" for key, value in case.tags.items())
    console.print(Text(on_one_line(f"{case.id}, time {outcome.repeat} ({tags})"), style="bold"))
    if outcome.failure:
        failure = Line(on_one_line(outcome.failure.message), lead=outcome.failure.kind)
        print_line(console, failure, depth=0)
    got = {s.title: s.lines for s in sections(outcome.result.summary)} if outcome.result else {}
    for part in _PARTS:
        wanted = expected_lines(case, part.name)
        _print_part(part.section, wanted, got.pop(part.section, ()), console)
        _print_scores((m for m in metrics if m.part == part.name), scores, console)
    for title, lines in got.items():
        _print_part(title, None, lines, console)
    _title("Other scores", console)
    _print_scores((metric for metric in metrics if metric.part is None), scores, console)
    if outcome.result:
        _print_findings(outcome, console)
    _print_sentences(case, outcome, console)


def expected_lines(case: Case, part: str) -> tuple[Line, ...] | None:
    """Return the lines that show a part of what is expected; None where nobody labelled it."""
    if getattr(case.expected, part) is None:
        return None
    return tuple(_LINES[part](case.expected, case.readings.article.text))


def _gists(expected: Expected, _: str) -> Iterator[Line]:
    yield from (Line(gist) for gist in expected.gists or ())


def _facts(expected: Expected, _: str) -> Iterator[Line]:
    for fact in expected.facts or ():
        lead = "must" if fact.must else "may"
        yield Line(fact.statement, lead=lead, sentences=tuple(sorted(fact.sentences)))


def _events(expected: Expected, _: str) -> Iterator[Line]:
    for event in expected.events or ():
        status = "" if event.status == "happened" else f" ({event.status})"
        numbers = tuple(sorted(event.sentences))
        yield Line(event.what + status, lead=event.date or "no date", sentences=numbers)


def _quotes(expected: Expected, text: str) -> Iterator[Line]:
    for quote in expected.quotes or ():
        yield Line(f"“{quote.span.of(text)}” — {quote.speaker or 'nobody is named'}")


def _entities(expected: Expected, _: str) -> Iterator[Line]:
    for entity in expected.entities or ():
        known_as = f", also {', '.join(entity.aliases)}" if entity.aliases else ""
        yield Line(f"{entity.name} ({entity.kind or 'of no kind'}, {entity.salience}){known_as}")


def _figures(expected: Expected, text: str) -> Iterator[Line]:
    for figure in expected.figures or ():
        yield Line(f"{figure.span.of(text)}: {figure.of}")


def _dates(expected: Expected, text: str) -> Iterator[Line]:
    yield from (Line(date.span.of(text), lead=date.value) for date in expected.dates or ())


def _questions(expected: Expected, _: str) -> Iterator[Line]:
    for question in expected.questions or ():
        yield Line(question.question, sentences=tuple(sorted(question.sentences)))


def _traps(expected: Expected, _: str) -> Iterator[Line]:
    yield from (Line(trap.statement, lead=trap.fault) for trap in expected.traps or ())


_LINES = {
    "gists": _gists,
    "facts": _facts,
    "events": _events,
    "quotes": _quotes,
    "entities": _entities,
    "figures": _figures,
    "dates": _dates,
    "questions": _questions,
    "traps": _traps,
}


def _title(words: str, console: Console) -> None:
    console.print()
    console.print(Text(words, style="bold"))


def _print_part(
    title: str, wanted: tuple[Line, ...] | None, got: tuple[Line, ...], console: Console
) -> None:
    if not wanted and not got:
        return
    _title(title, console)
    table = Table(box=None, pad_edge=False, padding=(0, _COLUMN_GAP, 0, 0), expand=True)
    for name in ("expected", "got"):
        table.add_column(name, ratio=1, overflow="fold", header_style="dim")
    rows = max(len(wanted or ()), len(got))
    empty = "" if wanted is not None else "not labelled"
    for index in range(rows):
        table.add_row(_cell(wanted or (), index, empty), _cell(got, index))
    console.print(table)


def _cell(lines: Sequence[Line], index: int, empty: str = "") -> Text:
    if index >= len(lines):
        return Text(empty if index == 0 else "", style="dim")
    line = lines[index]
    text = Text("- ")
    if line.lead:
        text.append(f"{on_one_line(line.lead)}  ", style="cyan")
    text.append(on_one_line(line.text))
    if line.sentences:
        text.append(f" [{', '.join(map(str, line.sentences))}]", style="dim")
    return text


def _print_scores(metrics: Iterable[Metric], scores: Mapping[str, Score], console: Console) -> None:
    for metric in metrics:
        score = scores[metric.name]
        of = f", of {score.n}" if score.n else ""
        value = f"{number(score.value, share=metric.share)}{of}"
        print_line(console, Line(value, lead=on_one_line(metric.name)))
        for note in score.notes:
            print_line(console, Line(on_one_line(note)), depth=2)


def _print_findings(outcome: Outcome[Any], console: Console) -> None:
    lines = finding_lines(outcome.result) if outcome.result else ()
    _title("Findings" if lines else "No findings", console)
    for line in lines:
        print_line(console, line)


def _print_sentences(case: Case, outcome: Outcome[Any], console: Console) -> None:
    cited = set(outcome.result.coverage.cited) if outcome.result else set()
    expected = case.expected
    for items in (expected.facts, expected.events, expected.questions, expected.traps):
        for item in items or ():
            cited |= item.sentences
    if not cited:
        return
    _title("Sentences that are cited", console)
    for number_ in sorted(cited):
        if sentence := case.readings.sentence(number_):
            words = on_one_line(sentence.span.of(case.readings.article.text))
            print_line(console, Line(words, lead=str(number_)))
