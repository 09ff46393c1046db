"""Checking: what a careful editor would ask about before a composed briefing goes out."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from briefing.checking.decided import orphaned_decisions, unreviewed_claims
from briefing.checking.facts import mismatched_tlp, missing_metadata, missing_tlp
from briefing.checking.figures import undated_figures, unnamed_units
from briefing.checking.judgements import confidence_with_likelihood, loaded_labels, uncited_title
from briefing.checking.printed import Printed
from briefing.checking.sections import long_sections
from briefing.checking.sides import one_sided_allegations
from briefing.checking.wording import quotation_fragments, undefined_acronyms
from briefing.model.briefing import Briefing
from briefing.model.remark import Remark

CHECKS: Mapping[str, Callable[[Printed], Iterable[Remark]]] = {
    "undated-figure": undated_figures,
    "unnamed-unit": unnamed_units,
    "one-sided-allegation": one_sided_allegations,
    "uncited-title": uncited_title,
    "loaded-label": loaded_labels,
    "undefined-acronym": undefined_acronyms,
    "quotation-fragment": quotation_fragments,
    "missing-metadata": missing_metadata,
    "unreviewed-claims": unreviewed_claims,
    "orphaned-decision": orphaned_decisions,
    "long-section": long_sections,
    "missing-tlp": missing_tlp,
    "mismatched-tlp": mismatched_tlp,
    "confidence-with-likelihood": confidence_with_likelihood,
}
"""A check a line: its code, and what looks."""


def check(briefing: Briefing, tlp: str | None = None) -> tuple[Remark, ...]:
    """All that is to be asked about ``briefing``, in the order of the table, then of the page.

    ``tlp`` is the handling label it is to carry; else the one it has.
    """
    printed = Printed(briefing, tlp or briefing.handling)
    return tuple(remark for look in CHECKS.values() for remark in look(printed))
