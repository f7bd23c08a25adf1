"""Where the sentences of one paragraph end: the rules, one small function each.

How a text falls into paragraphs is said in ``sentence_lines``; the words that the rules look up are
in ``abbreviations``. Every rule looks at a bounded number of characters, so the time is linear.
"""

# ruff: noqa: RUF001 - typographic marks are what this module looks for

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from nutgraf.language.abbreviations import (
    AFTER_CLOCK_TIMES,
    BEFORE_NUMBERS,
    EXCLAIMED_NAMES,
    MONTHS_AFTER_ORDINALS,
    NEVER_LAST,
    OPEN_OR_CLOSED,
    OPENERS,
    ORDINAL_STOP_LANGUAGES,
    PLACES,
    TITLES,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

# How far back a rule looks for the word that carries the stop.
_LOOK_BACK_CHARS = 40

# Stops of scripts that put no blank after them, or need none.
_WIDE_STOPS = "。！？｡؟۔।॥։።။។"
_QUOTES_THAT_CLOSE = "\"'”’“‘»«›‹」』＂"
# What closes with a stop; marks of direction and no width cling to it.
_CLOSERS = _QUOTES_THAT_CLOSE + ")]}*_）】》〉〕］｝\u200b\u200c\u200d\u200e\u200f\u2060\ufeff"

_OPENING = "\"'“‘«„([{*_"
_COMPOUND = re.compile(r"[-–—/]")
_SPACED_QUOTE = re.compile(r'[ \u00a0]"(?=\s|\Z)')
_CLOSING_QUOTE = re.compile(f"[{_QUOTES_THAT_CLOSE}]")
_INITIALS = re.compile(r"(?:[^\W\d_]\.)+[^\W\d_]")
_CLOCK_TIMES = frozenset({"a.m", "p.m", "A.M", "P.M"})
_NUMBER = re.compile(r"[A-Z]*\d.*|[IVXLC]+")

# Nothing this short that an open bracket precedes is a sentence.
_SHORT_CHARS = 6
# Days and centuries have no more digits.
_ORDINAL_DIGITS = 2
# The last letters of a word that are enough to know it for no abbreviation.
_PLAIN_CHARS = 4


@cache
def _short_tails() -> frozenset[str]:
    tables = BEFORE_NUMBERS | NEVER_LAST | TITLES | PLACES | OPEN_OR_CLOSED
    return frozenset(word[-_PLAIN_CHARS:] for word in tables)


@cache
def _openers(language: str | None) -> frozenset[str]:
    return OPENERS["en"] | OPENERS.get(language or "en", frozenset())


@cache
def _stop_pattern() -> re.Pattern[str]:
    closers = re.escape(_CLOSERS)
    return re.compile(
        # a stop, or several, perhaps set with blanks (". . .", "? !")
        r"(?P<stop>[.!?…‼⁇⁈⁉\u037e]++(?:[ \u00a0\u202f]?[.!?…](?!\w))*+)"
        # what closes with it: quotes, brackets, French » after a blank, footnote marks
        rf"(?P<closed>[{closers}]*+(?:[ \u00a0\u202f]»(?=\s|\Z))?"
        r"(?:[ \u00a0]?\[\d{1,3}\]|[¹²³⁰-⁹])*+)"
        r"(?P<glued>(?=[A-Z]))?(?(glued)|(?=[\s\u200b]|\Z))"
        rf"|(?P<wide>[{_WIDE_STOPS}][{_WIDE_STOPS}.!?…]*+)"
        rf"(?P<wide_closed>[{re.escape(_CLOSERS.replace(chr(34), ''))}]*+)",
    )


@cache
def _next_pattern() -> re.Pattern[str]:
    return re.compile(
        r"(?P<blank>[\s\u200b]*+)(?P<opened>[\s\u200b\"'“‘„«»‹›(\[{¿¡—–―*_#>$£€¥@-]*+)"
        r"(?P<word>[^\W_]{1,30}+(?:['’][^\W_]{1,3}+)?)?(?P<dotted>\.)?",
    )


@cache
def _speech_pattern() -> re.Pattern[str]:
    return re.compile(
        r"(?:(?:Mr|Mrs|Ms|Dr|Sen|Rep|Gov|Gen)\. )?"
        r"(?:[A-Z][\w’'-]{0,30} ){1,4}"
        r"(?:said|says|asked|asks|told|replied|wrote|added|shouted|cried|joked|tweeted|posted)\b",
    )


@cache
def _wide_speech_pattern() -> re.Pattern[str]:
    return re.compile(
        r"と|って|という|[^。！？\s]{0,8}?(?:说|說|表示|指出|强调|強調|称|稱|问|問|道)"
    )


class _Stop(NamedTuple):
    """One place where a sentence may end; a named tuple, as one is made for every full stop.

    Attributes:
        word: The word that carries the stop, without it.
        first: Whether the word is the first of its sentence.
        after_small: Whether a word in small letters comes before it.
        mark: The stop itself.
        quoted: Whether a quotation of more than this word closes with it.
        bracketed: Whether a bracket opened just before the word and is still open.
        follower: The next word, or nothing.
        opener: Whether the next word opens sentences.
    """

    word: str
    first: bool
    after_small: bool
    mark: str
    quoted: bool
    bracketed: bool
    follower: str
    opener: bool


def sentence_ends(text: str, start: int, end: int, language: str | None = None) -> Iterator[int]:
    """Yield the offset behind each sentence of ``text[start:end]`` but the last, in order.

    Args:
        text: The whole text.
        start: Where the paragraph starts, in code points from 0.
        end: Where it ends; exclusive.
        language: An ISO 639-1 code, or None where it is not known: then as in English.
    """
    rules = _Rules(text, start, end, language)
    for match in _stop_pattern().finditer(text, start, end):
        at = rules.end_at(match)
        if at is not None and at < end:
            yield at


class _Rules:
    """The rules at work on one paragraph; remembers where the present sentence started."""

    def __init__(self, text: str, start: int, end: int, language: str | None) -> None:
        self._text = text
        self._begun = start
        self._end = end
        self._ordinal_stops = language in ORDINAL_STOP_LANGUAGES
        self._openers = _openers(language)
        piece = text[start:end]
        self._caseless = piece == piece.lower()
        self._quotes_seen_at = start
        self._quotes_odd = False

    def end_at(self, match: re.Match[str]) -> int | None:
        """Return where the sentence ends that this stop may end, or None where it does not."""
        if _is_plain_end(self._text, match):
            at: int | None = match.end()
        elif match["wide"]:
            at = self._wide_end(match)
        else:
            at = self._narrow_end(match)
        if at is not None:
            self._begun = at
        return at

    def _wide_end(self, match: re.Match[str]) -> int | None:
        at = match.end()
        if self._text.startswith('"', at) and self._inside_quotes(match.start()):
            at += 1
        closed = self._text[match.end("wide") : at]
        if closed and closed[-1] in _QUOTES_THAT_CLOSE:
            speech = _wide_speech_pattern().match(self._text, at, self._end)
            return None if speech else at
        return at

    def _narrow_end(self, match: re.Match[str]) -> int | None:
        at = match.end()
        if _SPACED_QUOTE.match(self._text, at, self._end) and self._inside_quotes(match.start()):
            at += 2
        following = _next_pattern().match(self._text, at, self._end)
        follower = (following["word"] or "") if following else ""
        if match["glued"] is None and self._goes_on(follower):
            return None
        stop = self._stop(
            match, follower, dotted=following is not None and bool(following["dotted"])
        )
        if match["glued"] is not None:
            ends = _ends_without_a_blank(stop)
        elif stop.quoted and following is not None and not following["opened"]:
            ends = not self._is_spoken(stop, following.start("word")) and self._ends(stop)
        else:
            ends = self._ends(stop)
        return at if ends else None

    def _inside_quotes(self, position: int) -> bool:
        """Tell whether a straight quotation is open here; positions must not go back."""
        seen = self._text.count('"', self._quotes_seen_at, position)
        self._quotes_odd ^= seen % 2 == 1
        self._quotes_seen_at = position
        return self._quotes_odd

    def _stop(self, match: re.Match[str], follower: str, *, dotted: bool) -> _Stop:
        at = match.start()
        since = max(self._begun, at - _LOOK_BACK_CHARS)
        words = self._text[since:at].split()
        printed = words[-1] if words else ""
        word = printed.lstrip(_OPENING)
        opened = printed[: len(printed) - len(word)]
        closed = match["closed"]
        return _Stop(
            word=_COMPOUND.split(word)[-1],
            first=len(words) <= 1 and since == self._begun,
            after_small=words[-2:-1] != [] and words[-2].islower(),
            mark=match["stop"],
            quoted=bool(_CLOSING_QUOTE.search(closed)) and not opened,
            bracketed=opened[-1:] in {"(", "["} and not closed,
            follower=follower,
            opener=follower in self._openers and not (dotted and len(follower) == 1),
        )

    def _goes_on(self, follower: str) -> bool:
        """Tell whether a lower-case word follows; ``iPhone`` and its like are none."""
        return not self._caseless and follower[:1].islower() and not follower[1:2].isupper()

    def _is_spoken(self, stop: _Stop, next_word_at: int) -> bool:
        """Tell whether ``Smith asked`` follows a question that a quotation closes."""
        if stop.mark == "." or (stop.opener and stop.follower != "I"):
            return False
        return _speech_pattern().match(self._text, next_word_at, self._end) is not None

    def _ends(self, stop: _Stop) -> bool:
        if stop.first and not any(c.isalnum() for c in stop.word):
            return False
        if "!" in stop.mark:
            return stop.word not in EXCLAIMED_NAMES or stop.opener
        if stop.mark != ".":
            return True
        if stop.word.isdecimal():
            return not stop.first and not self._is_ordinal(stop)
        return _abbreviation_ends(stop)

    def _is_ordinal(self, stop: _Stop) -> bool:
        if len(stop.word) > _ORDINAL_DIGITS or stop.opener:
            return False
        return self._ordinal_stops or stop.follower in MONTHS_AFTER_ORDINALS


def _is_plain_end(text: str, match: re.Match[str]) -> bool:
    """Tell whether an ordinary word, one stop, a blank and a capital meet: most ends, told fast."""
    at = match.start()
    tail = text[at - _PLAIN_CHARS : at] if at >= _PLAIN_CHARS else ""
    return (
        text[at : at + 2] == ". "
        and match.end() == at + 1
        and text[at + 2 : at + 3].isupper()
        and tail.isalpha()
        and tail.islower()
        and tail not in _short_tails()
    )


def _ends_without_a_blank(stop: _Stop) -> bool:
    """Tell whether a blank is missing: believed only between a plain word and one that opens."""
    return stop.opener and len(stop.word) > 1 and stop.word.isalpha() and stop.word[1:].islower()


def _abbreviation_ends(stop: _Stop) -> bool:
    """Tell whether a single full stop ends the sentence, by the word that carries it."""
    word = stop.word
    if word in TITLES or (word.isupper() and word.capitalize() in TITLES) or word in NEVER_LAST:
        return False
    if word in BEFORE_NUMBERS:
        return _NUMBER.fullmatch(stop.follower) is None
    if stop.bracketed and len(word) <= _SHORT_CHARS:
        return False  # "(b. March 2009)", "(approx. a mile)"
    if word in _CLOCK_TIMES:
        return stop.follower not in AFTER_CLOCK_TIMES
    if word in PLACES or word in OPEN_OR_CLOSED or _is_initial(word):
        is_pronoun = word == "I" and stop.after_small  # "you and I."
        return stop.opener or stop.quoted or is_pronoun
    return True


def _is_initial(word: str) -> bool:
    return (len(word) == 1 and word.isupper()) or _INITIALS.fullmatch(word) is not None
