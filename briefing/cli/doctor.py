"""briefing doctor."""

from __future__ import annotations

import json

import click

from briefing.cli.command import Command, as_json
from briefing.cli.streams import show


@click.command(cls=Command)
@as_json
def doctor(as_json: bool) -> int:
    """Say what this machine lacks.

    Exit status 1 where it lacks something.

    \b
    Example:
      briefing doctor
    """
    from briefing.cli.checks import checks

    found = checks()
    lines = [f"{'ok' if check.good else 'lacking'}: {check.name}: {check.says}" for check in found]
    objects = [{"name": check.name, "good": check.good, "says": check.says} for check in found]
    show(json.dumps(objects, indent=1) if as_json else "\n".join(lines))
    return int(not all(check.good for check in found))
