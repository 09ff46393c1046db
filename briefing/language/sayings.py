"""Sayings: who says what in one unit, by verbs, "according to" and colons."""

from __future__ import annotations

from typing import NamedTuple

from briefing.language.clauses import (
    AUXILIARIES,
    FINITE,
    NOUNS,
    VERBS,
    Items,
    apposed_subject,
    clause_subject,
    group_start,
    inverted,
    is_auxiliary,
    is_finite,
    is_passive,
    phrase_end,
    restricted,
    with_appositions,
)
from briefing.language.cues import Complement, clause_starts, complement, content_end, finite_before_fence, main_verb
from briefing.language.lexicon import word_set
from briefing.language.units import QUOTE, Unit
from briefing.language.verbs import Verb, verb_forms


class Saying(NamedTuple):
    """A report in a unit, by runs of items: speaker, cue and the pieces of what is said."""

    speaker: Items | None
    cue: Items
    content: tuple[Items, ...]
    verb: Verb | None
    frame: str


def sayings(unit: Unit) -> list[Saying]:
    """The reports of a unit, in the order of their cues."""
    out: list[Saying] = []
    forms = verb_forms()
    for k, tag in enumerate(unit.tag):
        found = None
        if unit.low[k] == "according" and k + 1 < len(unit) and unit.low[k + 1] == "to":
            found = according(unit, k)
        elif unit.low[k] in ("reportedly", "allegedly", "purportedly", "supposedly"):
            found = by_adverb(unit, k)
        elif tag in VERBS and not is_auxiliary(unit, k):
            verb = forms.get(unit.low[k])
            found = by_verb(unit, k, verb) if verb else None
        if found:
            out.append(found)
    labelled = by_colon(unit)
    if labelled and all(one.cue[0] > labelled.cue[0] for one in out):
        out.insert(0, labelled)
    return out


def by_verb(unit: Unit, k: int, verb: Verb) -> Saying | None:
    """What the verb at item ``k`` reports, if it does."""
    if is_passive(unit, k):
        return by_passive(unit, k, verb)
    finite = is_finite(unit, k)
    if unit.tag[k] == "VBN" and not finite:
        return by_participle(unit, k, verb)
    right = complement(unit, k, verb)
    cue = (k, k + 1)
    if right.kind == "quote":
        start = right.start if unit.tag[right.start] == QUOTE else right.start + 1
        speaker = clause_subject(unit, k)
        content = [(start, start + 1)]
        before = quote_before(unit, speaker[0] if speaker else group_start(unit, k))
        if before is not None and unit.tag[k] != "VBG":
            content.insert(0, (before, before + 1))
        return Saying(speaker, cue, tuple(content), verb, "quote")
    if right.kind == "":
        return by_left(unit, k, verb, right)
    speaker = clause_subject(unit, k)
    if speaker == (1, k) and unit.low[0] == "as" and right.kind == "object" and verb.addressee:
        told = by_aside(unit, k, verb, speaker, phrase_end(unit, right.start))
        if told:
            return told
    left = by_position(unit, k, verb, right, speaker)
    if left:
        return left
    if not wanted(right.kind, verb):
        return by_inversion(unit, k, verb)
    if speaker and verb.lemma == "call" and speaker[0] and unit.low[speaker[0] - 1] == "what":
        return None
    if not can_speak(unit, speaker, verb) or (verb.of_things and deontic(unit, k)):
        return None
    start = right.start + (right.kind == "colon")
    end = content_end(unit, k, start, limit_of(unit, k, speaker), right.kind)
    if end <= start:
        return None
    return Saying(speaker, cue, ((start, end),), verb, right.kind)


def by_position(unit: Unit, k: int, verb: Verb, right: Complement, speaker: Items | None) -> Saying | None:
    """A verb whose right side looks like what is said, where what stands before it says otherwise."""
    if not verb.speech or k == 0 or not is_finite(unit, k):
        return None
    if right.kind in ("object", "clause") and verb.inverting:
        apposed = apposed_subject(unit, k - 1) if unit.low[k - 1] == "," else None
        opens = apposed and (apposed[0] == 0 or unit.low[apposed[0] - 1] in (":", ";", "but", "that"))
        turned = None if opens else by_inversion(unit, k, verb)
        if turned:
            return turned
    if (
        speaker
        and right.kind not in ("clause", "that", "question", "colon", "infinitive")
        and quote_before(unit, speaker[0]) is not None
    ):
        return fenced(unit, k, verb, speaker, speaker[0], right.start, "final")
    adjunct = right.start < len(unit) and unit.tag[right.start] == "IN" and right.kind != "that"
    if speaker and adjunct and speaker[0] > 1 and unit.low[speaker[0] - 1] == ",":
        return fenced(unit, k, verb, speaker, speaker[0], len(unit), "final")
    return None


