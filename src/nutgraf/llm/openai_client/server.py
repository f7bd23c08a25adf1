"""Which server is asked, with which key, for which model: read once, and refused early.

Where these settings come from is not decided here.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Final
from urllib.parse import urlsplit

from nutgraf.errors import ConfigError

OFFICIAL_URL: Final = "https://api.openai.com/v1"
_PREFIX = "openai/"
_NO_KEY = "none"  # servers of one's own take no key, but openai sends no request without one


@dataclass(frozen=True, slots=True)
class Server:
    """A server and one of its models.

    Attributes:
        model: The model's name as it is sent.
        base_url: Where the server is.
        api_key: The key to send; not in the representation.
        official: Whether it is OpenAI itself.
    """

    model: str
    base_url: str
    api_key: str = field(repr=False)
    official: bool

    @property
    def place(self) -> str:
        """Its host and port, for messages: the rest of a URL may hold a password."""
        parts = urlsplit(self.base_url)
        return f"{parts.hostname}:{parts.port}" if parts.port else str(parts.hostname)


def server_for(model: str, api_key: str | None, base_url: str | None) -> Server:
    """Return the server for what a user gave.

    Raises:
        ConfigError: The key is missing or malformed, or the base URL or the model's name is.
    """
    url = base_url or OFFICIAL_URL
    if urlsplit(url).scheme not in {"http", "https"} or not urlsplit(url).hostname:
        raise ConfigError("the base URL must be a web address, such as http://127.0.0.1:8080/v1")
    official = urlsplit(url).hostname == urlsplit(OFFICIAL_URL).hostname
    name = model.removeprefix(_PREFIX)
    if not name or (official and "/" in name):
        raise ConfigError(
            f"the model {model!r} is none of OpenAI's; give openai/NAME, or its server's base URL"
        )
    return Server(name, url, _usable(api_key, needed=official), official)


def _usable(api_key: str | None, *, needed: bool) -> str:
    key = (api_key or "").strip()
    if not key and needed:
        raise ConfigError("no key for OpenAI: set OPENAI_API_KEY, or give a base URL")
    if not key.isascii() or not key.isprintable() or " " in key:
        # Sent as it is, it would be quoted in the HTTP library's own error.
        raise ConfigError("the key in OPENAI_API_KEY holds characters that no key has")
    return key or _NO_KEY
