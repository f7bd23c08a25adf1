"""Verbs that say the same of an event, and verbs that say the opposite: as tables.

Rows are our own choice among the synsets and the antonyms of WordNet 3.1, those of news, taken only
where the senses that news uses agree whatever the object ("raise" and "lift" do not: a ban is
lifted, a price raised). A particle stands after its verb ("turn down"). How they are compared is
the business of ``grounding.checks``.
"""

from __future__ import annotations

from functools import cache
from typing import Final

_SAME: Final = (
    "begin/start/commence",
    "end/finish/conclude",
    "happen/occur/take place",
    "answer/reply/respond",
    "reject/turn down/refuse/decline/rebuff",
    "approve/accept/adopt/endorse",
    "confirm/admit/acknowledge/concede/confess",
    "deny/dispute/refute/contradict",
    "postpone/put off/defer/delay",
    "cancel/call off/scrap",
    "buy/purchase/acquire",
    "allow/permit/let",
    "forbid/ban/prohibit",
    "rise/increase/grow/climb/go up",
    "fall/decrease/decline/drop/shrink/go down",
    "close/shut/shut down/close down",
    "open/reopen",
    "include/contain",
    "exclude/omit/leave out",
    "rescue/save",
    "resign/step down/quit",
    "sack/dismiss/fire",
    "show/prove/demonstrate",
    "build/construct",
    "carry out/conduct",
    "set up/establish",
    "support/back",
    "help/aid",
    "disclose/reveal",
    "accuse/charge",
    "injure/hurt/wound",
)

_OPPOSITE: Final = (
    "approve/reject",
    "confirm/deny",
    "acquit/convict",
    "win/lose",
    "gain/lose",
    "open/close",
    "rise/fall",
    "begin/end",
    "succeed/fail",
    "allow/forbid",
    "include/exclude",
    "support/oppose",
    "strengthen/weaken",
    "impose/lift",
    "hire/sack",
    "buy/sell",
    "arrive/leave",
    "widen/narrow",
    "improve/worsen",
    "praise/criticise",
    "praise/criticize",
    "speed/slow",
    "shorten/lengthen",
    "tighten/loosen",
    "overestimate/underestimate",
    "appear/disappear",
    "attend/miss",
    "agree/disagree",
    "uphold/overturn",
    "join/leave",
    "survive/die",
    "qualify/disqualify",
    "add/remove",
    "obey/disobey",
    "trust/distrust",
    "connect/disconnect",
)

# What a form of "be" says of what it was not done to; words with a negative prefix, and those of
# the antonyms that say how a search, an attack or a hunt ends.
_STATES: Final = (
    "find/missing",
    "arrest/at large",
    "die/alive",
    "survive/dead",
    "damage/intact/undamaged/unscathed",
    "injure/unhurt/uninjured/unharmed/unscathed",
    "pay/unpaid",
    "sell/unsold",
    "sign/unsigned",
    "publish/unpublished",
    "answer/unanswered",
    "resolve/unresolved",
    "solve/unsolved",
    "decide/undecided",
    "change/unchanged",
    "confirm/unconfirmed",
    "explain/unexplained",
    "identify/unidentified",
    "end/unfinished",
    "build/unbuilt",
    "test/untested",
    "use/unused",
    "name/unnamed",
    "repair/unrepaired",
    "open/unopened",
    "fill/unfilled/vacant",
)


def verb_class(lemma: str, particle: str | None) -> str:
    """Return what stands for all verbs that say the same: the first of their row."""
    verb = f"{lemma} {particle}" if particle else lemma
    return _classes().get(verb, verb)


def opposites(lemma: str, particle: str | None) -> frozenset[str]:
    """Return the classes of verbs that say the opposite of a verb; none for most."""
    return _opposites().get(verb_class(lemma, particle), frozenset())


def denying_states(lemma: str, particle: str | None) -> frozenset[str]:
    """Return what somebody or something "is" to whom a verb was not done; nothing for most."""
    return _states().get(verb_class(lemma, particle), frozenset())


@cache
def _states() -> dict[str, frozenset[str]]:
    rows = (row.split("/") for row in _STATES)
    return {verb_class(verb, None): frozenset(states) for verb, *states in rows}


@cache
def _classes() -> dict[str, str]:
    rows = (row.split("/") for row in _SAME)
    return {verb: row[0] for row in rows for verb in row}


@cache
def _opposites() -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for row in _OPPOSITE:
        one, other = (_classes().get(verb, verb) for verb in row.split("/"))
        found.setdefault(one, set()).add(other)
        found.setdefault(other, set()).add(one)
    return {verb: frozenset(others) for verb, others in found.items()}
