"""Which decisions still hold: one taken back does not, nor one that a later one replaces."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from briefing.model.decision import OF_TWO, Decision

VERDICTS = ("accept", "reject")
ONE_OF = {"merge": "findings", "split": "findings", "same-origin": "origins", "different-origin": "origins"}


def states(decisions: Sequence[Decision]) -> list[str]:
    """For each decision in the order of the file: "applied", "withdrawn", "overruled", or "orphaned".

    Only a "withdraw" that takes back nothing is an orphan here; whether a claim is met is not known yet.
    """
    made = ["applied"] * len(decisions)
    for at in range(len(decisions) - 1, -1, -1):
        if decisions[at].act == "withdraw" and made[at] == "applied":
            taken = [before for before in range(at) if decisions[before].id.startswith(decisions[at].of or "?")]
            for before in taken:
                made[before] = "withdrawn"
            made[at] = "applied" if taken else "orphaned"
    later: set[object] = set()
    for at in range(len(decisions) - 1, -1, -1):
        if made[at] != "applied":
            continue
        keys = set(settles(decisions[at]))
        if keys and keys <= later:
            made[at] = "overruled"
        later |= keys
    return made


def settles(decision: Decision) -> Iterator[object]:
    """What a decision settles; a later one that settles all of it replaces it. A note settles nothing."""
    act, targets = decision.act, decision.targets
    if act in VERDICTS:
        yield from (("verdict", target) for target in targets)
    elif act == "correct":
        yield from (("correct", target, name) for target in targets for name, _ in decision.changes)
    elif act == "pin":
        yield from (("pin", target) for target in targets)
    elif act == "title":
        yield "title"
    elif act in OF_TWO:
        family = ONE_OF[act]
        yield from ((family, frozenset((one, other))) for one in targets for other in targets if one != other)
