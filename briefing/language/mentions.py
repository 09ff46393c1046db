"""Mentions: who a speaker's mention stands for — a name, an office, a pronoun, a group, or nobody in particular."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cache

from briefing.language import titles
from briefing.language.genders import fits, may_be
from briefing.language.lexicon import either, word_set
from briefing.language.parties import NEAR, POSSESSIVE, RUN, Party, Register, clean, is_organisation, party_id
from briefing.model.source import Span

LINKS = 6
"""How many places, the first among them, say who a mention is that stands for an earlier one, and that for another."""
ARTICLES = frozenset({"the", "a", "an", "this", "that", "these", "those", "one", "some", "two", "several", "many"})
BREAKS = frozenset(
    {"of", "for", "from", "in", "at", "with", "by", "to", "on", "who", "which", "that", "near"}
    | word_set("syntax", "postposed")
    | word_set("speakers", "unnamed")
)
"""Words that end the part of a phrase its head stands in."""
HEADLESS = frozenset({"nobody", "no one", "none", "neither", "there", "everyone", "anyone", "everybody", "anybody"})
REACH = 700
"""Code points back to the last mention that a pronoun may stand for."""

RECENT = 6
"""How many of the last speakers a pronoun may stand for."""


@dataclass(frozen=True, slots=True)
class Identity:
    """What a mention resolves to: kind of attribution, name, party, role and the places that justify it."""

    kind: str
    name: str | None
    party: str | None
    role: Span | None = None
    evidence: tuple[Span, ...] = ()


UNKNOWN = Identity("vague", None, None)


class Roster:
    """Who the mentions of one text stand for. Mentions are resolved in the order of the text."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.register = Register(text)
        self.spoke: list[tuple[int, Party | Identity]] = []
        """Who spoke, and where, so far: parties, and those whom the text gives no name."""
        self._since = 0
        """Where the turn of speech begins that the mention lies in: a pronoun stands for nobody before."""
        self._we: Identity | None = None
        """Who says "We" in the text, where that says so."""
        self._many: tuple[int, Identity] | None = None
        """The last several who spoke, and where ("Officials")."""

    def resolve(self, start: int, end: int, *, remember: bool = True) -> Identity:
        """Who the mention at ``start, end`` is; without ``remember``, no later "he" is that or anybody before it."""
        found = self._resolved(start, end)
        if not remember:
            self.spoke.clear()
            self._since = start
        return found

    def _resolved(self, start: int, end: int) -> Identity:
        mention = clean(self.text[start:end])
        low = mention.lower()
        if mention.isupper() and len(mention) > 1:
            return self._phrase(start, end)  # "WHO" and "US" are no pronouns
        if low == "we" and self._we:
            return replace(self._we, evidence=((start, end), *self._we.evidence))
        if low.startswith("we, "):
            self._we = self._phrase(start + len("we, "), end)  # "We, the Centre for Ports, demand …"
            return self._we
        if low in word_set("speakers", "pronouns_self") or low in HEADLESS:
            return UNKNOWN
        if low in word_set("speakers", "pronouns_relative"):
            return self._standing_for(self.register.adjoining(start), (start, end))
        if low in word_set("speakers", "pronouns_person"):
            return self._standing_for(self._person(start, low), (start, end))
        if low in word_set("speakers", "pronouns_many") | word_set("speakers", "pronouns_thing"):
            alone = low in word_set("speakers", "pronouns_thing")
            return self._standing_for(self._group(start, alone=alone), (start, end))
        if any(sign in low for sign in word_set("speakers", "anonymous")):
            return self._unnamed(Identity("anonymous", mention, None, evidence=((start, end),)))
        return self._phrase(start, end)

    def _standing_for(self, one: Party | Identity | None, mention: Span) -> Identity:
        if one is None:
            return UNKNOWN
        if isinstance(one, Identity):
            return self._unnamed(replace(one, evidence=(mention, *one.evidence[-LINKS:])), mention[0])
        return self._party(one, mention[0], None, (mention, one.first))

    def _unnamed(self, who: Identity, position: int | None = None) -> Identity:
        """Note that somebody whom the text gives no name spoke at ``position``, else where it first calls them so."""
        self.spoke.append((who.evidence[0][0] if position is None else position, who))
        return who

    def _person(self, position: int, pronoun: str) -> Party | Identity | None:
        """Whom "he" or "she" stands for: the last speaker where a person and near, else the person named last."""
        subject = self.register.subject(position)
        subject = subject if subject and subject[0] >= self._since else None
        since = max((place for place, _ in self.spoke), default=-1)
        if subject and subject[0] > since and subject[1].roles and self._may_be(subject[1], pronoun):
            return subject[1]  # "Mayor Ana Ruiz has opened a hall. She rejected …"
        spoke = [one for place, one in self.spoke[-RECENT:] if position - place < REACH]
        if spoke and _is_person(spoke[-1]):
            fitting = next((one for one in reversed(spoke) if _is_person(one) and self._may_be(one, pronoun)), None)
            if fitting:
                return fitting
        named = (
            party
            for party in self.register.earlier(position, self._since)
            if party.person and self._may_be(party, pronoun)
        )
        sure = next((party for party in named if party.roles or party.spoken), None)
        return sure or (subject[1] if subject and self._may_be(subject[1], pronoun) else None)

    def _may_be(self, one: Party | Identity, pronoun: str) -> bool:
        if isinstance(one, Identity):
            return fits(_head(_words(one.name or "")), pronoun)
        return may_be(self.register, one, pronoun)

    def _group(self, position: int, *, alone: bool) -> Party | Identity | None:
        """Whom "they" or "it" stands for: the last speaker where a body and near, or a body named since ("it")."""
        subject = self.register.subject(position, person=False) if alone else None
        last = self.spoke[-1] if self.spoke and position - self.spoke[-1][0] < REACH else None
        many = self._many if not alone and self._many and position - self._many[0] < NEAR else None
        if many and many[0] > (last[0] if last else -1):
            return many[1]
        if subject and subject[0] > (last[0] if last else -1):
            return subject[1]
        return last[1] if last and not _is_person(last[1]) else None

    def _party(self, party: Party, position: int, role: Span | None, evidence: tuple[Span, ...]) -> Identity:
        party.spoken += 1
        self.spoke.append((position, party))
        return Identity("named", party.name, party.id, role or party.role, tuple(dict.fromkeys(evidence)))

    def _phrase(self, start: int, end: int) -> Identity:
        """A noun phrase: a name, perhaps beside its office, or a common noun."""
        holder = self._behind_office(start, end)
        if holder:
            role = titles.without_article(self.text, start, holder[0])
            party = self.register.named(self.text[slice(*holder)], holder)
            self.register.entitle(party, role)
            return self._party(party, start, role, (holder, party.first))
        head = start + len(re.split(r",| — | \(", self.text[start:end], maxsplit=1)[0])
        common = self._is_common(start, head)
        office = common and titles.is_role(_head(_words(self.text[start:head])))
        apposed = self._behind_field(start, head) or self._name_in(head, end) if office else None
        if apposed:
            party = self.register.named(self.text[slice(*apposed)], apposed)
            if apposed[0] < head:
                self.register.entitle(party, titles.without_article(self.text, start, apposed[0]))
            return self._party(party, start, None, (apposed,))
        named = None if common else self._name_in(start, head)
        if named:
            return self._name(start, named)
        return self._common(start, head)

    def _behind_office(self, start: int, end: int) -> Span | None:
        """The name of a person at the end of a phrase that begins with an office and has marks in it.

        "The Director of Preparedness, Mitigation and Response, Colonel Ana Ruiz", "Brigadier (retired) Ana Ruiz".
        """
        phrase = self.text[start:end].rstrip(" ,")
        cut = max(phrase.rfind(", "), phrase.rfind(") "))
        if cut < 0 or not titles.is_title(_head(_words(re.split(r", | \(", phrase)[0]))):
            return None
        first, last = start + cut + 2, start + len(phrase)
        name = titles.parted(self.text, first, last)[1] if RUN.fullmatch(self.text, first, last) else None
        words = self.text[slice(*name)].split() if name else []
        place = bool(words) and titles.plain(words[-1]) in word_set("speakers", "bodies")
        joined = not {"of", "and", "for"}.isdisjoint(words)
        return name if len(words) > 1 and not (place or joined or is_organisation(words)) else None

    def _behind_field(self, start: int, end: int) -> Span | None:
        """The name in full behind an office and its field ("head of mission Ana Ruiz")."""
        found = _field().search(self.text, start, end)
        run = RUN.fullmatch(self.text, found.end(), end) if found else None
        words = run[0].split() if run else []
        return run.span() if run and len(words) > 1 and not is_organisation(words) else None

    def _is_common(self, start: int, end: int) -> bool:
        """Whether the phrase's head is a common noun: a capital at most begins the sentence or stands in a modifier."""
        words = self.text[start:end].split()
        core = [word for word in words if word.lower() not in ARTICLES] or words
        head = _head(_words(self.text[start:end]))
        if not core or (len(core) == 1 and head in _common_nouns()):
            return True
        shown = next((word for word in core if titles.plain(word) == head), core[-1])
        described = words[1:] and words[1] in ("who", "that", "whose")  # no comma follows: no one person's name
        return shown[:1].islower() or (shown is words[0] and (head in _groups() or bool(described)))

    def _name_in(self, start: int, end: int) -> Span | None:
        """The last name before a preposition ("Home Ministry official Ana Ruiz in Aru"), titles left out."""
        found: Span | None = None
        at = start
        for run in RUN.finditer(self.text, start, end):
            if found and BREAKS & set(_words(self.text[at : run.start()])):
                break
            at = run.end()
            name = titles.parted(self.text, run.start(), run.end())[1]
            if name and clean(self.text[slice(*name)]).lower() not in ARTICLES:
                found = self._without_article(self.register.personal(name))
        return found

    def _without_article(self, name: Span) -> Span:
        found = re.match(r"(?:The|A|An)\s+", self.text[slice(*name)])
        return (name[0] + found.end(), name[1]) if found else name

    def _name(self, start: int, name: Span) -> Identity:
        party = self.register.named(self.text[slice(*name)], name)
        title = (
            (start, name[0]) if start < name[0] and titles.is_title(self.text[start : name[0]].split()[-1]) else None
        )
        role = title and _trimmed(self.text, title)
        self.register.entitle(party, role)
        return self._party(party, start, party.role, (name, party.first))

    def _common(self, start: int, end: int) -> Identity:
        """A common noun: an office that a named party holds, a role, a group, or nobody in particular."""
        words = _words(self.text[start:end])
        core = [word for word in words if word not in ARTICLES]
        head = _head(core)
        name = POSSESSIVE.sub("", " ".join(self.text[start:end].split()))
        indefinite = bool(words) and words[0] in ARTICLES - {"the", "this", "that"}
        if head in word_set("speakers", "roles") and not indefinite:
            written = clean(self.text[start:end]).split()
            place = {word.lower() for word in written if word[:1].isupper()} - {*_until_break(core), *ARTICLES}
            last = self.spoke[-1][1] if self.spoke else None
            if isinstance(last, Identity) and not place and core == [head] == [_head(_words(last.name or ""))]:
                return self._unnamed(replace(last, evidence=((start, end), *last.evidence[-LINKS:])), start)
            holder = self.register.holding(" ".join(_until_break(core)), start)
            if holder and not _elsewhere(holder, place, _until_break(core)):
                return self._party(holder, start, None, ((start, end), *list(holder.roles.values())[:2]))
        if head in word_set("speakers", "anonymous_heads"):
            return Identity("collective" if head.endswith("s") else "role", name, None)
        if titles.is_role(head):
            return self._unnamed(Identity("role", name, party_id(" ".join(core)), evidence=((start, end),)))
        if head in word_set("speakers", "vague"):
            return Identity("vague", name, None)
        if head in word_set("speakers", "organisations"):
            return self._unnamed(Identity("named", name, party_id(" ".join(core)), evidence=((start, end),)))
        if head in word_set("speakers", "collective") or head.endswith("s"):
            self._many = (start, Identity("collective", name, party_id(" ".join(core)), evidence=((start, end),)))
            return Identity("collective", name, party_id(" ".join(core)))
        return Identity("role", name, party_id(" ".join(core) or name))


