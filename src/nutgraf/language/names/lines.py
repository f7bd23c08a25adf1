"""The sentences as lines of tokens, and what the text itself tells about its capitals.

A word that the text also writes in lower case is no name where it only opens a sentence; a line in
title case or all capitals tells nothing. Which names there are is decided in ``candidates``.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from nutgraf.language.names import cue_words, gazetteer
from nutgraf.language.names.tokens import Token, is_common, read_tokens
from nutgraf.language.names.word_sets import words as read_words
from nutgraf.language.predicates.tagger import is_plural_noun
from nutgraf.language.sentences import SentenceKind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from nutgraf.language.sentences import Sentence

_CAPITALS_SHARE: Final = 0.75
_FEWEST_WORDS: Final = 3
_CONTENT_LETTERS: Final = 4
# Below this share of English function words a text is taken for another language.
_ENGLISH_SHARE: Final = 0.12
_FEWEST_FOR_LANGUAGE: Final = 30
# What opens a sentence with these endings is an adverb, a participle or an abstract noun.
_COMMON_ENDINGS: Final = tuple(
    read_words(
        "ly ing ed wide ness tion tions ment ments ity ism llors tors sors"
        " goers makers holders owners workers keepers takers seekers lovers watchers growers"
        " sellers buyers players riders dwellers ologists"
    )
)
# Straight and curly quotation marks, and brackets.
_CLOSING: Final = frozenset("\"'\u201d\u2019)]")
_ENGLISH: Final = read_words("the of and to in a is was for that on with as at by it from")


@dataclass(frozen=True, slots=True)
class Line:
    """A sentence as tokens, with their roles as one string.

    Attributes:
        tokens: Its words and marks.
        roles: One letter a token.
        flat: Whether its capitals tell nothing, as in a headline.
    """

    tokens: tuple[Token, ...]
    roles: str
    flat: bool

    def words(self, start: int, end: int) -> tuple[str, ...]:
        """Return the words of a stretch of tokens, a possessive as part of the word before it."""
        words: list[str] = []
        for token in self.tokens[start:end]:
            if token.role == "s" and words:
                words[-1] += token.text
            else:
                words.append(token.text)
        return tuple(words)

    def form(self, start: int, end: int) -> str:
        """Return the words of a stretch of tokens, with single spaces."""
        return " ".join(self.words(start, end))

    def low(self, index: int) -> str:
        """Return one token in lower case, or nothing outside the line."""
        return self.tokens[index].text.lower() if 0 <= index < len(self.tokens) else ""


@dataclass(frozen=True, slots=True)
class Evidence:
    """How a text writes its words.

    Attributes:
        lower: The words that it has in lower case.
        capital: The words that it capitalises where nothing forces it to.
        alone: Those of them that stand in no longer name.
        english: Whether it is English, as far as its small words tell.
    """

    lower: frozenset[str]
    capital: frozenset[str]
    alone: frozenset[str]
    english: bool

    def is_name(self, token: Token) -> bool:
        """Tell whether the capital of a word that stands alone comes from being a name."""
        low = token.text.lower()
        if token.text in gazetteer.KNOWN:
            return token.text in self.capital or low not in self.lower
        if low in self.lower or is_common(low) or not self.english:
            return False
        if not token.opens or token.text in self.capital:
            return True
        return not (low.endswith(_COMMON_ENDINGS) or is_plural_noun(low))


def read_lines(text: str, sentences: Sequence[Sentence]) -> list[Line]:
    """Read the sentences of a text as lines."""
    lines = []
    for sentence in sentences:
        tokens = tuple(read_tokens(text, sentence.span))
        roles = "".join(token.role for token in tokens)
        lines.append(Line(tokens, roles, _is_flat(tokens, sentence.kind)))
    return lines


def gather_evidence(lines: Sequence[Line]) -> Evidence:
    """Gather how a text writes its words."""
    lower: set[str] = set()
    capital: set[str] = set()
    alone: set[str] = set()
    for line in lines:
        lower.update(token.text for token in line.tokens if token.role in "xpoaft")
        if line.flat:
            continue
        free = [(i, t.text) for i, t in enumerate(line.tokens) if t.role in "CI" and not t.opens]
        capital.update(word for _, word in free)
        alone.update(word for i, word in free if not _touches_name(line.roles, i))
    return Evidence(frozenset(lower), frozenset(capital), frozenset(alone), _is_english(lines))


def _touches_name(roles: str, index: int) -> bool:
    beside = roles[max(index - 1, 0) : index] + roles[index + 1 : index + 2]
    return any(role in "CDTHI" for role in beside)


def _is_english(lines: Sequence[Line]) -> bool:
    spoken = [token.text for line in lines for token in line.tokens if token.text[0].isalpha()]
    small = sum(word in _ENGLISH for word in spoken)
    return len(spoken) < _FEWEST_FOR_LANGUAGE or small >= _ENGLISH_SHARE * len(spoken)


def _is_flat(tokens: Sequence[Token], kind: SentenceKind) -> bool:
    """Tell a line in all capitals, or in title case: that does not end as a sentence does."""
    spoken = [token.text for token in tokens if token.text[0].isalpha()]
    if _is_most(sum(word.isupper() for word in spoken), len(spoken)):
        return True
    if kind is SentenceKind.ITEM or _ends_as_sentence(tokens):
        return False
    content = [
        word
        for word in spoken
        if len(word) >= _CONTENT_LETTERS and word.lower() not in cue_words.FUNCTION_WORDS
    ]
    return _is_most(sum(word[0].isupper() for word in content), len(content))


def _is_most(capitals: int, count: int) -> bool:
    return count >= _FEWEST_WORDS and capitals >= _CAPITALS_SHARE * count


def _ends_as_sentence(tokens: Sequence[Token]) -> bool:
    for token in reversed(tokens):
        if token.text not in _CLOSING:
            return token.text[-1] in ".!?\u2026;,:"
    return False
