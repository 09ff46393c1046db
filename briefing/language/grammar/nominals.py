"""Nominals: reports by a noun ("his claim that …", "the army's threat to …")."""

from __future__ import annotations

from briefing.language.grammar.extents import content_end
from briefing.language.grammar.noun_phrases import phrase_end, phrase_start
from briefing.language.grammar.saying import Saying
from briefing.language.grammar.tagsets import BE, FINITE, NOUNS
from briefing.language.grammar.units import Items, Unit
from briefing.language.lexicon import lexicon
from briefing.language.verbs import verb_forms


def by_noun(unit: Unit, k: int) -> Saying | None:
    """What the noun at item ``k`` reports, if somebody's claim, threat or call is named with what it says."""
    entry = lexicon("nouns").get(unit.low[k])
    if entry is None or k + 2 >= len(unit) or unit.tag[k] not in NOUNS:
        return None
    speaker, start = owner(unit, k), k + 1
    if speaker is None or unit.low[start] in BE:
        speaker, start = whose(unit, k, speaker)
    if speaker is None or start + 1 >= len(unit):
        return None
    after = unit.low[start]
    if after not in entry["opens"] or (after == "to" and unit.tag[start] != "TO"):
        return None
    end = content_end(unit, k, start, len(unit), "infinitive" if after == "to" else "clause")
    verbs = [m for m in range(start, end) if unit.tag[m] in FINITE]
    if after != "that" and verbs:
        end = verbs[0]
    elif len(verbs) > 1 and is_subject(unit, k, speaker, start):  # the noun is the subject, and the last verb its own
        end = next((m for m in reversed(verbs) if unit.low[m - 1] not in ("and", "or", "but")), verbs[-1])
    return (
        Saying(speaker, (k, k + 1), ((start, end),), verb_forms()[entry["verb"]], "noun") if end > start + 1 else None
    )


def is_subject(unit: Unit, k: int, speaker: Items, start: int) -> bool:
    """Whether the noun at item ``k`` with its owner begins the sentence, and is no "X's view is that …"."""
    return unit.low[start - 1] not in BE and (speaker[0] == 0 or phrase_start(unit, k, 0) == 0)


def whose(unit: Unit, k: int, speaker: Items | None) -> tuple[Items | None, int]:
    """Whose the noun at item ``k`` is behind it, and where what it says opens.

    "A warning by X that …", "the view of X is that …", and "X's view is that …" for the ``speaker`` known already.
    """
    start = k + 1
    linked = unit.low[start]
    if speaker is None and linked in ("of", "by", "from"):
        start = phrase_end(unit, k + 2)
        speaker = (k + 2, start) if start > k + 2 else None
    if speaker is None or start >= len(unit):
        return None, k + 1
    if unit.low[start] in BE:
        return speaker, start + 1
    return (speaker, start) if linked in ("by", "from") and unit.low[start] == "that" else (None, k + 1)


def owner(unit: Unit, k: int) -> Items | None:
    """Whose claim it is: "his", "the army's"."""
    m = k - 1
    while m >= 0 and unit.tag[m] in ("JJ", "NN", "VBN", "VBG", "JJR", "JJS", "NNP", "CD"):
        m -= 1
    if m < 0:
        return None
    if unit.tag[m] == "PRP$":
        return m, m + 1
    if unit.tag[m] == "POS" or unit.low[m] in ("'s", "'"):
        return name_start(unit, m - 1), m + 1
    return None


def name_start(unit: Unit, last: int) -> int:
    """Where the name or noun that ends with item ``last`` starts, prepositions left out."""
    k = last
    while k > 0 and unit.tag[k - 1] in NOUNS | {"JJ", "DT", "POS"} and unit.tag[k] != "DT":
        k -= 1
    return k
