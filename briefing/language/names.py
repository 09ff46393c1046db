"""Names: who a mention of a speaker stands for, within one text."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from briefing.language.lexicon import word_set
from briefing.model.source import Span

NAME_WORD = r"(?:[A-ZÀ-ÖØ-Þ][\w’'.-]*[\w]|[A-Z]\.|[A-Z])"
PARTICLES = r"(?:al|el|bin|ibn|bint|van|von|der|den|de|da|di|du|la|le|ul|ur|of the|of|and|&|for)"
RUN = re.compile(rf"{NAME_WORD}(?:[  ](?:{PARTICLES}[  ])*{NAME_WORD})*")
POSSESSIVE = re.compile(r"['’]s?$")
BRACKETED = re.compile(rf"({NAME_WORD}(?:[  ](?:{PARTICLES}[  ])?{NAME_WORD})*) \(([A-Z][\w ’'-]*)\)")


@dataclass(slots=True)
class Party:
    """Somebody who speaks: the fullest name the text gives, other names, and the titles it gives them."""

    name: str
    first: Span
    person: bool = True
    aliases: set[str] = field(default_factory=set)
    roles: dict[str, Span] = field(default_factory=dict)
    """A title in lower case -> where the text gives it."""

    @property
    def id(self) -> str:
        """``p-`` and the name in ASCII letters and hyphens."""
        return party_id(self.name)


@dataclass(frozen=True, slots=True)
class Identity:
    """What a mention resolves to: kind of attribution, name, party, role and the places that justify it."""

    kind: str
    name: str | None
    party: str | None
    role: Span | None = None
    evidence: tuple[Span, ...] = ()


def party_id(name: str) -> str:
    """``p-`` and a slug of the name."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode()
    slug = re.sub(r"[^a-z0-9]+", "-", POSSESSIVE.sub("", plain or name).lower()).strip("-")
    return f"p-{slug or 'x' + ''.join(format(ord(c), 'x') for c in name[:8])}"


