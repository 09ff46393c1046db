"""The humanitarian-implications section: reported, own view, considerations and silences, sector by sector."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from briefing.composing.actors import Place, actors, choose, left_out, printed, sources_of
from briefing.composing.considerations import Consideration, consider, gap_questions, ladder
from briefing.composing.counted_words import wide_words
from briefing.composing.edition import Edition
from briefing.composing.matrix import by_source, columns, row
from briefing.composing.rulebook import Step
from briefing.composing.withheld import with_withheld, withheld, withheld_line, withheld_on
from briefing.model.briefing import Card, Datum, Implications, Matrix, Phrase, RuleText, SectorBlock, Statement
from briefing.model.claim import SECTORS, Claim, Figure

ALWAYS = tuple(sector for sector in SECTORS if sector != "cross-sector")
"""The sectors that print as a gap where there is no evidence."""
MOST_PEOPLE = 4
"""Figures a step of the population ladder shows at most."""
MOST_CITED = 6
"""Claims a consideration cites at most, of those that triggered it: first those that touch the rule's sectors."""


def evidence(edition: Edition) -> dict[str, tuple[Claim, ...]]:
    """The claims of each sector, in the sectors' fixed order."""
    found: dict[str, list[Claim]] = {sector: [] for sector in SECTORS}
    for claim in edition.claims:
        for sector in found.keys() & claim.sectors:
            found[sector].append(claim)
    return {sector: tuple(claims) for sector, claims in found.items()}


def silent_sectors(edition: Edition) -> tuple[str, ...]:
    """The sectors on which no source says anything; what is withheld was said."""
    found, kept = edition.once(evidence), edition.once(withheld_on)
    return tuple(sector for sector in ALWAYS if not found[sector] and not kept[sector])


def withheld_sectors(edition: Edition) -> tuple[str, ...]:
    """The sectors on which all that the sources say is withheld."""
    found, kept = edition.once(evidence), edition.once(withheld_on)
    return tuple(sector for sector in ALWAYS if kept[sector] and not found[sector])


def implications(edition: Edition) -> Implications:
    """The whole section."""
    found = edition.once(evidence)
    fired = consider(edition.claims, edition.sources)
    seen: dict[Place, str] = {}
    blocks = [
        _block(edition, sector, found[sector], [c for c in fired if c.sectors[0] == sector], seen) for sector in SECTORS
    ]
    return Implications(
        summary=_summary(edition, found),
        matrix=_matrix(edition, found),
        blocks=tuple(block for block in blocks if block.statements),
        people=_people(edition),
        silences=_questions(edition),
    )


def _summary(edition: Edition, found: dict[str, tuple[Claim, ...]]) -> Statement:
    with_any = [sector for sector in ALWAYS if found[sector]]
    opinion = [sector for sector in with_any if all(_opinion(claim) for claim in found[sector])]
    return edition.told(
        "implications-summary",
        "implications-summary",
        n=edition.count(with_any),
        all=edition.counted("bare-number", ALWAYS),
        opinion=edition.counted("bare-number", opinion),
    )


def _opinion(claim: Claim) -> bool:
    return claim.form == "own" and claim.nature == "commentary"


def _matrix(edition: Edition, found: dict[str, tuple[Claim, ...]]) -> Matrix:
    heads = columns(edition, "sectors")
    rows = []
    for sector in SECTORS:
        claims = found[sector]
        if claims or sector in ALWAYS:
            head = edition.told(f"sectors-{sector}", f"heading-{sector}")
            made = row(edition, heads, head, claims, _outcome(edition, sector, claims))
            rows.append(with_withheld(edition, made, sector))
    caption = edition.told("sectors-caption", "sectors-caption" if by_source(edition) else "sectors-caption-voices")
    return Matrix(caption, "matrix-sector", "matrix-amounts", heads, tuple(rows))


def _outcome(edition: Edition, sector: str, claims: Sequence[Claim]) -> Statement:
    id_ = f"sectors-{sector}-outcome"
    if not claims and edition.once(withheld_on)[sector]:
        return edition.told(id_, "outcome-withheld")
    if not claims:
        return edition.told(id_, "outcome-gap", "silent")
    if all(_opinion(claim) for claim in claims):
        return edition.told(id_, "outcome-opinion")
    origins = dict.fromkeys(edition.origins[claim.id].id for claim in claims if claim.id in edition.origins)
    if not origins:
        return edition.told(id_, "outcome-unstated")
    return edition.told(id_, "outcome-origins", origins=edition.counted("n-origins", origins))


