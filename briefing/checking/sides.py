"""Allegations without the word of those they are about."""

from __future__ import annotations

import re
from collections.abc import Iterator

from briefing.checking.printed import Printed, shown
from briefing.language.languages import is_understood
from briefing.model.claim import Claim
from briefing.model.remark import Remark

NAME = re.compile(r"[^\W\d_][\w’'-]*")
SHORTEST = 3
"""Letters of a word of a name that tells one speaker from another."""
NO_NAMES = frozenset({"the", "and", "for", "this", "that", "they", "she", "his", "her", "its", "our"})
"""What may begin a sentence and names nobody."""


def one_sided_allegations(printed: Printed) -> Iterator[Remark]:
    """Printed accusations in whose sources nobody they name says a word, and nobody denies anything to the accuser."""
    speakers, unread = _speakers(printed), _unread(printed)
    for claim in printed.claims:
        if claim.attribution.force != "accused":
            continue
        accuser = claim.attribution.party
        words = _names(claim.anchor.exact)
        heard = any(party != accuser and names & words for party, names in speakers.items())
        if not heard and not _denied(printed, claim):
            who = claim.attribution.speaker or "somebody"
            what = f"{who} accuses, and no source{unread} has a word of the accused: {shown(claim.anchor.exact)}"
            yield printed.remark(
                "one-sided-allegation", claim, what, "add a source that has it, or note that none does"
            )


def _unread(printed: Printed) -> str:
    """What limits "no source": the sources in a language that is not read may have what is missed; "" without any."""
    numbers = [
        str(printed.numbers[key]) for key, source in printed.sources.items() if not is_understood(source.language)
    ]
    if not numbers:
        return ""
    which = f"source {numbers[0]} is" if len(numbers) == 1 else f"sources {', '.join(numbers)} are"
    return f" that is read ({which} not)"


def _speakers(printed: Printed) -> dict[str, set[str]]:
    """The words of the names of everyone who speaks, by party."""
    found: dict[str, set[str]] = {}
    for claim in printed.all_claims:
        at = claim.attribution
        if at.party and at.speaker:
            found.setdefault(at.party, set()).update(_names(at.speaker))
    return found


def _names(text: str) -> set[str]:
    """The words of names in a text, in lower case: those with a capital, articles and other short words left out."""
    words = {word for word in NAME.findall(text) if word[0].isupper() and len(word) >= SHORTEST}
    return {word.removesuffix("’s").removesuffix("'s").lower() for word in words} - NO_NAMES


def _denied(printed: Printed, claim: Claim) -> bool:
    """Whether somebody else denies, in the same source."""
    return any(
        other.attribution.force == "denied"
        and other.source == claim.source
        and other.attribution.party != claim.attribution.party
        for other in printed.all_claims
    )
