"""A small but full briefing, built by hand from two invented sources: every part of the model occurs once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

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
    Cell,
    Citation,
    Count,
    Cut,
    Datum,
    Fact,
    Implications,
    Inconsistency,
    Mark,
    Matrix,
    Name,
    Phrase,
    Piece,
    Row,
    RuleText,
    SectorBlock,
    SourceEntry,
    Statement,
    Variant,
    Words,
)
from briefing.model.finding import ClaimsFile, Grouping
from briefing.model.source import File, Locator, Source

TREE = Path(__file__).resolve().parents[2]
FOLDERS = (TREE / "templates" / "humanitarian", TREE / "templates" / "base")
ONE = Source(
    text=(
        "Bridge at Orrin closes\n\n"
        "The governor of Teral said 1,250 families had left the valley since Monday. “Nobody will cross before the "
        "spring,” he told reporters.\n\n"
        "She added that the clinic in Orrin has no insulin & few beds.\n\n"
        "It was the <b>worst</b> week that anyone here remembers."
    ),
    files=(File("orrin.txt", publisher="Teral Gazette", published="2024-03-09"),),
    language="en",
)
TWO = Source(
    text=(
        "Les familles quittent la vallée, dit-il.\n\n"
        "“Nobody crosses until spring,” the governor said at a press conference in Şile, where 1,250 families had "
        "arrived."
    ),
    files=(File("sile.txt"),),
    language="fr",
)
SOURCES = (ONE, TWO)
LABELS = Labels("en")


class Builder:
    """Numbers citations in the order they are made."""

    def __init__(self) -> None:
        self.made: list[Citation] = []

    def words(self, source: Source, exact: str, *, differs: bool = False) -> Words:
        """The words ``exact``, which the source has once or more."""
        start = source.text.index(exact)
        return Words(source.anchor(start, start + len(exact)), differs)

    def cite(self, source: Source, exact: str) -> tuple[Citation, ...]:
        """A citation of the words ``exact``."""
        anchor = self.words(source, exact).anchor
        paragraph = source.text.count("\n\n", 0, anchor.start) + 1
        number = SOURCES.index(source) + 1
        made = Citation(
            f"cite-{len(self.made) + 1}",
            source.id,
            number,
            Locator(paragraph),
            anchor,
            f"p-{number}-{paragraph}",
            f"{number}¶{paragraph}, source {number}, paragraph {paragraph}",
        )
        self.made.append(made)
        return (made,)

    def said(self, id_: str, voice: str, source: Source, *exact: str) -> Statement:
        """A statement that prints stretches of a source, cuts between them, with one citation."""
        pieces: list[Piece] = []
        for stretch in exact:
            pieces += [Cut(before=True, after=True), self.words(source, stretch)] if pieces else []
            pieces += [] if pieces else [self.words(source, stretch)]
        return Statement(id_, voice, tuple(pieces), self.cite(source, exact[0]), language=source.language)


def told(id_: str, *parts: str | Piece, voice: str = "counted") -> Statement:
    """A sentence of the program's own, as if from the catalogue."""
    return Statement(id_, voice, (Phrase("made-up-for-tests", parts),))


def sample_briefing() -> Briefing:
    """The briefing."""
    build = Builder()
    title = build.said("title", "quoted", ONE, "“Nobody will cross before the spring,”")
    briefing = Briefing(
        audience=Audience("humanitarian", FOLDERS, SECTIONS),
        slug="nobody-will-cross-before-the-spring",
        title=title,
        title_note=told("title-note", "Words of the governor, as printed in source 1."),
        kind=told("kind", "Humanitarian briefing"),
        running=told("running", "As of 9 March 2024, 2 sources"),
        handling="TLP:GREEN",
        language="en",
        facts=_facts(),
        sections=SECTIONS,
        bottom_line=_bottom_line(build),
        key_figures_note=told("kf-note", "no figure has a second origin"),
        key_figures=_cards(build),
        statements=_actors(build),
        implications=_implications(build),
        agreement=_agreement(build),
        limitations=(
            Statement(
                "limit-1", "counted", (Phrase("x", (Count((TWO.id,)), " source is undated.")),), build.cite(TWO, "Şile")
            ),
        ),
        method=(told("method-1", "Every sentence is a source’s own words or a count."),),
        sources=tuple(_entry(n, source) for n, source in enumerate(SOURCES, 1)),
        annex=Annex("full", None, ()),
        claims=ClaimsFile(SOURCES, (), Grouping((), ())),
        labels=LABELS.fixed,
    )
    sources = tuple(_annex(n, source, build.made) for n, source in enumerate(SOURCES, 1))
    return replace(briefing, annex=Annex("full", told("annex-note", "Text is as received."), sources))