def _block(
    edition: Edition, sector: str, claims: Sequence[Claim], fired: Sequence[Consideration], seen: dict[Place, str]
) -> SectorBlock:
    """A sector's block. A passage that stands in an earlier block is not printed again; the block leads to it."""
    earlier = [claim for claim in claims if _place(claim) in seen]
    fresh = [claim for claim in claims if _place(claim) not in seen]
    reported = _printed(edition, f"imp-{sector}-reported", [c for c in fresh if not _opinion(c)])
    own = _printed(edition, f"imp-{sector}-own", [c for c in fresh if _opinion(c)])
    also = _elsewhere(edition, f"imp-{sector}-also", earlier, seen)
    seen |= {_place(edition.by_id[claim]): sector for made in (*reported, *own) for claim in made.claims}
    return SectorBlock(
        sector=sector,
        heading=edition.told(f"imp-{sector}", f"heading-{sector}"),
        reported=(*reported, *also),
        own=own,
        considerations=tuple(_consideration(edition, item) for item in fired),
        silences=_silences(edition, sector, claims) if claims else (),
    )


def _place(claim: Claim) -> Place:
    return claim.source, claim.anchor.span


def _printed(edition: Edition, id: str, claims: Sequence[Claim]) -> tuple[Statement, ...]:  # noqa: A002
    """The statements there is room for, and how many there is none for."""
    made = []
    chosen, rest = choose(edition, claims, edition.audience.per_sector)
    for n, place in enumerate(chosen, 1):
        noted = place[0].id in edition.once(_noted)
        statement = printed(edition, f"{id}-{n}", place, whole=False, noted=not noted)
        made.append(replace(statement, topic=None, speaker=_speaker(edition, f"{id}-{n}-by", place[0])))
    return (*made, *left_out(edition, f"{id}-rest", rest))


def _noted(edition: Edition) -> frozenset[str]:
    """The claims beneath which the section of speakers tells where else they stand."""
    if "statements" not in edition.audience.sections:
        return frozenset()
    made = (statement for actor in edition.once(actors) for statement in actor.statements if statement.notes)
    return frozenset(claim for statement in made for claim in statement.claims[:1])


def _elsewhere(
    edition: Edition,
    id: str,  # noqa: A002
    claims: Sequence[Claim],
    seen: Mapping[Place, str],
) -> tuple[Statement, ...]:
    """Where the sector's passages that stand in other blocks are to be read."""
    if not claims:
        return ()
    sectors = dict.fromkeys(seen[_place(claim)] for claim in claims)
    names = edition.list_of([edition.phrase(f"sector-{sector}") for sector in sectors])
    return (replace(edition.told(id, "see-under", sectors=names), citations=edition.cite_claims(claims)[:MOST_CITED]),)


def _speaker(edition: Edition, id: str, claim: Claim) -> Statement:  # noqa: A002
    if claim.attribution.speaker:
        return Statement(id, "counted", (Datum(claim.attribution.speaker, claim.id, "speaker"),))
    if claim.form == "own":
        return edition.told(id, "source-head", number=edition.number(claim.source))
    return edition.told(id, f"class-{claim.attribution.kind}-actor")


def _consideration(edition: Edition, item: Consideration) -> Statement:
    rule, id_ = item.rule, f"consider-{item.rule.id.lower()}"
    claims = [edition.by_id[trigger] for trigger in item.triggers]
    nearest = sorted(claims, key=lambda claim: not set(rule.sectors) & set(claim.sectors))
    field = "alleged" if item.alleged else "reported"
    text = edition.phrase(
        "consideration",
        reported=RuleText(rule.id, field, getattr(rule, field)),
        consider=RuleText(rule.id, "consider", rule.consider),
        watch=RuleText(rule.id, "watch", rule.watch),
        ask=RuleText(rule.id, "ask", rule.ask),
    )
    name = edition.told(
        f"{id_}-rule",
        "rule-name",
        rule=RuleText(rule.id, "id", rule.id),
        version=RuleText(rule.id, "version", str(rule.version)),
        title=RuleText(rule.id, "title", rule.title),
    )
    return Statement(
        id_,
        "consideration",
        (text,),
        citations=edition.cite_claims(nearest[:MOST_CITED]),
        claims=item.triggers,
        speaker=name,
        notes=(
            *_in_english(edition, f"{id_}-language", text),
            *_instruments(edition, id_, item),
            *_rest(edition, f"{id_}-rest", nearest[MOST_CITED:]),
        ),
        rule=rule.id,
    )


def _in_english(edition: Edition, id: str, text: Phrase) -> tuple[Statement, ...]:  # noqa: A002
    """That a rule's text is in English, where the page is not and nobody has translated all of it."""
    language = edition.labels.language
    texts = (part for part in text.parts if isinstance(part, RuleText))
    foreign = any(part.language != language for part in texts)
    return (edition.told(id, "rule-in-english"),) if foreign else ()


def _rest(edition: Edition, id: str, claims: Sequence[Claim]) -> tuple[Statement, ...]:  # noqa: A002
    """How many claims are not cited for want of room."""
    ids = [claim.id for claim in claims]
    return (edition.told(id, "not-cited", n=edition.count(ids)),) if ids else ()


def _instruments(edition: Edition, id: str, item: Consideration) -> tuple[Statement, ...]:  # noqa: A002
    verified = [instrument for instrument in item.rule.instruments if instrument.verified]
    if not verified:
        return ()
    texts = [
        edition.phrase(
            "instrument",
            text=RuleText(item.rule.id, "instruments", instrument.text),
            bound=RuleText(item.rule.id, "instruments", instrument.bound),
        )
        for instrument in verified
    ]
    return (edition.told(f"{id}-norm", "rests-on", instruments=edition.list_of(texts)),)


