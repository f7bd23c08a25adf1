"""The words by which an article, or a summary, keeps its distance from what somebody says: tables.

The distancing verbs are those of VerbNet's classes conjecture-29.5, consider-29.9, wish-62 and
say-37.7 by which a reporter implies doubt or opinion, where "said" does not. How they are used is
in ``checks.claims``.
"""

from __future__ import annotations

from typing import Final

# ruff: noqa: SIM905 - tables of words are read, and changed, as lines of words

# By dictionary form, as attributions have them. What somebody "claims" is not thereby so.
DISTANCING: Final = frozenset(
    """
    claim allege accuse deny dispute insist argue believe warn predict forecast estimate think
    suggest contend maintain assert speculate fear hope doubt suspect complain boast reckon guess
    imply allegation accusation suspicion belief fear rumour rumor speculation assertion
    allegedly reportedly supposedly purportedly ostensibly
    """.split()
)
# Plain attribution, which a summary of routine facts may leave out.
PLAIN: Final = frozenset(
    "say tell add write note state explain report post tweet quote remark observe".split()
) | {"according to"}
# By the class that `opposites.verb_class` gives; with what they are about.
DISPUTING: Final = frozenset("deny reject challenge contest doubt question disagree".split())
WHAT_WAS_SAID: Final = frozenset(
    "it this that these claim claims figure figures account report comparison estimate".split()
)
# In a statement, any of these says that something is a claim or is left open.
MARKS_OF_A_CLAIM: Final = frozenset(
    """
    allege alleged alleges allegedly allegation allegations accuse accused accuses accusation
    accusations claim claimed claims claiming say says said saying deny denied denies denial
    reportedly supposedly purportedly apparently suspected suspicion suspicions estimated estimate
    estimates expected expects forecast predicted prediction predictions projected believe believed
    believes think thinks thought argue argued argues argument warn warned warns warning fear feared
    fears hope hopes hoped doubt doubts according called seen described considered
    """.split()
)
