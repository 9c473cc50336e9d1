"""The door for people: `consilience`. Data goes to stdout, progress and messages to stderr.

Exit codes: 0 done, 1 failure, 2 usage, 3 some inputs were skipped, 4 a check failed. What takes long to load is
imported inside the command that needs it, so that `--help` stays quick.
"""

from __future__ import annotations

import sys

from consilience.cli.commands import app
from consilience.errors import ConsilienceError

__all__ = ["app", "main"]


def main() -> None:
    """Run the command line; an error raised on purpose is one line on stderr and exit code 2."""
    try:
        app()
    except ConsilienceError as problem:
        print(f"consilience: {problem}", file=sys.stderr)
        sys.exit(2)
    except KeyboardInterrupt:
        print("consilience: interrupted; the previous output is as it was.", file=sys.stderr)
        sys.exit(1)
