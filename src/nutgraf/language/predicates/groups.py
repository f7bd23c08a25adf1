"""Finds the verb groups of a tagged sentence: auxiliaries, negators and the main verb."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final, Literal

from nutgraf.language.predicates.phrases import read_phrase
from nutgraf.language.predicates.tagger import possible_tags

if TYPE_CHECKING:
    from collections.abc import Sequence

    from nutgraf.language.predicates.phrases import Phrase
    from nutgraf.language.predicates.words import Word

# Particles that the tagger may take for a preposition ("called off the march").
PHRASAL_VERBS: Final = frozenset(
    {
        ("call", "off"), ("rule", "out"), ("lay", "off"), ("carry", "out"), ("set", "up"),
        ("set", "off"), ("put", "off"), ("give", "up"), ("shut", "down"), ("turn", "down"),
        ("pay", "off"), ("take", "over"), ("hand", "over"), ("break", "off"), ("write", "off"),
    }
)  # fmt: skip
Form = Literal["finite", "infinitive", "gerund", "participle"]

_BARE: Final = frozenset({"VVI", "VBI", "VHI", "VDI", "VVB", "VHB", "VDB"})
_PAST_PARTICIPLES: Final = frozenset({"VVN", "VBN", "VHN", "VDN", "VVD"})
_AFTER_BE: Final = frozenset({"VVG", "VBG", "VHG", "VDG", "VVN", "VHN", "VDN", "VVD"})
_FORMS: Final[dict[str, Form]] = {
    "TO0": "infinitive", "I": "infinitive", "G": "gerund", "N": "participle",
}  # fmt: skip
_ADVERBS: Final = frozenset({"AV0", "XX0"})
# A quotation may begin between auxiliary and verb (would "sell").
_PASSED_OVER: Final = _ADVERBS | {"PUQ"}
NEGATORS: Final = frozenset(
    {"not", "n't", "never", "hardly", "scarcely", "barely", "nor", "neither", "nowhere"}
)
# "Not only", "not until": these negate nothing, or not the verb.
_CANCELLING: Final = frozenset(
    {"only", "just", "merely", "simply", "solely", "least", "until", "long", "far", "exactly"}
)
_QUESTION_WORDS: Final = frozenset({"AVQ", "DTQ", "PNQ"})
_INVERTING: Final = frozenset(
    {"nor", "neither", "never", "only", "so", "hardly", "scarcely", "rarely", "seldom", "not"}
)


@dataclass(slots=True)
class Group:
    """A verb group; ``first``, ``last``, ``main`` are the numbers of words.

    Attributes:
        verbs: The numbers of its verbal words, the main verb last.
        adverbs: The numbers of the adverbs in it and before it.
        negators: How many of these negate.
        inner: The subject of an inverted group ("did THE BANK raise").
        inverted: Whether an auxiliary stands before the subject.
        particle: The number of the verb's particle ("ruled OUT").
    """

    first: int
    last: int
    main: int
    form: Form
    verbs: list[int]
    adverbs: list[int] = field(default_factory=list)
    negators: int = 0
    passive: bool = False
    perfect: bool = False
    progressive: bool = False
    inner: Phrase | None = None
    inverted: bool = False
    particle: int | None = None


def read_group(words: Sequence[Word], at: int) -> Group | None:
    """Read the verb group that begins at a word, adverbs before it included.

    Returns:
        The group, or None where none begins.
    """
    start = at
    while start < len(words) and words[start].tag in _ADVERBS:
        start += 1
    if start == len(words) or not _begins(words[start].tag):
        return None
    verbs, inner = [start], None
    index = start
    while (following := _next(words, index)) is not None:
        verbs.append(following)
        index = following
    if _is_auxiliary(words[verbs[-1]]) and _may_invert(words, at):
        inner, found = _across_subject(words, verbs[-1])
        verbs += found
    return _group(words, at, verbs, inner)


def _begins(tag: str) -> bool:
    return tag in {"VM0", "TO0"} or (tag[0] == "V" and len(tag) == 3)  # noqa: PLR2004 - C5


def _expected(words: Sequence[Word], index: int) -> frozenset[str]:
    tag = words[index].tag
    if tag in {"VM0", "TO0"} or tag[:2] == "VD":
        return _BARE
    if tag[:2] == "VH":
        return _PAST_PARTICIPLES
    return _AFTER_BE if tag[:2] == "VB" else frozenset()


def _next(words: Sequence[Word], index: int) -> int | None:
    """Return the number of the verbal word that goes on a group, adverbs passed over."""
    expected = _expected(words, index)
    following = index + 1
    while following < len(words) and words[following].tag in _PASSED_OVER:
        following += 1
    if following == len(words):
        return None
    if words[following].tag not in expected and not _is_participle(words, index, following):
        return None
    return following


def _is_participle(words: Sequence[Word], index: int, following: int) -> bool:
    """Tell whether a form such as "read" or "cut" is a participle here, behind "have"."""
    if words[index].tag[:2] != "VH" or words[following].tag not in {"VVB", "VVI"}:
        return False
    return "VVN" in possible_tags(words[following].lower)


def _is_auxiliary(word: Word) -> bool:
    return word.tag == "VM0" or word.tag[:2] in {"VB", "VH", "VD"}


def _may_invert(words: Sequence[Word], at: int) -> bool:
    """Tell whether a subject may follow an auxiliary here, as in a question."""
    before = words[at - 1] if at else None
    if before is None or before.is_mark or before.tag in _QUESTION_WORDS or before.tag == "CJC":
        return True
    own = {word.lower for word in words[max(0, at - 4) : at + 2]}
    return not own.isdisjoint(_INVERTING)


def _across_subject(words: Sequence[Word], auxiliary: int) -> tuple[Phrase | None, list[int]]:
    """Read the subject after an auxiliary and the verbs behind it."""
    after = auxiliary + 1
    while after < len(words) and words[after].tag in _ADVERBS:
        after += 1
    phrase = read_phrase(words, after) if after < len(words) else None
    if phrase is None:
        return None, []
    _reach_over_of(words, phrase)
    bare = _expected(words, auxiliary) is _BARE
    if bare and (found := _hidden_verb(words, phrase)) is not None:
        return phrase, [found]
    following = phrase.last
    while following + 1 < len(words) and words[following + 1].tag in _ADVERBS:
        following += 1
    found_verbs: list[int] = []
    if following + 1 < len(words) and words[following + 1].tag in _expected(words, auxiliary):
        found_verbs.append(following + 1)
        while (more := _next(words, found_verbs[-1])) is not None:
            found_verbs.append(more)
    is_be = words[auxiliary].tag[:2] == "VB"
    ends = following + 1 < len(words) and words[following + 1].text == "?"  # "Did the mayor?"
    return (phrase, found_verbs) if found_verbs or is_be or ends else (None, [])


def _reach_over_of(words: Sequence[Word], phrase: Phrase) -> None:
    """Let "the minister OF TRADE" be one phrase, headed by the minister."""
    while phrase.last + 2 < len(words) and words[phrase.last + 1].tag == "PRF":
        nearest = read_phrase(words, phrase.last + 2)
        if nearest is None:
            break
        phrase.last, phrase.nearest = nearest.last, nearest


def _hidden_verb(words: Sequence[Word], phrase: Phrase) -> int | None:
    """Find the verb that the tagger took for the last noun ("did the minister PROMISE")."""
    last = phrase.last
    follows = words[last + 1].tag if last + 1 < len(words) else ""
    if follows in _BARE or last == phrase.first:
        return None
    for index in range(phrase.first + 1, last + 1):
        known = possible_tags(words[index].lower)
        if words[index].tag[:2] == "NN" and known & {"VVI", "VVB"} and words[index - 1].tag in {
            "NN1", "NN2", "NP0", "NN0",
        }:  # fmt: skip
            words[index].tag = "VVI"
            phrase.last = index - 1
            phrase.heads = [(index - 1, index - 1)]
            return index
    return None


def _group(words: Sequence[Word], at: int, verbs: list[int], inner: Phrase | None) -> Group:
    first_tag, main = words[verbs[0]].tag, verbs[-1]
    form: Form = "finite"
    if first_tag == "TO0" or first_tag[2] in _FORMS:
        form = _FORMS["TO0" if first_tag == "TO0" else first_tag[2]]
    adverbs = [n for n in range(at, main) if words[n].tag in _ADVERBS]
    last = main
    while last + 1 < len(words) and words[last + 1].tag == "XX0" and _is_auxiliary(words[main]):
        last += 1
        adverbs.append(last)
    if inner is not None:
        last = max(last, inner.last)
    group = Group(at, last, main, form, verbs, adverbs, inner=inner, inverted=inner is not None)
    group.negators = _count_negators(words, adverbs)
    before = words[at - 1].lower if at else ""
    group.negators += before == "nor" or (group.inverted and before == "neither")
    group.first = _first(words, group)
    _read_voice(words, group)
    group.negators += group.passive and _is_nothing(words, last + 1)
    if _is_particle(words, main):
        group.particle = main + 1
    return group


def _is_particle(words: Sequence[Word], main: int) -> bool:
    """Tell whether the word behind a verb belongs to it; "out of" is a preposition."""
    if main + 1 >= len(words) or words[min(main + 2, len(words) - 1)].lower == "of":
        return False
    verb, word = words[main], words[main + 1]
    known = word.tag == "PRP" and (verb.lemma, word.lower) in PHRASAL_VERBS
    return word.tag == "AVP" or known


def _is_nothing(words: Sequence[Word], at: int) -> bool:
    """Tell whether a passive keeps "nothing" for its object: "has been awarded NOTHING"."""
    following = [word.lower for word in words[at : at + 2]]
    return following[:1] == ["nothing"] and following[1:] != ["but"]


def _first(words: Sequence[Word], group: Group) -> int:
    """Return where the group begins: at its first verb, or at a negator right before."""
    first = group.verbs[0]
    while first - 1 in group.adverbs and words[first - 1].lower in NEGATORS | {"no", "longer"}:
        first -= 1
    return first


def _count_negators(words: Sequence[Word], adverbs: Sequence[int]) -> int:
    count = 0
    for number in adverbs:
        following = words[number + 1].lower if number + 1 < len(words) else ""
        if words[number].lower in NEGATORS:
            count += following not in _CANCELLING
        elif words[number].lower == "longer":
            count += words[number - 1].lower == "no"
    return count


def _read_voice(words: Sequence[Word], group: Group) -> None:
    tags = [words[n].tag for n in group.verbs]
    main = tags[-1]
    before = tags[-2] if len(tags) > 1 else ""
    lexical = main[:2] == "VV" or main in {"VDN", "VHN"}
    participle = lexical and main[2] in "ND"
    group.passive = participle and (before[:2] == "VB" or (group.form == "participle"))
    group.perfect = any(tag[:2] == "VH" for tag in tags[:-1])
    group.progressive = main[2] == "G" and before[:2] == "VB"
    if group.passive and "VBG" in tags:
        group.progressive = len(tags) > 2  # noqa: PLR2004 - "is being sold", not "being sold"
