"""Retagging: part-of-speech tags corrected where reporting verbs, capitals and quotations leave no doubt."""

from __future__ import annotations

from collections.abc import Sequence

from briefing.language.lexicon import word_set
from briefing.language.tagger import tagger
from briefing.language.verbs import Verb, verb_forms

NOUN_LIKE = frozenset({"NN", "NNS", "NNP", "NNPS", "JJ", "UH", "FW", "RB"})
UNLIKELY_NAMES = frozenset({"RB", "RBR", "VB", "VBD", "VBZ", "VBP", "VBN", "VBG", "UH", "IN", "WDT", "MD", "RP"})
ENDERS = frozenset({"out", ".", ",", ":", '"', "that"})
HELPERS = frozenset({
    "is", "are", "was", "were", "be", "been", "being", "am", "'re", "'m", "has", "have", "had", "having", "'ve", "get", "got", "'s", "not", "n't",
})  # fmt: skip


def retag(texts: Sequence[str], lows: Sequence[str], tags: list[str]) -> None:
    """Correct the tags of one unit's items in place."""
    names(texts, lows, tags)
    adverbs = word_set("syntax", "adverbs")
    forms = verb_forms()
    for i, low in enumerate(lows):
        if low in adverbs:
            tags[i] = "RB"
        verb = forms.get(low)
        if verb is not None and verb.speech:
            tags[i] = verb_tag(lows, tags, i, verb)


def names(texts: Sequence[str], lows: Sequence[str], tags: list[str]) -> None:
    """Tag as names what is capitalised inside a sentence, and an unknown first word before a verb."""
    known = tagger().known
    capitals = sum(text[0].isupper() for text in texts)
    title_case = capitals > 0.6 * len(texts)
    for i, text in enumerate(texts):
        if not text[0].isupper() or tags[i] not in UNLIKELY_NAMES or title_case:
            continue
        if (i and lows[i - 1] not in (":", '"', "—", "-", "--", "...")) or (
            i + 1 < len(tags)
            and tags[i + 1] in ("VBD", "VBZ", "VBN", "MD")
            and text not in known
            and lows[i] not in known
        ):
            tags[i] = "NNP"


def verb_tag(lows: Sequence[str], tags: Sequence[str], i: int, verb: Verb) -> str:
    """The tag of a form of a reporting verb, given its neighbours."""
    low, tag = lows[i], tags[i]
    before = tags[i - 1] if i else ""
    after = lows[i + 1] if i + 1 < len(lows) else "."
    named = before in ("PRP", "NNP", "RB", "NNPS") or (before in ("NN", "NNS") and after in ENDERS)
    if low in verb.past and low != verb.lemma:
        helped = any(word in HELPERS for word in lows[max(0, i - 3) : i])
        if tag in NOUN_LIKE and (verb.irregular or named or before in ("NNS", "QUOTE")):
            return "VBN" if helped else "VBD"
        if tag == "VBN" and not helped and before in ("PRP", "NNP", "NNPS", "QUOTE") and after != "by":
            return "VBD"
    elif low.endswith("ing"):
        if tag in NOUN_LIKE | {"VBP"} and i and lows[i - 1] in (",", "by", "and"):
            return "VBG"
    elif low.endswith("s") and tag in NOUN_LIKE and before in ("PRP", "NNP", "CC"):
        if after in ENDERS or (i and lows[i - 1] == "but"):
            return "VBZ"
    return tag
