from __future__ import annotations

from functools import partial
from pathlib import Path

from tests.support.ledgers import RAIN, SNOW, begun, dead, party_for, rows, take

from nutgraf.batching.ledger.fetching import (
    MOST_TRIES,
    Fetched,
    Refused,
    end_shard,
    enter_replies,
    has_replies,
    reply_to,
)
from nutgraf.batching.ledger.settling import NOTHING, Outcome, Party, Spent, claim, settle
from nutgraf.batching.ledger.shards import (
    Enquiry,
    begin_shard,
    drop,
    enquire,
    filled,
    pick,
    run_token,
    submitted,
    take_over,
    uploaded,
    waiting_for_a_batch,
    with_the_provider,
)
from nutgraf.batching.ledger.spending import Amount
from nutgraf.batching.ledger.writer import Writer
from nutgraf.llm.client import Usage
from nutgraf.llm.stored import StoredReply

WORST = Amount(100, 1000)
REPLY = StoredReply(text="{}", usage=Usage(10, 5, requests=1))


def enquiry(document: int, key: str | None = None, digest: str | None = None) -> Enquiry:
    return Enquiry(document, key or f"key-{document}", digest or f"digest-{document}", WORST)


def handed_over(writer: Writer, party: Party, *keys: str) -> int:
    """Hand over all documents that wait, with these keys."""
    shard = writer.do(partial(begin_shard, by=party))
    found = writer.do(partial(pick, shard=shard, most=99))
    enquiries = [enquiry(one.id, key) for one, key in zip(found, keys, strict=True)]
    writer.do(partial(enquire, shard=shard, by=party, enquiries=enquiries, limit=None))
    writer.do(partial(filled, shard=shard, digest="d"))
    writer.do(partial(uploaded, shard=shard))
    writer.do(partial(submitted, shard=shard, batch="b"))
    return shard


def fetched(*keys: str) -> list[Fetched]:
    return [Fetched(key, REPLY, Spent(1, 10, 5, cost=7)) for key in keys]


def ended(writer: Writer, party: Party, shard: int, **refused: Refused) -> int:
    return writer.do(partial(end_shard, shard=shard, by=party, refused=refused, counted=True))


def test_what_is_with_the_provider_is_nobody_elses(tmp_path: Path) -> None:
    with begun(tmp_path, "a", "b") as (writer, party):
        shard = writer.do(partial(begin_shard, by=party))
        assert [one.id for one in writer.do(partial(pick, shard=shard, most=1))] == [1]
        assert [one.id for one in take(writer, party, 9)] == [2]
        assert writer.do(with_the_provider) == (1, 1)
        writer.do(partial(drop, shard=shard))
        assert writer.do(partial(waiting_for_a_batch, most=9)) == [1]


def test_replies_are_kept_and_paid_for_once(tmp_path: Path) -> None:
    with begun(tmp_path, "a", "b") as (writer, party):
        assert not writer.do(has_replies)
        shard = handed_over(writer, party, "k1", "k2")
        work = partial(enter_replies, shard=shard, by=party, fetched=fetched("k1", "k9", "k1"))
        count = writer.do(work)
        assert (count.replies, count.known, count.strange) == (1, 1, 1)
        assert writer.do(work).replies == 0
        assert rows(writer, "requests, input_tokens, cost") == [(1, 10, 7), (0, 0, 0)]
        assert writer.do(has_replies)
        assert writer.do(partial(reply_to, asked=party.asked, key="k1")) == REPLY
        assert writer.do(partial(reply_to, asked=party.asked, key="k2")) is None
        assert ended(writer, party, shard) == 1
        assert rows(writer, "state, shard, ready") == [("waiting", None, 1), ("waiting", None, 0)]
        assert [one.id for one in take(writer, party, 9)] == [1, 2]


def test_copies_are_asked_about_once(tmp_path: Path) -> None:
    with begun(tmp_path, "a", "a") as (writer, party):
        shard = writer.do(partial(begin_shard, by=party))
        writer.do(partial(pick, shard=shard, most=9))
        both = [enquiry(1, "k", "d"), enquiry(2, "k", "d")]
        work = partial(enquire, shard=shard, by=party, enquiries=both, limit=None)
        assert writer.do(work) == ["line", "shared"]
        writer.do(partial(enter_replies, shard=shard, by=party, fetched=fetched("k")))
        assert ended(writer, party, shard) == 0
        assert rows(writer, "ready, requests") == [(1, 1), (1, 0)]


def test_a_copy_that_another_worker_reads_waits_for_the_shard(tmp_path: Path) -> None:
    with begun(tmp_path, "a", "a") as (writer, party):
        shard = writer.do(partial(begin_shard, by=party))
        writer.do(partial(pick, shard=shard, most=1))
        work = partial(enquire, shard=shard, by=party, enquiries=[enquiry(1, "k", "d")], limit=None)
        writer.do(work)
        (second,) = take(writer, party)
        claimed = writer.do(partial(claim, document=second.id, by=party, digest="d", source=None))
        assert claimed == "follows"
        assert rows(writer, "state, shard, attempts") == [
            ("waiting", shard, 0),
            ("waiting", shard, 0),
        ]


