"""Checks of names: does the article have them, and does it say this of them."""
