from __future__ import annotations

from datetime import date
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st
from pydantic import BaseModel
from tests.support.articles import BRIDGE, bridge, bridge_answer

from nutgraf.article import Article
from nutgraf.grounding.anchors import anchor
from nutgraf.language.readings import Readings
from nutgraf.schema import Amount, Citation, Evidence, FieldType, Mention, Passage, Verbatim, When
from nutgraf.schema.news import NewsSummary
from nutgraf.schema.tree import leaves


class Note(BaseModel):
    """A schema of a caller's own: it gets the same service as the built-in one."""

    words: Verbatim | None = None
    who: Mention | None = None
    when: When | None = None
    cost: Amount | None = None
    status: str = ""
    evidence: Evidence = ()


def anchored(note: Note, readings: Readings | None = None) -> Note:
    return anchor(note, readings or bridge())


def test_every_passage_of_an_anchored_summary_is_a_slice_of_the_article() -> None:
    summary = anchor(NewsSummary.model_validate(bridge_answer()), bridge())
    passages = [
        passage
        for leaf in leaves(summary)
        for passage in (getattr(leaf.value, "passage", None), *getattr(leaf.value, "passages", ()))
        if isinstance(passage, Passage)
    ]
    assert len(passages) > 10
    assert all(passage.span.of(BRIDGE.text) == passage.text for passage in passages)


def test_a_sentence_number_becomes_its_sentence() -> None:
    [citation] = anchored(Note(evidence=(Citation(sentence=3),))).evidence
    assert citation.passage is not None
    assert citation.passage.text == "“The bridge stays shut.”"


def test_a_number_that_does_not_exist_is_kept_without_a_place() -> None:
    numbers = (0, -1, 7, 10**30)
    citations = anchored(Note(evidence=tuple(Citation(sentence=n) for n in numbers))).evidence
    assert citations == tuple(Citation(sentence=n) for n in numbers)


def test_a_quotation_found_under_a_folding_rule_gets_the_words_of_the_article() -> None:
    article = Article(text="He said: “It\u2019s not  over.”")
    words = anchored(Note(words=Verbatim(text="It's not over.")), Readings(article)).words
    assert words == Verbatim(
        text="It\u2019s not  over.",
        given="It's not over.",
        match="folded",
        passage=Passage(start=10, end=25, text="It\u2019s not  over."),
    )


def test_a_quotation_that_is_nearly_right_is_set_right_and_says_so() -> None:
    words = anchored(Note(words=Verbatim(text="We will never gamble with lives"))).words
    assert words is not None
    assert words.match == "approximate"
    assert words.text == "We will not gamble with lives"
    assert words.given == "We will never gamble with lives"


def test_an_invented_quotation_has_no_place() -> None:
    invented = Verbatim(text="Nobody told us about the cracks until today")
    assert anchored(Note(words=invented)).words == invented


def test_anchoring_twice_changes_nothing() -> None:
    once = anchor(NewsSummary.model_validate(bridge_answer()), bridge())
    assert anchor(once, bridge()) == once
    nearly = anchored(Note(words=Verbatim(text="We will never gamble with lives")))
    assert anchored(nearly) == nearly


def test_a_name_is_found_by_any_of_its_variants() -> None:
    variants = ("Ruth Ekman", "Ekman", "Mayor Ruth Ekman", "RUTH EKMAN", "Kell Street, Arden")
    for name in variants:
        who = anchored(Note(who=Mention(text=name))).who
        assert who is not None, name
        assert who.text == name
        assert who.passages, name


def test_a_name_of_which_only_a_part_occurs_is_not_found() -> None:
    for name in ("Ruth Lindqvist", "Kell Street tunnel", "Minister Ruth Ekman of Lindvik"):
        who = anchored(Note(who=Mention(text=name))).who
        assert who == Mention(text=name)


def test_a_name_beside_evidence_is_placed_in_the_cited_sentences() -> None:
    article = Article(text="Ida Berg left. The rain fell. Ida Berg came back.")
    note = Note(who=Mention(text="Ida Berg"), evidence=(Citation(sentence=3),))
    who = anchored(note, Readings(article)).who
    assert who is not None
    assert [passage.start for passage in who.passages] == [30]


