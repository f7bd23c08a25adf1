from __future__ import annotations

import asyncio

import pytest
from pydantic import BaseModel
from tests.llm.questions import BAD, GOOD, Answer, question

from nutgraf.errors import OutputError, RecordingError, TransientModelError, TruncatedError
from nutgraf.llm.client import Client, Completion, Request, Usage
from nutgraf.llm.scripted import ScriptedAnswer, ScriptedClient


def complete(client: Client) -> Completion[Answer]:
    return asyncio.run(client.complete(question()))


def test_answers_come_in_turn_and_requests_are_kept() -> None:
    client = ScriptedClient([GOOD, '{"headline":"Second"}'])
    assert complete(client).answer.headline == "Ferry aground"
    assert complete(client).answer.headline == "Second"
    assert [request.digest("m") for request in client.requests] == [question().digest("m")] * 2


def test_a_completion_holds_the_text_and_what_it_is_said_to_have_taken() -> None:
    completed = complete(ScriptedClient([f"```json\n{GOOD}\n```"], usage=Usage(9, 8, 7, 1)))
    assert completed.text == GOOD
    assert completed.usage == Usage(9, 8, 7, 1)
    assert completed.seconds == 0


def test_a_model_will_do_for_an_answer() -> None:
    completed = complete(ScriptedClient([Answer(headline="As it is")]))
    assert completed.answer == Answer(headline="As it is")
    assert completed.text == '{"headline":"As it is","parts":[]}'


def test_a_model_of_another_type_is_read_as_json() -> None:
    class Stranger(BaseModel):
        headline: str

    assert complete(ScriptedClient([Stranger(headline="x")])).answer == Answer(headline="x")


def test_a_function_answers_by_the_request() -> None:
    def respond(request: Request[BaseModel]) -> ScriptedAnswer:
        return Answer(headline=request.messages[-1].content[:9])

    assert complete(ScriptedClient(respond)).answer.headline == "The ferry"


@pytest.mark.parametrize("error", [TransientModelError("busy"), TruncatedError("cut off")])
def test_an_error_is_raised_with_what_was_spent(error: OutputError | TransientModelError) -> None:
    with pytest.raises(type(error)) as caught:
        complete(ScriptedClient([error], usage=Usage(5, 4, 0, 1)))
    assert caught.value is error
    assert (error.input_tokens, error.output_tokens) == (5, 4)


def test_any_other_exception_is_raised_as_it_is() -> None:
    with pytest.raises(LookupError, match="of the test"):
        complete(ScriptedClient([LookupError("of the test")]))


def test_an_answer_that_does_not_fit_is_the_same_error_as_a_servers() -> None:
    with pytest.raises(OutputError, match="at fault: headline: string_type") as caught:
        complete(ScriptedClient([BAD], usage=Usage(5, 4, 0, 1)))
    assert (caught.value.input_tokens, caught.value.output_tokens) == (5, 4)


def test_the_end_of_the_script_is_told() -> None:
    client = ScriptedClient([GOOD])
    complete(client)
    with pytest.raises(RecordingError, match="no answer left"):
        complete(client)


def test_it_goes_by_a_name_and_closes() -> None:
    client = ScriptedClient([], model="somebody")
    asyncio.run(client.aclose())
    assert client.model == "somebody"
