"""Who a figure comes from: the speaker of its claim, or a citation in brackets. Never the publisher."""

from __future__ import annotations

import re
from dataclasses import replace

from briefing.model.claim import Claim, Figure
from briefing.model.source import Span

_BRACKET = re.compile(
    r"[^()]{0,160}?\((?:[Ss]ources?: ?)?([A-Z][A-Za-z&./ -]{1,40}?)(?:,? [^()]{0,20}\d{1,4})?\)(?=[.,;]|$)"
)


def said_by(text: str, claim: Claim, figure: Figure) -> Figure:
    """``figure`` with its speaker, where the text gives one."""
    at = claim.attribution
    inside = any(a <= figure.start and figure.end <= b for a, b in claim.content)
    if inside and at.kind != "publisher" and at.speaker_span:
        name = at.speaker or text[slice(*at.speaker_span)]
        return replace(figure, said_by=name, said_by_span=at.speaker_span)
    cited = _cited(text, figure.end, claim.anchor.end)
    if cited:
        return replace(figure, said_by=text[slice(*cited)], said_by_span=cited)
    return figure


def _cited(text: str, start: int, end: int) -> Span | None:
    """The name in a bracketed citation behind a figure ("(UNHCR, 12 April)"), if there is one."""
    match = _BRACKET.match(text, start, end)
    if match is None or _is_short_form(text[start : match.start(1)], match.group(1)):
        return None
    return match.span(1)


def _is_short_form(before: str, name: str) -> bool:
    """Whether the bracket only shortens the words before it ("World Food Programme (WFP)")."""
    if not name.isupper():
        return True
    words = re.findall(r"[^\W\d_]+", before)[-2 * len(name) :]
    initials = "".join(word[0] for word in words).upper()
    return name[0] in initials and len(words) > 1 and initials.endswith(name[-1])
