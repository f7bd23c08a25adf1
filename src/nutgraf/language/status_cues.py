"""The cues for what a statement says of its event: as a table, the strongest row first.

How a statement's clause is found and the cues applied is the business of ``status``. Patterns are
tried on the main clause with its case kept (since "May" is a month and "may" is not).
"""

from __future__ import annotations

from enum import StrEnum
from typing import Final


class Status(StrEnum):
    """Whether the event of a statement took place.

    ``DENIED`` covers what is said not to be so: a negated statement, a denial, and an event that
    was called off or prevented. ``PLANNED`` covers plans of the past ("had planned to") as well.
    """

    HAPPENED = "happened"
    ONGOING = "ongoing"
    PLANNED = "planned"
    POSSIBLE = "possible"
    DENIED = "denied"


_ADVERB: Final = r"(?:(?:\w+ly|also|now|still|then|soon|even|just) ){0,2}"
_BE: Final = r"(?:is|are|was|were|be|been|'s|\u2019s|'re|\u2019re|am)"

# The order is the rule: the first row that matches the main clause decides. Not ruling a thing out
# keeps it possible although it says "not"; what has yet to happen is still ahead.
STRONGER_THAN_NEGATION: Final[tuple[tuple[Status, str], ...]] = (
    (Status.POSSIBLE, (r"(?:\b(?:not|never|cannot|refused to|declined to)|n['\u2019]t) (?:yet )?"
                      r"(?:be |been )?(?:rul(?:e|ed|ing) (?:\w+ ){0,3}?out|exclude[ds]?)\b")),
    (Status.POSSIBLE, r"\bnot (?:impossible|unlikely|unthinkable|inconceivable)\b"),
    (Status.POSSIBLE, r"\b(?:may|might) not\b"),
    (Status.PLANNED, r"\b(?:has|have|had|is|are|remains?) yet to \w+"),
    # What "was to have" happened did not, or it would be said to have happened.
    (Status.DENIED, r"\b(?:was|were) (?:(?:due|meant|supposed) )?to have \w+"),
)  # fmt: skip

# An event that was called off did not happen, although it had been planned. Under a negation
# these say nothing ("did not cancel").
DENIALS: Final = (
    r"\b(?:call(?:s|ed|ing)? (?:it |them )?off|cancel(?:s|led|ed|ling|ing)?|scrapp(?:ed|ing)"
    r"|abandon(?:s|ed|ing)|shelv(?:ed|es|ing)|abort(?:s|ed)|avert(?:s|ed)|thwart(?:s|ed)|foil(?:s|ed)"
    r"|rul(?:es?|ed|ing) out)\b"
    r"|(?<!was )(?<!were )(?<!been )(?<!being )\b(?:den(?:y|ies|ied|ying)|refut(?:ed|es))\b"
    r"(?! entry| bail| access)"
    r"|\b(?:would|could|should|might) have (?!to\b)\w+"
)

