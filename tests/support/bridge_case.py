"""The labels of the article about the bridge, as a case: a few of every kind."""

from __future__ import annotations

from decimal import Decimal

from tests.support.articles import BRIDGE, bridge

from nutgraf.article import Span
from nutgraf.evals.case import (
    Case,
    Expected,
    ExpectedDate,
    ExpectedEntity,
    ExpectedEvent,
    ExpectedFact,
    ExpectedFigure,
    ExpectedQuestion,
    ExpectedQuote,
    ExpectedTrap,
)

_READINGS = bridge()


def at(words: str) -> Span:
    """Return where words of the article about the bridge stand first."""
    start = BRIDGE.text.index(words)
    return Span(start, start + len(words))


BRIDGE_EXPECTED = Expected(
    gists=(
        "Arden closed the Kell Street bridge after engineers had found 14 cracks in it.",
        "A bridge in Arden is shut, and the council votes on the money for repairs on Monday.",
    ),
    facts=(
        ExpectedFact(
            id="closed",
            must=True,
            statement="The Kell Street bridge was closed on March 12 because of 14 cracks.",
            sentences=frozenset({1}),
            needs=(("closed", "shut"), ("14", "fourteen")),
        ),
        ExpectedFact(
            id="vote",
            must=True,
            statement="The council is to vote on March 16 on the money for the repairs.",
            sentences=frozenset({5}),
            needs=(("vote",), ("is to", "will")),
        ),
        ExpectedFact(
            id="cost",
            must=False,
            statement="The city says that repairs would cost $2.5 million.",
            sentences=frozenset({4}),
            needs=(("2.5 million",),),
        ),
    ),
    events=(
        ExpectedEvent(
            what="The bridge was closed.",
            date="2026-03-12",
            status="happened",
            who=(),
            where="Arden",
            sentences=frozenset({1}),
        ),
        ExpectedEvent(
            what="The council meets to vote on the money.",
            date="2026-03-16",
            status="planned",
            who=(),
            where=None,
            sentences=frozenset({5}),
        ),
        ExpectedEvent(
            what="The bridge opens again.",
            date=None,
            status="possible",
            who=(),
            where=None,
            sentences=frozenset({6}),
        ),
    ),
    entities=(
        ExpectedEntity("Kell Street bridge", (), "other", "main"),
        ExpectedEntity("Arden", (), "place", "supporting"),
        ExpectedEntity("Ruth Ekman", ("Ekman",), "person", "passing"),
    ),
    quotes=(
        ExpectedQuote(at("We will not gamble with lives,"), "Ruth Ekman", ("Ekman",)),
        ExpectedQuote(at("The bridge stays shut."), "Ruth Ekman", ("Ekman",)),
    ),
    figures=(
        ExpectedFigure(at("14 cracks"), Decimal(14), "cracks", "cracks found in the bridge"),
        ExpectedFigure(at("$2.5 million"), Decimal(2500000), "USD", "cost of the repairs"),
    ),
    dates=(
        ExpectedDate(at("Thursday"), "2026-03-12"),
        ExpectedDate(at("Monday"), "2026-03-16"),
    ),
    questions=(ExpectedQuestion("When will the bridge open again?", frozenset({6})),),
    traps=(
        ExpectedTrap(
            "The Kell Street bridge was closed after engineers had found 40 cracks.",
            "number",
            frozenset({1}),
            "closed",
        ),
        ExpectedTrap(
            "The council voted on Monday on the money for the repairs.",
            "status",
            frozenset({5}),
            "vote",
        ),
        ExpectedTrap(
            "Repairs of the bridge will cost $2.5 million.", "attribution", frozenset({4}), "cost"
        ),
    ),
)


def bridge_case(expected: Expected = BRIDGE_EXPECTED) -> Case:
    """Return the case of the bridge, with these labels."""
    return Case(id="bridge", readings=_READINGS, expected=expected)
