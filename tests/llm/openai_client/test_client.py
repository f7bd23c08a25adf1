from __future__ import annotations

import asyncio
import json
import logging
from collections.abc import Mapping
from typing import cast

import pytest
from tests.llm.openai_client.asking import Ask, Fail
from tests.llm.questions import ARTICLE, BAD, GOOD, KEY, Answer, question
from tests.support import openai_server
from tests.support.openai_server import (
    Behaviour,
    Failure,
    OpenAIServer,
    Received,
    answer,
    completion,
    raw,
    refusal,
    status,
)

from nutgraf.errors import (
    ConfigError,
    ModelError,
    OutputError,
    RefusalError,
    TransientModelError,
    TruncatedError,
)
from nutgraf.llm.client import Message, Request, Sampling, Usage
from nutgraf.llm.openai_client import OpenAIClient
from nutgraf.llm.retry import Patience
from nutgraf.llm.wire import wire_schema


def test_an_answer_that_fits_takes_one_request(ask: Ask) -> None:
    with OpenAIServer(answer(GOOD, usage=openai_server.Usage(120, 30, cached=64))) as server:
        completed = ask(server)
    assert completed.answer == Answer.model_validate_json(GOOD)
    assert completed.text == GOOD
    assert completed.usage == Usage(120, 30, 64, requests=1)
    assert completed.seconds > 0
    assert len(server.requests) == 1


def test_the_server_is_asked_to_enforce_the_wire_schema(ask: Ask) -> None:
    with OpenAIServer(answer(GOOD)) as server:
        ask(server)
    body = server.requests[0].body
    assert body["response_format"] == {
        "type": "json_schema",
        "json_schema": {
            "name": "Answer",
            "strict": True,
            "schema": {"title": "Answer", **wire_schema(Answer)},
        },
    }
    assert body["model"] == "small"
    assert body["max_tokens"] == 500
    assert body["temperature"] == 0.0


def test_the_article_is_sent_as_it_is_whatever_looks_like_a_template(ask: Ask) -> None:
    with OpenAIServer(answer(GOOD)) as server:
        ask(server)
    assert server.requests[0].messages[-1] == {"role": "user", "content": ARTICLE}


def test_a_temperature_of_none_is_left_to_the_server(patience: Patience) -> None:
    request = Request([Message("user", ARTICLE)], Answer, Sampling(temperature=None))
    with OpenAIServer(answer(GOOD)) as server:
        asyncio.run(OpenAIClient("m", base_url=server.base_url).complete(request))
    assert "temperature" not in server.requests[0].body


def test_the_tools_mode_asks_for_a_call_and_reads_its_arguments(ask: Ask) -> None:
    with OpenAIServer(answer(GOOD)) as server:
        assert ask(server, mode="tools").text == GOOD
    [tool] = cast("list[Mapping[str, Mapping[str, object]]]", server.requests[0].body["tools"])
    assert cast("Mapping[str, object]", tool["function"]["parameters"])["required"] == [
        "headline",
        "parts",
    ]


def test_in_tools_mode_an_answer_in_the_content_will_do(ask: Ask) -> None:
    with OpenAIServer(answer(GOOD, tools=False)) as server:
        assert ask(server, mode="tools").text == GOOD


def test_the_json_mode_puts_the_schema_after_the_system_message(ask: Ask) -> None:
    with OpenAIServer(answer(GOOD)) as server:
        ask(server, mode="json")
    first = server.requests[0]
    assert first.body["response_format"] == {"type": "json_object"}
    assert first.messages[0]["content"].startswith("Summarise the article.\n\n")
    assert '"additionalProperties": false' in first.messages[0]["content"]
    assert len(first.messages) == 2


def test_the_json_mode_makes_a_system_message_where_there_is_none() -> None:
    request = Request([Message("user", ARTICLE)], Answer, Sampling())
    with OpenAIServer(answer(GOOD)) as server:
        asyncio.run(OpenAIClient("m", base_url=server.base_url, mode="json").complete(request))
    assert [message["role"] for message in server.requests[0].messages] == ["system", "user"]


@pytest.mark.parametrize(
    "text", [f"```json\n{GOOD}\n```", f"Here it is:\n{GOOD}\nI hope it helps.", f"\n {GOOD} "]
)
def test_an_answer_in_a_fence_or_among_words_is_found(ask: Ask, text: str) -> None:
    with OpenAIServer(answer(text)) as server:
        assert ask(server).text == GOOD
    assert len(server.requests) == 1


@pytest.mark.parametrize("mode", ["json_schema", "tools", "json"])
def test_each_reask_holds_the_request_and_the_last_failure_only(ask: Ask, mode: str) -> None:
    with OpenAIServer(answer(BAD), answer("{}"), answer(GOOD)) as server:
        completed = ask(server, mode=mode)
    assert completed.usage == Usage(300, 60, 0, requests=3)
    assert [len(request.messages) for request in server.requests] == [2, 4, 4]
    last = json.dumps(server.requests[2].messages)
    assert "headline: Field required" in last
    assert "valid integer" not in last


