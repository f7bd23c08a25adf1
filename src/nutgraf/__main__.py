"""``python -m nutgraf``: the same as the command."""

from nutgraf.cli import main

main()