SECTIONS = ("bottom-line", "key-figures", "statements", "implications", "agreement", "limitations", "sources", "annex")


def _facts() -> tuple[Fact, ...]:
    return (
        Fact("fact-audience", told("fact-audience", "Humanitarian coordination")),
        Fact("fact-as-of", told("fact-as-of", "9 March 2024"), told("fact-as-of-note", "1 source undated")),
        Fact("fact-sources", told("fact-sources", Count((ONE.id, TWO.id)))),
        Fact("fact-origins", told("fact-origins", "undated"), missing=True),
    )


def _bottom_line(build: Builder) -> tuple[Statement, ...]:
    whole = "The governor of Teral said 1,250 families had left the valley since Monday."
    return (
        build.said("bottom-1", "reported", ONE, whole),
        told(
            "bottom-2",
            "Both sources carry one statement; neither counts people. ",
            build.words(TWO, "Şile"),
            " is named.",
        ),
    )


def _cards(build: Builder) -> tuple[Card, ...]:
    missing = Card(
        "kf-0", told("kf-0-what", "people affected"), support=told("kf-0-n", "The sources are silent"), missing=True
    )
    given = Card(
        "kf-1",
        what=Statement("kf-1-what", "reported", (build.words(ONE, "families"),)),
        numeral=Statement("kf-1-numeral", "reported", (build.words(ONE, "1,250"),)),
        said_by=told("kf-1-by", "says the governor of Teral, “", build.words(ONE, "since Monday"), "”"),
        support=told("kf-1-support", "2 sources, 1 origin"),
        differs=told("kf-1-differs", "also printed as ", build.words(TWO, "1,250 families")),
        citations=build.cite(ONE, "1,250 families") + build.cite(TWO, "1,250 families"),
        mark=(2, 1),
        hedge=told("kf-1-hedge", "at least"),
    )
    return missing, given


def _actors(build: Builder) -> tuple[Actor, ...]:
    quoted = build.said("actor-1-1", "quoted", ONE, "“Nobody will cross before the spring,”")
    noted = Statement(
        "actor-1-1-n", "counted", (Phrase("x", ("Source 2 words it differently",)),), build.cite(TWO, "Nobody")
    )
    pronoun = Statement(
        "actor-1-2",
        "reported",
        (Name("Ines Okafor", "c-1"), build.words(ONE, " added that the clinic in Orrin has no insulin & few beds.")),
        build.cite(ONE, "the clinic in Orrin"),
        items=(build.said("actor-1-2-1", "reported", TWO, "Les familles quittent la vallée"),),
    )
    own = build.said("actor-2-1", "own", ONE, "It was the <b>worst</b> week", "anyone here remembers.")
    return (
        Actor(
            "actor-1",
            told("actor-1-name", "The governor of Teral"),
            told("actor-1-sum", "named · 2 sources, 1 origin"),
            (replace(quoted, notes=(noted,), topic=told("actor-1-1-t", "On access")), pronoun),
            role=told("actor-1-role", "governor"),
        ),
        Actor("actor-2", told("actor-2-name", "Source 1"), told("actor-2-sum", "Teral Gazette"), (own,), own=True),
    )


