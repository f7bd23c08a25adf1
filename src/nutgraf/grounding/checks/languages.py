"""What cannot be checked in the article's language is said, not passed over in silence."""

from __future__ import annotations

from typing import TYPE_CHECKING

from nutgraf.language.function_words import LANGUAGE_NAMES
from nutgraf.schema.result import Finding

if TYPE_CHECKING:
    from collections.abc import Iterator

    from nutgraf.grounding.statements import Subject

_READ = "en"


def check_reach(subject: Subject) -> Iterator[Finding]:
    """Note which checks do not read the language of the article."""
    language = subject.readings.language
    if language != _READ:
        name = LANGUAGE_NAMES.get(language, f"the language {language!r}")
        yield Finding(
            path="",
            kind="not_checked",
            severity="note",
            message=f"dates, negation, status, speakers of reported speech and who does what are "
            f"not checked in {name}; numbers, quotations and names that are spelt alike are",
        )
