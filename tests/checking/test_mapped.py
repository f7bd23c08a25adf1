from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from nutgraf.article import Span
from nutgraf.checking.mapped import Mapped, joined

TEXTS = st.text(alphabet="ab \n\U0001f6a2", max_size=30)


def test_a_whole_text_stands_where_it_stands() -> None:
    whole = Mapped.whole("The ship sails.")
    assert whole.span == Span(0, 15)
    assert whole.source_of(Span(4, 8)) == Span(4, 8)


def test_what_is_taken_out_counts_in_the_places_of_the_rest() -> None:
    less = Mapped.whole("The [3] ship.").without([Span(3, 7)])
    assert less.text == "The ship."
    assert less.source_of(Span(4, 8)) == Span(8, 12)
    assert less.source_of(Span(0, 8)) == Span(0, 12)


def test_taking_nothing_out_gives_the_text_itself() -> None:
    whole = Mapped.whole("The ship.")
    assert whole.without([]) is whole


def test_a_blank_part_is_cut_to_nothing() -> None:
    assert Mapped.whole("ab   cd").cut(2, 5).text == ""


def test_joined_parts_keep_their_places() -> None:
    whole = Mapped.whole("> one\n> two")
    both = joined([whole.cut(2, 5), Mapped(" ", (5,), (6,)), whole.cut(8, 11)])
    assert both.text == "one two"
    assert both.source_of(Span(4, 7)) == Span(8, 11)


@given(text=TEXTS, start=st.integers(0, 30), length=st.integers(0, 30))
def test_every_character_of_a_part_is_that_of_its_place(text: str, start: int, length: int) -> None:
    part = Mapped.whole(text).cut(start, start + length)
    assert part.text == text[start : start + length].strip()
    assert "".join(text[at] for at in part.starts) == part.text
    assert [end - at for at, end in zip(part.starts, part.ends, strict=True)] == [1] * len(
        part.text
    )
