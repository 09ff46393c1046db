"""Parties: the people and bodies a text names, under every name and title it gives them, and where."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass, field

from briefing.language import titles
from briefing.language.lexicon import word_set
from briefing.model.source import Span

UPPER = r"[^\W\d_a-zß-öø-ÿ]"
SHORTENED = "|".join(sorted(word_set("sentences", "titles") - {"No", "Nos", "no", "nos"}, key=len, reverse=True))
NAME_WORD = rf"(?:(?:{SHORTENED})\.|{UPPER}\.|{UPPER}[\w’'.-]{{0,40}}\w|{UPPER})"
PARTICLE = r"(?:al|el|bin|ibn|bint|van|von|der|den|de|da|di|du|la|le|ul|ur|of the|of|and|for)"
BODY = "|".join(sorted(word.capitalize() for word in word_set("speakers", "organisations") if word.isalpha()))
NAME_WORD = rf"(?:{UPPER}\w{{1,40}}s['’](?= (?:{BODY})\b)|{NAME_WORD[3:-1]})"
"""One word of a name; a plural owner only before the word for a body ("Traders' Association")."""
RUN = re.compile(rf"(?<![\w’'-]){NAME_WORD}(?:[ \u00a0](?:{PARTICLE}[ \u00a0]){{0,2}}{NAME_WORD}){{0,8}}")
IN_CAPITALS = re.compile(rf"(?<!\S){UPPER}{{3,9}}(?= [a-z])")
POSSESSIVE = re.compile(r"['’]s?$")
HEADED = re.compile(r"(\S+) (?:of|by|from) (?:the )?(?=\S)")
DEFINED = re.compile(
    rf"({NAME_WORD}(?:[ \u00a0](?:{PARTICLE}[ \u00a0])?{NAME_WORD}){{0,8}})(?: plc| ltd)? "
    r"\(((?:(?:the|or|and|hereinafter|,) ?|[“\"][^“”\"()]{1,40}[”\"] ?){1,8})\)"
)
"""A name, and in brackets what a text calls its bearer: Vell Copper plc (“Vell” or “the Company”)."""
BRACKETED = re.compile(
    rf"({NAME_WORD}(?:[ \u00a0](?:{PARTICLE}[ \u00a0])?{NAME_WORD}){{0,8}}) \(({UPPER}[\w ’'-]{{1,80}})\)"
)
QUOTED = re.compile(r" \((?:the |hereinafter )?[“\"]")
BRACKET = re.compile(rf" \({UPPER}")
REACH = 500
"""Code points that the longest name before a bracket takes; so much of the bracket is read, too."""
MOST_WORDS = 7
FEW = 12
"""Code points before a name in which an article and quotation marks stand."""
NEAR = 300
"""Code points back to a sentence's subject that a pronoun may stand for."""


@dataclass(slots=True, eq=False)
class Party:
    """Somebody a text names: the fullest name, where it first stands, and the titles, each with its place.

    ``spoken`` counts how often it was resolved as a speaker.
    """

    name: str
    first: Span
    organisation: bool
    roles: dict[str, Span] = field(default_factory=dict)
    spoken: int = 0
    gender: str | None = None
    """ "he" or "she", "" where nothing tells, None where nobody has looked (see genders.py)."""

    namesake: str | None = None
    """The office that tells it from another of its name in the text, where there is one."""

    @property
    def id(self) -> str:
        """``p-`` and the name in ASCII letters and hyphens, with the office that tells it from a namesake."""
        return party_id(f"{self.name} {self.namesake}" if self.namesake else self.name)

    @property
    def role(self) -> Span | None:
        """Where the text gives the longest of its titles, if any."""
        return max(self.roles.values(), key=lambda span: (span[1] - span[0], -span[0]), default=None)

    @property
    def person(self) -> bool:
        """Whether the text shows it to be a person: a title, a speaking part, or first and last name."""
        joined = {"and", "&"} & set(self.name.split())
        return not self.organisation and not joined and bool(self.roles or self.spoken or " " in self.name)


def party_id(name: str) -> str:
    """``p-`` and a slug of the name."""
    ascii_name = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode()
    slug = re.sub(r"[^a-z0-9]+", "-", POSSESSIVE.sub("", ascii_name or name).lower()).strip("-")
    return f"p-{slug or 'x' + ''.join(format(ord(c), 'x') for c in name[:8])}"


