"""What the words beside a figure say of it: what happened to those counted, who they are, which part, and where."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from briefing.grouping.events import Profile, kind_nearest, names_in
from briefing.grouping.rules import by_word, first_of, phrases, rules, said
from briefing.grouping.windows import REACH, Window, nearest
from briefing.grouping.words import fold, primary, spoken
from briefing.model.claim import Figure

STATELESS = frozenset({"measure", "share", "duration", "distance", "area"})
"""Kinds of figures that measure: nothing happened to what they number."""
COUNTED = ("people", "households")
"""Kinds of figures of whom the words beside them may tell what happened."""
LED = 3
"""Words between a word such as "in" and the name of a place."""
BESIDE = 3
"""Words to either side that stand right beside a figure."""
NEAR = 6
"""Words to either side that stand near it."""
SCOPE = rules("counting")["scope"]
PART_OF = re.compile(rf"\bin the ({'|'.join(SCOPE['parts'])})\b", re.IGNORECASE)
SINCE = re.compile(r"\bsince\b[^.;]{0,80}?\b((?:19|20)\d\d)\b", re.IGNORECASE)
IN_YEAR = re.compile(r"\bin(?: [^\W\d]+)? ((?:19|20)\d\d)\b", re.IGNORECASE)
OPENING = re.compile(r"\s*in(?: [^\W\d]+)? ((?:19|20)\d\d)\b", re.IGNORECASE)
TIMES = ("weekday", "month", "day ")
"""What the times of ``when`` begin with."""
NAME = re.compile(r"[^\W_][\w’'-]*")
WHEN = {word: kind for kind in ("weekday", "month") for word in rules("counting")["when"][kind]}
WHEN_SAID = frozenset(rules("counting")["when"]["not_then"])
REFERRED = frozenset(rules("counting")["when"]["referred"])


def state(figure: Figure, what: str, beside: Window) -> str:
    """What happened to those counted: as the counted words say; for people also as the words beside them do."""
    if figure.kind in STATELESS:
        return ""
    if figure.kind not in COUNTED:
        return first_of("states", spoken(what))
    beside = replace(beside, left=_set_aside(beside.left), right=_set_aside(beside.right))
    near = first_of("states", spoken(f"{what} # {beside.left} {beside.right}"), single=False)
    return (
        near
        or first_of("states", _telling(what))
        or nearest("states", beside)
        or first_of("states", spoken(beside.lead))
    )


def _telling(what: str) -> list[str]:
    """The words of what is counted, those last that say only that it was counted ("registered deaths")."""
    return sorted(spoken(what), key=lambda word: word in rules("counting")["compare"]["recording"])


def _set_aside(text: str) -> str:
    for phrase in SCOPE["set_aside"]:
        text = text.replace(phrase, "#")
    return text


def populations(figure: Figure, before: str, beside: Window) -> frozenset[str]:
    """Who is counted: as the counted words say, those right before them (``before``), or those right behind."""
    behind = re.split(r",|\bincluding\b", " ".join(beside.right.split()[:BESIDE]))[0]
    for text in (figure.what, before, behind):
        words = spoken(text)
        found = {name for phrase, name in phrases("populations") if said((phrase,), " ".join(words))}
        found |= {name for word in words if (name := by_word("populations").get(word))}
        if found:
            return frozenset(found)
    return frozenset()


def diseases(beside: Window, what: str, about: Profile) -> frozenset[str]:
    """What cases are cases of: by what is counted, by the words nearest to it, else by its source's head."""
    told = first_of("diseases", spoken(what)) or nearest("diseases", beside) or about.disease
    return frozenset({told} if told else ())


def scope(figure: Figure, what: str, beside: Window, about: Profile) -> frozenset[str]:
    """The tags that make a figure another number than that of the whole: flow, planned, part, since, another event.

    "besides" is what adds to the numbers told before it.
    """
    if figure.kind in STATELESS:
        return frozenset()
    left, right = _bounds_out(beside.left), _bounds_out(beside.right)
    close = f"{' '.join(left[-BESIDE:])} # {' '.join(spoken(what))}"
    whole = f"{' '.join(left)} # {' '.join(right)}"
    single = [word for word in SCOPE["flow"] if " " not in word and word not in SCOPE["besides"]]
    longer = [phrase for phrase in SCOPE["flow"] if " " in phrase]
    told = {
        "flow": said(single, close) or said(SCOPE["behind"], " ".join(right[:BESIDE])) or said(longer, whole),
        "planned": said(SCOPE["planned"], f"{' '.join(left[-NEAR:])} # {' '.join(right[:NEAR])}"),
        "base": said(SCOPE["base"], close.split(" #")[0].rpartition(" ")[2]),
        "then": said(_times(figure), f"{' '.join(left[-NEAR:])} # {' '.join(right)}"),
        "besides": said(SCOPE["besides"], close),
        "part": said(SCOPE["part"], " ".join(right[:BESIDE])) or said(SCOPE["alone"], " ".join(_of_all(right))),
    }
    told["may-come"] = figure.modality == "hypothetical"
    tags = {tag for tag, found in told.items() if found}
    return frozenset(tags | _causes(beside, about) | _since(figure, beside, about) | _in_year(figure, beside, about))


