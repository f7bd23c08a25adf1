"""Results and reports as people read them: in a terminal and as Markdown."""
