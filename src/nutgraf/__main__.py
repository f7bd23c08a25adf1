"""``python -m nutgraf``: the same as the command."""

from nutgraf.cli import main

if __name__ == "__main__":
    main()
