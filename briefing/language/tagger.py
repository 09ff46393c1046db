"""Part-of-speech tags, by an averaged perceptron over words, endings and neighbours.

The shipped weights were trained by ``benchmarks/train_tagger.py``; ``tagger.txt`` beside them holds credit and licence.
"""

from __future__ import annotations

import gzip
import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cache
from importlib import resources

START = ("", "-START-", "-START2-")


Weights = list[tuple[int, int]]
MOST_CACHED = 50_000
"""How many words' weights are kept at hand, for each place a word can stand in."""


class Tagger:
    """Penn Treebank tags for words.

    ``known`` holds the words that have one tag only; ``weights`` maps a feature to the weight it gives each tag (by
    the tag's place in ``tags``).
    """

    def __init__(self, tags: Sequence[str], known: Mapping[str, str], weights: Mapping[str, Weights]) -> None:
        self.tags = tuple(tags)
        self.known = known
        self.weights = weights
        self._sums: dict[str, dict[str, Weights]] = {"own": {}, "first": {}, "left": {}, "right": {}}

    def tag(self, words: Sequence[str]) -> list[str]:
        """One tag for each of a sentence's words."""
        known, tags, weights, total = self.known, self.tags, self.weights, self._sum
        own, left, right = (self._sums[place] for place in ("own", "left", "right"))
        blank = [0] * len(tags)
        lows = [START[1], *(normal(word) for word in words), START[2], START[2]]
        found: list[str] = []
        before, before2 = START[1], START[2]
        for i, word in enumerate(words):
            tag = known.get(word)
            if tag is None:
                scores = blank[:]
                low = lows[i + 1]
                for row in (
                    (own.get(word) or total("own", word)) if i else total("first", word),
                    left.get(lows[i]) or total("left", lows[i]),
                    right.get(lows[i + 2]) or total("right", lows[i + 2]),
                    weights.get("z" + lows[i + 3], ()),
                    weights.get("t" + before, ()),
                    weights.get("u" + before2, ()),
                    weights.get("v" + before2 + " " + before, ()),
                    weights.get("x" + before + " " + low, ()),
                ):
                    for index, weight in row:
                        scores[index] += weight
                tag = tags[scores.index(max(scores))]
            found.append(tag)
            before2, before = before, tag
        return found

    def _sum(self, place: str, word: str) -> Weights:
        """The weights of a word in a place, added up once."""
        kept = self._sums[place]
        got = kept.get(word)
        if got is None:
            if len(kept) >= MOST_CACHED:
                kept.clear()
            total: dict[int, int] = {}
            for feature in PLACES[place](word):
                for index, weight in self.weights.get(feature, ()):
                    total[index] = total.get(index, 0) + weight
            got = kept[word] = list(total.items())
        return got


def normal(word: str) -> str:
    """The form a word is looked up by as a neighbour: lower case, digits as one sign."""
    if word[0].isdigit():
        return "0"
    return word.lower()


def shape(word: str) -> str:
    """Capitals, digits and hyphens of a word, coarsely."""
    if word.islower():
        return "-a" if "-" in word else "a"
    if word.isupper():
        return "A" if len(word) > 1 else "I"
    if word[0].isupper():
        return "Aa"
    return "0" if any(c.isdigit() for c in word) else "."


def features(words: Sequence[str], i: int, before: str, before2: str) -> Iterator[str]:
    """All that the model looks at for the word at ``i``, given the two tags before it."""
    lows = [normal(word) for word in words[max(0, i - 1) : i + 3]]
    here = min(i, 1)
    yield from own_features(words[i]) if i else first_features(words[i])
    yield from left_features(lows[here - 1] if i else START[1])
    yield from right_features(lows[here + 1] if here + 1 < len(lows) else START[2])
    yield "z" + (lows[here + 2] if here + 2 < len(lows) else START[2])
    yield from tag_features(lows[here], before, before2)


def own_features(word: str) -> Iterator[str]:
    """Those of the word itself."""
    low, form = normal(word), shape(word)
    yield from ("b", "w" + low, "3" + low[-3:], "2" + low[-2:], "p" + low[:1] + form, "s" + form)


def first_features(word: str) -> Iterator[str]:
    """Those of the word itself where it is the first."""
    yield from own_features(word)
    yield "f" + shape(word)


def left_features(low: str) -> Iterator[str]:
    """Those of the word before."""
    yield from ("l" + low, "m" + low[-3:])


def right_features(low: str) -> Iterator[str]:
    """Those of the word after."""
    yield from ("r" + low, "q" + low[-3:])


def tag_features(low: str, before: str, before2: str) -> Iterator[str]:
    """Those of the two tags before."""
    yield from ("t" + before, "u" + before2, "v" + before2 + " " + before, "x" + before + " " + low)


PLACES: Mapping[str, Callable[[str], Iterator[str]]] = {
    "own": own_features,
    "first": first_features,
    "left": left_features,
    "right": right_features,
}


@cache
def tagger() -> Tagger:
    """The shipped tagger, read once."""
    packed = (resources.files("briefing.language") / "tagger.json.gz").read_bytes()
    stored = json.loads(gzip.decompress(packed))
    weights = {feature: [tuple(pair) for pair in pairs] for feature, pairs in stored["weights"].items()}
    return Tagger(stored["tags"], stored["known"], weights)
