"""``nutgraf.check``: one summary against one article, whoever wrote it, without a model."""

from __future__ import annotations

from typing import TYPE_CHECKING

from nutgraf.checking.claiming import check_support, claims_of
from nutgraf.checking.reporting import report_of
from nutgraf.checking.summaries import Given, SummarySource, Wanted, read_summary
from nutgraf.errors import SummaryError
from nutgraf.grounding.anchors import anchor
from nutgraf.grounding.checks import check_subject
from nutgraf.grounding.identity import article_record, differences
from nutgraf.grounding.statements import Subject
from nutgraf.grounding.support import correct_citations
from nutgraf.language.readings import Readings
from nutgraf.reading.sources import Source, as_article
from nutgraf.schema.news import NewsSummary

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pydantic import BaseModel

    from nutgraf.article import Article
    from nutgraf.schema.check_report import CheckReport
    from nutgraf.schema.result import Finding

__all__ = ["SummarySource", "check", "check_given"]


def check(
    article: Source,
    summary: SummarySource,
    *,
    schema: type[BaseModel] = NewsSummary,
    fields: Sequence[str] = (),
    summary_format: str | None = None,
) -> CheckReport:
    """Check a summary against its article.

    A result (or any model built from nutgraf's field types) is checked as it stands, its citations
    included. For the statements of any other summary the sentences that say most of them are found
    first. No model, no key and no network is needed.

    Args:
        article: An `Article`, the text of one, or a `pathlib.Path`.
        summary: A `Result`, a filled schema, the text of a summary, a list of its statements, or a
            `pathlib.Path`.
        schema: What the summary in a result file must fit.
        fields: The fields of a JSON summary whose texts are statements, such as
            ``key_points[].text``; none for every text of some words.
        summary_format: ``text``, ``markdown``, ``json`` or ``result``; None to tell by name and
            content.

    Raises:
        ArticleError: The article cannot be read.
        SummaryError: The summary cannot be read, says nothing, or is that of another article.
        SchemaError: A result file does not fit the schema.
        ConfigError: The format or the fields do not fit the summary.
    """
    wanted = Wanted(schema, summary_format, tuple(fields))
    return check_given(as_article(article), read_summary(summary, wanted))


def check_given(article: Article, given: Given) -> CheckReport:
    """Check a summary that was read already.

    Raises:
        SummaryError: It is that of another article.
    """
    readings = Readings(article)
    _refuse_another(given, readings)
    if given.own is None:
        subject, findings = _foreign(given, readings)
    else:
        subject, findings = _own(given.own, readings)
    return report_of(given, subject, findings)


def _refuse_another(given: Given, readings: Readings) -> None:
    if given.about is None:
        return
    apart = differences(given.about, article_record(readings))
    if apart:
        name = given.record.source or "the result"
        raise SummaryError(
            f"{name}: was made from {given.about.source or 'an article'}, which is not this "
            f"article (different: {', '.join(apart)}); give the same file with the same options"
        )


def _own(summary: BaseModel, readings: Readings) -> tuple[Subject, Sequence[Finding]]:
    """Find anew what is wrong with a filled schema; what its file says of that is not believed."""
    corrected, corrections = correct_citations(anchor(summary, readings), readings)
    subject = Subject(corrected, readings)
    return subject, (*check_subject(subject), *corrections)


def _foreign(given: Given, readings: Readings) -> tuple[Subject, Sequence[Finding]]:
    said = (part.words.text for part in given.parts if part.skipped is None)
    subject = Subject(claims_of(said), readings)
    return subject, (*check_subject(subject), *check_support(subject))
