"""Decides who said each quotation, and whether it is a whole statement or a fragment.

Finding the marks is the business of ``marks``, reading a single clause that of ``clauses``.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from nutgraf.article import Span
from nutgraf.language.quotations import words as table
from nutgraf.language.quotations.cast import Cast, Mention, is_pronoun
from nutgraf.language.quotations.clauses import Clauses
from nutgraf.language.quotations.documents import author
from nutgraf.language.quotations.exchanges import take_turns
from nutgraf.language.quotations.named_later import name_later
from nutgraf.language.quotations.phrases import MASK

if TYPE_CHECKING:
    from collections.abc import Sequence

    from nutgraf.language.names import Name
    from nutgraf.language.quotations.layout import Layout
    from nutgraf.language.quotations.marks import Quoted

_REACH = 400  # code points read beside a quotation at most
_MIN_CLAUSE_WORDS = 4  # fewer words without a capital or a full stop are a fragment
_WORD = re.compile(r"\w+(?:[-'’]\w+)*")  # noqa: RUF001 - both apostrophes
_LONGEST_NAME = 24  # code points of a given name before a nickname
_NAME_BEFORE = re.compile(r"\b[^\W\d_a-zß-ÿ][\w.]+ \Z")
_NAME_AFTER = re.compile(r" [^\W\d_a-zß-ÿ]")
_DASHES = ("—", "–")  # noqa: RUF001 - the en dash
_CLOSING_BRACKET = re.compile(r"[)\]]")
_JOINED = re.compile(r"\W*(?:and|or|but|und|et|y)?\W*")
_ENDS_STATEMENT = (".", "!", "?", "…", "。", "！", "？", ",", "，", "—")  # noqa: RUF001
_ENDS_BEFORE_TAG = (",", "?", "!", "—", "–", "-", "…", "，", "？", "！")  # noqa: RUF001


@dataclass(frozen=True, slots=True)
class Attributed:
    """A quoted stretch, whose words it holds, and whether they are a whole clause."""

    quoted: Quoted
    by: Mention | None
    direct: bool


class Attribution:
    """Gives the quotations of one article their speakers, in reading order."""

    def __init__(
        self, text: str, layout: Layout, names: Sequence[Name], quoted: Sequence[Quoted]
    ) -> None:
        """Mask what is quoted and index the names.

        Args:
            text: The article's text.
            layout: Its sentences and paragraphs.
            names: Its names.
            quoted: Its quoted stretches, the enclosing before the enclosed.
        """
        self._text = text
        self._layout = layout
        self._quoted = quoted
        self._top = [stretch for stretch in quoted if not stretch.depth]
        outers = [stretch.outer for stretch in self._top]
        self._cast = Cast(text, names, sentence_starts=layout.starts, quoted=outers)
        self._clauses = Clauses(_masked(text, outers), self._cast)
        self._inner_clauses = Clauses(text, self._cast)

    @property
    def cast(self) -> Cast:
        """Who can speak, with what the quotations have told so far."""
        return self._cast

    @property
    def clauses(self) -> Clauses:
        """The reporter's clauses."""
        return self._clauses

    def read(self) -> list[Attributed]:
        """Attribute every stretch; the enclosed follow the one that holds them."""
        top = take_turns(self._joined(self._read_top()), self._text, self._layout)
        outer = iter(name_later(top, self._text, self._layout, self._cast))
        found: list[Attributed] = []
        holders: list[Attributed] = []
        for quoted in self._quoted:
            del holders[quoted.depth :]
            one = self._inner(quoted, holders[-1]) if holders else next(outer)
            found.append(one)
            holders.append(one)
        return found

    def _read_top(self) -> list[Attributed]:
        found: list[Attributed] = []
        limits = [*(quoted.outer.start for quoted in self._top[1:]), len(self._text)]
        for quoted, limit in zip(self._top, limits, strict=False):
            one = self._outer(quoted, found[-1] if found else None, limit)
            if one.by is not None:
                self._cast.note(one.by)
            found.append(one)
        return found

    def _joined(self, found: list[Attributed]) -> list[Attributed]:
        """Let quotations that are only listed share the tag of the last ("A" and "B," he said)."""
        for number in range(len(found) - 2, -1, -1):
            one, following = found[number], found[number + 1]
            between = (one.quoted.outer.end, following.quoted.outer.start)
            if one.by is None and _JOINED.fullmatch(self._text, *between):
                same = self._layout.at(between[0] - 1) == self._layout.at(between[1])
                found[number] = replace(one, by=following.by if same else None)
        return found

    def _outer(self, quoted: Quoted, previous: Attributed | None, limit: int) -> Attributed:
        lead, tail = self._lead(quoted), self._tail(quoted, limit)
        introduced = self._clauses.introduces(lead)
        direct = self._is_direct(quoted, lead, introduced=introduced, previous=previous)
        if not introduced and not direct and self._is_name(quoted):
            return Attributed(quoted, None, direct)
        by = self._speaker(quoted, lead, tail, previous, direct)
        if by is not None:
            sentence = self._layout.at(quoted.outer.start)
            by = author(by, sentence, self._text, self._layout, self._clauses)
        return Attributed(quoted, by, direct)

    def _speaker(
        self, quoted: Quoted, lead: Span, tail: Span, previous: Attributed | None, direct: bool
    ) -> Mention | None:
        """Look where the quotation's form promises a speaker first, then elsewhere."""
        by = None
        if self._awaits_tag(quoted) and not self._clauses.introduces(lead):
            by = self._clauses.after(tail)
        if by is None and quoted.continues:
            by = self._carried(quoted, lead, previous)
        by = by or self._clauses.before(lead) or self._clauses.after(tail, loose=not direct)
        if by is None and not self._clauses.is_term(lead) and not self._is_aside(lead):
            by = self._carried(quoted, lead, previous, direct=direct)
        return by

    def _is_name(self, quoted: Quoted) -> bool:
        """Tell whether the words are a title of a work or a nickname rather than speech."""
        parts = quoted.inner.of(self._text).split()
        if not all(_is_titular(part) for part in parts):
            return False
        if len(parts) > 1:
            return True
        start, end = quoted.outer.start, quoted.outer.end
        around = self._text[max(0, start - _LONGEST_NAME) : start], self._text[end : end + 2]
        return bool(_NAME_BEFORE.search(around[0]) and _NAME_AFTER.match(around[1]))

    def _is_aside(self, lead: Span) -> bool:
        """Tell whether the quotation stands in brackets of the reporter's."""
        return self._text[lead.start - 1 : lead.start] in ("(", "[")

    def _inner(self, quoted: Quoted, holder: Attributed) -> Attributed:
        """Attribute a quotation inside another: to whom its holder names, or to the holder."""
        within = holder.quoted.inner
        sentence = self._layout.sentence(self._layout.at(quoted.outer.start))
        start = max(within.start, sentence.start, quoted.outer.start - _REACH)
        lead = Span(start, quoted.outer.start)
        tail = Span(quoted.outer.end, min(within.end, sentence.end, quoted.outer.end + _REACH))
        found = self._inner_clauses.before(lead)
        if found is None and tail.start < tail.end:
            found = self._inner_clauses.after(tail, loose=True)
        direct = self._is_direct(quoted, lead, introduced=self._clauses.introduces(lead))
        return Attributed(quoted, self._inner_speaker(found, holder), direct)

    def _inner_speaker(self, found: Mention | None, holder: Attributed) -> Mention | None:
        if found is None:
            return holder.by
        word = found.span.of(self._text)
        if word.lower() in ("i", "we"):
            return holder.by
        if not is_pronoun(word):
            return found
        paragraph = self._layout.paragraphs[self._layout.paragraph_at(found.span.start)]
        return self._cast.told_of(found.span, paragraph.start, holder.by)

    def _lead(self, quoted: Quoted) -> Span:
        """Return the reporter's words before a quotation, up to its mark."""
        mark = quoted.outer.start
        number = self._layout.at(mark)
        start = max(self._layout.starts[number], mark - _REACH)
        if number and not self._text[start:mark].strip():
            earlier = self._layout.sentence(number - 1)
            if self._clauses.introduces(earlier):
                start = max(earlier.start, mark - _REACH)
        return Span(max(start, self._bracket_before(start, mark)), mark)

    def _tail(self, quoted: Quoted, limit: int) -> Span:
        """Return the reporter's words after a quotation, up to the next one."""
        mark = quoted.outer.end
        number = self._layout.at(mark - 1)
        end = min(max(mark, self._layout.sentence(number).end), mark + _REACH, limit)
        if self._bracket_before(max(0, quoted.outer.start - _REACH), quoted.outer.start):
            bracket = _CLOSING_BRACKET.search(self._text, mark, end)
            end = bracket.start() if bracket else end
        if self._text[mark:end].strip(" .,;:"):
            closed = quoted.inner.of(self._text).endswith(".")
            new = closed and self._text[mark:end].lstrip()[:1].isupper()
            return Span(mark, mark if new else end)
        following = self._layout.sentence_after(number)
        if following is None:
            return Span(mark, mark)
        end = min(following.end, mark + _REACH, limit)
        return Span(mark, end if self._is_tag(quoted, Span(following.start, end)) else mark)

    def _bracket_before(self, start: int, end: int) -> int:
        """Return where a bracket that is still open at ``end`` begins its words, else 0."""
        for opening, closing in ("()", "[]"):
            at = self._text.rfind(opening, start, end)
            if at > self._text.rfind(closing, start, end):
                return at + 1
        return 0

    def _is_tag(self, quoted: Quoted, sentence: Span) -> bool:
        """Tell whether what reads like a sentence of its own is a quotation's tag."""
        first = sentence.of(self._text)[:1]
        if first.islower() or first in _DASHES:
            return True
        awaits = quoted.inner.of(self._text).endswith(_ENDS_BEFORE_TAG)
        return awaits and self._clauses.is_tag(sentence)

    def _awaits_tag(self, quoted: Quoted) -> bool:
        end = quoted.outer.end
        follows = self._text[end : end + 1] in (",", "，")  # noqa: RUF001 - full width
        return follows or quoted.inner.of(self._text).endswith(_ENDS_BEFORE_TAG)

    def _is_direct(
        self,
        quoted: Quoted,
        lead: Span,
        *,
        introduced: bool,
        previous: Attributed | None = None,
    ) -> bool:
        words = quoted.inner.of(self._text)
        count = sum(1 for _ in zip(range(_MIN_CLAUSE_WORDS), _WORD.finditer(words), strict=False))
        ends = words.endswith(_ENDS_STATEMENT) or self._awaits_tag(quoted)
        first = next(filter(str.isalpha, words), "")
        if not first.islower() and (ends or introduced):
            return count > 1 or ends
        announced = introduced or self._clauses.ends_in_verb(lead)
        if quoted.continues or (announced and count == _MIN_CLAUSE_WORDS):
            return True
        if previous is None or not previous.direct or not ends:
            return False
        return previous.quoted.outer.end > lead.start  # the second half of an interrupted one

    def _carried(
        self, quoted: Quoted, lead: Span, previous: Attributed | None, *, direct: bool = True
    ) -> Mention | None:
        """Take the speaker over from what was said before."""
        number = self._layout.at(quoted.outer.start)
        if previous is not None:
            last = self._layout.at(previous.quoted.outer.end - 1)
            if quoted.continues or last == number:
                return previous.by
        if not direct or not number or not self._clauses.is_connective(lead):
            return None
        earlier = self._layout.sentence(number - 1)
        if previous is not None and previous.quoted.outer.end > earlier.start:
            return previous.by
        return self._from_report(number, previous)

    def _from_report(self, number: int, previous: Attributed | None) -> Mention | None:
        """Take the speaker from the reporter's sentence before a quotation that starts its own."""
        if not self._layout.is_prose(number - 1):
            return None
        earlier = self._layout.sentence(number - 1)
        earlier = Span(earlier.start, min(earlier.end, earlier.start + _REACH))
        reported = self._clauses.report(earlier)
        if reported is not None or not self._layout.same_paragraph(number - 1, number):
            return reported
        if previous is not None:
            last = self._layout.at(previous.quoted.outer.end - 1)
            if self._layout.same_paragraph(last, number):
                return previous.by
        about = self._clauses.about(earlier)
        return about if about is not None and about.person else None


def _is_titular(word: str) -> bool:
    return word[0].isupper() or word in table.TITLE_SMALL_WORDS


def _masked(text: str, spans: Sequence[Span]) -> str:
    """Return the text with every code point of the spans masked, offsets kept."""
    parts: list[str] = []
    at = 0
    for span in spans:
        parts += (text[at : span.start], MASK * (span.end - span.start))
        at = span.end
    return "".join((*parts, text[at:]))
