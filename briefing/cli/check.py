"""briefing check."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

import click

from briefing.cli.command import Command, as_json, decided, language, limits, silenced, sources
from briefing.cli.options import IsoDate, Title, TlpLabel
from briefing.cli.streams import progress, show, tell

if TYPE_CHECKING:
    from briefing.model.remark import Remark


@click.command(cls=Command)
@sources
@click.option("-a", "--audience", default="humanitarian", show_default=True, envvar="BRIEFING_AUDIENCE")
@click.option("--title", type=Title(), envvar="BRIEFING_TITLE", help="The title the briefing will have.")
@click.option("--as-of", type=IsoDate(), envvar="BRIEFING_AS_OF", help="The day it will speak of.")
@click.option("--tlp", type=TlpLabel(), envvar="BRIEFING_TLP", help="The handling label it will carry.")
@language
@click.option("--notes", type=click.Path(), envvar="BRIEFING_NOTES", help="Folder of your own text.")
@decided
@silenced
@as_json
def check(
    sources: tuple[str, ...],
    audience: str,
    title: str | None,
    as_of: str | None,
    tlp: str | None,
    lang: str | None,
    notes: str | None,
    decided: Path,
    silenced: tuple[tuple[str, str], ...],
    as_json: bool,
) -> int:
    """Tell what to mend before a briefing of SOURCES is published.

    Exit status 1 where there is anything. A code is silenced with a reason, which the briefing's method section
    counts: --silence CODE=REASON, or a table [silence] in briefing.toml.

    \b
    Examples:
      briefing check stories/ --tlp green
      briefing check stories/ --silence undefined-acronym="our readers know them" --json
    """
    from briefing import pipeline
    from briefing.model.request import Request
    from briefing.readers.notes import written

    request = Request(title, as_of, tlp, language=lang, notes=written(notes), silenced=silenced)
    found = pipeline.check(sources, audience, request, progress(), decided, limits())
    quiet = dict(silenced)
    remarks = [remark for remark in found if remark.code not in quiet]
    if as_json:
        show(json.dumps([asdict(remark) for remark in remarks], ensure_ascii=False, indent=1))
    else:
        show("\n".join(_lines(remarks)) or "nothing to mend")
    tell(f"silenced: {code}, {_times(found, code)} ({reason})" for code, reason in silenced)
    return int(bool(remarks))


def _lines(remarks: Iterable[Remark]) -> Iterable[str]:
    """A code a paragraph, with what to do where it is the same for all; a place a line."""
    by_code: dict[tuple[str, str], list[Remark]] = {}
    for remark in remarks:
        by_code.setdefault((remark.code, remark.todo), []).append(remark)
    for (code, todo), group in by_code.items():
        yield f"{code}: {todo}"
        yield from (f"  {remark.where}: {remark.what}" for remark in group)


def _times(remarks: Iterable[Remark], code: str) -> str:
    count = sum(remark.code == code for remark in remarks)
    return "once" if count == 1 else f"{count} times"
