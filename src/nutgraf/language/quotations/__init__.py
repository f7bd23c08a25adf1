"""Direct and mixed quotations: the words between quotation marks and who says them.

Speech reported without marks is not read here, unless the article sets it off as a block or a turn.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from nutgraf.language.quotations.attribution import Attribution
from nutgraf.language.quotations.layout import Layout
from nutgraf.language.quotations.marks import find_quoted
from nutgraf.language.quotations.record import Quotation
from nutgraf.language.quotations.turns import find_speech, speaker_of
from nutgraf.language.quotations.words import HE, PRONOUNS, SHE

if TYPE_CHECKING:
    from collections.abc import Sequence

    from nutgraf.article import Span
    from nutgraf.language.names import Name
    from nutgraf.language.quotations.attribution import Attributed
    from nutgraf.language.quotations.cast import Mention
    from nutgraf.language.quotations.turns import Speech
    from nutgraf.language.sentences import Sentence

__all__ = ["Quotation", "find_quotations"]


def find_quotations(
    text: str, sentences: Sequence[Sentence], names: Sequence[Name]
) -> tuple[Quotation, ...]:
    """Find the quotations of an article and who says them.

    Args:
        text: The article's text.
        sentences: Its sentences, from ``split_sentences``.
        names: Its names, from ``find_names``; speakers that are not among them are still found
            beside a verb of saying.

    Returns:
        The quotations in reading order, each before those inside it.
    """
    layout = Layout(text, sentences)
    quoted = find_quoted(text, layout.paragraphs, layout.ends)
    attribution = Attribution(text, layout, names, quoted)
    marked = attribution.read()
    speech = find_speech(text, layout, attribution.clauses, attribution.cast)
    found = [
        _quotation(one.quoted.inner, _speaker_in(text, one, speech), one.direct) for one in marked
    ]
    found += [_quotation(one.span, one.by, True) for one in speech]
    return tuple(sorted(found, key=lambda one: (one.span.start, -one.span.end)))


def _speaker_in(text: str, one: Attributed, speech: Sequence[Speech]) -> Mention | None:
    """Return who speaks between marks that may stand in somebody's turn.

    That somebody is "I" there: "he" and "she" are others.
    """
    turn = speaker_of(speech, one.quoted.inner)
    if turn is None or one.by is None:
        return one.by or turn
    word = one.by.span.of(text).lower()
    if word == "i":
        return turn
    return None if PRONOUNS.get(word) in (HE, SHE) and one.by.name == turn.name else one.by


def _quotation(span: Span, by: Mention | None, direct: bool) -> Quotation:
    if by is None:
        return Quotation(span, None, None, direct)
    return Quotation(span, by.name, by.span, direct)
