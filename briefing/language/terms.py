"""Terms: words and phrases written as data, found in a text in one pass over its words.

A term is a row of parts. A part is a word ("toll"; one with a capital letter must be written so, as "SAM"), the
beginning of a word ("displac*"), any of several ("died|perished"), one that may be left out ("the?"), a comma, a
capitalised word ("{Name}"), one that looks like the plural of a people ("{People}"), a numeral in digits or words
("#"), or a gap of up to six words within a sentence ("…").
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache, lru_cache
from itertools import chain, product
from typing import NamedTuple

from briefing.errors import BriefingError
from briefing.language.lexicon import lexicon
from briefing.model.source import Span

GAP = "…"
NUMERAL = "#"
NAME = "{Name}"
PEOPLE = "{People}"
LONGEST_GAP = 6
PIECE = re.compile(r"\S+")
WORD = re.compile(r"[^\W\d_]+(?:['’](?!ll\b)[^\W\d_]+)?|['’]ll\b|\d+(?:[.,]\d+)*|[–—]|\A-\Z|[.,;:!?()“”\"]")
"""A word or mark of a piece of text; a hyphen is one where it stands alone."""
PART = re.compile(r"#|…|,|\.|\{Name\}|\{People\}|(?:\d+|'?[^\W\d_]+(?:'[^\W\d_]+)?)\*?")
PLAIN = re.compile(r"[^\W\d_]+\*?(?: [^\W\d_]+\*?)*")
"""A term of words and beginnings of words alone, as most are: one row."""
SEPARATE = re.compile(r"-|'(?=\s|$)")
PLURAL_OF_PEOPLE = ("as", "is", "os", "bs", "ds", "gs", "hs", "ks", "ns", "rs", "ts", "ese")
"""How the name of a people ends in the plural: Hazaras, Iraqis, Serbs, Kurds, Czechs, Uzbeks, Syrians, Congolese."""
ENDS = frozenset(".;:!?")


Found = Mapping[str, Sequence[Span]]
"""Places by the name of the list whose term stands there, in order."""


class Word(NamedTuple):
    """A word or mark: its place in its piece, as written, and in lower case without a possessive ending."""

    start: int
    end: int
    raw: str
    low: str


class Node:
    """What may come after some parts, and the names of the lists whose terms end here.

    ``waiting`` holds the rows that lead through it, each with the name of its list, until a text comes this far:
    most terms of a large vocabulary are never begun.
    """

    __slots__ = ("depth", "exact", "gap", "kinds", "last", "lengths", "names", "stems", "waiting")

    def __init__(self, depth: int) -> None:
        self.depth = depth
        self.waiting: list[tuple[Sequence[str], str]] = []
        self.exact: dict[str, Node] = {}
        self.stems: dict[str, Node] = {}
        self.lengths: list[int] = []
        self.kinds: dict[str, Node] = {}
        self.gap: Node | None = None
        self.names: list[str] = []
        self.last = False


class Terms:
    """Lists of terms by name. Raises BriefingError, naming ``where`` and the list, on a term that cannot be read."""

    def __init__(self, lists: Mapping[str, Iterable[str]], where: str) -> None:
        self._root = Node(0)
        self._first: dict[str, tuple[Node, ...]] = {}
        self._plain: dict[str, list[tuple[str, str]]] = {}
        for name, terms in lists.items():
            for term in terms:
                first = term.partition(" ")[0]
                if first[-1:] != "*" and PLAIN.fullmatch(term):  # most: left alone until a text has their first word
                    self._plain.setdefault(first, []).append((term, name))
                else:
                    self._root.waiting += [(row, name) for row in rows(term, f"{where}, {name}")]

    def find(self, text: str) -> Found:
        """The places in ``text`` of the terms of each list that has any there, in order; they may overlap."""
        words, known = words_of(text), self._first
        met: list[tuple[str, int, int]] = []
        for i, word in enumerate(words):
            begun = known.get(word.raw)
            if begun is None:
                begun = self._begun(word.raw)
            for node in begun:
                met += [(name, i, last) for last, name in endings(node, words, i + 1)]
        places = places_of(text) if met else []
        found: dict[str, list[Span]] = {}
        for name, first, last in met:
            found.setdefault(name, []).append((places[first][0], places[last - 1][1]))
        return found

    def _begun(self, raw: str) -> tuple[Node, ...]:
        """The nodes of the terms that a word begins."""
        begun = self._first.get(raw)
        if begun is None:
            low = comparable(raw)
            for key in {low, raw}:
                plain = self._plain.pop(key, ())
                self._root.waiting += [(tuple(term.split()), name) for term, name in plain]
            begun = self._first[raw] = tuple(following(self._root, Word(0, len(raw), raw, low)))
        return begun


def apart(span: Span, others: Iterable[Span]) -> bool:
    """Whether ``span`` touches none of ``others``."""
    return all(span[1] <= start or end <= span[0] for start, end in others)


@lru_cache(maxsize=4)
def words_of(text: str) -> tuple[Word, ...]:
    """The words and stops of ``text``; kept, since several vocabularies read one text in turn."""
    return tuple(chain.from_iterable(map(words_in, text.split())))


@lru_cache(maxsize=16384)
def words_in(piece: str) -> tuple[Word, ...]:
    """The words and stops of a piece of text without white space; kept, since texts are made of much the same."""
    return tuple([Word(m.start(), m.end(), m[0], comparable(m[0])) for m in WORD.finditer(piece)])


def places_of(text: str) -> list[Span]:
    """Where each of the words and stops of ``text`` stands."""
    pieces = [(piece.start(), words_in(piece[0])) for piece in PIECE.finditer(text)]
    return [(at + word.start, at + word.end) for at, words in pieces for word in words]


@lru_cache(maxsize=65536)
def comparable(raw: str) -> str:
    """A word in lower case, with a straight apostrophe and no possessive ending."""
    return raw.lower().replace("’", "'").removesuffix("'s")


@cache
def number_words() -> frozenset[str]:
    """Words that are numerals or end one ("nine", "dozen")."""
    known = lexicon("numbers")
    return frozenset(
        [*known["cardinals"], *known["magnitudes"], "dozens", "hundreds", "thousands", "scores", "several"]
    )


def rows(term: str, where: str) -> Iterator[tuple[str, ...]]:
    """Each row of single parts that a term stands for. A hyphen and a space are one."""
    if PLAIN.fullmatch(term):
        yield tuple(term.split())
        return
    options: list[list[str]] = []
    plain = SEPARATE.sub(" ", term.replace("’", "'").replace(",", " ,").replace(f"{NAME}s", NAME))
    for part in plain.split():
        choices = part.removesuffix("?").split("|")
        if not all(PART.fullmatch(choice) for choice in choices):
            raise BriefingError(where, f"{part!r} of {term!r} is no part of a term", "write a word, word*, # or …")
        options.append([*choices, ""] if part.endswith("?") else choices)
    for row in product(*options):
        parts = tuple(part for part in row if part)
        if not parts or GAP in (parts[0], parts[-1]):
            raise BriefingError(where, f"{term!r} begins or ends with nothing", "begin and end it with a word")
        yield parts


def unfold(node: Node) -> None:
    """Hand the rows that wait at a node on to the nodes of their next parts."""
    for row, name in node.waiting:
        if len(row) > node.depth:
            after(node, row[node.depth]).waiting.append((row, name))
        elif name not in node.names:
            node.names.append(name)
    node.waiting = []
    node.last = not (node.exact or node.stems or node.kinds or node.gap)


def after(node: Node, part: str) -> Node:
    """The node that ``part`` leads to, made where there is none."""
    if part == GAP:
        node.gap = node.gap or Node(node.depth + 1)
        return node.gap
    if part in (NUMERAL, NAME, PEOPLE):
        return child(node, node.kinds, part)
    if part.endswith("*"):
        node.lengths = sorted({*node.lengths, len(part) - 1})
        return child(node, node.stems, part[:-1].lower())
    return child(node, node.exact, part.removesuffix("'s"))


def child(node: Node, children: dict[str, Node], key: str) -> Node:
    """The node under ``key`` among some of a node's children, made where there is none."""
    found = children.get(key)
    if found is None:
        found = children[key] = Node(node.depth + 1)
    return found


