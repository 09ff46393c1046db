"""What may hurt a person: no word of a withheld passage is printed or cited, and what is withheld counts as said."""

from __future__ import annotations

from briefing.model.briefing import Citation, Phrase, Words
from briefing.verifying.evidence import Evidence
from briefing.verifying.refusal import refuse
from briefing.verifying.tree import Node, walk

SILENT = ("bottom-line-silent", "gap", "gap-ask")
"""The labels that say of sectors that no source speaks of them."""
SECTOR = "sector-"
"""What the labels that name a sector begin with."""


def check_harmless(evidence: Evidence, node: Node) -> None:
    """Refuse words and citations of a withheld passage, without repeating them, and that nobody speaks of a sector of
    which one does; anything else passes."""
    if isinstance(node.value, Phrase) and node.value.key in SILENT:
        _check_silence(evidence, node.name, node.value)
    if not isinstance(node.value, Words | Citation):
        return
    anchor = node.value.anchor
    found = evidence.extractions.get(anchor.source)
    for low, high in found.harmful if found else ():
        if low < anchor.end and anchor.start < high:
            refuse(node.name, f"{anchor.start} to {anchor.end} is withheld, since it may hurt a person", "leave it out")


def _check_silence(evidence: Evidence, where: str, phrase: Phrase) -> None:
    named = (part.value for part in walk(phrase) if isinstance(part.value, Phrase))
    sectors = {part.key.removeprefix(SECTOR) for part in named if part.key.startswith(SECTOR)}
    withheld = {sector for e in evidence.extractions.values() for claim, _ in e.withheld for sector in claim.sectors}
    if sectors & withheld:
        what = f"it says that the sources are silent on {sorted(sectors & withheld)[0]}, and a withheld sentence is not"
        refuse(where, what, "say that it is withheld")
