"""Prompt files: finding, checking and rendering them.

The wording lives in ``prompts/`` and nowhere else. A file follows the Prompty convention: YAML
front matter, then parts that open with ``system:`` or ``user:``, as Jinja2 templates. Templates run
in a sandbox and may only use variables that the front matter declares; values, article text above
all, are put in as they are and never read as templates.
"""

from __future__ import annotations

import hashlib
import json
import re
from dataclasses import dataclass
from functools import cache, cached_property, lru_cache
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from nutgraf.errors import PromptError
from nutgraf.llm.client import Message

if TYPE_CHECKING:
    from collections.abc import Mapping
    from importlib.resources.abc import Traversable

    from jinja2 import Template
    from jinja2.sandbox import SandboxedEnvironment

Role = Literal["system", "user"]

_SUFFIX = ".prompty"
_DIGESTS = "digests.json"
_FRONT_MATTER = re.compile(r"---\r?\n(.*?)\r?\n---\r?\n(.*)", re.DOTALL)
_PART = re.compile(r"^(system|user):[ \t]*\r?$", re.MULTILINE)
_REFERENCE = re.compile(r"(?P<name>[a-z][a-z0-9_-]*)(?:@v?(?P<version>[1-9][0-9]*))?")


class _FrontMatter(BaseModel):
    """What the head of a prompt file says."""

    model_config = ConfigDict(extra="forbid")

    name: str = Field(pattern=r"^[a-z][a-z0-9_-]*$")
    version: int = Field(ge=1)
    description: str
    answers: str = Field(alias="schema", description="a built-in schema, or 'any'")
    inputs: dict[str, str] = Field(description="each variable, and what it holds")
    notes: str = ""


@dataclass(frozen=True)
class Prompt:
    """One version of a prompt.

    Attributes:
        name: Such as ``news``.
        version: Counts from 1.
        description: What it is for, in one line.
        schema: The built-in schema that it was written for, or ``any``.
        inputs: Its variables, and what each holds.
        source: The file as it stands.
    """

    name: str
    version: int
    description: str
    schema: str
    inputs: Mapping[str, str]
    source: str

    @property
    def reference(self) -> str:
        """The name and version as a user writes them, such as ``news@v1``."""
        return f"{self.name}@v{self.version}"

    @property
    def digest(self) -> str:
        """The SHA-256 of the file, in hexadecimal."""
        return hashlib.sha256(self.source.encode()).hexdigest()

    @cached_property
    def parts(self) -> tuple[tuple[Role, str], ...]:
        """The templates, each with its role, in the order of the file."""
        pieces = _PART.split(_split(self.source, self.name)[1])
        pairs = zip(pieces[1::2], pieces[2::2], strict=True)
        return tuple(("system" if r == "system" else "user", text.strip()) for r, text in pairs)

    def render(self, values: Mapping[str, str]) -> tuple[Message, ...]:
        """Return the messages with the variables filled in.

        Raises:
            PromptError: A variable is missing, one is given that the file does not declare, or a
                template does what it may not.
        """
        from jinja2 import TemplateError  # noqa: PLC0415  keeps `import nutgraf` and --help quick

        if wrong := sorted(self.inputs.keys() ^ values.keys()):
            raise PromptError(
                f"prompt {self.reference}: the file declares the inputs {sorted(self.inputs)}, but "
                f"{wrong} {'is' if len(wrong) == 1 else 'are'} either not given or not declared"
            )
        try:
            return tuple(Message(role, _compiled(text).render(values)) for role, text in self.parts)
        except TemplateError as error:
            raise PromptError(
                f"prompt {self.reference}: a template fails with {type(error).__name__}"
            ) from error


def list_prompts() -> tuple[Prompt, ...]:
    """Return every prompt that ships, by name and version.

    Raises:
        PromptError: One of the files is malformed.
    """
    found = [
        parse_prompt(file.read_text(encoding="utf-8"), f"{folder.name}/{file.name}")
        for folder in _folder().iterdir()
        if folder.is_dir()
        for file in folder.iterdir()
        if file.name.endswith(_SUFFIX)
    ]
    return tuple(sorted(found, key=lambda prompt: (prompt.name, prompt.version)))