def following(node: Node, word: Word) -> Sequence[Node]:
    """The nodes that ``word`` leads to."""
    if node.waiting:
        unfold(node)
    low, raw = word.low, word.raw
    exact, stems, kinds = node.exact, node.stems, node.kinds
    if not (stems or kinds or low in exact or raw in exact):  # most often
        return ()
    found = [exact[low]] if low in exact else []
    if raw != low and raw in exact:
        found.append(exact[raw])
    if stems:
        for length in node.lengths:
            if length > len(low):
                break
            if low[:length] in stems:
                found.append(stems[low[:length]])
    if kinds:
        if NAME in kinds and raw[0].isupper():
            found.append(kinds[NAME])
        if PEOPLE in kinds and raw[0].isupper() and low.endswith(PLURAL_OF_PEOPLE):
            found.append(kinds[PEOPLE])
        if NUMERAL in kinds and (raw[0].isdigit() or low in number_words()):
            found.append(kinds[NUMERAL])
    return found


def endings(node: Node, words: Sequence[Word], at: int) -> list[tuple[int, str]]:
    """Before which word the terms that have come to ``node`` before word ``at`` end, and the names of their lists."""
    if node.waiting:
        unfold(node)
    met = [(at, name) for name in node.names] if node.names else []
    if node.last or at >= len(words):
        return met
    for later in following(node, words[at]):
        met += endings(later, words, at + 1)
    if node.gap:
        for k in range(at, min(at + LONGEST_GAP + 1, len(words))):
            for later in following(node.gap, words[k]):
                met += endings(later, words, k + 1)
            if words[k].low in ENDS:
                break
    return met
