"""The predicates of a sentence: who does what, whether it took place, and who says so.

English only. The parts of speech come from a tagger, the rest is read from word order and function
words: ``chunks`` splits, ``tags`` takes out who is speaking, ``syntax`` finds subjects and clauses,
``modality`` and ``attribution`` say what it all amounts to.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from nutgraf.language.predicates.attribution import Claims
from nutgraf.language.predicates.chunks import read_chunks
from nutgraf.language.predicates.finishing import finish
from nutgraf.language.predicates.modality import Modality
from nutgraf.language.predicates.record import Attribution, Clause, Participant, Predicate
from nutgraf.language.predicates.repairs import repair
from nutgraf.language.predicates.syntax import Syntax
from nutgraf.language.predicates.tags import find_tags, split_at_tags
from nutgraf.language.predicates.words import read_words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from nutgraf.article import Span
    from nutgraf.language.quotations import Quotation

__all__ = ["Attribution", "Clause", "Participant", "Predicate", "find_predicates"]


def find_predicates(
    text: str, sentence: Span, quotations: Sequence[Quotation] = ()
) -> tuple[Predicate, ...]:
    """Find the predicates of one English sentence.

    Args:
        text: The article's text.
        sentence: Where the sentence stands in it.
        quotations: The article's quotations; those that overlap the sentence say whose the quoted
            predicates are.

    Returns:
        The predicates in reading order.
    """
    words = read_words(text, sentence)
    repair(words)
    chunks = read_chunks(words)
    tags = find_tags(words, chunks)
    drafts = [tag.draft for tag in tags if tag.draft is not None]
    content, told_of_source = split_at_tags(chunks, tags)
    drafts += Syntax(words, content).read()
    if told_of_source:
        drafts += Syntax(words, told_of_source, whole=False).read()
    drafts.sort(key=lambda draft: draft.group.main)
    claims = Claims(words, chunks, tags, quotations)
    claims.give(drafts)
    modality = Modality(words, claims)
    return tuple(finish(words, draft, modality, claims) for draft in drafts)
