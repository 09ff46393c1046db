"""Attribution: every report of a text, quotations given to their speakers across sentences and paragraphs."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from briefing.language.grammar.noun_phrases import phrase_end, phrase_start, with_appositions
from briefing.language.grammar.saying import Saying
from briefing.language.grammar.sayings import sayings
from briefing.language.grammar.subjects import clause_subject, inverted, subordinate
from briefing.language.grammar.tagsets import QUOTE, VERBS
from briefing.language.grammar.units import Items, Unit
from briefing.language.grammar.verb_groups import is_auxiliary, is_finite, is_passive, is_withheld
from briefing.language.lexicon import word_set
from briefing.language.verbs import Verb, verb_forms
from briefing.model.source import Span

DASHES = frozenset({"—", "–", "--", "-", "―"})
LINE = 12
"""At most this many items make a line that names a speaker."""
TITLES = ("headline", "standfirst", "heading")
RELATIVE = frozenset({"who", "which", "that"})
BLANK = frozenset({".", ",", ":", "?", "!", "—", "–", "--", "-", "...", "…", ")", "(", "]", "["})


@dataclass(slots=True)
class Report:
    """Who says what: the places of the speaker, the cue and the pieces of what is said.

    ``units`` are the first and last unit it stands in; ``verb`` is None for cues that are no verbs.
    """

    speaker: Span | None
    cue: Span | None
    content: list[Span]
    verb: Verb | None
    frame: str
    units: tuple[int, int]
    quoted: bool = False
    denied: bool = False
    """Whether the cue is one of an act that was not performed ("did not confirm that …")."""


def reports(units: Sequence[Unit]) -> list[Report]:
    """The reports of a text's units, in order."""
    out: list[Report] = []
    leading: Report | None = None
    for index, unit in enumerate(units):
        if unit.lead:
            if leading and leading.verb and leading.verb.speech:
                out.append(replace(leading, content=[(unit.start, unit.end)], units=(index, index)))
            continue
        here = sayings(unit)
        found = [report(unit, index, saying) for saying in here]
        claimed = {item for saying in here for a, b in saying.content for item in range(a, b)}
        out += found
        loose = [k for k, tag in enumerate(unit.tag) if tag == QUOTE and k not in claimed]
        for k in loose:
            given = by_neighbour(unit, k) or None
            if given:
                out.append(report(unit, index, given))
            elif is_bare(unit):
                carry_on(units, index, k, out, leading)
            elif out and out[-1].units[1] == index and out[-1].quoted:
                out[-1].content.append((unit.begins[k], unit.ends[k]))
        leading = lead_in(unit, index, out)
    return out


def lead_in(unit: Unit, index: int, out: list[Report]) -> Report | None:
    """Who a unit that ends with a colon introduces: the last report with nothing to say yet, else its last clause's."""
    if not len(unit) or unit.low[-1] != ":":
        return None
    heads = [v for v in range(len(unit) - 1) if unit.tag[v] in VERBS and not is_auxiliary(unit, v)]
    said = [v for v in heads if (verb := verb_forms().get(unit.low[v])) and verb.speech]
    for v in said[::-1] or [v for v in heads if is_finite(unit, v)][::-1]:
        speaker = clause_subject(unit, v)
        if speaker and describes(unit, speaker[0]):
            continue
        place = unit.span(*speaker) if speaker else None
        return Report(place, unit.span(v, v + 1), [], verb_forms().get(unit.low[v]), "lead", (index, index))
    if out and out[-1].units[1] == index:
        return replace(out[-1], content=[], frame="lead")
    return None


def describes(unit: Unit, first: int) -> bool:
    """Whether the clause whose subject starts at ``first`` only describes a noun ("a threat that named no target")."""
    return unit.low[first] in RELATIVE and first > 0 and unit.tag[first] in ("WP", "WDT", "IN")


def report(unit: Unit, index: int, saying: Saying) -> Report:
    """A saying with places in the text instead of items."""
    quoted = any(unit.tag[k] == QUOTE for a, b in saying.content for k in range(a, b))
    content = [unit.span(a, b) for a, b in saying.content]
    speaker = unit.span(*saying.speaker) if saying.speaker else None
    denied = unit.tag[saying.cue[0]] in VERBS and is_withheld(unit, saying.cue[0])
    return Report(speaker, unit.span(*saying.cue), content, saying.verb, saying.frame, (index, index), quoted, denied)


def is_bare(unit: Unit) -> bool:
    """Whether a unit is a quotation and nothing else."""
    return all(tag == QUOTE or low in BLANK for tag, low in zip(unit.tag, unit.low, strict=True))


def by_neighbour(unit: Unit, k: int) -> Saying | None:
    """The report of a quotation next to a clause whose verb the lexicon does not know ("…," he shrugged)."""
    signature = signed(unit, k)
    if signature:
        return signature
    m = k + 1
    if m < len(unit) and unit.low[m] in (",", "—", "–"):
        m += 1
    right = clause_after(unit, m)
    if right:
        return Saying(right[0], right[1], ((k, k + 1),), None, "neighbour")
    if k and unit.tag[k - 1] in VERBS:
        return Saying(clause_subject(unit, k - 1), (k - 1, k), ((k, k + 1),), None, "neighbour")
    if k and unit.low[k - 1] in (",", ":"):
        return clause_before(unit, k)
    return None


