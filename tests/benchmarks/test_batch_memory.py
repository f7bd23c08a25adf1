from __future__ import annotations

from pathlib import Path

from tests.benchmarks.batch_memory import measure, seconds_to_list, write_articles

FEW, MANY = 200, 1200
MOST_KIB = 1.0  # a document; it is 0.2, while caches fill, and 2.7 where every result is held


def test_no_document_stays_in_memory_and_what_is_left_is_soon_seen(tmp_path: Path) -> None:
    peaks = []
    for count in (FEW, MANY):
        articles, run = tmp_path / f"a{count}", tmp_path / f"r{count}"
        write_articles(articles, count)
        peak, took, documents = measure(articles, run)
        peaks.append(peak)
        assert documents == count
    assert (peaks[1] - peaks[0]) / (MANY - FEW) < MOST_KIB
    assert seconds_to_list(articles, run) < took / 4, "the articles are not read again"
