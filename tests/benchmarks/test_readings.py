from __future__ import annotations

from tests.benchmarks.readings import READINGS, cpu_ms, text_of_words
from tests.support.articles import BRIDGE


def test_a_text_is_repeated_until_it_has_the_words_asked_for() -> None:
    text = text_of_words([BRIDGE.text], 2_000)
    assert len(text.split()) == 2_000


def test_the_readings_of_a_long_text_cost_what_its_length_makes_them_cost() -> None:
    # Twenty times the words; a quadratic reading would cost 400 times as much.
    short = cpu_ms(text_of_words([BRIDGE.text], 500))
    long = cpu_ms(text_of_words([BRIDGE.text], 10_000), runs=1)
    assert short.keys() == set(READINGS)
    assert sum(long.values()) < 100 * sum(short.values())
