"""The two laws: no decision is ever lost; applying twice is applying once."""

from __future__ import annotations

from collections.abc import Mapping

from hypothesis import given, settings
from hypothesis import strategies as st

from briefing.decisions import apply
from briefing.model.claim import FORCES, NATURES, SECTORS, Claim, Extraction
from briefing.model.decision import RULINGS, Decision
from briefing.model.source import Source
from tests.chain_texts import STORIES
from tests.decisions.cases import claims_of, on, read, target

SOURCES, FOUND = read()
CLAIMS = claims_of(FOUND)
BY_ID = {source.id: source for source in SOURCES}


def one(claim: Claim, draw: st.DrawFn) -> Decision:
    """Some decision on one claim."""
    act = draw(st.sampled_from(["accept", "reject", "correct", "pin", "note"]))
    if act == "correct":
        changes: dict[str, object] = {
            "force": draw(st.sampled_from(FORCES)),
            "nature": draw(st.sampled_from(NATURES)),
            "speaker": draw(st.sampled_from(["", "Ana Ruiz", "Dr Ott"])),
            "sectors": (draw(st.sampled_from(SECTORS)),),
        }
        named = draw(st.lists(st.sampled_from(sorted(changes)), min_size=1, unique=True))
        if draw(st.booleans()) and claim.figures:
            return on(SOURCES, claim, act, figure=0, changes=(("value", draw(st.integers(0, 9))),))
        return on(SOURCES, claim, act, changes=tuple((name, changes[name]) for name in named))
    return on(SOURCES, claim, act, text="A word." if act == "note" else None)


@st.composite
def decisions(draw: st.DrawFn) -> list[Decision]:
    """A few decisions on the stories' claims; some on two, some taken back."""
    made: list[Decision] = []
    for _ in range(draw(st.integers(0, 6))):
        act = draw(st.sampled_from(["one", "two", "withdraw"]))
        if act == "withdraw" and made:
            made.append(Decision("withdraw", of=draw(st.sampled_from(made)).id))
        elif act == "two":
            pair = draw(st.lists(st.sampled_from(CLAIMS), min_size=2, max_size=3, unique_by=lambda claim: claim.id))
            both = tuple(target(BY_ID[claim.source], claim) for claim in pair)
            made.append(Decision(draw(st.sampled_from(["merge", "split", "same-origin", "different-origin"])), both))
        else:
            made.append(one(draw(st.sampled_from(CLAIMS)), draw))
    return made


@st.composite
def editions(draw: st.DrawFn) -> tuple[tuple[Source, ...], Mapping[str, Extraction]]:
    """The stories, some of them edited, or left out, or read with fewer claims, as after a change of lexicons."""
    texts = {}
    for name, text in STORIES.items():
        change = draw(st.sampled_from(["none", "none", "out", "insert"]))
        at = draw(st.integers(0, len(text)))
        if change != "out":
            texts[name] = text[:at] + "X" + text[at:] if change == "insert" else text
    sources, found = read(texts) if texts != STORIES else (SOURCES, FOUND)
    drop = draw(st.integers(0, 3))
    thinned = {
        key: Extraction(each.passages, each.claims[drop:], each.unused, each.notices) for key, each in found.items()
    }
    return sources, thinned


@settings(max_examples=120, deadline=None)
@given(editions(), decisions())
def test_no_decision_is_ever_lost(
    edition: tuple[tuple[Source, ...], Mapping[str, Extraction]], decided: list[Decision]
) -> None:
    sources, found = edition
    met = apply(sources, found, decided)
    assert [ruling.decision for ruling in met.rulings] == decided
    assert all(ruling.state in RULINGS for ruling in met.rulings)
    orphans = [ruling for ruling in met.rulings if ruling.state == "orphaned"]
    assert len(orphans) == len(met.notices)
    assert all(ruling.why for ruling in orphans)
    for ruling in met.rulings:
        if ruling.state == "applied":
            assert len(ruling.claims) == len(ruling.decision.targets)
    ids = sorted(claim.id for each in found.values() for claim in each.claims)
    assert ids == sorted(claim.id for each in met.extractions.values() for claim in (*each.claims, *each.rejected))


@settings(max_examples=120, deadline=None)
@given(editions(), decisions())
def test_applying_twice_is_applying_once(
    edition: tuple[tuple[Source, ...], Mapping[str, Extraction]], decided: list[Decision]
) -> None:
    sources, found = edition
    once = apply(sources, found, decided)
    assert apply(sources, once.extractions, decided) == once


@settings(max_examples=60, deadline=None)
@given(decisions())
def test_a_correction_never_touches_words_or_places(decided: list[Decision]) -> None:
    met = apply(SOURCES, FOUND, decided)
    before = {claim.id: claim for claim in CLAIMS}
    for each in met.extractions.values():
        for claim in (*each.claims, *each.rejected):
            known = before[claim.id]
            assert (claim.anchor, claim.content, claim.quotes) == (known.anchor, known.content, known.quotes)
            assert [figure.text for figure in claim.figures] == [figure.text for figure in known.figures]
