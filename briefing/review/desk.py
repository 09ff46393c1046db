"""The desk: claims as they are decided now, the file of decisions, and what a decision changes.

Every decision is in the file before anyone is told of it. The file is read again before each answer, so that what was
changed in it by hand meanwhile counts.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from threading import RLock
from typing import Any

from briefing import decisions, pipeline, verifying, workspace
from briefing.errors import UsageError
from briefing.model.briefing import SECTION_PARTS, Briefing, Statement
from briefing.model.ceiling import kept as above_ceiling
from briefing.model.claim import Claim
from briefing.model.decision import Decision, Ruling
from briefing.model.finding import ClaimsFile
from briefing.model.request import Request
from briefing.model.source import Source
from briefing.model.walk import nodes
from briefing.review.rows import Row, row

UNPRINTED = "not-printed"
"""The list of claims that no section of the briefing prints."""
TOLD = ("quoted", "reported", "own")


@dataclass(frozen=True, slots=True)
class Line:
    """How the briefing would print a claim: its voice, its words, the lines beneath; ``section`` is where."""

    section: str
    voice: str
    text: str
    notes: tuple[str, ...]


class Desk:
    """One review: the sources as they were read, and the decisions on them."""

    def __init__(self, drawn: pipeline.Drawn, ledger: Path, audience: str, request: Request, by: str | None) -> None:
        self._drawn, self._ledger, self._audience, self._request, self._by = drawn, ledger, audience, request, by
        self._lock = RLock()
        self._sources: Mapping[str, Source] = {source.id: source for source in drawn.sources}
        self.above = above_ceiling(drawn.sources, workspace.audience(audience).ceiling).ids
        self._seen = b""
        self._decided: tuple[Decision, ...] = ()
        self._briefing: Briefing | None = None
        self._support: Mapping[str, str] = {}
        self._refreshed(force=True)
        self.sections = self._sections()

    @property
    def version(self) -> str:
        """What the file of decisions held when it was last read, as a hash."""
        return hashlib.sha256(self._seen).hexdigest()[:16]

    def rows(self) -> dict[str, Row]:
        """Every claim as it is decided now, by id, in the order of sources and text."""
        with self._lock:
            self._refreshed()
            pinned, noted, merged = (self._named_by(act) for act in ("pin", "note", "merge"))
            rejected = {claim.id for found in self._met.extractions.values() for claim in found.rejected}
            return {
                claim.id: row(claim, self._sources[claim.source], self._number(claim), self._support.get(claim.id, ""))
                | {
                    "rejected": claim.id in rejected,
                    "pinned": claim.id in pinned,
                    "noted": claim.id in noted,
                    "merged": claim.id in merged,
                    "kept": claim.source in self.above,
                }
                for claim in self._claims()
            }

    def _named_by(self, act: str) -> set[str]:
        return {claim for ruling in self._rulings if ruling.decision.act == act for claim in ruling.claims}

    def named(self, start: str) -> str:
        """The id of the one claim whose id begins so. Raises UsageError where there is none, or more than one."""
        found = [claim.id for claim in self._claims() if claim.id.startswith(start)] if start else []
        if len(found) != 1:
            what = f"begins the ids of {len(found)} claims" if found else "is no claim of these sources"
            raise UsageError(start or "the claim", what, "write an id as it stands above a claim")
        return found[0]

    def progress(self, rows: Mapping[str, Row]) -> tuple[int, int]:
        """How many claims of the briefing have been looked at, and how many there are."""
        printed = {claim for name, claims in self.sections.items() if name != UNPRINTED for claim in claims}
        looked = [rows[claim] for claim in printed if claim in rows]
        return sum(each["accepted"] or each["rejected"] or bool(each["corrections"]) for each in looked), len(looked)

    def decide(
        self, act: str, claims: Sequence[str], changes: Mapping[str, Any], figure: int | None = None, **said: Any
    ) -> Decision:
        """Decides ``act`` on claims (their ids), with what it sets; the decision is on the disk when this returns.

        Raises UsageError where a claim is unknown or the decision is not whole, VerificationError where a note has a
        number or quotation that its claim has not.
        """
        with self._lock:
            self._refreshed()
            known = {claim.id: claim for claim in self._claims()}
            missing = next((claim for claim in claims if claim not in known), None)
            if missing:
                raise UsageError(missing, "is no claim of these sources", "load the page again")
            if figure is not None and not all(0 <= figure < len(known[claim].figures) for claim in claims):
                raise UsageError(claims[0], "has no such figure", "load the page again")
            targets = tuple(decisions.target(self._sources[known[c].source], known[c], figure) for c in claims)
            now = datetime.now(UTC).replace(microsecond=0).isoformat()
            made = decisions.completed(Decision(act, targets, by=self._by, when=now, **said), changes)
            for target in targets if act == "note" else ():
                verifying.check_note("the note", made.text or "", target.exact)
            decisions.append(self._ledger, [made])
            self._refreshed()
            return made

    def accept(self, claims: Sequence[str]) -> int:
        """Accepts each of ``claims`` that is not accepted yet, one decision a claim; how many that were."""
        with self._lock:
            rows = self.rows()
            fresh = [c for c in dict.fromkeys(claims) if c in rows and not (rows[c]["accepted"] or rows[c]["rejected"])]
            known = {claim.id: claim for claim in self._claims()}
            now = datetime.now(UTC).replace(microsecond=0).isoformat()
            made = [
                Decision("accept", (decisions.target(self._sources[known[c].source], known[c]),), by=self._by, when=now)
                for c in fresh
            ]
            if made:
                decisions.append(self._ledger, made)
                self._refreshed()
            return len(made)

    def undo(self) -> Decision | None:
        """Takes back the last decision that still holds; None where there is none."""
        with self._lock:
            self._refreshed()
            last = next((r.decision for r in reversed(self._met.rulings) if _can_be_undone(r)), None)
            if last is not None:
                now = datetime.now(UTC).replace(microsecond=0).isoformat()
                decisions.append(self._ledger, [Decision("withdraw", of=last.id, by=self._by, when=now)])
                self._refreshed()
            return last

    def passage(self, claim: str) -> tuple[Claim, Source]:
        """A claim and its source. Raises UsageError where there is no such claim."""
        with self._lock:
            for each in self._claims():
                if each.id == claim:
                    return each, self._sources[each.source]
        raise UsageError(claim, "is no claim of these sources", "load the page again")

    def line(self, claim: str) -> Line | None:
        """How the briefing would print a claim, with all that is decided now; None where it would not."""
        with self._lock:
            self._refreshed()
            briefing = self._composed()
            for section in briefing.sections:
                for statement in _statements(briefing, section):
                    if claim in statement.claims and statement.voice in TOLD:
                        return Line(section, statement.voice, statement.text, tuple(n.text for n in statement.notes))
            return None

    def label(self, section: str) -> str:
        """The heading of a section as the briefing prints it."""
        return self._composed().labels.get(f"section-{section}", section)

    @property
    def outlets(self) -> Mapping[str, str]:
        """How each source is called, by id: its number and its publisher or file."""
        return {
            source.id: f"{number}. {source.stated('publisher') or source.files[0].path}"
            for number, source in enumerate(self._drawn.sources, 1)
        }

    def _refreshed(self, *, force: bool = False) -> bool:
        """Reads the file of decisions again where it has changed; whether it had."""
        data = self._ledger.read_bytes() if self._ledger.exists() else b""
        if data == self._seen and not force:
            return False
        self._decided = decisions.read(self._ledger)
        self._seen = data
        self._met = decisions.apply(self._drawn.sources, self._drawn.extractions, self._decided)
        self._rulings: tuple[Ruling, ...] = tuple(r for r in self._met.rulings if r.state == "applied")
        self._briefing = None
        return True

    def _composed(self) -> Briefing:
        if self._briefing is None:
            file, self._briefing = pipeline.preview(self._drawn, self._decided, self._audience, self._request)
            self._support = _support(file)
        return self._briefing

    def _sections(self) -> dict[str, tuple[str, ...]]:
        """The claims of each section in printed order, each in the first that prints it; the rest at the end.

        A rejected claim keeps the place it would have, so that it can be looked at again.
        """
        kept = [made for made in self._decided if made.act != "reject"]
        _, briefing = pipeline.preview(self._drawn, kept, self._audience, self._request)
        self._composed()
        told: set[str] = set()
        made: dict[str, tuple[str, ...]] = {}
        for section in briefing.sections:
            found = dict.fromkeys(_printed(briefing, section))
            if found and section != "annex":
                made[section] = tuple(claim for claim in found if claim not in told)
                told |= set(found)
        made[UNPRINTED] = tuple(claim.id for claim in self._claims() if claim.id not in told)
        return {section: claims for section, claims in made.items() if claims}

    def _claims(self) -> list[Claim]:
        """All claims, rejected ones among them, in the order of sources and text."""
        found = (claim for each in self._met.extractions.values() for claim in (*each.claims, *each.rejected))
        order = {source.id: number for number, source in enumerate(self._drawn.sources)}
        return sorted(found, key=lambda claim: (order[claim.source], claim.anchor.start, claim.content))

    def _number(self, claim: Claim) -> int:
        return next(n for n, source in enumerate(self._drawn.sources, 1) if source.id == claim.source)


def _can_be_undone(ruling: Ruling) -> bool:
    return ruling.state in ("applied", "overruled") and ruling.decision.act != "withdraw"


def _support(file: ClaimsFile) -> dict[str, str]:
    """The support of the widest finding that each claim is in, by claim id."""
    found: dict[str, str] = {}
    for finding in file.grouping.findings:
        for member in finding.members:
            found.setdefault(member.claim, finding.support)
    return found


def _printed(briefing: Briefing, section: str) -> Iterator[str]:
    """The ids of the claims that a section prints, a key figure by the claim its numeral stands in."""
    if section == "key-figures":
        yield from (cite.claim for card in briefing.key_figures for cite in card.citations[:1] if cite.claim)
    yield from (claim for statement in _statements(briefing, section) for claim in statement.claims)


def _statements(briefing: Briefing, section: str) -> list[Statement]:
    """The statements of a section, in printed order."""
    parts = SECTION_PARTS.get(section, (section.replace("-", "_"),))
    found = (statement for part in parts for statement in nodes(getattr(briefing, part), Statement))
    return [statement for statement in found if statement.claims]
