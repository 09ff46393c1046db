"""What every command has: the exit statuses in its help, and settings that are right before it runs."""

from __future__ import annotations

from pathlib import Path

import click

from briefing.cli.options import Silenced
from briefing.errors import BriefingError

EXITS = """\b
Exit status: 0 done, 1 a check found something, 2 a mistake in what was asked,
3 something missing on the machine, 4 refused by verification."""

sources = click.argument("sources", nargs=-1, type=click.Path(), envvar="BRIEFING_SOURCES")
"""The files and folders that a command reads."""

as_json = click.option("--json", "as_json", is_flag=True, help="Print JSON.")
"""For a program that reads what the command prints."""


decided = click.option(
    "--decisions",
    "decided",
    default="decisions.toml",
    show_default=True,
    type=click.Path(path_type=Path),
    envvar="BRIEFING_DECISIONS",
    help="What you decided about claims, where there is such a file.",
)
"""The analyst's file of decisions."""


silenced = click.option(
    "--silence",
    "silenced",
    multiple=True,
    type=Silenced(),
    metavar="CODE=REASON",
    help="A code that briefing check need not tell, and why; may be given several times.",
)
"""The checks that the analyst silences."""


class Command(click.Command):
    """A command that does not run where the settings are wrong; its help is there all the same.

    Its ``epilog`` is the exit statuses, unless it is given one.
    """

    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **{"epilog": EXITS, **kwargs})  # type: ignore[arg-type]

    def invoke(self, ctx: click.Context) -> object:
        """What the command returns. Raises the BriefingError that the settings were refused with."""
        if isinstance(ctx.obj, BriefingError):
            raise ctx.obj
        return super().invoke(ctx)


class Group(click.Group):
    """Commands under one word, such as ``briefing rules list``; the same holds for each of them."""

    command_class = Command
