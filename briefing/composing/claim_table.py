"""The table for fact-checking: every claim that an edition prints, with who says it, in what form, and where."""

from __future__ import annotations

from collections.abc import Collection

from briefing.composing.edition import Edition
from briefing.composing.quotations import who
from briefing.composing.ranking import ranked
from briefing.composing.statements import statement
from briefing.model.briefing import ClaimRow, ClaimTable, Statement
from briefing.model.claim import Claim


def claim_table(edition: Edition, printed: Collection[str]) -> ClaimTable:
    """The claims whose ids are ``printed``, then those the audience wants most, while there is room."""
    told = [claim for claim in edition.claims if claim.id in printed]
    others = [claim for claim in ranked(edition, edition.claims) if claim.id not in printed]
    kept = {claim.id for claim in (*told, *others[: max(0, edition.audience.statements - len(told))])}
    shown = [claim for claim in edition.claims if claim.id in kept]
    rows = tuple(_row(edition, f"claim-{n}", claim) for n, claim in enumerate(shown, 1))
    caption = edition.told("claims-caption", "claims-caption", n=edition.count(claim.id for claim in shown))
    rest = [claim.id for claim in others if claim.id not in kept]
    return ClaimTable(caption, rows, edition.told("claims-rest", "left-out", n=edition.count(rest)) if rest else None)


def _row(edition: Edition, id: str, claim: Claim) -> ClaimRow:  # noqa: A002
    return ClaimRow(
        id=id,
        who=who(edition, f"{id}-who", claim),
        words=statement(edition, f"{id}-words", [claim], whole=False),
        form=edition.told(f"{id}-form", f"form-{claim.form}"),
        figures=_figures(edition, f"{id}-figures", claim),
    )


def _figures(edition: Edition, id: str, claim: Claim) -> Statement | None:  # noqa: A002
    words = [edition.words(claim.source, figure.start, figure.end) for figure in claim.figures]
    return Statement(id, "counted", (edition.list_of(words),)) if words else None
