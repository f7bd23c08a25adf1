"""The words by which an article gives a claim to somebody: tables for ``attribution``.

The verbs are those of VerbNet's classes say-37.7, tell-37.2, advise-37.9, complain-37.8,
conjecture-29.5, consider-29.9 and wish-62 that take a clause; by dictionary form.
"""

from __future__ import annotations

from typing import Final

# ruff: noqa: SIM905 - tables of words are read, and changed, as lines of words

# Verbs whose clause is somebody's claim, belief or wish.
CLAIMING: Final = frozenset(
    """
    say tell announce add write report state argue insist explain warn note believe think predict
    claim stress acknowledge concede signal indicate suggest allege assert maintain contend declare
    estimate expect fear hope doubt deny dispute suspect assume testify reply respond tweet post
    remark observe complain boast promise pledge vow propose recommend urge demand ask wonder
    forecast speculate reckon feel consider conclude imply hint joke lament mention
    object protest recall repeat reiterate swear theorise theorize guess caution counter
    hypothesise hypothesize postulate inform assure remind advise brief quip
    muse worry anticipate whisper shout cry exclaim emphasise emphasize
    underline comment
    """.split()
)
# Verbs that take the claim for true as well: its being stated as a fact changes little.
FACTIVE: Final = frozenset(
    """
    confirm admit reveal show find discover learn know realise realize prove demonstrate determine
    establish disclose confess remember forget notice see hear recognise recognize ensure
    """.split()
)
# So do these with their particle.
PHRASAL_CLAIMS: Final = frozenset({("point", "out"), ("spell", "out"), ("find", "out")})
# Verbs that name whom they tell before what they tell.
WITH_ADDRESSEE: Final = frozenset(
    "tell inform assure remind notify advise brief warn ask persuade convince show teach "
    "promise".split()
)
# "accused X of taking", "suspected of": what follows is a claim of the subject's.
ACCUSING: Final = frozenset("accuse suspect charge allege".split())
# "X denied taking": what a verb with a gerund says of its own subject.
CLAIMING_GERUNDS: Final = frozenset("deny admit confess recall report".split())
# "is said to have": passives and "seems" that leave open who says so.
PASSIVE_CLAIMS: Final = frozenset(
    "say report allege believe think suspect understand rumour rumor claim estimate consider "
    "presume reveal find know show".split()
)
HEARSAY_ADVERBS: Final = frozenset("reportedly allegedly supposedly purportedly ostensibly".split())
# "the claim that", "accusations of".
CLAIM_NOUNS: Final = frozenset(
    """
    claim allegation accusation statement report belief argument assertion suggestion rumour rumor
    warning prediction fear hope view opinion theory charge suspicion announcement promise pledge
    insistence contention conclusion estimate impression speculation hypothesis denial complaint
    """.split()
)
# "is confident that", "are concerned that".
CLAIM_ADJECTIVES: Final = frozenset(
    "concerned worried confident convinced sure certain afraid hopeful optimistic adamant "
    "doubtful sceptical skeptical".split()
)
# Set before or after the words of whom they name: first words in lower case.
CUES: Final = (
    ("according", "to"),
    ("in", "the", "words", "of"),
    ("in", "the", "view", "of"),
    ("in", "the", "opinion", "of"),
)
