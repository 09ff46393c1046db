"""Extents: where what a cue reports ends."""

from __future__ import annotations

from briefing.language.grammar.noun_phrases import phrase_end
from briefing.language.grammar.tagsets import AUXILIARIES, FINITE, QUOTE
from briefing.language.grammar.units import Items, Unit
from briefing.language.grammar.verb_groups import main_verb
from briefing.language.lexicon import lexicon, word_set
from briefing.language.verbs import verb_forms

SHORT_KINDS = frozenset({"object", "gerund"})
"""Complements that are phrases, and end where the phrase does."""

COMMENT = 4
"""Within this many items a noun that reports makes an apposition a comment on what is said."""

CLAUSES = frozenset({"that", "clause", "question", "colon"})
"""Complements that are clauses, and may hold several."""


def content_end(unit: Unit, cue: int, start: int, limit: int, kind: str = "clause") -> int:
    """Where what the cue at item ``cue`` reports, from item ``start`` on, ends.

    The next report, a reporter's aside, the main clause after a fronted one, or ``limit`` ends it.
    """
    k = start
    deep = 0
    fronted = is_fronted(unit, cue)
    verb = verb_forms().get(unit.low[cue])
    short = kind in SHORT_KINDS and not (verb and verb.speech)
    while k < limit:
        low = unit.low[k]
        if low == "(":
            deep += 1
        elif low == ")":
            if deep == 0:
                break
            deep -= 1
        elif k > start and not deep and not (unit.woven[k] and k + 1 < limit and unit.woven[k + 1]):
            if low in ("—", "--", "–", "-") and k + 1 < limit and dash_ends(unit, k, limit):
                break
            if low == ";" or (low == "," and comma_ends(unit, cue, k, limit, kind, fronted)):
                break
            if low in ("and", "but", "while") and joint_ends(unit, cue, k, limit, kind):
                break
            if unit.tag[k] == QUOTE and k > start + 1 and unit.low[k - 1] in (",", ":"):
                break
            if short and phrase_over(unit, k, limit):
                break
            if kind not in CLAUSES and kind != "infinitive" and occasion_starts(unit, k, limit):
                break
            if low == "as" and kind in SHORT_KINDS and k + 1 < limit and unit.text[k + 1][0].isdigit():
                break  # "rejects results as 11 die"
        k += 1
    while k > start and unit.low[k - 1] in (".", ",", ":", ";", "—"):
        k -= 1
    return k


def dash_ends(unit: Unit, k: int, limit: int) -> bool:
    """Whether the dash at ``k`` opens a participle of the same speaker or somebody else's report."""
    verb = verb_forms().get(unit.low[k + 1])
    return bool(unit.tag[k + 1] == "VBG" and verb and verb.speech) or new_report(unit, k + 1, limit)


def phrase_over(unit: Unit, k: int, limit: int) -> bool:
    """Whether what is praised, rejected or wanted ends before item ``k``: at a comma, a time or an adverbial clause."""
    low = unit.low[k]
    after = unit.low[k + 1] if k + 1 < limit else ""
    if low == ",":
        return not (unit.tag[k - 1] in ("JJ", "NNP", "NNPS") and unit.tag[k + 1 : k + 2] in (["JJ"], ["NNP"]))
    if low in (
        "after",
        "before",
        "when",
        "because",
        "since",
        "until",
        "although",
        "though",
        "if",
        "but",
        "—",
        "--",
        "–",
        "following",
        "during",
        "despite",
    ):
        return True
    if low in ("as", "while") and clause_starts(unit, k + 1, limit):
        return True
    if low in word_set("syntax", "days") and after != "'s":
        return unit.low[k - 1] not in ("by", "until", "from", "since")  # "a truce by Friday"
    return low in ("on", "in", "last", "this", "earlier", "late") and after in word_set("syntax", "days")


def is_fronted(unit: Unit, cue: int) -> bool:
    """Whether the cue stands in a clause or participle phrase before the main clause ("While X said …, Y did …")."""
    if unit.low[cue] == "according":
        return False
    if unit.low[0] in word_set("syntax", "subordinators") or unit.tag[0] in ("VBG", "VBN") or unit.low[0] == "asked":
        return not any(unit.low[m] == "," and clause_starts(unit, m + 1, cue) for m in range(1, cue))
    return unit.tag[cue] == "VBG" and cue < 6 and not any(unit.tag[m] in FINITE for m in range(cue))


def clause_starts(unit: Unit, k: int, limit: int) -> bool:
    """Whether a subject and its finite verb start at item ``k``."""
    while k < limit and unit.tag[k] == "RB":
        k += 1
    end = phrase_end(unit, k)
    while end < limit and unit.tag[end] == "RB":
        end += 1
    return k < end < limit and (unit.tag[end] in FINITE or unit.low[end] in AUXILIARIES)


