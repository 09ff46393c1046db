"""Statements that another denies in so many words: "the sirens were sounded", "no siren was sounded before the flood".

What is denied are the few words behind a negation, or behind a verb such as "denied". Who says of the same event what
holds all of them, and is not the denier, is contradicted. "Denies the accusation" denies what stands right before it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache

from briefing.grouping.events import names_in
from briefing.grouping.rules import rules
from briefing.grouping.statements import Segment
from briefing.grouping.words import fold, primary, stop_words
from briefing.model.source import Source

CORE = 3
"""Words behind a negation that say what is denied."""
SUBJECT = 3
"""Words before a negation that are a plain subject; of more nobody can tell which of them is meant."""
LEAST = 2
MOST = 24
"""How many statements with one word are looked at for one denial."""
TOLD = ("asserted", "past")
"""The modalities of what is said to be so."""
Key = tuple[str, ...]


def denied(
    found: Sequence[Segment], sources: Mapping[str, Source], events: Mapping[str, str]
) -> list[tuple[Segment, Segment]]:
    """The pairs of a statement and the one that denies it, in the order of the denials. ``events`` is by source id."""
    denials = [(segment, core) for segment in found if len(core := _core(segment)) >= LEAST]
    wanted = {(events[denial.claim.source], word) for denial, core in denials for word in core}
    held: dict[tuple[str, str], list[tuple[Segment, frozenset[str]]]] = {}
    for segment in found if wanted else ():
        words = frozenset(segment.stems)
        keys = [key for word in sorted(words) if (key := (events[segment.claim.source], word)) in wanted]
        if keys and not _denies(segment) and segment.claim.modality in TOLD:
            for key in keys:
                held.setdefault(key, []).append((segment, words))
    pairs: list[tuple[Segment, Segment]] = []
    for denial, core in denials:
        lists = [held.get((events[denial.claim.source], word), []) for word in sorted(core)]
        for other, words in min(lists, key=len)[:MOST]:
            if core <= words and _two_sides(denial, other) and _one_place(denial, other, sources):
                pairs.append((other, denial))
    return pairs + list(_named_back(found, sources))


def _named_back(found: Sequence[Segment], sources: Mapping[str, Source]) -> Iterator[tuple[Segment, Segment]]:
    """The accusations that the sentence right behind them denies by that word ("Korda denies the accusation")."""
    accused: dict[tuple[str, int], Segment] = {}
    for segment in found:
        if segment.claim.attribution.force == "accused":
            accused.setdefault((segment.claim.source, segment.claim.passage.end), segment)
    for segment in found if accused else ():
        passage, text = segment.claim.passage, sources[segment.claim.source].text
        before = len(text[: passage.start].rstrip())
        accusation = accused.get((segment.claim.source, before))
        if accusation is not None and _denies_it(segment) and _two_sides(segment, accusation):
            yield accusation, segment


def _denies_it(segment: Segment) -> bool:
    """Whether a clause denies what stands before it, and nothing besides."""
    verbs, named = rules("standing")["denied"]["verbs"], rules("standing")["contradicted"]["named"]
    words = segment.words
    by_verb = any(word in verbs and following and following[-1] in named for word, following in _following(words))
    return by_verb or (segment.claim.attribution.force == "denied" and words[-1] in named)


def _following(words: Sequence[str]) -> Iterator[tuple[str, Sequence[str]]]:
    """Each word with what stands behind it, up to three words."""
    return ((word, words[at + 1 : at + 1 + CORE]) for at, word in enumerate(words) if len(words) - at <= CORE + 1)


def contradicted(
    stars: Sequence[list[Segment]], pairs: Iterable[tuple[Segment, Segment]]
) -> tuple[list[list[Segment]], frozenset[Key]]:
    """``stars`` with the denials of what they say, and the keys of those; a denial of anything else makes a star."""
    made = [list(star) for star in stars]
    homes = {segment.key: at for at, star in enumerate(made) for segment in star}
    against: set[Key] = set()
    for told, denial in pairs:
        at = homes.get(told.key)
        if homes.get(denial.key) is not None:
            continue
        if at is None:
            at = homes[told.key] = len(made)
            made.append([told])
        made[at].append(denial)
        homes[denial.key] = at
        against.add(denial.key)
    return made, frozenset(against)


def _denies(segment: Segment) -> bool:
    """Whether a clause denies something, or somebody denies it."""
    return segment.claim.attribution.force == "denied" or not _words("negations").isdisjoint(segment.words)


def _core(segment: Segment) -> frozenset[str]:
    """The folded words of what a clause denies, with its subject; none where it denies nothing, or denies a denial."""
    language = primary(None)
    words = list(segment.words)
    end = next((at for at, word in enumerate(words) if at and word in _words("until")), len(words))
    at = next((at for at, word in enumerate(words[:end]) if word in _words("negations")), None)
    by_verb = segment.claim.attribution.force == "denied"
    if by_verb == (at is not None):  # neither, or a denial of a denial
        return frozenset()
    if at is not None and set(words[at + 1 : at + 2]) & _words("bounds"):
        return frozenset()
    start = 0 if at is None else at + 1
    subject = [word for word in words[:at] if word not in stop_words(language)] if at else []
    if len(subject) > SUBJECT:
        return frozenset()
    told = [word for word in words[start:end] if word not in stop_words(language) and word not in _words("idle")]
    if not told or not _words("negations").isdisjoint(told):
        return frozenset()
    kept = [word for word in told if not word[0].isdigit()][:CORE]
    return frozenset(fold(word, language) for word in (*subject[-1:], *kept))


@cache
def _words(key: str) -> frozenset[str]:
    return frozenset(rules("standing")["contradicted"][key])


def _two_sides(denial: Segment, other: Segment) -> bool:
    """Whether a statement is not the denier's own."""
    here, there = (each.claim.attribution.speaker for each in (denial, other))
    if denial.claim.id == other.claim.id or (denial.party and denial.party == other.party):
        return False
    return denial.claim.source != other.claim.source or here != there


def _one_place(denial: Segment, other: Segment, sources: Mapping[str, Source]) -> bool:
    """Whether two clauses do not name different things."""
    here, there = (frozenset(_names(each, sources)) for each in (denial, other))
    return not here or not there or bool(here & there)


def _names(segment: Segment, sources: Mapping[str, Source]) -> Iterable[str]:
    source = sources[segment.claim.source]
    opens = "" if segment.span[0] <= segment.claim.passage.start else "x "  # a sentence's first word is no name
    return names_in(f"{opens}{source.text[slice(*segment.span)]}", source.language)
