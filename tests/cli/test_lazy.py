from __future__ import annotations

import sys

import click
import pytest
from click.testing import CliRunner

from nutgraf.cli.lazy import LazyGroup


@click.command("hello")
def hello() -> None:
    """Say hello."""
    click.echo("hello")


@pytest.fixture
def group() -> LazyGroup:
    group = LazyGroup(
        name="group", homes={"late": f"{__name__}:hello", "lost": "nutgraf.nowhere:command"}
    )
    group.add_command(hello, "early")
    return group


def test_a_command_is_loaded_only_when_asked_for(group: LazyGroup) -> None:
    assert CliRunner().invoke(group, ["late"]).output == "hello\n"
    assert "late" in group.commands
    assert "lost" not in group.commands
    assert "nutgraf.nowhere" not in sys.modules


def test_all_are_listed_and_no_other_is_there(group: LazyGroup) -> None:
    context = click.Context(group)
    assert group.list_commands(context) == ["early", "late", "lost"]
    assert group.get_command(context, "early") is hello
    assert group.get_command(context, "other") is None
