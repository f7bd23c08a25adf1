"""From the settings to whoever answers: a server, a server that is recorded, or a recording."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from nutgraf.llm.limiter import OpenGate
from nutgraf.llm.recording import RecordingClient, ReplayingClient
from nutgraf.llm.retry import Patience

if TYPE_CHECKING:
    from nutgraf.llm.client import Client
    from nutgraf.llm.limiter import Gate
    from nutgraf.settings import Settings


def open_client(
    settings: Settings, patience: Patience | None = None, gate: Gate | None = None
) -> Client | None:
    """Return the client that the settings ask for, or None where they ask for no model.

    Args:
        settings: Which model, where, and how.
        patience: How long to keep trying; None for what suits somebody who waits. What the settings
            say about the time of one attempt goes before it.
        gate: Lets each attempt through when it may be sent; None to send at once.

    Raises:
        ConfigError: The model, key or address does not fit.
        RecordingError: The recording cannot be read.
    """
    if settings.replay:
        return ReplayingClient(settings.replay, model=settings.model)
    if not settings.needs_a_model:
        return None
    client = _server(settings, patience or Patience(), gate or OpenGate())
    return RecordingClient(client, settings.record) if settings.record else client


def _server(settings: Settings, patience: Patience, gate: Gate) -> Client:
    # Takes more than a second; only a run that asks a model pays for it.
    from nutgraf.llm.openai_client import OpenAIClient  # noqa: PLC0415

    return OpenAIClient(
        settings.model or "",
        api_key=settings.api_key.get_secret_value() if settings.api_key else None,
        base_url=settings.base_url,
        patience=replace(patience, attempt_s=settings.timeout),
        mode=settings.mode,
        gate=gate,
    )
