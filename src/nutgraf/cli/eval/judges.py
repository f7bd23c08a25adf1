"""The judge that the settings ask for, and the options that say so."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeVar

import click

from nutgraf.cli.eval.options import FILE

if TYPE_CHECKING:
    from collections.abc import Callable

    from nutgraf.evals.judging.judge import Judge

    CommandT = TypeVar("CommandT", bound=Callable[..., Any])  # Any: of whatever parameters

_OPTIONS = (
    click.option("--model", help="openai/NAME, or a name that --base-url knows."),
    click.option("--base-url", help="Address of an OpenAI-compatible server."),
    click.option(
        "--mode",
        type=click.Choice(["json_schema", "tools", "json"]),
        help="How to ask for JSON, for servers that do not enforce a schema; json_schema.",
    ),
    click.option("--timeout", type=float, help="Seconds an attempt may take."),
    click.option("--prompt", help="NAME, NAME@VERSION or a prompt file of your own; judge."),
    click.option(
        "--record", type=FILE, help="Add answers to this file; what it has is not asked again."
    ),
    click.option("--replay", type=FILE, help="Answer from this recording; no key, no network."),
    click.option(
        "--concurrency",
        type=click.IntRange(min=1),
        default=4,
        show_default=True,
        help="Questions at a time.",
    ),
)


def judge_options(command: CommandT) -> CommandT:
    """Give a command the options that say who judges."""
    for option in reversed(_OPTIONS):
        command = option(command)
    return command


def judge_of(given: dict[str, object]) -> Judge:
    """Return the judge that options, environment and file ask for.

    Raises:
        ConfigError: A setting does not fit, or no model is given.
        PromptError: There is no such prompt, or it is malformed.
        RecordingError: A recording cannot be read.
    """
    from nutgraf.drafting.clients import open_client  # noqa: PLC0415  so that --help stays quick
    from nutgraf.errors import ConfigError  # noqa: PLC0415  likewise
    from nutgraf.evals.judging.judge import Judge  # noqa: PLC0415  likewise
    from nutgraf.prompting import load_prompt  # noqa: PLC0415  likewise
    from nutgraf.settings import load_settings  # noqa: PLC0415  likewise

    prompt = given.pop("prompt") or "judge"  # a prompt set for summaries is none for a judge
    settings = load_settings(given)
    client = open_client(settings)
    if client is None:
        raise ConfigError(
            "a judge is a model: give --model openai/NAME, --model NAME with --base-url URL, or "
            "--replay FILE"
        )
    return Judge(client, load_prompt(str(prompt)))
