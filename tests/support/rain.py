"""Articles of one sentence, and a model on this machine that summarises them, well or badly."""

from __future__ import annotations

import json
import random
import re
from collections import Counter
from pathlib import Path

from tests.support.openai_server import Behaviour, Failure, Received, answer, status

_DAYS = re.compile(r"It rained in Arden for (\d+) days")


def write_articles(folder: Path, count: int) -> None:
    """Write so many articles, which tell of 2 days of rain, of 3, and so on."""
    folder.mkdir(exist_ok=True)
    for days in range(2, count + 2):
        (folder / f"rain-{days:06}.txt").write_text(f"It rained in Arden for {days} days.\n")


def summary(days: int) -> str:
    """Return a faultless answer about one of the articles."""
    said = {"text": f"It rained in Arden for {days} days.", "evidence": [1]}
    names = ("key_points", "events", "quotes", "entities", "figures", "open_questions", "topics")
    return json.dumps({"headline": "Rain in Arden", "gist": said, **{name: [] for name in names}})


def days_of(received: Received) -> int:
    """Return which article a request is about."""
    found = _DAYS.findall(received.messages[-1]["content"] + received.messages[1]["content"])
    return int(found[-1])


class Model:
    """Answers about the articles, and goes wrong now and then where it is told to.

    Attributes:
        good: Faultless answers that were sent, by days of rain.
    """

    def __init__(self, faults: bool = False, after_s: float = 0.0) -> None:
        self._faults = faults
        self._after_s = after_s
        self._chance = random.Random(0)
        self.good: Counter[int] = Counter()

    def __call__(self, received: Received) -> Behaviour:
        """Behave to one request."""
        days = days_of(received)
        at = self._chance.random() if self._faults else 1.0
        faults: list[tuple[float, Behaviour]] = [
            (0.05, status(429, headers={"retry-after": "0.05"})),
            (0.07, status(500)),
            (0.10, answer(summary(days)[:60], after_s=0.02)),  # broken JSON: asked again
            (0.13, answer(summary(days)[:60], finish_reason="length")),
            (0.15, Failure.DROP),
            (0.17, Failure.TEAR),
        ]
        for until, fault in faults:
            if at < until:
                return fault
        self.good[days] += 1
        slow = 0.3 if at < 0.2 else self._after_s
        return answer(summary(days), after_s=slow)
