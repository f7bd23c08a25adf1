"""What form a summary's file has, and what it says in that form."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from pathlib import PurePath
from typing import TYPE_CHECKING, Final, Literal, get_args

from nutgraf.checking.json_texts import JsonText, json_texts, pattern_of, select
from nutgraf.checking.mapped import Mapped
from nutgraf.checking.markdown import looks_like_markdown, read_markdown
from nutgraf.checking.statements import Written, statements_of
from nutgraf.errors import ConfigError, SummaryError
from nutgraf.reading.formats import SUFFIXES, Format

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

Form = Literal["text", "markdown", "json", "result"]
FORMS: Final[tuple[str, ...]] = get_args(Form)

_READ_AS: Final[dict[Format, Form | None]] = {
    Format.TEXT: None,  # what is in it may be anything
    Format.MARKDOWN: "markdown",
    Format.JSON: "json",
}
_FEWEST_WORDS = 4  # shorter strings of a JSON file are names, dates and choices
_FEWEST_WORDS_OF_A_SENTENCE = 2  # "Costs fell."
_STOPPED = re.compile(r"(?<=[a-z\d])[.!?]\s*\Z")
_WORD = re.compile(r"[^\W\d_]+")
_RESULT_KEYS = {"format_version", "summary", "provenance"}


@dataclass(frozen=True, slots=True)
class Foreign:
    """What anybody's summary says.

    Attributes:
        parts: Its statements, and what is none.
        fields: The fields of a JSON file whose texts were taken.
    """

    parts: tuple[Written, ...]
    fields: tuple[str, ...] = ()


def form_of(text: str, name: str, stated: str | None = None) -> Form:
    """Return the form that the caller states, or that name and content tell.

    Raises:
        ConfigError: There is no form of that name.
        SummaryError: Files of that name are read as articles, but not as summaries.
    """
    if stated is not None and stated not in FORMS:
        raise ConfigError(
            f"summary_format: {stated!r} is not known; give one of {', '.join(FORMS)}"
        )
    form = stated or _by_name(name) or _by_content(text)
    if stated is None and form == "json" and _is_result(text):
        return "result"
    return form  # type: ignore[return-value]  # it is one of FORMS


def read_foreign(text: str, form: Form, name: str, fields: Sequence[str] = ()) -> Foreign:
    """Return what a summary says that is not a result file.

    Args:
        text: The summary.
        form: How to read it.
        name: The file, for messages.
        fields: The fields of a JSON file whose texts count; none for every text of some words.

    Raises:
        ConfigError: Fields are named that are not there, or of what is not JSON.
        SummaryError: It is not JSON, or says nothing.
    """
    if fields and form != "json":
        raise ConfigError(f"{name}: fields are of JSON, and this is read as {form}")
    if form == "json":
        foreign = _read_json(text, name, fields)
    else:
        read = read_markdown(text) if form == "markdown" else statements_of(Mapped.whole(text))
        foreign = Foreign(tuple(read))
    if all(part.skipped for part in foreign.parts):
        raise SummaryError(f"{name}: there is no statement in it; give a summary in sentences")
    return foreign


def _by_name(name: str) -> Form | None:
    kind = SUFFIXES.get(PurePath(name).suffix.lower())
    if kind is None or kind in _READ_AS:
        return _READ_AS[kind] if kind else None
    raise SummaryError(
        f"{name}: a summary is read from plain text, Markdown or JSON, not from {kind}; where the "
        "name misleads, say what it is: summary_format, or --summary-format"
    )


def _by_content(text: str) -> Form:
    if text.lstrip()[:1] in {"{", "["} and _is_json(text):
        return "json"
    return "markdown" if looks_like_markdown(text) else "text"


def _is_json(text: str) -> bool:
    try:
        json.loads(text)
    except (ValueError, RecursionError):
        return False
    return True


def _is_result(text: str) -> bool:
    try:
        value = json.loads(text)
    except (ValueError, RecursionError):
        return False
    return isinstance(value, dict) and value.keys() >= _RESULT_KEYS


def _read_json(text: str, name: str, fields: Sequence[str]) -> Foreign:
    texts = _texts(text, name)
    taken = _named(texts, name, fields) if fields else _wordy(texts)
    if not taken:
        raise SummaryError(
            f"{name}: none of its texts is a sentence or has {_FEWEST_WORDS} words; name the "
            "field: fields, or --field"
        )
    parts = tuple(part for one in taken for part in _statements(one))
    return Foreign(parts, tuple(dict.fromkeys(pattern_of(one.path) for one in taken)))


def _texts(text: str, name: str) -> tuple[JsonText, ...]:
    try:
        return json_texts(text)
    except json.JSONDecodeError as error:
        raise SummaryError(
            f"{name}: not valid JSON ({error.msg} at line {error.lineno}, column {error.colno}); "
            "correct it, or say what it is: summary_format, or --summary-format"
        ) from error
    except (ValueError, RecursionError) as error:  # a number too long, a nesting too deep
        raise SummaryError(f"{name}: not JSON that can be read ({type(error).__name__})") from error


def _named(texts: tuple[JsonText, ...], name: str, fields: Sequence[str]) -> tuple[JsonText, ...]:
    """Return the texts of the named fields, in the order of the file."""
    wanted: set[JsonText] = set()
    for field in fields:
        found = select(texts, field)
        if not found:
            known = ", ".join(dict.fromkeys(pattern_of(text.path) for text in texts)) or "none"
            raise ConfigError(f"{name}: has no text in the field {field!r}; its texts: {known}")
        wanted.update(found)
    return tuple(text for text in texts if text in wanted)


def _wordy(texts: tuple[JsonText, ...]) -> tuple[JsonText, ...]:
    return tuple(text for text in texts if _is_wordy(text.words.text))


def _is_wordy(text: str) -> bool:
    """Tell whether a text has some words, or is a short sentence with its stop."""
    fewest = _FEWEST_WORDS_OF_A_SENTENCE if _STOPPED.search(text) else _FEWEST_WORDS
    return len(_WORD.findall(text)) >= fewest


def _statements(text: JsonText) -> Iterator[Written]:
    return statements_of(text.words, text.path, has_headings=False)
