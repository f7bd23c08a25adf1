"""Records of a corpus become cases: what people marked is there, what nobody marked is None."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from tests.support.suites import cluster, record, write_corpus

from nutgraf.errors import ArticleError, FixtureError
from nutgraf.evals.case import Case, ExpectedEntity
from nutgraf.evals.corpora import case_of_record, read_corpus


def case_of(**changed: object) -> Case:
    return case_of_record(json.dumps(record(**changed)).encode(), "line 1")


def entities_of(*clusters: dict[str, Any]) -> tuple[ExpectedEntity, ...]:
    found = case_of(entities=list(clusters)).expected.entities
    assert found is not None
    return found


def test_the_article_is_the_text_as_it_is() -> None:
    article = case_of().readings.article
    assert article.text == record()["text"]
    assert (article.title, article.published) == ("A bridge", date(2026, 3, 12))
    assert article.source == "doc-1"


@pytest.mark.parametrize("published", [None, "2026", "2026-03", "2026-02-30"])
def test_a_publication_that_is_no_day_is_unknown(published: str | None) -> None:
    assert case_of(published=published).readings.article.published is None


def test_only_what_people_wrote_is_a_reference() -> None:
    assert case_of().expected.gists == ("A bridge is shut.",)
    assert case_of(summaries=[{"text": "By a model.", "human": False}]).expected.gists is None


def test_named_clusters_are_entities_and_times_and_descriptions_are_not() -> None:
    entities = case_of().expected.entities or ()
    assert [(e.name, e.kind, e.salience) for e in entities] == [
        ("Ruth Ekman", "person", "main"),
        ("Kell Street", "place", "supporting"),
    ]


def test_aliases_are_the_mentions_that_are_names() -> None:
    ruth, street = case_of().expected.entities or ()
    assert ruth.aliases == ("Mayor Ruth Ekman", "Ekman")
    assert street.aliases == ()


def test_a_name_that_begins_with_an_a_stays_whole() -> None:
    [one] = entities_of(cluster("Ada", "person", 0, "LA Weekly's", "an Ada Lund", "Bank of Ada"))
    assert one.aliases == ("LA Weekly", "Ada Lund", "Bank of Ada")


@pytest.mark.parametrize(
    ("kind", "ours"), [("organization", "organization"), ("Location", "place"), ("event", "other")]
)
def test_kinds_that_the_schema_does_not_have_are_other(kind: str, ours: str) -> None:
    [one] = entities_of(cluster("Elm", kind, 0))
    assert one.kind == ours


def test_a_kind_that_nobody_marked_is_none() -> None:
    [one] = entities_of(cluster("Elm", "", 0))
    assert one.kind is None


@pytest.mark.parametrize(
    ("summaries", "salience"),
    [(0, "passing"), (1, "supporting"), (3, "supporting"), (4, "main"), (5, "main")],
)
def test_salience_is_in_how_many_summaries_it_is(summaries: int, salience: str) -> None:
    [one] = entities_of(cluster("Elm", "place", summaries))
    assert one.salience == salience


def test_where_salience_is_not_marked_all_weigh_alike() -> None:
    [one] = entities_of({"name": "Elm", "type": "place"})
    assert one.salience == "supporting"


def test_a_quotation_has_its_place_and_its_speakers_names() -> None:
    case = case_of()
    [quote] = case.expected.quotes or ()
    assert quote.span.of(case.readings.article.text) == "It stays shut,"
    assert quote.speaker == "Mayor Ruth Ekman"
    assert quote.aliases == ("Ruth Ekman", "Ekman")


def test_a_speaker_that_is_no_entity_has_no_other_names() -> None:
    quote = record()["quotes"][0] | {"speaker_entity": 999}
    nobody = quote | {"speaker": None, "speaker_entity": None}
    found = case_of(quotes=[quote, nobody]).expected.quotes or ()
    assert [(one.speaker, one.aliases) for one in found] == [("Mayor Ruth Ekman", ()), (None, ())]


def test_a_speaker_without_a_name_of_its_own_keeps_only_its_aliases() -> None:
    speaker = cluster("officials", "person", 1, "Police", named=False)
    quote = record()["quotes"][0] | {"speaker": "officials", "speaker_entity": len("officials")}
    [found] = case_of(entities=[speaker], quotes=[quote]).expected.quotes or ()
    assert found.aliases == ("Police",)


def test_dates_without_a_value_are_left_out() -> None:
    [one] = case_of().expected.dates or ()
    assert one.value == "2026-03-12"


def test_what_a_record_lacks_nobody_labelled() -> None:
    bare = {"id": "doc-2", "text": "The bridge is shut, and nobody knows why."}
    case = case_of_record(json.dumps(bare).encode(), "line 1")
    expected = case.expected
    assert (expected.gists, expected.entities, expected.quotes, expected.dates) == (None,) * 4
    assert (expected.facts, expected.events, expected.traps, expected.figures) == (None,) * 4
    assert case.tags == {"language": "en"}


def test_tags_are_what_the_record_says_of_itself() -> None:
    tags = {"corpus": "made-up", "genre": "news", "language": "en", "partition": "dev"}
    assert case_of(partition="dev").tags == tags


def test_the_digest_changes_with_text_and_labels_only() -> None:
    digests = {
        case_of().digest,
        case_of(title="Another").digest,
        case_of(entities=[]).digest,
        case_of(genre="voyage").digest,
    }
    assert len(digests) == 4
    assert case_of(licence="CC0").digest == case_of().digest


@pytest.mark.parametrize(
    ("changed", "message"),
    [
        ({"id": ""}, "line 1: is no record of a corpus: id: "),
        ({"text": None}, "text: Input should be a valid string"),
        ({"dates": [{"start": 3, "end": 3, "value": "2026"}]}, "a label from 3 to 3"),
        ({"quotes": [{"start": 0, "end": 9999, "speaker": None}]}, "a label from 0 to 9999"),
    ],
)
def test_a_record_that_does_not_fit_is_refused(changed: dict[str, object], message: str) -> None:
    with pytest.raises(FixtureError, match=message):
        case_of(**changed)


def test_a_blank_text_is_refused() -> None:
    with pytest.raises(ArticleError, match="doc-1"):
        case_of(text="  ", quotes=None, dates=None)


def test_the_lines_of_a_file_are_its_cases(tmp_path: Path) -> None:
    path = write_corpus(tmp_path / "data.jsonl", record(), record(id="doc-2"))
    assert [case.id for case in read_corpus(path)] == ["doc-1", "doc-2"]


def test_a_line_that_is_no_json_is_named(tmp_path: Path) -> None:
    path = write_corpus(tmp_path / "data.jsonl", record())
    path.write_text(path.read_text(encoding="utf-8") + "{not json\n", encoding="utf-8")
    with pytest.raises(FixtureError, match=r"data\.jsonl, line 3: is no record"):
        list(read_corpus(path))


def test_a_file_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(FixtureError, match=r"cannot be read \(FileNotFoundError\)"):
        list(read_corpus(tmp_path / "data.jsonl"))