@cache
def _field() -> re.Pattern[str]:
    return re.compile(rf" of (?:{either(sorted(word_set('speakers', 'fields')))}) ")


def _is_person(one: Party | Identity) -> bool:
    """Whether who spoke is a person: a party that is one, or somebody called by an office or an occupation."""
    if isinstance(one, Party):
        return one.person
    return titles.is_role(_head(_words(one.name or "")))


def _elsewhere(holder: Party, place: set[str], office: list[str]) -> bool:
    """Whether an office is of another place than the one that all its holder's titles name ("governor of Besa")."""
    roles = [role.split() for role in holder.roles if set(office) <= set(role.split())]
    named = [set(role[role.index("of") :]) - {"of", "the"} for role in roles if "of" in role]
    return bool(place) and len(named) == len(roles) > 0 and not any(place & words for words in named)


def _groups() -> frozenset[str]:
    """Heads that name nobody even where they begin the sentence ("Nurses who …", "Sources close to …")."""
    return frozenset().union(*(word_set("speakers", key) for key in ("collective", "vague", "anonymous_heads")))


def _common_nouns() -> frozenset[str]:
    return frozenset().union(
        *(word_set("speakers", key) for key in ("roles", "collective", "vague", "anonymous_heads"))
    )


def _words(text: str) -> list[str]:
    return [word for word in (titles.plain(word) for word in text.split()) if word]


def _until_break(words: list[str]) -> list[str]:
    stop = next((k for k, word in enumerate(words) if word in BREAKS), len(words))
    return words[:stop]


def _head(words: list[str]) -> str:
    """The head noun of a phrase: the last word before a preposition or a relative clause."""
    return next(reversed(_until_break(words)), "")


def _trimmed(text: str, span: Span) -> Span | None:
    """A title without the owner before it ("Lorania's defence minister") and the space after it."""
    start, end = span
    owner = list(re.finditer(r"\S+['’]s\s+|^(?:the|a|an|our|my|its|his|her|their)\s+", text[start:end], re.IGNORECASE))
    start += owner[-1].end() if owner else 0
    end = start + len(text[start:end].rstrip(" ,;:\n"))
    return (start, end) if start < end else None
