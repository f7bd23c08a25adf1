"""All rules, by the words that they can open with.

The tables are in ``absolute_rules`` and ``relative_rules``. Where several rules match at one place
the longest match wins; of equal ones, the rule further up.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Final

from nutgraf.language.dates.absolute_rules import ABSOLUTE
from nutgraf.language.dates.relative_rules import RELATIVE

if TYPE_CHECKING:
    from nutgraf.language.dates.grammar import Rule

RULES: Final = ABSOLUTE + RELATIVE


@cache
def rules_by_head() -> dict[str, tuple[Rule, ...]]:
    """Return the rules that can open with each word; ``#`` stands for any digits."""
    table: dict[str, list[Rule]] = {}
    for rule in RULES:
        for head in rule.heads:
            table.setdefault(head, []).append(rule)
    return {head: tuple(rules) for head, rules in table.items()}
