"""From openai's exceptions to ours: one table, most specific entry first.

A server's message can echo the request, so none of it is passed on: our messages are made from the
table, the status and well-formed codes alone. When to try again is the retry policy's business.
"""

from __future__ import annotations

import json
import math
import re
import time
from dataclasses import dataclass
from email.utils import parsedate_to_datetime
from typing import TYPE_CHECKING

import openai

from nutgraf.errors import ModelError, TransientModelError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from nutgraf.llm.openai_client.line import Answered

_CODE = re.compile(r"[a-z_]{1,40}")
_UNSUPPORTED = {"unsupported_parameter", "unsupported_value"}
_BAD_REQUEST = 400


@dataclass(frozen=True, slots=True)
class Rule:
    """What one kind of failure means.

    Attributes:
        meaning: In words for people.
        transient: Whether it may pass by itself.
        general: Whether every other request would meet it too.
        too_fast: Whether it asks for fewer requests at once.
    """

    meaning: str
    transient: bool = False
    general: bool = False
    too_fast: bool = False


_BUSY = Rule("the server is busy or down", transient=True)
_LIMIT = Rule("too many requests", transient=True, too_fast=True)
_OVERLOADED = Rule("the server is overloaded", transient=True, too_fast=True)
_NO_ANSWER = Rule("no answer in time", transient=True, too_fast=True)
_NO_CONNECTION = Rule("cannot connect", transient=True)
_QUOTA = Rule("the account has no quota or credit left; check its billing", general=True)
_KEY = Rule(
    "the key was not accepted; check OPENAI_API_KEY, and what the key may use", general=True
)
_UNKNOWN = Rule("unknown model, or the base URL is wrong (it usually ends in /v1)", general=True)
_TOO_LONG = Rule("the article is longer than the model's context; use windows or another model")
_NO_SCHEMA = Rule("the server does not take this form of request; try --mode json", general=True)
_BAD = Rule("the server did not accept the request")
_NO_REPLY = Rule("the server's reply cannot be read; check the base URL")
_NOT_ASKED = Rule("the batch ended before this request was answered", transient=True)
_UNMET = Rule("the openai library failed in a way that this program does not expect")

RULES: Mapping[object, Rule] = {
    # Codes and types in the error's body, as OpenAI, llama.cpp and vLLM name them.
    "insufficient_quota": _QUOTA,
    "billing_hard_limit_reached": _QUOTA,
    "context_length_exceeded": _TOO_LONG,
    "exceed_context_size_error": _TOO_LONG,
    "model_not_found": _UNKNOWN,
    "slow_down": _OVERLOADED,
    "overloaded_error": _OVERLOADED,
    # Codes of what stands in the error file of a batch.
    "batch_expired": _NOT_ASKED,
    "batch_cancelled": _NOT_ASKED,
    # Statuses that openai has no class for.
    402: _QUOTA,
    408: _BUSY,
    413: _TOO_LONG,
    503: _OVERLOADED,
    529: _OVERLOADED,
    # Classes; a class without an entry would get that of its nearest base.
    openai.AuthenticationError: _KEY,
    openai.OAuthError: _KEY,
    openai.PermissionDeniedError: _KEY,
    openai.NotFoundError: _UNKNOWN,
    openai.BadRequestError: _BAD,
    openai.UnprocessableEntityError: _BAD,
    openai.RateLimitError: _LIMIT,
    openai.ConflictError: _BUSY,
    openai.InternalServerError: _BUSY,
    openai.APITimeoutError: _NO_ANSWER,
    openai.APIConnectionError: _NO_CONNECTION,
    openai.APIStatusError: _BAD,
    openai.APIResponseValidationError: _NO_REPLY,
    openai.APIError: _UNMET,
    # Of features that are not used: parsing by openai, and web sockets.
    openai.LengthFinishReasonError: _UNMET,
    openai.ContentFilterFinishReasonError: _UNMET,
    openai.WebSocketConnectionClosedError: _UNMET,
    openai.WebSocketQueueFullError: _UNMET,
    openai.OpenAIError: _UNMET,
}

_WORDS: Mapping[str, Rule] = {
    # Where a refused request has no code of its own, its message tells (llama.cpp, vLLM, Ollama).
    "context length": _TOO_LONG,
    "context size": _TOO_LONG,
    "context window": _TOO_LONG,
    "response_format": _NO_SCHEMA,
    "json_schema": _NO_SCHEMA,
    "tool_choice": _NO_SCHEMA,
}


def translate(error: openai.OpenAIError, place: str) -> ModelError:
    """Return our error for one of openai's; the place is the server's host, for the message.

    The error given loses its text, as it becomes the cause of ours and may hold the request.
    """
    translated = _made(_rule(error), f"{place}: {{}}{_details(error)}", _retry_after_s(error))
    error.args = (type(error).__name__,)
    return translated


def no_connection(place: str) -> ModelError:
    """Return our error for a request to which nothing whole came back."""
    return _made(_NO_CONNECTION, f"{place}: {{}}", None)


class UnsupportedParameterError(ModelError):
    """The model would take the request without one of its parameters."""

    def __init__(self, message: str, parameter: str) -> None:
        super().__init__(message)
        self.parameter = parameter


