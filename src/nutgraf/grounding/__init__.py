"""Grounding: where in the article a summary's values stand, and whether it carries them."""
