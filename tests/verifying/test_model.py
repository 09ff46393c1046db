"""The first gate: a sound briefing passes, and each way of tampering with one is refused and named."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from briefing.errors import VerificationError
from briefing.model.audience import Audience
from briefing.model.briefing import (
    Briefing,
    Citation,
    Count,
    Cut,
    Datum,
    Fact,
    Name,
    Phrase,
    Piece,
    RuleText,
    Statement,
    Words,
)
from briefing.model.claim import Claim, Extraction
from briefing.model.request import Request
from briefing.verifying import verify
from tests.verifying.small_briefing import (
    BRACKETED,
    BROKEN,
    CARD,
    CLAIMS,
    CLINIC,
    LABELS,
    LEFT,
    ONE,
    QUOTED,
    TITLE,
    TWO,
    WHOLE,
    cite,
    small_briefing,
    told,
    words,
)

NAMED = Name("Ana Ruiz", CLINIC.id)
ANSWERS = words(ONE, " added that the clinic has no insulin.")
OPENED, CLOSED = words(ONE, "“Nobody crosses before spring,”"), words(ONE, "“and nobody should try.”")
BETWEEN = Cut(before=True, after=True)


def test_a_sound_briefing_passes_without_notices() -> None:
    assert verify(small_briefing()) == ()


def bottom(*statements: Statement) -> Briefing:
    """The briefing with ``statements`` in the place of its bottom line's first, whose citation they carry."""
    return small_briefing(bottom_line=tuple(replace(statement, id=WHOLE.id) for statement in statements))


def moved(piece: Words, by: int) -> Words:
    """The same exact words, said to stand ``by`` characters further on."""
    return Words(replace(piece.anchor, start=piece.anchor.start + by, end=piece.anchor.end + by))


def whole(*pieces: Piece, voice: str = "reported", claims: tuple[str, ...] = (LEFT.id,)) -> Briefing:
    """The briefing with ``pieces`` as its bottom line."""
    return bottom(replace(WHOLE, pieces=pieces, voice=voice, claims=claims))


def counted(*pieces: Piece) -> Briefing:
    """The briefing with a counted limitation of ``pieces``."""
    return small_briefing(limitations=(Statement("limit-1", "counted", pieces),))


def card(**changed: object) -> Briefing:
    """The briefing with a changed card."""
    return small_briefing(key_figures=(replace(CARD, **changed),))  # type: ignore[arg-type]


def cited(**changed: object) -> Briefing:
    """The briefing with a changed citation of its bottom line."""
    changed_citation = replace(WHOLE.citations[0], **changed)  # type: ignore[arg-type]
    return bottom(replace(WHOLE, citations=(changed_citation,)))


def claimed(claim: Claim) -> Briefing:
    """The briefing with ``claim`` in the place of the first of its claims."""
    source, found = CLAIMS.extractions[0]
    tampered = (source, Extraction(found.passages, (claim, *found.claims[1:]), ()))
    return small_briefing(claims=replace(CLAIMS, extractions=(tampered, *CLAIMS.extractions[1:])))


def annexed(pieces: tuple[Words | Cut, ...], cited_: tuple[bool, ...]) -> Briefing:
    """The briefing with other pieces in the first passage of its annex."""
    annex = small_briefing().annex
    first = annex.sources[0]
    passage = replace(first.passages[0], pieces=pieces, cited=cited_)
    sources = (replace(first, passages=(passage, *first.passages[1:])), *annex.sources[1:])
    return small_briefing(annex=replace(annex, sources=sources))


LONGER = replace(WHOLE.pieces[0].anchor, exact=WHOLE.text.replace("40", "40,000"))  # type: ignore[union-attr]
FIRST = small_briefing().annex.sources[0].passages[0].pieces

