"""Cases of grouping as readable text: the claims of some sources, and the findings expected of them.

A case file begins with lines that say what it shows. ``== Outlet | 2024-05-03 | kind`` begins a source (date and kind
may be missing); each line after it is one passage with one claim:

    # Flood kills 20                            a headline
    The river rose.                             the outlet's own words
    Ana Ruiz >> the dam holds.                  said by somebody named
    Ana Ruiz @ a post on X >> the dam holds.    … on an occasion the text names
    ?officials >> the dam holds.                … by nobody named
    <AFP> >> the dam holds.                     … by an agency that the text quotes
    - [40|families|families moved] …            a list item under the line before

A figure is ``[numeral|unit|what counted|said by]``, with ``>=``, ``<=`` or ``~`` before the numeral for a hedge; the
text has the numeral and what is counted, or the numeral alone where what is counted stands in brackets.
``--- findings``, ``--- parties`` and ``--- notices`` begin what is expected.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from briefing.grouping import group
from briefing.language.parties import party_id
from briefing.model.claim import PUBLISHER, Attribution, Claim, Extraction, Figure, Value
from briefing.model.finding import Finding, Grouping
from briefing.model.source import File, Locator, Passage, Source, Span

FIGURE = re.compile(r"\[(>=|<=|~)?([^|\]]+)\|([^|\]]+)\|([^|\]]*)(?:\|([^\]]*))?\]")
KINDS = {"people": "people", "households": "households", "families": "households", "percent": "share", "km": "distance"}
KINDS |= {"years": "duration", "days": "duration", "hours": "duration", "USD": "money", "magnitude": "measure"}
KINDS |= {"kg": "measure", "tonnes": "measure", "cases": "events", "attacks": "events", "meetings": "events"}
SCALES = {"million": 1_000_000, "thousand": 1_000}
WORDS = {"one": 1, "two": 2, "three": 3, "four": 4, "five": 5}
HEDGES = {">=": "at least ", "<=": "up to ", "~": "about ", None: ""}


@dataclass(frozen=True, slots=True)
class Case:
    """The sources and extractions of a case, and the lines expected under each head."""

    sources: tuple[Source, ...]
    extractions: Mapping[str, Extraction]
    expected: Mapping[str, str]

    def grouped(self, order: Sequence[int] | None = None) -> Grouping:
        """The case grouped, its sources in the given order."""
        sources = [self.sources[at] for at in order] if order else self.sources
        return group(sources, self.extractions)


def case(text: str) -> Case:
    """The case that ``text`` describes."""
    body, *expectations = re.split(r"^--- (\w+)\n", text, flags=re.MULTILINE)
    sources, extractions = [], {}
    for block in re.split(r"^== ", body, flags=re.MULTILINE)[1:]:
        head, *lines = [line for line in block.splitlines() if line.strip()]
        source, extraction = told(head, lines)
        sources.append(source)
        extractions[source.id] = extraction
    expected = dict(zip(expectations[::2], (block.strip() for block in expectations[1::2]), strict=True))
    return Case(tuple(sources), extractions, expected)


def read(path: Path) -> Case:
    """The case in a file."""
    return case(path.read_text(encoding="utf-8"))


def told(head: str, lines: Sequence[str]) -> tuple[Source, Extraction]:
    """One source and its claims, from its head line and the lines below it."""
    publisher, published, kind = (*(part.strip() or None for part in head.split("|")), None, None)[:3]
    drafts = [_Draft.of(line) for line in lines]
    text = "\n\n".join(draft.text for draft in drafts)
    source = Source(text, (File("a.txt", publisher=publisher, published=published),), language="en", kind=kind)
    claims, start, lead = [], 0, None
    for number, draft in enumerate(drafts, 1):
        claims.append(draft.claim(source, start, number, lead if draft.kind == "item" else None))
        lead = lead if draft.kind == "item" else (start, start + len(draft.text))
        start += len(draft.text) + 2
    return source, Extraction(tuple(claim.passage for claim in claims), tuple(claims), ())


@dataclass(frozen=True, slots=True)
class _Draft:
    """One line of a case: the text it stands for, and where in it the parts are."""

    text: str
    kind: str
    content: Span
    speaker: str | None
    known_as: str
    occasion: Span | None
    agency: Span | None
    figures: tuple[Figure, ...]

    @classmethod
    def of(cls, line: str) -> _Draft:
        """The line read."""
        kind = {"#": "headline", "-": "item"}.get(line[0], "sentence")
        spoken = line[2:] if kind != "sentence" else line
        who, _, said = spoken.rpartition(" >> ")
        name, _, occasion = who.partition(" @ ")
        agency = name.startswith("<")
        known_as = "vague" if agency else "collective" if name.startswith("?") else "named"
        name = name.strip("<>?")
        lead = f"{name} said{f' in {occasion}' if occasion else ''}: " if who else ""
        text, figures = _figures(lead, said)
        at = text.find(occasion) if occasion else -1
        return cls(
            text=text,
            kind=kind,
            content=(len(lead), len(text)),
            speaker=name or None,
            known_as=known_as if who else "publisher",
            occasion=(at, at + len(occasion)) if occasion else None,
            agency=(0, len(name)) if agency else None,
            figures=tuple(figures),
        )

    def claim(self, source: Source, start: int, number: int, lead: Span | None) -> Claim:
        """The claim of the line, which begins at ``start`` of the source."""

        def moved(span: Span | None) -> Span | None:
            return (span[0] + start, span[1] + start) if span else None

        passage = Passage(start, start + len(self.text), self.kind, Locator(number), lead)
        named = self.speaker if self.known_as == "named" else None
        attribution = (
            Attribution(self.known_as, party_id(named) if named else None, self.speaker, cue="said", force="said")
            if self.speaker
            else PUBLISHER
        )
        return Claim(
            anchor=source.anchor(*passage.span),
            passage=passage,
            form="indirect" if self.speaker else "own",
            content=((start + self.content[0], start + self.content[1]),),
            attribution=attribution,
            figures=tuple(_at(figure, start, named) for figure in self.figures),
            occasion=moved(self.occasion),
            quoted_outlet=moved(self.agency),
        )


def _figures(lead: str, said: str) -> tuple[str, list[Figure]]:
    text, figures, last = lead, [], 0
    for match in FIGURE.finditer(said):
        text += said[last : match.start()] + HEDGES[match[1]]
        figures.append(_figure(len(text), match))
        text += match[2] + (f" {match[4]}" if match[4][:1] not in ("(", "") else "")
        last = match.end()
    return text + said[last:], figures


def _figure(start: int, match: re.Match[str]) -> Figure:
    hedge, numeral, unit, what, giver = match.groups()
    end = start + len(numeral)
    return Figure(
        *(start, end, numeral, value(numeral), unit, what.strip("()"), KINDS.get(unit, "items")),
        what_spans=((end + 1, end + 1 + len(what)),) if what[:1] not in ("(", "") else (),
        bound=hedge if hedge in (">=", "<=") else None,
        approx=hedge is not None,
        hedge_span=(start - len(HEDGES[hedge]), start - 1) if hedge else None,
        said_by=giver,
    )


def _at(figure: Figure, start: int, speaker: str | None) -> Figure:
    hedge = figure.hedge_span and (figure.hedge_span[0] + start, figure.hedge_span[1] + start)
    return Figure(
        *(figure.start + start, figure.end + start, figure.text, figure.value, figure.unit, figure.what, figure.kind),
        bound=figure.bound,
        approx=figure.approx,
        hedge_span=hedge or None,
        what_spans=tuple((a + start, b + start) for a, b in figure.what_spans),
        said_by=figure.said_by or speaker,
    )


def value(numeral: str) -> Value:
    """The value of a numeral of a case: digits, a small number word, a range, with a scale word behind it."""
    ends = [_number(end) for end in numeral.split(" to ")]
    return (ends[0], ends[1]) if len(ends) > 1 else ends[0]


def _number(numeral: str) -> int | float:
    number, _, scale = numeral.replace(",", "").rstrip("%").partition(" ")
    plain = WORDS.get(number) or float(number)
    scaled = plain * SCALES.get(scale, 1)
    return int(scaled) if scaled == int(scaled) else scaled


def shown(case: Case, grouping: Grouping) -> dict[str, str]:
    """The result as case files write it, the findings in the order of their text."""
    findings = sorted("\n".join(_finding(case, finding)) for finding in grouping.findings)
    return {
        "findings": "\n".join(findings),
        "parties": "\n".join(f"{short} = {full}" for short, full in grouping.parties),
        "notices": "\n".join(_notices(case, grouping)),
    }


def _finding(case: Case, finding: Finding) -> Iterator[str]:
    outlets, origins = len(finding.outlets), len(finding.origins)
    yield f"{finding.kind} | {finding.matter} | {finding.support} | {outlets} outlets | {origins} origins"
    by_claim = {claim.id: source for source in case.sources for claim in case.extractions[source.id].claims}
    for reading in finding.readings:
        told_by = sorted(by_claim[member.claim].outlets[0] for member in reading.members)
        yield f"    {reading.relation or 'first'} | {reading.text} | {', '.join(told_by)}"


def _notices(case: Case, grouping: Grouping) -> Iterator[str]:
    texts = {source.id: source for source in case.sources}
    for notice in grouping.notices:
        source = texts[notice.source or ""]
        yield f"{source.outlets[0]} | {source.text[notice.start : notice.end]} | {notice.message}"
