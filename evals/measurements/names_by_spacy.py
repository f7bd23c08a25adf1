"""Names as spaCy finds them, for comparison with ours: the library that we did not take.

spaCy is installed beside nutgraf for this only; its models are packages or folders of their own.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import spacy

from nutgraf.article import Span
from nutgraf.language.names import Name

if TYPE_CHECKING:
    from collections.abc import Callable

    from nutgraf.language.names.name import NameKind

# The labels of OntoNotes, which spaCy's English models give; numbers, dates and the like are left.
_KINDS: dict[str, NameKind] = {
    "PERSON": "person",
    "ORG": "organization",
    "GPE": "place",
    "LOC": "place",
    "FAC": "place",
    "NORP": "other",
    "PRODUCT": "other",
    "EVENT": "other",
    "WORK_OF_ART": "other",
    "LAW": "other",
    "LANGUAGE": "other",
}
# OntoNotes counts articles and possessives to the name; the corpora do not.
_ARTICLE = re.compile(r"(?:the|an?)\s+", re.IGNORECASE)
_POSSESSIVE = re.compile(r"['\u2019]s?$")


def spacy_reader(model: str) -> Callable[[str], tuple[Name, ...]]:
    """Return a function from a text to its names, equal forms of one kind merged."""
    pipeline = spacy.load(
        model, exclude=["parser", "lemmatizer", "tagger", "attribute_ruler", "senter"]
    )

    def names(text: str) -> tuple[Name, ...]:
        mentions: dict[tuple[str, NameKind], list[Span]] = {}
        for entity in pipeline(text).ents:
            span = _bare(text, entity.start_char, entity.end_char)
            if entity.label_ in _KINDS and span.end > span.start:
                mentions.setdefault((span.of(text), _KINDS[entity.label_]), []).append(span)
        return tuple(Name(form, kind, tuple(spans)) for (form, kind), spans in mentions.items())

    return names


def _bare(text: str, start: int, end: int) -> Span:
    article = _ARTICLE.match(text, start, end)
    start = article.end() if article else start
    possessive = _POSSESSIVE.search(text[start:end])
    return Span(start, start + possessive.start() if possessive else end)
