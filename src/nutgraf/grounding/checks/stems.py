"""What the forms of a word share: "kill" for "killed", "killings" and, beside counts, "died".

A rough rule for English that cuts endings off, for comparing words with one another; no stem is
ever shown. What is left is shortened as the words of an index are, which assume no language.
"""

from __future__ import annotations

from functools import cache
from typing import Final

from nutgraf.language.word_index import first_letters

# Words that news uses for one another beside counts; rows are our own choice among the synsets of
# WordNet 3.1 ("kill" and "die" are cause and effect, which a toll does not tell apart).
_SAME: Final = (
    "kill die dead death fatality lose victim toll",
    "injure hurt wound injury casualty",
    "arrest detain custody hold",
    "people person man woman resident individual human",
    "percent per cent share",
    "rise grow increase climb jump gain up",
    "fall drop decline decrease shrink sink down cut reduce",
    "cost price pay spend worth expense",
    "earn profit income make",
    "vote ballot",
    "child kid boy girl youngster",
    "employee worker staff job",
    "student pupil schoolchild",
    "home house household",
    "firm company business",
    "car vehicle",
    "begin start",
    "buy purchase acquire",
)
_ENDINGS: Final = ("ations", "ation", "ities", "ingly", "ings", "ing", "ers", "ed",
                   "es", "er", "ity", "ly", "d", "s", "e")  # fmt: skip
_SHORTEST_STEM: Final = 3

# Strong verbs, and words whose forms the endings do not bring together.
_IRREGULAR: Final = {
    "lost": "lose", "rose": "rise", "risen": "rise", "grew": "grow", "grown": "grow",
    "fell": "fall", "fallen": "fall", "shrank": "shrink", "sank": "sink", "paid": "pay",
    "spent": "spend", "made": "make", "held": "hold", "began": "begin", "bought": "buy",
    "men": "man", "women": "woman", "children": "child", "died": "die", "dying": "die",
    "dead": "dead", "fatalities": "fatality", "injuries": "injury", "sold": "sell", "won": "win",
    "took": "take", "taken": "take", "gave": "give", "given": "give", "went": "go", "gone": "go",
    "came": "come", "left": "leave", "built": "build", "sent": "send", "kept": "keep",
    "met": "meet", "led": "lead", "found": "find", "lives": "life", "wives": "wife",
    "feet": "foot", "ran": "run", "goes": "go",
}  # fmt: skip


def stem(word: str) -> str:
    """Return what the forms of a word share, roughly."""
    cut = _cut(word)
    return _groups().get(cut, cut)


def _cut(word: str) -> str:
    low = word.casefold()
    low = _IRREGULAR.get(low, low)
    if low.endswith(("ied", "ies")):
        low = f"{low[:-3]}y"
    for ending in _ENDINGS:
        if low.endswith(ending) and len(low) - len(ending) >= _SHORTEST_STEM:
            low = low[: -len(ending)]
            break
    if len(low) > _SHORTEST_STEM and low[-1] == low[-2]:
        low = low[:-1]
    return first_letters(low)


@cache
def _groups() -> dict[str, str]:
    """Map the stem of every word of a row to that of the row's first."""
    rows = (row.split() for row in _SAME)
    return {_cut(word): _cut(row[0]) for row in rows for word in row}
