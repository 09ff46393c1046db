"""What the analyst ties or parts overrules what the comparison finds."""

from __future__ import annotations

from collections.abc import Sequence

from briefing import grouping
from briefing.model.claim import Claim
from briefing.model.decision import Ties
from briefing.model.finding import Finding, Grouping
from tests.decisions.cases import claims_of, read, saying

TEXTS = {
    "a.txt": "Mayor Ana Ruiz said 40 families had left Orrin. A doctor said the clinic was shut.\n",
    "b.txt": "Mayor Ana Ruiz said 40 families had left Orrin. Staff said nobody could be treated there any more.\n",
    "c.txt": "In the valley 52 households fled, an aid worker said.\n",
}
SOURCES, FOUND = read(TEXTS)


def made(ties: Ties) -> Grouping:
    """The grouping of the texts with ``ties``."""
    return grouping.group(SOURCES, FOUND, ties)


def one(words: str, file: str) -> Claim:
    """The claim of a file whose passage has ``words``."""
    source = next(each for each in SOURCES if each.files[0].path == file)
    return next(claim for claim in FOUND[source.id].claims if words in claim.anchor.exact)


def together(findings: Sequence[Finding], kind: str, *claims: Claim) -> bool:
    """Whether one finding of a kind has all these claims."""
    ids = {claim.id for claim in claims}
    return any(ids <= {m.claim for m in f.members} for f in findings if f.kind == kind)


A, B, C = one("40 families", "a.txt"), one("40 families", "b.txt"), one("52 households", "c.txt")
CLOSED, UNTREATED = one("clinic was shut", "a.txt"), one("nobody could be treated", "b.txt")


def test_without_ties_the_same_figure_of_one_mayor_is_one_origin_and_one_finding() -> None:
    found = made(Ties())
    assert together(found.findings, "figure", A, B)
    assert any({A.id, B.id} <= set(origin.claims) for origin in found.origins)
    assert not together(found.findings, "figure", A, C)
    assert not together(found.findings, "statement", CLOSED, UNTREATED)


def test_split_figures_are_two_findings() -> None:
    assert not together(made(Ties(split=(((A.id, 0), (B.id, 0)),))).findings, "figure", A, B)


def test_merged_figures_are_one_finding_in_which_they_differ() -> None:
    found = made(Ties(merged=(((A.id, 0), (C.id, 0)),)))
    (finding,) = [f for f in found.findings if f.kind == "figure"]
    assert {member.claim for member in finding.members} == {A.id, B.id, C.id}
    assert [reading.relation for reading in finding.readings] == [None, "conflict"]


def test_merged_statements_are_one_finding_as_variants() -> None:
    found = made(Ties(merged=(((CLOSED.id, None), (UNTREATED.id, None)),)))
    assert together(found.findings, "statement", CLOSED, UNTREATED)
    finding = next(f for f in found.findings if CLOSED.id in {m.claim for m in f.members})
    assert [reading.relation for reading in finding.readings] == [None, "variant"]


def test_split_statements_are_apart() -> None:
    assert together(made(Ties()).findings, "statement", A, B)
    assert not together(made(Ties(split=(((A.id, None), (B.id, None)),))).findings, "statement", A, B)


def test_one_statement_on_two_occasions_is_two_origins() -> None:
    found = made(Ties(other_origin=((A.id, B.id),)))
    assert not any({A.id, B.id} <= set(origin.claims) for origin in found.origins)
    finding = next(f for f in found.findings if f.kind == "figure" and A.id in {m.claim for m in f.members})
    assert len(finding.origins) == 2


def test_two_unnamed_speakers_may_be_called_one_origin() -> None:
    found = made(Ties(one_origin=((CLOSED.id, UNTREATED.id),)))
    assert any({CLOSED.id, UNTREATED.id} <= set(origin.claims) for origin in found.origins)


def test_a_named_and_an_unnamed_speaker_may_be_called_one_origin() -> None:
    found = made(Ties(one_origin=((A.id, C.id),)))
    assert any({A.id, C.id} <= set(origin.claims) for origin in found.origins)


def test_ties_of_claims_that_are_not_there_change_nothing() -> None:
    ties = Ties((((("c-0"), None), ("c-1", 0)),), ((("c-0", 0), ("c-1", 0)),), (("c-0", "c-1"),), (("c-0", "c-1"),))
    assert made(ties).findings == made(Ties()).findings


def test_every_figure_stays_in_exactly_one_finding() -> None:
    stories, found = read()
    figures = [(claim.id, at) for claim in claims_of(found) for at in range(len(claim.figures))]
    for ties in (Ties(merged=(tuple(figures),)), Ties(split=(tuple(figures),))):
        findings = grouping.group(stories, found, ties).findings
        told = [(m.claim, m.figure) for f in findings for m in f.members if m.figure is not None]
        assert sorted(told) == sorted(figures)
    assert saying(found, "A doctor said").figures
