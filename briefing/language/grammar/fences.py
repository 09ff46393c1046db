"""Fences: a reporting clause that commas or quotations part from what is said."""

from __future__ import annotations

from briefing.language.grammar.complements import Complement
from briefing.language.grammar.extents import clause_starts, content_end, limit_of, names_speaker
from briefing.language.grammar.saying import Saying
from briefing.language.grammar.subjects import clause_subject, inverted
from briefing.language.grammar.tagsets import AUXILIARIES, BE, FINITE, QUOTE
from briefing.language.grammar.units import Items, Unit
from briefing.language.grammar.verb_groups import is_finite, main_verb
from briefing.language.lexicon import word_set
from briefing.language.verbs import Verb, verb_forms

ANEW = ("but", "and", "while", "as", "although", "though", "whereas")
"""Words that open another clause, of the reporter's, behind a reporting one ("…, he said, as prices rose")."""

ANSWER = "answer"
"""The frame of a denial of what the same sentence tells."""


def by_left(unit: Unit, k: int, verb: Verb, right: Complement) -> Saying | None:
    """A verb with nothing to its right: "…, he said." and "…, he said, …"."""
    speaker = clause_subject(unit, k)
    if not is_finite(unit, k):
        return None
    if speaker is None:
        return by_inversion(unit, k, verb)
    if is_relative_object(unit, speaker[0] - 1, right.start, verb):
        opener = speaker[0] - 1
        after = right.start + 1
        if unit.low[opener] == "what" and unit.low[right.start] in BE and unit.low[after : after + 1] == ["that"]:
            return Saying(speaker, (k, k + 1), ((after, content_end(unit, k, after, len(unit))),), verb, "that")
        end = content_end(unit, k, right.start, limit_of(unit, k, (opener, opener + 1)))
        return Saying(speaker, (k, k + 1), ((opener, opener + 1), (right.start, end)), verb, "relative")
    if is_answer(unit, speaker[0] - 1, right.start, verb):
        first = 1 if unit.low[0] in ("but", "and") else 0
        return Saying(speaker, (k, k + 1), ((first, speaker[0] - 2),), verb, ANSWER)
    found = fenced(unit, k, verb, speaker, speaker[0], right.start, "final")
    return found or by_aside(unit, k, verb, speaker, right.start)


def is_relative_object(unit: Unit, opener: int, after: int, verb: Verb) -> bool:
    """Whether a reporting clause stands inside a relative one ("which officials said will …")."""
    if not verb.clause or opener < 0 or after >= len(unit) or unit.tag[after] not in FINITE:
        return False
    return unit.low[opener] in ("which", "who", "that", "what") and unit.tag[opener] != "IN"


def is_answer(unit: Unit, opener: int, after: int, verb: Verb) -> bool:
    """Whether a clause denies all that stands before it ("X accuses Y of …, which Y rejects")."""
    closed = after >= len(unit) or unit.low[after] in (".", ",", ";")
    return closed and verb.force == "denied" and opener > 2 and unit.low[opener - 1 : opener + 1] == [",", "which"]


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
    if speaker is None or not closes(unit, speaker[1]) or is_object(unit, k, verb):
        return None
    return fenced(unit, k, verb, speaker, k, speaker[1], "inverted")


def is_object(unit: Unit, k: int, verb: Verb) -> bool:
    """Whether what follows the verb at ``k`` is what it is done to, nobody who speaks ("…, confirmed the deal")."""
    return verb.lemma in word_set("verbs", "inverting_persons") and not names_speaker(unit, k + 1)


def by_going_on(unit: Unit, k: int) -> Saying | None:
    """ "…, he went on, …": more of what somebody says."""
    speaker = clause_subject(unit, k)
    if speaker is None or (k + 2 < len(unit) and unit.low[k + 2] not in (",", ".") and unit.tag[k + 2] != QUOTE):
        return None
    found = fenced(unit, k, verb_forms()["say"], speaker, speaker[0], k + 2, "final")
    return found._replace(cue=(k, k + 2)) if found else None


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
    thought = verb.clause and (verb.speech or verb.lemma in ("believe", "think", "hope"))
    if not thought or start < 2 or unit.low[start - 1] not in (",", "—", "–", "--"):
        return None
    first = 1 if unit.low[0] in ("but", "and", "so", "yet", "still") else 0
    content = [(first, start - 1)]
    complete = has_verb(unit, first, start)
    if end + 1 < len(unit) and unit.low[end] == "," and (frame == "final" or not complete):
        starts_anew = unit.low[end + 1] in ANEW and clause_starts(unit, end + 2, len(unit))
        last = content_end(unit, k, end + 1, len(unit))
        aside = complete and not has_verb(unit, end + 1, last)
        if last > end + 1 and not aside and not (complete and starts_anew):
            content.append((end + 1, last))
    return Saying(speaker, cue, tuple(content), verb, frame) if complete or len(content) > 1 else None


def has_verb(unit: Unit, first: int, end: int) -> bool:
    """Whether a verb that can head a clause stands among the items."""
    return any(unit.tag[m] in FINITE | {"VBN"} or unit.low[m] in AUXILIARIES for m in range(first, end))


def quote_before(unit: Unit, start: int) -> int | None:
    """The quotation right before item ``start``, a comma between them allowed."""
    k = start - 1
    if k >= 0 and unit.low[k] in (",", "—", "–", "--"):
        k -= 1
    return k if k >= 0 and unit.tag[k] == QUOTE else None


def next_quote(unit: Unit, k: int) -> int | None:
    """A quotation that goes on after a reporting clause that ends before item ``k``."""
    while k < len(unit) and unit.tag[k] != QUOTE:
        if unit.tag[k] == "VBG" and unit.low[k] in verb_forms():
            return None
        k += 1
    if k < len(unit) and unit.low[k - 1] in (",", ":", "."):
        return k
    return None
