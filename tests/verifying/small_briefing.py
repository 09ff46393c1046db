"""A small briefing that the gate lets pass, built by hand: every kind of piece that stands on a source occurs."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from briefing.language.labels import Labels
from briefing.model.audience import Audience
from briefing.model.briefing import (
    Actor,
    Agreement,
    Annex,
    AnnexPassage,
    AnnexSource,
    Briefing,
    Card,
    Citation,
    Count,
    Cut,
    Datum,
    Fact,
    Implications,
    Matrix,
    Name,
    Piece,
    SourceEntry,
    Statement,
    Words,
)
from briefing.model.claim import Attribution, Claim, Extraction, Figure
from briefing.model.finding import ClaimsFile, Finding, Grouping, Member, Origin, Reading
from briefing.model.request import Request
from briefing.model.source import Anchor, File, Locator, Passage, Source, Span

LABELS = Labels("en")
ONE = Source(
    "Mayor Ana Ruiz said at least 40 families left Orrin. She added that the clinic has no insulin.\n\n"
    "“Nobody crosses before spring,” Ruiz said, “and nobody should try.”",
    (File("one.txt", title="Orrin empties", publisher="Teral Gazette", published="2024-03-09"),),
    language="en",
)
TWO = Source("At least 40 families left, the mayor said.", (File("two.txt"),), language="en")
SECTIONS = ("bottom-line", "key-figures", "statements", "implications", "agreement", "limitations", "sources", "annex")


def span(source: Source, words: str) -> Span:
    """Where ``words`` first stand."""
    start = source.text.index(words)
    return start, start + len(words)


def words(source: Source, text: str) -> Words:
    """The words ``text`` of a source."""
    return Words(source.anchor(*span(source, text)))


def claim(source: Source, passage: str, paragraph: int, content: tuple[str, ...], mention: str, **more: Any) -> Claim:
    """What Ana Ruiz says in ``passage``, where ``mention`` names her."""
    at = Attribution("named", "p-ana-ruiz", "Ana Ruiz", span(source, mention), "said", None, "said")
    place = Passage(*span(source, passage), "sentence", Locator(paragraph))
    return Claim(
        source.anchor(*place.span), place, content=tuple(span(source, part) for part in content), attribution=at, **more
    )


def _figure(source: Source, hedge: str) -> Figure:
    place = span(source, "40")
    return Figure(
        *(*place, "40", 40, "families", "families", "households", ">=", True),
        what_spans=(span(source, "families"),),
        hedge_span=span(source, hedge),
        said_by="Ana Ruiz",
    )


LEFT = claim(
    *(ONE, "Mayor Ana Ruiz said at least 40 families left Orrin.", 1, ("at least 40 families left Orrin",), "Ana Ruiz"),
    form="indirect",
    figures=(_figure(ONE, "at least"),),
    sectors=("displacement",),
)
CLINIC = claim(
    *(ONE, "She added that the clinic has no insulin.", 1, ("the clinic has no insulin",), "She"), form="indirect"
)
QUOTED = claim(
    *(ONE, "“Nobody crosses before spring,” Ruiz said, “and nobody should try.”", 2),
    *(("Nobody crosses before spring,", "and nobody should try."), "Ruiz said"),
    form="direct",
    quotes=(span(ONE, "Nobody crosses before spring,"), span(ONE, "and nobody should try.")),
)
SECOND = claim(
    *(TWO, "At least 40 families left, the mayor said.", 1, ("At least 40 families left",), "the mayor"),
    form="indirect",
    figures=(_figure(TWO, "At least"),),
)
FINDING = Finding(
    *("f-1", "figure", "families", "same-origin", ("Teral Gazette", TWO.id), ("o-1",)),
    (Reading("40", None, (Member(LEFT.id, 0), Member(SECOND.id, 0))),),
)
CLAIMS = ClaimsFile(
    (ONE, TWO),
    tuple(
        (source.id, Extraction(tuple(c.passage for c in found), found, ()))
        for source, found in ((ONE, (LEFT, CLINIC, QUOTED)), (TWO, (SECOND,)))
    ),
    Grouping((Origin("o-1", "p-ana-ruiz", None, (LEFT.id, CLINIC.id, QUOTED.id, SECOND.id)),), (FINDING,)),
)


def cite(number: int, source: Source, anchor: Anchor, paragraph: int, claim_id: str | None = None) -> Citation:
    """The citation with that number of its own."""
    of = 1 if source is ONE else 2
    mark = f"{of}¶{paragraph}"
    label = f"{mark}, source {of}, paragraph {paragraph}"
    target = f"p-{of}-{paragraph}"
    return Citation(f"cite-{number}", source.id, of, Locator(paragraph), anchor, target, label, claim_id)


def said(id_: str, voice: str, number: int, of: Claim, *pieces: Piece) -> Statement:
    """A statement that prints ``pieces`` of a claim, with citation ``number``."""
    cited = cite(number, ONE, of.anchor, of.locator.paragraph, of.id)
    return Statement(id_, voice, pieces, (cited,), (of.id,))


def told(id_: str, key: str, **gaps: Piece) -> Statement:
    """A label with its gaps filled."""
    return Statement(id_, "counted", (LABELS.phrase(key, **gaps),))


TITLE = said("title", "quoted", 1, QUOTED, words(ONE, "“Nobody crosses before spring,”"))
WHOLE = said("bl-1", "reported", 2, LEFT, Words(LEFT.anchor))
BRACKETED = said(
    "actor-1-1",
    "reported",
    3,
    CLINIC,
    Name("Ana Ruiz", CLINIC.id),
    words(ONE, " added that the clinic has no insulin."),
)
BROKEN = said(
    *("actor-1-2", "quoted", 4, QUOTED, words(ONE, "“Nobody crosses before spring,”")),
    *(Cut(before=True, after=True), words(ONE, "“and nobody should try.”")),
)
CARD = Card(
    "kf-1",
    what=Statement("kf-1-what", "reported", (words(ONE, "families"),)),
    numeral=Statement("kf-1-numeral", "reported", (words(ONE, "40"),)),
    hedge=Statement("kf-1-hedge", "reported", (words(ONE, "at least"),)),
    said_by=told(
        "kf-1-said", "card-said-by", name=Datum("Ana Ruiz", LEFT.id, "said_by"), when=LABELS.phrase("when-undated")
    ),
    support=told(
        "kf-1-support",
        "support",
        outlets=LABELS.phrase("n-sources", n=Count(FINDING.outlets)),
        origins=LABELS.phrase("n-origins", n=Count(("o-1",))),
    ),
    citations=(cite(5, ONE, LEFT.anchor, 1, LEFT.id), cite(6, TWO, SECOND.anchor, 1, SECOND.id)),
    mark=(2, 1),
)


def _passage(source: Source, number: int, paragraph: int, start: int, end: int, back: tuple[str, ...]) -> AnnexPassage:
    middle = (start + end) // 2
    pieces = (Words(source.anchor(start, middle)), Words(source.anchor(middle, end)))
    return AnnexPassage(f"p-{number}-{paragraph}", Locator(paragraph), pieces, (True, False), back)


def _annex() -> Annex:
    gap = ONE.text.index("\n\n")
    first = (
        _passage(ONE, 1, 1, 0, gap, ("cite-2", "cite-3", "cite-5")),
        _passage(ONE, 1, 2, gap + 2, len(ONE.text), ("cite-1", "cite-4")),
    )
    second = (_passage(TWO, 2, 1, 0, len(TWO.text), ("cite-6",)),)
    return Annex(
        "full",
        None,
        tuple(
            AnnexSource(
                f"annex-{n}", n, source.id, told(f"annex-{n}-head", "source-head", number=_number(source, n)), made
            )
            for n, source, made in ((1, ONE, first), (2, TWO, second))
        ),
    )


def _number(source: Source, number: int) -> Datum:
    return Datum(str(number), source.id, "number")


def _entry(number: int, source: Source) -> SourceEntry:
    title = source.stated("title")
    shown = Statement(f"source-{number}-title", "counted", (Datum(title, source.id, "title"),)) if title else None
    untitled = told(f"source-{number}-title", "entry-untitled")
    facts = (Fact("fact-publisher", told(f"source-{number}-publisher", "not-stated"), missing=True),)
    return SourceEntry(f"source-{number}", number, source.id, shown or untitled, None, facts)


def small_briefing(**changed: Any) -> Briefing:
    """The briefing, with some fields in the place of its own."""
    briefing = Briefing(
        audience=Audience("humanitarian", (), SECTIONS),
        slug="nobody-crosses-before-spring",
        title=TITLE,
        title_note=None,
        kind=told("kind", "kind"),
        running=told("running", "kind"),
        handling="TLP:GREEN",
        language="en",
        facts=(Fact("fact-sources", Statement("fact-sources", "counted", (Count((ONE.id, TWO.id)),))),),
        sections=SECTIONS,
        bottom_line=(WHOLE,),
        key_figures_note=None,
        key_figures=(CARD,),
        statements=(
            Actor(
                "actor-1",
                Statement("actor-1-name", "counted", (Datum("Ana Ruiz", QUOTED.id, "speaker"),)),
                told("actor-1-summary", "n-origins", n=Count(("o-1",))),
                (BRACKETED, BROKEN),
            ),
        ),
        implications=Implications(
            told("imp", "n-sectors", n=Count(("health", "shelter"))),
            Matrix(told("cap", "not-stated"), "silent", "silent", (), ()),
            (),
        ),
        agreement=Agreement(told("agr", "not-stated"), None),
        limitations=(told("limit-1", "n-undated", n=Count((TWO.id,))),),
        method=(),
        sources=(_entry(1, ONE), _entry(2, TWO)),
        annex=_annex(),
        claims=CLAIMS,
        labels=LABELS.fixed,
        request=Request(tlp="TLP:GREEN"),
    )
    return replace(briefing, **changed)