@pytest.mark.parametrize("text", ["", "I cannot see an article.", "{", "[]", '{"headline":'])
def test_an_answer_that_is_no_json_is_asked_for_again(ask: Ask, text: str) -> None:
    with OpenAIServer(answer(text), answer(GOOD)) as server:
        assert ask(server).usage.requests == 2


@pytest.mark.parametrize("nothing", [completion([]), answer("")])
def test_after_an_empty_answer_no_empty_message_is_sent_back(ask: Ask, nothing: Behaviour) -> None:
    with OpenAIServer(nothing, answer(GOOD)) as server:
        ask(server)
    assert [message["role"] for message in server.requests[1].messages] == [
        "system",
        "user",
        "user",
    ]


def test_an_answer_that_never_fits_says_where_and_what_it_took(ask: Ask, failure: Fail) -> None:
    with OpenAIServer(answer(BAD)) as server:
        error = failure(server)
    assert type(error) is OutputError
    assert str(error) == (
        "the answer did not fit the schema, asked 3 times; "
        "at fault: headline: string_type, parts.0.numbers.0: int_parsing"
    )
    assert (error.input_tokens, error.output_tokens) == (300, 60)
    assert len(server.requests) == 3


def test_without_reasks_an_answer_gets_one_chance(ask: Ask) -> None:
    with OpenAIServer(answer(BAD)) as server, pytest.raises(OutputError, match="asked once"):
        ask(server, reasks=0)
    assert len(server.requests) == 1


def test_what_is_told_to_the_model_is_bounded(ask: Ask) -> None:
    many = json.dumps({"headline": "x", "parts": [{"text": 1, "numbers": "none"}] * 500})
    with OpenAIServer(answer(many), answer(GOOD)) as server:
        ask(server)
    correction = server.requests[1].messages[-1]["content"]
    assert correction.count("parts.") == 10
    assert len(correction) < 2_200


def test_an_answer_that_was_cut_off_is_not_asked_for_again(failure: Fail) -> None:
    with OpenAIServer(answer('{"headline":"Fer', finish_reason="length")) as server:
        error = failure(server)
    assert type(error) is TruncatedError
    assert "500 tokens; raise --max-tokens" in str(error)
    assert (error.input_tokens, error.output_tokens) == (100, 20)
    assert len(server.requests) == 1


@pytest.mark.parametrize(
    "refused",
    [refusal("I will not speak of the Marguerite"), answer("", finish_reason="content_filter")],
)
def test_a_refusal_is_not_asked_again(failure: Fail, refused: Behaviour) -> None:
    with OpenAIServer(refused) as server:
        assert type(failure(server)) is RefusalError
    assert len(server.requests) == 1


def test_tokens_that_the_server_does_not_count_are_none_but_the_request_is_one(ask: Ask) -> None:
    with OpenAIServer(answer(GOOD, usage=None)) as server:
        assert ask(server).usage == Usage(requests=1)


def test_a_passing_failure_is_retried_without_a_word_to_the_model(
    ask: Ask, waits: list[float]
) -> None:
    with OpenAIServer(status(503), Failure.DROP, answer(GOOD)) as server:
        assert ask(server).usage.requests == 1
    assert [len(request.messages) for request in server.requests] == [2, 2, 2]
    assert len(waits) == 2


def test_a_failure_that_does_not_pass_takes_as_many_requests_as_attempts(failure: Fail) -> None:
    with OpenAIServer(status(500)) as server:
        error = failure(server)
    assert type(error) is TransientModelError
    assert "HTTP 500" in str(error)
    assert "attempts: 3" in str(error)
    assert len(server.requests) == 3


def test_tokens_spent_before_the_server_failed_are_on_the_error(failure: Fail) -> None:
    with OpenAIServer(answer(BAD), status(401)) as server:
        error = failure(server)
    assert (error.input_tokens, error.output_tokens) == (100, 20)


def test_the_wait_that_a_server_asks_for_is_kept(ask: Ask, waits: list[float]) -> None:
    with OpenAIServer(status(429, headers={"retry-after": "7"}), answer(GOOD)) as server:
        ask(server)
    assert 7 <= waits[0] <= 7.7


@pytest.mark.parametrize("failing", [Failure.DROP, Failure.TEAR])
def test_a_connection_that_breaks_is_a_passing_failure(failure: Fail, failing: Failure) -> None:
    with OpenAIServer(failing) as server:
        assert type(failure(server)) is TransientModelError
    assert len(server.requests) == 3


def test_a_server_that_never_answers_is_given_up_after_the_time_of_an_attempt() -> None:
    patience = Patience(attempts=1, attempt_s=0.05)
    with OpenAIServer(Failure.HANG) as server:
        client = OpenAIClient("m", base_url=server.base_url, patience=patience)
        with pytest.raises(TransientModelError, match=r"no answer"):
            asyncio.run(client.complete(question()))


def test_nobody_at_the_address_is_a_passing_failure(failure: Fail) -> None:
    with OpenAIServer(answer(GOOD)) as server:
        pass
    error = failure(server)
    assert type(error) is TransientModelError
    assert "cannot connect" in str(error)


