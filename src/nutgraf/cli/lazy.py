"""A group of commands that loads the module of one only when that one is asked for."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

import click

if TYPE_CHECKING:
    from collections.abc import Mapping


class LazyGroup(click.Group):
    """A group whose commands are loaded by name; listing them for ``--help`` loads all.

    Args:
        homes: Where each command lives, as ``package.module:name``.
        settings: As of `click.Group`.
    """

    def __init__(self, *, homes: Mapping[str, str], **settings: Any) -> None:  # Any: click's own
        super().__init__(**settings)
        self._homes = dict(homes)

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the names of all commands, loaded or not."""
        return sorted({*super().list_commands(ctx), *self._homes})

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Return a command, which is loaded when first asked for; None where there is none."""
        if cmd_name in self._homes and cmd_name not in self.commands:
            module, _, name = self._homes[cmd_name].partition(":")
            self.add_command(getattr(import_module(module), name), cmd_name)
        return super().get_command(ctx, cmd_name)
