from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nutgraf.language.clauses import main_clause, reporters_words
from nutgraf.language.status import Status, is_negated, read_status

STATUSES = (
    (Status.DENIED, "The trial was to have opened on Monday."),
    (Status.DENIED, "The two leaders were to have met in Arden."),
    (Status.PLANNED, "The mayor is to be sworn in on Monday unless a recount takes longer."),
    (
        Status.PLANNED,
        "The envoy said Thursday that he'll meet the premier, but a date has yet to be set.",
    ),
    (Status.PLANNED, "The parliament has yet to approve the budget."),
    (Status.PLANNED, "The bridge is expected to reopen in May."),
    (Status.PLANNED, "The ferry line expects to sail again in May."),
    (Status.PLANNED, "The mayor expects that the bridge will reopen in May."),
    (Status.POSSIBLE, "The harbour master expects a second, larger wave to reach the pier."),
    (Status.POSSIBLE, "Skippers expect more fog."),
    (Status.POSSIBLE, "The owners expected their old, slow ferry to win."),
    (Status.HAPPENED, "The expected snow fell, and it rained."),
    (Status.DENIED, "The minister denied that she had met the lobbyist."),
    (Status.POSSIBLE, "The general did not rule out a second strike."),
    (Status.POSSIBLE, "The union has not ruled out a strike."),
    (Status.PLANNED, "The chancellor is set to host the delegation on Friday."),
    (Status.PLANNED, "The airline plans to cut routes."),
    (Status.POSSIBLE, "The airline may cut routes."),
    (Status.DENIED, "The concert was cancelled because of the storm."),
    (Status.DENIED, "The march was called off."),
    (Status.PLANNED, "The two leaders will meet in Geneva."),
    (Status.POSSIBLE, "The cabinet is weighing a ban on exports."),
    (Status.ONGOING, "Talks are under way in Vienna."),
    (Status.ONGOING, "The search continues in the hills."),
    (Status.PLANNED, "He told reporters on Sunday that he had planned to discuss the tariff."),
    (Status.HAPPENED, "The court upheld the ruling on Monday."),
    (Status.PLANNED, "The spokesman said the ministry would publish the figures in June."),
    (Status.POSSIBLE, "Such a strike would cross a red line."),
    (Status.POSSIBLE, "If the rain stops, the match will go ahead."),
    (Status.DENIED, "The firm did not pay its suppliers."),
    (Status.DENIED, "The mayor will not run again."),
    (Status.DENIED, "No one was hurt in the fire."),
    (Status.DENIED, '"We will never give up," the coach said.'),
    (Status.ONGOING, "Officials are investigating the leak."),
    (Status.HAPPENED, "The senator won not only the city but also the suburbs."),
    (Status.DENIED, "The rescue would have failed."),
    (Status.POSSIBLE, "The suspect allegedly hid the money."),
    (Status.POSSIBLE, "The bank could raise rates."),
    (Status.DENIED, "The bank could not raise rates."),
    (Status.PLANNED, "The rules take effect in July and the tax will rise."),
    (Status.HAPPENED, "After months in which nothing moved, the council approved the plan."),
    (Status.HAPPENED, "The shop, which never made a profit, closed on Tuesday."),
    (Status.DENIED, "She said she did not know the man."),
    (Status.DENIED, "Police ruled out arson."),
    (Status.DENIED, "The plot was foiled by the guards."),
    (Status.ONGOING, "Prices have been rising since March."),
    (Status.POSSIBLE, "The club hopes to sign a striker."),
    (Status.PLANNED, "The sides agreed to meet again."),
    (Status.HAPPENED, "He signed the bill although he had said he would not."),
    (Status.DENIED, "The ministry has no plans to sell the port."),
    (Status.HAPPENED, 'The president vetoed the bill, saying it "will not help anyone".'),
    (Status.PLANNED, "The trial is to begin on Monday."),
    (Status.HAPPENED, "The committee met in May."),
    (Status.DENIED, "Union leaders have never met the owner."),
    (Status.HAPPENED, "The company did not cancel the tour."),
    (Status.POSSIBLE, "Perhaps the wall was built earlier."),
    (Status.PLANNED, "According to the agency, the probe will land on Thursday."),
    (Status.PLANNED, "The probe will land on Thursday, the agency said."),
    (Status.DENIED, "The coach isn't leaving."),
    (Status.HAPPENED, "The reporter was denied entry."),
    (Status.POSSIBLE, "The vote might not take place."),
)
NEGATED = (
    "The firm did not pay.",
    "The envoy failed to notice.",
    "Nobody saw the car.",
    "She said she had never been there.",
    "He can't swim.",
    "The union no longer supports the deal.",
    "Neither side accepted the terms.",
    "The mayor did not deny the report.",
    '"I did not do it," the clerk said.',
    "No agreement was reached.",
    "The senate has yet to vote.",
)
NOT_NEGATED = (
    "The union is ready to strike if the firm doesn't come to the table.",
    "He resigned after years in office, and many praised him.",
    "The firm not only paid but paid early.",
    "There is no doubt that the firm paid.",
    "The firm cannot but pay.",
    "Many, not least the mayor, welcomed it.",
    "The envoy did not fail to notice.",
    "It is not uncommon in the north.",
    "The firm, which did not pay, was fined.",
    "He can swim.",
    "No. 10 issued a statement.",
    "No fewer than ten ships sank.",
    "The mayor denied the report.",
    "She left because she was not well.",
    '"I did not do it," the clerk wrote, but the jury convicted him.',
    "Whether or not it rains, the fair opens on Saturday.",
    "It wasn't until Friday that the road reopened.",
    "None other than the king attended.",
)
TEXTS = st.text(alphabet=st.sampled_from('ab said not, that. "“”\u2019\n'), max_size=80)


@pytest.mark.parametrize(("expected", "sentence"), STATUSES)
def test_the_status_of_a_statement(expected: Status, sentence: str) -> None:
    assert read_status(sentence) == expected


@pytest.mark.parametrize("sentence", NEGATED)
def test_a_negated_main_clause_is_found(sentence: str) -> None:
    assert is_negated(sentence)


@pytest.mark.parametrize("sentence", NOT_NEGATED)
def test_what_negates_nothing_is_passed_over(sentence: str) -> None:
    assert not is_negated(sentence)


def test_a_quotation_is_blanked_and_offsets_stay() -> None:
    sentence = "He called it “a gift” on Friday."
    assert reporters_words(sentence) == "He called it          on Friday."


def test_a_mark_without_its_partner_reaches_to_the_end_it_opens_to() -> None:
    assert reporters_words("He said “no more") == "He said         "
    assert reporters_words("no more” he said") == "         he said"


def test_the_quotation_counts_where_the_reporter_only_says_who_speaks() -> None:
    assert main_clause("The owner said: “We sold it.”") == "We sold it"


def test_the_reporters_clause_counts_before_the_quotation() -> None:
    sentence = "The owner sold the barn, calling it “a ruin that nobody will want”."
    assert read_status(sentence) is Status.HAPPENED


@given(TEXTS)
def test_blanking_keeps_the_length(text: str) -> None:
    assert len(reporters_words(text)) == len(text)


@given(TEXTS)
def test_no_text_raises(text: str) -> None:
    assert read_status(text) in Status
    assert is_negated(text) in {True, False}