def test_https_is_spoken_where_the_address_says_so() -> None:
    patience = Patience(attempts=1, attempt_s=0.3)
    with OpenAIServer(answer(GOOD)) as server:  # which understands no TLS, and says nothing
        address = server.base_url.replace("http:", "https:")
        client = OpenAIClient("m", base_url=address, patience=patience)
        with pytest.raises(TransientModelError):
            asyncio.run(client.complete(question()))
    assert server.requests == []


@pytest.mark.parametrize(
    "content", ["<html>hello</html>", '{"error":"Marguerite"}', '{"choices":[{"message":1}]}', "{"]
)
def test_a_reply_that_is_no_chat_completion_points_to_the_base_url(
    failure: Fail, content: str
) -> None:
    with OpenAIServer(raw(content)) as server:
        error = failure(server)
    assert type(error) is ModelError
    assert "check the base URL" in str(error)
    assert len(server.requests) == 1


def refuse(parameter: str) -> Behaviour:
    """Refuse a parameter wherever it is given, as OpenAI's reasoning models do."""

    def respond(received: Received) -> Behaviour:
        if parameter not in received.body:
            return answer(GOOD)
        return status(400, {"code": "unsupported_parameter", "param": parameter})

    return respond


def test_a_parameter_that_the_model_does_not_take_is_left_out_from_then_on() -> None:
    with OpenAIServer(refuse("temperature")) as server:
        client = OpenAIClient("m", base_url=server.base_url)
        for _ in range(2):
            asyncio.run(client.complete(question()))
    assert ["temperature" in request.body for request in server.requests] == [True, False, False]


def test_a_parameter_with_a_newer_name_is_sent_under_that() -> None:
    with OpenAIServer(refuse("max_tokens")) as server:
        asyncio.run(OpenAIClient("m", base_url=server.base_url).complete(question()))
    assert server.requests[1].body["max_completion_tokens"] == 500


def test_a_parameter_without_a_substitute_ends_the_matter(failure: Fail) -> None:
    with OpenAIServer(refuse("messages")) as server:
        assert "HTTP 400" in str(failure(server))
    assert len(server.requests) == 1


def test_many_requests_at_once_share_one_loop_and_do_not_mix() -> None:
    def echo(received: Received) -> Behaviour:
        headline = received.messages[-1]["content"]
        return answer(json.dumps({"headline": headline, "parts": []}), after_s=0.01)

    async def ask_all(client: OpenAIClient) -> list[str]:
        asked = (client.complete(question(f"article {number}")) for number in range(40))
        return [completed.answer.headline for completed in await asyncio.gather(*asked)]

    with OpenAIServer(echo) as server:
        headlines = asyncio.run(ask_all(OpenAIClient("m", base_url=server.base_url)))
    assert headlines == [f"article {number}" for number in range(40)]


def test_connections_are_kept_within_a_loop_and_made_anew_in_the_next() -> None:
    async def ask_twice(client: OpenAIClient) -> None:
        await client.complete(question())
        await client.complete(question())

    with OpenAIServer(answer(GOOD)) as server:
        client = OpenAIClient("m", base_url=server.base_url)
        asyncio.run(ask_twice(client))
        assert server.connections == 1
        asyncio.run(ask_twice(client))
        assert server.connections == 2


def test_a_closed_client_cannot_be_used() -> None:
    async def use_after_closing(client: OpenAIClient) -> None:
        await client.complete(question())
        await client.aclose()
        await client.aclose()
        await client.complete(question())

    with OpenAIServer(answer(GOOD)) as server, pytest.raises(RuntimeError, match="closed"):
        asyncio.run(use_after_closing(OpenAIClient("m", base_url=server.base_url)))
    assert len(server.requests) == 1


def test_the_key_is_sent_and_is_in_no_log(ask: Ask, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    with OpenAIServer(answer(BAD), status(500), answer(GOOD)) as server:
        ask(server)
    assert server.requests[0].headers["authorization"] == f"Bearer {KEY}"
    assert KEY not in caplog.text


def test_nothing_is_logged_at_the_levels_that_people_see(
    ask: Ask, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.WARNING)
    with OpenAIServer(answer(BAD), status(500), answer(GOOD)) as server:
        ask(server)
    assert caplog.text == ""


def test_the_model_goes_by_the_name_that_the_user_gave() -> None:
    assert OpenAIClient("openai/gpt-5-mini", api_key=KEY).model == "openai/gpt-5-mini"


@pytest.mark.parametrize(("mode", "reasks"), [("xml", 2), ("json", -1)])
def test_settings_that_do_not_fit_are_refused(mode: str, reasks: int) -> None:
    with pytest.raises(ConfigError):
        OpenAIClient("m", base_url="http://127.0.0.1:1/v1", mode=mode, reasks=reasks)


def test_text_that_is_no_unicode_is_refused_and_not_told() -> None:
    request = question("The ferry Marguerite \ud800")
    with OpenAIServer(answer(GOOD)) as server:
        client = OpenAIClient("m", base_url=server.base_url)
        with pytest.raises(ModelError, match="surrogate") as caught:
            asyncio.run(client.complete(request))
    assert "Marguerite" not in str(caught.value)
