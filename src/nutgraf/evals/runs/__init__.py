"""The run folder: what was asked, what came of it, and what is made of that."""
