from __future__ import annotations

from pydantic import BaseModel

from nutgraf.article import Article
from nutgraf.grounding.anchors import anchor
from nutgraf.grounding.support import correct_citations
from nutgraf.language.readings import Readings
from nutgraf.schema import Citation, Evidence
from nutgraf.schema.result import Finding

TEXT = (
    "The Marigold left the harbour at noon. Rain fell over the town all day. "
    "The committee rejected the offer from the Lindvik yard. Nobody was hurt."
)


class Point(BaseModel):
    text: str
    evidence: Evidence


class Points(BaseModel):
    points: list[Point]


def corrected(text: str, *numbers: int) -> tuple[tuple[Citation, ...], tuple[Finding, ...]]:
    readings = Readings(Article(text=TEXT))
    point = Point(text=text, evidence=tuple(Citation(sentence=n) for n in numbers))
    summary, notes = correct_citations(anchor(Points(points=[point]), readings), readings)
    return summary.points[0].evidence, notes


def test_a_citation_beside_the_point_is_set_right_marked_and_noted() -> None:
    [citation], [note] = corrected("The committee rejected the Lindvik offer.", 2)
    assert (citation.sentence, citation.corrected) == (3, True)
    assert citation.passage is not None
    assert citation.passage.text.startswith("The committee rejected")
    assert (note.path, note.kind, note.severity) == (
        "points[0].evidence",
        "corrected_citation",
        "note",
    )
    assert note.message == "cited 2, which says little of it; sentence 3 says it"


def test_a_citation_that_says_it_is_left_alone() -> None:
    citations, notes = corrected("The committee rejected the Lindvik offer.", 3)
    assert [(c.sentence, c.corrected) for c in citations] == [(3, False)]
    assert notes == ()


def test_several_citations_count_together() -> None:
    text = "The Marigold left and the committee rejected the offer."
    assert corrected(text, 1, 3)[1] == ()


def test_a_paraphrase_that_no_sentence_says_in_its_words_is_left_alone() -> None:
    assert corrected("Councillors turned a shipbuilder down on price grounds.", 2)[1] == ()


def test_a_statement_of_a_few_words_is_left_alone() -> None:
    assert corrected("Nobody hurt.", 1)[1] == ()


def test_a_number_that_does_not_exist_is_set_right_too() -> None:
    [citation], _ = corrected("The committee rejected the Lindvik offer.", 44)
    assert citation.sentence == 3


def test_a_statement_that_cites_nothing_is_not_given_a_citation() -> None:
    assert corrected("The committee rejected the Lindvik offer.") == ((), ())


def test_a_figure_that_only_the_cited_sentence_has_is_not_given_up() -> None:
    readings = Readings(
        Article(
            text=(
                "The tug reached the ship Amalthea near the Gannet rocks with a line on board. "
                "It was 1.1 miles away. Rain fell all day. Nobody was hurt. The crew slept."
            )
        )
    )
    text = "The ship Amalthea was 1.1 miles away from the Gannet rocks when the tug had a line."
    point = Point(text=text, evidence=(Citation(sentence=2),))
    _, notes = correct_citations(anchor(point, readings), readings)
    assert notes == ()


def test_neither_a_headline_nor_a_question_is_cited_instead() -> None:
    headline = "Committee rejects Lindvik offer for ferry\n\n"
    asked = "Why did the committee reject the Lindvik offer for the ferry? "
    readings = Readings(Article(text=headline + asked + TEXT))
    point = Point(text="The committee rejected the offer of Lindvik.", evidence=())
    cited = point.model_copy(update={"evidence": (Citation(sentence=4),)})
    corrected, _ = correct_citations(anchor(cited, readings), readings)
    assert [c.sentence for c in corrected.evidence] == [5]


def test_a_statement_that_nothing_states_is_left_alone() -> None:
    assert corrected("Xyzzy plugh frobnicated quuxes.", 1)[1] == ()
