"""Made-up news for the other benchmarks: stories of floods, fires and fighting in places that are on no map.

    python benchmarks/made_up.py FOLDER [--sources 20]

Ten sources tell of each event, with figures that agree, differ or are rounded, named and unnamed speakers, quotations,
needs and responses. The same number of sources is the same text on every machine.
"""

from __future__ import annotations

import argparse
import random
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

EVENT = 10
"""Sources that tell of one event."""
SYLLABLES = ("ba", "ko", "ri", "ten", "lu", "mar", "si", "do", "ven", "ta", "nu", "gal", "mi", "sor", "pel", "da")
HAZARDS = ("flood", "landslide", "fire", "storm", "earthquake", "fighting", "cholera outbreak", "drought")
OFFICES = ("Mayor", "Governor", "Minister", "Colonel", "Dr", "Bishop")
BODIES = ("Red Cross", "provincial council", "health ministry", "civil protection office", "teachers’ union")
COUNTED = ("people were killed", "people were injured", "families left their homes", "houses were destroyed")
THINGS = ("schools have closed", "wells are spoilt", "clinics lack medicine", "bridges are down", "trucks are held up")
SAID = (
    "We need clean water and tents before the rains",
    "Nobody has told us when the road will open again",
    "Our children sleep in the market hall and are afraid",
    "The hospital has fuel for two more nights",
    "What we saw today will take years to rebuild",
    "Both sides must let the convoys pass",
)
NEEDS = (
    "shelter for those who lost their homes",
    "medicine for the wounded",
    "safe drinking water in the camps",
    "food for the coming month",
    "teachers and classrooms for displaced children",
    "protection for women who travel alone",
)
ENDINGS = (
    "after the river rose",
    "since the truce ended",
    "in the first two days",
    "along the border",
    "in the hills above the town",
    "by Sunday evening",
)
BYLINES = ("Post", "Herald", "Courier", "Radio", "News Agency", "Observer")


class Event(NamedTuple):
    """What the stories of one event have in common."""

    hazard: str
    place: str
    region: str
    speakers: tuple[str, ...]
    tolls: tuple[int, ...]


def word(chance: random.Random, parts: int) -> str:
    """A made-up name of so many syllables."""
    return "".join(chance.choice(SYLLABLES) for _ in range(parts)).title()


def event(chance: random.Random) -> Event:
    """An event with its place, speakers and true numbers."""
    names = (f"{chance.choice(OFFICES)} {word(chance, 2)} {word(chance, 3)}" for _ in range(4))
    tolls = tuple(chance.randint(3, 9_000) for _ in range(len(COUNTED) + len(THINGS)))
    return Event(chance.choice(HAZARDS), word(chance, 3), word(chance, 3), tuple(names), tolls)


def figure(chance: random.Random, told: Event) -> str:
    """A count, as one of the sources gives it."""
    index = chance.randrange(len(told.tolls))
    toll, what = told.tolls[index], (*COUNTED, *THINGS)[index]
    amount = chance.choice((f"{toll:,}", f"{toll:,}", f"at least {toll:,}", f"about {round(toll, -1) or toll:,}"))
    return f"{amount} {what} {chance.choice(ENDINGS)}"


def sentence(chance: random.Random, told: Event) -> str:
    """One sentence of a story."""
    name, body = chance.choice(told.speakers), chance.choice(BODIES)
    surname, count, need = name.split()[-1], figure(chance, told), chance.choice(NEEDS)
    return chance.choice(
        (
            f"“{chance.choice(SAID)},” {name} said.",
            f"{surname} told reporters in {told.place} that {count}.",
            f"According to the {body}, {count}.",
            f"The {body} warned that {told.region} needs {need}.",
            f"The {body} said it had sent {chance.randint(2, 90)} trucks with {need}.",
            f"{count[0].upper()}{count[1:]}, the {body} reported.",
            f"{name} urged both sides to open the road between {told.place} and {told.region}.",
            f"Witnesses said that {count}, which officials in {told.region} denied.",
            f"The {told.hazard} cut {told.place} off from {told.region} for {chance.randint(2, 30)} hours.",
            f"Prices in {told.place} have doubled, and families who trade there fear the winter.",
        )
    )


def story(chance: random.Random, told: Event, number: int) -> str:
    """The text of one source: headline, then paragraphs."""
    lines = [f"{told.hazard.capitalize()} in {told.place}: {figure(chance, told)} ({number})"]
    for _ in range(9):
        lines.append(" ".join(sentence(chance, told) for _ in range(chance.randint(2, 4))))
    return "\n\n".join(lines) + "\n"


def stories(count: int) -> Iterator[tuple[str, str]]:
    """``count`` sources as publisher and text."""
    chance = random.Random(count)
    told = event(chance)
    for number in range(count):
        if number % EVENT == 0:
            told = event(chance)
        yield f"{word(chance, 2)} {chance.choice(BYLINES)}", story(chance, told, number + 1)


def write(folder: Path, count: int) -> int:
    """Write ``count`` sources and their sources.toml into ``folder``, which is made; how many words they have."""
    folder.mkdir(parents=True, exist_ok=True)
    entries, words = [], 0
    for number, (publisher, text) in enumerate(stories(count)):
        name = f"{number:05}.txt"
        (folder / name).write_text(text, encoding="utf-8")
        day = f"2024-{1 + number // 28 % 12:02}-{1 + number % 28:02}"
        entries.append(f'[[source]]\nfile = "{name}"\npublisher = "{publisher}"\npublished = {day}\nlanguage = "en"\n')
        words += len(text.split())
    (folder / "sources.toml").write_text("\n".join(entries), encoding="utf-8")
    return words


def main() -> None:
    """Write the sources and say how many words they have."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--sources", type=int, default=20)
    asked = parser.parse_args()
    print(f"{asked.sources} sources, {write(asked.folder, asked.sources)} words in {asked.folder}")


if __name__ == "__main__":
    main()
