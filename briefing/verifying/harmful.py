"""What may hurt a person: no word of a withheld passage is printed or cited."""

from __future__ import annotations

from briefing.model.briefing import Citation, Words
from briefing.verifying.evidence import Evidence
from briefing.verifying.refusal import refuse
from briefing.verifying.tree import Node


def check_harmless(evidence: Evidence, node: Node) -> None:
    """Refuse words and citations of a withheld passage, without repeating them; anything else passes."""
    if not isinstance(node.value, Words | Citation):
        return
    anchor = node.value.anchor
    found = evidence.extractions.get(anchor.source)
    for low, high in found.harmful if found else ():
        if low < anchor.end and anchor.start < high:
            refuse(node.name, f"{anchor.start} to {anchor.end} is withheld, since it may hurt a person", "leave it out")
