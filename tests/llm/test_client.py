from __future__ import annotations

import subprocess
import sys

from tests.llm.questions import ARTICLE, Answer, Part, question

from nutgraf.llm.client import Message, Request, Sampling, Usage


def test_the_digest_of_a_request_is_stable_and_covers_all_that_the_answer_depends_on() -> None:
    messages = question().messages
    assert question().digest("m") == question().digest("m")
    others = [
        question().digest("other"),
        question("Another article.").digest("m"),
        question(max_tokens=501).digest("m"),
        Request(messages, Part, Sampling(max_tokens=500)).digest("m"),
        Request(messages, Answer, Sampling(max_tokens=500, temperature=None)).digest("m"),
        Request([Message("user", ARTICLE)], Answer, Sampling(max_tokens=500)).digest("m"),
    ]
    assert len({question().digest("m"), *others}) == 7


def test_usage_adds_up() -> None:
    assert Usage(1, 2, 3, 4) + Usage(10, 20, 30, 40) == Usage(11, 22, 33, 44)


def test_only_the_adapter_loads_openai_and_instructor_and_prices_load_late() -> None:
    script = (
        "import sys, nutgraf.llm.client, nutgraf.llm.recording, nutgraf.llm.scripted,"
        " nutgraf.llm.prices, nutgraf.llm.retry;"
        "print({'openai', 'instructor', 'genai_prices', 'httpx2'} & sys.modules.keys() or 'none')"
    )
    run = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert run.stdout == "none\n"
