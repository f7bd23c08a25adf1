from __future__ import annotations

from tests.support.articles import bridge

from nutgraf.checking.claiming import check_support, claims_of, path_of
from nutgraf.grounding.statements import Subject
from nutgraf.schema.result import Finding


def unsaid(*texts: str) -> list[Finding]:
    return list(check_support(Subject(claims_of(texts), bridge())))


def test_what_the_article_says_is_carried() -> None:
    assert unsaid("Engineers found 14 cracks.", "The council will vote on Monday.") == []


def test_a_statement_that_no_sentence_says_is_reported() -> None:
    [finding] = unsaid("The bridge was closed.", "Penguins breed on glaciers near Antarctica.")
    assert (finding.path, finding.kind, finding.severity) == (
        path_of(1),
        "no_evidence",
        "warning",
    )
    assert finding.message == "no sentence of the article says this"
    assert finding.passages == ()


def test_the_nearest_sentence_is_named_where_there_is_one() -> None:
    text = "Penguins breed on glaciers, zoologists studying Antarctica report on Monday nights."
    [finding] = unsaid(text)
    assert finding.message.endswith("; nearest to it is sentence 5")
    assert [p.text for p in finding.passages] == [
        bridge().sentences[4].span.of(bridge().article.text)
    ]


def test_another_language_is_not_compared_word_by_word() -> None:
    german = (
        "Die Brücke in der Stadt wurde am Donnerstag gesperrt, weil die Ingenieure Risse fanden."
    )
    assert unsaid(german) == []
