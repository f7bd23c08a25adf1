"""Batches: many articles into one run folder, that can be broken off and gone on with."""