def _times(figure: Figure) -> Sequence[str]:
    """The phrases that make a figure one of an earlier time."""
    times: list[str] = SCOPE["then"] + (SCOPE["then_of_sums"] if figure.kind not in COUNTED else [])
    return times


def _of_all(right: Sequence[str]) -> Sequence[str]:
    """The words behind a figure up to those that begin to tell of a part of it."""
    end = next((at for at, word in enumerate(right[:REACH]) if word in SCOPE["of_some"]), REACH)
    return right[:end]


def _bounds_out(text: str) -> list[str]:
    """The words of ``text`` without those that make a bound ("more than")."""
    padded = f" {' '.join(spoken(text))} "
    for phrase in SCOPE["not_flow"]:
        padded = padded.replace(f" {phrase} ", " ")
    return padded.split()


def _in_year(figure: Figure, beside: Window, about: Profile) -> set[str]:
    """The tag of a count of an earlier year; without a date of publication, of the year its sentence opens with."""
    if figure.kind not in rules("counting")["compare"]["growing"]:
        return set()
    if about.published is None:
        opening = OPENING.match(beside.left)
        return {f"in-{opening[1]}"} if opening else set()
    years = {int(found[1]) for found in IN_YEAR.finditer(f"{beside.left} # {beside.right}")}
    return {f"in-{min(years)}"} if years and max(years) < about.published.year else set()


def _since(figure: Figure, beside: Window, about: Profile) -> set[str]:
    """The tag of a count that began in an earlier year than the source was published in."""
    found = SINCE.search(beside.sentence) if figure.kind in rules("counting")["compare"]["growing"] else None
    if found and about.published and int(found[1]) < about.published.year:
        return {f"since-{found[1]}"}
    return set()


def _causes(beside: Window, about: Profile) -> set[str]:
    """The kind of event beside a figure, where it is another than the source's own."""
    near = kind_nearest(beside.left, beside.right)
    return {near} - about.main if near else set()


def places(figure: Figure, beside: Window, about: Profile, language: str | None) -> set[str]:
    """The names of places beside a figure: those that a word such as "in" leads to, and the parts of a country."""
    found = set(names_in(f"x {figure.place}", language)) if figure.place else set()
    found |= {part.lower() for text in (beside.left, beside.right) for part in PART_OF.findall(text)}
    for text in (beside.left, beside.right):
        reach, last = 0, ""
        for token in NAME.findall(text):
            folded = fold(token.lower(), primary(language))
            last, before = token.lower(), last
            if last in SCOPE["places"]:
                reach = 0 if before in SCOPE["not_places"] else LED
            elif last == "of" and before in SCOPE["settlements"] and reach > 0:
                reach = LED
            elif token[0].isupper() and folded in about.known:
                found |= {folded} if reach > 0 else set()
            elif last != "and":
                reach -= 1
    return found


def when(figure: Figure, beside: Window) -> frozenset[str]:
    """The weekday, day and month that stand beside a figure, where they are not when it was said or counted."""
    found: set[str] = set()
    for text in (beside.left, beside.right):
        words = spoken(text)
        for at, word in enumerate(words):
            before = words[max(0, at - 3) : at]
            if word not in WHEN or set(before) & WHEN_SAID or set(words[:at]) & REFERRED or figure.as_of_span:
                continue
            found.add(f"{WHEN[word]} {word}")
            day = next((w for w in (*words[at + 1 : at + 2], *before[-1:]) if w.isdigit() and len(w) < 3), "")
            found |= {f"day {day}"} if day and WHEN[word] == "month" else set()
    return frozenset(found)


def at_odds(one: frozenset[str], other: frozenset[str]) -> bool:
    """Whether two times of one kind are both given and differ ("month june", "month july")."""
    for kind in TIMES:
        here, there = ({time for time in times if time.startswith(kind)} for times in (one, other))
        if here and there and not here & there:
            return True
    return False


def marked(scope_name: str, text: str) -> bool:
    """Whether ``text`` has a word or phrase of one of the rules' scopes."""
    return said(SCOPE[scope_name], " ".join(spoken(text)))


def replaced(beside: Window) -> bool:
    """Whether the figure is the count that another one replaces ("has risen to 400 from 128")."""
    return any(word in SCOPE["earlier"] for word in spoken(beside.left)[-1:])
