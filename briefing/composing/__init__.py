"""Findings + Audience -> Briefing: sections, key figures, implications, citations."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import replace
from typing import Any

from briefing.composing import decided
from briefing.composing.actors import actors
from briefing.composing.agreement import agreement
from briefing.composing.annex import annex, cited_entries, entries
from briefing.composing.assessments import assessments, unprinted
from briefing.composing.bottom_line import bottom_line
from briefing.composing.claim_table import claim_table
from briefing.composing.decided import with_decisions
from briefing.composing.differences import differences
from briefing.composing.edition import Edition
from briefing.composing.glossary import glossary
from briefing.composing.implications import implications, missing_cards
from briefing.composing.imprint import imprint
from briefing.composing.key_figures import key_figures
from briefing.composing.limitations import limitations, method
from briefing.composing.masthead import day_notices, facts, handling, key_figures_note, running
from briefing.composing.quotations import quotations
from briefing.composing.title import title
from briefing.errors import TemplateError
from briefing.language.labels import Labels
from briefing.model.audience import Audience
from briefing.model.brand import Brand
from briefing.model.briefing import CUT, SECTION_PARTS, Agreement, Annex, Briefing, Citation, Implications, Statement
from briefing.model.finding import ClaimsFile
from briefing.model.request import Request
from briefing.model.walk import nodes

LONGEST_SLUG = 60


def compose(claims: ClaimsFile, audience: Audience, request: Request) -> Briefing:
    """The briefing of ``claims`` for one audience: every printed piece with what it stands on.

    Sections are composed in the order they are read, so citations are numbered as a reader meets them. Raises
    TemplateError where the catalogue or the audience lacks a label, or where citations would lead nowhere.
    """
    brand = request.brand or Brand()
    language = request.language or brand.language or audience.language
    audience = audience.speaking(language, Labels(language).has)
    edition = Edition(claims, audience, request, Labels(language, audience.labels))
    name, note = title(edition)
    kind = edition.told("kind", _kind(edition))
    sections = tuple(part for part in audience.sections if part != "annex" or edition.extent != "none")
    if not {"annex", "sources"} & set(sections):
        raise TemplateError(f"audience {audience.name}", "its citations lead nowhere", 'add "sources" or "annex"')
    briefing = Briefing(
        audience=audience,
        slug=slug(name.text),
        title=name,
        title_note=note,
        kind=kind,
        running=running(edition),
        handling=handling(edition),
        language=language,
        facts=facts(edition),
        sections=sections,
        bottom_line=bottom_line(edition, name),
        key_figures_note=key_figures_note(edition),
        key_figures=key_figures(edition, missing_cards(edition)),
        statements=edition.once(actors),
        implications=implications(edition),
        agreement=agreement(edition),
        limitations=limitations(edition),
        method=(*method(edition), *decided.method(edition)),
        sources=entries(edition),
        annex=Annex("none", None, ()),
        claims=claims,
        labels=edition.labels.fixed,
        notices=(*claims.all_notices, *day_notices(edition), *unprinted(edition, sections)),
        request=request,
        imprint=imprint(brand),
        assessments=assessments(edition, sections),
        quotations=quotations(edition) if "quotations" in sections else (),
    )
    briefing = with_decisions(edition, _without_unprinted(_with_differences(edition, briefing)))
    briefing = _with_tables(edition, briefing)
    cited = _printed(briefing)
    return replace(briefing, sources=cited_entries(briefing.sources, cited), annex=annex(edition, cited))


def _with_differences(edition: Edition, briefing: Briefing) -> Briefing:
    """The briefing with the lines on where its sources differ, told from the section of agreement."""
    if "differences" not in briefing.sections:
        return briefing
    return replace(briefing, differences=differences(edition, briefing.agreement.variants))


def _with_tables(edition: Edition, briefing: Briefing) -> Briefing:
    """The briefing with what is made from all that it prints: the table of its claims, then the glossary."""
    if "claim-table" in briefing.sections:
        parts = [part for section in briefing.sections for part in _contents(briefing, section)]
        printed = {claim for part in parts for statement in nodes(part, Statement) for claim in statement.claims}
        briefing = replace(briefing, claim_table=claim_table(edition, printed | set(briefing.title.claims)))
    if "glossary" in briefing.sections:
        parts = [briefing.title, *(part for section in briefing.sections for part in _contents(briefing, section))]
        told = [statement for part in parts for statement in nodes(part, Statement)]
        briefing = replace(briefing, glossary=glossary(edition, told))
    return briefing


def _contents(briefing: Briefing, section: str) -> tuple[object, ...]:
    """What a section holds, but for the sources' own texts and metadata."""
    if section in ("sources", "annex"):
        return ()
    return (*briefing.contents(section), briefing.assessed(section))


def _without_unprinted(briefing: Briefing) -> Briefing:
    """The briefing without what its sections do not print: nothing may be cited that no reader sees."""
    printed = {part for section in briefing.sections for part in _parts(section)}
    implications, agreement = briefing.implications, briefing.agreement
    emptied: dict[str, Any] = {
        "bottom_line": (),
        "key_figures_note": None,
        "key_figures": (),
        "statements": (),
        "implications": Implications(implications.summary, replace(implications.matrix, rows=()), ()),
        "agreement": Agreement(agreement.summary, None),
        "limitations": (),
        "method": (),
    }
    return replace(briefing, **{part: empty for part, empty in emptied.items() if part not in printed})


def _parts(section: str) -> tuple[str, ...]:
    """The fields of a Briefing that a section prints."""
    return SECTION_PARTS.get(section, (section.replace("-", "_"),))


def _kind(edition: Edition) -> str:
    own = f"kind-{edition.audience.name}"
    return own if edition.labels.has(own) else "kind"


def _printed(briefing: Briefing) -> list[Citation]:
    """The citations of the title and of the sections this audience prints."""
    parts: list[object] = [briefing.title, briefing.title_note]
    for section in briefing.sections:
        parts += [*briefing.contents(section), briefing.assessed(section)]
    return [citation for part in parts for citation in nodes(part, Citation)]


def slug(title: str) -> str:
    """The title as a file name without ending: letters and digits in ASCII, at most LONGEST_SLUG, dashes between."""
    plain = unicodedata.normalize("NFKD", title.replace(CUT, "")).encode("ascii", "ignore").decode().lower()
    words = re.findall(r"[a-z0-9]+", re.sub(r"[’'](?=s\b)", "", plain))
    while len(words) > 1 and len("-".join(words)) > LONGEST_SLUG:
        words.pop()
    return "-".join(words)[:LONGEST_SLUG] or "briefing"
