"""briefing decisions."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import click

from briefing.cli.command import Command, as_json, decided, limits, sources
from briefing.cli.listing import clipped
from briefing.cli.streams import progress, show

if TYPE_CHECKING:
    from briefing.model.decision import Ruling


@click.command(cls=Command)
@sources
@decided
@as_json
def decisions(sources: tuple[str, ...], decided: Path, as_json: bool) -> int:
    """List the decisions on SOURCES, and what became of each.

    An orphan is a decision whose passage is gone or reads otherwise: it is kept, and applied to nothing. Exit status 1
    where there is one.

    \b
    Examples:
      briefing decisions stories/
      briefing decisions stories/ --json
    """
    from briefing import pipeline
    from briefing.writers.claims import ruling_object

    claims = pipeline.extract(sources, progress(), decided, limits())
    if as_json:
        show(json.dumps([ruling_object(each) for each in claims.rulings], ensure_ascii=False, indent=1))
    else:
        show("\n".join(map(_line, claims.rulings)) or f"no decisions in {decided}")
    return int(any(each.state == "orphaned" for each in claims.rulings))


def _line(ruling: Ruling) -> str:
    made = ruling.decision
    about = f"“{clipped(made.targets[0].exact if made.targets else made.text or made.of or '')}”"
    who = f" ({', '.join(each for each in (made.by, made.when) if each)})" if made.by or made.when else ""
    why = f": {ruling.why}" if ruling.why else ""
    return f"{made.id} {ruling.state}{why}: {made.act} {about}{who}"