REFUSED: dict[str, tuple[Callable[[], Briefing], str, str]] = {
    "words that the source does not have": (
        *(lambda: whole(Words(LONGER)), "statement bl-1"),
        "“Mayor Ana Ruiz said at least 40,000 families left Orrin.” is not what stands at 0 to 52 of source 1, "
        "Orrin empties (one.txt)",
    ),
    "words at another place": (lambda: whole(moved(words(ONE, "Orrin"), 1)), "statement bl-1", "“Orrin” is not what"),
    "words with other context": (
        *(lambda: whole(Words(replace(LEFT.anchor, suffix=" He"))), "statement bl-1"),
        "is not what stands at 0 to 52",
    ),
    "words of no source": (
        *(lambda: whole(Words(replace(LEFT.anchor, source="s-0"))), "statement bl-1"),
        "of no source of this briefing (s-0)",
    ),
    "a name that the claim did not resolve": (
        *(lambda: whole(Name("Ben Ott", CLINIC.id), ANSWERS), "statement bl-1"),
        "“[Ben Ott]” is not the speaker that claim",
    ),
    "a name in the place of other words than a pronoun": (
        *(
            lambda: whole(Name("Ana Ruiz", LEFT.id), words(ONE, " said at least 40 families left Orrin.")),
            "statement bl-1",
        ),
        "“[Ana Ruiz]” stands in the place of “Ana Ruiz”, which is no pronoun",
    ),
    "a name before other words than the pronoun's": (
        *(lambda: whole(NAMED, words(ONE, "that the clinic has no insulin.")), "statement bl-1"),
        "“that the clinic has no insulin.” does not follow the words printed ahead of it, and no cut is marked",
    ),
    "a title that nobody stated": (
        *(lambda: counted(Datum("5 million displaced", ONE.id, "title")), "statement limit-1"),
        "nobody stated “5 million displaced” as the title of source 1",
    ),
    "a publisher where none is stated": (
        *(lambda: counted(Datum("Teral Gazette", TWO.id, "publisher")), "statement limit-1"),
        "nobody stated “Teral Gazette” as the publisher of two.txt",
    ),
    "a field that nothing has": (
        *(lambda: counted(Datum("40", LEFT.id, "toll")), "statement limit-1"),
        "nobody stated “40” as the toll",
    ),
    "a request that nobody made": (
        *(lambda: counted(Datum("Peace at last", "request", "title")), "statement limit-1"),
        "nobody stated “Peace at last” as the title of request",
    ),
    "a number that counts one id twice": (
        *(lambda: counted(Count((ONE.id, ONE.id))), "statement limit-1"),
        f"the number 2 counts {ONE.id} twice",
    ),
    "a number that counts what is not known": (
        *(lambda: counted(Count((ONE.id, "s-1"))), "statement limit-1"),
        "the number 2 counts s-1, which this briefing does not know",
    ),
    "a number that counts unlike things": (
        *(lambda: counted(Count((ONE.id, LEFT.id))), "statement limit-1"),
        "the number 2 counts ids of different kinds",
    ),
    "origins that are sources": (
        *(lambda: counted(LABELS.phrase("n-origins", n=Count((ONE.id, TWO.id)))), "statement limit-1"),
        "“n-origins” counts what are no origins",
    ),
    "a phrase with another text than its label": (
        *(lambda: counted(Phrase("n-sources", (Count((ONE.id, TWO.id)), " outlets"))), "statement limit-1"),
        "“2 outlets” is not the label “n-sources” with its gaps filled",
    ),
    "a phrase in the form of another number": (
        *(lambda: counted(Phrase("n-sources", (Count((ONE.id, TWO.id)), " source"))), "statement limit-1"),
        "“2 source” is not the label “n-sources”",
    ),
    "a phrase of no label": (
        *(lambda: counted(Phrase("made-up", ("5 million displaced",))), "statement limit-1"),
        "“5 million displaced” is not the label “made-up”",
    ),
    "a phrase with text in its gap": (
        *(lambda: counted(Phrase("source-head", ("Source ", "7"))), "statement limit-1"),
        "“Source 7” is not the label “source-head”",
    ),
    "a phrase that ends early": (
        *(lambda: counted(Phrase("source-head", ("Source ",))), "statement limit-1"),
        "is not the label “source-head”",
    ),
    "a rule's text that no rule has": (
        *(lambda: counted(RuleText("EXPEL", "consider", "an invasion")), "statement limit-1"),
        "“an invasion” is not the text “consider” of rule EXPEL",
    ),
    "the program's words in a source's voice": (
        *(lambda: whole(*WHOLE.pieces, LABELS.phrase("not-stated")), "statement bl-1"),
        "“not stated” is no source's words in a statement of voice “reported”",
    ),
    "quotation marks around reported words": (
        *(lambda: whole(LABELS.phrase("quote-open"), *WHOLE.pieces, LABELS.phrase("quote-close")), "statement bl-1"),
        "““” is no source's words",
    ),
    "a source's voice without words of it": (
        *(lambda: whole(BETWEEN), "statement bl-1"),
        "it speaks as “reported” and prints no words of a source",
    ),
    "words of two sources in one statement": (
        *(lambda: whole(*WHOLE.pieces, words(TWO, "the mayor said.")), "statement bl-1"),
        "it joins words of source 1, Orrin empties (one.txt) and two.txt",
    ),
    "a quotation of what stands in no quotation marks": (
        *(lambda: whole(words(ONE, "“Nobody crosses before spring,” Ruiz said"), voice="quoted", claims=(QUOTED.id,)),),
        *("statement bl-1", "does not all stand in quotation marks in source 1"),
    ),
    "a quotation of what is reported": (
        *(lambda: whole(*WHOLE.pieces, voice="quoted"), "statement bl-1"),
        "does not all stand in quotation marks",
    ),
    "a cut that is not marked": (
        *(lambda: whole(OPENED, CLOSED, voice="quoted", claims=(QUOTED.id,)), "statement bl-1"),
        "““and nobody should try.”” does not follow",
    ),
    "words in another order": (
        *(lambda: whole(CLOSED, BETWEEN, OPENED, voice="quoted", claims=(QUOTED.id,)), "statement bl-1"),
        "stands before the words printed ahead of it",
    ),
    "a cut where nothing is cut": (
        *(lambda: whole(words(ONE, "Mayor Ana Ruiz"), BETWEEN, words(ONE, " said at least")), "statement bl-1"),
        "follows a mark of a cut where nothing is cut",
    ),
    "a statement of no voice": (
        *(lambda: whole(*WHOLE.pieces, voice="rumoured"), "statement bl-1"),
        "there is no voice 'rumoured'",
    ),
    "a statement of no claim": (
        *(lambda: whole(*WHOLE.pieces, claims=("c-1",)), "statement bl-1"),
        "it prints claim c-1, which this briefing does not have",
    ),
    "the analyst's voice with a source's words": (
        *(lambda: whole(*WHOLE.pieces, voice="analyst"), "statement bl-1"),
        "it speaks for the analyst and prints what the analyst did not ask for",
    ),
    "a consideration without a rule": (
        *(lambda: whole(LABELS.phrase("not-stated"), voice="consideration"), "statement bl-1"),
        "it prints texts of [] under rule None",
    ),
    "one id for two statements": (
        *(lambda: bottom(WHOLE, replace(WHOLE, pieces=TITLE.pieces, citations=(), claims=())), "statement bl-1"),
        "the id 'bl-1' already names something else",
    ),
    "one id for two citations": (
        *(lambda: cited(id="cite-1"), "statement bl-1, citation cite-1"),
        "the id 'cite-1' already names something else",
    ),
    "a citation with another source's number": (
        lambda: cited(number=2),
        "citation cite-2",
        "2 is not the number of source 1",
    ),
    "a citation that leads nowhere": (
        *(lambda: cited(target="p-9-9"), "citation cite-2"),
        "it leads to 'p-9-9', which is nowhere in the briefing",
    ),
    "a citation that leads to another passage": (
        *(lambda: cited(target="p-1-2"), "citation cite-2"),
        "is not in the passage 'p-1-2' it leads to",
    ),
    "a citation that leads to another source": (
        *(lambda: cited(target="source-2"), "citation cite-2"),
        "it leads to 'source-2', which is another source",
    ),
    "a citation of other words": (
        *(lambda: cited(anchor=replace(LEFT.anchor, exact="40,000 families")), "citation cite-2"),
        "“40,000 families” is not what stands in source 1",
    ),
    "a citation of no claim": (lambda: cited(claim="c-9"), "citation cite-2", "there is no claim c-9"),
    "a citation that says something": (
        *(lambda: cited(label="5 million displaced"), "citation cite-2"),
        "its label “5 million displaced” is not the catalogue's",
    ),
    "a citation without a way back": (
        *(lambda: cited(id="cite-7"), "citation cite-7"),
        "the passage 'p-1-1' has no way back to it",
    ),
    "a way back to no citation": (
        *(lambda: bottom(replace(WHOLE, citations=())), "annex passage p-1-1"),
        "its way back leads to 'cite-2', which is no citation",
    ),
    "a card with another number": (
        *(lambda: card(numeral=Statement("kf-1-numeral", "reported", (words(ONE, "at"),))), "card kf-1"),
        "“at” is no figure of the claims it cites",
    ),
    "a card with half a number": (
        *(lambda: card(numeral=Statement("kf-1-numeral", "reported", (words(ONE, "4"),))), "card kf-1"),
        "“4” is no figure of the claims it cites",
    ),
    "a card without its figure's hedge": (
        *(lambda: card(hedge=None), "card kf-1"),
        "“40” is no figure of the claims it cites, hedge and unit included",
    ),
    "a card with a numeral of the program's": (
        *(lambda: card(numeral=told("kf-1-numeral", "n-origins", n=Count(("o-1",)))), "card kf-1"),
        "“1 origin” is no figure of the claims it cites",
    ),
    "a card that pictures two origins": (
        *(lambda: card(mark=(2, 2)), "card kf-1"),
        "no finding of its claims has 2 outlets and 2 origins",
    ),
    "a card that counts other outlets": (
        *(lambda: card(support=told("kf-1-support", "n-sources", n=Count((ONE.id,)))), "card kf-1"),
        "“1 source” is not what finding f-1 counts",
    ),
    "a card without a numeral": (lambda: card(numeral=None), "card kf-1", "it says that no figure is given"),
    "an annex passage that leaves words out": (
        *(lambda: annexed((words(ONE, "Mayor Ana"), words(ONE, " said")), (True, False)), "annex passage p-1-1"),
        "“said” does not follow “Mayor Ana” in source 1",
    ),
    "an annex passage with unmarked pieces": (
        *(lambda: annexed(FIRST, (True,)), "annex passage p-1-1"),
        "2 pieces and 1 marks",
    ),
    "a claim with other words": (
        *(lambda: claimed(replace(LEFT, anchor=LONGER)), f"claim {LEFT.id}"),
        "40,000 families left Orrin.” is not what stands at 0 to 52",
    ),
    "a claim with another number": (
        *(lambda: claimed(replace(LEFT, figures=(replace(LEFT.figures[0], text="400"),))), f"claim {LEFT.id}"),
        "“400” is not what stands at 29 to 31",
    ),
    "a label that the catalogue does not have": (
        *(lambda: small_briefing(labels={**LABELS.fixed, "silent": "5 million displaced"}), "label silent"),
        "“5 million displaced” is not in the catalogue",
    ),
    "a handling mark that nobody asked for": (
        *(lambda: small_briefing(handling="TLP:CLEAR"), "handling mark"),
        "nobody asked for “TLP:CLEAR”",
    ),
    "an entry of no source": (
        *(
            lambda: small_briefing(sources=(replace(small_briefing().sources[0], source="s-9"),)),
            "source entry source-1",
        ),
        "there is no source s-9",
    ),
}