class Roster:
    """The parties a text names. Mentions are resolved in the order of the text."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.parties: dict[str, Party] = {}
        self.short: dict[str, list[Party]] = {}
        self.expansions = acronyms(text)
        self.latest: Party | None = None
        self.latest_thing: Party | None = None
        self._collect()

    def _collect(self) -> None:
        for match in RUN.finditer(self.text):
            self.add(match.start(), match.end())

    def add(self, start: int, end: int) -> None:
        """Note the full name in a run of capitalised words, with the title before it."""
        start, title, end = strip_titles(self.text, start, end)
        name = " ".join(POSSESSIVE.sub("", self.text[start:end]).split())
        words = name.split()
        if len(words) < 2 or len(words) > 6 or words[0] in word_set("sentences", "starters"):
            return
        party = self.parties.get(name)
        if party is None:
            person = not is_organisation(words)
            party = self.parties[name] = Party(name, (start, end), person)
            self.short.setdefault(words[-1], []).append(party)
            if not person:
                self.short.setdefault(name, []).append(party)
        if title:
            party.roles.setdefault(" ".join(self.text[slice(*title)].lower().split()), title)
        else:
            apposed = apposed_title(self.text, end)
            if apposed:
                party.roles.setdefault(self.text[slice(*apposed)].lower(), apposed)

    def resolve(self, start: int, end: int) -> Identity:
        """Who the mention at ``start, end`` is."""
        mention = self.text[start:end]
        head = mention.lower().strip()
        if head in word_set("speakers", "pronouns_person"):
            return self._pronoun(self.latest, (start, end))
        if head in word_set("speakers", "pronouns_thing") | word_set("speakers", "pronouns_relative") | word_set(
            "speakers", "pronouns_many"
        ):
            return self._pronoun(
                self.before(start) if head in ("who", "which", "that") else self.latest_thing or self.latest,
                (start, end),
            )
        if head in word_set("speakers", "pronouns_self"):
            return Identity("vague", None, None)
        if any(sign in mention.lower() for sign in word_set("speakers", "anonymous")):
            return Identity("anonymous", mention, None)
        main = mention.split(",")[0].split(" — ")[0].split(" (")[0]
        named = self._named(start, start + len(main))
        return named or self._common(start, start + len(main), mention)

    def before(self, position: int) -> Party | None:
        """The party named last before ``position``."""
        best = None
        window = self.text[max(0, position - 160) : position]
        for match in RUN.finditer(window):
            found = self.lookup(POSSESSIVE.sub("", match.group()))
            best = found or best
        return best

    def lookup(self, name: str) -> Party | None:
        """The party of a name or the last word of one."""
        words = [
            w for w in name.split() if w.lower().strip(".") not in word_set("speakers", "name_titles")
        ] or name.split()
        plain = " ".join(words)
        if plain in self.parties:
            return self.parties[plain]
        if plain in self.expansions:
            return self.parties.get(self.expansions[plain])
        found = self.short.get(plain) or (self.short.get(words[-1], []) if len(words) > 1 else [])
        return found[-1] if found else None

    def _pronoun(self, party: Party | None, mention: Span) -> Identity:
        if party is None:
            return Identity(
                "vague" if self.text[slice(*mention)].lower() not in ("he", "she") else "role",
                self.text[slice(*mention)],
                None,
            )
        return Identity("named", party.name, party.id, role_of(party), (mention, party.first))

    def _named(self, start: int, end: int) -> Identity | None:
        """A mention with a proper name as its head."""
        runs = list(RUN.finditer(self.text, start, end))
        if not runs:
            return None
        last = runs[-1]
        tail = self.text[last.end() : end].strip(" ,’'")
        if tail and re.match(r"[a-z]", POSSESSIVE.sub("", tail).removeprefix("s ") or ""):
            return None
        if re.search(r"\b(?:of|for|from|in|at|with|by|to)\b", self.text[start : last.start()]) and (
            self.text[start : last.start()].split()[0].lower()
            in ("a", "an", "the", "some", "one", "two", "several", "many")
            or self.text[start].islower()
        ):
            return None
        name_start, title, _ = strip_titles(self.text, last.start(), last.end())
        name = POSSESSIVE.sub("", self.text[name_start : last.end()])
        lead = self.text[start : last.start()].strip().lower()
        if not title and lead and lead not in ("the", "a", "an", "mr.", "mrs.", "ms.", "dr.") and len(name.split()) > 1:
            title = (start, start + len(self.text[start : last.start()].rstrip()))
        if not name.strip():
            return None
        party = self.lookup(name)
        if party is None:
            full = self.expansions.get(name, name)
            if full.lower() in word_set("speakers", "name_titles") | word_set("speakers", "roles"):
                return None
            party = self.parties.setdefault(
                full, Party(full, (name_start, last.end()), not is_organisation(full.split()))
            )
            self.short.setdefault(name, []).append(party)
        self.note(party)
        evidence = (
            ((name_start, last.end()), party.first)
            if party.first != (name_start, last.end())
            else ((name_start, last.end()),)
        )
        return Identity("named", party.name, party.id, title or role_of(party), evidence)

    def note(self, party: Party) -> None:
        """Remember the party as what a pronoun may stand for next."""
        if party.person:
            self.latest = party
        else:
            self.latest_thing = party

    def _common(self, start: int, end: int, mention: str) -> Identity:
        """A mention by a common noun: a role that a named party holds, a role, a group, or nobody in particular."""
        words = [w.strip(".,’'").lower() for w in self.text[start:end].split()]
        core = [w for w in words if w not in ("the", "a", "an", "this", "that")]
        head = head_of(core)
        if words and words[0] == "the" and head in word_set("speakers", "roles"):
            party = self.by_role(" ".join(core))
            if party:
                self.note(party)
                return Identity(
                    "named", party.name, party.id, role_of(party), ((start, end), *party.roles.values())[:2]
                )
        name = " ".join(self.text[start:end].split())
        if head in word_set("speakers", "anonymous_heads"):
            return Identity("anonymous", name, None)
        if head in word_set("speakers", "roles"):
            return Identity("role", name, party_id(" ".join(core)), (start, end))
        if head in word_set("speakers", "vague"):
            return Identity("vague", name, None)
        if head in word_set("speakers", "collective") or head.endswith("s"):
            return Identity("collective", name, party_id(" ".join(core)))
        if head in word_set("speakers", "organisations") or head in (
            "statement",
            "poll",
            "survey",
            "study",
            "document",
        ):
            return Identity(
                "named" if head in word_set("speakers", "organisations") else "role", name, party_id(" ".join(core))
            )
        return Identity("role", name, party_id(" ".join(core) or mention))

    def by_role(self, wanted: str) -> Party | None:
        """The one party whose title ends like ``wanted`` ("defence minister"), the latest person first."""
        fits = [p for p in self.parties.values() if any(wanted in title or title.endswith(wanted) for title in p.roles)]
        if self.latest and self.latest in fits:
            return self.latest
        return fits[0] if len(fits) == 1 else None


def role_of(party: Party) -> Span | None:
    """Where the text gives the party's title, if it does."""
    return next(iter(party.roles.values()), None)


