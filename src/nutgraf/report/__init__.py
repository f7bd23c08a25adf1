"""Results and reports as people read them: in a terminal and as Markdown."""

from nutgraf.report.check import check_to_terminal
from nutgraf.report.markdown import to_markdown
from nutgraf.report.terminal import to_terminal

__all__ = ["check_to_terminal", "to_markdown", "to_terminal"]
