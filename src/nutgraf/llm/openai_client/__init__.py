"""The adapter to OpenAI and to every server that speaks its protocol.

Nothing outside this package knows openai or instructor. Importing it costs more than a second, so
whoever builds a client imports it then.
"""

from __future__ import annotations

from nutgraf.llm.openai_client.client import OpenAIClient
from nutgraf.llm.openai_client.requests import Mode

__all__ = ["Mode", "OpenAIClient"]
