"""A case, a summary of it and scripted judges, for the tests of the judge."""

from __future__ import annotations

import json
from collections.abc import Callable

from pydantic import BaseModel
from tests.support.articles import bridge, bridge_answer

from nutgraf.evals.case import Case, Expected, ExpectedFact, ExpectedTrap
from nutgraf.evals.judging.judge import Judge
from nutgraf.llm.client import Request, Usage
from nutgraf.llm.scripted import ScriptedClient
from nutgraf.prompting import load_prompt
from nutgraf.schema.news import NewsSummary
from nutgraf.schema.result import Result
from nutgraf.settings import Settings
from nutgraf.summarizer import Summarizer

SPENT = Usage(100, 7, 0, 1)


def case(*traps: ExpectedTrap) -> Case:
    """Return the article of the bridge with one key fact."""
    fact = ExpectedFact("closed", True, "The bridge is closed.", frozenset({1}), (("closed",),))
    return Case("bridge", bridge(), Expected(facts=(fact,), traps=traps))


def result() -> Result[NewsSummary]:
    """Return a summary of it, as a model would write it."""
    client = ScriptedClient([json.dumps(bridge_answer())])
    summarizer = Summarizer(NewsSummary, settings=Settings(repairs=0), client=client)
    return summarizer.summarize(bridge().article)


def judge_that(answers: Callable[[str], bool | str]) -> tuple[Judge, ScriptedClient]:
    """Return a judge that answers by the user's message, and the client that it asks."""

    def respond(request: Request[BaseModel]) -> str:
        said = answers(request.messages[-1].content)
        return said if isinstance(said, str) else json.dumps({"differs": None, "said": said})

    client = ScriptedClient(respond, usage=SPENT)
    return Judge(client, load_prompt("judge")), client
