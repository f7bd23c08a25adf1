from __future__ import annotations

from nutgraf.batching.failing import Deaths


def test_so_many_deaths_in_a_row_end_the_run_and_one_document_done_between_them_does_not() -> None:
    deaths = Deaths("workers", "look at the log")
    assert [deaths.after(finished) for finished in (0, 0, 0, 0, 0, 0, 0, 1, 1)] == [None] * 9
    rest = [deaths.after(finished=1) for _ in range(6)]
    assert rest[:5] == [None] * 5
    assert str(rest[5]) == "8 workers died in a row without a document done: look at the log"
