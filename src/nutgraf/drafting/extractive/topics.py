"""Assigns the top-level topics of the IPTC vocabulary by a table of words.

The words are in ``topic_words``; they are English, so an article in another language has no topic.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from functools import cache
from typing import TYPE_CHECKING, Final, NamedTuple

from nutgraf.drafting.extractive.terms import words_of
from nutgraf.drafting.extractive.topic_words import TOPIC_WORDS

if TYPE_CHECKING:
    from collections.abc import Mapping

    from nutgraf.schema.news import Topic

_MOST_TOPICS: Final = 3
# A topic is certain with this many different words of it, one of them in the headline or the gist,
# and with this share of the strongest topic's weight.
_FEWEST_WORDS: Final = 3
_SHARE_OF_THE_STRONGEST: Final = 0.35
# A word in the headline or the gist weighs as much as one that is used this many times more.
_IN_HEAD: Final = 6
_SHORTEST_STEM: Final = 3
_LONGEST_STEM: Final = 20


class _Table(NamedTuple):
    words: Mapping[str, tuple[Topic, ...]]
    stems: Mapping[str, tuple[Topic, ...]]


def assign_topics(text: str, head: str) -> list[Topic]:
    """Return up to 3 topics, the strongest first; none where no topic is certain.

    Args:
        text: The article's text.
        head: The headline and the gist.
    """
    in_head = frozenset(words_of(head))
    weights: defaultdict[Topic, float] = defaultdict(float)
    words: defaultdict[Topic, set[str]] = defaultdict(set)
    for word, count in Counter(words_of(text)).items():
        for topic in _topics_of(word):
            weights[topic] += math.log1p(count + _IN_HEAD * (word in in_head))
            words[topic].add(word)
    certain = [t for t in weights if len(words[t]) >= _FEWEST_WORDS and words[t] & in_head]
    certain.sort(key=lambda topic: -weights[topic])
    return [
        topic
        for topic in certain[:_MOST_TOPICS]
        if weights[topic] >= _SHARE_OF_THE_STRONGEST * weights[certain[0]]
    ]


def _topics_of(word: str) -> tuple[Topic, ...]:
    table = _table()
    if word in table.words:
        return table.words[word]
    longest = min(len(word), _LONGEST_STEM)  # a "word" may be megabytes of one letter
    prefixes = (word[:length] for length in range(longest, _SHORTEST_STEM - 1, -1))
    return next((table.stems[prefix] for prefix in prefixes if prefix in table.stems), ())


@cache
def _table() -> _Table:
    words: dict[str, tuple[Topic, ...]] = {}
    stems: dict[str, tuple[Topic, ...]] = {}
    for topic, listed in TOPIC_WORDS.items():
        for word in listed.split():
            table, key = (stems, word[:-1]) if word.endswith("*") else (words, word)
            table[key] = (*table.get(key, ()), topic)
    return _Table(words, stems)
