"""Sayings: who says what in one unit, by verbs, "according to" and colons."""

from __future__ import annotations

from functools import cache

from briefing.language.grammar.complements import Complement, complement
from briefing.language.grammar.denials import denied_apart
from briefing.language.grammar.extents import CLAUSES, content_end, limit_of
from briefing.language.grammar.fences import by_aside, by_going_on, by_inversion, by_left, fenced, quote_before
from briefing.language.grammar.idioms import HEARING, by_count, by_hearing, by_idiom, by_need, by_stance
from briefing.language.grammar.nesting import outermost
from briefing.language.grammar.nominals import by_noun
from briefing.language.grammar.noun_phrases import phrase_end
from briefing.language.grammar.saying import Saying
from briefing.language.grammar.sourcing import according, by_colon, in_words
from briefing.language.grammar.subjects import apposed_subject, clause_subject
from briefing.language.grammar.tagsets import HEADS, NOUNS, QUOTE, VERBS
from briefing.language.grammar.units import Items, Unit
from briefing.language.grammar.verb_groups import deontic, group_start, is_auxiliary, is_finite, is_passive, is_withheld
from briefing.language.grammar.voices import by_adverb, by_participle, by_passive
from briefing.language.lexicon import lexicon, word_set
from briefing.language.numbers import is_person
from briefing.language.numbers.nouns import singular
from briefing.language.verbs import Verb, verb_forms

CHARGED, NEAR = 2, 6
"""Items before an act within which a verb of accusing stands."""
ASKING = (["who"], ["what"], ["which"], ["why"])
"""What a question of the text's own begins with ("Who wants peace?")."""
SPEAKING = ("roles", "collective", "organisations", "bodies", "documents")
"""The lists of common nouns that can speak."""


def sayings(unit: Unit) -> list[Saying]:
    """The reports of a unit, in the order of their cues."""
    out: list[Saying] = []
    forms = verb_forms()
    if unit.low[:1] in ASKING and unit.low[-1:] == ["?"]:
        return out
    for k, tag in enumerate(unit.tag):
        found = None
        if unit.low[k] == "according" and k + 1 < len(unit) and unit.low[k + 1] == "to":
            found = according(unit, k)
        elif unit.low[k] == "in" and unit.low[k + 1 : k + 4] == ["the", "words", "of"]:
            found = according(unit, k, 4)
        elif unit.low[k] == "words":
            found = in_words(unit, k)
        elif unit.low[k] in ("reportedly", "allegedly", "purportedly", "supposedly"):
            found = by_adverb(unit, k)
        elif unit.low[k] in ("went", "goes") and unit.low[k + 1 : k + 2] == ["on"]:
            found = by_going_on(unit, k)
        elif k and unit.low[k - 1] in ("<", "/"):
            continue  # the name of a tag in a text with marks of HTML
        elif tag in VERBS and not is_auxiliary(unit, k):
            verb = forms.get(unit.low[k])
            found = by_verb(unit, k, verb) if verb else by_count(unit, k) or by_need(unit, k)
        elif tag in NOUNS:
            found = by_noun(unit, k) or (by_stance(unit, k) if unit.low[0] == "for" else None)
        if unit.low[k] in HEARING:
            found = by_hearing(unit, k) or found
        found = found or by_idiom(unit, k)
        if found:
            out.append(found)
    out = [one for one in out if one.content != (one.speaker,)]  # "Said X: …" says no X
    out = [one for one in out if not any(test(unit, one) for test in NO_REPORT)]
    out = [one for one in out if one.frame != "noun" or not named_by_verb(one, out)]
    out = outermost(unit, denied_apart(unit, out))
    labelled = by_colon(unit)
    if labelled and all(one.cue[0] > labelled.cue[0] and not follows_label(one, labelled) for one in out):
        out.insert(0, labelled)
    return out


def follows_label(one: Saying, label: Saying) -> bool:
    """Whether what stands behind a colon is said by whom it begins with: the label is a place or topic then."""
    return one.speaker is not None and one.speaker[0] == label.content[0][0]


