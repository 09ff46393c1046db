"""Retagging: part-of-speech tags corrected where reporting verbs, capitals and quotations leave no doubt."""

from __future__ import annotations

from collections.abc import Sequence

from briefing.language.lexicon import word_set
from briefing.language.tagger import tagger
from briefing.language.verbs import Verb, verb_forms

NOUN_LIKE = frozenset({"NN", "NNS", "NNP", "NNPS", "JJ", "UH", "FW", "RB"})
UNLIKELY_NAMES = frozenset(
    {"RB", "RBR", "VB", "VBD", "VBZ", "VBP", "VBN", "VBG", "UH", "IN", "WDT", "MD", "RP", "CC", "PRP$", "WP", "''"}
)
FUNCTION = frozenset(
    {"i", "and", "or", "but", "the", "his", "her", "its", "their", "our", "my", "who", "what", "that", "which"}
)
ENDERS = frozenset({"out", ".", ",", ":", '"', "that"})
NOUN_TAGS = frozenset({"NN", "NNS", "NNP", "NNPS", "PRP"})
HELPERS = frozenset({
    "is", "are", "was", "were", "be", "been", "being", "am", "'re", "'m", "has", "have", "had", "having", "'ve", "get", "got", "'s", "not", "n't",
})  # fmt: skip


def retag(texts: Sequence[str], lows: Sequence[str], tags: list[str]) -> None:
    """Correct the tags of one unit's items in place."""
    names(texts, lows, tags)
    infinitives(lows, tags)
    adverbs = word_set("syntax", "adverbs")
    forms = verb_forms()
    headless = not any(tag in ("VBD", "VBZ", "VBP", "MD") for tag in tags)
    for i, low in enumerate(lows):
        if low in adverbs:
            tags[i] = "RB"
        verb = forms.get(low)
        if verb is not None and verb.speech:
            tags[i] = verb_tag(lows, tags, i, verb, headless)
    plurals(lows, tags)
    first_verb(lows, tags)


def names(texts: Sequence[str], lows: Sequence[str], tags: list[str]) -> None:
    """Tag as names what is capitalised inside a sentence, and an unknown first word before a verb."""
    known = tagger().known
    capitals = sum(text[0].isupper() for text in texts)
    title_case = capitals > 0.6 * len(texts)
    for i, text in enumerate(texts):
        if not text[0].isupper() or tags[i] not in UNLIKELY_NAMES or title_case or lows[i] in FUNCTION:
            continue
        if (i and lows[i - 1] not in (":", '"', "—", "-", "--", "...")) or (
            i + 1 < len(tags)
            and tags[i + 1] in ("VBD", "VBZ", "VBN", "MD")
            and text not in known
            and lows[i] not in known
        ):
            tags[i] = "NNP"


def infinitives(lows: Sequence[str], tags: list[str]) -> None:
    """Tag "to" before a verb's base form as the mark of an infinitive."""
    for i, low in enumerate(lows[:-1]):
        if low == "to" and (tags[i + 1] == "VB" or (tags[i + 1] == "RB" and tags[i + 2 : i + 3] == ["VB"])):
            tags[i] = "TO"
        elif low == "since" and lows[i - 1] in ("has", "have", "had") and tags[i + 1] in ("VBN", "VBD"):
            tags[i] = "RB"


def plurals(lows: Sequence[str], tags: list[str]) -> None:
    """Tag as a plural noun what looks like a verb in -s but stands before the verb of its clause."""
    forms = verb_forms()
    for i in range(len(tags) - 1):
        if tags[i] != "VBZ" or lows[i] in HELPERS or lows[i] in forms or not lows[i].endswith("s"):
            continue
        after = i + 1 + (tags[i + 1] in ("NN", "NNS"))
        if (
            after < len(tags)
            and tags[after] in ("VBD", "VBZ", "VBP", "MD")
            and (after == i + 1 or lows[after] in forms)
        ):
            tags[i] = "NNS"


def first_verb(lows: Sequence[str], tags: list[str]) -> None:
    """Tag the participle of the first clause as its verb where that clause has no other ("The nurse later sued, …")."""
    end = next(
        (i for i, low in enumerate(lows) if low in (",", ";", ":", "who", "which") or tags[i] == "QUOTE"), len(lows)
    )
    if end < 2 or tags[0] in ("IN", "VBG", "VBN", "WRB", "RB", "TO") or lows[end - 1 : end + 1] in (["who"], ["which"]):
        return
    if end < len(lows) and lows[end] in ("who", "which"):
        return
    if any(tags[i] in ("VBD", "VBZ", "VBP", "MD") for i in range(end)):
        return
    for i in range(1, end):
        subject = tags[i - 1] in NOUN_TAGS or (tags[i - 1] == "RB" and i > 1 and tags[i - 2] in NOUN_TAGS)
        verbal = tags[i] == "VBN" or (tags[i] in ("JJ", "NN") and lows[i].endswith("ed") and i + 1 < end)
        if subject and verbal and lows[i + 1 : i + 2] != ["by"]:
            tags[i] = "VBD"
            return


def verb_tag(lows: Sequence[str], tags: Sequence[str], i: int, verb: Verb, headless: bool) -> str:
    """The tag of a form of a reporting verb, given its neighbours; ``headless``: the unit has no other finite verb."""
    low, tag = lows[i], tags[i]
    before = tags[i - 1] if i else ""
    after = lows[i + 1] if i + 1 < len(lows) else "."
    named = before in ("PRP", "NNP", "RB", "NNPS") or (before in ("NN", "NNS") and after in ENDERS)
    if low in verb.past and low != verb.lemma:
        helped = any(word in HELPERS for word in lows[max(0, i - 3) : i])
        if tag in NOUN_LIKE and (verb.irregular or named or before in ("NNS", "QUOTE")):
            return "VBN" if helped else "VBD"
        if tag == "VBN" and not helped and after != "by":
            final = after in (".", ",") and before not in ("CC", "RB", "IN", ",")
            if before in ("PRP", "NNP", "NNPS", "QUOTE") or (
                before in ("NN", "NNS") and (headless or verb.irregular or final)
            ):
                return "VBD"
    elif low.endswith("ing"):
        if tag in NOUN_LIKE | {"VBP"} and i and lows[i - 1] in (",", "by", "and"):
            return "VBG"
    elif low.endswith("s") and tag in NOUN_LIKE and before in ("PRP", "NNP", "CC"):
        if after in ENDERS or (i and lows[i - 1] == "but"):
            return "VBZ"
    elif low.endswith("s") and tag == "NNS" and before in ("NN", "NNP") and tags[i + 1 : i + 2] in (["PRP"], ["DT"]):
        return "VBZ"
    return tag