def test_what_has_a_reply_or_an_answer_is_not_asked_again(tmp_path: Path) -> None:
    with begun(tmp_path, "a", "b") as (writer, party):
        shard = handed_over(writer, party, "k1", "k2")
        writer.do(partial(enter_replies, shard=shard, by=party, fetched=fetched("k1")))
        ended(writer, party, shard)
        (first, second) = take(writer, party, 2)
        outcome = Outcome(state="done", digest="digest-2", result=b"x", spent=NOTHING)
        writer.do(partial(settle, document=second.id, by=party, outcome=outcome))
        other = writer.do(partial(begin_shard, by=party))
        both = [enquiry(first.id, "k1"), enquiry(second.id, "k3", "digest-2")]
        work = partial(enquire, shard=other, by=party, enquiries=both, limit=None)
        assert writer.do(work) == ["ready", "ready"]


def test_the_worst_case_of_a_shard_is_set_aside_until_it_ends(tmp_path: Path) -> None:
    with begun(tmp_path, "a", "b", "c") as (writer, party):
        shard = writer.do(partial(begin_shard, by=party))
        writer.do(partial(pick, shard=shard, most=9))
        three = [enquiry(1), enquiry(2), enquiry(3)]
        work = partial(enquire, shard=shard, by=party, enquiries=three, limit=Amount(250, 9999))
        assert writer.do(work) == ["line", "line", "no room"]
        assert rows(writer, "shard") == [(shard,), (shard,), (None,)]
        reserved = "SELECT tokens, cost FROM reservation"
        assert writer.do(lambda c: c.execute(reserved).fetchall()) == [(200, 2000)]
        ended(writer, party, shard)
        assert writer.do(lambda c: c.execute(reserved).fetchall()) == []


def test_the_cost_is_a_limit_too(tmp_path: Path) -> None:
    with begun(tmp_path, "a") as (writer, party):
        shard = writer.do(partial(begin_shard, by=party))
        writer.do(partial(pick, shard=shard, most=9))
        work = partial(
            enquire, shard=shard, by=party, enquiries=[enquiry(1)], limit=Amount(9999, 999)
        )
        assert writer.do(work) == ["no room"]


def test_what_is_refused_fails_and_what_is_put_off_too_often_does(tmp_path: Path) -> None:
    with begun(tmp_path, "a", "b") as (writer, party):
        shard = handed_over(writer, party, "k1", "k2")
        assert ended(writer, party, shard, k1=Refused("model", "no")) == 1
        for _ in range(MOST_TRIES - 1):
            shard = handed_over(writer, party, "k2")
            again = ended(writer, party, shard)
        assert again == 0
        assert rows(writer, "state, kind, shard") == [
            ("failed", "model", None),
            ("failed", "busy", None),
        ]


def test_the_shards_of_the_dead_are_taken_over(tmp_path: Path) -> None:
    with begun(tmp_path, "a", "b") as (writer, first):
        shard = handed_over(writer, first, "k1", "k2")
        filling = writer.do(partial(begin_shard, by=first))
        second = writer.do(partial(party_for, asked=RAIN))
        assert writer.do(partial(take_over, by=second)) == []
        writer.do(partial(dead, party=first))
        (taken,) = writer.do(partial(take_over, by=second))
        assert (taken.id, taken.state, taken.batch, taken.digest) == (shard, "submitted", "b", "d")
        state = f"SELECT state FROM shard WHERE id = {filling}"
        assert writer.do(lambda c: c.execute(state).fetchone()) == ("ended",)
        assert [one.id for one in writer.do(partial(take_over, by=second))] == [shard]
        own = writer.do(partial(begin_shard, by=second))
        assert [one.id for one in writer.do(partial(take_over, by=second))] == [shard, own]


def test_other_settings_have_shards_of_their_own(tmp_path: Path) -> None:
    with begun(tmp_path, "a") as (writer, party):
        shard = handed_over(writer, party, "k1")
        writer.do(partial(dead, party=party))
        snow = writer.do(partial(party_for, asked=SNOW))
        assert writer.do(with_the_provider) == (0, 0)
        assert writer.do(partial(take_over, by=snow)) == []
        assert writer.do(partial(waiting_for_a_batch, most=9)) == [1]
        writer.do(partial(dead, party=snow))
        writer.do(partial(party_for, asked=RAIN))
        assert rows(writer, "state, shard") == [("waiting", shard)]


def test_the_word_that_tells_runs_apart_stays(tmp_path: Path) -> None:
    with begun(tmp_path / "1", "a") as (writer, _), begun(tmp_path / "2", "a") as (other, _):
        assert writer.do(run_token) == writer.do(run_token) != other.do(run_token)
