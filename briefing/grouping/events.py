"""Which sources tell of one event: by the places and parties they name most, and the kind of event."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Container, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from itertools import chain, combinations

from briefing.grouping.rules import first_of, rules
from briefing.grouping.words import WORD, calendar, content, fold, primary, spoken, stop_words
from briefing.model.source import Source
from briefing.model.stated import iso_date

CAPITALISED = re.compile(r"(?<![.!?:]\s)(?<![.!?][”\"’]\s)(?<!^)\b[^\W\d_a-z][\w’'-]*\w", re.MULTILINE)
LOWER = re.compile(r"\b[^\W\d_A-Z][\w-]+")
TOP = 8
"""How many of a source's names tell what it is about."""
FIRST = 5
"""Of these, how many are combined with each other."""
LEAST = 3
"""Letters of a name."""
Key = tuple[str, ...]
LEAD = 600
"""Code points at the head of a source in which the kind of event is looked for first."""


@dataclass(frozen=True, slots=True)
class Profile:
    """What a source is about: its names, the most frequent first, and the kinds of event its head speaks of."""

    names: tuple[str, ...]
    kinds: frozenset[str]
    main: frozenset[str]
    """The kinds of event its first line speaks of, or its head where that speaks of none."""
    lead: frozenset[str]
    """The names in its head."""
    known: frozenset[str]
    """All its names."""
    published: date | None
    title: frozenset[str] = frozenset()
    """The names in its first line, those that begin it too."""
    topic: frozenset[str] = frozenset()
    """What its head is about: folded words."""
    heading: frozenset[str] = frozenset()
    """What its first line is about: folded words."""
    disease: str = ""
    """The disease that its head speaks of first; "" where it speaks of none."""


def profile(source: Source) -> Profile:
    """The profile of one source, from its text alone."""
    runs = name_runs(source.text, source.language)
    plain = plain_words(source.text, source.language)
    names = counted_names(runs, plain)
    known = frozenset(chain.from_iterable(runs))
    ranked = sorted(names, key=lambda name: (-names[name], name))[:TOP]
    kinds = event_kinds(source.text[:LEAD]) or event_kinds(source.text)
    title = source.text.lstrip().split("\n", 1)[0][:LEAD]
    main = event_kinds(title) or kinds
    stated = iso_date(source.stated("published") or "")
    lead = frozenset(ranked) | frozenset(names_in(source.text[:LEAD], source.language))
    published = date.fromisoformat(stated) if stated else None
    titled = frozenset(name for name in names_in(f"x {title}", source.language) if len(name) >= LEAST) - plain
    heading = content(title, source.language)
    topic = content(source.text[:LEAD], source.language)
    disease = first_of("diseases", spoken(source.text[:LEAD]))
    return Profile(tuple(ranked), kinds, main, lead, known, published, titled, topic, heading, disease)


def names_in(text: str, language: str | None) -> list[str]:
    """The folded capitalised words of ``text`` that begin no sentence and are no acronyms, as often as they occur."""
    return [name for run in name_runs(text, language) for name in run]


def name_runs(text: str, language: str | None) -> list[list[str]]:
    """The same, words that follow each other together ("Lake Moro")."""
    tongue = primary(language)
    skip = stop_words(tongue) | calendar(tongue)
    runs: list[list[str]] = []
    last = -2
    for found in CAPITALISED.finditer(text):
        word = found[0].strip("’'").removesuffix("’s").removesuffix("'s")
        if not word[0].isupper() or word.isupper() or word.lower() in skip:
            continue
        if found.start() != last + 1:
            runs.append([])
        runs[-1].append(fold(word.lower(), tongue))
        last = found.end()
    return runs


def plain_words(text: str, language: str | None) -> frozenset[str]:
    """The folded words of ``text`` that occur in lower case."""
    tongue = primary(language)
    return frozenset(fold(word, tongue) for word in set(LOWER.findall(text)))


def counted_names(runs: Iterable[Sequence[str]], plain: Container[str]) -> Counter[str]:
    """How often each name of some ``runs`` occurs; a word that is also among the ``plain`` ones is none."""
    named = ([name for name in run if name not in plain and len(name) >= LEAST] for run in runs)
    return Counter(run[-1] for run in named if run)


def event_kinds(text: str) -> frozenset[str]:
    """The kinds of event that ``text`` has words for."""
    known = _kinds()
    return frozenset(known[word] for word in known.keys() & set(WORD.findall(_literal(text.lower()))))


def kind_nearest(left: str, right: str) -> str:
    """The kind of event whose word stands nearest between ``left`` and ``right``; "" where there is none."""
    known = _kinds()
    if known.keys().isdisjoint(spoken(left)) and known.keys().isdisjoint(spoken(right)):
        return ""
    behind = ((far, 1, known[word]) for far, word in enumerate(spoken(_literal(right.lower()))) if word in known)
    before = ((far, 0, known[word]) for far, word in enumerate(spoken(_literal(left.lower()))[::-1]) if word in known)
    return min([*behind, *before], default=(0, 0, ""))[2]


def _literal(text: str) -> str:
    """Lower-case ``text`` without the phrases whose words only sound like an event, the numbers of words kept."""
    return _idioms().sub(lambda found: " x" * len(found[0].split()), text)


@cache
def _idioms() -> re.Pattern[str]:
    phrases = sorted(rules("counting")["no_event"]["phrases"], key=len, reverse=True)
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, phrases))})\b")


@cache
def _kinds() -> Mapping[str, str]:
    table: Mapping[str, Sequence[str]] = rules("counting")["events"]
    return {form: kind for kind, words in table.items() for word in words for form in (word, f"{word}s")}


def same_event(profiles: Mapping[str, Profile]) -> dict[str, str]:
    """The event each source tells of, by source id: an id that sources of one event share.

    A source goes with the key (a kind of event and a name, or two names) that most sources have among its own; so
    no chain of sources that each resemble the next becomes one event.
    """
    keys = {source: sorted(set(_keys(about))) for source, about in profiles.items()}
    often = Counter(key for own in keys.values() for key in own)
    together: dict[Key, list[str]] = {}
    for source in sorted(profiles):
        best = min(keys[source], key=lambda key: (-often[key], key), default=(source,))
        together.setdefault(best, []).append(source)
    runs = chain.from_iterable(_by_time(members, profiles) for members in together.values())
    return {source: min(run) for run in runs for source in run}


def _keys(about: Profile) -> Iterable[Key]:
    yield from combinations(sorted(about.names[:FIRST]), 2)
    yield from ((kind, name) for kind in about.kinds for name in about.names)


def _by_time(members: Sequence[str], profiles: Mapping[str, Profile]) -> list[list[str]]:
    """``members`` cut where nothing was published for long; sources without a date go with the earliest."""
    longest = rules("counting")["compare"]["days"]
    dated = sorted((day, source) for source in members if (day := profiles[source].published))
    runs = [[source for source in members if profiles[source].published is None]]
    last: date | None = None
    for day, source in dated:
        if last is not None and (day - last).days > longest:
            runs.append([])
        runs[-1].append(source)
        last = day
    return [run for run in runs if run]
