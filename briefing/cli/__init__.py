"""The command line: one command a verb."""

from __future__ import annotations

import gc
import sys

from briefing.errors import INTERRUPTED


def main() -> None:
    """Runs the command line and ends the process with its exit status, also where it is interrupted while it loads.

    A run makes many small objects that it keeps, and few circles: searching for those as often as Python does by itself
    takes a twentieth of it.
    """
    gc.set_threshold(100_000, 20, 20)
    try:
        from briefing.cli.app import run

        status = run()
    except KeyboardInterrupt:
        status = INTERRUPTED
    sys.exit(status)
