"""Train the part-of-speech tagger from gold tags, measure it, and write the weights the package ships.

usage: python benchmarks/train_tagger.py GUM-POS.TSV GUM.JSONL OUT.json.gz [--rounds 8] [--made-up 1500] [--measure]

GUM-POS.TSV has a token a line (token, UPOS, XPOS, "+" where no space follows), a blank line after a sentence and a line
"# doc NAME SPLIT" before a document; GUM.JSONL says which documents rest on firm licence terms: only those are used.
To them come as many made-up sentences as --made-up says (see made_up_sentences.py).
With --measure, the test documents are kept apart and the accuracy on them is printed; without it every firm document is
trained on.
"""

from __future__ import annotations

import argparse
import gzip
import json
import random
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path

from made_up_sentences import Maker

from briefing.language.grammar.tagger import START, Tagger, features

Sentence = tuple[list[str], list[str]]
SCALE = 100
SMALL = 12
"""Weights under this (after scaling) are dropped, with a change in the third digit of the accuracy."""


def sentences(path: Path, wanted: set[str], splits: set[str]) -> Iterator[Sentence]:
    """The words and tags of each sentence of the wanted documents."""
    words: list[str] = []
    tags: list[str] = []
    use = False
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.startswith("# doc "):
            _, _, name, split = line.split()
            use = name in wanted and split in splits
        elif line and use:
            word, _, tag, _ = line.split("\t")
            words.append(word)
            tags.append(tag)
        elif words:
            yield words, tags
            words, tags = [], []


def lone_tags(data: list[Sentence]) -> dict[str, str]:
    """Words seen often enough, with one tag nearly always: they need no weighing."""
    seen: dict[str, Counter[str]] = defaultdict(Counter)
    for words, tags in data:
        for word, tag in zip(words, tags, strict=True):
            seen[word][tag] += 1
    known = {}
    for word, counts in seen.items():
        tag, count = counts.most_common(1)[0]
        if counts.total() >= 8 and count / counts.total() >= 0.985:
            known[word] = tag
    return known


def train(data: list[Sentence], rounds: int) -> Tagger:
    """An averaged perceptron after ``rounds`` passes over the data, in a fixed order."""
    tags = sorted({tag for _, gold in data for tag in gold})
    place = {tag: index for index, tag in enumerate(tags)}
    known = lone_tags(data)
    weights: dict[str, dict[int, float]] = defaultdict(dict)
    totals: dict[tuple[str, int], float] = defaultdict(float)
    stamps: dict[tuple[str, int], int] = defaultdict(int)
    now = 0

    def bump(feature: str, index: int, by: float) -> None:
        row = weights[feature]
        value = row.get(index, 0.0)
        key = (feature, index)
        totals[key] += (now - stamps[key]) * value
        stamps[key] = now
        row[index] = value + by

    order = random.Random(1)
    for _ in range(rounds):
        order.shuffle(data)
        for words, gold in data:
            before, before2 = START[1], START[2]
            for i, word in enumerate(words):
                guess = known.get(word)
                if guess is None:
                    now += 1
                    found = list(features(words, i, before, before2))
                    scores = [0.0] * len(tags)
                    for feature in found:
                        for index, weight in weights[feature].items():
                            scores[index] += weight
                    guess = tags[max(range(len(tags)), key=scores.__getitem__)]
                    if guess != gold[i]:
                        for feature in found:
                            bump(feature, place[gold[i]], 1.0)
                            bump(feature, place[guess], -1.0)
                before2, before = before, guess
    return Tagger(tags, known, averaged(weights, totals, stamps, now))


def averaged(
    weights: dict[str, dict[int, float]],
    totals: dict[tuple[str, int], float],
    stamps: dict[tuple[str, int], int],
    now: int,
) -> dict[str, list[tuple[int, int]]]:
    """Whole-number averages of the weights, without the small ones."""
    out = {}
    for feature, row in sorted(weights.items()):
        kept = []
        for index, value in sorted(row.items()):
            key = (feature, index)
            mean = round(SCALE * (totals[key] + (now - stamps[key]) * value) / now)
            if abs(mean) >= SMALL:
                kept.append((index, mean))
        if kept:
            out[feature] = kept
    return out


def accuracy(tagger: Tagger, data: list[Sentence]) -> float:
    """The share of words whose tag is right."""
    pairs = [pair for words, gold in data for pair in zip(tagger.tag(words), gold, strict=True)]
    return sum(a == b for a, b in pairs) / len(pairs)


def main() -> None:
    """Read, train, measure if asked, write."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("tokens", type=Path)
    parser.add_argument("documents", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--rounds", type=int, default=8)
    parser.add_argument("--made-up", type=int, default=1500)
    parser.add_argument("--seed", type=int, default=5)
    parser.add_argument("--measure", action="store_true")
    args = parser.parse_args()
    rows = [json.loads(line) for line in args.documents.read_text(encoding="utf-8").splitlines()]
    firm = {row["doc"] for row in rows if row["firm"]}
    splits = {"train", "dev"} if args.measure else {"train", "dev", "test"}
    data = list(sentences(args.tokens, firm, splits))
    maker = Maker(data, args.seed)
    made = [maker.sentence() for _ in range(args.made_up)]
    data += [([word for word, _ in one], [tag for _, tag in one]) for one in made]
    tagger = train(data, args.rounds)
    if args.measure:
        print(f"accuracy on the test documents {accuracy(tagger, list(sentences(args.tokens, firm, {'test'}))):.4f}")
    stored = {"tags": tagger.tags, "known": tagger.known, "weights": tagger.weights}
    text = json.dumps(stored, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    args.out.write_bytes(gzip.compress(text.encode(), mtime=0))
    print(f"{args.out}: {args.out.stat().st_size} bytes")


if __name__ == "__main__":
    main()
