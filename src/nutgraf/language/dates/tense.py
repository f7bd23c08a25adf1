"""Whether the words around a date expression speak of the past or of the future.

This is a reading of cues, not a parse; what a date means by it is decided elsewhere.
"""

from __future__ import annotations

import re
from collections import deque
from functools import cache
from typing import TYPE_CHECKING, Final

from nutgraf.language.dates.patterns import Lazy

if TYPE_CHECKING:
    from collections.abc import Iterator

    from nutgraf.article import Span

# How far from an expression its verb is looked for, in code points; a sentence ends it sooner.
REACH: Final = 240

# Verbs that turn to the future with a following "to": "agreed to meet on Friday".
_INTENDING: Final = (
    r"plan|agree|decide|vow|promise|pledge|hope|intend|expect|aim|schedul|prepar|want|need|seek|"
    r"threaten|offer|invit|summon|order|ask|propos|wait|look|set|due|about|likely|ready|poised|"
    r"slat|tipp|go"
)
# Of these, somebody else often does what follows "to", and is named in more words: "expects a
# second, weaker storm to arrive on Friday". A verb or a joint in between ends the reach.
_MAKING_OTHERS: Final = (
    r"(?:expect|want|ask|order|invit|summon|urg)(?:e|ing|ed|d|s|es)?"
    r"(?:,? (?!(?:and|but|or|who|which|that|as|after|when|to|was|were|had|has|have|is|are)\b"
    r"|\w+ed\b)[\w'\u2019-]+){1,6}?"
    r",? to(?! (?:the|an?|his|her|its|their|our|my|your|this|that|these|those|him|them|it)\b)"
    r" [a-z]+\b"
)
_FUTURE: Final = (
    # A modal swallows its own verb, so that the participle of "will be presented" is no past cue.
    (
        r"(?:(?:i|you|he|she|it|we|they|who|that|there)['\u2019]ll|won['\u2019]t"
        r"|will|shall|would|could|might|can|should|must)\b"
        r"(?: (?:not|also|be|have|\w+ly))*(?: \w+)?"
    ),
    # Expectations: "is due", "was scheduled for", "plans to attend", "wants them to meet".
    (
        rf"(?:{_INTENDING})(?:n?ning|n?ned|tt?ing|e|ing|ed|d|s|es)?"
        r"(?: \w+){0,2}? to(?: be)?(?: \w+)?"
    ),
    _MAKING_OTHERS,
    # Who expects now, expects what is to come; who did not expect it has seen it.
    (
        r"(?:to )?(?<!did not )(?<!didn['\u2019]t )"
        r"(?:expect|expects|anticipates?|foresees?|predicts)\b"
    ),
    r"(?:is|are|was|were|been|be)(?: \w+ly)? (?:set|due|expected|scheduled|slated|planned)\b",
    r"(?:scheduled|slated|due|planned|set|tipped|booked|forecast|predicted) (?:for|on|to)\b",
    r"(?:is|are|am|(?:you|we|they)['\u2019]re) to(?: be)? \w+",
    r"(?:is|are|am|(?:you|we|they)['\u2019]re) \w+ing\b",
    r"(?:has|have) to \w+",
    r"ahead of|in advance of|upcoming|forthcoming|next|deadline|no later than",
)
# Present forms that, with a date right after them, announce: "the talks open on Friday".
_ANNOUNCING: Final = (
    r"(?:is|are|(?<=s )(?:begin|start|open|end|close|expire|return|resume|run|meet|play|take place)"
    r"|begins|starts|opens|reopens|ends|closes|expires|returns|resumes|runs|airs|meets|plays|faces|hosts"
    r"|kicks off|takes place|takes effect|comes into force|concludes|resumes|closes|arrives|departs"
    r"|leaves|travels|visits|launches|plays|heads|go to the polls|goes to the polls|vote|votes"
    r"|expected|due|scheduled|slated)"
)
# What now is or has a state until a time has it until one to come: "is closed until Monday".
_LASTING: Final = (
    r"\b(?:is|are|am|has|have|remains?|stays?|lasts?|keeps?)"
    r"(?: (?!(?:was|were|had|did|until|till)\b)[\w'\u2019-]+){0,6} (?:until|till)"
)
_LONGEST_ANNOUNCEMENT: Final = 120  # code points, with what stands between it and the date
_CLOCK: Final = r"(?: (?:noon|midnight|\d{1,2}(?:[:.]\d\d)?(?: ?[ap]\.?m\.?)?))?"
_NEUTRAL: Final = (
    # An infinitive takes the time of the verb before it: "managed to win".
    r"to(?: be)? \w+",
    # Participles before a noun say nothing: "the proposed law", "an armed conflict".
    r"(?:the|an?|his|her|its|their|our|this|that|these|of|all|most|more|newly|so)[ -]\w+ed\b",
    r"\w*(?:need|hundred|speed|exceed|proceed|succeed|feed|seed|sacred|naked|shed|united|red)\b",
)
_IRREGULAR: Final = (
    r"said|told|met|held|took|went|came|made|gave|got|won|lost|began|left|found|saw|became|"
    r"ran|led|brought|wrote|spoke|sent|put|kept|stood|thought|fell|rose|hit|shot|struck|beat|"
    r"broke|built|bought|caught|chose|drew|drove|flew|fought|forgot|grew|heard|knew|laid|lay|"
    r"meant|paid|quit|rang|sang|sat|sold|shook|shut|slept|spent|stole|swept|swore|taught|"
    r"threw|understood|withdrew|wore|born|done|gone|taken|given|shown|known|written|thrown|"
    r"drawn|beaten|chosen|spoken|seen|sought|sank|dealt|felt"
)
_PAST: Final = (
    r"(?:(?:had|was|were|did|has|have)(?:n['\u2019]t)?|(?:i|you|we|they)['\u2019]ve)\b",
    # In lower case only, as names end so too.
    r"(?-i:[a-z]{2,}ed\b)",
    rf"(?:{_IRREGULAR})\b",
)
# The words that a cue can open with, besides those that end in "ed" or begin as in the table below:
# only at these are the cues tried, as most words of a sentence open none.
_ENDINGS: Final = ("ning", "nning", "ned", "nned", "ting", "tting", "e", "ing", "ed", "d", "s",
                   "es", "")  # fmt: skip
