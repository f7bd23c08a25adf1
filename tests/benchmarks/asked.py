"""What the benchmarks of the client ask, the same of each client."""

from __future__ import annotations

from openai.types.chat import ChatCompletionMessageParam

from nutgraf.llm.client import Message

ARTICLE = "\n".join(
    f"[{number}] The harbour board said on Monday that pier {number} would be dredged in autumn."
    for number in range(1, 42)
)
PROMPT = "Summarise the article. Cite the numbers of the sentences that carry each statement."
MESSAGES = (Message("system", PROMPT), Message("user", ARTICLE))


def messages() -> list[ChatCompletionMessageParam]:
    """Return the same as openai's own client takes them."""
    return [{"role": "system", "content": PROMPT}, {"role": "user", "content": ARTICLE}]
