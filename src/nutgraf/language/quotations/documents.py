"""Who wrote what an article lets speak for itself ("'All is well,' the e-mail said").

Words that stand beside somebody's name ("the mayor's letter") are read in ``phrases``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from nutgraf.language.quotations.words import DOCUMENT_NOUNS

if TYPE_CHECKING:
    from nutgraf.language.quotations.cast import Mention
    from nutgraf.language.quotations.clauses import Clauses
    from nutgraf.language.quotations.layout import Layout


def author(by: Mention, sentence: int, text: str, layout: Layout, clauses: Clauses) -> Mention:
    """Return who wrote what speaks, as the sentence before the quotation tells it, else itself.

    Args:
        by: Who or what speaks.
        sentence: The number of the sentence, from 0, in which the quotation begins.
        text: The article's text.
        layout: Its sentences and paragraphs.
        clauses: The reporter's clauses.
    """
    words = by.span.of(text).casefold().split()
    is_document = words[0] == "the" and words[-1] in DOCUMENT_NOUNS
    if by.named or not is_document or not layout.same_paragraph(sentence - 1, sentence):
        return by
    return clauses.report(layout.sentence(sentence - 1)) or by
