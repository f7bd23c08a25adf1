from __future__ import annotations

import pytest
from tests.llm.questions import KEY

from nutgraf.errors import ConfigError
from nutgraf.llm.openai_client.server import OFFICIAL_URL, server_for

LOCAL = "http://127.0.0.1:8089/v1"


@pytest.mark.parametrize(
    ("model", "base_url", "sent"),
    [
        ("openai/gpt-5-mini", None, "gpt-5-mini"),
        ("gpt-5-mini", None, "gpt-5-mini"),
        ("openai/qwen", LOCAL, "qwen"),
        ("org/qwen", LOCAL, "org/qwen"),
        ("openai/openai/gpt-5-mini", LOCAL, "openai/gpt-5-mini"),
    ],
)
def test_one_prefix_is_not_sent(model: str, base_url: str | None, sent: str) -> None:
    assert server_for(model, KEY, base_url).model == sent


@pytest.mark.parametrize("model", ["anthropic/claude", "openai/", ""])
def test_a_model_of_somebody_else_needs_its_base_url(model: str) -> None:
    with pytest.raises(ConfigError, match="base URL"):
        server_for(model, KEY, None)


@pytest.mark.parametrize("key", [None, "", " \n"])
def test_openai_needs_a_key(key: str | None) -> None:
    with pytest.raises(ConfigError, match="OPENAI_API_KEY"):
        server_for("openai/m", key, None)


def test_a_server_of_ones_own_needs_none() -> None:
    assert server_for("m", None, LOCAL).api_key


def test_white_space_around_a_key_is_dropped() -> None:
    assert server_for("m", f" {KEY}\n", OFFICIAL_URL).api_key == KEY


@pytest.mark.parametrize("key", ["sk-ab\ncd", "sk-\u201cab\u201d", "sk-a b"])
def test_a_key_that_cannot_be_one_is_refused_and_not_told(key: str) -> None:
    with pytest.raises(ConfigError, match="OPENAI_API_KEY") as caught:
        server_for("openai/m", key, None)
    assert key not in str(caught.value)


@pytest.mark.parametrize("url", ["127.0.0.1:8089", "ftp://host/v1", "http://", "localhost:80"])
def test_a_base_url_that_is_no_web_address_is_refused(url: str) -> None:
    with pytest.raises(ConfigError, match="web address"):
        server_for("m", KEY, url)


def test_the_place_tells_no_password() -> None:
    assert server_for("m", KEY, "https://user:pass@host.test:8443/v1?k=1").place == "host.test:8443"
    assert server_for("m", KEY, None).place == "api.openai.com"


def test_the_representation_tells_no_key() -> None:
    assert KEY not in repr(server_for("m", KEY, None))
