"""Checks of times: does the article speak of them, and of them here."""
