"""The command line: a table of commands, each loaded only when it runs or its help is asked for."""

from __future__ import annotations

import importlib
import os
from collections.abc import Mapping

import click

from briefing import __version__, workspace
from briefing.cli.command import EXITS, Group
from briefing.cli.messages import usage_error
from briefing.cli.streams import say, show
from briefing.errors import INTERRUPTED, BriefingError

COMMANDS: Mapping[str, str] = {
    "build": "briefing.cli.build",
    "extract": "briefing.cli.extract",
    "figures": "briefing.cli.figures",
    "fetch": "briefing.cli.fetch",
    "check": "briefing.cli.check",
    "review": "briefing.cli.review",
    "verify": "briefing.cli.verify",
    "parity": "briefing.cli.parity",
    "decide": "briefing.cli.decide",
    "decisions": "briefing.cli.decisions",
    "rules": "briefing.cli.rules",
    "audiences": "briefing.cli.audiences",
    "languages": "briefing.cli.languages",
    "doctor": "briefing.cli.doctor",
}
"""Command -> the module that has it, under the same name."""


def run(arguments: list[str] | None = None) -> int:
    """Runs one command; the exit status. A mistake is one line on standard error."""
    try:
        status = app.main(arguments, prog_name="briefing", standalone_mode=False)
    except click.exceptions.Abort:
        return INTERRUPTED
    except click.exceptions.NoArgsIsHelpError as asked:
        show(asked.message)
        return 0
    except click.ClickException as problem:
        return _complain(usage_error(problem))
    except BriefingError as problem:
        return _complain(problem)
    return status if isinstance(status, int) else 0


def _complain(problem: BriefingError) -> int:
    say(" ".join(str(problem).split()))
    return problem.exit_code


class _Table(Group):
    """The commands of the table, in its order."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002
        """Their names."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        """The command of that name, loaded now; None where there is none."""
        if cmd_name not in COMMANDS:
            return None
        command = getattr(importlib.import_module(COMMANDS[cmd_name]), cmd_name)
        return command if isinstance(command, click.Command) else None


@click.group(cls=_Table, epilog=EXITS, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="briefing")
@click.pass_context
def app(ctx: click.Context) -> None:
    """Briefings in which every sentence and number is provably in its sources.

    \b
    Example:
      briefing build stories/ --tlp green
    """
    ctx.color = False if os.environ.get("NO_COLOR") or os.environ.get("TERM") == "dumb" else None
    try:
        ctx.default_map = dict(workspace.settings())
    except BriefingError as problem:
        ctx.obj = problem  # raised when the command runs
