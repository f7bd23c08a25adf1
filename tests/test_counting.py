from __future__ import annotations

import pytest

from nutgraf.counting import counted


@pytest.mark.parametrize(
    ("count", "words"), [(0, "0 documents"), (1, "1 document"), (1200, "1,200 documents")]
)
def test_the_words_fit_the_number(count: int, words: str) -> None:
    assert counted(count, "document") == words


def test_a_noun_may_have_a_plural_of_its_own() -> None:
    assert counted(1, "batch", "batches") == "1 batch"
    assert counted(2, "batch", "batches") == "2 batches"
