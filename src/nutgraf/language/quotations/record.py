"""What a quotation is: the record that the readings give.

How quotations are found and given to speakers is the business of the modules beside this one.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from nutgraf.article import Span


@dataclass(frozen=True, slots=True)
class Quotation:
    """Words that the article gives as somebody's own, and whose they are.

    A quotation that the reporter interrupts ("I think," he said, "that ...") is two records with
    the same speaker, and so is one that runs over paragraphs: one record for each paragraph. A
    quotation inside a quotation is a record of its own, after the one that holds it.

    Attributes:
        span: The words without the marks around them. Where the article sets speech off without
            marks (a labelled turn of an interview, a post announced by a line that ends in a
            colon), the words of that turn or paragraph.
        speaker: The full name where the article names the speaker, else the words that stand for
            them ("a spokesman for the port"); None for what nobody in the article says: a title,
            a term, a word held at arm's length.
        speaker_span: Where the article says who speaks; None exactly when ``speaker`` is None.
        direct: True for a whole clause or more, False for a fragment inside the reporter's own
            sentence.
    """

    span: Span
    speaker: str | None
    speaker_span: Span | None
    direct: bool
