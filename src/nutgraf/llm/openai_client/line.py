"""The way that completions are asked for: one address, the same headers, over and over.

openai's client says once what every request has in common: where it goes, the key, the
organization, who is asking. Its own way of sending, which httpx's layers stand in, makes all that
anew for each request and takes three times the processor's time of all else that is done for an
answer (``tests/benchmarks/throughput.py``). So aiohttp, which is what carries openai's requests
here too, carries these without it. What a reply means is not known here.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import urlsplit
from urllib.request import getproxies, proxy_bypass

import aiohttp

if TYPE_CHECKING:
    import ssl

    import openai

_WELL = range(200, 300)


@dataclass(frozen=True, slots=True)
class Answered:
    """What came back.

    Attributes:
        status: Of HTTP.
        retry_after: How long the server asks to wait, as it says it; empty where it does not.
        content: The body.
    """

    status: int
    retry_after: str
    content: bytes

    @property
    def well(self) -> bool:
        """Whether it is an answer and no refusal."""
        return self.status in _WELL


class Line:
    """Sends to one endpoint; to be made, used and closed within one event loop.

    Args:
        api: openai's client for the server.
        endpoint: Such as ``chat/completions``.
        connect_s: The longest that connecting may take, in seconds.
        tls: With which certificates; None where the address is one of plain HTTP, and then no
            redirect is followed, as it could lead to where certificates matter.
    """

    def __init__(
        self, api: openai.AsyncOpenAI, endpoint: str, connect_s: float, tls: ssl.SSLContext | None
    ) -> None:
        self._url = f"{api.base_url}{endpoint}"
        self._redirects = tls is not None
        self._session = aiohttp.ClientSession(
            connector=aiohttp.TCPConnector(limit=0, ssl=tls or False),  # a limiter counts, if any
            headers=_headers(api),
            timeout=aiohttp.ClientTimeout(total=None, sock_connect=connect_s),
            cookie_jar=aiohttp.DummyCookieJar(),
            proxy=proxy_for(str(api.base_url)),
        )

    async def post(self, content: bytes) -> Answered:
        """Send, and return what came back, whatever its status.

        Raises:
            aiohttp.ClientError: Nothing whole came back.
        """
        sending = self._session.post(self._url, data=content, allow_redirects=self._redirects)
        async with sending as response:
            body = await response.read()
            return Answered(response.status, response.headers.get("retry-after", ""), body)

    async def aclose(self) -> None:
        """Close the connections."""
        await self._session.close()


def proxy_for(address: str) -> str | None:
    """Return the proxy that the environment names for an address, or None."""
    parts = urlsplit(address)
    proxies = getproxies()
    found = proxies.get(parts.scheme) or proxies.get("all")
    if not found or proxy_bypass(parts.netloc.rpartition("@")[2]):
        return None
    return found if "://" in found else f"http://{found}"


def _headers(api: openai.AsyncOpenAI) -> dict[str, str]:
    told = {**api.auth_headers, **api.default_headers}
    if urlsplit(str(api.base_url)).username is not None:
        told.pop("Authorization", None)  # who has credentials in the address means those
    return {name: value for name, value in told.items() if isinstance(value, str)}
