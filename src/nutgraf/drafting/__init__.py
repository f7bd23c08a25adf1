"""Drafting: filling a schema from an article, with a model or without, and asking again for parts."""
