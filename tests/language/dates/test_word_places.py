"""The words of a text are found by their place, with those that follow them."""

from nutgraf.language.dates.word_places import WordPlaces


def test_words_are_looked_up_by_their_place() -> None:
    places = WordPlaces("On the 14th of May")
    assert places.words == ["on", "the", "#", "th", "of", "may"]
    assert places.starts == [0, 3, 7, 9, 12, 15]
    assert [places.at(offset) for offset in (0, 1, 7, 99)] == [0, 1, 2, 6]
    assert [places.head(index) for index in (0, 1, 5, 6)] == ["on", "#", "may", ""]


def test_words_are_looked_for_as_far_as_a_rule_reaches() -> None:
    places = WordPlaces("a b c d e f g h i")
    assert places.ahead(0) == frozenset("abcdefgh")
    assert places.ahead(7) == frozenset("hi")