def by_passive(unit: Unit, k: int, verb: Verb) -> Saying | None:
    """ "X was asked whether …", "X is expected to …", "X was rejected by Y": the speaker is whom "by" names, or nobody."""
    right = complement(unit, k, verb)
    speaker, after = agent(unit, k + 1)
    if speaker:
        right = complement(unit, after - 1, verb)
    cue = (k, k + 1)
    if right.kind in ("that", "question", "clause", "quote", "colon") and (verb.addressee or speaker):
        start = right.start + (unit.low[right.start] in (",", ":"))
        end = content_end(unit, k, start, len(unit)) if right.kind != "quote" else start + 1
        return Saying(speaker, cue, ((start, end),), verb, "passive-" + right.kind) if end > start else None
    whom = clause_subject(unit, k)
    if right.kind == "infinitive" and verb.lemma in word_set("verbs", "hearsay") and whom:
        end = content_end(unit, k, right.start, len(unit), "infinitive")
        return Saying(speaker, cue, (whom, (right.start, end)), verb, "hearsay")
    if speaker and whom and verb.object:
        return Saying(speaker, cue, (whom,), verb, "passive")
    return None


def by_participle(unit: Unit, k: int, verb: Verb) -> Saying | None:
    """ "Asked whether …, Y said …": nobody asks, or whom "by" names."""
    if not verb.addressee or (k and unit.low[k - 1] not in (",", "when", "whenever", "if", "and", "—", "(")):
        return None
    speaker, after = agent(unit, k + 1)
    right = complement(unit, after - 1, verb)
    if right.kind not in ("question", "clause") and right.kind not in verb.prepositions:
        return None
    end = content_end(unit, k, right.start, next((m for m in range(after, len(unit)) if unit.low[m] == ","), len(unit)))
    return Saying(speaker, (k, k + 1), ((right.start, end),), verb, "asked") if end > right.start else None


def agent(unit: Unit, k: int) -> tuple[Items | None, int]:
    """Whom "by" names at item ``k`` or after an adverb there, and the item after it."""
    m = k
    while m < len(unit) and unit.tag[m] == "RB":
        m += 1
    if m + 1 >= len(unit) or unit.low[m] != "by":
        return None, k
    end = phrase_end(unit, m + 1)
    return ((m + 1, end), end) if end > m + 1 and unit.tag[m + 1] != "VBG" else (None, k)


def by_adverb(unit: Unit, k: int) -> Saying | None:
    """ "The road was reportedly closed": nobody is named as the source."""
    verb = next((m for m in range(k + 1, min(k + 4, len(unit))) if unit.tag[m] in VERBS), None)
    if verb is None:
        verb = next((m for m in range(k - 1, max(k - 3, -1), -1) if unit.tag[m] in VERBS), None)
    if verb is None:
        return None
    whom = clause_subject(unit, verb)
    if whom is None or whom[1] > k:
        return None
    end = content_end(unit, verb, k + 1, len(unit))
    pieces = ((whom[0], k), (k + 1, end)) if end > k + 1 else ((whom[0], k),)
    return Saying(None, (k, k + 1), pieces, None, "adverb")


def by_colon(unit: Unit) -> Saying | None:
    """ "X: …" in a headline or at the head of a turn of speech."""
    colon = next((m for m in range(min(8, len(unit))) if unit.low[m] == ":"), None)
    if not colon or colon + 2 >= len(unit) or unit.tag[colon + 1] == QUOTE:
        return None
    label = " ".join(unit.low[:colon])
    if label in word_set("speakers", "labels") or phrase_end(unit, 0) != colon:
        return None
    if not all(unit.text[m][0].isupper() or unit.tag[m] in ("DT", "IN", "CC", "POS", "TO") for m in range(colon)):
        return None
    end = content_end(unit, colon, colon + 1, len(unit))
    title = unit.kind in ("headline", "standfirst", "heading")
    if not title and (
        colon > 3 or unit.tag[colon - 1] not in ("NNP", "NNPS") or not finite_before_fence(unit, colon + 1)
    ):
        return None
    if end < colon + 4 or not any(unit.tag[m] in VERBS for m in range(colon + 1, end)):
        return None
    return Saying((0, colon), (colon, colon + 1), ((colon + 1, end),), None, "label") if end > colon + 1 else None


def can_speak(unit: Unit, speaker: Items | None, verb: Verb) -> bool:
    """Whether a subject can be the source of a verb that things do too: a person, a body or a document, no "violence"."""
    if speaker is None or not verb.of_things:
        return True
    heads = [m for m in range(*speaker) if unit.tag[m] in NOUNS | {"PRP", "WP", "WDT", "CD"}]
    cut = next((m for m in range(*speaker) if unit.tag[m] in ("IN", "TO", "WP", "WDT") or unit.low[m] == ","), speaker[1])
    heads = [m for m in heads if m < cut] or heads
    if not heads or unit.tag[heads[-1]] not in ("NN", "NNS"):
        return True
    head = unit.low[heads[-1]]
    return any(head in word_set("speakers", key) for key in ("roles", "collective", "organisations", "documents"))


def deontic(unit: Unit, k: int) -> bool:
    """Whether the verb at ``k`` says what must or may be, not what is ("leaders must show …")."""
    return any(unit.low[m] in ("must", "should", "can", "could", "may", "might") for m in range(group_start(unit, k), k))


