"""The statistics need the extra ``evals``, and say so."""

from __future__ import annotations

import importlib
import sys

import pytest

import nutgraf.evals.statistics
from nutgraf.errors import ConfigError


def test_without_the_extra_it_is_said_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "scipy.special", None)
    with pytest.raises(ConfigError, match=r"pip install 'nutgraf\[evals\]'"):
        importlib.reload(nutgraf.evals.statistics)