class Register:
    """The parties of a text, by name, and every place where one is named, in order."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.parties: dict[str, Party] = {}
        self.short: dict[str, Party | None] = {}
        """A first or last name -> its one party; None where several share it."""
        self.namesakes: list[tuple[int, Party]] = []
        """Others of a name that ``parties`` holds, and where each is first named."""
        self.expansions = acronyms(text)
        self.places: list[tuple[int, int, Party]] = []
        """Start and end of each run that names a party."""
        self._collect()

    def _collect(self) -> None:
        runs = [self._trimmed(found.start(), found.end()) for found in RUN.finditer(self.text)]
        found = [(span, *titles.parted(self.text, *span)) for span in runs if span[0] < span[1]]
        office: Span | None = None
        for _, title, name in found:  # full names first, so that a last name may stand before them
            if name and (title or " " in self.text[slice(*name)].strip()):
                name = self.personal(name)
                near = office and self.text[office[1] : (title or name)[0]] == ", "  # "The Minister of Mines, Ana Ruiz"
                title = office if near else title
                given = title or titles.before(self.text, name[0])
                apposed = titles.after(self.text, name[1])
                self._add(name, given or apposed)
                if given and apposed:  # "Dr Ana Ruiz, head of the hospital"
                    self.entitle(self.lookup(self.text[slice(*name)], name[1]), apposed)
            office = None if name else title
        for span, _, name in found:
            party = self.lookup(self.text[slice(*(name or span))], span[1])
            if party:
                self.places.append((*span, party))

    def _trimmed(self, start: int, end: int) -> Span:
        """A run without the words that only begin a sentence ("But Ruiz")."""
        starters = word_set("sentences", "starters")
        document = HEADED.match(self.text, start, end)
        if document and document[1].lower() in word_set("speakers", "documents"):
            start = document.end()  # "STATEMENT of the Centre for Ports"
        while found := re.match(r"(\S+)\s+", self.text[start:end]):
            if found[1] not in starters:
                break
            start += found.end()
        return start, start if self.text[start:end] in starters else end

    def _add(self, span: Span, title: Span | None) -> None:
        name = clean(self.text[slice(*span)])
        words = name.split()
        known = self.lookup(name, span[1])
        if known and self._is_another(known, name, span[1], title):
            other = Party(name, span, False, namesake=clean(self.text[slice(*(title or span))]).lower())
            self.namesakes.append((span[0], other))
            self.entitle(other, title)
            return
        if not 1 <= len(words) <= MOST_WORDS or known:
            self.entitle(known, title)
            return
        party = self.parties.get(name)
        if party is None:
            party = self.parties[name] = Party(name, span, is_organisation(words))
            for word in _bodies(words) if party.organisation else {words[0], words[-1]}:
                self._shorten(word, party)
        self.entitle(party, title)

    def _is_another(self, known: Party, name: str, end: int, title: Span | None) -> bool:
        """Whether a name in full is introduced anew, with "a" and an office that its bearer so far has not."""
        if title is None or title[0] < end or known.organisation or known.name != name or not known.roles:
            return False
        if self.text[end : title[0]].strip(" ,") not in ("a", "an") or self.text.startswith(" by ", title[1]):
            return False
        head = self.text[slice(*title)].split()[-1].lower()
        return not any(head in role.split() for role in known.roles)

    def entitle(self, party: Party | None, title: Span | None) -> None:
        """Note a title of a party, where there is one and it is more than a form of address."""
        words = self.text[slice(*title)].split() if title else []
        if party and title and not all(titles.plain(word) in word_set("speakers", "honorifics") for word in words):
            party.roles.setdefault(clean(self.text[slice(*title)]).lower(), title)

    def personal(self, name: Span) -> Span:
        """A name without the place after it ("Ana Ruiz of Aru"); that of a body keeps it ("Ministry of Health")."""
        at = self.text.find(" of ", *name)
        if at < 0 or is_organisation(self.text[name[0] : at].split()):
            return name
        return name[0], at

    def _shorten(self, word: str, party: Party) -> None:
        known = self.short.get(word, party)
        self.short[word] = party if known is party else None

    def lookup(self, name: str, position: int = 0) -> Party | None:
        """The party of a full name, a first or last name that only one bears, or a short form the text explains.

        Of several of one name it is the one first named last before ``position``.
        """
        found = self._lookup(name)
        if found is None or not self.namesakes:
            return found
        return next(
            (one for start, one in reversed(self.namesakes) if start < position and one.name == found.name), found
        )

    def _lookup(self, name: str) -> Party | None:
        name = clean(name)
        expanded = self.expansions.get(name, name)
        known = self.parties.get(expanded)
        if known:
            return known
        words = [word for word in name.split() if not titles.is_title(word)]
        bearer = self.short.get(words[-1]) if words and name not in self.expansions else None
        return bearer if bearer and _shortens(words, bearer.name.split()) else None

    def named(self, name: str, span: Span) -> Party:
        """The party of ``name``, added where the text has not named it in full."""
        known = self.lookup(name, span[1])
        if known is None:
            full = self.expansions.get(clean(name), clean(name))
            known = self.parties[full] = Party(full, span, is_organisation(full.split()))
        return known

    def earlier(self, position: int, since: int = 0) -> Iterator[Party]:
        """The parties named before ``position`` and not before ``since``, the nearest first, one entry a place."""
        at = bisect_left(self.places, position, key=lambda place: place[0])
        first = bisect_left(self.places, since, key=lambda place: place[0])
        return (self.places[k][2] for k in range(at - 1, max(first - 1, at - 40), -1))

    def subject(self, position: int, *, person: bool = True) -> tuple[int, Party] | None:
        """Who begins the sentence before ``position``, or the one before that, and where: a person, else a body."""
        at = bisect_left(self.places, position, key=lambda place: place[0])
        for start, _, party in reversed(self.places[max(0, at - 8) : at]):
            fits = party.person if person else party.organisation
            if fits and position - start < NEAR and self._opens_sentence(start):
                return start, party
        return None if person else self._short_form(position)

    def _short_form(self, position: int) -> tuple[int, Party] | None:
        """The body in capitals ("UNHCR has sent …") that begins a sentence not far before ``position``."""
        near = max(0, position - NEAR)
        found = list(IN_CAPITALS.finditer(self.text, near, position))
        if not found or not self._opens_sentence(found[-1].start()):
            return None
        return found[-1].start(), self.named(found[-1][0], found[-1].span())

    def _opens_sentence(self, start: int) -> bool:
        """Whether nothing but an article stands between ``start`` and the end of the sentence before."""
        before = self.text[max(0, start - FEW) : start].rstrip(' “"')
        if before.endswith(("The", "the")):
            before = before[:-3].rstrip(' “"')
        return not before or before[-1] in ".!?\n”"

    def adjoining(self, position: int) -> Party | None:
        """The party whose name ends right before ``position``, a comma between at most."""
        at = bisect_left(self.places, position, key=lambda place: place[0]) - 1
        near = at >= 0 and self.text[self.places[at][1] : position].strip() in ("", ",")
        return self.places[at][2] if near else None

    def holding(self, office: str, position: int) -> Party | None:
        """Who holds an office ("defence minister"): whose title has its words; of several the nearest before."""
        wanted = set(office.split())
        everybody = (*self.parties.values(), *(one for _, one in self.namesakes))
        fits = [party for party in everybody if any(wanted <= set(role.split()) for role in party.roles)]
        if len(fits) < 2:
            return fits[0] if fits else None
        return next((party for party in self.earlier(position) if party in fits), None)


def _bodies(words: list[str]) -> set[str]:
    """The words of a body's name by which a text may call it for short ("the Observatory")."""
    return {
        word for word in words if word[:1].isupper() and titles.plain(word) in word_set("speakers", "organisations")
    }


