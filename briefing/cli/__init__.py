"""The command line: one command a verb."""

from briefing.cli.commands import main

__all__ = ["main"]
