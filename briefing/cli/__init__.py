"""The command line: one command a verb."""

from briefing.cli.app import main

__all__ = ["main"]
