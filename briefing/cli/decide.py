"""briefing decide."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import click

from briefing.cli.command import Command, as_json, deciding, limited, limits
from briefing.cli.streams import progress, show
from briefing.errors import UsageError
from briefing.model.decision import ACTS


@click.command(cls=Command)
@click.argument("act", type=click.Choice(ACTS))
@click.argument("claims", nargs=-1)
@click.option(
    "-s",
    "--sources",
    "--source",
    "sources",
    multiple=True,
    type=click.Path(readable=False),
    envvar="BRIEFING_SOURCES",
    help="File or folder the claims are in; may be given several times.",
)
@click.option("--figure", help="The figure of the claim that is meant, as the text writes it.")
@click.option("--set", "changes", multiple=True, metavar="FIELD=VALUE", help="What is right: speaker, force, value, …")
@click.option("--text", help="The title or the note.")
@click.option("--reason", help="Why.")
@click.option("--place", type=click.IntRange(min=1), help="Where a pinned claim stands, from 1.")
@click.option("--of", help="The decision that is taken back, by its id.")
@click.option("--by", envvar="BRIEFING_BY", help="Who decides.")
@deciding
@limited
@as_json
def decide(
    act: str,
    claims: tuple[str, ...],
    sources: tuple[str, ...],
    figure: str | None,
    changes: tuple[str, ...],
    text: str | None,
    reason: str | None,
    place: int | None,
    of: str | None,
    by: str | None,
    decided: Path,
    as_json: bool,
) -> None:
    """Decide on CLAIMS: ACT is what is decided.

    A claim is named by its id or the beginning of it. The decision is added to the end of decisions.toml; nothing that
    stands there is changed. To take one back, withdraw it: briefing decisions lists their ids.
    briefing extract -f lines lists claims.

    \b
    Examples:
      briefing decide reject c-3f2a --reason "a rumour" -s stories/
      briefing decide correct c-3f2a --set speaker="Ana Ruiz" -s stories/
      briefing decide correct c-3f2a --figure 40 --set value=42 -s stories/
      briefing decide merge c-3f2a c-9b01 -s stories/
      briefing decide withdraw --of d-5e0c
    """
    from briefing import decisions, pipeline, verifying
    from briefing.model.decision import Decision
    from briefing.model.request import Request

    targets: list[Any] = []
    title = Request(title=text if act == "title" and sources else None)
    if claims or title.title_claims:
        names = decisions.Names(pipeline.extract(sources, progress(), decided, limits()))
        targets = [names.target(name, figure) for name in claims]
        cited = [names.claim(name) for name in title.title_claims]
        if cited:
            verifying.check_cited_title("--text", title.headline or "", cited)
    of = _whole(decided, of) if of else None
    now = datetime.now(UTC).replace(microsecond=0).isoformat()
    made = Decision(act, tuple(targets), (), text, reason, place, of, by, now)
    made = decisions.completed(made, dict(_pairs(changes)))
    for target in made.targets if act == "note" else ():
        verifying.check_note("--text", made.text or "", target.exact)
    decisions.append(decided, [made])
    show(json.dumps({"id": made.id, "do": made.act}) if as_json else f"{made.id} {made.act}, added to {decided}")


def _pairs(changes: tuple[str, ...]) -> Iterator[tuple[str, Any]]:
    """What is set: text as it stands, a number as a number, several with commas as a list."""
    for change in changes:
        name, mark, value = change.partition("=")
        if not mark:
            raise UsageError(f"--set {change}", "sets nothing", "write FIELD=VALUE")
        yield name, _value(name, value)


def _value(name: str, value: str) -> Any:
    if name == "sectors":
        return [each.strip() for each in value.split(",") if each.strip()]
    if name != "value":
        return value
    try:
        numbers = [json.loads(part) for part in value.split(",")]
    except ValueError:
        return value
    return numbers[0] if len(numbers) == 1 else numbers


def _whole(path: Path, start: str) -> str:
    """The id of the one decision of the file that begins so."""
    from briefing import decisions

    found = {made.id for made in decisions.read(path) if made.id.startswith(start)}
    if len(found) != 1:
        what = "begins more than one" if found else "is none"
        raise UsageError(f"--of {start}", f"{what} of the decisions in {path}", "briefing decisions lists their ids")
    return found.pop()