_OPENERS: Final = frozenset(
    """
    i you he she it we they who that there won will shall would could might can should must
    is are was were been be am has have had did hasn haven hadn wasn weren didn
    scheduled slated due planned set tipped booked forecast ahead in no
    anticipate anticipates foresee foresees predicts
    to the a an his her its their our this these of all most more newly so
    """.split()  # noqa: SIM905 - a table of words is read as lines of words
) | frozenset(
    (*(f"{stem}{ending}" for stem in _INTENDING.split("|") for ending in _ENDINGS),
     *_IRREGULAR.split("|"))
)  # fmt: skip
_BEGINNINGS: Final = ("upcoming", "forthcoming", "next", "deadline")
_WORD: Final = Lazy(r"(?<!\w)\w+")
_FRONTED: Final = Lazy(
    r"(?:^|[,;:\u2014\u2013(“\"]\s*|\b(?:and|but|while|then|so)\s+)"
    r"(?:(?:on|by|late|early|in|until|the|of)\s+)*$",
    re.IGNORECASE,
)
# What nobody puts in a calendar has happened: "Saturday's attack".
_SUDDEN: Final = Lazy(
    r"['\u2019]s (?:\w+ ){0,3}?"
    r"(?:accident|ambush|arrests?|attacks?|avalanche|blasts?|blaze|bombings?"
    r"|clashes|collapse|collision|crash|deaths?|defeat|derailment|disaster|earthquake|explosions?"
    r"|fire|flood|floods|killings?|loss|massacre|murders?|outage|quake|raids?|riots?|shootings?"
    r"|stabbings?|storm|tornado|tragedy|violence|wreck)\b"
)
_GAPS: Final = Lazy(r"\s+")
# A full stop after a short capitalised word is an abbreviation's: "Mr.", "Sen.", "U.S.", "Oct.".
# The stop comes first, as looking behind at every place would take most of the time.
_SENTENCE_END: Final = Lazy(
    r"[.!?](?<![A-Z].)(?<!\b[A-Z][a-z].)(?<!\b[A-Z][a-z]{2}.)['\"”\u2019)\]]{0,3}\s(?![a-z])"
    r"|\n[^\S\n]{0,9}\n"
)


