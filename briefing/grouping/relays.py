"""Who a source names as its own source: "citing the interior ministry", "quoting the army", "based on UNICEF data".

Whoever hands on what another counted is no second origin of it.
"""

from __future__ import annotations

import re
from functools import cache

from briefing.grouping.rules import rules
from briefing.model.claim import Claim
from briefing.model.source import Span

REACH = 80
"""Code points behind the cue in which the name ends."""
END = re.compile(
    r"[,;:.()“”\"–—]|\s(?:said|says|say|told|reported|reports|that|which|who|and|but|put|had|has|have|in|on|as)\b"
)


def relayed(claim: Claim, text: str) -> str | None:
    """The name of whom the claim's sentence says that it comes from; None where it names nobody but the speaker.

    ``text`` is that of the claim's source. The words after the claim's own cue name its speaker, and nobody else.
    """
    start, end = claim.anchor.span
    for found in _cues().finditer(text, start, end):
        if _is_own(claim, found.span()):
            continue
        rest = text[found.end() : min(end, found.end() + REACH)]
        stop = END.search(rest)
        if name := named(rest[: stop.start()] if stop else rest):
            return name
    return None


def named(words: str) -> str:
    """A name without articles before it and what of theirs is meant behind it ("the ministry's data"); may be empty."""
    known, kept = rules("origins")["relays"], words.split()
    while kept and kept[0].lower() in known["fillers"]:
        kept = kept[1:]
    while kept and kept[-1].lower() in known["things"]:
        kept = kept[:-1]
    return re.sub(r"['’]s?$", "", " ".join(kept))


def _is_own(claim: Claim, cue: Span) -> bool:
    """Whether a cue leads to the claim's own speaker, or stands in somebody's quoted words."""
    at = claim.attribution
    own = [span for span in (at.cue_span, at.speaker_span) if span]
    touches = any(span[0] <= cue[1] + len("the ") and cue[0] <= span[1] for span in own if span[0] >= cue[0])
    return touches or any(low <= cue[0] < high for low, high in claim.quotes)


@cache
def _cues() -> re.Pattern[str]:
    cues = sorted(rules("origins")["relays"]["cues"], key=len, reverse=True)
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, cues))})\s+", re.IGNORECASE)
