from __future__ import annotations

import os
from functools import partial
from pathlib import Path

from tests.support.ledgers import begun, rows, take

from nutgraf.batching.ledger.figures import totals
from nutgraf.batching.ledger.listing import list_documents
from nutgraf.batching.ledger.settling import Outcome, claim, settle
from nutgraf.batching.plan import Plan


def test_new_files_are_added_and_known_ones_left_alone(tmp_path: Path) -> None:
    articles = tmp_path / "articles"
    with begun(tmp_path, "One.", "") as (writer, _):
        assert rows(writer, "name, state, kind") == [
            ("articles/0.txt", "waiting", None),
            ("articles/1.txt", "skipped", "empty"),
        ]
        plan = Plan(inputs=(articles,))
        again = list_documents(plan, writer)
        assert (again.files, again.documents) == (2, 0)
        (articles / "2.txt").write_text("Two.")
        assert list_documents(plan, writer).documents == 1


def test_a_changed_file_waits_again_and_forgets_what_it_was(tmp_path: Path) -> None:
    with begun(tmp_path, "One.") as (writer, party):
        (leased,) = take(writer, party)
        writer.do(partial(claim, document=leased.id, by=party, digest="d", source="s"))
        done = Outcome(state="done", digest="d", result=b"r")
        writer.do(partial(settle, document=leased.id, by=party, outcome=done))
        (tmp_path / "articles" / "0.txt").write_text("Another one.")
        list_documents(Plan(inputs=(tmp_path / "articles",)), writer)
        assert rows(writer, "state, digest, length") == [("waiting", None, 12)]


def test_lines_that_a_file_no_longer_has_are_forgotten(tmp_path: Path) -> None:
    path = tmp_path / "articles" / "many.jsonl"
    with begun(tmp_path) as (writer, _):
        plan = Plan(inputs=(path,))
        path.write_text('{"text": "A"}\n{"text": "B"}\n{"text": "C"}\n')
        assert list_documents(plan, writer).documents == 3
        path.write_text('{"text": "A"}\n\n{"text": "C"}\n')
        assert list_documents(plan, writer).documents == 2
        assert rows(writer, "line") == [(1,), (3,)]


def test_the_same_file_given_twice_is_one_document(tmp_path: Path) -> None:
    articles = tmp_path / "articles"
    with begun(tmp_path, "One.") as (writer, _):
        list_documents(Plan(inputs=(articles, articles / "0.txt", articles)), writer)
        assert writer.do(totals).documents == 1


def test_a_folder_of_many_empty_files_is_listed_and_nothing_is_left(tmp_path: Path) -> None:
    articles = tmp_path / "articles"
    with begun(tmp_path) as (writer, party):
        for number in range(2500):
            os.close(os.open(articles / f"{number}.txt", os.O_CREAT))
        assert list_documents(Plan(inputs=(articles,)), writer).documents == 2500
        assert writer.do(totals).states["skipped"] == 2500
        assert take(writer, party) == []


def test_files_named_from_anywhere_are_known_again_too(tmp_path: Path) -> None:
    articles = tmp_path / "articles"
    with begun(tmp_path, *(f"Text {number}." for number in range(40))) as (writer, _):
        far_apart = Plan(inputs=(articles / "9.txt", articles / "new.txt", articles / "0.txt"))
        (articles / "new.txt").write_text("New.")
        assert list_documents(far_apart, writer).documents == 1
        (articles / "0.txt").write_text("Another one.")
        assert list_documents(far_apart, writer).documents == 1
        assert list_documents(far_apart, writer).documents == 0
        assert writer.do(totals).documents == 41


def test_a_file_of_many_lines_is_known_again(tmp_path: Path) -> None:
    path = tmp_path / "articles" / "many.jsonl"
    with begun(tmp_path, "One.") as (writer, _):
        path.write_text('{"text": "A"}\n' * 50)
        assert list_documents(Plan(inputs=(path.parent,)), writer).documents == 50
        assert list_documents(Plan(inputs=(path.parent,)), writer).documents == 0


def test_folders_are_known_again_whatever_the_order_of_their_names(tmp_path: Path) -> None:
    articles = tmp_path / "articles"
    with begun(tmp_path) as (writer, _):
        for name in ("a/1.txt", "a/b/2.txt", "a.txt", "a-b.txt", "a b/3.txt", "é/4.txt"):
            (articles / name).parent.mkdir(parents=True, exist_ok=True)
            (articles / name).write_text(name)
        plan = Plan(inputs=(articles,))
        assert list_documents(plan, writer).documents == 6
        assert list_documents(plan, writer).documents == 0
