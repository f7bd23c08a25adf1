"""The connections to a server, one set for each event loop that asks for them.

What is sent over them is not known here.
"""

from __future__ import annotations

import asyncio
from dataclasses import dataclass
from typing import TYPE_CHECKING

import httpx2
import openai

from nutgraf.llm.openai_client.line import Line

if TYPE_CHECKING:
    import ssl
    from collections.abc import AsyncGenerator

_CONNECT_S = 10.0
_COMPLETIONS = "chat/completions"


@dataclass(frozen=True, slots=True)
class Connection:
    """What one event loop has open.

    Attributes:
        api: openai's client, its own retries off.
        completions: The leaner way, for the one thing that is asked thousands of times.
    """

    api: openai.AsyncOpenAI
    completions: Line


class Connections:
    """Opens connections when they are needed, and closes them with their event loop.

    Args:
        base_url: Where the server is.
        api_key: The key to send.
        attempt_s: The longest that one request may take, in seconds.
    """

    def __init__(self, base_url: str, api_key: str, attempt_s: float) -> None:
        self._base_url = base_url
        self._api_key = api_key
        self._attempt_s = attempt_s
        self._holders: dict[asyncio.AbstractEventLoop, AsyncGenerator[None]] = {}
        self._open: dict[asyncio.AbstractEventLoop, Connection] = {}
        self._closed = False

    async def of_running_loop(self) -> Connection:
        """Return what the running loop has open.

        Raises:
            RuntimeError: The connections were closed for good.
        """
        if self._closed:
            raise RuntimeError("this client was closed; make a new one")
        loop = asyncio.get_running_loop()
        if loop not in self._open:
            self._holders[loop] = self._hold(loop)
            await anext(self._holders[loop])  # does not give way, so no other task gets in between
        return self._open[loop]

    async def aclose(self) -> None:
        """Close what the running loop has open; nothing can be sent afterwards."""
        self._closed = True
        holder = self._holders.get(asyncio.get_running_loop())
        if holder is not None:
            await holder.aclose()

    async def _hold(self, loop: asyncio.AbstractEventLoop) -> AsyncGenerator[None]:
        """Keep a connection for as long as its loop runs.

        It is a generator because `asyncio.run` closes those that it finds open at its end: a caller
        without a loop of its own gets a new one for each call, and has no moment at which to close.
        """
        connect_s = min(_CONNECT_S, self._attempt_s)
        tls = _tls(self._base_url)
        api = openai.AsyncOpenAI(
            api_key=self._api_key,
            base_url=self._base_url,
            timeout=openai.Timeout(self._attempt_s, connect=connect_s),
            max_retries=0,
            http_client=openai.DefaultAioHttpClient(
                verify=tls or False, follow_redirects=tls is not None
            ),
        )
        completions = Line(api, _COMPLETIONS, connect_s, tls)
        self._open[loop] = Connection(api, completions)
        try:
            yield
        finally:
            del self._open[loop], self._holders[loop]
            await completions.aclose()
            await api.close()


def _tls(base_url: str) -> ssl.SSLContext | None:
    """Return the certificates for a server, as openai's own client finds them; None without TLS.

    Without certificates, plain HTTP saves the 0.1 s that loading them takes for every loop; it
    follows no redirects, as they could lead to where certificates matter.
    """
    return httpx2.create_ssl_context() if base_url.startswith("https:") else None
