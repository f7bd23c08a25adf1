"""From the text of an answer to a typed answer, or to words about why it does not fit.

Every client reads answers through here, so that a recording and a fake judge as a server's adapter
does. How a model is asked again is not decided here.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NewType, TypeVar

from pydantic import ValidationError

from nutgraf.errors import ModelError, OutputError, RefusalError, TruncatedError
from nutgraf.llm.wire import wire_schema

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pydantic.json_schema import JsonSchemaValue
    from pydantic_core import ErrorDetails

    from nutgraf.llm.client import AnswerT, Usage

_ERRORS_TOLD = 10  # a model mends few faults at a time, and a list of thousands costs tokens
_CORRECTION_CHARS = 2_000
_FAULTS_NAMED = 3

JsonText = NewType("JsonText", str)
FailureT = TypeVar("FailureT", bound=ModelError | OutputError)


@dataclass(frozen=True, slots=True)
class Misfit:
    """Why an answer does not fit.

    Attributes:
        fields: Paths and kinds of error, for people: never a value, as values may be article text.
        correction: The errors in full, for the model that is to mend them; 2,000 characters at
            most.
    """

    fields: str
    correction: str

    def error(self, asked: int) -> OutputError:
        """Return the error for an answer that was asked for this many times and never fitted."""
        times = "once" if asked == 1 else f"{asked} times"
        return OutputError(
            f"the answer did not fit the schema, asked {times}; at fault: {self.fields}"
        )


def json_part(text: str) -> JsonText:
    """Return the outermost JSON object of an answer, without the fence or the words around it.

    It spans the first to the last brace. An answer with two objects is therefore no JSON at all:
    which of them the model meant, and which it repeats from an article, is not for us to guess.
    """
    start, last = text.find("{"), text.rfind("}")
    return JsonText(text[start : last + 1] if 0 <= start < last else text)


def parse_answer(text: JsonText, answer_type: type[AnswerT]) -> AnswerT | Misfit:
    """Return the answer that a text holds, or why it does not fit.

    A misfit is a value, since pydantic's exception quotes the answer and would be chained to ours.
    """
    try:
        return answer_type.model_validate_json(text)
    except ValidationError as error:
        errors = error.errors(include_url=False, include_input=False, include_context=False)
    return Misfit(_named(errors, frozenset(_names(wire_schema(answer_type)))), _told(errors))


def refuse_unfinished(*, refused: bool, cut_off: bool, max_tokens: int) -> None:
    """Raise where a reply is no whole answer.

    Raises:
        RefusalError: The model, or its content filter, refused.
        TruncatedError: It was cut off at this many tokens.
    """
    if refused:
        raise RefusalError("the model, or its content filter, refused to answer")
    if cut_off:
        raise TruncatedError(
            f"the answer was cut off at {max_tokens} tokens; raise --max-tokens, or ask for less"
        )


def charged(error: FailureT, usage: Usage) -> FailureT:
    """Return the error with the tokens that were spent before it."""
    error.input_tokens = usage.input_tokens
    error.output_tokens = usage.output_tokens
    return error


def _named(errors: list[ErrorDetails], declared: frozenset[str]) -> str:
    """Return ``key_points.0.text: missing``; a key that is not the schema's is the model's own."""
    faults = []
    for error in errors[:_FAULTS_NAMED]:
        steps = (
            step if step in declared or isinstance(step, int) else "*" for step in error["loc"]
        )
        faults.append(f"{'.'.join(map(str, steps)) or 'the whole'}: {error['type']}")
    more = f" (and {len(errors) - _FAULTS_NAMED} more)" if len(errors) > _FAULTS_NAMED else ""
    return ", ".join(faults) + more


def _told(errors: list[ErrorDetails]) -> str:
    lines = [
        f"{'.'.join(map(str, error['loc'])) or 'the whole answer'}: {error['msg']}"
        for error in errors[:_ERRORS_TOLD]
    ]
    return "\n".join(lines)[:_CORRECTION_CHARS]


def _names(schema: JsonSchemaValue) -> Iterator[str]:
    nodes: list[object] = [schema]
    while nodes:
        node = nodes.pop()
        if isinstance(node, dict):
            yield from node.get("properties", ())
            nodes.extend(node.values())
        elif isinstance(node, list):
            nodes.extend(node)
