"""The words by which events are told apart from what is said about them.

How they are used is in ``events``, ``event_times`` and ``event_clauses``.
"""

# ruff: noqa: SIM905 - tables of words are read, and changed, as lines of words

from __future__ import annotations

from typing import Final

# Verbs of speaking: a day beside one of them is the day of the saying.
SAYING: Final = ("said", "says", "say", "wrote", "added", "posted", "tweeted", "replied")
TELLING: Final = ("told", "asked", "informed", "reminded")
# What may stand between such a verb and its own time: "said of the plan on Tuesday".
SAYING_CIRCUMSTANCES: Final = (
    "of",
    "in",
    "at",
    "on",
    "to",
    "during",
    "late",
    "early",
    "from",
    "by",
)
# What shows that another verb stands between, whose time it is.
CLAUSE_MARKS: Final = frozenset(
    """
    are be been being can could did do does had has have he i is it may might must not shall she
    should that they was we were which who will would you
    """.split()
)

# What has had no equal since a time did not happen at that time: "the worst flood since March".
SUPERLATIVES: Final = frozenset("best first fourth last least most only second third worst".split())
# Any other word in -est is one too, but for these.
ENDS_LIKE_A_SUPERLATIVE: Final = frozenset(
    """
    arrest attest behest bequest brest bucharest budapest chest conquest contest crest digest
    divest earnest everest fest forest guest harvest honest infest ingest inquest interest
    invest jest lest manifest midwest modest molest nest northwest pest priest protest quest
    request rest southwest suggest tempest test unrest vest west wrest zest
    """.split()
)

# Without a time, a possibility or a denial is an event only in so many words: "could" and "not" say
# more often what something is like.
CLEARLY_POSSIBLE: Final = frozenset(
    """
    considering considers consider consideration discussing may might mulling mulls planning
    possible possibly proposal proposals propose proposed proposes threaten threatened threatens
    weighing weighs
    """.split()
)
CLEARLY_DENIED: Final = frozenset(
    """
    abandoned barred blocked called-off cancelled canceled declined denied denies deny dismissed
    refused refuses rejected rejects ruled-out scrapped shelved withdrawn
    """.split()
)

# Before a place they say where something is, was or will be.
LOCATIVES: Final = ("in", "at", "near", "outside", "inside", "across", "throughout", "around")
# What has a place in its name: the "war in X" need not be what happens.
BACKGROUND_NOUNS: Final = frozenset(
    """
    conflict conflicts crisis election elections fighting forces government invasion officials
    people situation troops truce unrest violence war wars
    """.split()
)

# A clause that opens with one of these behind a comma adds something that can be left out.
ADDED_CLAUSES: Final = ("who", "whom", "which", "whose", "adding", "saying")

FIRST_PERSON: Final = frozenset(
    {"i", "we", "me", "us", "i'm", "we're", "i've", "we've", "i'll", "we'll"}
)
