"""How a number stands in its sentence: told, denied, only asked about, or taken back for another."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache

from briefing.grouping.rules import rules, said
from briefing.grouping.windows import Window
from briefing.grouping.words import spoken
from briefing.language.numbers import read_line
from briefing.model.claim import Value

BACK = 3
"""Words before a number in which a word may negate what befell those counted ("have not lost 12")."""
BEHIND = 5
"""Words behind a number in which it may ("300 houses were not destroyed")."""
FORMER = 7
"""Words between "earlier" and the number that it is said of."""
NOT = re.compile(r"n['’]t\b", re.IGNORECASE)
FENCE = re.compile(r"[,;:()]")
NUMERAL = 24
"""Code points in which a number behind "not" begins."""


@dataclass(frozen=True, slots=True)
class Standing:
    """``denied`` and ``asked`` as the sentence has it; ``negated`` is the verb that a denial behind the number negates.

    ``instead`` are the numbers whose place it takes ("23, not 15"), ``withdrawn`` says that another takes its own,
    ``came_from`` that another has come from it ("45, up from 28").
    """

    denied: bool = False
    negated: str = ""
    asked: bool = False
    instead: tuple[Value, ...] = ()
    withdrawn: bool = False
    came_from: bool = False

    @property
    def told(self) -> bool:
        """Whether the sentence says that there are so many."""
        return not (self.denied or self.asked or self.withdrawn)


TOLD = Standing()


def standing(beside: Window) -> Standing:
    """How a number stands, by the words beside it in its clause."""
    left, right = spoken(NOT.sub(" not", beside.left)), NOT.sub(" not", beside.right)
    negated = _negated_behind(right)
    return Standing(
        denied=_denied(left) or bool(negated) or _doubted(left, spoken(right)),
        negated=negated,
        asked=said(rules("standing")["denied"]["asked"], " ".join(left)),
        instead=tuple(_beside(right)),
        withdrawn=_withdrawn(spoken(FENCE.split(beside.left)[-1])),
        came_from=" ".join(left[-2:]) in rules("standing")["corrected"]["since"],
    )


def changing(left: str) -> bool:
    """Whether the words before a number say that it changed from it ("revised its appeal from")."""
    words = spoken(left)
    return bool(words) and words[-1] == "from" and not _words("corrected", "changing").isdisjoint(words)


def _denied(left: Sequence[str]) -> bool:
    """Whether a verb that denies something said, or a negation near by, governs what follows it."""
    known = rules("standing")["denied"]
    ends = [at for at, word in enumerate(left) if word in _words("denied", "until")]
    words = left[ends[-1] + 1 :] if ends else left
    verbs = [at for at, word in enumerate(words) if word in _words("denied", "verbs")]
    if verbs and said(known["said"], " ".join(words[verbs[0] + 1 :])):
        return True
    near = words[-BACK:]
    negation = next((at for at, word in enumerate(near) if word in _words("denied", "negations")), None)
    return negation is not None and _words("denied", "idle").isdisjoint(near[negation + 1 :])


def _doubted(left: Sequence[str], right: Sequence[str]) -> bool:
    """Whether the number is that of something said which is then called untrue ("the estimate of 20 is invented")."""
    said_of = not _words("denied", "said").isdisjoint(left[-BACK:])
    return said_of and not _words("denied", "untrue").isdisjoint(right[:FORMER])


def _negated_behind(right: str) -> str:
    """The verb that is negated right behind what is counted ("were not destroyed"); "" where none is."""
    words = spoken(FENCE.split(right)[0])
    for at in range(1, min(len(words) - 1, BEHIND)):
        negates = words[at] in _words("denied", "negations") and words[at - 1] in _words("denied", "auxiliaries")
        if negates and not {"who", "that", "which"} & set(words[:at]):
            rest = [word for word in words[at + 1 :] if word not in ("been", "be", "being", "yet")]
            return rest[0] if rest and rest[0] not in _words("denied", "idle") else ""
    return ""


def _beside(right: str) -> Iterable[Value]:
    """The numbers behind this one that the sentence sets against it."""
    for found in _behind().finditer(right):
        if (value := _first_number(right[found.end() : found.end() + NUMERAL])) is not None:
            yield value


def _first_number(text: str) -> Value | None:
    """The number that ``text`` begins with."""
    counted = f"{text} people"  # a number that stands alone would be read as that of a list item
    line = read_line(counted, 0, len(counted))
    found = line.numeral(0) if line else None
    return found.value if found else None


@cache
def _behind() -> re.Pattern[str]:
    phrases = "|".join(re.escape(phrase) for phrase in sorted(rules("standing")["corrected"]["instead"], key=len)[::-1])
    return re.compile(rf"(?:^|[\s,(])(?:{phrases})\s+(?:the\s+|some\s+|about\s+)?(?=\S)", re.IGNORECASE)


def _withdrawn(left: Sequence[str]) -> bool:
    """Whether the words before a number call it a count that no longer stands."""
    near = left[-FORMER:]
    leading = [at for at, word in enumerate(near) if word in _words("corrected", "former", "replacing")]
    return any(not _words("corrected", "counts").isdisjoint(near[at + 1 :]) for at in leading)


@cache
def _words(table: str, *keys: str) -> frozenset[str]:
    return frozenset(word for key in keys for word in rules("standing")[table][key] if " " not in word)
