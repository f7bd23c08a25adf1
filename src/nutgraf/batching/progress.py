"""How a run is coming along, told while it does: on a terminal, in lines, or for machines."""

from __future__ import annotations

import json
import sys
import time
from collections import deque
from contextlib import suppress
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING, Final, Literal, Protocol, TextIO, TypeAlias

from nutgraf.counting import counted

if TYPE_CHECKING:
    from nutgraf.batching.ledger.figures import Totals

Manner: TypeAlias = Literal["auto", "bar", "lines", "json", "none"]
_WINDOW: Final = 60  # looks that the rate is taken over
_LINE_EVERY_S: Final = 30.0
_UNITS: Final = ((3600.0, "h"), (60.0, "min"), (1.0, "s"))


@dataclass(frozen=True, slots=True)
class Look:
    """How a run stood at a moment.

    Attributes:
        totals: How it stands.
        rate: Documents a second, lately; None where it is too early to tell.
    """

    totals: Totals
    rate: float | None

    @property
    def left_s(self) -> float | None:
        """Seconds that the rest will take at this rate."""
        return self.totals.left / self.rate if self.rate else None


class Reporter(Protocol):
    """Tells how a run stands."""

    def show(self, look: Look) -> None:
        """Tell it, or not if it was told a moment ago."""
        ...

    def close(self, look: Look) -> None:
        """Tell it for the last time."""
        ...


class Speed:
    """Works out the rate from one look to the next."""

    def __init__(self) -> None:
        self._seen: deque[tuple[float, int]] = deque(maxlen=_WINDOW)

    def look(self, totals: Totals) -> Look:
        """Return a look at the run now."""
        now = time.monotonic()
        self._seen.append((now, totals.finished))
        then, finished_then = self._seen[0]
        done = totals.finished - finished_then
        return Look(totals, done / (now - then) if done > 0 and now > then else None)


def reporter(manner: Manner, stream: TextIO | None = None) -> Reporter:
    """Return who tells it: on a terminal a bar, elsewhere lines, unless something else is asked."""
    stream = stream or sys.stderr
    if manner == "auto":
        manner = "bar" if stream.isatty() else "lines"
    if manner == "bar":
        return _Bar(stream)
    if manner == "json":
        return _Lines(stream, as_json, every_s=1.0)
    return _Lines(stream, as_text, every_s=_LINE_EVERY_S) if manner == "lines" else _Silent()


def as_text(look: Look) -> str:
    """Return a look as a line for people."""
    totals = look.totals
    parts = [f"{totals.finished:,}/{counted(totals.documents, 'document')}"]
    if failed := totals.states["failed"] + totals.states["cut"]:
        parts.append(f"{failed:,} failed or cut")
    if look.rate:
        parts.append(f"{two_digits(look.rate)} a second")
    if totals.requests:
        parts.append(f"{totals.input_tokens + totals.output_tokens:,} tokens")
        parts.append(cost_text(totals))
    if look.left_s is not None and totals.left:
        parts.append(f"{duration(look.left_s)} left")
    return ", ".join(parts)


def as_json(look: Look) -> str:
    """Return a look as a line for machines."""
    totals = look.totals
    return json.dumps(
        {
            "documents": totals.documents,
            **totals.states,
            "requests": totals.requests,
            "input_tokens": totals.input_tokens,
            "output_tokens": totals.output_tokens,
            "cost_usd": f"{totals.cost_usd.normalize():f}",
            "documents_without_price": totals.unpriced,
            "documents_per_second": look.rate,
            "seconds_left": look.left_s,
        }
    )


def cost_text(totals: Totals) -> str:
    """Return what was spent; what is not known is never told as nothing."""
    known = f"${totals.cost_usd.quantize(Decimal('0.0001'))}"
    if not totals.unpriced:
        return known
    if not totals.cost_usd:
        return "price unknown"
    return f"{known} and {counted(totals.unpriced, 'document')} without a price"


def two_digits(number: float) -> str:
    """Return a number with two digits, or all of those before the point."""
    return f"{number:,.0f}" if number >= 10 else f"{number:.2g}"  # noqa: PLR2004  two digits


def duration(seconds: float) -> str:
    """Return a time in its greatest fitting unit."""
    size, unit = next(((size, unit) for size, unit in _UNITS if seconds >= size), _UNITS[-1])
    return f"{seconds / size:.0f} {unit}"


class _Lines:
    def __init__(self, stream: TextIO, text: _Text, every_s: float) -> None:
        self._stream = stream
        self._text = text
        self._every_s = every_s
        self._told = time.monotonic()

    def show(self, look: Look) -> None:
        if time.monotonic() - self._told >= self._every_s:
            self._told = time.monotonic()
            self.close(look)

    def close(self, look: Look) -> None:
        with suppress(OSError):  # that nobody listens any more ends no work
            print(self._text(look), file=self._stream, flush=True)


class _Text(Protocol):
    def __call__(self, look: Look, /) -> str: ...


class _Bar:
    def __init__(self, stream: TextIO) -> None:
        # Loaded here, since only a terminal has use for it.
        from rich.console import Console  # noqa: PLC0415
        from rich.progress import BarColumn, Progress, TextColumn  # noqa: PLC0415

        self._progress = Progress(
            BarColumn(), TextColumn("{task.description}"), console=Console(file=stream)
        )
        self._task = self._progress.add_task("", total=None)
        self._progress.start()

    def show(self, look: Look) -> None:
        self._progress.update(
            self._task,
            total=look.totals.documents,
            completed=look.totals.finished,
            description=as_text(look),
        )

    def close(self, look: Look) -> None:
        self.show(look)
        self._progress.stop()


class _Silent:
    def show(self, look: Look) -> None:
        pass

    def close(self, look: Look) -> None:
        pass
