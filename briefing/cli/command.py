"""What every command has: the exit statuses in its help, and settings that are right before it runs."""

from __future__ import annotations

import math
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any, TypeVar

import click
from click.core import ParameterSource

from briefing.cli.options import Language, Silenced
from briefing.errors import BriefingError, UsageError
from briefing.model.limits import DEFAULT, MEGABYTE, Limits
from briefing.model.stated import nearest

Of = TypeVar("Of", bound=Callable[..., Any])
SIZE, TEXT = "briefing.max-size", "briefing.max-text"

EXITS = """\b
Exit status: 0 done, 1 a check found something, 2 a mistake in what was asked,
3 something missing on the machine, 4 refused by verification, 130 interrupted."""


def _keep_size(ctx: click.Context, param: click.Parameter, value: float) -> None:
    if not math.isfinite(value):
        raise click.BadParameter(f"{value} is no number of megabytes; write one", ctx, param)
    ctx.meta[SIZE] = int(value * MEGABYTE)


_named = click.argument("sources", nargs=-1, type=click.Path(readable=False), envvar="BRIEFING_SOURCES")
_max_size = click.option(
    "--max-size",
    default=DEFAULT.size / MEGABYTE,
    show_default=True,
    type=click.FloatRange(0, min_open=True),
    envvar="BRIEFING_MAX_SIZE",
    expose_value=False,
    callback=_keep_size,
    help="Largest file that is read, in megabytes.",
)
_max_text = click.option(
    "--max-text",
    default=DEFAULT.text,
    show_default=True,
    type=click.IntRange(1),
    envvar="BRIEFING_MAX_TEXT",
    expose_value=False,
    callback=lambda ctx, _, value: ctx.meta.update({TEXT: value}),
    help="Longest text of a source that is read, in characters.",
)


def limited(command: Of) -> Of:
    """How much of its sources a command reads at most: it asks limits."""
    return _max_size(_max_text(command))


def sources(command: Of) -> Of:
    """The files and folders that a command reads, and how much of them."""
    return _named(limited(command))


def limits() -> Limits:
    """How much the person lets a command read that is limited."""
    meta = click.get_current_context().meta
    return Limits(meta[SIZE], meta[TEXT])


as_json = click.option("--json", "as_json", is_flag=True, help="Print JSON.")
"""For a program that reads what the command prints."""


def json_chosen(as_json: bool, chosen: str) -> str:
    """The format to print in: that of --format, or JSON where that is asked for. Raises UsageError for both."""
    said = click.get_current_context().get_parameter_source("format") == ParameterSource.COMMANDLINE
    if as_json and said and chosen != "json":
        raise UsageError("--json", f"and --format {chosen} are two formats", "give one of them")
    return "json" if as_json else chosen


def _there(ctx: click.Context, param: click.Parameter, value: Path) -> Path:
    """A file that is named here and now; the usual one, or that of the settings, may wait for its first decision."""
    named = ctx.get_parameter_source(str(param.name)) in (ParameterSource.COMMANDLINE, ParameterSource.ENVIRONMENT)
    if named and not value.exists():
        raise click.BadParameter(f"there is no file {str(value)!r}; check the name", ctx, param)
    return value


_decisions = partial(
    click.option,
    "--decisions",
    "decided",
    default="decisions.toml",
    show_default=True,
    type=click.Path(path_type=Path),
    envvar="BRIEFING_DECISIONS",
)
decided = _decisions(callback=_there, help="What you decided about claims, where there is such a file.")
"""The analyst's file of decisions, to read."""

deciding = _decisions(help="File of what you decide, made with the first decision.")
"""The analyst's file of decisions, to add to."""


language = click.option(
    "--lang",
    type=Language(),
    envvar="BRIEFING_LANGUAGE",
    help="Language of the program's own text, such as fr or ar; else what the audience sets.",
)
"""What the labels are in."""


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

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """The command that is named first, and what follows it. Fails where there is none, with the nearest one."""
        known = self.list_commands(ctx)
        if args and args[0] not in known and not args[0].startswith("-"):
            near = nearest(args[0], known)
            raise click.UsageError(f"No such command {args[0]!r}; {near}see {ctx.command_path} --help", ctx)
        return super().resolve_command(ctx, args)
