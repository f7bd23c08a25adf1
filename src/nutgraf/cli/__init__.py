"""The ``nutgraf`` command: each command parses, calls one function and prints.

Exit codes: 0 done; 1 a fault in nutgraf itself; 2 wrong usage; 3 to 22 one for each kind of error,
as in `nutgraf.errors`; 130 interrupted.
"""

from __future__ import annotations

import os
import sys
from typing import NoReturn

import click

from nutgraf.article import on_one_line
from nutgraf.cli.lazy import LazyGroup
from nutgraf.errors import NutgrafError

_INTERRUPTED = 130
_PIPE_CLOSED = 141  # what a shell reports for SIGPIPE
_OWN_FAULT = 1


@click.group(
    cls=LazyGroup,
    homes={
        "summarize": "nutgraf.cli.summarize:summarize",
        "check": "nutgraf.cli.check:check",
        "eval": "nutgraf.cli.eval:evaluation",
        "batch": "nutgraf.cli.batch:batch",
        "status": "nutgraf.cli.run:status",
        "retry": "nutgraf.cli.run:retry",
        "export": "nutgraf.cli.run:export",
        "schema": "nutgraf.cli.schema:schema",
        "prompts": "nutgraf.cli.prompts:prompts",
    },
    context_settings={"help_option_names": ["-h", "--help"]},
)
@click.version_option(package_name="nutgraf")
def nutgraf() -> None:
    """Structured summaries of articles that can be checked."""


def main(arguments: list[str] | None = None) -> NoReturn:
    """Run the command and exit; no traceback reaches the user."""
    sys.exit(_exit_code(arguments))


def _exit_code(arguments: list[str] | None) -> int:
    try:
        nutgraf.main(args=arguments, prog_name="nutgraf", standalone_mode=False)
    except click.ClickException as error:
        error.show()
        return error.exit_code
    except BrokenPipeError:
        # Python would flush the closed pipe at exit and complain; there is nobody to read it.
        sys.stdout = open(os.devnull, "w", encoding="utf-8")  # noqa: PTH123, SIM115
        return _PIPE_CLOSED
    except (Exception, KeyboardInterrupt) as error:  # noqa: BLE001  no traceback reaches the user
        message, exit_code = _explained(error)
        print(f"nutgraf: {on_one_line(message)}", file=sys.stderr)
        return exit_code
    return 0


def _explained(error: BaseException) -> tuple[str, int]:
    """Return what to say about an error, and the exit code."""
    if isinstance(error, NutgrafError):
        return str(error), error.exit_code
    if isinstance(error, (KeyboardInterrupt, click.Abort)):
        return "interrupted", _INTERRUPTED
    if isinstance(error, OSError):
        return f"{error.filename or 'a file'}: {error.strerror}", _OWN_FAULT
    # Its own text may hold the article's.
    return f"a fault in nutgraf itself ({type(error).__name__}); please report it", _OWN_FAULT