def test_a_time_is_resolved_as_it_stands_in_its_sentence() -> None:
    planned = Note(when=When(text="Monday"), status="planned", evidence=(Citation(sentence=5),))
    when = anchored(planned).when
    assert when is not None
    assert when.value == "2026-03-16"
    assert when.passage is not None


def test_a_time_of_two_dates_is_what_they_are_together() -> None:
    text = "Rain fell from Sunday evening to Tuesday noon. It snowed on Monday."
    article = Article(text=text, published=date(2026, 3, 12), language="en")
    for words, value in (
        ("from Sunday evening to Tuesday noon", "2026-03-08/2026-03-10"),
        ("Sunday evening", "2026-03-08"),
        ("Tuesday", "2026-03-10"),
    ):
        when = anchored(Note(when=When(text=words)), Readings(article)).when
        assert when is not None
        assert when.value == value, words


def test_a_time_that_is_no_date_by_itself_is_read_in_its_place() -> None:
    text = "On Tuesday, day three of the fair, it rained. The best film of the year is out."
    article = Article(text=text, published=date(2026, 3, 12), language="en")
    for words, value in (("day three of the fair", "2026-03-10"), ("the year", "2026")):
        when = anchored(Note(when=When(text=words)), Readings(article)).when
        assert when is not None
        assert when.value == value, words


def test_a_time_in_words_of_its_own_is_resolved_by_the_status_beside_it() -> None:
    article = Article(text="The ship sank.", published=date(2026, 3, 12))
    for status, value in (("planned", "2026-03-18"), ("happened", "2026-03-11")):
        when = anchored(Note(when=When(text="Wednesday"), status=status), Readings(article)).when
        assert when == When(text="Wednesday", value=value)


def test_an_amount_is_read_and_placed() -> None:
    cost = anchored(Note(cost=Amount(text="$2.5 million"))).cost
    assert cost is not None
    assert (cost.value, cost.unit) == (Decimal(2_500_000), "USD")
    assert cost.passage == Passage(start=190, end=202, text="$2.5 million")


def test_an_amount_is_what_the_article_has_at_its_place() -> None:
    text = "They found 24 pounds of silver. A third of the ore, 2.5 million tons, is gone."
    readings = Readings(Article(text=text))
    amounts = {
        "24 pounds": (Decimal(24), "lb"),
        "a third": (Decimal("33.33"), "%"),
        "24": (Decimal(24), "lb"),
        "about 24 pounds": (Decimal(24), "GBP"),  # stands nowhere, so that it is read alone
        "5 million tons": (Decimal(5_000_000), "tons"),  # only a part of a figure stands there
    }
    for words, expected in amounts.items():
        cost = anchored(Note(cost=Amount(text=words)), readings).cost
        assert cost is not None
        assert (cost.value, cost.unit) == expected, words


def test_an_amount_is_placed_where_its_words_are_a_figure() -> None:
    readings = Readings(Article(text="On 24 March it began. It had 24 guests."))
    cost = anchored(Note(cost=Amount(text="24")), readings).cost
    assert cost is not None
    assert (cost.unit, cost.passage) == ("guests", Passage(start=29, end=31, text="24"))


def test_an_amount_that_cannot_be_read_stays_as_it_is() -> None:
    assert anchored(Note(cost=Amount(text="a lot"))).cost == Amount(text="a lot")


@given(st.text(min_size=1).filter(str.strip), st.text(), st.integers())
def test_no_text_and_no_answer_breaks_anchoring(text: str, said: str, number: int) -> None:
    note = Note(
        words=Verbatim(text=said),
        who=Mention(text=said),
        when=When(text=said),
        cost=Amount(text=said),
        evidence=(Citation(sentence=number),),
    )
    article = Article(text=text)
    for leaf in leaves(anchored(note, Readings(article))):
        passage = getattr(leaf.value, "passage", None)
        assert passage is None or passage.span.of(article.text) == passage.text


def test_a_name_that_no_reading_found_is_looked_up_as_it_is_printed() -> None:
    who = anchored(Note(who=Mention(text="kell street bridge"))).who
    assert who is not None
    assert [passage.text for passage in who.passages] == ["Kell Street bridge"]


def test_a_field_type_of_a_callers_own_is_left_as_it_is() -> None:
    class Colour(FieldType):
        text: str

    class Painted(BaseModel):
        colour: Colour

    painted = Painted.model_validate({"colour": "red"})
    assert anchor(painted, bridge()) == painted
