"""Our labelled articles hold what their guide asks for; and what is wrong in a label is said."""

from __future__ import annotations

from collections import Counter
from functools import cache
from pathlib import Path
from typing import Any, get_args

import pytest
import yaml

from nutgraf.errors import ArticleError, FixtureError
from nutgraf.evals.fixtures import Fixture, load_fixture, load_fixtures, quotes
from nutgraf.evals.labels import Fault, Quote
from nutgraf.language.dates.periods import is_iso

FOLDER = Path(__file__).parents[2] / "evals" / "fixtures"
IDS = sorted(path.parent.name for path in FOLDER.glob("*/labels.yaml"))
ARTICLE = """Title: Bridge stays shut
Date: 2026-03-12

The bridge at Holm stays shut, the mayor, Ada Lund, said on Thursday. It may open on Monday.

Lund denied that it was unsafe. “It is not unsafe,” she said.
"""


@cache
def loaded(name: str) -> Fixture:
    return load_fixture(FOLDER / name)


@pytest.fixture(params=IDS)
def fixture(request: pytest.FixtureRequest) -> Fixture:
    return loaded(str(request.param))


def labels(**changed: object) -> dict[str, Any]:  # Any: what YAML holds
    facts = [
        {
            "id": f"fact-{n}",
            "importance": "must",
            "statement": "The bridge at Holm stays shut.",
            "evidence": ["stays shut"],
            "needs": ["shut|closed"],
        }
        for n in range(3)
    ]
    trap = {
        "statement": "The bridge opened on Monday.",
        "fault": "status",
        "why": "It may open on Monday.",
        "evidence": ["It may open on Monday"],
        "of": "fact-1",
    }
    whole: dict[str, Any] = {
        "article": "article.txt",
        "desk": "local",
        "form": "news",
        "language": "en",
        "title": "Bridge stays shut",
        "published": "2026-03-12",
        "hard": [],
        "gists": ["The bridge at Holm stays shut."],
        "key_facts": facts,
        "events": [],
        "entities": [{"name": "Ada Lund", "kind": "person", "salience": "main"}],
        "quotations": [{"words": "It is not unsafe,", "speaker": "Ada Lund"}],
        "figures": [],
        "open_questions": [{"question": "When will it open?", "evidence": ["It may open"]}],
        "traps": [trap, trap, trap],
    }
    return whole | changed


def written(home: Path, content: object) -> Path:
    home.mkdir(exist_ok=True)
    (home / "article.txt").write_text(ARTICLE, encoding="utf-8")
    text = content if isinstance(content, str) else yaml.safe_dump(content, allow_unicode=True)
    (home / "labels.yaml").write_text(text, encoding="utf-8")
    return home


# The fixtures themselves.


def test_there_are_as_many_as_a_gate_needs() -> None:
    assert len(IDS) >= 24
    assert [loaded(name).id for name in IDS] == IDS


def test_every_kind_of_fault_is_laid_often_enough_to_count() -> None:
    laid = Counter(trap.fault for name in IDS for trap in loaded(name).labels.traps)
    assert {fault: laid[fault] for fault in get_args(Fault) if laid[fault] < 6} == {}


def test_no_two_fixtures_tell_the_same_story() -> None:
    gists = [gist for name in IDS for gist in loaded(name).labels.gists]
    articles = [loaded(name).readings.article.digest for name in IDS]
    assert len(set(gists)) == len(gists)
    assert len(set(articles)) == len(articles)


def test_what_the_article_says_about_itself_is_read(fixture: Fixture) -> None:
    article = fixture.readings.article
    assert article.title == fixture.labels.title
    assert article.published == fixture.labels.published


def test_a_true_statement_says_what_it_is_asked_to_say(fixture: Fixture) -> None:
    unsaid = [
        (fact.id, need)
        for fact in fixture.labels.key_facts
        for need in fact.needs
        if not any(word.casefold() in fact.statement.casefold() for word in need.split("|"))
    ]
    assert unsaid == []


def test_true_statements_are_in_other_words_than_the_articles(fixture: Fixture) -> None:
    made = [*fixture.labels.gists, *(fact.statement for fact in fixture.labels.key_facts)]
    assert [one for one in made if one.strip(".") in fixture.readings.article.text] == []


def test_names_are_as_printed(fixture: Fixture) -> None:
    text = fixture.readings.article.text
    names = [name for e in fixture.labels.entities for name in (e.name, *e.aliases)]
    names += [q.speaker for q in fixture.labels.quotations if q.speaker]
    assert [name for name in names if name not in text] == []


def test_each_piece_of_evidence_stands_in_one_sentence(fixture: Fixture) -> None:
    known = fixture.labels
    evidence = [quoted for fact in known.key_facts for quoted in fact.evidence]
    evidence += [quoted for event in known.events for quoted in event.evidence]
    evidence += [quoted for question in known.open_questions for quoted in question.evidence]
    evidence += [quoted for trap in known.traps for quoted in trap.evidence]
    assert [quoted for quoted in evidence if len(fixture.sentences([quoted])) != 1] == []


def test_dates_are_iso_8601(fixture: Fixture) -> None:
    dates = [event.date for event in fixture.labels.events if event.date]
    assert [date for date in dates if not is_iso(date)] == []


def test_musts_are_few_and_traps_are_various(fixture: Fixture) -> None:
    musts = [fact for fact in fixture.labels.key_facts if fact.importance == "must"]
    assert 3 <= len(musts) <= 7
    assert len({trap.fault for trap in fixture.labels.traps}) >= 6


def test_quotations_come_in_reading_order(fixture: Fixture) -> None:
    starts = [fixture.span(quotation.words).start for quotation in fixture.labels.quotations]
    assert starts == sorted(starts)


# Finding what labels quote.


