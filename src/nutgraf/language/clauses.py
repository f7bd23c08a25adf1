"""The clauses of a sentence, found by their punctuation and first words, without a grammar.

What a clause says (status, negation, questions) is read in ``status`` and ``questions``.
"""

from __future__ import annotations

import re
from typing import Final

# A single quotation mark is also an apostrophe, so single ones are left alone; the straight double
# mark opens as well as closes, so those are paired in order.
_STRAIGHT: Final = '"'
_OPENING: Final = frozenset("“„«")
_CLOSING: Final = frozenset("”»")

_SUBORDINATORS: Final = (
    "which|who|whom|whose|where|although|though|while|whereas|after|before|because|since|as|despite"
    "|but|and|so|unless|until|if|when|yet|or|according|with"
)
_SPLIT = re.compile(rf"[,;:\u2013—]\s*(?=(?:{_SUBORDINATORS})\b)|;\s", re.IGNORECASE)
# "Not until" and "cannot but" open no clause, "see if" and "asked if" no condition.
_INNER_SPLIT = re.compile(
    r"(?<!not)(?<!n't)(?<!n\u2019t)\s(?:although|though|whereas|because|unless|until|after|before"
    r"|but|who|which|despite|(?<!see )(?<!as )(?<!ask )(?<!asked )(?<!know )(?<!wonder )if)\s",
    re.IGNORECASE,
)
_OPENS_SUBORDINATE = re.compile(
    r"^(?:after|although|though|as|because|before|despite|even though|following|if|in case|once"
    r"|since|unless|until|when|whenever|while|with|without)\b[^,]{1,160},\s*",
    re.IGNORECASE,
)
_SAYS: Final = (
    r"(?:said|says|say|saying|told|tells|announced|announces|added|adds|wrote|writes|reported"
    r"|reports|stated|states|argued|argues|insisted|insists|explained|confirmed|confirms|warned"
    r"|warns|noted|believes?|believed|thinks?|thought|predicted|predicts|claimed|claims|stressed"
    r"|acknowledged|conceded|signalled|signaled|indicated|suggested)"
)
# Between the verb and what it reports: whom it is told, and when.
_REPORTS = re.compile(
    rf"^(?P<tag>[^,;]{{0,120}}?\b(?:had |has |have |also |later )*{_SAYS})\b"
    r"(?P<rest>(?: (?:(?:on )?(?:mon|tues|wednes|thurs|fri|satur|sun)day|(?:a )?reporters?"
    r"|parliament"
    r"|journalists|today|yesterday|in a statement|late|earlier)\b)*"
    r"[,:]?(?: that\b)?) [\"“„«]?(?=\w)",
    re.IGNORECASE,
)
# A negated verb of saying ("did not say") is itself the statement, and a verb of saying in a
# subordinate clause introduces nothing.
_TAG_STATES = re.compile(
    r"\b(?:not|never|although|though|because|which|who|before|after)\b|n['\u2019]t\b",
    re.IGNORECASE,
)
_TRAILING_TAG = re.compile(
    rf",\s(?:(?:[\w.'\u2019-]+\s){{1,8}}{_SAYS}|{_SAYS}\s(?:[\w.'\u2019-]+\s?){{1,8}}"
    r"|according\sto\s[^,]{1,80})[^,]{0,60}$",
    re.IGNORECASE,
)
_SAYING = re.compile(rf"\b{_SAYS}\b", re.IGNORECASE)
_OWN_CLAUSE = re.compile(r"\bthat\b|,\s(?:but|and|while|though)\s\S{1,30}\s+\S{1,30}\s")
_QUOTE_THEN_TAG = re.compile(r"[,?!.][\"”»]\s")
_TAG_THEN_QUOTE = re.compile(rf"\b{_SAYS}\b[^,:\"“„«]{{0,60}}[,:]\s*[\"“„«]", re.IGNORECASE)
_LEAST_WORDS: Final = 3
_CONTENT_WORD = re.compile(r"[^\W\d_]{2,}")


def reporters_words(sentence: str) -> str:
    """Return the sentence with everything between double quotation marks blanked.

    A mark without its partner reaches to the end of the sentence, or from its beginning if it
    closes. The result is as long as the sentence.
    """
    kept, quoted, start = list(sentence), False, 0
    for index, character in enumerate(sentence):
        if character in _OPENING or (character == _STRAIGHT and not quoted):
            quoted, start = True, index
        elif character in _CLOSING or character == _STRAIGHT:
            kept[start : index + 1] = " " * (index + 1 - start)
            quoted, start = False, index + 1
    if quoted:
        kept[start:] = " " * (len(sentence) - start)
    return "".join(kept)


def main_clause(sentence: str) -> str:
    """Return the clause that carries what the sentence states.

    Quoted words count only where the reporter adds no clause of his own. A clause that only says
    who speaks gives way to what is said; subordinate clauses before, within and after are left out.
    """
    own = reporters_words(sentence)
    words = own if _has_a_clause(sentence, own) else sentence
    words = re.sub(r"\s+", " ", words.strip(' \t\n"“”„«»'))
    words = _TRAILING_TAG.sub("", words.rstrip('.!? "”'))
    words = _without_reporting(_OPENS_SUBORDINATE.sub("", words, count=1).strip())
    words = _OPENS_SUBORDINATE.sub("", words, count=1).strip()
    words = _SPLIT.split(words, maxsplit=1)[0]
    first = _INNER_SPLIT.split(words, maxsplit=1)[0]
    return first if len(_CONTENT_WORD.findall(first)) > 1 else words


def _without_reporting(words: str) -> str:
    match = _REPORTS.match(words)
    if match is None or _TAG_STATES.search(match["tag"]):
        return words
    return words[match.end() :]


def _has_a_clause(sentence: str, own: str) -> bool:
    """Tell whether the reporter's words state more than who said what is quoted."""
    if len(_CONTENT_WORD.findall(own)) < _LEAST_WORDS:
        return False
    if _OWN_CLAUSE.search(own) or not _SAYING.search(own):
        return True
    return not (_QUOTE_THEN_TAG.search(sentence) or _TAG_THEN_QUOTE.search(sentence))