def refused(answered: Answered, place: str) -> ModelError:
    """Return our error for a refusal that did not come by way of openai's library.

    It is an `UnsupportedParameterError` where the server says that this is the reason.
    """
    told = _told(answered.content)
    error = translate_told(answered.status, told, place, _wait_s(answered.retry_after))
    parameter = told.get("param")
    unsupported = answered.status == _BAD_REQUEST and not _UNSUPPORTED.isdisjoint(_words(told))
    if unsupported and isinstance(parameter, str) and parameter:
        return UnsupportedParameterError(str(error), parameter)
    return error


def translate_told(
    status: int | None,
    told: Mapping[str, object],
    place: str,
    retry_after_s: float | None = None,
) -> ModelError:
    """Return our error for one that a server told, and not openai's library.

    Args:
        status: The HTTP status that the request came to; None if it was never asked.
        told: The error as the server told it, with a code, a type and a message, or without.
        place: The server's host.
        retry_after_s: How long the server asks to wait.
    """
    codes = _words(told)
    kind = _STATUSES.get(status or 0, openai.APIStatusError)
    if status is not None and status >= _FIRST_OF_SERVER_ERRORS:
        kind = openai.InternalServerError
    rule = next(_rules_for(codes, status, str(told), kind))
    shown = [f"HTTP {status}"] if status is not None else []
    shown += [code for code in codes if _CODE.fullmatch(code)]
    return _made(rule, f"{place}: {{}} ({', '.join(shown) or 'no code'})", retry_after_s)


def _told(content: bytes) -> Mapping[str, object]:
    """Return the error that a body tells: under ``error`` with most servers, bare with some."""
    try:
        body: object = json.loads(content)
    except ValueError:
        return {"message": content.decode(errors="replace")}
    told = body.get("error", body) if isinstance(body, dict) else body
    return told if isinstance(told, dict) else {"message": str(told)}


def _words(told: Mapping[str, object]) -> list[str]:
    """Return the error's code and type; servers disagree on which of them tells more."""
    return sorted({word for word in (told.get("code"), told.get("type")) if isinstance(word, str)})


_FIRST_OF_SERVER_ERRORS = 500
_STATUSES: Mapping[int, type[openai.APIStatusError]] = {
    400: openai.BadRequestError,
    401: openai.AuthenticationError,
    403: openai.PermissionDeniedError,
    404: openai.NotFoundError,
    409: openai.ConflictError,
    422: openai.UnprocessableEntityError,
    429: openai.RateLimitError,
}
"""As openai's own library raises them; 500 and above are `openai.InternalServerError`."""


def _made(rule: Rule, words: str, retry_after_s: float | None) -> ModelError:
    message = words.format(rule.meaning)
    if rule.transient:
        return TransientModelError(message, retry_after_s=retry_after_s, too_fast=rule.too_fast)
    refused = ModelError(message)
    refused.for_every_request = rule.general
    return refused


def _rule(error: openai.OpenAIError) -> Rule:
    return next(_rules(error))


def _rules(error: openai.OpenAIError) -> Iterator[Rule]:
    """Yield the rules that fit, the most specific first."""
    if isinstance(error, openai.APIStatusError):
        yield from _rules_for(sorted(_codes(error)), error.status_code, str(error), type(error))
    else:
        if type(error.__cause__).__name__ == "ConnectTimeout":
            yield _NO_CONNECTION  # over aiohttp, a refused or dropped connection has that name too
        yield from _rules_for((), None, "", type(error))


def _rules_for(
    codes: Iterable[str], status: int | None, said: str, kind: type[openai.OpenAIError]
) -> Iterator[Rule]:
    yield from (RULES[key] for key in (*codes, status) if key in RULES)
    if status in {400, 422}:
        yield from (rule for words, rule in _WORDS.items() if words in said.lower())
    yield from (RULES[base] for base in kind.__mro__ if base in RULES)


def _codes(error: openai.APIError) -> set[str]:
    """Return the error's code and type; servers disagree on which of them tells more."""
    return {word for word in (error.code, error.type) if isinstance(word, str)}


def _details(error: openai.OpenAIError) -> str:
    if not isinstance(error, openai.APIStatusError):
        return ""
    codes = [code for code in sorted(_codes(error)) if _CODE.fullmatch(code)]
    return f" ({', '.join([f'HTTP {error.status_code}', *codes])})"


def _retry_after_s(error: openai.OpenAIError) -> float | None:
    if not isinstance(error, openai.APIStatusError):
        return None
    return _wait_s(error.response.headers.get("retry-after", ""))


def _wait_s(value: str) -> float | None:
    """Return how long the server asked to wait: seconds, or the time until an HTTP date."""
    try:
        wait_s = float(value)
    except ValueError:
        wait_s = _until_s(value)
    return max(wait_s, 0.0) if math.isfinite(wait_s) else None


def _until_s(http_date: str) -> float:
    try:
        return parsedate_to_datetime(http_date).timestamp() - time.time()
    except (ValueError, OverflowError):
        return math.nan