def _silences(edition: Edition, sector: str, claims: Sequence[Claim]) -> tuple[Statement, ...]:
    """What a sector with evidence still leaves open: a source that says nothing, a figure nobody gives."""
    kept = edition.once(withheld_on)[sector]
    made = [*withheld_line(edition, f"imp-{sector}-withheld", sector)]
    telling = sources_of((*claims, *kept))
    quiet = [source for source in edition.read if source not in telling]
    if quiet and not by_source(edition):  # else the matrix shows which
        made.append(
            edition.told(
                f"imp-{sector}-quiet",
                "silent-sources",
                "silent",
                n=edition.count(quiet),
                sector=edition.phrase(f"sector-{sector}"),
            )
        )
    if not any(figure for claim in (*claims, *kept) for figure in claim.figures):
        made.append(
            edition.told(f"imp-{sector}-nofigure", "silent-figure", "silent", sector=edition.phrase(f"sector-{sector}"))
        )
    return tuple(made)


def _people(edition: Edition) -> tuple[Statement, ...]:
    """The population figures, step by step: who is counted by whom, or that nobody gives the figure."""
    steps = edition.once(_ladder)
    made = [_given(edition, step, members) for step, members in steps.items() if members]
    kept = edition.once(_withheld_ladder)
    silent = [step for step, members in steps.items() if not members and not kept[step]]
    missing = [RuleText("ladder", step.key, step.label) for step in silent]
    if missing:
        made.append(edition.told("people-missing", "people-missing", "silent", steps=edition.list_or(missing)))
    return tuple(made)


def _ladder(edition: Edition) -> dict[Step, tuple[tuple[str, int], ...]]:
    return ladder(edition.claims)


def _withheld_ladder(edition: Edition) -> dict[Step, tuple[tuple[str, int], ...]]:
    """The population figures in what is withheld: given, though not printed."""
    return ladder(edition.once(withheld))


def _given(edition: Edition, step: Step, members: Sequence[tuple[str, int]]) -> Statement:
    given = [(edition.by_id[claim], edition.by_id[claim].figures[index]) for claim, index in members]
    worded = {_printed_number(edition, *pair): pair for pair in reversed(given)}
    told = [pair for pair in given if worded[_printed_number(edition, *pair)] is pair][:MOST_PEOPLE]
    numerals = [edition.phrase("quoted", words=edition.words(c.source, *wide_words(edition, c, f))) for c, f in told]
    name = RuleText("ladder", step.key, step.label)
    made = edition.told(f"people-{step.key}", "people-given", step=name, figures=edition.list_of(numerals))
    rest = _rest(edition, f"people-{step.key}-rest", _others(edition, members, told))
    return replace(made, citations=edition.cite_claims(claim for claim, _ in told), notes=rest)


def _printed_number(edition: Edition, claim: Claim, figure: Figure) -> str:
    """A figure as the line prints it: what is printed alike is printed once."""
    return " ".join(edition.sources[claim.source].text[slice(*wide_words(edition, claim, figure))].lower().split())


def _others(
    edition: Edition, members: Sequence[tuple[str, int]], told: Sequence[tuple[Claim, Figure]]
) -> Sequence[Claim]:
    """The claims of figures that are not shown, each once, without those of which one is."""
    shown = {claim.id for claim, _ in told}
    return [edition.by_id[claim] for claim in dict.fromkeys(claim for claim, _ in members) if claim not in shown]


def _questions(edition: Edition) -> tuple[Statement, ...]:
    """For each sector without evidence, what is withheld, or that the sources are silent and what that raises."""
    made = [line for sector in withheld_sectors(edition) for line in withheld_line(edition, f"gap-{sector}", sector)]
    for sector in silent_sectors(edition):
        questions = [RuleText("gaps", sector, question) for question in gap_questions(sector)]
        name = edition.phrase(f"sector-{sector}")
        if questions:
            text = edition.told(f"gap-{sector}", "gap-ask", "silent", sector=name, questions=edition.list_of(questions))
        else:
            text = edition.told(f"gap-{sector}", "gap", "silent", sector=name)
        made.append(text)
    return tuple(made)


def nobody_counted(edition: Edition) -> bool:
    """Whether no source gives any figure of the people affected, in need, reached, displaced or returned."""
    return not any((*edition.once(_ladder).values(), *edition.once(_withheld_ladder).values()))


def missing_cards(edition: Edition) -> tuple[Card, ...]:
    """A card for the figure a reader needs first, where nobody gives it: how many people are affected."""
    if not nobody_counted(edition):
        return ()
    what = edition.told("kf-missing-what", "missing-affected", "silent")
    said = edition.told("kf-missing-said", "missing-affected-note", "silent")
    return (Card("kf-missing", what, said_by=said, missing=True, reason="no source gives a population figure"),)
