"""Sayings: who says what in one unit, by verbs, "according to" and colons."""

from __future__ import annotations

from typing import NamedTuple

from briefing.language.clauses import (
    AUXILIARIES,
    VERBS,
    Items,
    apposition_end,
    clause_subject,
    group_start,
    inverted,
    is_finite,
    is_passive,
    phrase_end,
)
from briefing.language.cues import Complement, complement, content_end
from briefing.language.units import QUOTE, Unit
from briefing.language.verbs import Verb, verb_forms


class Saying(NamedTuple):
    """A report in a unit, by runs of items: speaker, cue and the pieces of what is said."""

    speaker: Items | None
    cue: Items
    content: tuple[Items, ...]
    verb: Verb | None
    frame: str


ANY = False


def sayings(unit: Unit) -> list[Saying]:
    """The reports of a unit, in the order of their cues."""
    out: list[Saying] = []
    forms = verb_forms()
    for k, tag in enumerate(unit.tag):
        if tag in VERBS:
            verb = forms.get(unit.low[k])
            if verb is None and ANY:
                verb = Verb(
                    unit.low[k],
                    True,
                    True,
                    True,
                    True,
                    True,
                    frozenset({"for", "on", "to", "about", "of", "out", "against", "at"}),
                    "said",
                )
            if verb is None or (unit.low[k] in AUXILIARIES and unit.tag[k + 1 : k + 2] and unit.tag[k + 1] in VERBS):
                continue
            found = by_verb(unit, k, verb)
            if found:
                out.append(found)
        elif unit.low[k] == "according" and k + 1 < len(unit) and unit.low[k + 1] == "to":
            found = according(unit, k)
            if found:
                out.append(found)
    return out


def by_verb(unit: Unit, k: int, verb: Verb) -> Saying | None:
    """What the verb at item ``k`` reports, if it does."""
    if is_passive(unit, k):
        return None
    finite = is_finite(unit, k)
    if unit.tag[k] == "VBN" and not finite:
        return None
    right = complement(unit, k, verb)
    cue = (k, k + 1)
    if right.kind == "quote":
        start = right.start if unit.tag[right.start] == QUOTE else right.start + 1
        speaker = clause_subject(unit, k)
        content = [(start, start + 1)]
        before = quote_before(unit, speaker[0] if speaker else group_start(unit, k))
        if before is not None:
            content.insert(0, (before, before + 1))
        return Saying(speaker, cue, tuple(content), verb, "quote")
    if right.kind == "":
        return by_left(unit, k, verb, right)
    if not wanted(right.kind, verb):
        return by_inversion(unit, k, verb)
    if right.kind in ("object", "clause") and verb.speech:
        turned = by_inversion(unit, k, verb)
        if turned:
            return turned
    speaker = clause_subject(unit, k)
    start = right.start + (right.kind == "colon")
    end = content_end(unit, start, limit_of(unit, k, speaker))
    if end <= start:
        return None
    return Saying(speaker, cue, ((start, end),), verb, right.kind)


def limit_of(unit: Unit, k: int, speaker: Items | None) -> int:
    """The first item that cannot be part of what the verb at ``k`` reports: a relative clause ends at its comma."""
    end = len(unit)
    if speaker and unit.low[speaker[0]] in ("who", "which") and speaker[0] > 0 and unit.low[speaker[0] - 1] == ",":
        return next((m for m in range(k + 1, end) if unit.low[m] == ","), end)
    return end


def wanted(kind: str, verb: Verb) -> bool:
    """Whether a verb reports with this kind of complement."""
    if kind in ("that", "clause", "question"):
        return verb.clause
    if kind == "colon":
        return verb.speech
    if kind == "infinitive":
        return verb.infinitive
    if kind in ("object", "gerund"):
        return verb.object
    return kind in verb.prepositions