def _implications(build: Builder) -> Implications:
    columns = (told("sec-c1", "Source 1"), told("sec-c2", "Source 2"))
    mark = Mark("reported", told("sec-1-m", "reported"), build.cite(ONE, "no insulin"))
    rows = (
        Row(
            "sec-1",
            told("sec-1-h", "Health"),
            (Cell(columns[0], (mark,)), Cell(columns[1])),
            told("sec-1-o", "1 origin"),
            (1, 1),
        ),
        Row("sec-2", told("sec-2-h", "Shelter"), (Cell(columns[0]), Cell(columns[1])), told("sec-2-o", "gap")),
    )
    consider = Statement(
        "consider-1",
        "consideration",
        (
            Phrase(
                "consideration",
                (
                    RuleText("CUTOFF", "reported", "A road is reported cut."),
                    " Consider ",
                    RuleText("CUTOFF", "consider", "who is stranded"),
                    ".",
                ),
            ),
        ),
        build.cite(ONE, "Nobody"),
        speaker=told("consider-1-r", "Rule CUTOFF v1"),
        rule="CUTOFF",
    )
    block = SectorBlock(
        "health",
        told("block-1", "Health"),
        reported=(build.said("block-1-1", "reported", ONE, "the clinic in Orrin has no insulin"),),
        considerations=(consider,),
        silences=(told("block-1-s", "No source gives a figure on health.", voice="silent"),),
    )
    return Implications(
        told("imp-sum", "1 of 11 sectors has any evidence."),
        Matrix(told("sec-cap", "A dashed cell is a finding."), "matrix-sector", "matrix-amounts", columns, rows),
        (block,),
        people=(told("people-1", "Affected: no source gives a figure.", voice="silent"),),
        silences=(told("gap-1", "The sources are silent on shelter.", voice="silent"),),
    )


def _agreement(build: Builder) -> Agreement:
    sides = (
        Statement("var-1-1", "quoted", (build.words(ONE, "“Nobody "), build.words(ONE, "will cross", differs=True))),
        Statement("var-1-2", "quoted", (build.words(TWO, "“Nobody "), build.words(TWO, "crosses", differs=True))),
    )
    labels = (
        replace(told("var-1-l1", "Source 1"), citations=build.cite(ONE, "Nobody")),
        replace(told("var-1-l2", "Source 2"), citations=build.cite(TWO, "Nobody")),
    )
    variant = Variant("var-1", told("var-1-h", "Two wordings"), labels, sides, told("var-1-n", "Same speaker."))
    odd = Inconsistency(
        "within-1",
        told("within-1-h", "Within source 1"),
        (build.said("within-1-1", "reported", ONE, "since Monday"),),
        told("within-1-n", "Shown, not corrected."),
    )
    return Agreement(told("agr-sum", "1 matter is in both sources."), None, (variant,), (odd,))


def _entry(number: int, source: Source) -> SourceEntry:
    id_ = f"source-{number}"
    stated = source.stated("publisher")
    publisher = Statement(f"{id_}-publisher", "counted", (Datum(stated or "not stated", source.id, "publisher"),))
    return SourceEntry(
        id_,
        number,
        source.id,
        told(f"{id_}-title", "Bridge at Orrin closes" if stated else "Untitled"),
        None if stated else told(f"{id_}-note", "begins “Les familles”"),
        (Fact("fact-publisher", publisher, missing=not stated),),
        missing=not stated,
    )


def _annex(number: int, source: Source, citations: Sequence[Citation]) -> AnnexSource:
    passages = []
    start = 0
    for paragraph, text in enumerate(source.text.split("\n\n"), 1):
        id_ = f"p-{number}-{paragraph}"
        here = [c for c in citations if c.target == id_]
        cut = here[0].anchor.end if here else start + len(text)
        spans = [(start, cut), (cut, start + len(text))] if cut < start + len(text) else [(start, cut)]
        pieces = tuple(Words(source.anchor(*span)) for span in spans)
        cited = tuple(bool(here) and n == 0 for n in range(len(pieces)))
        back = tuple(c.id for c in here)
        passages.append(AnnexPassage(id_, Locator(paragraph), pieces, cited, back, heading=paragraph == 1))
        start += len(text) + 2
    head = told(f"annex-{number}-head", f"Source {number}")
    return AnnexSource(f"annex-{number}", number, source.id, head, tuple(passages), source.language)
