"""Settings: what the caller gave, then the environment, then a ``nutgraf.toml``.

What a setting does is said where it is used; here they are gathered, and checked once.
"""

from __future__ import annotations

import os
import tomllib
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING, Literal, TypedDict

from pydantic import (
    BaseModel,
    ConfigDict,
    Field,
    SecretStr,
    ValidationError,
    field_validator,
    model_validator,
)

from nutgraf.errors import ConfigError

if TYPE_CHECKING:
    from collections.abc import Mapping

FILE_NAME = "nutgraf.toml"
PREFIX = "NUTGRAF_"
EXTRACTIVE = "extractive"

_KEY_VARIABLE = "OPENAI_API_KEY"


class Settings(BaseModel):
    """Everything that can be set, with what holds where nobody sets it.

    Attributes:
        model: Such as ``openai/gpt-5-mini``; None or ``extractive`` for no model at all.
        base_url: Of an OpenAI-compatible server; None for OpenAI itself.
        api_key: Never read from a file.
        mode: How the server is asked for an answer that fits the schema.
        prompt: ``NAME``, ``NAME@VERSION`` or the path of a prompt file; None for the schema's own.
        max_tokens: Output tokens that one answer may take.
        temperature: 0 for the likeliest answer.
        timeout: Seconds that one attempt may take.
        max_chars: Code points of the longest article that is sent to a model.
        repairs: Rounds of asking again for parts with findings.
        on_finding: What to do with what still has an error: ``flag`` keeps it, ``drop`` leaves the
            list's item out, ``fail`` raises.
        record: A file to add all answers to; what it has an answer to is not asked again.
        replay: A recording to answer from, without any server.
        price: US dollars for a million input tokens and a million output tokens.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    model: str | None = Field(None, min_length=1)
    base_url: str | None = Field(None, pattern=r"^https?://")
    api_key: SecretStr | None = None
    mode: Literal["json_schema", "tools", "json"] = "json_schema"
    prompt: str | None = Field(None, min_length=1)
    max_tokens: int = Field(4096, ge=1)
    temperature: float = Field(0.0, ge=0, le=2)
    timeout: float = Field(120.0, gt=0)
    max_chars: int = Field(400_000, ge=1)
    repairs: int = Field(2, ge=0, le=2)
    on_finding: Literal["flag", "drop", "fail"] = "flag"
    record: Path | None = None
    replay: Path | None = None
    price: tuple[Decimal, Decimal] | None = None

    @field_validator("price", mode="before")
    @classmethod
    def _two_numbers(cls, value: object) -> object:
        return tuple(value.split(",")) if isinstance(value, str) else value

    @model_validator(mode="after")
    def _goes_together(self) -> Settings:
        if self.record and self.replay:
            raise ValueError("a run either records or replays; give one of the two")
        if self.base_url and not self.model and not self.replay:
            raise ValueError("a base_url needs a model as well, by the name that the server knows")
        return self

    @property
    def needs_a_model(self) -> bool:
        """Whether a model is to be asked, be it from a recording."""
        return self.replay is not None or self.model not in {None, EXTRACTIVE}


class Options(TypedDict, total=False):
    """The settings as keyword arguments; see `Settings` for what each means."""

    model: str | None
    base_url: str | None
    api_key: str | None
    mode: Literal["json_schema", "tools", "json"]
    prompt: str | os.PathLike[str] | None
    max_tokens: int
    temperature: float
    timeout: float
    max_chars: int
    repairs: int
    on_finding: Literal["flag", "drop", "fail"]
    record: str | os.PathLike[str] | None
    replay: str | os.PathLike[str] | None
    price: tuple[float | Decimal, float | Decimal] | str | None


def load_settings(
    arguments: Mapping[str, object],
    *,
    environ: Mapping[str, str] | None = None,
    folder: Path | None = None,
) -> Settings:
    """Return the settings: from the arguments, else the environment, else ``nutgraf.toml``.

    Args:
        arguments: By name; None counts as not given.
        environ: Variables such as ``NUTGRAF_MODEL``; None for those of the process.
        folder: Where to look for ``nutgraf.toml``; None for the current folder.

    Raises:
        ConfigError: A setting is unknown or does not fit; the message says where it came from.
    """
    environ = os.environ if environ is None else environ
    given = {name: _plain(value) for name, value in arguments.items() if value is not None}
    from_environ = _from_environ(environ)
    from_file = _from_file((folder or Path.cwd()) / FILE_NAME)
    origins = {
        **dict.fromkeys(from_file, FILE_NAME),
        **{name: f"{PREFIX}{name.upper()}" for name in from_environ},
        **dict.fromkeys(given, "the argument"),
    }
    try:
        return Settings.model_validate({**from_file, **from_environ, **given})
    except ValidationError as error:
        raise ConfigError(_faults(error, origins)) from None  # its text would quote the key


def _plain(value: object) -> object:
    return os.fspath(value) if isinstance(value, os.PathLike) else value


def _from_environ(environ: Mapping[str, str]) -> dict[str, object]:
    named = {name: f"{PREFIX}{name.upper()}" for name in Settings.model_fields}
    found: dict[str, object] = {
        name: environ[variable] for name, variable in named.items() if environ.get(variable)
    }
    if environ.get(_KEY_VARIABLE):
        found.setdefault("api_key", environ[_KEY_VARIABLE])
    return found


def _from_file(path: Path) -> dict[str, object]:
    try:
        values = tomllib.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        return {}
    except OSError as error:
        raise ConfigError(f"{path.name}: cannot be read ({type(error).__name__})") from error
    except ValueError as error:  # not TOML, or not UTF-8
        raise ConfigError(f"{path.name}: is not valid TOML; see toml.io") from error
    if "api_key" in values:
        raise ConfigError(
            f"{path.name}: a key does not belong in a file that is shared; "
            f"set {_KEY_VARIABLE} in the environment instead"
        )
    return values


def _faults(error: ValidationError, origins: Mapping[str, str]) -> str:
    faults = []
    for fault in error.errors(include_input=False, include_url=False):
        name = str(fault["loc"][0]) if fault["loc"] else ""
        place = f"{name} (from {origins.get(name, 'a default')}): " if name else ""
        if fault["type"] == "extra_forbidden":
            known = ", ".join(Settings.model_fields)
            faults.append(f"{place}there is no such setting; there are {known}")
        else:
            faults.append(place + fault["msg"].removeprefix("Value error, "))
    return "; ".join(faults)