def signed(unit: Unit, k: int) -> Saying | None:
    """The name after a dash that signs a quotation ("“…” — Jane Doe")."""
    if k + 2 < len(unit) and unit.low[k + 1] in DASHES:
        end = with_appositions(unit, phrase_end(unit, k + 2))
        if end > k + 2 and all(low in (".", ",") for low in unit.low[end:]):
            return Saying((k + 2, end), (k + 1, k + 2), ((k, k + 1),), None, "signed")
    return None


def clause_before(unit: Unit, k: int) -> Saying | None:
    """The clause before a quotation and its comma or colon: its reporting verb if it has one, else its first verb."""
    if unit.low[k - 1] == ":" and k >= 2:
        if unit.kind in TITLES and k + 1 < len(unit) and unit.low[k + 1] not in BLANK:
            return None  # a headline "Aru: “Disaster” at the camp" tells where, not who
        start = phrase_start(unit, k - 2, 0)
        if start == 0 or unit.low[start - 1] in ("-", "–", "—", "from", "by", "."):
            return Saying((start, k - 1), (k - 1, k), ((k, k + 1),), None, "colon")
    heads = [v for v in range(k - 1) if unit.tag[v] in VERBS and is_finite(unit, v) and not is_auxiliary(unit, v)]
    if heads[1:] and unit.tag[0] == "VBD":
        del heads[0]  # a participle: "Asked about the toll, X shrugged: …"
    said = [v for v in heads if (verb := verb_forms().get(unit.low[v])) and verb.speech]
    for v in said[::-1] or heads:
        speaker = None if is_passive(unit, v) else clause_subject(unit, v)
        aside = speaker and (unit.low[speaker[0]] in RELATIVE or subordinate(unit, speaker[0]))
        if not aside or v == heads[0] == heads[-1]:
            return Saying(speaker, (v, v + 1), ((k, k + 1),), None, "neighbour")
    return None


def clause_after(unit: Unit, m: int) -> tuple[Items, Items] | None:
    """Subject and verb that start at item ``m``, in either order; a reporting verb rather than another."""
    heads: list[int] = []
    for v in range(m, min(m + 14, len(unit))):
        if unit.tag[v] == QUOTE or unit.low[v] in (";", ":"):
            break
        if unit.tag[v] in VERBS and is_finite(unit, v) and not is_auxiliary(unit, v):
            heads.append(v)
    said = [v for v in heads if (verb := verb_forms().get(unit.low[v])) and verb.speech]
    for v in said[:1] or heads[:1]:
        speaker = inverted(unit, v) if v == m else clause_subject(unit, v)
        return (speaker, (v, v + 1)) if speaker else None
    return None


def carry_on(units: Sequence[Unit], index: int, k: int, out: list[Report], leading: Report | None) -> None:
    """Give a quotation that is a sentence of its own to the speaker of the text before it."""
    unit = units[index]
    place = (unit.begins[k], unit.ends[k])
    if leading and (leading.speaker or (leading.verb and leading.verb.speech)):
        out.append(replace(leading, content=[place], units=(index, index), quoted=True))
    elif out and out[-1].units[1] >= index - 1:
        near = [one for one in out[-6:] if one.units[1] == out[-1].units[1]]
        last = next((one for one in reversed(near) if one.quoted), None) or near[0]
        last.content.append(place)
        last.units = (last.units[0], index)
        last.quoted = True
    elif index:
        before = units[index - 1]
        speaker = actor(before) if before.paragraph == unit.paragraph else name_line(before)
        if speaker:
            out.append(Report(speaker, None, [place], None, "before", (index, index), quoted=True))


def actor(unit: Unit) -> Span | None:
    """Who does what a sentence tells of that reports nothing: somebody with a name or an office, or a pronoun."""
    for v in range(1, len(unit)):
        if unit.tag[v] in VERBS and is_finite(unit, v) and not is_auxiliary(unit, v):
            found = clause_subject(unit, v)
            if found is None or subordinate(unit, found[0]):
                continue
            last = found[1] - 1
            person = unit.tag[last] in ("NNP", "NNPS") or unit.low[last] in word_set("speakers", "roles")
            return unit.span(*found) if person or unit.low[last] in ("he", "she") else None
    return None


def name_line(unit: Unit) -> Span | None:
    """The line over a quotation that is a name, a comma and an office ("Ana Ruiz, nurse in Aru")."""
    comma = next((k for k in range(2, min(5, len(unit))) if unit.low[k] == ","), None)
    if comma is None or len(unit) > LINE or not all(text[0].isupper() for text in unit.text[:comma]):
        return None
    offices = word_set("speakers", "roles")
    return unit.span(0, len(unit)) if any(low in offices for low in unit.low[comma + 1 :]) else None
