"""Made-up news sentences with their tags, so that the tagger meets reporting verbs in more places than its corpus has.

Names are put together from syllables, reporting verbs and offices come from the lexicons, noun phrases and clauses from
the corpus the tagger is trained on. Nothing here is a real statement of anybody's.
"""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence

from babel import Locale

from briefing.language.grammar.tagsets import FINITE, NOUNS
from briefing.language.lexicon import lexicon
from briefing.language.verbs import forms

Piece = list[tuple[str, str]]
"""Words with their tags."""

SYLLABLES = [
    "ka",
    "lo",
    "mar",
    "ten",
    "vi",
    "dor",
    "sel",
    "ra",
    "bu",
    "hin",
    "go",
    "ter",
    "nas",
    "ol",
    "per",
    "ik",
    "un",
    "wel",
    "ji",
    "fo",
    "am",
    "chet",
    "zo",
    "ley",
    "ster",
    "man",
    "by",
    "ov",
    "ez",
    "ski",
    "quin",
    "berg",
    "ham",
    "ford",
]
TITLES = [
    "Sen.",
    "Gov.",
    "Rep.",
    "Mr.",
    "Mrs.",
    "Dr.",
    "President",
    "Minister",
    "Secretary",
    "Senator",
    "Mayor",
    "General",
    "Prof.",
    "Gen.",
    "Judge",
]
BODIES = [
    "Ministry",
    "Committee",
    "Agency",
    "Union",
    "Council",
    "Institute",
    "Commission",
    "Department",
    "Association",
    "Party",
]
DAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
OPENERS = frozenset({"PRP", "DT", "NNP", "NNS", "PRP$", "EX"})
UNFIT = frozenset({"``", "''", ":", "-LRB-", "WP", "UH"})


