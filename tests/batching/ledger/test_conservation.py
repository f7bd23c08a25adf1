"""Whatever happens to documents in whatever order, none is lost, doubled or stuck."""

from __future__ import annotations

import shutil
import tempfile
from functools import partial
from pathlib import Path
from typing import Any

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule
from tests.support.ledgers import RAIN, SNOW, dead, ledger, party_for

from nutgraf.batching.asked import Asked
from nutgraf.batching.ledger.figures import retry, totals
from nutgraf.batching.ledger.leases import Leased, free_the_dead, lease, leave
from nutgraf.batching.ledger.listing import list_documents
from nutgraf.batching.ledger.settling import Outcome, Party, Spent, claim, put_back, settle
from nutgraf.batching.plan import Plan
from nutgraf.errors import BatchError

SPENT = Spent(1, 10, 5, 7, 0.5)


class Course:
    """A document on its way through a worker."""

    def __init__(self, leased: Leased, party: Party) -> None:
        self.leased = leased
        self.party = party
        self.digest: str | None = None


class Runs(RuleBasedStateMachine):
    """Some workers, some files with few different articles, and any order of events."""

    @initialize()
    def begin(self) -> None:
        self.folder = Path(tempfile.mkdtemp())
        self.articles = self.folder / "articles"
        self.articles.mkdir()
        self.opened = ledger(self.folder / "run")
        self.writer = self.opened.__enter__()
        self.parties: list[Party] = []
        self.courses: list[Course] = []
        self.calls: list[tuple[int, str]] = []
        self.answers: set[tuple[int, str]] = set()

    def teardown(self) -> None:
        if hasattr(self, "opened"):
            self.opened.__exit__(None, None, None)
            shutil.rmtree(self.folder)

    @rule(name=st.integers(0, 5), text=st.sampled_from(["", "A", "B", "C" * 7]))
    def write_file(self, name: int, text: str) -> None:
        (self.articles / f"{name}.txt").write_text(text)
        list_documents(Plan(inputs=(self.articles,)), self.writer)

    @rule(asked=st.sampled_from([RAIN, SNOW]))
    def start(self, asked: Asked) -> None:
        try:
            self.parties.append(self.writer.do(partial(party_for, asked=asked)))
        except BatchError:
            assert self.parties  # who else could be asking something else

    @precondition(lambda self: self.parties)
    @rule(data=st.data(), most=st.integers(1, 4))
    def take(self, data: st.DataObject, most: int) -> None:
        party = data.draw(st.sampled_from(self.parties))
        leased = self.writer.do(partial(lease, by=party, most=most))
        self.courses += [Course(one, party) for one in leased]

    @precondition(lambda self: any(c.digest is None for c in self.courses))
    @rule(data=st.data(), digest=st.sampled_from("xyz"))
    def read(self, data: st.DataObject, digest: str) -> None:
        course = data.draw(st.sampled_from([c for c in self.courses if c.digest is None]))
        claimed = self.writer.do(
            partial(
                claim, document=course.leased.id, by=course.party, digest=digest, source="somewhere"
            )
        )
        key = (course.party.asked, digest)
        assert (claimed == "answered") <= (key in self.answers)
        if claimed == "mine":
            assert key not in self.answers  # nothing is paid for that has an answer
            course.digest = digest
        else:
            self.courses.remove(course)

    @precondition(lambda self: self.courses)
    @rule(data=st.data(), how=st.sampled_from(["done", "failed", "cut", "unreadable", "back"]))
    def end(self, data: st.DataObject, how: str) -> None:
        course = data.draw(st.sampled_from(self.courses))
        self.courses.remove(course)
        document, by = course.leased.id, course.party
        if how == "back":
            self.writer.do(partial(put_back, document=document, by=by, spent=SPENT))
            return
        if course.digest is None or how == "unreadable":
            outcome = Outcome(state="failed", kind="article", message="m", spent=SPENT)
        elif how == "done":
            outcome = Outcome(state="done", digest=course.digest, result=b"r", spent=SPENT)
            self.answers.add((by.asked, course.digest))
        else:
            state: Any = how
            outcome = Outcome(state=state, digest=course.digest, kind="k", message="m")
        self.writer.do(partial(settle, document=document, by=by, outcome=outcome))

    @precondition(lambda self: self.parties)
    @rule(data=st.data(), killed=st.booleans())
    def go(self, data: st.DataObject, killed: bool) -> None:
        party = data.draw(st.sampled_from(self.parties))
        self.parties.remove(party)
        self.courses = [c for c in self.courses if c.party != party]
        if killed:
            self.writer.do(partial(dead, party=party))
            assert self.writer.do(free_the_dead) == 1
        else:
            self.writer.do(partial(leave, worker=party.worker))

    @rule(kinds=st.sampled_from([(), ("article",)]))
    def try_again(self, kinds: tuple[str, ...]) -> None:
        self.writer.do(lambda connection: retry(connection, kinds))

    @invariant()
    def nothing_is_lost_or_stuck(self) -> None:
        if not hasattr(self, "writer"):
            return
        counts: dict[str, int] = self.writer.do(
            lambda c: {
                "documents": c.execute("SELECT count(*) FROM document").fetchone()[0],
                "without answer": c.execute(
                    "SELECT count(*) FROM document, run WHERE state = 'done' AND NOT EXISTS "
                    "(SELECT 1 FROM answer WHERE answer.asked = run.asked "
                    "AND answer.digest = document.digest)"
                ).fetchone()[0],
                "stuck": c.execute(
                    "SELECT count(*) FROM document AS it WHERE state = 'waiting' AND NOT EXISTS "
                    "(SELECT 1 FROM document WHERE id = coalesce(it.original, it.id) "
                    "AND state IN ('waiting', 'leased') AND original IS NULL)"
                ).fetchone()[0],
                "leased by nobody": c.execute(
                    "SELECT count(*) FROM document WHERE (state = 'leased') <> (worker IS NOT NULL)"
                ).fetchone()[0],
            }
        )
        stands = self.writer.do(totals)
        assert stands.documents == counts["documents"] == len(list(self.articles.iterdir()))
        assert stands.finished + stands.left == stands.documents
        assert counts["without answer"] == counts["stuck"] == counts["leased by nobody"] == 0

    @invariant()
    def nobody_asks_about_an_article_that_another_asks_about(self) -> None:
        if not hasattr(self, "writer"):
            return
        held = self.writer.do(
            lambda c: set(c.execute("SELECT id, worker FROM document WHERE state = 'leased'"))
        )
        asked = [
            course.digest
            for course in self.courses
            if course.digest and (course.leased.id, course.party.worker) in held
        ]
        assert len(asked) == len(set(asked))


Runs.TestCase.settings = settings(max_examples=25, stateful_step_count=30, deadline=None)
TestConservation = Runs.TestCase
