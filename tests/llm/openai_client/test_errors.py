from __future__ import annotations

import time
from collections.abc import Iterator, Mapping
from email.utils import formatdate

import openai
import pytest
from tests.llm.openai_client.asking import Ask, Fail
from tests.llm.questions import ARTICLE, GOOD, KEY
from tests.support.openai_server import OpenAIServer, answer, status

from nutgraf.errors import ModelError, TransientModelError
from nutgraf.llm.openai_client.errors import RULES, translate

NOT_ABOUT_REQUESTS = {"InvalidWebhookSignatureError"}


def exported() -> Iterator[tuple[str, type[BaseException]]]:
    for name in openai.__all__:
        value = getattr(openai, name)
        if isinstance(value, type) and issubclass(value, BaseException):
            yield name, value


def test_every_exception_of_openai_has_a_rule_of_its_own() -> None:
    missing = {name for name, error in exported() if error not in RULES}
    assert missing == NOT_ABOUT_REQUESTS


@pytest.mark.parametrize("code", [408, 409, 429, 500, 502, 503, 504, 529])
def test_what_may_pass_is_retried(failure: Fail, code: int) -> None:
    with OpenAIServer(status(code)) as server:
        error = failure(server)
    assert type(error) is TransientModelError
    assert len(server.requests) == 3


@pytest.mark.parametrize(
    ("code", "error", "meaning"),
    [
        (401, {"code": "invalid_api_key"}, "OPENAI_API_KEY"),
        (403, {}, "OPENAI_API_KEY"),
        (404, {"code": "model_not_found"}, "unknown model"),
        (404, {}, "base URL"),
        (402, {}, "billing"),
        (429, {"code": "insufficient_quota"}, "billing"),
        (429, {"type": "insufficient_quota"}, "billing"),
        (413, {}, "longer than the model's context"),
        (400, {"code": "context_length_exceeded"}, "longer than the model's context"),
        (
            400,
            {"code": 400, "type": "exceed_context_size_error"},
            "longer than the model's context",
        ),
        (400, {"message": "maximum context length is 8192"}, "longer than the model's context"),
        (400, {"message": "response_format is not supported"}, "--mode json"),
        (422, {"message": "unknown field json_schema"}, "--mode json"),
        (400, {}, "did not accept the request"),
        (418, {}, "did not accept the request"),
    ],
)
def test_what_will_not_pass_is_told_at_once(
    failure: Fail, code: int, error: Mapping[str, object], meaning: str
) -> None:
    with OpenAIServer(status(code, error)) as server:
        told = failure(server)
    assert type(told) is ModelError
    assert meaning in str(told)
    assert f"HTTP {code}" in str(told)
    assert len(server.requests) == 1


@pytest.mark.parametrize("code", [400, 401, 429, 500])
def test_a_server_that_echoes_the_request_is_not_repeated(failure: Fail, code: int) -> None:
    echo = f"{ARTICLE} {KEY}"
    with OpenAIServer(status(code, {"message": echo, "code": echo, "type": KEY})) as server:
        assert f"(HTTP {code})" in str(failure(server))


def test_a_body_that_is_no_json_is_not_repeated_either(failure: Fail) -> None:
    with OpenAIServer(status(400, {"message": ARTICLE})) as server:
        assert "HTTP 400" in str(failure(server))


@pytest.mark.parametrize("value", ["soon", "", "nan", "inf", "Fri, 99 Foo"])
def test_a_wait_that_cannot_be_read_is_the_clients_own(
    ask: Ask, waits: list[float], value: str
) -> None:
    with OpenAIServer(status(503, headers={"retry-after": value}), answer(GOOD)) as server:
        ask(server)
    assert 0 <= waits[0] <= 1


def test_a_wait_may_be_a_date(ask: Ask, waits: list[float]) -> None:
    headers = {"retry-after": formatdate(time.time() + 10, usegmt=True)}
    with OpenAIServer(status(503, headers=headers), answer(GOOD)) as server:
        ask(server)
    assert 8 <= waits[0] <= 11


def test_a_date_in_the_past_is_no_wait(ask: Ask, waits: list[float]) -> None:
    headers = {"retry-after": formatdate(0, usegmt=True)}
    with OpenAIServer(status(503, headers=headers), answer(GOOD)) as server:
        ask(server)
    assert waits == [0]


def test_a_failure_of_the_library_itself_is_not_retried() -> None:
    error = translate(openai.OpenAIError(KEY), "host")
    assert type(error) is ModelError
    assert KEY not in str(error)
