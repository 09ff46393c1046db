"""How the time of grouping grows with the number of sources: a table, and the exponent of the growth.

    python benchmarks/grouping.py [--sources 100 300 1000 3000 10000]

The sources are made up: each tells of one event in five sentences of its own and two that an agency wrote, with figures
and named speakers. Two series: events of eight sources each, as a year of reports has them, and one single event that
all sources tell of. Exponent 1 is linear, 2 is comparing all with all.
"""

from __future__ import annotations

import argparse
import math
import random
import time
from collections.abc import Iterator, Sequence

from briefing.grouping import group
from briefing.model.claim import PUBLISHER, Attribution, Claim, Extraction, Figure
from briefing.model.finding import Grouping
from briefing.model.source import File, Locator, Passage, Source

SIZES = (100, 300, 1_000, 3_000, 10_000)
EVENT = 8
"""Sources that tell of one event in the first series."""
SYLLABLES = ("ba", "ko", "ri", "ten", "lu", "mar", "si", "do", "ven", "ta", "ol", "nu", "pre", "gal", "mi", "sor")
KINDS = ("flood", "earthquake", "cyclone", "fire", "fighting", "outbreak")
STATES = (("people", "people", "killed"), ("people", "people", "injured"), ("families", "households", "displaced"))
THINGS = (("schools", "items", "damaged"), ("wells", "items", "repaired"), ("trucks", "items", "sent"))


def word(chance: random.Random, parts: int) -> str:
    """A made-up word of so many syllables."""
    return "".join(chance.choice(SYLLABLES) for _ in range(parts))


class Draft:
    """One source being written: its text, and the claims on it."""

    def __init__(self, publisher: str, day: int) -> None:
        self.publisher, self.day = publisher, day
        self.lines: list[str] = []
        self.said: list[tuple[str | None, tuple[int, str, str, str, int] | None]] = []

    def add(self, line: str, speaker: str | None = None, figure: tuple[int, str, str, str, int] | None = None) -> None:
        """A sentence, who says it, and its figure: (value, unit, kind, what, place in the line)."""
        self.lines.append(line)
        self.said.append((speaker, figure))

    def finished(self) -> tuple[Source, Extraction]:
        """The source and what was extracted from it."""
        text = "\n\n".join(self.lines)
        date = f"2024-{1 + self.day // 28:02}-{1 + self.day % 28:02}"
        source = Source(text, (File("a.txt", publisher=self.publisher, published=date),), language="en")
        claims, start = [], 0
        for number, (line, (speaker, told)) in enumerate(zip(self.lines, self.said, strict=True), 1):
            claims.append(_claim(source, start, line, number, speaker, told))
            start += len(line) + 2
        return source, Extraction(tuple(claim.passage for claim in claims), tuple(claims), ())


def _claim(
    source: Source,
    start: int,
    line: str,
    number: int,
    speaker: str | None,
    told: tuple[int, str, str, str, int] | None,
) -> Claim:
    end = start + len(line)
    passage = Passage(start, end, "sentence" if number > 1 else "headline", Locator(number))
    at = Attribution("named", f"p-{speaker.lower()}", speaker, cue="said") if speaker else PUBLISHER
    figures: tuple[Figure, ...] = ()
    if told:
        amount, unit, kind, what, place = told
        numeral = f"{amount:,}"
        first = start + place
        figures = (Figure(first, first + len(numeral), numeral, amount, unit, what, kind, said_by=speaker),)
    form = "indirect" if speaker else "own"
    return Claim(source.anchor(start, end), passage, form, ((start, end),), at, figures=figures)


def sources(count: int, per_event: int, chance: random.Random) -> Iterator[tuple[Source, Extraction]]:
    """``count`` made-up sources with their extractions, ``per_event`` to an event."""
    for first in range(0, count, per_event):
        place, region, speaker = (word(chance, 3).title() for _ in range(3))
        kind = chance.choice(KINDS)
        tolls = {state: chance.randint(3, 4_000) for state in STATES + THINGS}
        agency = [" ".join(word(chance, 2) for _ in range(18)) for _ in range(4)]
        for number in range(first, min(count, first + per_event)):
            draft = Draft(f"{word(chance, 3).title()} Post", chance.randint(0, 5) + 7 * (first % 40))
            draft.add(f"The {kind} in {place} {chance.choice(('grows', 'worsens', 'ends'))} ({number})")
            for state in chance.sample(STATES + THINGS, 4):
                _figure(draft, chance, state, tolls[state], f"by the {kind} in {place} of {region}", speaker)
            draft.add(f"Here {' '.join(word(chance, 2) for _ in range(12))} near {place}.")
            for line in chance.sample(agency, 2):
                draft.add(f"In {place} {line}.")
            yield draft.finished()


def _figure(
    draft: Draft, chance: random.Random, state: tuple[str, str, str], toll: int, where: str, speaker: str
) -> None:
    unit, kind, done = state
    amount = toll + chance.choice((0, 0, 0, 1, toll // 4))
    lead = f"{speaker} said " if chance.random() < 0.5 else ""
    line = f"{lead}{amount:,} {unit} were {done} {where}."
    draft.add(line, speaker if lead else None, (amount, unit, kind, f"{unit} {done}", len(lead)))


def measured(count: int, per_event: int) -> tuple[float, Grouping, int]:
    """CPU seconds to group ``count`` sources, the result, and how many claims there were."""
    told = list(sources(count, per_event, random.Random(count)))
    extractions = {source.id: extraction for source, extraction in told}
    start = time.process_time()
    grouping = group([source for source, _ in told], extractions)
    return time.process_time() - start, grouping, sum(len(extraction.claims) for extraction in extractions.values())


def exponent(sizes: Sequence[int], seconds: Sequence[float]) -> float:
    """The slope of the seconds over the sizes, both as logarithms, by least squares."""
    x, y = [math.log(size) for size in sizes], [math.log(second) for second in seconds]
    middle_x, middle_y = sum(x) / len(x), sum(y) / len(y)
    above = sum((a - middle_x) * (b - middle_y) for a, b in zip(x, y, strict=True))
    return above / sum((a - middle_x) ** 2 for a in x)


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--sources", type=int, nargs="+", default=SIZES)
    sizes = parser.parse_args().sources
    for title, per_event in ((f"events of {EVENT} sources", EVENT), ("one event", max(sizes))):
        print(f"\n{title}\n{'sources':>8} {'claims':>8} {'findings':>8} {'several':>8} {'CPU s':>8} {'ms each':>8}")
        seconds = []
        for count in sizes:
            second, grouping, claims = measured(count, per_event)
            several = sum(len(finding.outlets) > 1 for finding in grouping.findings)
            told = f"{count:8,} {claims:8,} {len(grouping.findings):8,} {several:8,}"
            print(f"{told} {second:8.2f} {1000 * second / count:8.2f}", flush=True)
            seconds.append(second)
        if len(sizes) > 1:
            print(f"exponent {exponent(sizes, seconds):.2f}")


if __name__ == "__main__":
    main()
