"""What holds for every test."""

from __future__ import annotations

import os

import pytest
from hypothesis import settings

# The same examples in every run, and no limit of time that a busy machine would break.
settings.register_profile("steady", deadline=None, derandomize=True)
settings.load_profile("steady")


@pytest.fixture(autouse=True)
def _no_settings_from_outside(monkeypatch: pytest.MonkeyPatch) -> None:
    """Keep the developer's own key and settings out."""
    for name in list(os.environ):
        if name.startswith("NUTGRAF_") or name == "OPENAI_API_KEY":
            monkeypatch.delenv(name)
