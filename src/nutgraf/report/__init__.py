"""Results as people read them: in a terminal and as Markdown."""

from nutgraf.report.markdown import to_markdown
from nutgraf.report.terminal import to_terminal

__all__ = ["to_markdown", "to_terminal"]
