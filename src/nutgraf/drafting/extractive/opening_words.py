"""Words at the head of a sentence that show that it does not stand on its own.

How much that weighs is in ``ranking``.
"""

# ruff: noqa: SIM905 - tables of words are read, and changed, as lines of words

from __future__ import annotations

from typing import Final

# Pronouns and demonstratives whose meaning is in the sentence before.
UNRESOLVED: Final = frozenset(
    """
    there he she it they him her his hers its their theirs them this that these those such both
    neither others another he's she's it's they're he'd she'd they'd he'll she'll they'll
    """.split()
)

# Words of somebody who speaks: outside quotation marks, nobody knows who. "We" is left out, since
# papers and companies speak so of themselves.
FIRST_PERSON: Final = frozenset("i i'm i've i'd i'll me my mine myself".split())

# Connectives: what they connect to is in the sentence before.
CONNECTIVES: Final = frozenset(
    """
    accordingly also although and anyway besides but consequently conversely finally first firstly
    furthermore hence however indeed instead later likewise meanwhile moreover nevertheless next
    nonetheless nor or otherwise rather secondly similarly so still then thereafter therefore
    thirdly thus yet
    """.split()
)
