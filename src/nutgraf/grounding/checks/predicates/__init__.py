"""Checks of what a statement says: who does what, whether it is so, and whether it has happened."""