# A negated clause that no row above catches is denied; these are tried where there is none. What
# "may" be planned is only possible, and a plan outweighs the continuous form ("is planning to").
WEAKER_THAN_NEGATION: Final[tuple[tuple[Status, str], ...]] = (
    (Status.POSSIBLE, r"\b(?:may|might|could|can)\b"),
    (Status.POSSIBLE, (r"(?i:\b(?:possibl[ey]|perhaps|maybe|potentially|probably|conceivabl[ey]"
                      r"|allegedly|reportedly|apparently|supposedly)\b)")),
    (Status.POSSIBLE, (rf"\b{_BE} {_ADVERB}(?:likely|unlikely|able|willing|ready|open|prepared"
                      r"|eager|free) to\b")),
    (Status.POSSIBLE, (rf"\b{_BE} {_ADVERB}(?:weighing|considering|mulling|contemplating)\b"
                      r"|\b(?:weighs|considers|mulls|contemplates)\b")),
    (Status.POSSIBLE, (r"\b(?:threaten|hope|want|wish|seek|aspir|offer)(?:s|es|ed|d|ing)? to\b"
                      r"|\bsought to\b")),
    (Status.POSSIBLE, r"\b(?:predict|forecast|propos|suspect|speculat)(?:s|es|ed|e|ing)?\b"),
    (Status.PLANNED, (rf"(?<!the )(?<!free )\bwill\b|['\u2019]ll\b|\bshall\b"
                     rf"|\b{_BE} {_ADVERB}going to\b")),
    (Status.PLANNED, (rf"\b{_BE} {_ADVERB}(?:set|due|expected|scheduled|slated|poised|planned"
                     r"|supposed|meant|bound|about|anticipated|on track|projected) (?:to|for)\b")),
    (Status.PLANNED, (r"\b(?:plan|intend|aim|expect|prepar|pledg|promis|vow|agre|commit|schedul"
                     r"|arrang)(?:s|es|ed|ned|ted|ning|ing|ting|e)? to\b")),
    # What somebody expects of others, nobody has planned: "expects more rain to fall".
    (Status.POSSIBLE, (r"\b(?:expect|expects|anticipates?|foresees?)\b(?! to\b)"
                      r"|\bexpect(?:ed|ing)(?: (?!to\b)[\w'\u2019-]+,?){1,6}? to [a-z]+")),
    (Status.PLANNED, r"\b(?:is|are) to (?!blame\b|date\b)[a-z]+|\bto be (?:held|signed)\b"),
    (Status.ONGOING, r"(?i:\b(?:under ?way|in progress|ongoing|continu(?:e|es|ing))\b)"),
    (Status.ONGOING, (r"(?:\b(?:is|are|am|has been|have been|keeps?|remains?)|['\u2019]s"
                      r"|['\u2019]re)"
                     rf" {_ADVERB}"
                     r"(?!(?:nothing|anything|something|during|missing|king|thing|spring)\b)"
                     r"[a-z]{2,}ing\b")),
    (Status.ONGOING, r"\b(?:remains?|(?:is|are) still)\b"),
)  # fmt: skip

# "Would" is "will" told in the past after a verb of saying or deciding, and else a possibility.
FUTURE_IN_THE_PAST: Final = (
    r"\b(?:said|says|announced|told|confirmed|promised|pledged|agreed|decided|vowed|added|insisted"
    r"|stated|wrote)\b[^.;]{0,200}\bwould\b"
)
WOULD: Final = r"\bwould\b|['\u2019]d (?:be|go|like|have)\b"

NEGATORS: Final = (
    r"\bnot\b|n['\u2019]t\b|\bcannot\b|\bnever\b|\bno\b|\bnone\b|\bnobody\b|\bno-one\b|\bnothing\b"
    r"|\bnowhere\b|\bneither\b|\bhardly\b|\bscarcely\b"
    r"|\b(?:fail|refuse|decline|neglect)(?:s|d|ed)? to\b|\bunable to\b|\b(?:has|have|had) yet to\b"
)
# Phrases with a negator that negate nothing: each is taken out before negators are counted.
NOT_NEGATIVE: Final = (
    (
        r"(?:\bnot|n['\u2019]t) (?:only|just|merely|simply|solely|least|to mention|until"
        r"|long (?:after|before|ago)|far from"
        r"|exactly a)\b"
    ),
    r"\bno (?:doubt|matter|sooner|less than|fewer than|more than|later than|stranger to|wonder)\b",
    r"\bno\.? ?\d+\b",
    r"\b(?:cannot|can['\u2019]t|can not|could not|couldn['\u2019]t) (?:help )?but\b",
    (
        r"\b(?:whether or|if|why|or|but) not\b(?= ?(?:$|[,.]|to\b))|\bor not\b|\bif not\b"
        r"|\blast but not\b"
    ),
    r"\bnothing (?:but|short of)\b|\bnone other than\b|\byes or no\b",
    # Two negations in one phrase cancel.
    (
        r"\bnot (?:uncommon|unusual|unlikely|unreasonable|unexpected|unknown|unaware|unheard|unlike"
        r"|unwelcome|unfounded|unrelated|unwilling|impossible|implausible|inconceivable|incapable"
        r"|insignificant|irrelevant|dissimilar|without)\b"
    ),
    (
        r",? (?:is|are|was|were|do|does|did|has|have|had|wo|ca|should|would)n['\u2019]t (?:he"
        r"|she|it|they|we|you)\?"
    ),
)

# A clause that makes the plan depend on something; "see if" and "as if" do not. What comes "unless"
# something else does is planned all the same.
CONDITION: Final = (
    r"(?<!\bsee)(?<!\bas)(?<!\beven)(?<!\bask)(?<!\basked)(?<!\bknow)(?<!\bwonder)(?:^|\s)"
    r"(?:[Ii]f|provided that)\s(?!not\b)"
)
