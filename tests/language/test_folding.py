"""Folded search: what is found, under which rule, and where exactly."""

# ruff: noqa: RUF001 - typographic marks are what these tests are about

import time

import pytest
from hypothesis import assume, example, given
from hypothesis import strategies as st

from nutgraf.article import Span
from nutgraf.language.folding import Folded
from nutgraf.language.folding_rules import fold, without_brackets

BRIDGE = (
    "“We’ve built the bridge twice – and twice the river took it,” said Orla Keane, who runs the "
    "port. The third bridge, she said, will stand on steel piles driven thirty metres into rock."
)


def found(text: str, needle: str) -> str | None:
    span = Folded(text).find(needle)
    return span.of(text) if span else None


@pytest.mark.parametrize(
    ("text", "needle", "expected"),
    [
        ("She said ‘no’ twice.", "'no'", "‘no’"),
        ("He said “go home”.", '"go home"', "“go home”"),
        ("the bridge—the third", "bridge - the", "bridge—the"),
        ("the bridge -- the third", "bridge–the", "bridge -- the"),
        ("a soft\u00adhyphen here", "softhyphen", "soft\u00adhyphen"),
        ("zero\u200bwidth", "zerowidth", "zero\u200bwidth"),
        ("one\n  two\u00a0three", "one two three", "one\n  two\u00a0three"),
        ("the cafe\u0301 closed", "café", "cafe\u0301"),
        ("the café closed", "cafe\u0301", "café"),
        ("the cafe\u0301 closed", "cafe", None),
        ("an o\ufb03ce block", "office", "o\ufb03ce"),
        ("well … maybe", "well... maybe", "well … maybe"),
        ("well . . . maybe", "well…maybe", "well . . . maybe"),
        ("Ａｃｍｅ　１２", "Acme 12", "Ａｃｍｅ　１２"),
        ("10 \u212b wide", "10 \u00c5 wide", "10 \u212b wide"),
        ("한국 사람", "한국", "한국"),
        ("👩🏽‍🚀 flew e\u0301 twice", "é twice", "e\u0301 twice"),
        ("قال الوزير «نعم»", '"نعم"', "«نعم»"),
        ("plain", "absent", None),
        ("plain", "  ", None),
    ],
)
def test_printed_differences_do_not_hide_words(
    text: str, needle: str, expected: str | None
) -> None:
    assert found(text, needle) == expected


def test_case_counts_unless_it_is_ignored() -> None:
    assert Folded("The River").find("the river") is None
    assert Folded("The River", ignore_case=True).find("the river") == Span(0, 9)
    assert Folded("Die STRASSE und Straße", ignore_case=True).find_all("straße") == (
        Span(4, 11),
        Span(16, 22),
    )


def test_all_places_are_found_without_overlaps() -> None:
    assert Folded("aaa aa").find_all("aa") == (Span(0, 2), Span(4, 6))


@pytest.mark.parametrize(
    ("text", "needle", "count"),
    [
        ("art in a party, Art; art.", "art", 2),
        ("5 of 25, 2.5, 5,000 and 5.", "5", 2),
        ("Keane’s and Keane", "Keane", 2),
        ("cafe\u0331 and cafe", "cafe", 1),
        ("双方于北京签署协议", "北京", 1),
        ("김정은은 말했다", "김정은", 1),
        ("カメラとアメラ", "メラ", 0),
        ("", "art", 0),
        ("कि और क", "क", 1),
    ],
)
def test_whole_words_only(text: str, needle: str, count: int) -> None:
    assert len(Folded(text).find_all(needle, words=True)) == count


def test_the_closest_words_are_found_with_their_ends() -> None:
    match = Folded(BRIDGE).closest("twice the flood took it, said Orla Keane")
    assert match is not None
    assert match.span.of(BRIDGE) == "twice the river took it,” said Orla Keane"
    assert 0.8 < match.similarity < 0.9


def test_equal_words_have_similarity_one() -> None:
    match = Folded(BRIDGE).closest("the river took it")
    assert match is not None
    assert (match.span.of(BRIDGE), match.similarity) == ("the river took it", 1)


def test_the_closest_words_widen_to_whole_words() -> None:
    match = Folded(BRIDGE).closest("iles driven thirty metres into roc")
    assert match is not None
    assert match.span.of(BRIDGE) == "piles driven thirty metres into rock"


