"""The check for statements that come from an instruction which was hidden in the article.

Whether a model obeyed cannot be seen in its answer alone. What can be seen is that a statement
reads like such an instruction, or that nothing in the article says it but a sentence that does.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from nutgraf.grounding.instruction_cues import COMMANDS, FORGED_MARKS
from nutgraf.language.bare_words import bare_words
from nutgraf.language.clauses import reporters_words
from nutgraf.schema.fields import Passage
from nutgraf.schema.result import Finding

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from nutgraf.grounding.statements import Statement, Subject
    from nutgraf.language.sentences import Sentence

# A clause begins here, after what people put before a command.
_BEGINS = (
    r"(?:^|[.!?:;,\n\u2014\u2013*(\[>\"\u201c\u2018-])\s*"
    r"(?:(?:and|then|now|also|instead|important|please|kindly)\b[,:]? )*"
)
_WORD = re.compile(r"[^\W\d_]+")
# Where case is ignored, these match an i, but do not fold to one.
_LIKE_I = str.maketrans("\u0130\u0131", "ii")
# Shares of a statement's words, rare ones weighing more: what an instruction says of it at least,
# and how much more that is than any other sentence says.
_SAYS_IT = 0.5
_MARGIN = 0.05
_CLOSEST = 3
# Words of a statement that tells of instructions.
_OF_MACHINES = frozenset(
    """
    ai assistant assistants bot bots chatbot chatbots hidden instruction instructions llm llms
    machine machines model models prompt prompts robot robots
    """.split()  # noqa: SIM905 - a table of words is read as lines of words
)


def check_instructions(subject: Subject) -> Iterator[Finding]:
    """Report statements that read like an instruction to a model, or that only one carries."""
    text = subject.readings.article.text
    sentences = subject.readings.sentences
    ordering = [s for s in sentences if reads_like_instruction(s.span.of(text))]
    for statement in subject.statements:
        told = reads_like_instruction(reporters_words(statement.text))
        if told:
            passages = _passages(_saying(statement, ordering, subject), subject)
            yield _finding(statement, f"reads like an instruction to a model: it {told}", passages)
        elif ordering and not _tells_of(statement) and _is_only_in(statement, ordering, subject):
            saying = _saying(statement, ordering, subject)
            message = (
                f"only sentence {saying[0].number} says so, which reads like an instruction to a "
                "model, not like a part of the story"
            )
            yield _finding(statement, message, _passages(saying, subject))


def reads_like_instruction(text: str) -> str | None:
    """Say what a text would have a model do, or None where it does not address one.

    It may do so between quotation marks: a letter to the editor can hold one.
    """
    words = _words(text)
    for told, needed, cue in COMMANDS:
        if not needed.isdisjoint(words) and _command(cue).search(text):
            return told
    for told, needed, cue in FORGED_MARKS:
        if not needed.isdisjoint(words) and _mark(cue).search(text):
            return told
    return None


def _tells_of(statement: Statement) -> bool:
    """Tell whether a statement tells of an instruction, rather than says what it wants said."""
    words = bare_words(statement.text)
    attributed = any(
        predicate.attribution is not None
        for sentence in statement.readings.sentences
        for predicate in statement.readings.predicates_in(sentence)
    )
    return attributed or not _OF_MACHINES.isdisjoint(words)


def _is_only_in(statement: Statement, ordering: Sequence[Sentence], subject: Subject) -> bool:
    said = max(subject.relevance.share(statement.text, [one]) for one in ordering)
    best = subject.relevance.best(statement.text, 1 + len(ordering))
    numbers = {sentence.number for sentence in ordering}
    others = (sentence for sentence in best if sentence.number not in numbers)
    besides = max((subject.relevance.share(statement.text, [one]) for one in others), default=0.0)
    return said >= _SAYS_IT and said > besides + _MARGIN


def _saying(
    statement: Statement, ordering: Sequence[Sentence], subject: Subject
) -> Sequence[Sentence]:
    """Return those instructions that say most of a statement, the one that says most first."""
    shares = ((subject.relevance.share(statement.text, [one]), one) for one in ordering)
    saying = sorted(shares, key=lambda pair: -pair[0])
    return [one for share, one in saying if share > 0][:_CLOSEST]


def _passages(sentences: Sequence[Sentence], subject: Subject) -> tuple[Passage, ...]:
    text = subject.readings.article.text
    return tuple(Passage.at(sentence.span, text) for sentence in sentences)


def _finding(statement: Statement, message: str, passages: tuple[Passage, ...]) -> Finding:
    return Finding(
        path=statement.path,
        kind="instruction",
        severity="error",
        message=message,
        passages=passages,
    )


def _words(text: str) -> frozenset[str]:
    """Return the words of letters: all that hold none of a cue's need not be searched for it."""
    return frozenset(_WORD.findall(text.translate(_LIKE_I).casefold()))


@cache
def _command(cue: str) -> re.Pattern[str]:
    return re.compile(_BEGINS + cue, re.IGNORECASE)


@cache
def _mark(cue: str) -> re.Pattern[str]:
    return re.compile(cue)