class Maker:
    """Makes sentences, the same ones for the same ``seed`` and corpus."""

    def __init__(self, corpus: Sequence[tuple[list[str], list[str]]], seed: int = 5) -> None:
        self.random = random.Random(seed)
        self.clauses, self.phrases, self.places = parts(corpus)
        verbs, speakers = lexicon("verbs"), lexicon("speakers")
        speech = set(verbs["speech"])
        self.saying = sorted(speech & set(verbs["clause"]))
        self.doing = sorted(set(verbs["object"]))
        self.asking = sorted(set(verbs["infinitive"]))
        self.telling = sorted(verbs["addressee"])
        self.offices = sorted(word for word in speakers["roles"] if word.isalpha())
        self.groups = sorted(word for word in speakers["collective"] if word.endswith("s"))
        self.lands = sorted(land for land in Locale("en").territories.values() if land.isalpha())

    def sentence(self) -> Piece:
        """A sentence in which somebody reports something."""
        who = self.subject()
        many = who[-1][1] == "NNS" or ("and", "CC") in who
        tense = self.random.choice(["VBD", "VBD", "VBD", "VBP" if many else "VBZ"])
        if self.random.random() < 0.12:
            who = [*who, (self.random.choice(["also", "later", "repeatedly", "previously", "often"]), "RB")]
        said = self.quoted(who, tense) if self.random.random() < 0.3 else self.indirect(who, tense)
        return [(said[0][0][0].upper() + said[0][0][1:], said[0][1]), *said[1:]]

    def indirect(self, who: Piece, tense: str) -> Piece:
        """Somebody reports a clause, does something to a thing, or asks for something."""
        kind = self.random.random()
        if kind < 0.4:
            end = [*self.maybe(0.3, self.day()), *self.maybe(0.6, [("that", "IN")]), *self.clause()]
            said = [*who, self.verb(self.saying, tense), *end]
        elif kind < 0.65:
            more = [("and", "CC"), self.verb(self.saying, tense), ("that", "IN"), *self.clause()]
            where = self.maybe(0.5, self.random.choice(self.places))
            said = [*who, self.verb(self.doing, tense), *self.phrase(), *where, *self.maybe(0.3, more)]
        elif kind < 0.8:
            verb = self.random.choice(["leave", "return", "build", "change", "keep", "vote", "support", "hold"])
            said = [*who, self.verb(self.asking, tense), ("to", "TO"), (verb, "VB"), *self.phrase()]
        elif kind < 0.9:
            told = self.random.choice([("reporters", "NNS"), (self.name(), "NNP")])
            said = [*who, self.verb(self.telling, tense), told, ("that", "IN"), *self.clause()]
        else:
            passive = [*self.phrase(), self.verb(self.doing, "VBN"), ("by", "IN")]
            return [*passive, *who, ("was", "VBD"), ("closed", "VBN"), (".", ".")]
        return [*said, *self.maybe(0.2, self.adding()), (".", ".")]

    def quoted(self, who: Piece, tense: str) -> Piece:
        """A quotation (one item, as the grammar sees it) or a clause, before or after who says it."""
        verb = self.verb(["say", "say", "say", *self.random.sample(self.saying, 1)], tense)
        tail: Piece = self.random.choice(
            [
                [],
                [("in", "IN"), ("an", "DT"), ("interview", "NN")],
                self.day(),
                self.adding(),
                [("of", "IN"), *self.phrase()],
            ]
        )
        quote, kind = ('"', "''"), self.random.random()
        if kind < 0.4:
            return [quote, verb, *who, *tail, (".", ".")]
        if kind < 0.6:
            return [quote, *who, verb, *tail, (".", ".")]
        if kind < 0.75:
            return [*who, verb, (self.random.choice([",", ":"]), ","), quote]
        turned = [verb, *who] if kind < 0.87 else [*who, verb]
        return [*self.clause(), (",", ","), *turned, *tail, (".", ".")]

    def subject(self) -> Piece:
        """Somebody, perhaps with an apposition or somebody else beside."""
        who = self.person() if self.random.random() < 0.6 else self.group()
        comma = (",", ",")
        office = (self.random.choice(self.offices), "NN")
        kind = self.random.random()
        if kind < 0.25:
            return [*who, comma, *self.phrase(), ("of", "IN"), (self.name(), "NNP"), comma]
        if kind < 0.33:
            return [*who, comma, ("a", "DT"), (self.name(), "NNP"), office, comma]
        if kind < 0.38:
            return [*who, comma, office, ("of", "IN"), ("the", "DT"), (self.name(), "NNP"), self.body(), comma]
        return [*who, ("and", "CC"), (self.name(), "NNP")] if kind < 0.42 else who

    def person(self) -> Piece:
        """A name with or without title or office, or a body."""
        title, office = (self.random.choice(TITLES), "NNP"), (self.random.choice(self.offices), "NN")
        first, last = (self.name(), "NNP"), (self.name(), "NNP")
        shapes: list[tuple[int, Piece]] = [
            (25, [last]),
            (35, [first, last]),
            (15, [title, last]),
            (5, [title, first, last]),
            (6, [office, first, last]),
            (6, [(self.name(), "NNP"), self.body(), office, first, last]),
            (8, [("the", "DT"), last, self.body()]),
        ]
        return self.random.choices([shape for _, shape in shapes], [weight for weight, _ in shapes])[0]

    def group(self) -> Piece:
        """People in general, an office, a pronoun, or anything."""
        many, office = (self.random.choice(self.groups), "NNS"), (self.random.choice(self.offices), "NN")
        some = (self.random.choice(["top", "senior", "many", "some", "local", "several", "other"]), "JJ")
        shapes: list[tuple[int, Piece]] = [
            (30, [many]),
            (20, [("the", "DT"), office]),
            (10, [("a", "DT"), (self.name(), "NNP"), office]),
            (15, [(self.random.choice(["he", "she"]), "PRP")]),
            (10, [some, many]),
            (15, self.phrase()),
        ]
        return self.random.choices([shape for _, shape in shapes], [weight for weight, _ in shapes])[0]

    def name(self) -> str:
        """A made-up name, or that of a country."""
        if self.random.random() < 0.15:
            return str(self.random.choice(self.lands))
        return "".join(self.random.choices(SYLLABLES, k=self.random.choice((2, 2, 3)))).capitalize()

    def body(self) -> tuple[str, str]:
        """The last word of an organisation's name."""
        return self.random.choice(BODIES), "NNP"

    def day(self) -> Piece:
        """A day."""
        return [("on", "IN"), (self.random.choice(DAYS), "NNP")]

    def adding(self) -> Piece:
        """A participle with what somebody says besides."""
        return [(",", ","), self.verb(self.saying, "VBG"), ("that", "IN"), *self.clause()]

    def clause(self) -> Piece:
        """A clause of the corpus."""
        return self.random.choice(self.clauses)

    def phrase(self) -> Piece:
        """A noun phrase of the corpus."""
        return self.random.choice(self.phrases)

    def maybe(self, share: float, piece: Piece) -> Piece:
        """The piece in this share of cases, else nothing."""
        return piece if self.random.random() < share else []

    def verb(self, lemmas: Sequence[str], tag: str) -> tuple[str, str]:
        """A form of one of the verbs."""
        lemma = self.random.choice(lemmas)
        listed = lexicon("verbs")["irregular"].get(lemma)
        base, present, past, *others = (lemma, *listed) if listed else forms(lemma)
        participle, going = others if listed else (past, others[0])
        return {"VBP": base, "VBZ": present, "VBD": past, "VBN": participle, "VBG": going}[tag], tag


def parts(corpus: Sequence[tuple[list[str], list[str]]]) -> tuple[list[Piece], list[Piece], list[Piece]]:
    """Short main clauses, noun phrases, and these with their prepositions; first words in lower case but for names."""
    clauses: list[Piece] = []
    phrases: list[Piece] = []
    places: list[Piece] = []
    for words, tags in corpus:
        proper = tags[0] == "NNP" or words[0] == "I"
        plain = list(zip([words[0] if proper else words[0].lower(), *words[1:]], tags, strict=True))
        short = 5 <= len(words) <= 18 and tags[-1] == "." and tags[0] in OPENERS
        if short and not FINITE.isdisjoint(tags[1:5]) and UNFIT.isdisjoint(tags):
            clauses.append(plain[:-1])
        for first, end in noun_phrases(tags):
            phrases.append(plain[first:end])
            if first and tags[first - 1] == "IN":
                places.append(plain[first - 1 : end])
    return clauses, phrases, places


def noun_phrases(tags: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Where the runs of an article or possessive, adjectives and nouns stand that end in a common noun."""
    first = 0
    while first < len(tags):
        end = first + 1
        if tags[first] in ("DT", "PRP$"):
            while end < len(tags) and (tags[end] in NOUNS or tags[end] == "JJ") and end - first < 5:
                end += 1
            if end - first >= 2 and tags[end - 1] in ("NN", "NNS"):
                yield first, end
        first = end
