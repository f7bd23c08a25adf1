from __future__ import annotations

from tests.support.articles import bridge
from tests.support.claims import story

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


def test_who_gives_the_articles_amount_says_what_it_says() -> None:
    text = "Tarn sells anchors.\n\nShares of Tarn fell 4.2 percent to $18 at noon on the exchange."
    said = "Because of the accident, Tarn's stock dropped more than {} percent at closing time."
    subject = Subject(claims_of((said.format(4), said.format(7))), story(text))
    assert [finding.path for finding in check_support(subject)] == [path_of(1)]


def test_a_single_word_is_known_nowhere_and_not_missed() -> None:
    assert unsaid("Euro.") == []


def test_another_language_is_not_compared_word_by_word() -> None:
    german = (
        "Die Brücke in der Stadt wurde am Donnerstag gesperrt, weil die Ingenieure Risse fanden."
    )
    assert unsaid(german) == []


def test_a_question_and_a_statement_of_few_words_about_a_long_article_are_left_alone() -> None:
    long = story(" ".join(f"The tug Marigold towed barge {n} to Lindvik." for n in range(160)))
    texts = ("She agrees.", "Who breeds penguins on the glaciers of Antarctica?")
    off = "Penguins breed on glaciers near Antarctica."
    findings = list(check_support(Subject(claims_of((*texts, off)), long)))
    assert [(f.path, f.kind) for f in findings] == [(path_of(2), "no_evidence")]


def test_what_is_put_together_from_the_words_of_many_sentences_is_not_reported() -> None:
    words = "keel rudder anchor lantern compass whistle rope barrel hatch mast plank sail bell"
    extra = "oar buoy cabin winch pulley crane hammock stove kettle"
    every = f"{words} {extra}".split()
    readings = story(" ".join(f"The {word} cost {n} crowns." for n, word in enumerate(every, 20)))
    text = f"We saw {' '.join(every)}."
    subject = Subject(claims_of((text,)), readings)
    assert not subject.relevance.is_said(text)
    assert list(check_support(subject)) == []


def test_of_a_long_text_a_statement_needs_fewer_of_the_words() -> None:
    filler = " ".join(f"Tug {n} towed a barge of gravel to the quay." for n in range(170))
    text = "Ida Lund repaired the lighthouse at Corve. The lamp burns again. It shines far out. "
    claim = "A dedicated keeper restores an abandoned beacon, a lighthouse."
    kinds = [
        [f.kind for f in check_support(Subject(claims_of([claim]), story(one)))]
        for one in (text + "He ate.", text + filler)
    ]
    assert kinds == [["no_evidence"], []]
