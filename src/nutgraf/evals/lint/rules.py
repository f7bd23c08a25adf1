"""What linting looks for: each rule takes a labelled article and yields where it is broken."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, TypeAlias

from nutgraf.errors import FixtureError
from nutgraf.evals.matching.needs import unsaid
from nutgraf.language.dates.periods import is_iso
from nutgraf.language.figures import find_figures
from nutgraf.language.figures.figure import FigureKind, Qualifier

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from nutgraf.article import Span
    from nutgraf.evals.fixtures import Fixture
    from nutgraf.evals.labels import LabelledFigure, Quoted
    from nutgraf.language.figures.figure import Figure

Fault: TypeAlias = tuple[str, str, str]
"""Where, what is wrong, and what to do."""
Rule: TypeAlias = "Callable[[Fixture], Iterator[Fault]]"

FEWEST_MUSTS: Final = 3
_OPEN: Final = ".."
_PER_CENT: Final = "%"


def quotes_are_found(fixture: Fixture) -> Iterator[Fault]:
    """Yield quotes that the article lacks, or has several times."""
    for where, quoted in (*_evidence(fixture), *_other_quotes(fixture)):
        try:
            fixture.span(quoted)
        except FixtureError as error:
            what = str(error).removeprefix(f"{fixture.id}: ")
            yield where, what, "quote the article letter for letter"


def evidence_is_in_one_sentence(fixture: Fixture) -> Iterator[Fault]:
    """Yield evidence that runs over several sentences."""
    for where, quoted in _evidence(fixture):
        try:
            sentences = fixture.sentences([quoted])
        except FixtureError:
            continue  # told by the rule above
        if len(sentences) != 1:
            numbers = ", ".join(map(str, sentences))
            yield where, f"runs over the sentences {numbers}", "quote words of each by themselves"


def statements_say_their_needs(fixture: Fixture) -> Iterator[Fault]:
    """Yield needs that the labeller's own statement does not fulfil."""
    for index, fact in enumerate(fixture.labels.key_facts):
        needs = tuple(tuple(need.split("|")) for need in fact.needs)
        for need in unsaid(needs, fact.statement, fixture.labels.language):
            yield (
                f"key_facts[{index}].needs",
                f"its own statement says none of {'|'.join(need)!r}",
                "say it in the statement, or name another need",
            )


def dates_are_dates(fixture: Fixture) -> Iterator[Fault]:
    """Yield dates that are not of ISO 8601, or that the calendar does not have."""
    for index, event in enumerate(fixture.labels.events):
        if event.date is not None and not _is_date(event.date):
            yield (
                f"events[{index}].date",
                f"{event.date!r} is no day, month, year, week or interval of ISO 8601",
                "write it like 2026-03-12, 2026-03, 2026-W11 or 2026-03-14/2026-03-15",
            )


def names_are_printed(fixture: Fixture) -> Iterator[Fault]:
    """Yield names, aliases and speakers that the article does not have."""
    text = fixture.readings.article.text
    remedy = "write it as the article prints it"
    for index, entity in enumerate(fixture.labels.entities):
        named = [("name", entity.name), *(("aliases", alias) for alias in entity.aliases)]
        for key, name in named:
            if name not in text:
                yield f"entities[{index}].{key}", f"the article does not have {name!r}", remedy
    for index, quotation in enumerate(fixture.labels.quotations):
        if quotation.speaker is not None and quotation.speaker not in text:
            what = f"the article does not have {quotation.speaker!r}"
            yield f"quotations[{index}].speaker", what, remedy


def figures_are_read_as_labelled(fixture: Fixture) -> Iterator[Fault]:
    """Yield figures whose own words, where they stand, say another value; only English is read."""
    if fixture.readings.language != "en":
        return
    for index, figure in enumerate(fixture.labels.figures):
        try:
            span = fixture.span(figure.text)
        except FixtureError:
            continue  # told by another rule
        words = span.of(fixture.readings.article.text)
        # Numbers that only stand together are told apart by themselves, fractions by what follows.
        read = (*_one(fixture.readings.figures, span), *_one(find_figures(words), None))
        if read and not any(_may_mean(one, figure) for one in read):
            yield (
                f"figures[{index}].value",
                f"{words!r} says {read[0].value:f}, not {figure.value:f}",
                "label the value in units of one, a share in per cent",
            )


def labels_fit_together(fixture: Fixture) -> Iterator[Fault]:
    """Yield names of events that are no entities, and key facts that are named but not there."""
    for misfit in fixture.labels.misfits():
        yield "labels", misfit, "name it as it is labelled, or label it"


def there_is_enough(fixture: Fixture) -> Iterator[Fault]:
    """Yield that there are too few facts which a summary must tell."""
    musts = sum(fact.importance == "must" for fact in fixture.labels.key_facts)
    if musts < FEWEST_MUSTS:
        what = f"{musts} of them are must, fewer than {FEWEST_MUSTS}"
        yield "key_facts", what, "mark those without which an editor would say: you missed it"


def metadata_is_read_as_labelled(fixture: Fixture) -> Iterator[Fault]:
    """Yield a title or day of publication that is read otherwise from the article's file."""
    article, labels = fixture.readings.article, fixture.labels
    remedy = "correct the label, or the head of the article's file"
    if article.title != labels.title:
        yield "title", f"the file is read as {article.title!r}", remedy
    if article.published != labels.published:
        yield "published", f"the file is read as {article.published}", remedy


RULES: Final[tuple[Rule, ...]] = (
    metadata_is_read_as_labelled,
    there_is_enough,
    labels_fit_together,
    quotes_are_found,
    evidence_is_in_one_sentence,
    statements_say_their_needs,
    dates_are_dates,
    names_are_printed,
    figures_are_read_as_labelled,
)


def _evidence(fixture: Fixture) -> Iterator[tuple[str, Quoted]]:
    labels = fixture.labels
    for name in ("key_facts", "events", "open_questions", "traps"):
        for index, item in enumerate(getattr(labels, name)):
            for place, quoted in enumerate(item.evidence):
                yield f"{name}[{index}].evidence[{place}]", quoted


def _other_quotes(fixture: Fixture) -> Iterator[tuple[str, Quoted]]:
    for index, quotation in enumerate(fixture.labels.quotations):
        yield f"quotations[{index}].words", quotation.words
    for index, figure in enumerate(fixture.labels.figures):
        yield f"figures[{index}].text", figure.text


def _one(found: Iterable[Figure], span: Span | None) -> tuple[Figure, ...]:
    """Return the only figure of a stretch, if there is only one; which of two is left to people."""
    there = [figure for figure in found if span is None or span.overlaps(figure.span)]
    return tuple(there) if len(there) == 1 else ()


def _may_mean(read: Figure, label: LabelledFigure) -> bool:
    """Tell whether a figure as it is read may be what is labelled; one read roughly may always."""
    is_share = read.kind == FigureKind.SHARE
    return (
        read.value == label.value
        or read.qualifier == Qualifier.VAGUE
        or (is_share and label.unit != _PER_CENT)
    )


def _is_date(value: str) -> bool:
    return is_iso(value) and not _ends_before_it_begins(value)


def _ends_before_it_begins(value: str) -> bool:
    start, slash, end = value.partition("/")
    if not slash or _OPEN in {start, end} or ("W" in start) != ("W" in end):
        return False
    common = min(len(start), len(end))
    return start[:common] > end[:common]
