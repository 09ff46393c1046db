"""Lone verbs: the reporting verb of a stretch between commas that has a noun and no other verb."""

from __future__ import annotations

from collections.abc import Sequence

from briefing.language.grammar.tagsets import COMMON, HELPERS, NOUN_TAGS
from briefing.language.verbs import verb_forms

PARTERS = frozenset({
    ",", ";", ":", "—", "–", "--", "but", "while", "as", "that", "when", "because", "who", "which", "although",
    "though",
})  # fmt: skip


def lone_verbs(lows: Sequence[str], tags: list[str]) -> None:
    """Tag as finite the reporting verb of a stretch between commas and conjunctions that has a noun and no verb."""
    start = 0
    open_subject = waiting = False
    for end in range(len(lows) + 1):
        if end < len(lows) and lows[end] not in PARTERS and tags[end] != "QUOTE":
            continue
        finite = any(tags[i] in ("VBD", "VBZ", "VBP", "MD") for i in range(start, end))
        if not finite:
            found = lone_verb(lows, tags, start, end, open_subject) or headline_verb(lows, tags, start, end)
            if found is not None:
                verb = verb_forms()[lows[found]]
                tags[found] = "VBD" if lows[found] in verb.past else "VBZ"
                finite = True
        nouns_here = any(tags[i] in NOUN_TAGS for i in range(start, end)) and tags[start] not in ("IN", "TO")
        comma, relative = lows[end : end + 1] == [","], lows[end : end + 1] in (["who"], ["which"])
        described = waiting and comma  # the clause that describes the subject ends here
        waiting = (waiting and not comma) or (relative and open_subject and start == end)
        open_subject = described or (comma and not finite and (open_subject or nouns_here))
        start = end + 1


def headline_verb(lows: Sequence[str], tags: Sequence[str], start: int, end: int) -> int | None:
    """The reporting verb in -s of a sentence without any verb ("Minister urges calm"), if it has one."""
    if start or any(tag.startswith("V") or tag == "MD" for tag in tags):
        return None
    forms = verb_forms()
    for i in range(1, min(end - 1, 6)):
        verb = forms.get(lows[i])
        if (
            verb
            and verb.speech
            and tags[i] == "NNS"
            and tags[i - 1] in NOUN_TAGS
            and tags[i + 1] in ("NN", "NNS", "JJ", "NNP")
        ):
            return i
    return None


def lone_verb(lows: Sequence[str], tags: Sequence[str], start: int, end: int, open_subject: bool) -> int | None:
    """The item between ``start`` and ``end`` that can only be the stretch's verb, if there is one."""
    forms = verb_forms()
    for i in range(start, end):
        verb = forms.get(lows[i])
        if not (verb and verb.speech) or lows[i] == verb.lemma or lows[i].endswith("ing"):
            continue
        if any(word in HELPERS for word in lows[max(0, i - 3) : i]) or lows[i + 1 : i + 2] == ["by"]:
            continue
        headed = (
            i > start and (tags[i - 1] in NOUN_TAGS or tags[i - 1] == "RB") and tags[start] not in ("IN", "TO", "VBG")
        )
        after = tags[i + 1] if i + 1 < len(tags) else "."
        follows = i == start and open_subject and not verb_later(lows, tags, end)
        if not (headed or follows):
            continue
        if tags[i] == "VBN" or (
            tags[i] in COMMON and after in ("DT", "PRP", "NNP", "PRP$", "QUOTE", "TO", "WRB", "WP")
        ):
            return i
    return None


def verb_later(lows: Sequence[str], tags: Sequence[str], start: int) -> bool:
    """Whether another verb that can head the clause comes after item ``start``."""
    forms = verb_forms()
    for i in range(start, len(lows)):
        if lows[i] == ";" or tags[i] == "QUOTE":
            return False
        verb = forms.get(lows[i])
        if tags[i] in ("VBD", "VBZ", "VBP", "MD") or (verb and lows[i] in verb.past and tags[i] == "VBN"):
            return True
    return False