@cache
def _cues() -> re.Pattern[str]:
    """Compile the cues; alternatives are tried in this order, and one match consumes its words."""
    future, neutral, past = ("|".join(words) for words in (_FUTURE, _NEUTRAL, _PAST))
    return re.compile(
        rf"(?<!\w)(?:(?P<future>{future})|(?P<neutral>{neutral})|(?P<past>{past}))", re.IGNORECASE
    )


@cache
def _announced() -> re.Pattern[str]:
    return re.compile(
        rf"(?:\b{_ANNOUNCING}(?: (?:on|by|until|through|at|for|early|late|this|in))*|{_LASTING})"
        rf"{_CLOCK}(?: on)?\s*$",
        re.IGNORECASE,
    )


def speaks_of_future(text: str, span: Span) -> bool | None:
    """Tell the time that the clause around a date expression speaks of.

    What happens to nobody's plan is past, and what an announcing verb right before the expression
    tells is to come; else the nearest cue before it decides or, where the expression opens its
    clause, the first one after it.

    Args:
        text: The text.
        span: The expression.

    Returns:
        True for the future, False for the past, None where no cue is found.
    """
    before, after = sentence_around(text, span)
    if _SUDDEN.match(after):
        return False
    if _announced().search(before, max(0, len(before) - _LONGEST_ANNOUNCEMENT)):
        return True
    left = _last(_tenses(before))
    if left is not None and not _FRONTED.search(before):
        return left
    right = next(_tenses(after), None)
    return left if right is None else right


def sentence_around(text: str, span: Span) -> tuple[str, str]:
    """Return the words of the sentence before the span and after it, at most ``REACH`` of each."""
    before = text[max(0, span.start - REACH) : span.start]
    after = text[span.end : span.end + REACH]
    starts = [end.end() for end in _SENTENCE_END.finditer(before)]
    stop = _SENTENCE_END.search(after)
    before = before[starts[-1] if starts else 0 :]
    return _even(before), _even(after[: stop.start()] if stop else after)


def _even(words: str) -> str:
    """Return the words with single blanks for gaps, at either end too."""
    return _GAPS.compiled.sub(" ", words)


def is_one_sentence(text: str, start: int, end: int) -> bool:
    """Tell whether no sentence ends between the two offsets, which lie within ``REACH``."""
    return end - start <= REACH and not _SENTENCE_END.search(text, start, end)


def _tenses(words: str) -> Iterator[bool]:
    """Yield whether each cue speaks of the future; one begins where the last one ends."""
    end = 0
    for word in _WORD.finditer(words):
        if word.start() < end or not _may_open_a_cue(word[0].casefold()):
            continue
        if cue := _cues().match(words, word.start()):
            end = cue.end()
            if cue.lastgroup != "neutral":
                yield cue.lastgroup == "future"


def _may_open_a_cue(word: str) -> bool:
    return word in _OPENERS or word.endswith("ed") or word.startswith(_BEGINNINGS)


def _last(tenses: Iterator[bool]) -> bool | None:
    return next(iter(deque(tenses, maxlen=1)), None)
