"""briefing review."""

from __future__ import annotations

from pathlib import Path

import click

from briefing.cli.command import Command, deciding, limits, sources
from briefing.cli.streams import progress, say, show
from briefing.errors import UsageError


@click.command(cls=Command)
@sources
@click.option("-a", "--audience", default="humanitarian", show_default=True, envvar="BRIEFING_AUDIENCE")
@click.option("--by", envvar="BRIEFING_BY", help="Who decides; written into each decision.")
@click.option("--port", type=click.IntRange(0, 65535), default=0, help="Port on this machine; else any that is free.")
@click.option("--terminal", is_flag=True, help="Ask here, claim by claim, without a browser.")
@deciding
def review(sources: tuple[str, ...], audience: str, by: str | None, port: int, terminal: bool, decided: Path) -> None:
    """Look at each claim of SOURCES beside its passage, and decide.

    A claim is accepted, rejected, corrected, pinned or noted. Serves a page to this machine alone and prints its
    address; Ctrl-C ends it. Every decision is in decisions.toml before the page says so.

    \b
    Examples:
      briefing review stories/ --by "R. Analyst"
      briefing review stories/ --terminal
    """
    from briefing import pipeline
    from briefing.model.request import Request
    from briefing.review import Desk

    desk = Desk(pipeline.draw(sources, progress(), limits()), decided, audience, Request(), by)
    if terminal:
        from briefing.review.terminal import ask

        ask(desk)
        return
    from briefing.review.server import serve

    try:
        serve(desk, port, lambda address: show(address))
    except OSError as problem:
        raise UsageError(f"--port {port}", f"cannot be used ({problem.strerror})", "choose another") from None
    except KeyboardInterrupt:
        say("review ended; every decision is in " + str(decided))
