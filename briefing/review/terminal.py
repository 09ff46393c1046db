"""Review without a browser: a claim, its passage, a letter."""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping, Sequence

import click

from briefing.errors import BriefingError
from briefing.review.desk import UNPRINTED, Desk
from briefing.review.rows import Row

AROUND = 160
"""Code points of the source shown on either side of a passage."""
ASKED = "(a)ccept (r)eject (s)peaker (f)orce (p)in (m)erge (n)ote (u)ndo (b)ack (q)uit, Enter for the next, ? for help"
KEYS = {
    "a": "accept: the claim is as the source says it",
    "r": "reject: it is in no finding and is not printed",
    "s": "speaker: set right who says it",
    "f": "force: set right how it is said (stated, claimed, denied, …)",
    "p": "pin: it stands first",
    "m": "merge: it is one matter with another claim, named by its id",
    "n": "note: a line of yours beneath it",
    "u": "undo: take your last decision back",
    "": "Enter: the next claim, nothing decided",
    "b": "back: the claim before",
    "q": "quit: all that was decided is on the disk",
    "?": "this list",
}
"""What each key does."""


def ask(desk: Desk) -> None:
    """Goes through the claims that are printed, from the first that nobody has looked at, until the person quits.

    Every decision is on the disk before the next claim is shown.
    """
    claims = [claim for name, found in desk.sections.items() if name != UNPRINTED for claim in found]
    rows = desk.rows()
    at = next((n for n, claim in enumerate(claims) if not _looked(rows[claim])), len(claims))
    while at < len(claims):
        _show(desk, claims[at])
        letter = _letter()
        if letter == "q":
            break
        if letter == "?":
            click.echo("\n".join(f"  {key or 'Enter'}  {does.removeprefix('Enter: ')}" for key, does in KEYS.items()))
            continue
        at = max(0, at - 1) if letter == "b" else _after(desk, claims, at, letter)
    done, total = desk.progress(desk.rows())
    click.echo(f"{done} of {total} reviewed")


def _letter() -> str:
    """What the person types; where nothing more can come, that they quit."""
    try:
        return str(
            click.prompt(ASKED, default="", type=click.Choice(tuple(KEYS)), show_choices=False, show_default=False)
        )
    except click.Abort:
        if sys.stdin.isatty():
            raise
        click.echo()
        return "q"


def _after(desk: Desk, claims: Sequence[str], at: int, letter: str) -> int:
    """Does what a letter asks of a claim; the place of the claim to show next."""
    act = _ACTS.get(letter)
    if act is None:
        return at + 1
    try:
        click.echo(act(desk, claims[at]))
    except BriefingError as problem:
        click.echo(f"Not done: {problem}")
        return at
    return at + 1 if letter in "ar" else at


def _show(desk: Desk, claim: str) -> None:
    row = desk.rows()[claim]
    found, source = desk.passage(claim)
    start, end = found.anchor.span
    place = f"{desk.outlets[source.id]}, paragraph {row['paragraph']}"
    who = f"{row['speaker'] or row['kind']} {row['force']}".strip()
    click.echo(f"\n{claim} · {place} · {who} · {', '.join(row['sectors']) or 'no sector'}")
    before, after = source.text[max(0, start - AROUND) : start], source.text[end : end + AROUND]
    click.echo(before + click.style(source.text[start:end], bold=True, underline=True) + after)
    for doubt in row["doubts"]:
        click.echo(f"  look twice: {doubt}")
    line = desk.line(claim)
    unprinted = "is above this audience's ceiling, and not printed" if row["kept"] else "is not printed"
    click.echo(f"  prints as: {line.text}" if line else f"  {unprinted}")
    for note in line.notes if line else ():
        click.echo(f"  {note}")


def _accept(desk: Desk, claim: str) -> str:
    return f"accepted, on the disk as {desk.decide('accept', [claim], {}).id}"


def _reject(desk: Desk, claim: str) -> str:
    reason = click.prompt("reason (may stay empty)", default="", show_default=False)
    made = desk.decide("reject", [claim], {}, reason=reason or None)
    return f"rejected, on the disk as {made.id}"


def _set(field: str) -> Callable[[Desk, str], str]:
    def act(desk: Desk, claim: str) -> str:
        """Sets one field of a claim to what the person types."""
        value = click.prompt(field, default="", show_default=False)
        return f"set right, on the disk as {desk.decide('correct', [claim], {field: value}).id}"

    return act


def _pin(desk: Desk, claim: str) -> str:
    return f"pinned, on the disk as {desk.decide('pin', [claim], {}).id}"


def _note(desk: Desk, claim: str) -> str:
    return f"noted, on the disk as {desk.decide('note', [claim], {}, text=click.prompt('note')).id}"


def _merge(desk: Desk, claim: str) -> str:
    other = desk.named(click.prompt("with the claim (its id or the beginning of it)", default="", show_default=False))
    return f"merged, on the disk as {desk.decide('merge', [claim, other], {}).id}"


def _undo(desk: Desk, _: str) -> str:
    made = desk.undo()
    return f"{made.act} taken back" if made else "nothing to take back"


_ACTS: Mapping[str, Callable[[Desk, str], str]] = {
    "a": _accept,
    "r": _reject,
    "s": _set("speaker"),
    "f": _set("force"),
    "p": _pin,
    "m": _merge,
    "n": _note,
    "u": _undo,
}


def _looked(row: Row) -> bool:
    return bool(row["accepted"] or row["rejected"] or row["corrections"])
