"""The ledger of a run: which documents there are, how each stands, what was paid for."""
