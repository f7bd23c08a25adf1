"""Checks of who said what: quoted words, reported words, and claims."""
