"""The tables of the ledger, and the version that they carry.

A document's row says where it is and how it stands; what was paid for it stands in ``answer``, by
what was asked and the article's digest, so that it outlives a change of settings and serves every
copy of the same article.
"""

from __future__ import annotations

from typing import Final, Literal, TypeAlias, get_args

VERSION: Final = 2
"""Raised when a ledger of the former version could no longer be gone on with."""

State: TypeAlias = Literal["waiting", "leased", "done", "failed", "cut", "skipped"]
"""How a document stands.

``cut``: the answer was cut off at the token limit. ``skipped``: there is nothing to summarise.
"""

STATES: Final[tuple[State, ...]] = get_args(State)

TABLES: Final = """
CREATE TABLE asked (               -- what is asked of the model, each time that it was another
    id INTEGER PRIMARY KEY,
    digest TEXT NOT NULL UNIQUE,
    described TEXT NOT NULL        -- JSON: all that goes into the digest
);
CREATE TABLE run (                 -- one row: what is asked now
    id INTEGER PRIMARY KEY CHECK (id = 1),
    asked INTEGER NOT NULL REFERENCES asked (id),
    tokens INTEGER NOT NULL DEFAULT 0,  -- spent in all, whatever was asked
    cost INTEGER NOT NULL DEFAULT 0     -- likewise, as far as it is known
);
CREATE TABLE reservation (         -- what is set aside for a call under way
    id INTEGER PRIMARY KEY,
    document INTEGER NOT NULL,
    worker INTEGER NOT NULL,
    tokens INTEGER NOT NULL,       -- the worst case while it is open, then what it took
    cost INTEGER NOT NULL,
    open INTEGER NOT NULL DEFAULT 1,
    kept INTEGER NOT NULL DEFAULT 0  -- for good: nobody knows what it took
);
CREATE TABLE worker (              -- a process that works, or has worked, on this run
    id INTEGER PRIMARY KEY,
    host TEXT NOT NULL,
    boot TEXT NOT NULL,            -- differs after the machine was started again
    pid INTEGER NOT NULL,
    began TEXT NOT NULL,           -- when the process did, as the system tells; pids come again
    beat_at REAL NOT NULL,         -- seconds since 1970, by the worker's clock
    ended INTEGER NOT NULL DEFAULT 0
);
CREATE TABLE document (
    id INTEGER PRIMARY KEY,
    path BLOB NOT NULL,            -- absolute, in the bytes of the file system
    line INTEGER NOT NULL,         -- of JSON Lines, from 1; 0 where the file is the document
    name TEXT NOT NULL,            -- for people and for the output
    start INTEGER NOT NULL,        -- where its bytes begin in the file
    length INTEGER NOT NULL,
    size INTEGER NOT NULL,         -- of the file, when it was listed
    modified_ns INTEGER NOT NULL,
    state TEXT NOT NULL DEFAULT 'waiting',
    digest TEXT,                   -- of the article; NULL until it was read
    source TEXT,                   -- the article's, once it was read
    original INTEGER,              -- the document with the same article that this one follows
    worker INTEGER,                -- who has it, while it is leased
    attempts INTEGER NOT NULL DEFAULT 0,
    crashes INTEGER NOT NULL DEFAULT 0,  -- times that its worker died with it
    kind TEXT,                     -- of the failure
    message TEXT,
    requests INTEGER NOT NULL DEFAULT 0,  -- this and the next three over all attempts
    input_tokens INTEGER NOT NULL DEFAULT 0,
    output_tokens INTEGER NOT NULL DEFAULT 0,
    cost INTEGER DEFAULT 0,        -- in millionths of a millionth of a US dollar; NULL: unknown
    seconds REAL NOT NULL DEFAULT 0,
    finished_at REAL,              -- seconds since 1970
    shard INTEGER,                 -- of the provider's batches that it is in; NULL: in none
    ready INTEGER NOT NULL DEFAULT 0,  -- whether the provider's batches are through with it
    UNIQUE (path, line)
);
-- What is left, in the order in which it is leased: what a worker died with comes last.
CREATE INDEX left_to_do ON document (crashes, id)
    WHERE state = 'waiting' AND original IS NULL AND shard IS NULL;
-- The order of the output.
CREATE INDEX by_name ON document (name, line, path);
-- All that says whether a file is still as it was listed, without the rest of the rows.
CREATE INDEX by_file ON document (path, size, modified_ns);
CREATE INDEX by_state ON document (state, worker);
CREATE INDEX by_digest ON document (digest) WHERE digest IS NOT NULL;
CREATE INDEX by_original ON document (original) WHERE original IS NOT NULL;
CREATE INDEX by_shard ON document (shard) WHERE shard IS NOT NULL;
CREATE TABLE answer (
    asked INTEGER NOT NULL REFERENCES asked (id),
    digest TEXT NOT NULL,          -- of the article
    result BLOB NOT NULL,          -- the result's JSON, compressed; see batching.lines
    PRIMARY KEY (asked, digest)
);
CREATE TABLE shard (               -- requests that go to the provider in one batch
    id INTEGER PRIMARY KEY,
    asked INTEGER NOT NULL REFERENCES asked (id),
    worker INTEGER NOT NULL,       -- whose business it is, as long as that lives
    state TEXT NOT NULL DEFAULT 'filling',  -- then filled, uploaded, submitted, ended
    digest TEXT,                   -- of the input file
    batch TEXT,                    -- the provider's id of it
    made_at REAL NOT NULL          -- when it was begun, then when it was submitted; since 1970
);
CREATE TABLE enquiry (             -- that a document's draft is asked for in a shard
    shard INTEGER NOT NULL REFERENCES shard (id),
    document INTEGER NOT NULL,
    key TEXT NOT NULL,             -- the request's digest: its custom id with the provider
    digest TEXT NOT NULL,          -- of the article
    PRIMARY KEY (shard, document)
) WITHOUT ROWID;
CREATE INDEX enquiry_by_key ON enquiry (key);
CREATE INDEX enquiry_by_digest ON enquiry (digest);
CREATE INDEX enquiry_by_document ON enquiry (document);
CREATE TABLE reply (               -- what was fetched, and paid for
    asked INTEGER NOT NULL REFERENCES asked (id),
    key TEXT NOT NULL,
    content BLOB NOT NULL,         -- JSON, compressed; see llm.stored
    PRIMARY KEY (asked, key)
);
CREATE TABLE token (               -- one row: what tells this run's batches from all others
    id INTEGER PRIMARY KEY CHECK (id = 1),
    word TEXT NOT NULL
);
"""
