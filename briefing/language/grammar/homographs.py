"""Homographs: forms that are a noun in one place and a reporting verb in another ("claims", "regret", "alleges")."""

from __future__ import annotations

from collections.abc import Sequence

from briefing.language.grammar.tagsets import NOUNS
from briefing.language.lexicon import lexicon
from briefing.language.verbs import verb_forms

DESCRIBING = NOUNS | {"JJ", "CD", "POS", "VBN"}
FULL_VERBS = frozenset({"VBD", "VBZ", "VBP", "VB", "VBG"})


def homographs(lows: Sequence[str], tags: list[str]) -> None:
    """Correct in place the tags of forms whose neighbours tell a noun from a verb."""
    forms, nouns = verb_forms(), lexicon("nouns")
    for i in range(len(tags)):
        low, tag = lows[i], tags[i]
        if tag == "LS" and low[0].isdigit():
            tags[i] = "CD"
        elif low in nouns and tag in ("VBZ", "VBP") and lows[i + 1 : i + 2] == ["that"] and is_disputed(lows, tags, i):
            tags[i] = "NNS" if low.endswith("s") else "NN"
        elif tag in ("VBD", "VBN") and i and tags[i - 1] == "CD" and tags[i + 1 : i + 2] == ["NNS"] and low in forms:
            tags[i] = "JJ"  # "19 suspected cases"
        elif tag in ("VBD", "VBN") and lows[i + 1 : i + 2] == ["to"] and is_addressed(lows, tags, i):
            tags[i] = "VBN"
        elif tag in ("VBP", "VB") and low in forms and is_feeling(lows, tags, i):
            tags[i] = "NN"
        elif tag in ("NN", "NNS") and low in forms and closes_report(lows, tags, i):
            tags[i] = "VBZ" if tag == "NNS" else "VBP"
        elif tag == "NN" and i > 1 and lows[i - 1] == "to" and tags[i + 1 : i + 2] in (["DT"], ["NNP"], ["PRP$"]):
            verb = forms.get(lows[i - 2])
            if verb and verb.infinitive and tags[i - 2] in FULL_VERBS:
                tags[i - 1], tags[i] = "TO", "VB"  # "claims to control the port"


def is_addressed(lows: Sequence[str], tags: Sequence[str], i: int) -> bool:
    """Whether the form before "to" says what somebody was told to do, by nobody named ("thousands told to leave")."""
    verb = verb_forms().get(lows[i])
    told = verb is not None and verb.lemma in ("tell", "remind", "instruct", "urge")
    return told and tags[i + 2 : i + 3] in (["VB"], ["NN"]) and tags[i - 1] not in ("MD", "TO")


def is_disputed(lows: Sequence[str], tags: Sequence[str], i: int) -> bool:
    """Whether the claim named at item ``i`` is what a verb before it rejects ("rejected opposition claims that …")."""
    k = i - 1
    while k > 0 and tags[k] in DESCRIBING:
        k -= 1
    verb = verb_forms().get(lows[k]) if k >= 0 and tags[k] in FULL_VERBS else None
    return verb is not None and verb.object and (not verb.clause or verb.force in ("denied", "accused"))


def is_feeling(lows: Sequence[str], tags: Sequence[str], i: int) -> bool:
    """Whether the word ends a phrase such as "with deep regret": a noun after a preposition and its adjective."""
    return i > 1 and lows[i - 2] in ("with", "in", "without") and tags[i - 1] in ("JJ", "NN") and tags[i - 2] == "IN"


def closes_report(lows: Sequence[str], tags: Sequence[str], i: int) -> bool:
    """Whether a present form ends a sentence behind a comma and who says so ("…, the union alleges.")."""
    verb = verb_forms()[lows[i]]
    if tags[i] == "NN" and (tags[i - 1] != "NNS" or lows[i] != verb.lemma):
        return False
    if not (verb.speech and verb.clause) or any(low not in (".", '"') for low in lows[i + 1 :]):
        return False
    comma = next((k for k in range(i - 1, -1, -1) if lows[k] == ","), 0)
    who = range(comma + 1, i)
    if comma < 2 or not who or not all(tags[k] in DESCRIBING | {"DT", "PRP$"} for k in who):
        return False
    return tags[comma + 1] in ("DT", "PRP$", "NNP") and tags[i - 1] in NOUNS
