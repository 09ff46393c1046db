"""The analyst's own sentences: labels that take a side, a confidence and a likelihood in one sentence."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from briefing.checking.printed import Printed, shown
from briefing.checking.wording import rules
from briefing.language.estimates import CONFIDENCE, LIKELIHOOD, estimates
from briefing.language.quotations import in_paragraph
from briefing.language.sentences import sentences
from briefing.model.remark import Remark


def loaded_labels(printed: Printed) -> Iterator[Remark]:
    """Labels that take a side, in sentences that are not a source's, outside quotation marks."""
    for where, text in _own(printed):
        found = _loaded().search(_unquoted(text))
        if found:
            what = f"{shown(found[0])} takes a side in our own words: {shown(text)}"
            yield Remark("loaded-label", where, what, rules()["instead"])


def confidence_with_likelihood(printed: Printed) -> Iterator[Remark]:
    """Sentences of the analyst that say how likely and how sure at once (ICD 203)."""
    for where, text in _own(printed):
        own = _unquoted(text)
        for start, end in sentences(own, 0, len(own)):
            found = estimates(own[start:end])
            if {CONFIDENCE, LIKELIHOOD} <= set(found):
                what = f"{shown(found[CONFIDENCE])} and {shown(found[LIKELIHOOD])} stand in one sentence"
                yield Remark("confidence-with-likelihood", where, what, "say them in two sentences")


def uncited_title(printed: Printed) -> Iterator[Remark]:
    """A title of the analyst's that cites no claim: the largest words of the page, and nobody's but theirs."""
    title = printed.briefing.title
    if title.voice == "analyst" and not title.citations:
        what = f"{shown(title.text)} is the analyst's and cites no claim"
        yield Remark("uncited-title", "the title", what, "cite what it stands on, [@c-…] behind its words")


def _own(printed: Printed) -> Iterator[tuple[str, str]]:
    """The texts that the analyst or the audience wrote, and where each stands."""
    briefing = printed.briefing
    request = briefing.request
    if request and request.title:
        yield "the title", request.headline or ""
    for note in request.notes if request else ():
        for block in note.blocks:
            yield note.place(block.line), "".join(part.text for part in block.parts)
    for ruling in briefing.claims.rulings:
        if ruling.state == "applied" and ruling.decision.act == "note" and ruling.decision.text:
            yield f"decision {ruling.decision.number}", ruling.decision.text
    for key, text in briefing.audience.labels.items():
        yield f"label {key} of audience {briefing.audience.name}", text


def _unquoted(text: str) -> str:
    """The text with its quotations blanked out: what stands in them is somebody's."""
    own = list(text)
    for quotation in in_paragraph(text, 0, len(text)):
        start, end = quotation.outer
        own[start:end] = " " * (end - start)
    return "".join(own)


@cache
def _loaded() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, rules()['loaded']))})\b", re.IGNORECASE)
