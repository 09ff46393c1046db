"""Mistakes as one line, and what they end with."""

from __future__ import annotations

import click
from click.core import ParameterSource

from briefing.errors import UsageError


def usage_error(problem: click.ClickException) -> UsageError:
    """What click found wrong, as *where: what; what to do*."""
    ctx = getattr(problem, "ctx", None)
    path = ctx.command_path if ctx else "briefing"
    what = " ".join(problem.message.split()).rstrip(".")
    if not isinstance(problem, click.UsageError):
        return UsageError(path, what, "check it and try again")
    if isinstance(problem, click.MissingParameter):
        what = "is missing"
    what, _, todo = what.partition("; ")
    return UsageError(_where(problem, path), what, todo or f"{_meant(problem)}see {path} --help")


def _meant(problem: click.UsageError) -> str:
    """The option that a person may have meant who wrote one that there is not."""
    near = isinstance(problem, click.NoSuchOption) and problem.possibilities
    return f"did you mean {near[0]!r}? " if near else ""


def _where(problem: click.UsageError, path: str) -> str:
    """Where the person wrote it: the option, the variable or the settings file."""
    name = getattr(problem, "option_name", None)
    if name:
        return str(name)
    param, ctx = getattr(problem, "param", None), problem.ctx
    if param is None or ctx is None:
        return path
    option = max(param.opts, key=len) if isinstance(param, click.Option) else param.metavar or str(param.name).upper()
    source = ctx.get_parameter_source(param.name)
    if source == ParameterSource.DEFAULT_MAP:
        return f"briefing.toml: {option.removeprefix('--')}"
    return str(param.envvar) if source == ParameterSource.ENVIRONMENT else str(option)
