"""The words that roles are told by.

How a role is read is in ``roles``; the offices that stand before names are in
``nutgraf.language.names.cue_words``.
"""

# ruff: noqa: SIM905 - tables of words are read, and changed, as lines of words

from __future__ import annotations

from typing import Final

# What a person may be, besides an office: the head of an apposition ("the owner of the mill").
CALLINGS: Final = frozenset(
    """
    activist advocate analyst architect artist astronaut athlete bachelor baker banker biologist
    boy brother builder businessman businesswoman candidate captain carpenter chef chemist child
    citizen climber cofounder colleague columnist composer consultant critic dancer daughter
    designer developer diplomat director doctor driver economist engineer entrepreneur executive
    expert farmer father filmmaker fisherman founder friend gardener girl graduate heir historian
    husband inventor investor journalist lawmaker lawyer leader lecturer librarian man member
    mother musician neighbour neighbor nephew nominee novelist nurse official operator organiser
    organizer owner painter parent participant partner patient philosopher photographer physician
    pilot pioneer player politician priest producer programmer psychologist publisher pupil
    refugee reporter researcher resident scholar scientist secretary shopkeeper singer sister
    skipper sociologist soldier son specialist spokesman spokesperson spokeswoman student
    successor surgeon survivor swimmer teacher trader trainer veteran victim volunteer widow wife
    winner woman worker writer
    """.split()
)

# Adjectives that belong to an office before a name, besides nationalities and capitalised words.
OFFICE_ADJECTIVES: Final = frozenset(
    """
    acting chief co-founding current deputy emeritus executive former general incoming interim
    junior late leading long-time longtime new outgoing retired senior special then veteran vice
    """.split()
)
ARTICLES: Final = ("a", "an", "the", "his", "her", "its", "their", "one of", "then")

# A stretch with one of these is a clause and not a phrase in apposition.
CLAUSE_WORDS: Final = frozenset(
    """
    are can could did do does had has have he i is it may might must said says shall she should
    they told was we were will would you
    """.split()
)
