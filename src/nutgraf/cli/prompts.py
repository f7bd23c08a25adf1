"""``nutgraf prompts``: which prompts there are, what they say, and whether they are sound."""

from __future__ import annotations

import click


@click.group()
def prompts() -> None:
    """List, show and check prompts."""


@prompts.command("list")
def list_() -> None:
    """List the prompts that ship."""
    from nutgraf.prompting import list_prompts  # noqa: PLC0415  so that --help stays quick

    for prompt in list_prompts():
        click.echo(f"{prompt.reference:<14} {prompt.schema:<6} {prompt.description}")


@prompts.command()
@click.argument("reference", metavar="NAME[@VERSION]")
@click.option("--article", help="Render it against this article, as the model would see it.")
@click.option("--schema", default="news", show_default=True, help="news, or package.module:Name.")
def show(reference: str, article: str | None, schema: str) -> None:
    """Show a prompt: the file, or the messages for an article."""
    from nutgraf.prompting import load_prompt  # noqa: PLC0415  so that --help stays quick

    prompt = load_prompt(reference)
    if article is None:
        click.echo(prompt.source, nl=False)
        return
    from nutgraf.drafting.prompted import messages  # noqa: PLC0415  likewise
    from nutgraf.language.readings import Readings  # noqa: PLC0415  likewise
    from nutgraf.reading import read  # noqa: PLC0415  likewise
    from nutgraf.schema.loading import load_schema  # noqa: PLC0415  likewise

    for message in messages(prompt, load_schema(schema), Readings(read(article))):
        click.echo(f"--- {message.role}\n{message.content}")


@prompts.command()
@click.argument("references", metavar="[NAME[@VERSION]]...", nargs=-1)
def check(references: tuple[str, ...]) -> None:
    """Check front matter, templates, variables, schema and digest of all that ship, or of some."""
    from nutgraf.errors import PromptError  # noqa: PLC0415  so that --help stays quick
    from nutgraf.prompting import check_prompts, load_prompt  # noqa: PLC0415  likewise
    from nutgraf.schema.loading import BUILT_IN  # noqa: PLC0415  likewise

    checked = [load_prompt(name) for name in references] if references else check_prompts()
    for prompt in checked:
        if prompt.schema not in {"any", *BUILT_IN}:
            raise PromptError(
                f"prompt {prompt.reference}: there is no schema {prompt.schema!r}; there is "
                f"{', '.join(BUILT_IN)}, or any"
            )
        click.echo(f"{prompt.reference:<14} ok  {prompt.digest[:12]}")
