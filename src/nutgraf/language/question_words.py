"""The phrases by which an article says that something is open, as a table.

How they are applied to a sentence is the business of ``questions``. The patterns are written for
the lower-cased sentence with every run of white space made one blank.
"""

from __future__ import annotations

from typing import Final

_DECIDED: Final = (
    "agreed|announced|chosen|clarified|completed|confirmed|decided|designated|determined|disclosed"
    "|established|explained|finali[sz]ed|fixed|identified|made public|named|negotiated|published"
    "|released|resolved|revealed|scheduled|selected|settled|set|specified|worked out"
)
_TELL: Final = (
    "announce|clarify|confirm|decide|determine|disclose|elaborate|establish|explain|give|identify"
    "|name|offer|provide|release|reveal|say|set|specify|agree on|agree to"
)
_MATTER: Final = (
    "agreements?|announcements?|causes?|confirmation|dates?|deadlines?|decisions?|details?"
    "|explanations?|figures?|indications?|information|locations?|motives?|names?|reasons?"
    "|timelines?|timetables?|venues?|verdicts?|words?"
)
_BE: Final = "(?:is|was|are|were|be|been|remains?|remained|seems?|it's|appears?|stays?)"
_ADVERBS: Final = r"(?:(?:still|yet|also|not|now|currently|largely|immediately|\w+ly) ){0,3}"
# A predicate ends its clause or goes on with what is open; before a noun the word is an attribute
# ("unknown songs").
_PREDICATE_END: Final = (
    r"(?=[ ]*(?:$|[.,;:)\u2013—?!-]|(?:who|what|when|where|which|why|how|whether|if|about"
    r"|and|as|at|but"
    r"|for|from|in|on|over|since|to|until|because|after|despite)\b))"
)
_QUESTION_WORD: Final = "(?:who|what|when|where|which|why|how|whether|if)"

# Said of a thing to be decided, in anybody's mouth: they count inside quotation marks too.
SETTLED_LATER: Final = (
    rf"\b(?:has|have|had|is|are) yet to be (?:\w+ly )?(?:{_DECIDED})\b",
    (
        rf"\b(?:is|are|was|were|remains?|still|,|yet) (?:still "
        rf"|yet )?to be (?:\w+ly )?(?:{_DECIDED})\b"
    ),
    r"\b(?:remains?|remained) to be (?:seen|decided|determined|settled|agreed)\b",
    (
        rf"\bno (?:(?:final|formal|firm|official|exact|specific|further|new) )?(?:{_MATTER})"
        rf"(?: \w+){{0,4}}? (?:has|have|had|was|were|is|are) (?:yet |been |immediately |yet been )*"
        rf"(?:{_DECIDED}|made|given|reached|provided|available)\b"
    ),
)

# Said by the reporter: what is not known, not told, or waited for.
NOT_KNOWN: Final = (
    (
        rf"\b{_BE} {_ADVERBS}(?:unclear|unknown|uncertain|undisclosed|undecided|unresolved"
        rf"|unsettled"
        r"|undetermined|unanswered|unconfirmed|unspecified|unexplained|unsolved|in doubt"
        r"|in question"
        r"|up in the air|(?:a|an open|an unanswered) (?:mystery|question)"
        r"|anyone['\u2019]s guess|pending"
        rf"|awaited|under discussion|under negotiation|under review){_PREDICATE_END}"
    ),
    (
        rf"\b(?:is|was|are|were|it's) {_ADVERBS}not {_ADVERBS}(?:clear|known"
        rf"|certain)(?! to (?!the|be))"
    ),
    r"\b(?:isn|wasn|aren|weren)['\u2019]t (?:\w+ly |yet )?(?:clear|known|certain)(?! to )",
    (
        rf"\b(?:has|have|had|is|are|was|were) not (?:yet |been |immediately |yet been |so far )*"
        rf"(?:been )?(?:{_DECIDED})\b"
    ),
    (
        rf"\b(?:hasn|haven|hadn|wasn|weren|isn|aren)['\u2019]t (?:yet |been "
        rf"|yet been )*(?:{_DECIDED})\b"
    ),
    (
        rf"\b(?:has|have|had) (?:not|never|yet) (?:yet |so far |publicly )*(?:to )?(?:said"
        rf"|given|provided"
        rf"|offered|commented on|{_TELL}) (?!to close|up)"
    ),
    (
        r"\b(?:did not|didn['\u2019]t|does not|do not|would not|wouldn['\u2019]t"
        r"|will not) (?:immediately "
        r"|publicly )?(?:announce|clarify|disclose|elaborate|identify|specify|reveal)\b"
    ),
    (
        rf"\b(?:did not|didn['\u2019]t|would not|wouldn['\u2019]t) (?:immediately )?(?:say"
        rf"|explain|confirm)"
        rf" {_QUESTION_WORD}\b"
    ),
    (
        r"\b(?:declined|refused) to (?:say|name|identify|give|specify|elaborate|disclose"
        r"|confirm|discuss"
        r"|provide|reveal)\b"
    ),
    (
        rf"\b(?:neither|nobody|no one)(?: \w+){{0,4}} (?:has|have|had|would) (?:yet )?(?:said|say"
        rf"|explained|disclosed|confirmed|revealed) {_QUESTION_WORD}\b"
    ),
    r"\b(?:nobody|no one|no-one) (?:yet )?(?:knows?|knew|is sure|can say|could say) ",
    r"\b(?:little|not much|nothing) (?:is|was) (?:\w+ )?known\b",
    (
        r"\bthere (?:is|are|was|were|has been|have been) (?:still |as yet )?no (?:\w+ )?"
        r"(?:word|indication|information|explanation|timetable|timeline|date|decision|confirmation)\b"
    ),
    rf"\b(?:gave|gives|given|offered|provided|set) no (?:\w+ )?(?:{_MATTER})\b",
    r"\b(?:too early|too soon) to (?:say|tell|know|judge)\b",
    (
        r"\b(?:could not|couldn['\u2019]t|cannot) (?:be )?(?:immediately |independently )?(?:be )?"
        r"(?:immediately |independently )?(?:verified|confirmed|determined|established"
        r"|verify|confirm)\b"
    ),
    rf"\bdivided (?:over|on|about) {_QUESTION_WORD}\b",
    rf"\b(?:weighing|considering|debating|mulling|deciding) {_QUESTION_WORD}\b",
    (
        r"\b(?:trying|seeking|working|struggling) to (?:determine|establish|find out|work out|learn"
        r"|understand|identify)\b"
    ),
    rf"\b(?:investigating|examining|looking into) {_QUESTION_WORD}\b",
    (
        r"\b(?:is|are|was|were) (?:still )?awaiting (?:\w+ ){0,3}(?:approval|decision"
        r"|ruling|results?"
        r"|verdict|confirmation|answers?)\b"
    ),
    r"\bquestions?(?: \w+){0,4} (?:remains?|linger|lingers|persists?)\b",
    r"\bopen question\b(?=[ ]?(?:$|[.,;]|whether|of|how|who|as))",
    (
        rf"\b{_QUESTION_WORD}(?: [\w\u2019'-]+){{1,12}} (?:is"
        rf"|remains) (?:far from )?(?:a mystery|anyone['\u2019]s"
        r" guess|far from clear)\b"
    ),
)
