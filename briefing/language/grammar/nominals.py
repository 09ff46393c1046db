"""Nominals: reports by a noun ("his claim that …", "the army's threat to …")."""

from __future__ import annotations

from briefing.language.grammar.extents import content_end
from briefing.language.grammar.saying import Saying
from briefing.language.grammar.tagsets import FINITE, NOUNS
from briefing.language.grammar.units import Items, Unit
from briefing.language.lexicon import lexicon
from briefing.language.verbs import verb_forms


def by_noun(unit: Unit, k: int) -> Saying | None:
    """What the noun at item ``k`` reports, if somebody's claim, threat or call is named with what it says."""
    entry = lexicon("nouns").get(unit.low[k])
    if entry is None or k + 2 >= len(unit) or unit.tag[k] not in NOUNS:
        return None
    after = unit.low[k + 1]
    if after not in entry["opens"] or (after == "to" and unit.tag[k + 1] != "TO"):
        return None
    speaker = owner(unit, k)
    if speaker is None:
        return None
    end = content_end(unit, k, k + 1, len(unit), "infinitive" if after == "to" else "clause")
    verbs = [m for m in range(k + 1, end) if unit.tag[m] in FINITE]
    if after != "that" and verbs:
        end = verbs[0]
    elif len(verbs) > 1 and speaker[0] == 0:  # the noun is the subject, and the last verb its own
        end = verbs[-1]
    return Saying(speaker, (k, k + 1), ((k + 1, end),), verb_forms()[entry["verb"]], "noun") if end > k + 2 else None


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
