"""The chain in order, on one page: read, extract, decide, group, compose, verify, write.

``draw`` and ``decide`` are its first half, on which ``extract``, ``check`` and ``build`` stand. What only a briefing
needs (its model, templates, the gate, the writers) is loaded when one is built: ``extract`` starts in half the time.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

from briefing import decisions, extractors, grouping, readers, workspace
from briefing.model.ceiling import kept
from briefing.model.claim import Extraction
from briefing.model.decision import Decision
from briefing.model.finding import ClaimsFile
from briefing.model.limits import DEFAULT, Limits
from briefing.model.notice import Notice
from briefing.model.source import Source

if TYPE_CHECKING:
    from briefing.model.audience import Audience
    from briefing.model.briefing import Briefing
    from briefing.model.remark import Remark
    from briefing.model.request import Request
    from briefing.verifying.rendered import Page

Progress = Callable[[str], None]
"""Told what is being done, in a few words, as it begins."""


@dataclass(frozen=True, slots=True)
class Drawn:
    """What was read and extracted before anything was decided or compared: ``extractions`` are by source id."""

    sources: tuple[Source, ...]
    extractions: Mapping[str, Extraction]
    notices: tuple[Notice, ...]


@dataclass(frozen=True, slots=True)
class Made:
    """One briefing, and the files it was written to."""

    briefing: Briefing
    paths: tuple[Path, ...]


@dataclass(frozen=True, slots=True)
class Result:
    """What a run made: a briefing for each audience, what they stand on (``evidence``), and Notices of all stages."""

    made: tuple[Made, ...]
    evidence: tuple[Path, ...]
    notices: tuple[Notice, ...]


def draw(paths: Sequence[str | Path], progress: Progress = lambda _: None, limits: Limits = DEFAULT) -> Drawn:
    """What the sources at ``paths`` say, each by itself. Raises UsageError where a path cannot be used."""
    progress("reading")
    sources, met = readers.gather(paths, limits, progress)
    progress(f"extracting from {len(sources)} sources")
    found = {source.id: grouping.settled(source, extractors.extract(source)) for source in sources}
    return Drawn(sources, found, met)


def decide(
    drawn: Drawn,
    ledger: Sequence[Decision],
    progress: Progress = lambda _: None,
    allowed: Sequence[str] | None = (),
) -> ClaimsFile:
    """What the sources say together, once the analyst's decisions are applied and what may hurt a person is withheld.

    ``allowed`` are the codes of what is not withheld; None where it is for the analyst's own eyes, and only marked.
    """
    found = extractors.withhold(drawn.sources, drawn.extractions, allowed or (), only_mark=allowed is None)
    told = decisions.apply(drawn.sources, found, ledger)
    progress("grouping")
    grouped = grouping.group(drawn.sources, told.extractions, told.ties)
    met = (*drawn.notices, *told.notices)
    return ClaimsFile(drawn.sources, tuple(told.extractions.items()), grouped, met, told.rulings)


def extract(
    paths: Sequence[str | Path],
    progress: Progress = lambda _: None,
    decided: Path | None = None,
    limits: Limits = DEFAULT,
) -> ClaimsFile:
    """All that the sources at ``paths`` (files, folders, "-") say, and what they say together.

    ``decided`` is the analyst's file of decisions, which need not be there. What may hurt a person is marked. Raises
    UsageError where a path cannot be used, or a decision is not understood.
    """
    ledger = decisions.read(decided) if decided else ()
    return decide(draw(paths, progress, limits), ledger, progress, None)


def composed(claims: ClaimsFile, audience: str, request: Request) -> Briefing:
    """The briefing for the audience of this name, not yet verified. Raises what composing raises."""
    from briefing import composing

    asked = workspace.audience(audience)
    return composing.compose(claims, asked, request)


def preview(drawn: Drawn, ledger: Sequence[Decision], audience: str, request: Request) -> tuple[ClaimsFile, Briefing]:
    """What all sources say together, and the briefing that the audience of this name would get of those it may see.

    Not yet verified. Raises what composing raises.
    """
    from briefing import composing

    asked = workspace.audience(audience)
    claims = decide(drawn, ledger)
    shown = _for(drawn, ledger, claims, asked, request, lambda _: None)
    return claims, composing.compose(shown.claims, asked, shown.request)


def check(
    paths: Sequence[str | Path],
    audience: str,
    request: Request,
    progress: Progress = lambda _: None,
    decided: Path | None = None,
    limits: Limits = DEFAULT,
) -> tuple[Remark, ...]:
    """What a careful editor would ask about before the briefing of the sources at ``paths`` is published.

    Raises what ``build`` raises before it verifies.
    """
    from briefing import checking, composing

    asked = workspace.audience(audience)
    ledger = decisions.read(decided) if decided else ()
    drawn = draw(paths, progress, limits)
    shown = _for(drawn, ledger, decide(drawn, ledger, progress, request.allowed), asked, request, progress)
    progress("checking")
    briefing = composing.compose(shown.claims, asked, replace(shown.request, tlp=None))
    return checking.check(briefing, request.tlp)


def build(
    paths: Sequence[str | Path],
    audiences: Sequence[str],
    formats: Sequence[str],
    output: Path,
    request: Request,
    progress: Progress = lambda _: None,
    decided: Path | None = None,
    limits: Limits = DEFAULT,
) -> Result:
    """Briefings of the sources at ``paths``, one for each audience, written into ``output`` with what they stand on.

    ``formats`` are names of writers.FORMATS. Nothing is written before everything is verified. Raises UsageError where
    a path, audience or format cannot be used or another run writes into ``output``, TemplateError where an audience is
    wrong, MissingError where the machine lacks something, VerificationError where the gate refuses to print.
    """
    from briefing import writers

    asked = [workspace.audience(name) for name in dict.fromkeys(audiences)]
    ledger = decisions.read(decided) if decided else ()
    drawn = draw(paths, progress, limits)
    with workspace.held(output) as folder:
        claims = decide(drawn, ledger, progress, request.allowed)
        made_for = [_for(drawn, ledger, claims, audience, request, progress) for audience in asked]
        briefings = [
            _verified(shown.claims, audience, shown.request, formats, progress)
            for audience, shown in zip(asked, made_for, strict=True)
        ]
        progress("writing")
        contents = [_written(each, pages, folder, formats) for each, _, pages in briefings]
        evidence = writers.evidence(claims, folder)
        workspace.write_all({path: data for files in (*contents, evidence) for path, data in files.items()})
    made = tuple(Made(each, tuple(files)) for (each, *_), files in zip(briefings, contents, strict=True))
    notices = [notice for briefing, found, _ in briefings for notice in (*briefing.notices, *found)]
    notices += [notice for shown in made_for for notice in shown.notices]
    return Result(made, tuple(evidence), tuple(dict.fromkeys(notices)))


@dataclass(frozen=True, slots=True)
class _Shown:
    """What one audience may be shown, what is asked of its edition, and what of that had to be left out."""

    claims: ClaimsFile
    request: Request
    notices: tuple[Notice, ...] = ()


def _for(
    drawn: Drawn,
    ledger: Sequence[Decision],
    claims: ClaimsFile,
    audience: Audience,
    request: Request,
    progress: Progress,
) -> _Shown:
    """``claims`` as this audience may be shown them: grouped anew without the sources above its ceiling, if any."""
    above = kept(drawn.sources, audience.ceiling)
    if not above.withheld:
        return _Shown(claims, replace(request, title=request.title or decisions.title(claims.rulings)))
    above = replace(above, claims=tuple(c.id for id_ in above.ids for c in drawn.extractions[id_].claims))
    extractions = {source.id: drawn.extractions[source.id] for source in above.shown}
    allowed = Drawn(above.shown, extractions, above.notices(drawn.notices))
    shown = decide(allowed, above.decisions(ledger), progress, request.allowed)
    asked = replace(request, title=request.title or decisions.title(shown.rulings))
    return _Shown(shown, above.request(asked), tuple(above.left_out(asked)))


def _verified(
    claims: ClaimsFile, audience: Audience, request: Request, formats: Sequence[str], progress: Progress
) -> tuple[Briefing, tuple[Notice, ...], Mapping[str, Page]]:
    """The briefing for one audience, once the gate has passed it, with the pages it will be printed as, by format."""
    from briefing import composing, verifying, writers
    from briefing.writers import html

    progress(f"composing for {audience.name}")
    asked = replace(audience, page=request.page or (request.brand and request.brand.page) or audience.page)
    briefing = composing.compose(claims, asked, request)
    progress("verifying")
    notices = verifying.verify(briefing)
    media = {name: medium for name, medium in writers.MEDIA.items() if name in formats}
    read = {
        medium: verifying.verify_page(briefing, html.page(briefing, medium), audience.folders)
        for medium in dict.fromkeys(media.values())
    }
    for one, other in pairwise(read.values()):
        verifying.verify_same(one, other)
    notices = (*notices, *writers.met(briefing, formats))
    return briefing, notices, {name: read[medium] for name, medium in media.items()}


def _written(briefing: Briefing, pages: Mapping[str, Page], folder: Path, formats: Sequence[str]) -> dict[Path, bytes]:
    """The files that show the briefing, made of the pages the gate has passed, and read back whole if they are none."""
    from briefing import verifying, writers

    passed = {name: page.html for name, page in pages.items()}
    files = writers.contents(briefing, folder, dict.fromkeys(formats), passed)
    for path, data in files.items():
        kind = path.suffix.removeprefix(".")
        if kind == "pdf":
            verifying.verify_pdf(pages[kind], data)
        elif kind in verifying.READERS:
            verifying.verify_text(pages[kind], kind, data)
    return files