def check_prompts() -> tuple[Prompt, ...]:
    """Return every prompt that ships, after comparing each with the digest it was released with.

    A summary's provenance names a prompt by its version, so a version must not change its words.

    Raises:
        PromptError: A file is malformed, or is not the one that its digest was noted for.
    """
    noted = json.loads((_folder() / _DIGESTS).read_text(encoding="utf-8"))
    prompts = list_prompts()
    for prompt in prompts:
        if noted.get(prompt.reference) != prompt.digest:
            raise PromptError(
                f"prompt {prompt.reference}: its words are not those that {_DIGESTS} notes; make a "
                f"new version, or, if none was released yet, note {prompt.digest}"
            )
    return prompts


def load_prompt(reference: str) -> Prompt:
    """Return a prompt by ``NAME``, ``NAME@VERSION`` (the newest without one) or the path of a file.

    Raises:
        PromptError: There is no such prompt, or its file is malformed.
    """
    if match := _REFERENCE.fullmatch(reference):
        version = match["version"]
        for prompt in reversed(list_prompts()):
            if prompt.name == match["name"] and version in {None, str(prompt.version)}:
                return prompt
        known = ", ".join(prompt.reference for prompt in list_prompts())
        raise PromptError(f"there is no prompt {reference!r}; there are {known}")
    path = Path(reference)
    try:
        return parse_prompt(path.read_text(encoding="utf-8"), reference)
    except (OSError, UnicodeDecodeError) as error:
        raise PromptError(
            f"prompt {reference!r}: expected NAME, NAME@VERSION or the path of a UTF-8 text file; "
            f"it cannot be read ({type(error).__name__})"
        ) from error


def parse_prompt(source: str, label: str) -> Prompt:
    """Return the prompt that a file's text describes, after checking all of it.

    Args:
        source: The whole file.
        label: What to call the file in errors.

    Raises:
        PromptError: The front matter does not fit, there is no user part, a template does not
            parse, or it uses a variable that the front matter does not declare.
    """
    head = _front_matter(_split(source, label)[0], label)
    prompt = Prompt(
        name=head.name,
        version=head.version,
        description=head.description,
        schema=head.answers,
        inputs=head.inputs,
        source=source,
    )
    if [role for role, _ in prompt.parts].count("user") != 1:
        raise PromptError(f"prompt {label}: expected one part that opens with a line 'user:'")
    used = set().union(*(_variables(text, label) for _, text in prompt.parts))
    if wrong := sorted(used ^ head.inputs.keys()):
        raise PromptError(
            f"prompt {label}: the inputs that the front matter declares and the variables that the "
            f"templates use must be the same; {wrong} stand in one of them only"
        )
    return prompt


def _split(source: str, label: str) -> tuple[str, str]:
    match = _FRONT_MATTER.fullmatch(source)
    if match is None:
        raise PromptError(f"prompt {label}: expected YAML front matter between two lines of '---'")
    return match[1], match[2]


def _front_matter(text: str, label: str) -> _FrontMatter:
    import yaml  # noqa: PLC0415  keeps `import nutgraf` and --help quick

    try:
        return _FrontMatter.model_validate(yaml.safe_load(text))
    except yaml.YAMLError as error:
        raise PromptError(f"prompt {label}: the front matter is not valid YAML") from error
    except ValidationError as error:
        faults = "; ".join(
            f"{'.'.join(map(str, fault['loc'])) or 'it'}: {fault['msg']}"
            for fault in error.errors(include_input=False)
        )
        raise PromptError(f"prompt {label}: the front matter does not fit: {faults}") from error


def _variables(text: str, label: str) -> set[str]:
    from jinja2 import TemplateSyntaxError, meta  # noqa: PLC0415  as above

    try:
        return meta.find_undeclared_variables(_environment().parse(text))
    except TemplateSyntaxError as error:
        raise PromptError(
            f"prompt {label}: line {error.lineno} of a part is not a Jinja2 template: "
            f"{error.message}"
        ) from error


@cache
def _environment() -> SandboxedEnvironment:
    from jinja2 import StrictUndefined  # noqa: PLC0415  as above
    from jinja2.sandbox import ImmutableSandboxedEnvironment  # noqa: PLC0415  as above

    # Nothing rendered here is HTML, and escaping would change the article's words.
    return ImmutableSandboxedEnvironment(undefined=StrictUndefined, autoescape=False)


@lru_cache(maxsize=32)
def _compiled(text: str) -> Template:
    return _environment().from_string(text)


def _folder() -> Traversable:
    """Return the prompts of the installed package, or those beside ``src/`` in a source tree."""
    shipped = files("nutgraf") / "prompts"
    return shipped if shipped.is_dir() else Path(__file__).parents[2] / "prompts"
