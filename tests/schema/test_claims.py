from __future__ import annotations

import pytest
from pydantic import ValidationError
from tests.support.articles import bridge

from nutgraf.grounding.statements import Subject
from nutgraf.schema.claims import Claim, Claims


def test_every_claim_is_a_statement_that_cites_nothing() -> None:
    claims = Claims(statements=(Claim(text="The bridge is shut."), Claim(text="It has cracks.")))
    seen = Subject(claims, bridge()).statements
    assert [statement.path for statement in seen] == ["statements[0].text", "statements[1].text"]
    assert [statement.cited for statement in seen] == [(), ()]


def test_claims_cannot_be_changed() -> None:
    claim = Claim(text="The bridge is shut.")
    with pytest.raises(ValidationError, match="frozen"):
        claim.text = "It is open."  # type: ignore[misc]  # what is tested
