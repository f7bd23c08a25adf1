"""Checks of figures: does the article print them, in this unit and of this."""