def is_corrected(unit: Unit, one: Saying) -> bool:
    """Whether a saying is what its sentence corrects ("corrects its statement, in which it said that …")."""
    first = one.speaker[0] if one.speaker else 0
    if unit.low[max(0, first - 2) : first] not in (["in", "which"], [",", "which"]):
        return False
    return not word_set("syntax", "correcting").isdisjoint(unit.low[:first])


def within_quotation(unit: Unit, one: Saying) -> bool:
    """Whether cue and content lie in one quotation: its speaker's words ("he “knows that we said no”"), no report."""
    first, last = sorted((one.cue[0], one.content[0][0]))
    return all(unit.woven[first : last + 1])


def of_nobody(unit: Unit, one: Saying) -> bool:
    """Whether nobody says what a saying holds ("Nobody has said whether …"); a quotation is always somebody's."""
    if one.speaker is None or any(unit.tag[a] == QUOTE for a, _ in one.content):
        return False
    first = one.speaker[0]
    if unit.low[first : one.speaker[1]][-4:-1] == ["version", "of", "this"]:
        return True  # what an outlet corrects, it says itself
    return not word_set("syntax", "nobody").isdisjoint(unit.low[max(0, first - 1) : first + 1])


def of_described(unit: Unit, one: Saying) -> bool:
    """Whether a saying only describes a noun ("those who ordered it must answer"), with no comma before the pronoun."""
    if one.speaker is None or one.speaker[0] == 0 or one.speaker[1] - one.speaker[0] > 1:
        return False
    first = one.speaker[0]
    relative = unit.low[first] in ("who", "which", "that") and unit.tag[first] in ("WP", "WDT", "IN")
    return relative and unit.tag[first - 1] in HEADS


def of_anybody(unit: Unit, one: Saying) -> bool:
    """Whether "you" are told what to say ("If you add the dead, …"): no report, unless it is quoted."""
    return one.speaker is not None and unit.low[slice(*one.speaker)] == ["you"] and "if" in unit.low[: one.cue[0]]


NO_REPORT = (of_anybody, of_nobody, of_described, within_quotation, is_corrected)
"""What makes a saying no report at all."""


def named_by_verb(noun: Saying, others: list[Saying]) -> bool:
    """Whether a verb's report starts with the noun's ("repeated his claim that …")."""
    start = noun.speaker[0] if noun.speaker else noun.cue[0]
    return any(one.frame != "noun" and one.content[0][0] == start for one in others)


def by_verb(unit: Unit, k: int, verb: Verb) -> Saying | None:
    """What the verb at item ``k`` reports, if it does."""
    if is_passive(unit, k):
        return by_passive(unit, k, verb)
    if k and unit.low[k - 1] in ("for", "of") and unit.tag[k] in ("VBD", "VBN"):
        return None  # "food for thought"
    if unit.tag[k] == "VBG" and (is_charged(unit, k) or is_compound(unit, k)):
        return None  # "is accused of ordering the raid", "gale warning No. 2"
    finite = is_finite(unit, k)
    if (unit.tag[k] == "VBN" and not finite) or (k == 0 and unit.tag[k] == "VBD" and verb.addressee):
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
    if unperformed(unit, k, right.kind) or (right.kind in verb.prepositions and is_withheld(unit, k)):
        return None
    if speaker is None and right.kind not in CLAUSES and not any(unit.woven[right.start :]):
        return None  # nobody does anything to a thing
    if not can_speak(unit, speaker, verb) or (verb.of_things and deontic(unit, k)):
        return None
    start = right.start + (unit.low[right.start] in (",", ":"))
    end = content_end(unit, k, start, limit_of(unit, k, speaker), right.kind)
    if right.kind == "object" and verb.lemma not in ("say", "tell") and is_adverbial(unit, start, end):
        return None  # "12 cases reported so far"
    if right.kind == "question" and is_withheld(unit, k) and VERBS.isdisjoint(unit.tag[start:end]):
        return None  # "could not say which ones"
    if unmade(unit, k, verb, right.kind):
        return None
    if verb.lemma == "claim" and right.kind == "infinitive" and end == start + 2:
        return None  # "the groves that elders claim to protect"
    if end <= start or says_nothing(unit, start, end, right.kind):
        return None
    return Saying(speaker, cue, ((start, end),), verb, right.kind)


