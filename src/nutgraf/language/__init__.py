"""Readings of a text that need no model: sentences, names, quotations, dates, figures and more."""