@pytest.mark.parametrize("case", REFUSED)
def test_refuses(case: str) -> None:
    tampered, where, what = REFUSED[case]
    with pytest.raises(VerificationError) as refused:
        verify(tampered())
    assert refused.value.exit_code == 4
    assert where in refused.value.where
    assert what in refused.value.what
    assert refused.value.todo


def test_what_stands_in_a_part_the_gate_has_never_heard_of_is_checked_too() -> None:
    note = Statement("note", "counted", (Datum("5 million displaced", ONE.id, "title"),))
    facts = (Fact("fact-sources", told("fact-sources", "not-stated"), note=note),)
    with pytest.raises(VerificationError, match="statement note"):
        verify(small_briefing(facts=facts))


def test_a_date_may_be_printed_in_the_pages_language() -> None:
    verify(counted(Datum("9 March 2024", ONE.id, "date"), Datum("2024-03-09", ONE.id, "published")))
    with pytest.raises(VerificationError):
        verify(counted(Datum("10 March 2024", ONE.id, "date")))


def test_the_analysts_title_is_what_was_asked_for() -> None:
    title = Statement("title", "analyst", (Datum("Orrin empties", "request", "title"),))
    spoken = (*BROKEN.citations, *TITLE.citations)
    actor = small_briefing().statements[0]
    kept = replace(actor, statements=(BRACKETED, replace(BROKEN, citations=spoken)))
    note = told("title-note", "title-note-analyst")
    request = Request("Orrin empties", tlp="TLP:GREEN")
    verify(small_briefing(title=title, title_note=note, statements=(kept,), request=request))