def limit_of(unit: Unit, k: int, speaker: Items | None) -> int:
    """The first item that cannot be part of what the verb at ``k`` reports: a relative clause ends at its comma."""
    end = len(unit)
    if speaker and unit.low[speaker[0]] in ("who", "which") and speaker[0] > 0 and unit.low[speaker[0] - 1] == ",":
        return next((m for m in range(k + 1, end - 1) if unit.low[m] == "," and main_verb(unit, m + 1)), end)
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
    opener = speaker[0] - 1
    if right.start < len(unit) and unit.tag[right.start] in FINITE and opener >= 0 and verb.clause:
        if unit.low[opener] in ("which", "who", "that", "what") and unit.tag[opener] != "IN":
            end = content_end(unit, k, right.start, limit_of(unit, k, (opener, opener + 1)))
            return Saying(speaker, (k, k + 1), ((opener, opener + 1), (right.start, end)), verb, "relative")
    found = fenced(unit, k, verb, speaker, speaker[0], right.start, "final")
    return found or by_aside(unit, k, verb, speaker, right.start)


def by_aside(unit: Unit, k: int, verb: Verb, speaker: Items, comma: int) -> Saying | None:
    """ "As X said, …", and "X says, for all that, …"."""
    if not (verb.speech and verb.clause) or comma + 2 >= len(unit) or unit.low[comma] not in (",", ":"):
        return None
    first = unit.low[0]
    if not (speaker[0] == 1 and first == "as") and not (speaker[0] == 0 and main_clause(unit, comma + 1)):
        return None
    end = content_end(unit, k, comma + 1, len(unit))
    return Saying(speaker, (k, k + 1), ((comma + 1, end),), verb, "aside") if end > comma + 1 else None


def main_clause(unit: Unit, k: int) -> bool:
    """Whether subject and finite verb follow the next comma from item ``k`` on."""
    comma = next((m for m in range(k, len(unit)) if unit.low[m] == ","), None)
    return comma is not None and clause_starts(unit, comma + 1, len(unit))


def by_inversion(unit: Unit, k: int, verb: Verb) -> Saying | None:
    """ "…, said X." and "…, said X, …"."""
    if not is_finite(unit, k) or k == 0:
        return None
    if unit.tag[k - 1] != QUOTE and unit.low[k - 1] not in (",", "—", "–", "--"):
        return None
    speaker = inverted(unit, k)
    if speaker is None or not closes(unit, speaker[1]):
        return None
    return fenced(unit, k, verb, speaker, k, speaker[1], "inverted")


def closes(unit: Unit, end: int) -> bool:
    """Whether a reporting clause may end before item ``end``."""
    return (
        end >= len(unit)
        or unit.low[end] in (",", ".", ":", ";", "—", "–", ")")
        or unit.tag[end] in ("IN", "RB", "WP", "WDT", QUOTE)
    )


def fenced(unit: Unit, k: int, verb: Verb, speaker: Items, start: int, end: int, frame: str) -> Saying | None:
    """A reporting clause between commas or quotations: what stands before it, and after it, is what is said."""
    cue = (k, k + 1)
    before = quote_before(unit, start)
    after = next_quote(unit, end)
    if before is not None:
        content = [(before, before + 1)]
        if after is not None:
            content.append((after, after + 1))
        elif end + 1 < len(unit) and unit.low[end] == "," and main_verb(unit, end + 1):
            content.append((end + 1, content_end(unit, k, end + 1, len(unit))))
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
            last = content_end(unit, k, end + 1, len(unit))
            if last > end + 1:
                return Saying(speaker, cue, ((first, start - 1), (end + 1, last)), verb, frame)
        return None
    if end < len(unit) and unit.low[end] == "," and frame == "final":
        last = content_end(unit, k, end + 1, len(unit))
        if last > end + 1:
            content.append((end + 1, last))
    return Saying(speaker, cue, tuple(content), verb, frame)


def next_quote(unit: Unit, k: int) -> int | None:
    """A quotation that goes on after a reporting clause that ends before item ``k``."""
    while k < len(unit) and unit.tag[k] != QUOTE:
        if unit.tag[k] == "VBG" and unit.low[k] in verb_forms():
            return None
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
    end = with_appositions(unit, end) if k else restricted(unit, end)
    cue = (k, k + 2)
    if k == 0:
        start = end
        while start < len(unit) and unit.low[start] not in (",", ":"):
            start += 1
        last = content_end(unit, k, start + 1, len(unit))
        if last <= start + 1:
            return None
        return Saying((begin, end), cue, ((start + 1, last),), None, "according")
    before = k
    while before > 0 and unit.low[before - 1] in (",", "("):
        before -= 1
    first = 1 if unit.low[0] in ("but", "and") else 0
    if before <= first:
        return None
    content = [(first, before)]
    if end + 1 < len(unit) and unit.low[end] == "," and not any(unit.tag[m] in FINITE for m in range(first, before)):
        content.append((end + 1, content_end(unit, k, end + 1, len(unit))))
    return Saying((begin, end), cue, tuple(content), None, "according")
