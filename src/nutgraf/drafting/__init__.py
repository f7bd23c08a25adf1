"""Drafting: filling a schema from an article, with a model or without, and repairing the draft."""
