"""The digest of the code that a summary depends on.

A version number stays the same while the code is worked on; a run that is continued after a change
would hold outcomes of two programs.
"""

from __future__ import annotations

import hashlib
from functools import cache
from pathlib import Path
from typing import Final

import nutgraf

_NO_PART_OF_A_SUMMARY: Final = ("batching", "checking", "cli", "evals", "report")


@cache
def code_digest() -> str:
    """Return the SHA-256 of nutgraf's modules, without those that no summary depends on."""
    home = Path(nutgraf.__file__).parent
    digest = hashlib.sha256()
    for path in sorted(home.rglob("*.py")):
        name = path.relative_to(home).as_posix()
        if not name.startswith(tuple(f"{part}/" for part in _NO_PART_OF_A_SUMMARY)):
            digest.update(f"{name}\0".encode() + path.read_bytes() + b"\0")
    return digest.hexdigest()