def head_of(words: Sequence[str]) -> str:
    """The head noun of a phrase: the last word before a preposition or a relative clause."""
    head = ""
    for word in words:
        if word in (
            "of",
            "for",
            "from",
            "in",
            "at",
            "with",
            "by",
            "to",
            "on",
            "who",
            "which",
            "that",
            "familiar",
            "close",
        ):
            break
        head = word
    return head


def strip_titles(text: str, start: int, end: int) -> tuple[int, Span | None, int]:
    """Where the name in a capitalised run starts, and the span of the titles before it."""
    words = [(m.start(), m.end()) for m in re.finditer(r"\S+", text[start:end])]
    words = [(start + a, start + b) for a, b in words]
    first = 0
    titles = word_set("speakers", "name_titles") | word_set("speakers", "roles")
    while (
        first < len(words) - 1
        and text[slice(*words[first])].lower().strip(".’'").removesuffix("’s").removesuffix("'s") in titles
    ):
        first += 1
    last_title = first
    for k in range(first, len(words) - 1):
        if text[slice(*words[k])].lower().strip(".") in word_set("speakers", "roles"):
            last_title = k + 1
    if last_title == 0:
        owner = [k for k, (a, b) in enumerate(words[:-1]) if text[a:b].endswith(("’s", "'s"))]
        return (words[owner[-1] + 1][0] if owner else start), None, end
    begin = 0
    for k in range(last_title):
        if text[slice(*words[k])].endswith(("’s", "'s")):
            begin = k + 1
    title = (words[begin][0], words[last_title - 1][1]) if begin < last_title else None
    return words[last_title][0], title, end


def apposed_title(text: str, end: int) -> Span | None:
    """The title in ", the defence minister," after a name."""
    match = re.match(
        r",\s+(?:the|a|an)?\s*((?:[\w’'-]+ ){0,4}?(?:[\w-]+))(?=[,.]| of | for | at )", text[end : end + 90]
    )
    if match and match.group(1).split()[-1].lower() in word_set("speakers", "roles"):
        return end + match.start(1), end + match.end(1)
    return None


def is_organisation(words: Iterable[str]) -> bool:
    """Whether a name is that of an organisation, by its words."""
    return any(
        word.lower().strip(".’'s") in word_set("speakers", "organisations")
        or word.lower() in word_set("speakers", "organisations")
        for word in words
    ) or any(word.isupper() and len(word) > 1 and "." not in word for word in words)


def acronyms(text: str) -> dict[str, str]:
    """Short forms -> full names, from "Full Name (FN)" and "FN (Full Name)"."""
    out: dict[str, str] = {}
    for match in BRACKETED.finditer(text):
        outside, inside = match.groups()
        if is_short_for(inside, outside):
            out[inside] = outside
        elif is_short_for(outside.split()[-1], inside):
            out[outside.split()[-1]] = inside
    return out


def is_short_for(short: str, full: str) -> bool:
    """Whether ``short`` is made of first letters of ``full``'s words."""
    if not (2 <= len(short) <= 8 and short.isupper() and len(full) > len(short)):
        return False
    initials = "".join(part[0] for part in re.split(r"[\s-]+", full) if part).upper()
    wanted = iter(initials)
    return all(letter in wanted for letter in short)
