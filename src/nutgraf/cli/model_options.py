"""The options that say which model is asked and how: the same for every command that summarises."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, TypeVar

import click

if TYPE_CHECKING:
    from collections.abc import Callable

    CommandT = TypeVar("CommandT", bound=Callable[..., Any])  # Any: of whatever parameters

_PATH: Final = click.Path(dir_okay=False, path_type=Path)
_OPTIONS: Final = (
    click.option("--prompt", help="NAME, NAME@VERSION or a prompt file of your own."),
    click.option("--model", help="openai/NAME, a name that --base-url knows, or extractive."),
    click.option("--base-url", help="Address of an OpenAI-compatible server."),
    click.option(
        "--mode",
        type=click.Choice(["json_schema", "tools", "json"]),
        help="How to ask for JSON, for servers that do not enforce a schema; json_schema.",
    ),
    click.option("--max-tokens", type=int, help="Output tokens an answer may take."),
    click.option("--temperature", type=float, help="0 for the likeliest answer."),
    click.option("--timeout", type=float, help="Seconds an attempt may take."),
    click.option(
        "--max-chars", type=int, help="Characters of the longest article sent to a model."
    ),
    click.option("--repairs", type=int, help="Rounds of asking again for faulty parts, 0 to 2."),
    click.option(
        "--on-finding",
        type=click.Choice(["flag", "drop", "fail"]),
        help="What to do with what still has an error; flag.",
    ),
    click.option("--price", help="US dollars for a million tokens: IN,OUT."),
    click.option(
        "--record", type=_PATH, help="Add answers to this file; what it has is not asked again."
    ),
    click.option("--replay", type=_PATH, help="Answer from this recording; no key, no network."),
)


def model_options(command: CommandT) -> CommandT:
    """Give a command the options of the settings, by the names of `nutgraf.settings.Options`."""
    for option in reversed(_OPTIONS):
        command = option(command)
    return command
