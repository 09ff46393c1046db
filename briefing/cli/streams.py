"""Data onto standard output; progress and messages onto standard error."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable
from pathlib import Path

import click

from briefing import workspace
from briefing.errors import UsageError
from briefing.language.hidden import one_line


def show(text: str) -> None:
    """Prints data: UTF-8 whatever the terminal's own encoding, lone surrogates as they are in file names.

    Raises UsageError where it cannot be written, unless nobody reads any more.
    """
    try:
        click.echo(text.encode("utf-8", "surrogateescape"))
    except BrokenPipeError:
        raise
    except OSError as error:
        todo = "make room, or write a file with -o"
        raise UsageError("standard output", f"cannot be written ({error.strerror})", todo) from None


def hand_over(text: str, output: str | None) -> None:
    """Data into the file that was named, whose path is printed; else onto standard output."""
    if output is None:
        show(text.removesuffix("\n"))
    else:
        workspace.write_whole(Path(output), text.encode())
        show(output)


def say(line: str, *, dim: bool = False) -> None:
    """One message to the person, on one line; what a source or file name holds cannot steer the terminal."""
    seen = one_line(line)
    click.echo(click.style(seen, dim=True) if dim else seen, err=True)


def tell(lines: Iterable[str]) -> None:
    """Messages to the person, one a line."""
    for line in lines:
        say(line)


def progress() -> Callable[[str], None]:
    """Tells a person at a terminal what is being done; silent elsewhere."""
    return (lambda step: say(f"… {step}", dim=True)) if sys.stderr.isatty() else (lambda _: None)
