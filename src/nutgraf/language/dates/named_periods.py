"""Periods that are known by a name: the world wars, and a day that is called by its figures.

Holidays, which come back every year, are in ``holidays``.
"""

from __future__ import annotations

from typing import Final

# First and last day. The wars by the dates on which histories agree: from the first declaration
# or invasion to the armistice of Compiègne and to Japan's signature.
NAMED_PERIODS: Final = {
    "first world war": ("1914-07-28", "1918-11-11"),
    "world war i": ("1914-07-28", "1918-11-11"),
    "world war one": ("1914-07-28", "1918-11-11"),
    "wwi": ("1914-07-28", "1918-11-11"),
    "second world war": ("1939-09-01", "1945-09-02"),
    "world war ii": ("1939-09-01", "1945-09-02"),
    "world war two": ("1939-09-01", "1945-09-02"),
    "wwii": ("1939-09-01", "1945-09-02"),
    "9/11": ("2001-09-11", "2001-09-11"),
}