def quote_before(unit: Unit, start: int) -> int | None:
    """The quotation right before item ``start``, a comma between them allowed."""
    k = start - 1
    if k >= 0 and unit.low[k] in (",", "—", "–", "--"):
        k -= 1
    return k if k >= 0 and unit.tag[k] == QUOTE else None


def by_left(unit: Unit, k: int, verb: Verb, right: Complement) -> Saying | None:
    """A verb with nothing to its right: "…, he said." and "…, he said, …"."""
    speaker = clause_subject(unit, k)
    if not is_finite(unit, k):
        return None
    if speaker is None:
        return by_inversion(unit, k, verb)
    return fenced(unit, k, verb, speaker, speaker[0], right.start, "final")


def by_inversion(unit: Unit, k: int, verb: Verb) -> Saying | None:
    """ "…, said X." and "…, said X, …"."""
    if not is_finite(unit, k) or k == 0:
        return None
    if unit.tag[k - 1] != QUOTE and unit.low[k - 1] not in (",", "—", "–", "--"):
        return None
    speaker = inverted(unit, k)
    if speaker is None:
        return None
    return fenced(unit, k, verb, speaker, k, speaker[1], "inverted")


def fenced(unit: Unit, k: int, verb: Verb, speaker: Items, start: int, end: int, frame: str) -> Saying | None:
    """A reporting clause between commas or quotations: what stands before it, and after it, is what is said."""
    cue = (k, k + 1)
    before = quote_before(unit, start)
    after = next_quote(unit, end)
    if before is not None:
        content = [(before, before + 1)]
        if after is not None:
            content.append((after, after + 1))
        return Saying(speaker, cue, tuple(content), verb, frame)
    if (
        not ((verb.clause and verb.speech) or verb.lemma in ("believe", "think", "hope"))
        or start < 2
        or unit.low[start - 1] not in (",", "—", "–", "--")
    ):
        return None
    first = 1 if unit.low[0] in ("but", "and", "so", "yet", "still") else 0
    content = [(first, start - 1)]
    if not any(
        unit.tag[m] in ("VBD", "VBZ", "VBP", "MD", "VBN") or unit.low[m] in AUXILIARIES for m in range(first, start)
    ):
        if end < len(unit) and unit.low[end] == ",":
            last = content_end(unit, end + 1, len(unit))
            if last > end + 1:
                return Saying(speaker, cue, ((first, start - 1), (end + 1, last)), verb, frame)
        return None
    if end < len(unit) and unit.low[end] == "," and frame == "final":
        last = content_end(unit, end + 1, len(unit))
        if last > end + 1:
            content.append((end + 1, last))
    return Saying(speaker, cue, tuple(content), verb, frame)


def next_quote(unit: Unit, k: int) -> int | None:
    """A quotation that goes on after a reporting clause that ends before item ``k``."""
    while k < len(unit) and unit.tag[k] != QUOTE:
        k += 1
    if k < len(unit) and unit.low[k - 1] in (",", ":", "."):
        return k
    return None


def according(unit: Unit, k: int) -> Saying | None:
    """ "According to X, …" and "…, according to X"."""
    begin = k + 2
    end = phrase_end(unit, begin)
    if end == begin:
        return None
    while end < len(unit) and unit.low[end] == "," and end + 1 < len(unit):
        further = apposition_end(unit, end + 1)
        if further == end + 1 or k == 0:
            break
        end = further
    cue = (k, k + 2)
    if k == 0:
        start = end
        while start < len(unit) and unit.low[start] != ",":
            start += 1
        last = content_end(unit, start + 1, len(unit))
        if last <= start + 1:
            return None
        return Saying((begin, end), cue, ((start + 1, last),), None, "according")
    before = k
    while before > 0 and unit.low[before - 1] in (",", "("):
        before -= 1
    first = 1 if unit.low[0] in ("but", "and") else 0
    if before <= first:
        return None
    return Saying((begin, end), cue, ((first, before),), None, "according")