def comma_ends(unit: Unit, cue: int, k: int, limit: int, kind: str, fronted: bool) -> bool:
    """Whether the comma at ``k`` parts what is said from another report, an aside or the main clause."""
    m = k + 1
    while m < limit and unit.tag[m] == "RB":
        m += 1
    if m >= limit:
        return False
    low, tag = unit.low[m], unit.tag[m]
    verb = verb_forms().get(low)
    if fronted and clause_starts(unit, m, limit):
        return True
    if tag == "VBG" and verb and verb.speech:
        return True
    if low in ("a", "an") and any(word in lexicon("nouns") for word in unit.low[m + 1 : min(m + COMMENT, limit)]):
        return True  # "…, a charge the army denies"
    if low in ("according", "though", "although", "where", "compared", "even"):
        return True
    if low in ("who", "which", "whose"):
        return not resumes(unit, m, limit)
    if low == "as" and tally_starts(unit, m + 1, limit):
        return True
    if low == "and" and m + 1 < limit and unit.tag[m + 1] in ("VBD", "VBZ") and unit.tag[m + 1] == unit.tag[cue]:
        return True
    if tag == "VBD" and verb and verb.speech and verb.inverting and names_speaker(unit, m + 1):
        return True  # "…, underlined the director"
    phrase = kind not in CLAUSES
    if low in ("and", "but", "while"):
        anew = new_report(unit, m + 1, limit) or (phrase and clause_starts(unit, m + 1, limit))
        return anew or joint_ends(unit, cue, m, limit, kind)
    if tag in ("VBD", "VBZ") and tag == unit.tag[cue]:
        return phrase or any(t in FINITE for t in unit.tag[cue + 1 : k])
    return phrase and clause_starts(unit, m, limit)


def occasion_starts(unit: Unit, k: int, limit: int) -> bool:
    """Whether item ``k`` opens the occasion something was said on ("called for calm in a statement on Thursday")."""
    if unit.low[k] not in ("in", "during", "at", "on") or k + 2 >= limit:
        return False
    if unit.tag[k + 1] not in ("DT", "PRP$", "JJ") or unit.low[k + 1] in ("the", "this"):
        return False
    end = phrase_end(unit, k + 1)
    last = end >= limit or unit.low[end] in (
        ".",
        ",",
        ";",
        "on",
        "last",
        "this",
        "late",
        "earlier",
        *word_set("syntax", "days"),
    )
    return end <= limit and last and unit.low[end - 1] in word_set("syntax", "occasions")


def tally_starts(unit: Unit, k: int, limit: int) -> bool:
    """Whether a clause on the count of the dead starts at item ``k``: the reporter's ("…, as the death toll rose")."""
    end = phrase_end(unit, k)
    return not {"toll", "tally", "count"}.isdisjoint(unit.low[k:end]) and clause_starts(unit, k, limit)


def names_speaker(unit: Unit, k: int) -> bool:
    """Whether somebody with a name or office starts at item ``k`` ("…, stressed Ana Ruiz")."""
    end = phrase_end(unit, k)
    offices = word_set("speakers", "roles")
    return any(unit.tag[m] in ("NNP", "NNPS") or unit.low[m] in offices for m in range(k, end))


def resumes(unit: Unit, k: int, limit: int) -> bool:
    """Whether a finite verb follows the comma that closes the aside at item ``k``."""
    comma = next((m for m in range(k, limit - 1) if unit.low[m] == ","), None)
    return comma is not None and main_verb(unit, comma + 1)


def joint_ends(unit: Unit, cue: int, joint: int, limit: int, kind: str) -> bool:
    """Whether "and" or "but" is followed by another verb of the same subject."""
    m = joint + 1
    while m < limit and unit.tag[m] == "RB":
        m += 1
    if m >= limit:
        return False
    verb = verb_forms().get(unit.low[m])
    if unit.low[joint] == "while":
        return kind not in CLAUSES or bool(verb and verb.speech)
    if unit.tag[m] == "MD" and kind in CLAUSES:
        return unable(unit, m, limit)
    if unit.tag[m] not in ("VBD", "VBZ", "VBG", "VBP") or unit.low[m + 1 : m + 3] == ["to", "be"]:
        return False  # "was inspected and found to be safe"
    if verb and verb.speech:
        return True
    return unit.tag[m] == unit.tag[cue] != "VBG" and kind not in CLAUSES


def unable(unit: Unit, k: int, limit: int) -> bool:
    """Whether the modal at item ``k`` says what somebody could or would not say ("but could not say which")."""
    said = next((m for m in range(k + 1, min(k + 4, limit)) if unit.tag[m] == "VB"), limit)
    verb = verb_forms().get(unit.low[said]) if said < limit else None
    return bool(verb and verb.speech) and not {"not", "n't", "neither"}.isdisjoint(unit.low[k:said])


def new_report(unit: Unit, k: int, limit: int) -> bool:
    """Whether a new clause that starts at ``k`` reports somebody else: its first finite verb is one of speech."""
    while (k < limit and unit.tag[k] in ("RB", "RBR", "JJR")) or (k < limit and unit.low[k] == "than"):
        k += 1
    end = phrase_end(unit, k)
    while end < limit and unit.tag[end] == "RB":
        end += 1
    if not k < end < limit:
        return False
    verb = verb_forms().get(unit.low[end])
    return bool(verb and verb.speech and unit.tag[end] in ("VBD", "VBZ", "VBP"))


def limit_of(unit: Unit, k: int, speaker: Items | None) -> int:
    """The first item that cannot be part of what the verb at ``k`` reports.

    A relative clause, and a participle between a subject and its verb, end at the comma that the main verb follows.
    """
    end = len(unit)
    relative = speaker and unit.low[speaker[0]] in ("who", "which") and speaker[0] and unit.low[speaker[0] - 1] == ","
    participle = unit.tag[k] == "VBG" and k > 0 and unit.low[k - 1] == "," and FINITE.isdisjoint(unit.tag[:k])
    if relative or participle:
        return next((m for m in range(k + 1, end - 1) if unit.low[m] == "," and main_verb(unit, m + 1)), end)
    return end
