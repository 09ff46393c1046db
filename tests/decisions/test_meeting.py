"""Decisions met with fresh claims: the exact passage or nothing."""

from __future__ import annotations

import pytest

from briefing.decisions import apply
from briefing.extractors import extract
from briefing.grouping import group
from briefing.model.decision import Correction, Decision
from briefing.model.source import File, Source
from tests.chain_texts import STORIES
from tests.decisions.cases import claims_of, on, read, saying, target


def test_a_rejected_claim_is_kept_apart() -> None:
    sources, found = read()
    claim = saying(found, "no insulin")
    met = apply(sources, found, [on(sources, claim, "reject", reason="hearsay")])
    assert claim.id not in {each.id for each in claims_of(met.extractions)}
    assert [each.id for each in met.extractions[claim.source].rejected] == [claim.id]
    assert [ruling.state for ruling in met.rulings] == ["applied"]


def test_the_later_verdict_holds() -> None:
    sources, found = read()
    claim = saying(found, "no insulin")
    met = apply(sources, found, [on(sources, claim, "reject"), on(sources, claim, "accept")])
    assert [ruling.state for ruling in met.rulings] == ["overruled", "applied"]
    assert next(each for each in claims_of(met.extractions) if each.id == claim.id).accepted


def test_a_correction_keeps_what_was_read_before_and_the_claims_id() -> None:
    sources, found = read()
    claim = saying(found, "A doctor said")
    decision = on(
        sources, claim, "correct", changes=(("speaker", "Dr Lena Ott"), ("force", "claimed")), by="R. Analyst"
    )
    made = saying(apply(sources, found, [decision]).extractions, "A doctor said")
    assert made.id == claim.id
    assert (made.attribution.speaker, made.attribution.force) == ("Dr Lena Ott", "claimed")
    assert made.anchor == claim.anchor
    assert made.corrections[0].now == "Dr Lena Ott"
    assert made.corrections[1] == Correction("force", "said", "claimed", decision.id, None, "R. Analyst")


def test_a_figure_is_corrected_and_its_words_stay() -> None:
    sources, found = read()
    claim = saying(found, "A doctor said")
    decision = on(sources, claim, "correct", figure=0, changes=(("value", 6), ("as-of", "2024-03-08")))
    figure = saying(apply(sources, found, [decision]).extractions, "A doctor said").figures[0]
    assert (figure.value, figure.text, figure.as_of) == (6, "5", "2024-03-08")


def test_what_is_the_outlets_own_may_be_given_a_speaker_and_taken_from_one() -> None:
    sources, found = read()
    own, told = saying(found, "For families in the valley"), saying(found, "no insulin")
    decisions = [
        on(sources, own, "correct", changes=(("speaker", "Ana Ruiz"),)),
        on(sources, told, "correct", changes=(("speaker", ""),)),
    ]
    met = apply(sources, found, decisions).extractions
    assert saying(met, "For families in the valley").attribution.party == "p-ana-ruiz"
    assert saying(met, "no insulin").attribution.kind == "publisher"
    assert saying(met, "no insulin").id == told.id


def test_setting_what_is_so_already_is_no_correction() -> None:
    sources, found = read()
    claim = saying(found, "no insulin")
    same = str(claim.attribution.force)
    made = apply(sources, found, [on(sources, claim, "correct", changes=(("force", same),))])
    assert saying(made.extractions, "no insulin").corrections == ()


@pytest.mark.parametrize(
    ("edit", "why"),
    [
        (lambda text: text.replace("insulin", "water"), "the text it was made on is not among the sources"),
        (lambda text: text + " ", "the words stand in gazette.txt, changed"),
    ],
)
def test_a_decision_on_a_text_that_has_changed_is_an_orphan(edit: object, why: str) -> None:
    sources, found = read()
    claim = saying(found, "no insulin")
    decision = on(sources, claim, "reject")
    changed, fresh = read({name: edit(text) for name, text in STORIES.items()})  # type: ignore[operator]
    met = apply(changed, fresh, [decision])
    assert [ruling.state for ruling in met.rulings] == ["orphaned"]
    assert why in met.rulings[0].why
    assert dict(met.extractions) == fresh
    assert [notice.code for notice in met.notices] == ["orphaned-decision"]
    assert "Decision 0 (reject “She added that the clinic has no insulin.”)" in met.notices[0].message


def test_a_claim_that_says_something_else_at_the_same_passage_is_not_met() -> None:
    sources, found = read()
    claim = saying(found, "no insulin")
    source = next(each for each in sources if each.id == claim.source)
    at = target(source, claim)
    other = Decision("reject", (type(at)(at.sha256, at.start, at.end, at.exact, ((at.start, at.end),)),))
    assert apply(sources, found, [other]).rulings[0].why == "no claim stands at its passage with its content"


def test_a_decision_taken_back_is_not_applied_and_one_taken_back_twice_is() -> None:
    sources, found = read()
    reject = on(sources, saying(found, "no insulin"), "reject")
    back = Decision("withdraw", of=reject.id)
    assert [r.state for r in apply(sources, found, [reject, back]).rulings] == ["withdrawn", "applied"]
    again = Decision("withdraw", of=back.id)
    assert [r.state for r in apply(sources, found, [reject, back, again]).rulings] == [
        "applied",
        "withdrawn",
        "applied",
    ]


def test_taking_back_what_was_never_decided_is_an_orphan() -> None:
    sources, found = read()
    met = apply(sources, found, [Decision("withdraw", of="d-0123456789ab")])
    assert met.rulings[0].state == "orphaned"
    assert met.rulings[0].why == "there is no such decision before it"


def test_what_belongs_together_or_apart_is_told_by_claim() -> None:
    sources, found = read()
    one, other = saying(found, "Nobody crosses"), saying(found, "Nobody will cross")
    pair = tuple(target(next(s for s in sources if s.id == c.source), c) for c in (one, other))
    met = apply(sources, found, [Decision("merge", pair), Decision("different-origin", pair)])
    assert met.ties.merged == (((one.id, None), (other.id, None)),)
    assert met.ties.other_origin == ((one.id, other.id),)
    after = apply(sources, found, [Decision("merge", pair), Decision("split", pair)])
    assert (after.ties.merged, after.ties.split) == ((), (((one.id, None), (other.id, None)),))


def test_claims_merged_whole_are_compared_in_their_one_figure() -> None:
    texts = ("The union said 23 miners, not 15, are trapped.", "The company said fifteen remain unaccounted for.")
    sources = [Source(f"Mine falls in Tarn\n\n{text}\n", (File(f"{n}.txt"),)) for n, text in enumerate(texts)]
    found = {source.id: extract(source) for source in sources}
    pair = tuple(
        target(source, saying(found, text[:9]))
        for source, text in zip(sources, ("The union", "The company"), strict=True)
    )
    met = apply(sources, found, [Decision("merge", pair)])
    (finding,) = (f for f in group(sources, met.extractions, met.ties).findings if f.kind == "figure")
    assert [(reading.text, reading.relation) for reading in finding.readings] == [("23", None), ("fifteen", "conflict")]
