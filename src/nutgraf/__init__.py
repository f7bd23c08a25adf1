"""Structured summaries of articles that can be checked."""
