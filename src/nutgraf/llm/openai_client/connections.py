"""The connections to a server, one set for each event loop that asks for them.

What is sent over them is not known here.
"""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

import openai

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator

_CONNECT_S = 10.0


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
        self._timeout = openai.Timeout(attempt_s, connect=min(_CONNECT_S, attempt_s))
        self._holders: dict[asyncio.AbstractEventLoop, AsyncGenerator[None]] = {}
        self._clients: dict[asyncio.AbstractEventLoop, openai.AsyncOpenAI] = {}
        self._closed = False

    async def of_running_loop(self) -> openai.AsyncOpenAI:
        """Return openai's client for the running loop, its own retries off.

        Raises:
            RuntimeError: The connections were closed for good.
        """
        if self._closed:
            raise RuntimeError("this client was closed; make a new one")
        loop = asyncio.get_running_loop()
        if loop not in self._clients:
            self._holders[loop] = self._hold(loop)
            await anext(self._holders[loop])  # does not give way, so no other task gets in between
        return self._clients[loop]

    async def aclose(self) -> None:
        """Close what the running loop has open; nothing can be sent afterwards."""
        self._closed = True
        holder = self._holders.get(asyncio.get_running_loop())
        if holder is not None:
            await holder.aclose()

    async def _hold(self, loop: asyncio.AbstractEventLoop) -> AsyncGenerator[None]:
        """Keep a client for as long as its loop runs.

        It is a generator because `asyncio.run` closes those that it finds open at its end: a caller
        without a loop of its own gets a new one for each call, and has no moment at which to close.
        """
        client = openai.AsyncOpenAI(
            api_key=self._api_key,
            base_url=self._base_url,
            timeout=self._timeout,
            max_retries=0,
            http_client=_http(self._base_url),
        )
        self._clients[loop] = client
        try:
            yield
        finally:
            del self._clients[loop], self._holders[loop]
            await client.close()


def _http(base_url: str) -> openai.DefaultAioHttpClient:
    """Return the HTTP client for a server.

    It is aiohttp's, since httpx looks at all its connections for each request: with 256 in flight
    that takes longer than all the rest. Without certificates, plain HTTP saves the 0.1 s that
    loading them takes for every loop; it follows no redirects, as they could lead to where
    certificates matter.
    """
    if base_url.startswith("https:"):
        return openai.DefaultAioHttpClient()
    return openai.DefaultAioHttpClient(verify=False, follow_redirects=False)
