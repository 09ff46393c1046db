"""The gate on notes about other sources: one left out, counted twice or named without need is refused."""

from __future__ import annotations

from dataclasses import replace

import pytest

from briefing.composing.elsewhere import elsewhere
from briefing.errors import VerificationError
from briefing.model.briefing import Count, Phrase, Statement
from briefing.verifying.elsewhere import check_elsewhere
from briefing.verifying.evidence import Evidence
from briefing.verifying.pieces import check_piece
from briefing.verifying.tree import Node, walk
from tests.composing.seven_sources import seven_sources
from tests.verifying.small_briefing import small_briefing

EDITION = seven_sources()
CLAIM = EDITION.claims[0]
ALSO, DIFFERS = elsewhere(EDITION, "s-note", [CLAIM])
EVIDENCE = Evidence(small_briefing(claims=EDITION.file, sources=()))
OTHERS = [EDITION.sources[made.source].id for made in EDITION.claims]


def check(*notes: Statement) -> None:
    """Holds a statement of the claim with ``notes`` against the evidence."""
    made = Statement(
        "s", "reported", (EDITION.words(CLAIM.source, *CLAIM.anchor.span),), claims=(CLAIM.id,), notes=notes
    )
    check_elsewhere(EVIDENCE, Node("s", made, made))


def line(key: str, numbers: list[int], rest: list[int]) -> Statement:
    """A note of ``key`` that names and cites some sources and counts others, by number."""
    more = [EDITION.counted("n-more-sources", [OTHERS[n - 1] for n in rest])] if rest else []
    listed = EDITION.list_of([*(EDITION.number(OTHERS[n - 1]) for n in numbers), *more])
    all_ = EDITION.count(OTHERS[n - 1] for n in (*numbers, *rest))
    made = EDITION.told("s-note-1", key, source=EDITION.phrase("sources-numbered", n=all_, numbers=listed))
    cited = [EDITION.claims[n - 1] for n in numbers]
    return replace(made, citations=tuple(EDITION.cite(c.anchor, c.locator, c.id) for c in cited))


def test_what_the_composer_tells_passes() -> None:
    check(ALSO, DIFFERS)
    check(line("also-in", [3, 2], [5, 4]))
    for node in walk((ALSO, DIFFERS)):
        if isinstance(node.value, Phrase | Count):
            check_piece(EVIDENCE, node)


UNCITED = replace(ALSO, citations=())
FIFTH = line("also-in", [2, 3, 5], [4])
SWAPPED = replace(DIFFERS, citations=tuple(replace(c, claim=CLAIM.id) for c in DIFFERS.citations))


@pytest.mark.parametrize(
    ("notes", "what"),
    [
        ((line("also-in", [2, 3, 4], []),), "tells of 3 sources, and 4 others"),
        ((line("also-in", [2, 3, 4], [5, 6]),), "tells of 5 sources, and 4 others"),
        ((line("also-in", [2, 3, 4, 6], []),), "tells of 4 sources, and 4 others"),
        ((line("also-in", [2, 3, 4], [4]),), "cite or count each source"),
        ((line("differs-in", [6], []),), "tells of 1 sources, and 2 others"),
        ((UNCITED,), "tells of 3 sources"),
        ((SWAPPED,), "is of no statement on the same matter"),
        ((replace(FIFTH, pieces=line("also-in", [2, 3], [4]).pieces),), "does not name"),
        ((ALSO, replace(ALSO, id="s-note-2")), "two of its notes"),
    ],
)  # fmt: skip
def test_a_note_that_tells_something_else_is_refused(notes: tuple[Statement, ...], what: str) -> None:
    with pytest.raises(VerificationError, match=what):
        check(*notes)


def test_the_plural_goes_by_what_is_listed() -> None:
    one = EDITION.phrase(
        "sources-numbered", n=Count(("a",)), numbers=EDITION.list_of([EDITION.number(s) for s in OTHERS[1:3]])
    )
    with pytest.raises(VerificationError, match="is not the label “sources-numbered”"):
        check_piece(EVIDENCE, Node("s", None, one))
