"""The command line: one command a verb."""

from __future__ import annotations

import sys

from briefing.errors import INTERRUPTED


def main() -> None:
    """Runs the command line and ends the process with its exit status, also where it is interrupted while it loads."""
    try:
        from briefing.cli.app import run

        status = run()
    except KeyboardInterrupt:
        status = INTERRUPTED
    sys.exit(status)
