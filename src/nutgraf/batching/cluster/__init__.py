"""A batch on several machines: shards of its documents go out, what came of them comes back.

The ledger in the run folder stays the truth, and only the process that was started by hand, the
driver, writes to it. Each worker runs the same loop over its shard as a process of a batch on one
machine does, on a ledger in its memory that ends with the shard.
"""
