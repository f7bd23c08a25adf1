"""Making very many objects without the garbage collector going through them again and again.

The collector looks for cycles whenever a few hundred objects more were made than dropped. Where
hundreds of thousands are made that have none, that is a quarter of the time, and it finds nothing.
"""

from __future__ import annotations

import gc
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator


@contextmanager
def uncollected() -> Iterator[None]:
    """Keep the collector off; what nobody refers to any more is dropped all the same."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()
