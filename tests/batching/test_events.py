from __future__ import annotations

import json
from pathlib import Path

from nutgraf.batching.events import Log


def test_each_event_is_a_line_of_json(tmp_path: Path) -> None:
    log = Log(tmp_path / "log.jsonl")
    log.add("done", document="a\nb.txt", seconds=1.5)
    log.add("ended")
    first, second = map(json.loads, (tmp_path / "log.jsonl").read_text().splitlines())
    assert (first["event"], first["document"], first["seconds"]) == ("done", "a\nb.txt", 1.5)
    assert second.keys() == {"at", "event", "pid"}


def test_a_log_that_cannot_be_written_ends_nothing(tmp_path: Path) -> None:
    Log(tmp_path / "nowhere" / "log.jsonl").add("done")
    assert not (tmp_path / "nowhere").exists()
