"""Part-of-speech tags, by an averaged perceptron over words, endings and neighbours.

The shipped weights were trained by ``benchmarks/train_tagger.py``; ``tagger.txt`` beside them holds credit and licence.
"""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from importlib import resources

START = ("", "-START-", "-START2-")


class Tagger:
    """Penn Treebank tags for words.

    ``known`` holds the words that have one tag only; ``weights`` maps a feature to the weight it gives each tag (by
    the tag's place in ``tags``).
    """

    def __init__(
        self, tags: Sequence[str], known: Mapping[str, str], weights: Mapping[str, Sequence[tuple[int, int]]]
    ) -> None:
        self.tags = tuple(tags)
        self.known = known
        self.weights = weights

    def tag(self, words: Sequence[str]) -> list[str]:
        """One tag for each of a sentence's words."""
        known, weights, tags = self.known, self.weights, self.tags
        blank = [0] * len(tags)
        context = [START[1], *(normal(word) for word in words), START[2], START[2]]
        found: list[str] = []
        before, before2 = START[1], START[2]
        for i, word in enumerate(words):
            tag = known.get(word)
            if tag is None:
                scores = blank[:]
                for feature in features(word, context, i + 1, before, before2):
                    for index, weight in weights.get(feature, ()):
                        scores[index] += weight
                tag = tags[scores.index(max(scores))]
            found.append(tag)
            before2, before = before, tag
        return found


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


def features(word: str, context: Sequence[str], i: int, before: str, before2: str) -> Iterator[str]:
    """What the model looks at for the word at ``context[i]``, given the two tags before it."""
    low, previous, following = context[i], context[i - 1], context[i + 1]
    form = shape(word)
    yield "b"
    yield "w" + low
    yield "3" + low[-3:]
    yield "2" + low[-2:]
    yield "p" + low[:1] + form
    yield "s" + form + ("<" if previous == START[1] else "")
    yield "t" + before
    yield "u" + before2
    yield "v" + before2 + " " + before
    yield "x" + before + " " + low
    yield "l" + previous
    yield "m" + previous[-3:]
    yield "r" + following
    yield "q" + following[-3:]
    yield "z" + context[i + 2]


@cache
def tagger() -> Tagger:
    """The shipped tagger, read once."""
    packed = (resources.files("briefing.language") / "tagger.json.gz").read_bytes()
    stored = json.loads(gzip.decompress(packed))
    weights = {feature: [tuple(pair) for pair in pairs] for feature, pairs in stored["weights"].items()}
    return Tagger(stored["tags"], stored["known"], weights)