def unmade(unit: Unit, k: int, verb: Verb, kind: str) -> bool:
    """Whether no statement is made: "quoting her office", or an act left undone ("has not declared an outbreak")."""
    if kind != "object":
        return False
    if verb.lemma == "quote" and unit.tag[k] == "VBG":
        return True
    return verb.lemma in word_set("verbs", "undone") and is_withheld(unit, k)


def says_nothing(unit: Unit, start: int, end: int, kind: str) -> bool:
    """Whether a complement is no statement: "nothing", "each other", or a wish not to be named."""
    said = " ".join(unit.low[start:end]).removeprefix("to ")
    if any(said.startswith(sign) for sign in word_set("speakers", "anonymous")):
        return True
    return kind == "object" and said.split()[0] in word_set("syntax", "empty_objects")


def is_charged(unit: Unit, k: int) -> bool:
    """Whether the participle at ``k`` is an act that somebody is accused of, by whoever."""
    if k < CHARGED or unit.low[k - 1] not in ("of", "for", "with"):
        return False
    forms, near = verb_forms(), range(max(0, k - NEAR), k - 1)
    return any(low in forms and forms[low].force == "accused" for low in (unit.low[m] for m in near)) or (
        unit.low[k - 2] in ("suspected", "convicted", "guilty", "acquitted")
    )


def is_compound(unit: Unit, k: int) -> bool:
    """Whether the form in -ing at ``k`` ends a compound noun ("gale warning No. 2")."""
    thing = k > 0 and unit.tag[k - 1] == "NN" and unit.low[k] in lexicon("nouns")
    return thing and unit.low[k + 1 : k + 2] not in (["that"], [":"], ["of"]) and unit.low[k - 1] not in speaking()


def is_adverbial(unit: Unit, start: int, end: int) -> bool:
    """Whether nothing but adverbs stands in a stretch."""
    return all(unit.tag[k] in ("RB", "RBR") for k in range(start, end))


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


def unperformed(unit: Unit, k: int, kind: str) -> bool:
    """Whether the verb at ``k`` names an act that somebody only tries, needs or means to perform ("tried to ask")."""
    start = group_start(unit, k)
    governor = unit.low[start - 1] if start else ""
    if governor in verb_forms() and governor in word_set("syntax", "withholding"):
        return True  # "declined to say that …" is what the first verb reports
    if unit.tag[k] != "VB" or kind in ("that", "colon", "quote"):
        return False
    if kind == "question" and "yet" in unit.low[start:k]:
        return False  # "has yet to explain why"
    if any(unit.tag[m] == "TO" for m in range(start, k)):
        return governor not in word_set("syntax", "going_on")
    denied = any(unit.low[m] in ("not", "n't", "would", "could", "should") for m in range(start, k))
    return kind == "infinitive" and denied


def can_speak(unit: Unit, speaker: Items | None, verb: Verb) -> bool:
    """Whether a subject can be the source of a verb that things do too: a person, a body or a document."""
    if speaker is None or not (verb.of_things or unit.tag[speaker[0]] == "CD"):
        return True
    heads = [m for m in range(*speaker) if unit.tag[m] in NOUNS | {"PRP", "WP", "WDT", "CD"}]
    cut = next(
        (m for m in range(*speaker) if unit.tag[m] in ("IN", "TO", "WP", "WDT") or unit.low[m] == ","), speaker[1]
    )
    heads = [m for m in heads if m < cut] or heads
    people = any(is_person(unit.low[m]) or unit.low[m] in speaking() for m in range(*speaker))
    if heads and all(unit.low[m][0].isdigit() for m in heads) and not people:
        return False  # "41 confirmed dead", "0 of the 3 requested robots"
    if not heads or unit.tag[heads[-1]] not in ("NN", "NNS"):
        return True
    head = unit.low[heads[-1]]
    if unit.tag[speaker[0]] == "CD" and (is_person(head) or singular(head) in word_set("speakers", "bodies")):
        return True
    return head in speaking()


@cache
def speaking() -> frozenset[str]:
    """The common nouns that can speak."""
    return frozenset().union(*(word_set("speakers", key) for key in SPEAKING))


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
