"""The check for words of the prompt's own examples that turn up in a summary."""

from __future__ import annotations

from typing import TYPE_CHECKING

from nutgraf.article import Span
from nutgraf.language.bare_words import BareWords, bare_word_spans
from nutgraf.language.function_words import FUNCTION_WORDS
from nutgraf.schema.fields import Passage
from nutgraf.schema.result import Finding

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from nutgraf.grounding.statements import Subject

_FEWEST_CONTENT_WORDS = 3  # fewer stand together by chance


def check_examples(subject: Subject) -> Iterator[Finding]:
    """Report stretches of statements that the prompt has and the article has not.

    Numbers and function words do not count, only what else stands between them.
    """
    if not subject.examples:
        return
    prompt = BareWords(subject.examples, [Span(0, len(subject.examples))])
    text = subject.readings.article.text
    article = BareWords(text, [Span(0, len(text))])
    for statement in subject.statements:
        for stretch in _common(statement.text, prompt):
            if article.find(stretch.of(statement.text)) is None:
                yield Finding(
                    path=statement.path,
                    kind="leaked_example",
                    severity="warning",
                    message="has words of the prompt which the article does not have: "
                    f"{stretch.of(statement.text)!r}",
                    said=Passage.at(stretch, statement.text),
                )


def _common(text: str, prompt: BareWords) -> Iterator[Span]:
    """Yield the longest stretches that stand in the prompt too and have enough to say."""
    words = bare_word_spans(text)
    start = 0
    while start < len(words):
        end = start
        while end < len(words) and prompt.find(text[words[start].start : words[end].end]):
            end += 1
        if _content(text, words[start:end]) >= _FEWEST_CONTENT_WORDS:
            yield Span(words[start].start, words[end - 1].end)
            start = end
        else:
            start += 1


def _content(text: str, words: Sequence[Span]) -> int:
    light = FUNCTION_WORDS["en"]  # the prompts are written in English
    plain = (span.of(text).casefold() for span in words)
    return sum(word not in light and not any(map(str.isdigit, word)) for word in plain)
