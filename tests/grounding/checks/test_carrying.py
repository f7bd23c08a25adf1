from __future__ import annotations

from pydantic import BaseModel

from nutgraf.article import Article
from nutgraf.grounding.anchors import anchor
from nutgraf.grounding.checks.carrying import check_carrying
from nutgraf.grounding.statements import Subject
from nutgraf.language.readings import Readings
from nutgraf.schema import Citation, Evidence
from nutgraf.schema.result import Finding

TEXT = (
    "The Marigold left the harbour at noon. Rain fell over the town all day. "
    "The committee on Tuesday rejected the offer from the Lindvik yard. Nobody was hurt."
)


class Point(BaseModel):
    text: str
    evidence: Evidence


def findings(text: str, *numbers: int) -> list[Finding]:
    readings = Readings(Article(text=TEXT))
    point = Point(text=text, evidence=tuple(Citation(sentence=n) for n in numbers))
    return list(check_carrying(Subject(anchor(point, readings), readings)))


def test_a_citation_of_sentences_that_say_nothing_of_it_is_told_with_one_that_says_more() -> None:
    [finding] = findings("The Lindvik offer was rejected by councillors in winter.", 2, 1)
    assert (finding.path, finding.kind, finding.severity) == (
        "evidence",
        "beside_the_point",
        "warning",
    )
    assert (
        finding.message
        == "cites 2, 1, which says next to nothing of it; sentence 3 says more of it"
    )
    assert finding.passages[0].text.startswith("The committee on Tuesday")


def test_a_statement_that_no_sentence_says_is_told() -> None:
    text = "Aliens bought ten palaces in Peru, sang operas, dodged taxes and ate cheese at noon."
    [finding] = findings(text, 2)
    assert finding.message.endswith("no sentence of the article says it")


def test_a_paraphrase_in_between_is_left_alone() -> None:
    assert findings("The Lindvik offer was rejected by councillors in winter.", 3) == []
    assert findings("The harbour master heard at noon that Norhaven declined.", 2) == []


def test_what_cannot_be_weighed_is_left_to_other_checks() -> None:
    assert findings("Nobody hurt.", 1) == []
    assert findings("The committee rejected the Lindvik offer.", 44) == []
    assert findings("Xyzzy plugh frobnicated quuxes.", 1) == []
    assert findings("The committee rejected the Lindvik offer.") == []