def test_a_search_within_a_span_stays_there() -> None:
    text = "The river took it all at night. The river took it all at noon."
    second = Span(text.index("The river", 5), len(text))
    match = Folded(text).closest("The river took it all", within=second)
    assert match is not None
    assert second.contains(match.span)


def test_bounds_inside_folded_stretches_are_mapped() -> None:
    text = "well . . . the river took\u00ad\u00ad it all away"
    match = Folded(text).closest("the river took it all", within=Span(6, 26))
    assert match is None or Span(5, 26).contains(match.span)


def test_few_words_and_strangers_have_no_closest_place() -> None:
    assert Folded(BRIDGE).closest("the river took") is None
    assert Folded(BRIDGE).closest("nobody in this valley ever spoke of ferries") is None
    assert Folded("").closest("the river took it all") is None


def test_a_needle_of_many_symbols_can_be_searched() -> None:
    letters = "".join(map(chr, range(0x4E00, 0x4E00 + 400)))
    match = Folded(f"前{letters}後").closest(letters)
    assert match is not None
    assert match.similarity == 1


@pytest.mark.parametrize(
    ("words", "rule", "span"),
    [
        ("will stand on steel piles", "exact", "will stand on steel piles"),
        ("We've built the bridge twice", "folded", "We’ve built the bridge twice"),
        ('"The third bridge, she said."', "folded", "The third bridge, she said"),
        ("“the river took it.”", "folded", "the river took it"),
        ("[t]he third bridge", "bracketed", "The third bridge"),
        ("[Keane] runs the port. The third", "bracketed", "runs the port. The third"),
        ("will stand on [the] steel piles", "bracketed", "will stand on steel piles"),
        ("We’ve built the bridge … the river took it", "elided", None),
        ("The third bridge [...] will stand on steel", "elided", None),
        ("will stand on steel pillars", "approximate", "will stand on steel piles"),
    ],
)
def test_a_quotation_is_found_under_the_strictest_rule(
    words: str, rule: str, span: str | None
) -> None:
    match = Folded(BRIDGE).find_quotation(words)
    assert match is not None
    assert match.rule == rule
    assert span is None or match.span.of(BRIDGE) == span
    assert (match.similarity < 1) == (rule == "approximate")


def test_an_elision_spans_from_its_first_word_to_its_last() -> None:
    match = Folded(BRIDGE).find_quotation("built the bridge ... took it")
    assert match is not None
    assert match.span.of(BRIDGE) == "built the bridge twice – and twice the river took it"


@pytest.mark.parametrize(
    "words", ["We agreed to wait", "[W]e agreed to wait", "[w]e agreed to wait"]
)
def test_brackets_in_the_text_itself_are_seen_through(words: str) -> None:
    text = "“[W]e agreed to wait,” she said."
    match = Folded(text).find_quotation(words)
    assert match is not None
    assert match.span.of(text) == "[W]e agreed to wait"


@pytest.mark.parametrize(
    "words",
    [
        "",
        " ",
        "…",
        "[]",
        "ridge",
        "art",
        "took ... port",
        "[She] runs",
        "the ferry ... metres into rock",
    ],
)
def test_words_that_are_not_there_are_not_found(words: str) -> None:
    assert Folded(BRIDGE).find_quotation(words) is None


def test_parts_of_an_elision_must_stand_in_order_and_near() -> None:
    assert Folded(BRIDGE).find_quotation("thirty metres into rock ... built the bridge") is None
    far = f"They built the bridge. {'It rained all day. ' * 60}Then the river rose."
    assert Folded(far).find_quotation("They built the bridge ... the river rose") is None


def test_a_later_place_counts_where_the_first_has_no_second_part() -> None:
    text = (
        f"The river rose at dawn. {'Rain fell on us. ' * 60}The river rose. Roads closed at noon."
    )
    match = Folded(text).find_quotation("The river rose ... closed at noon")
    assert match is not None
    assert match.span.of(text) == "The river rose. Roads closed at noon"


