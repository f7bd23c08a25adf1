"""What the readings of an article cost, and whether that grows with the length alone.

    python tests/benchmarks/readings.py [SQUALITY/data.jsonl]

CPU milliseconds of each reading of 1,500 words and of 30,000, the best of three, and the growth:
how many times dearer a word of the long text is (1.0 is linear). Without a corpus it is our own
articles over and over, which has fewer different names than a real one of that length.
"""

from __future__ import annotations

import json
import re
import sys
import time
from datetime import date
from itertools import islice
from pathlib import Path

from nutgraf.article import Article
from nutgraf.language.readings import Readings

READINGS = ("sentences", "names", "quotations", "dates", "figures", "folded_without_case")
SHORT, LONG = 1_500, 30_000
_ARTICLES = Path(__file__).parents[2] / "evals" / "articles"
_WORD = re.compile(r"\S+")


def text_of_words(texts: list[str], words: int) -> str:
    """Return texts joined, repeated where they do not suffice, cut after so many words."""
    paragraphs = "\n\n".join(texts)
    enough = "\n\n".join([paragraphs] * (words // len(paragraphs.split()) + 1))
    last = next(islice(_WORD.finditer(enough), words - 1, None))
    return enough[: last.end()]


def cpu_ms(text: str, runs: int = 3) -> dict[str, float]:
    """Return the CPU milliseconds of each reading, those that it builds on not counted."""
    best = dict.fromkeys(READINGS, float("inf"))
    for _ in range(runs):
        readings = Readings(Article(text=text, published=date(2026, 3, 12), language="en"))
        for name in READINGS:
            began = time.process_time()
            getattr(readings, name)
            best[name] = min(best[name], (time.process_time() - began) * 1000)
    return best


def main() -> None:
    """Measure and print."""
    if sys.argv[1:]:
        lines = Path(sys.argv[1]).read_text(encoding="utf-8").splitlines()
        texts = [json.loads(line)["text"] for line in lines]
    else:
        texts = [path.read_text(encoding="utf-8") for path in sorted(_ARTICLES.glob("*.txt"))]
    cpu_ms(text_of_words(texts, SHORT), runs=1)  # compiles the patterns
    short, long = (cpu_ms(text_of_words(texts, words)) for words in (SHORT, LONG))
    print(f"{'':<22}{SHORT:>8,} words{LONG:>8,} words{'growth':>9}")
    for name in READINGS:
        print(_row(name, short[name], long[name]))
    print(_row("all", sum(short.values()), sum(long.values())))


def _row(name: str, short: float, long: float) -> str:
    return f"{name:<22}{short:11.1f} ms{long:11.1f} ms{long / short * SHORT / LONG:9.2f}"


if __name__ == "__main__":
    main()