def test_quoted_words_are_found_and_so_are_their_sentences(tmp_path: Path) -> None:
    found = load_fixture(written(tmp_path / "bridge", labels()))
    assert found.id == "bridge"
    assert found.span("It may open").of(found.readings.article.text) == "It may open"
    assert found.sentences(["It is not unsafe", "It may open", "may open on Monday"]) == (2, 4)


def test_an_occurrence_is_counted_from_one(tmp_path: Path) -> None:
    found = load_fixture(written(tmp_path, labels()))
    first = found.span(Quote(quote="unsafe"))
    second = found.span(Quote(quote="unsafe", occurrence=2))
    assert found.sentences([Quote(quote="unsafe", occurrence=2)]) == (4,)
    assert first < second
    with pytest.raises(FixtureError, match="'unsafe' occurs only 2 times"):
        found.span(Quote(quote="unsafe", occurrence=3))


def test_all_that_is_quoted_is_looked_for(tmp_path: Path) -> None:
    event = {"what": "It opens.", "date": None, "status": "possible", "evidence": ["may open"]}
    figure = {"text": "Thursday", "value": 1, "unit": None, "of": "nothing"}
    found = load_fixture(written(tmp_path, labels(events=[event], figures=[figure])))
    assert sorted(map(str, quotes(found.labels))) == sorted(
        ["stays shut"] * 3
        + ["may open", "It may open", "It is not unsafe,", "Thursday"]
        + ["It may open on Monday"] * 3
    )


# What is wrong in labels.


def test_words_that_the_article_lacks_are_named(tmp_path: Path) -> None:
    wrong = labels(quotations=[{"words": "It is unsafe", "speaker": "Ada Lund"}])
    with pytest.raises(FixtureError, match="does not have the words 'It is unsafe'"):
        load_fixture(written(tmp_path, wrong))


def test_words_that_occur_twice_must_say_which(tmp_path: Path) -> None:
    wrong = labels(quotations=[{"words": "unsafe", "speaker": "Ada Lund"}])
    with pytest.raises(FixtureError, match="'unsafe' occurs 2 times; quote more, or say which"):
        load_fixture(written(tmp_path, wrong))


@pytest.mark.parametrize(
    ("changed", "message"),
    [
        ({"colour": "red"}, "colour: Extra inputs are not permitted"),
        ({"form": "poem"}, "form: Input should be 'news'"),
        ({"gists": []}, "gists: "),
        ({"key_facts": labels()["key_facts"][:1] * 3}, "it: .*two key facts have the same id"),
        (
            {"traps": [labels()["traps"][0] | {"of": "fact-9"}] * 3},
            "'fact-9', which does not exist",
        ),
        (
            {"traps": [labels()["traps"][0] | {"fault": "spelling"}] * 3},
            "traps.0.fault: Input should be 'number'",
        ),
    ],
)
def test_what_does_not_fit_is_refused(
    tmp_path: Path, changed: dict[str, object], message: str
) -> None:
    with pytest.raises(FixtureError, match=message):
        load_fixture(written(tmp_path, labels(**changed)))


@pytest.mark.parametrize("role", [{"who": ["Bo Holm"]}, {"where": "Bo Holm"}])
def test_an_event_names_entities_only(tmp_path: Path, role: dict[str, object]) -> None:
    event = {"what": "It opens.", "date": None, "status": "possible", "evidence": ["may open"]}
    known = {"name": "Ada Lund", "kind": "person", "salience": "main", "aliases": ["Lund"]}
    fits = event | {"who": ["Lund"], "where": "Ada Lund"}
    assert load_fixture(written(tmp_path, labels(events=[fits], entities=[known]))).labels.events
    with pytest.raises(FixtureError, match="an event names 'Bo Holm', which is not among"):
        load_fixture(written(tmp_path, labels(events=[event | role], entities=[known])))


def test_a_file_with_much_wrong_shows_its_first_faults(tmp_path: Path) -> None:
    with pytest.raises(FixtureError) as raised:
        load_fixture(written(tmp_path, {"article": "article.txt"}))
    assert str(raised.value).count("Field required") == 5


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ("article: a\nform: [news", r"labels.yaml, line 2: is not YAML"),
        ("article: \x07", r"labels.yaml: is not YAML"),
        ("", r"labels.yaml: it: Input should be a valid dictionary"),
    ],
)
def test_bad_yaml_is_told_with_its_line_where_it_has_one(
    tmp_path: Path, content: str, message: str
) -> None:
    with pytest.raises(FixtureError, match=message):
        load_fixture(written(tmp_path, content))


def test_labels_that_cannot_be_read_are_told(tmp_path: Path) -> None:
    with pytest.raises(FixtureError, match=r"cannot be read as UTF-8 \(FileNotFoundError\)"):
        load_fixture(tmp_path)
    (written(tmp_path, labels()) / "labels.yaml").write_bytes(b"desk: caf\xe9")
    with pytest.raises(FixtureError, match=r"cannot be read as UTF-8 \(UnicodeDecodeError\)"):
        load_fixture(tmp_path)


def test_an_article_that_is_missing_is_told(tmp_path: Path) -> None:
    with pytest.raises(ArticleError, match=r"elsewhere\.txt"):
        load_fixture(written(tmp_path, labels(article="elsewhere.txt")))


def test_a_folder_gives_its_fixtures_by_name(tmp_path: Path) -> None:
    for name in ("b-second", "a-first"):
        written(tmp_path / name, labels())
    (tmp_path / "c-not-one").mkdir()
    assert [fixture.id for fixture in load_fixtures(tmp_path)] == ["a-first", "b-second"]


def test_a_folder_without_fixtures_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(FixtureError, match=r"has no folder with a labels\.yaml"):
        load_fixtures(tmp_path)