def test_the_same_statement_may_stand_in_two_places() -> None:
    verify(bottom(WHOLE, WHOLE))


def test_a_title_may_set_its_own_quotation_marks_around_quoted_words() -> None:
    inner = words(ONE, "Nobody crosses before spring")
    pieces = (LABELS.phrase("quote-open"), inner, Cut(before=True), LABELS.phrase("quote-close"))
    verify(small_briefing(title=replace(TITLE, pieces=pieces)))


def test_an_audiences_label_with_a_number_is_noticed() -> None:
    audience = Audience("press", (), small_briefing().sections, labels={"own": "5 million displaced"})
    notices = verify(small_briefing(audience=audience, labels=LABELS.fixed))
    assert [notice.code for notice in notices] == ["label-with-number"]


def test_without_an_annex_citations_lead_to_the_sources() -> None:
    def led(statement: Statement) -> Statement:
        return replace(statement, citations=tuple(map(_to_source, statement.citations)))

    actor = small_briefing().statements[0]
    verify(
        small_briefing(
            title=led(TITLE),
            bottom_line=(led(WHOLE),),
            statements=(replace(actor, statements=(led(BRACKETED), led(BROKEN))),),
            key_figures=(replace(CARD, citations=tuple(map(_to_source, CARD.citations))),),
            annex=replace(small_briefing().annex, extent="none", sources=()),
        )
    )


def _to_source(citation: Citation) -> Citation:
    return replace(citation, target=f"source-{citation.number}")


def test_a_citation_names_its_place() -> None:
    assert cite(1, ONE, LEFT.anchor, 1).label == "1¶1, source 1, paragraph 1"
