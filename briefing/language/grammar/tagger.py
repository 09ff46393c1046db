"""Part-of-speech tags, by an averaged perceptron over words, endings and neighbours.

The shipped weights were trained by ``benchmarks/train_tagger.py``; ``tagger.txt`` beside them holds credit and licence.
"""

from __future__ import annotations

import gzip
import json
import struct
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cache
from importlib import resources

START = ("", "-START-", "-START2-")


Weights = Sequence[tuple[int, int]]
MOST_CACHED = 50_000
"""How many features' weights are kept at hand, and how many words' for each place a word can stand in."""
LANE = 32
"""The bits in which one tag's score lies, where the scores of all tags are one whole number that is added at once."""
MIDDLE = 1 << 20
"""What is added to every score, so that none is negative: no score is as large as this."""


class Tagger:
    """Penn Treebank tags for words.

    ``known`` holds the words that have one tag only; ``weights`` maps a feature to the weight it gives each tag (by
    the tag's place in ``tags``).
    """

    def __init__(self, tags: Sequence[str], known: Mapping[str, str], weights: Mapping[str, Weights]) -> None:
        self.tags = tuple(tags)
        self.known = known
        self.weights = weights
        self._middle = sum(MIDDLE << LANE * index for index in range(len(self.tags)))
        self._lanes = struct.Struct(f"<{len(self.tags)}I")
        self._packed = _Packed(weights)
        self._sums = tuple(_Sums(self._packed, features_of) for features_of in PLACES)

    def tag(self, words: Sequence[str]) -> list[str]:
        """One tag for each of a sentence's words."""
        known, tags, middle = self.known, self.tags, self._middle
        size, scores_in = self._lanes.size, self._lanes.unpack
        own, first, left, right, two_tags = self._sums
        packed = self._packed
        lows = [START[1], *(normal(word) for word in words), START[2], START[2]]
        found: list[str] = []
        before, before2 = START[1], START[2]
        for i, word in enumerate(words):
            tag = known.get(word)
            if tag is None:
                total = (
                    middle
                    + (own[word] if i else first[word])
                    + left[lows[i]]
                    + right[lows[i + 2]]
                    + packed[BEYOND + lows[i + 3]]
                    + two_tags[f"{before2} {before}"]
                    + packed[f"{TAG_HERE}{before} {lows[i + 1]}"]
                )
                scores = scores_in(total.to_bytes(size, "little"))
                tag = tags[scores.index(max(scores))]
            found.append(tag)
            before2, before = before, tag
        return found


class _Packed(dict[str, int]):
    """Feature -> the weights it gives all tags as one whole number, each tag's in bits of its own, packed when met."""

    def __init__(self, weights: Mapping[str, Weights]) -> None:
        super().__init__()
        self._weights = weights

    def __missing__(self, feature: str) -> int:
        if len(self) >= MOST_CACHED:
            self.clear()
        row = self._weights.get(feature, ())
        packed = self[feature] = sum([weight << LANE * index for index, weight in row])
        return packed


class _Sums(dict[str, int]):
    """What stands in one place -> the packed weights of its features together, added up when met."""

    def __init__(self, packed: _Packed, features_of: Callable[[str], Sequence[str]]) -> None:
        super().__init__()
        self._packed, self._features_of = packed, features_of

    def __missing__(self, there: str) -> int:
        if len(self) >= MOST_CACHED:
            self.clear()
        packed = self._packed
        total = self[there] = sum([packed[feature] for feature in self._features_of(there)])
        return total


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


BEYOND = "z"
"""The kind of feature that is the word after the next."""
TAG_HERE = "x"
"""The kind of feature that is the tag before and the word itself, parted by a space."""


def features(words: Sequence[str], i: int, before: str, before2: str) -> Iterator[str]:
    """All that the model looks at for the word at ``i``, given the two tags before it."""
    lows = [normal(word) for word in words[max(0, i - 1) : i + 3]]
    here = min(i, 1)
    yield from own_features(words[i]) if i else first_features(words[i])
    yield from left_features(lows[here - 1] if i else START[1])
    yield from right_features(lows[here + 1] if here + 1 < len(lows) else START[2])
    yield BEYOND + (lows[here + 2] if here + 2 < len(lows) else START[2])
    yield from two_tags_features(f"{before2} {before}")
    yield f"{TAG_HERE}{before} {lows[here]}"


def own_features(word: str) -> Sequence[str]:
    """Those of the word itself."""
    low, form = normal(word), shape(word)
    return "b", "w" + low, "3" + low[-3:], "2" + low[-2:], "p" + low[:1] + form, "s" + form


def first_features(word: str) -> Sequence[str]:
    """Those of the word itself where it is the first."""
    return *own_features(word), "f" + shape(word)


def left_features(low: str) -> Sequence[str]:
    """Those of the word before."""
    return "l" + low, "m" + low[-3:]


def right_features(low: str) -> Sequence[str]:
    """Those of the word after."""
    return "r" + low, "q" + low[-3:]


def two_tags_features(tags: str) -> Sequence[str]:
    """Those of the two tags before, parted by a space."""
    before2, before = tags.split(" ")
    return "t" + before, "u" + before2, "v" + tags


PLACES: Sequence[Callable[[str], Sequence[str]]] = (
    own_features,
    first_features,
    left_features,
    right_features,
    two_tags_features,
)


@cache
def tagger() -> Tagger:
    """The shipped tagger, read once."""
    packed = (resources.files("briefing.language.grammar") / "tagger.json.gz").read_bytes()
    stored = json.loads(gzip.decompress(packed))
    return Tagger(stored["tags"], stored["known"], stored["weights"])
