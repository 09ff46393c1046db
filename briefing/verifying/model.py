"""The first gate: every part of a briefing against its sources, claims, findings, catalogue and rules."""

from __future__ import annotations

from collections.abc import Iterator

from briefing.model.briefing import Briefing, Datum
from briefing.model.notice import Notice
from briefing.verifying.assessments import check_all_printed, check_assessment, check_decided
from briefing.verifying.charts import check_chart
from briefing.verifying.elsewhere import check_elsewhere
from briefing.verifying.evidence import Evidence
from briefing.verifying.figures import check_numbers
from briefing.verifying.harmful import check_harmless
from briefing.verifying.pieces import check_piece
from briefing.verifying.references import References, check_target
from briefing.verifying.refusal import refuse, refuse_estimate, shown
from briefing.verifying.stated import is_stated
from briefing.verifying.statements import check_statement
from briefing.verifying.tables import check_tables
from briefing.verifying.titles import check_title
from briefing.verifying.tree import walk

CHECKS = (
    check_harmless,
    check_target,
    check_piece,
    check_statement,
    check_elsewhere,
    check_numbers,
    check_chart,
    check_assessment,
    check_decided,
    check_tables,
)
"""What every part of a briefing passes, in this order."""


def verify(briefing: Briefing) -> tuple[Notice, ...]:
    """Hold every part of ``briefing`` against what it stands on; return what an analyst may want to know of it.

    Raises VerificationError (the statement, what is wrong with which words of which source, what to do) where a piece
    is not exactly its anchor's words, a name its claim resolved, a value somebody stated, a count of known ids, a
    label of the catalogue or a text of a rule; where words are out of order or cut without a mark; where a number is
    not its figure; where a citation leads nowhere.
    """
    evidence = Evidence(briefing)
    _check_claims(evidence)
    _check_labels(evidence)
    _check_handling(evidence)
    check_all_printed(evidence)
    check_title(evidence)
    references = References(evidence)
    nodes = list(walk(briefing))
    for check in CHECKS:
        for node in nodes:
            check(evidence, node)
    for node in nodes:
        references.check(node)
    references.check_ways_back()
    return tuple(_notices(briefing))


def _check_claims(evidence: Evidence) -> None:
    """The claims themselves: their words and their figures' stand where they say."""
    for claim in evidence.claims.values():
        where = f"claim {claim.id}"
        if not evidence.resolves(claim.anchor):
            place = f"{claim.anchor.start} to {claim.anchor.end} of {evidence.name(claim.source)}"
            refuse(where, f"{shown(claim.anchor.exact)} is not what stands at {place}", "extract it again")
        text = evidence.sources[claim.source].text
        for figure in claim.figures:
            if text[figure.start : figure.end] != figure.text:
                what = f"{shown(figure.text)} is not what stands at {figure.start} to {figure.end}"
                refuse(where, f"{what} of {evidence.name(claim.source)}", "extract it again")


def _check_labels(evidence: Evidence) -> None:
    """The texts that templates may print are the catalogue's and the audience's own, and no others."""
    known = evidence.labels.fixed
    for key, text in evidence.briefing.labels.items():
        if known.get(key) != text:
            refuse(f"label {key}", f"{shown(text)} is not in the catalogue", "declare it in the audience's labels.toml")
        refuse_estimate(f"label {key}", text)


def _check_handling(evidence: Evidence) -> None:
    """The handling mark is the analyst's, else the strictest that a source or the audience carries."""
    mark = evidence.briefing.handling
    if mark is not None and not is_stated(evidence, Datum(mark, "request", "tlp")):
        refuse("handling mark", f"nobody asked for {shown(mark)}", "use the label that was asked for")


def _notices(briefing: Briefing) -> Iterator[Notice]:
    """An audience's own label that names a number: nothing checks it against a source."""
    for key, text in briefing.audience.labels.items():
        if any(character.isdigit() for character in text):
            yield Notice(
                "label-with-number",
                f"The label {key!r} of audience {briefing.audience.name} prints a number that no source stands for.",
                limits=False,
            )
