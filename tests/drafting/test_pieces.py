from __future__ import annotations

from pydantic import BaseModel

from nutgraf.drafting.pieces import Piece, failing_pieces, withdrawal
from nutgraf.llm.wire import wire_schema
from nutgraf.schema import Citation, Evidence, Mention, When
from nutgraf.schema.result import Finding
from nutgraf.schema.tree import DROPPED


class Point(BaseModel):
    text: str
    remarks: list[str]
    place: Mention | None
    kind: int
    evidence: Evidence


class Summary(BaseModel):
    title: str
    on: When | None
    points: list[Point]


class Flat(BaseModel):
    claim: str
    evidence: Evidence


POINT = Point(
    text="One.",
    remarks=["a", "b"],
    place=Mention(text="Arden"),
    kind=1,
    evidence=(Citation(sentence=1),),
)
SUMMARY = Summary(title="A", on=When(text="Friday"), points=[POINT])


def wrong(*paths: str) -> list[Finding]:
    return [Finding(path=p, kind="number", severity="error", message=f"at {p}") for p in paths]


def pieces(*paths: str) -> list[Piece]:
    return list(failing_pieces(SUMMARY, wrong(*paths)))


def test_a_field_type_is_a_piece_of_its_own() -> None:
    [piece] = pieces("points[0].place")
    assert piece.paths == ("points[0].place",)
    assert piece.described("part_1").splitlines() == [
        'part_1, at points[0].place, is now "Arden"',
        (
            'it belongs to {"text": "One.", "remarks": ["a", "b"], "place": "Arden", "kind": 1, '
            '"evidence": [1]}'
        ),
        "wrong: at points[0].place",
    ]


def test_a_statement_goes_together_with_its_evidence() -> None:
    for path in ("points[0].text", "points[0].evidence", "points[0].evidence[0]"):
        [piece] = pieces(path)
        assert piece.paths == ("points[0].text", "points[0].evidence")
        assert 'is now {"text": "One.", "evidence": [1]}' in piece.described("part_1")


def test_what_is_asked_for_a_statement_keeps_the_bounds_of_its_fields() -> None:
    [piece] = pieces("points[0].text")

    class Answer(BaseModel):
        part_1: piece.annotation()  # type: ignore[valid-type]  # a type made at run time

    [asked, null] = wire_schema(Answer)["properties"]["part_1"]["anyOf"]
    assert null == {"type": "null"}
    assert list(asked["properties"]) == ["text", "evidence"]
    assert asked["properties"]["evidence"]["maxItems"] == 3


def test_one_of_a_list_of_texts_is_a_piece_of_its_own() -> None:
    [piece] = pieces("points[0].remarks[1]")
    assert piece.paths == ("points[0].remarks[1]",)
    assert piece.changes("c") == {"points[0].remarks[1]": "c"}


def test_a_field_of_the_summary_itself_has_nothing_it_belongs_to() -> None:
    [title] = pieces("title")
    assert title.described("part_1") == 'part_1, at title, is now "A"\nwrong: at title'
    assert title.said() == '"A"'


def test_a_statement_of_the_summary_itself_is_found_by_its_words() -> None:
    flat = Flat(claim="It rained.", evidence=(Citation(sentence=9),))
    [piece] = failing_pieces(flat, wrong("evidence[0]"))
    assert piece.paths == ("claim", "evidence")
    assert piece.said() == '{"claim": "It rained.", "evidence": [9]}'


def test_pieces_come_in_the_order_of_the_summary_with_all_that_is_wrong() -> None:
    found = pieces("points[0].evidence[0]", "title", "points[0].text", "nowhere")
    assert [piece.paths[0] for piece in found] == ["title", "points[0].text"]
    assert len(found[1].findings) == 2


def test_how_something_is_taken_back() -> None:
    def how(path: str) -> tuple[str, object, str] | None:
        back = withdrawal(SUMMARY, path)
        return (back.path, back.value, back.told_at) if back else None

    assert how("points[0].remarks[1]") == ("points[0].remarks[1]", DROPPED, "points[0].remarks")
    assert how("points[0].place") == ("points[0].place", None, "points[0].place")
    assert how("points[0].text") == ("points[0]", DROPPED, "points")
    assert how("points[0].evidence") == ("points[0]", DROPPED, "points")
    assert how("on") == ("on", None, "on")
    assert how("title") is None
