"""Sentences as sumy's LexRank and TextRank choose them, for comparison with the extractive drafter.

sumy is installed beside nutgraf for this only. Our sentences and its stemmer and stop words are
used, so that the choosing alone differs; its own tokenizer would need a download.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from sumy.models.dom import ObjectDocumentModel, Paragraph, Sentence
from sumy.nlp.stemmers import Stemmer
from sumy.summarizers.lex_rank import LexRankSummarizer
from sumy.summarizers.text_rank import TextRankSummarizer
from sumy.utils import get_stop_words

if TYPE_CHECKING:
    from collections.abc import Sequence

SUMMARIZERS = {"LexRank": LexRankSummarizer, "TextRank": TextRankSummarizer}


class _Words:
    """The two methods of sumy's tokenizer that are used once sentences are known."""

    _WORD = re.compile(r"\w+")

    def to_words(self, sentence: str) -> tuple[str, ...]:
        return tuple(self._WORD.findall(sentence))


def choose(name: str, sentences: Sequence[str], count: int) -> str:
    """Return the sentences that a summarizer of sumy chooses, in reading order, as one text."""
    tokenizer = _Words()
    paragraph = Paragraph([Sentence(sentence, tokenizer) for sentence in sentences])
    summarizer = SUMMARIZERS[name](Stemmer("english"))
    summarizer.stop_words = get_stop_words("english")
    chosen = summarizer(ObjectDocumentModel([paragraph]), count)
    return " ".join(str(sentence) for sentence in chosen)