def _shortens(words: list[str], full: list[str]) -> bool:
    """Whether words are one of a full name's, its last ones, or its first and last."""
    return len(words) == 1 or full[-len(words) :] == words or [full[0], full[-1]] == words


def clean(name: str) -> str:
    """A name with single spaces, without possessive and closing marks."""
    return POSSESSIVE.sub("", " ".join(name.split()).strip(' ,;:“”"()'))


def is_organisation(words: list[str]) -> bool:
    """Whether a name is that of an organisation, by its words."""
    known = word_set("speakers", "organisations")
    capitals = any(word.isupper() and len(word) > 1 and "." not in word for word in words)
    return capitals or any(titles.plain(word) in known or word.lower() in known for word in words)


def acronyms(text: str) -> dict[str, str]:
    """Short forms -> full names, from "Full Name (FN)" and "FN (Full Name)"."""
    found: dict[str, str] = {}
    done = 0
    for bracket in BRACKET.finditer(text):  # a search for names in the whole text takes much longer
        match = BRACKETED.search(text, max(done, bracket.start() - REACH), bracket.end() + REACH)
        if match is None:
            continue
        done = match.end()
        outside, inside = match.groups()
        tail = outside.split()[-1]
        if is_acronym(inside, outside):
            found[inside] = _reaching(inside, outside)
        elif is_acronym(tail, inside):
            found[tail] = inside
    for quoted in QUOTED.finditer(text):
        match = DEFINED.search(text, max(0, quoted.start() - REACH), quoted.end() + REACH)
        for short in re.findall(r"[“\"](?:the )?([^“”\"]+)[”\"]", match[2]) if match else ():
            found[short] = clean(match[1]) if match else short
    return found


def _reaching(short: str, full: str) -> str:
    """The last words of a name that its short form covers ("The Ministry of Health (MoH)" -> without "The")."""
    words = full.split()
    starts = [k for k in range(len(words)) if words[k][0].upper() == short[0].upper()]
    fits = [k for k in starts if is_acronym(short, " ".join(words[k:]))]
    return " ".join(words[fits[-1] :]) if fits else full


def is_acronym(short: str, full: str) -> bool:
    """Whether ``short`` is made of first letters of the words of ``full``."""
    capitals = [letter for letter in short if letter.isupper()]
    if not (2 <= len(short) <= 9 and " " not in short and len(capitals) >= 2 and len(full) > len(short)):
        return False
    initials = iter("".join(part[0] for part in re.split(r"[\s-]+", full) if part).upper())
    return all(letter in initials for letter in capitals)
