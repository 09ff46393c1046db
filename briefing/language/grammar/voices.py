"""Voices: the passive, the participle, and cues that name no source."""

from __future__ import annotations

from briefing.language.grammar.complements import complement
from briefing.language.grammar.extents import content_end
from briefing.language.grammar.noun_phrases import phrase_end
from briefing.language.grammar.saying import Saying
from briefing.language.grammar.subjects import clause_subject
from briefing.language.grammar.tagsets import VERBS
from briefing.language.grammar.units import Items, Unit
from briefing.language.grammar.verb_groups import group_start
from briefing.language.lexicon import word_set
from briefing.language.verbs import Verb


def by_passive(unit: Unit, k: int, verb: Verb) -> Saying | None:
    """ "X was asked whether …", "X is expected to …", "X was rejected by Y": whom "by" names speaks, or nobody."""
    right = complement(unit, k, verb)
    speaker, after = agent(unit, k + 1)
    if speaker:
        right = complement(unit, after - 1, verb)
    cue = (k, k + 1)
    impersonal = right.kind == "that" and unit.low[group_start(unit, k) - 1 : group_start(unit, k)] == ["it"]
    if right.kind in ("that", "question", "clause", "quote", "colon") and (verb.addressee or speaker or impersonal):
        start = right.start + (unit.low[right.start] in (",", ":"))
        end = content_end(unit, k, start, len(unit)) if right.kind != "quote" else start + 1
        return Saying(speaker, cue, ((start, end),), verb, "passive-" + right.kind) if end > start else None
    whom = clause_subject(unit, k)
    if right.kind == "infinitive" and verb.lemma in word_set("verbs", "hearsay") and whom:
        end = content_end(unit, k, right.start, len(unit), "infinitive")
        return Saying(speaker, cue, (whom, (right.start, end)), verb, "hearsay")
    if speaker and whom and verb.object:
        charge = (after, content_end(unit, k, after, len(unit), "object")) if of_charge(unit, after, verb) else None
        return Saying(speaker, cue, (whom, charge) if charge else (whom,), verb, "passive")
    return None


def of_charge(unit: Unit, k: int, verb: Verb) -> bool:
    """Whether item ``k`` opens what somebody is accused of ("accused by prosecutors of ordering …")."""
    return verb.force == "accused" and k + 1 < len(unit) and unit.low[k] in ("of", "for", "with")


def by_participle(unit: Unit, k: int, verb: Verb) -> Saying | None:
    """ "Asked whether …, Y said …": nobody asks, or whom "by" names."""
    if not verb.addressee or (k and unit.low[k - 1] not in (",", "when", "whenever", "if", "and", "—", "(")):
        return None
    speaker, after = agent(unit, k + 1)
    right = complement(unit, after - 1, verb)
    if right.kind not in ("question", "clause"):
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
