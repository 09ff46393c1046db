"""What the analyst has not yet looked at, and decisions that lost their passage."""

from __future__ import annotations

from collections.abc import Iterator

from briefing.checking.printed import Printed, shown
from briefing.model.remark import Remark


def unreviewed_claims(printed: Printed) -> Iterator[Remark]:
    """How many printed claims nobody has accepted or corrected."""
    left = [claim for claim in printed.claims if not claim.accepted and not claim.corrections]
    if left:
        what = f"{len(left)} of {len(printed.claims)} printed claims have not been reviewed"
        yield Remark("unreviewed-claims", "the briefing", what, "accept, correct or reject them: briefing review")


def orphaned_decisions(printed: Printed) -> Iterator[Remark]:
    """Decisions whose passage is gone or reads otherwise."""
    for ruling in printed.briefing.claims.rulings:
        if ruling.state == "orphaned":
            made = ruling.decision
            about = f" {shown(made.targets[0].exact)}" if made.targets else ""
            where = f"decision {made.number} ({made.id})"
            yield Remark("orphaned-decision", where, f"{made.act}{about} is not applied: {ruling.why}", "decide again")
