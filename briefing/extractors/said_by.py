"""Who a figure comes from: the speaker of its claim, else whom its sentence or a bracket names. Never the publisher."""

from __future__ import annotations

import re
from dataclasses import replace

from briefing.language.lexicon import lexicon
from briefing.model.claim import Claim, Figure
from briefing.model.source import Span

_BRACKET = re.compile(
    r"[^()]{0,160}?\((?:[Ss]ources?: ?)?([A-Z][A-Za-z&./ -]{1,40}?)"
    r"(?:,? (?:[^()]{0,20}\d{1,4}|\d{1,2} [A-Z][a-z]+))?\)(?=[.,;]|$)"
)
_SHORT_FORM = re.compile(r" \([A-Z][\w.-]{1,11}\)")
LONGEST_SHORT_FORM = 15
"""Characters of the longest bracketed short form of a name, with its space and brackets."""
_NAMED = re.compile(r"[^\W\d_]{2}")
_ARTICLE = re.compile(r"(?:the|an?) ", re.IGNORECASE)
_NAME_LAST = re.compile(r"[^\n]{0,80} [A-Z][\w’'-]+")
_GIVING = frozenset(lexicon("tellers")["verbs"]["giving"])
_PRONOUNS = frozenset([*lexicon("tellers")["names"]["pronouns"], "a", "an", "the"])


def said_by(text: str, claim: Claim, figure: Figure) -> Figure:
    """``figure`` with whom it comes from, where the text says so.

    That is the speaker of ``claim`` if its content holds the figure, else whom the figure's own sentence named (as
    ``figure`` brings it), else a citation in brackets behind it.
    """
    speaker = _speaker(text, claim, figure)
    if speaker and not _is_part(speaker[1], figure.said_by_span):
        return replace(figure, said_by=speaker[0], said_by_span=speaker[1])
    if figure.said_by_span:
        return figure
    cited = _cited(text, figure.end, claim.anchor.end)
    return replace(figure, said_by=text[slice(*cited)], said_by_span=cited) if cited else figure


def _speaker(text: str, claim: Claim, figure: Figure) -> tuple[str, Span] | None:
    """The speaker's name with the short form behind it, and where the text has it."""
    at = claim.attribution
    if at.kind == "publisher" or at.speaker_span is None or at.force == "denied":
        return None  # whoever denies a number has not given it
    if not any(a <= figure.start and figure.end <= b for a, b in claim.content):
        return None
    if at.cue and at.cue.split()[-1].lower() in _GIVING:
        return None
    start, end = at.speaker_span
    name = at.speaker or text[start:end]
    if name.lower() in _PRONOUNS or not _NAMED.search(name):
        return None
    short = _SHORT_FORM.match(text, end) or _SHORT_FORM.search(text, max(start, end - LONGEST_SHORT_FORM), end)
    if short and text[start : short.start()].endswith(name):
        return name + short.group(), (start, short.end())
    article = _ARTICLE.match(text, start)
    first = article.end() if article else start
    if text.startswith(name, first) and _NAME_LAST.fullmatch(text, first + len(name), end):
        return text[start:end], (start, end)  # "Katmandu resident Sundar Sah", not "Katmandu"
    if text[start:end].endswith(("'s " + name, "’s " + name)):
        return text[first:end], (start, end)  # "Marl Radio's Ana Ruiz"
    return name, (start, end)


def _is_part(span: Span, of: Span | None) -> bool:
    """Whether a name is only part of a longer one that the sentence gives ("reliable" of "reliable sources")."""
    return of is not None and of[0] <= span[0] and span[1] <= of[1] and of[1] - of[0] > span[1] - span[0]


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
