"""briefing decisions."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from briefing.cli.command import Command, as_json, decided, limits, sources
from briefing.cli.listing import clipped
from briefing.cli.streams import progress, show

if TYPE_CHECKING:
    from briefing.decisions import Renewal
    from briefing.model.decision import Decision, Ruling
    from briefing.pipeline import Drawn


@click.command(cls=Command)
@sources
@decided
@click.option("--renew", is_flag=True, help="Make orphans again where their words stand in one place, and list those.")
@click.option("--by", envvar="BRIEFING_BY", help="Who makes them again; else who made them.")
@as_json
def decisions(sources: tuple[str, ...], decided: Path, renew: bool, by: str | None, as_json: bool) -> int:
    """List the decisions on SOURCES, and what became of each.

    An orphan is a decision whose passage is gone or reads otherwise: it is kept, and applied to nothing. Exit status 1
    where there is one. With --renew, each orphan whose words stand elsewhere once, because its text has changed, is
    decided again there and taken back here.

    \b
    Examples:
      briefing decisions stories/
      briefing decisions stories/ --json
      briefing decisions stories/ --renew
    """
    from briefing import pipeline
    from briefing.writers.claims import ruling_object

    if renew:
        return _renewed(pipeline.draw(sources, progress(), limits()), decided, by, as_json)
    claims = pipeline.extract(sources, progress(), decided, limits())
    if as_json:
        show(json.dumps([ruling_object(each) for each in claims.rulings], ensure_ascii=False, indent=1))
    else:
        show("\n".join(map(_line, claims.rulings)) or f"no decisions in {decided}")
    return int(any(each.state == "orphaned" for each in claims.rulings))


def _renewed(drawn: Drawn, decided: Path, by: str | None, as_json: bool) -> int:
    """Adds the renewals of orphans to the file and prints what became of each; 1 where one is left."""
    from briefing import decisions

    now = datetime.now(UTC).replace(microsecond=0).isoformat()
    found = decisions.renewals(drawn.sources, drawn.extractions, decisions.read(decided), by, now)
    made = [each for renewal in found for each in renewal.made]
    if made:
        decisions.append(decided, made)
    if as_json:
        show(json.dumps([_renewal_object(each) for each in found], ensure_ascii=False, indent=1))
    else:
        show("\n".join(map(_renewal_line, found)) or f"nothing to renew in {decided}")
    return int(any(not each.made for each in found))


def _renewal_object(renewal: Renewal) -> dict[str, str | None]:
    new = None if renewal.why else renewal.made[-1].id
    return {"id": renewal.old.id, "do": renewal.old.act, "renewed_as": new, "why": renewal.why}


def _renewal_line(renewal: Renewal) -> str:
    what = f"taken back, {renewal.why}" if renewal.made else f"not renewed, {renewal.why}"
    become = what if renewal.why else f"renewed as {renewal.made[-1].id}"
    return f"{renewal.old.id} {become}: {renewal.old.act} {_about(renewal.old)}"


def _about(made: Decision) -> str:
    return f"“{clipped(made.targets[0].exact if made.targets else made.text or made.of or '')}”"


def _line(ruling: Ruling) -> str:
    made = ruling.decision
    who = f" ({', '.join(each for each in (made.by, made.when) if each)})" if made.by or made.when else ""
    why = f": {ruling.why}" if ruling.why else ""
    return f"{made.id} {ruling.state}{why}: {made.act} {_about(made)}{who}"