SAMPLES = st.lists(
    st.sampled_from(
        [
            *"aeEzİß5 -–—.…,'’\"“«[]()\n\t\u00a0\u00ad\u200b\u0301\u0323\ufe0fÅéﬁ中가नि😀ا",
            "\u1112\u1161\u11ab",
            " - ",
            ". . .",
            "word ",
            "[W]e ",
        ],
    ),
    max_size=40,
).map("".join)


@given(SAMPLES | st.text(), SAMPLES | st.text(max_size=8), st.booleans())
def test_searching_never_raises_and_stays_inside(text: str, needle: str, ignore_case: bool) -> None:
    folded = Folded(text, ignore_case=ignore_case)
    spans = [folded.find(needle), *folded.find_all(needle, words=True)]
    matches = [folded.find_quotation(needle), folded.closest(f"{needle} of the old bridge")]
    spans += [match.span for match in matches if match]
    assert all(0 <= span.start < span.end <= len(text) for span in spans if span)


@given(st.data(), SAMPLES, st.booleans())
def test_every_slice_is_found_and_says_the_same(
    data: st.DataObject, text: str, ignore_case: bool
) -> None:
    cuts = st.integers(0, len(text))
    start, end = sorted((data.draw(cuts), data.draw(cuts)))
    whole = fold(text, ignore_case=ignore_case)[0]
    pieces = [
        fold(p, ignore_case=ignore_case)[0] for p in (text[:start], text[start:end], text[end:])
    ]
    needle = pieces[1].strip(" ")
    # A cut within a letter and its accents, or within an ellipsis, makes other words of it.
    assume(needle and needle in whole)
    span = Folded(text, ignore_case=ignore_case).find(text[start:end])
    assert span is not None
    assert needle in fold(span.of(text), ignore_case=ignore_case)[0]


@given(
    st.lists(st.sampled_from(["river", "café", "“steel”", "中文", "👩🏽‍🚀", "well…"]), min_size=1)
)
def test_every_run_of_words_is_found_exactly(parts: list[str]) -> None:
    text = "  ".join(parts)
    first = parts[: (len(parts) + 1) // 2]
    assert Folded(text).find(" ".join(first)) == Span(0, len("  ".join(first)))


@given(SAMPLES, st.booleans())
def test_the_way_back_never_turns(text: str, ignore_case: bool) -> None:
    folded, steps = fold(text, ignore_case=ignore_case)
    view = [(position, position + 1) for position in range(len(folded))]
    for step in reversed(steps):
        view = [step.back(*bounds) for bounds in view]
    assert view == sorted(view)
    assert all(0 <= start < end <= len(text) for start, end in view)


@given(SAMPLES)
@example(".  .")
def test_folding_twice_folds_no_further(text: str) -> None:
    folded = fold(text)[0]
    assert fold(folded)[0] == folded


def test_case_folding_of_other_scripts_is_undone_on_the_way_back() -> None:
    text = "In İZMİR, Ǆ and ΑΘΗΝΑΣ"
    assert Folded(text, ignore_case=True).find("αθηνας") == Span(16, 22)


def test_brackets_are_dropped_as_a_further_step() -> None:
    text, steps = without_brackets("[W]e agreed")
    assert text == "We agreed"
    assert steps[0].back(0, 2) == (1, 4)


def test_an_ascii_text_without_runs_needs_no_steps() -> None:
    assert fold("Plain words, and no more.") == ("Plain words, and no more.", ())


@pytest.mark.parametrize("unit", [" ", "- ", ". ", " .", "…", "e\u0301", "[", "a ... b ", "\u00ad"])
def test_time_is_linear_on_one_huge_line(unit: str) -> None:
    text = unit * (30_000 // len(unit))
    started = time.perf_counter()
    Folded(text).find_quotation("[W]e built ... the bridge [there] in May")
    assert time.perf_counter() - started < 2  # a quadratic scan takes minutes


@given(SAMPLES)
def test_the_way_forth_undoes_the_way_back(text: str) -> None:
    for step in fold(text)[1]:
        length = step.new_ends[-1] + 3
        starts = [step.back(position, position + 1)[0] for position in range(length)]
        assert starts == sorted(starts)
        assert all(step.forth(start) <= position for position, start in enumerate(starts))
        assert all(
            step.back(step.forth(end), step.forth(end) + 1)[0] >= end for end in step.old_ends
        )
