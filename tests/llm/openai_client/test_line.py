"""The lean way of asking: addresses, proxies, credentials, redirects, refusals in many forms."""

from __future__ import annotations

import asyncio
import gzip
import json

import pytest
from tests.llm.openai_client.asking import Ask, Fail
from tests.llm.questions import GOOD, KEY, question
from tests.support.openai_server import OpenAIServer, Reply, answer, status

from nutgraf.errors import ModelError, TransientModelError
from nutgraf.llm.openai_client import OpenAIClient
from nutgraf.llm.openai_client.line import Answered, proxy_for

PROXIES = ("http_proxy", "https_proxy", "all_proxy", "no_proxy")


@pytest.fixture(autouse=True)
def _no_proxies(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in PROXIES:
        monkeypatch.delenv(name, raising=False)
        monkeypatch.delenv(name.upper(), raising=False)


def ask_at(base_url: str) -> None:
    asyncio.run(OpenAIClient("small", api_key=KEY, base_url=base_url).complete(question()))


@pytest.mark.parametrize("ending", ["", "/"])
def test_the_endpoint_is_below_the_base_url(ending: str) -> None:
    with OpenAIServer(answer(GOOD)) as server:
        ask_at(f"{server.base_url}{ending}")
    assert server.requests[0].path == "/v1/chat/completions"


def test_what_openai_tells_of_itself_and_of_the_account_is_told(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("OPENAI_ORG_ID", "org-1")
    with OpenAIServer(answer(GOOD)) as server:
        ask_at(server.base_url)
    headers = server.requests[0].headers
    assert headers["content-type"] == "application/json"
    assert headers["openai-organization"] == "org-1"
    assert "OpenAI" in headers["user-agent"]
    assert "openai-project" not in headers


def test_credentials_in_the_address_go_before_the_key() -> None:
    with OpenAIServer(answer(GOOD)) as server:
        ask_at(server.base_url.replace("//", "//user:secret@"))
    assert server.requests[0].headers["authorization"] == "Basic dXNlcjpzZWNyZXQ="


def test_a_proxy_that_the_environment_names_is_used(monkeypatch: pytest.MonkeyPatch) -> None:
    with OpenAIServer(answer(GOOD)) as proxy:
        monkeypatch.setenv("http_proxy", proxy.base_url.removesuffix("/v1"))
        ask_at("http://model.example/v1")
    assert proxy.requests[0].path == "http://model.example/v1/chat/completions"


@pytest.mark.parametrize(
    ("environment", "address", "proxy"),
    [
        ({}, "http://a.example/v1", None),
        ({"http_proxy": "http://p:1"}, "http://a.example/v1", "http://p:1"),
        ({"http_proxy": "http://p:1"}, "https://a.example/v1", None),
        ({"https_proxy": "p:1"}, "https://a.example/v1", "http://p:1"),
        ({"all_proxy": "http://p:1"}, "https://a.example/v1", "http://p:1"),
        ({"all_proxy": "http://p:1", "no_proxy": "a.example"}, "https://a.example/v1", None),
        ({"all_proxy": "http://p:1", "no_proxy": "a.example"}, "http://u:w@a.example/", None),
    ],
)
def test_which_proxy_an_address_has(
    monkeypatch: pytest.MonkeyPatch, environment: dict[str, str], address: str, proxy: str | None
) -> None:
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    assert proxy_for(address) == proxy


def test_plain_http_follows_no_redirect(failure: Fail) -> None:
    elsewhere = Reply(307, b"", {"location": "http://127.0.0.1:1/v1/chat/completions"})
    with OpenAIServer(elsewhere) as server:
        assert "HTTP 307" in str(failure(server))
    assert len(server.requests) == 1


@pytest.mark.parametrize("code", [200, 204, 299])
def test_what_went_well(code: int) -> None:
    assert Answered(code, "", b"").well


@pytest.mark.parametrize("code", [101, 301, 404, 500])
def test_what_did_not(code: int) -> None:
    assert not Answered(code, "", b"").well


@pytest.mark.parametrize(
    ("body", "meaning"),
    [
        ({"object": "error", "message": "maximum context length is 8192"}, "model's context"),
        ({"error": "json_schema is not supported"}, "--mode json"),
        ({"detail": [{"loc": ["body", "response_format"]}]}, "--mode json"),
        (["context window"], "model's context"),
        ({"error": {"code": "context_length_exceeded"}}, "model's context"),
    ],
)
def test_a_refusal_is_understood_in_whatever_form_it_comes(
    failure: Fail, body: object, meaning: str
) -> None:
    with OpenAIServer(Reply(400, json.dumps(body).encode())) as server:
        error = failure(server)
    assert type(error) is ModelError
    assert meaning in str(error)


def test_a_refusal_that_is_no_json_and_no_text_is_told_by_its_status(failure: Fail) -> None:
    with OpenAIServer(Reply(400, b"\xff\xfe<html>")) as server:
        assert str(failure(server)).endswith("(HTTP 400)")


def test_a_parameter_is_only_left_out_where_its_name_is_told(failure: Fail) -> None:
    with OpenAIServer(status(400, {"code": "unsupported_parameter", "param": 7})) as server:
        assert "HTTP 400" in str(failure(server))
    assert len(server.requests) == 1


def test_the_wait_of_a_refusal_reaches_the_caller(ask: Ask) -> None:
    busy = status(429, headers={"retry-after": "0.5"})
    with OpenAIServer(busy) as server, pytest.raises(TransientModelError) as caught:
        ask(server)
    assert caught.value.retry_after_s == 0.5


def test_a_reply_may_be_compressed(ask: Ask) -> None:
    with OpenAIServer(answer(GOOD)) as server:
        ask(server)
    assert "gzip" in server.requests[0].headers["accept-encoding"]
    body = {"choices": [{"message": {"content": GOOD}}]}
    packed = Reply(200, gzip.compress(json.dumps(body).encode()), {"content-encoding": "gzip"})
    with OpenAIServer(packed) as server:
        assert ask(server).text == GOOD
