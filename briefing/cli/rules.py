"""briefing rules."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import click

from briefing.cli.command import EXITS, Command, Group, as_json
from briefing.cli.streams import show

if TYPE_CHECKING:
    from briefing.composing.rulebook import Rule
    from briefing.language.shapes import Flaw


@click.group(cls=Group, epilog=EXITS)
def rules() -> None:
    """List, explain and check the rules that raise considerations.

    Folders "rules" and "lexicons" beside briefing.toml add to those that ship.

    \b
    Example:
      briefing rules explain EXPEL
    """


@rules.command("list", cls=Command)
@as_json
def list_rules(as_json: bool) -> None:
    """List the rules in their order.

    \b
    Example:
      briefing rules list
    """
    from briefing.composing.rulebook import rules as known

    if as_json:
        show(json.dumps([_object(rule) for rule in known()], ensure_ascii=False, indent=1))
        return
    width = max((len(rule.id) for rule in known()), default=0)
    lines = [f"{rule.id:<{width}}  {rule.version}  {rule.title} ({', '.join(rule.sectors)})" for rule in known()]
    show("\n".join(lines))


@rules.command(cls=Command)
@click.argument("rule", metavar="ID")
@as_json
def explain(rule: str, as_json: bool) -> None:
    """Say when the rule ID fires, what it asks to consider, and what it rests on.

    \b
    Examples:
      briefing rules explain TRUCE
      briefing rules explain FLOOD --json
    """
    from briefing.composing.rulebook import rules as known
    from briefing.model.stated import nearest

    found = next((one for one in known() if one.id == rule.upper()), None)
    if found is None:
        ids = [one.id for one in known()]
        raise click.BadParameter(f"no rule {rule!r}; {nearest(rule.upper(), ids)}see briefing rules list")
    show(json.dumps(_object(found), ensure_ascii=False, indent=1) if as_json else "\n".join(_lines(found)))


@rules.command(cls=Command)
@as_json
def lint(as_json: bool) -> int:
    """Check rules and lexicons, your own and those that ship; exit status 1 where something is wrong.

    \b
    Example:
      briefing rules lint
    """
    from briefing.cli.own_files import own_flaws

    found = own_flaws() or _together()
    if as_json:
        show(json.dumps([flaw._asdict() for flaw in found], ensure_ascii=False, indent=1))
    elif found:
        show("\n".join(flaw.text for flaw in found))
    return int(bool(found))


def _together() -> list[Flaw]:
    """The flaws of rules and lexicons as they are read together; files that are not whole would not load at all."""
    from briefing.cli.linting import lint as look

    return look()


def _lines(rule: Rule) -> list[str]:
    """The rule for a person."""
    lines = [f"{rule.id}, version {rule.version}: {rule.title} ({', '.join(rule.sectors)})", ""]
    lines += [f"Reported: {rule.reported}", f"Alleged:  {rule.alleged}"]
    lines += [f"Consider: {rule.consider}", f"Watch:    {rule.watch}", f"Ask:      {rule.ask}", ""]
    lines += [f"Fires on what a source asserts{', or somebody orders or announces' if rule.orders else ''}:"]
    if rule.figure is not None:
        lines.append(f"  a figure of {rule.figure} people or more, and")
    for number, trigger in enumerate(rule.triggers):
        lines += ["  or:"] * bool(number)
        for name, terms in trigger.lists.items():
            lines += [f"  {name.rpartition(' ')[2]}: {'; '.join(terms)}"] * bool(terms)
    lines += ["", f"Fires:    {rule.fires}", f"Does not: {rule.near_miss}", ""]
    for instrument in rule.instruments:
        state = "verified" if instrument.verified else "not verified, never printed"
        lines.append(f"Rests on {instrument.text} ({state}; {instrument.source}). Binds {instrument.bound}.")
    return lines


def _object(rule: Rule) -> dict[str, Any]:
    """The rule for a program."""
    texts = ("id", "version", "title", "sectors", "reported", "alleged", "consider", "watch", "ask", "orders", "figure")
    out = {name: getattr(rule, name) for name in (*texts, "fires", "near_miss")}
    out["triggers"] = [
        {name.rpartition(" ")[2]: terms for name, terms in trigger.lists.items() if terms} for trigger in rule.triggers
    ]
    fields = ("text", "bound", "verified", "source")
    out["instruments"] = [{name: getattr(each, name) for name in fields} for each in rule.instruments]
    return out
