"""Checks of the form of a statement: its language, and markup where plain text was asked for."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from functools import lru_cache
from typing import TYPE_CHECKING

from nutgraf.language.clauses import reporters_words
from nutgraf.language.function_words import LANGUAGE_NAMES
from nutgraf.language.tongues import foreign_language, language_of
from nutgraf.schema.result import Finding

if TYPE_CHECKING:
    from collections.abc import Iterator

    from nutgraf.grounding.statements import Subject

_MARKUP = re.compile(
    r"</?[a-zA-Z][^<>]{0,200}>"  # an HTML tag
    r"|\*\*[^*]{1,200}\*\*"  # Markdown bold
    r"|\[[^\]]{1,200}\]\([^)]{1,200}\)"  # a Markdown link
    r"|^#{1,6} |^```",
    re.MULTILINE,
)
_FEW_LETTERS = 4  # fewer say nothing about the language of a statement


def check_language(subject: Subject) -> Iterator[Finding]:
    """Report statements in a script or a language that is foreign to the article."""
    article = subject.readings.article
    scripts = _scripts(article.text)
    expected = language_of(article.text) or article.language or ""
    for statement in subject.statements:
        used = _scripts(statement.text)
        if sum(used.values()) < _FEW_LETTERS:
            continue
        script, _ = used.most_common(1)[0]
        if script not in scripts:
            yield Finding(
                path=statement.path,
                kind="language",
                severity="error",
                message=f"is written in {script.title()} letters; the article has none",
            )
        elif foreign := _foreign(statement.text, expected, subject):
            yield Finding(
                path=statement.path,
                kind="language",
                severity="error",
                message=f"is in {LANGUAGE_NAMES[foreign]}; the article is in "
                f"{LANGUAGE_NAMES[expected]}",
            )


def check_markup(subject: Subject) -> Iterator[Finding]:
    """Report HTML and Markdown in statements that the article does not have itself."""
    for statement in subject.statements:
        match = _MARKUP.search(statement.text)
        if match and match[0] not in subject.readings.article.text:
            yield Finding(
                path=statement.path,
                kind="markup",
                severity="warning",
                message="has markup in it where plain text was asked for",
            )


def _foreign(text: str, expected: str, subject: Subject) -> str | None:
    """Return the language of a statement that is not in the article's; quoted words may be."""
    if subject.readings.folded.find(text) is not None:
        return None
    return foreign_language(reporters_words(text), expected)


def _scripts(text: str) -> Counter[str]:
    counted = Counter(text)
    scripts: Counter[str] = Counter()
    for character, times in counted.items():
        if character.isalpha():
            scripts[_script(character)] += times
    return scripts


@lru_cache(maxsize=4096)
def _script(character: str) -> str:
    """Return the first word of a letter's Unicode name, which is its script's ("LATIN", "CJK")."""
    return unicodedata.name(character, "UNKNOWN").split()[0]
