"""The analyst's text through the whole chain: what is printed, and what the gate refuses."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing import composing, pipeline, workspace
from briefing.cli.app import run
from briefing.errors import BriefingError, UsageError, VerificationError
from briefing.model.briefing import Briefing, Datum
from briefing.model.finding import ClaimsFile
from briefing.model.note import Note, NoteBlock, NotePart, Reference
from briefing.model.request import Request
from briefing.readers.notes import notes
from briefing.verifying import verify, verify_page
from briefing.writers import edition, html
from tests.chain_texts import stories

CITED = {"left": "at least 40 families had left Orrin", "spring": "Nobody crosses before spring"}
"""Names of claims in the cases, and words of the claim each stands for."""


@pytest.fixture(scope="module")
def claims(tmp_path_factory: pytest.TempPathFactory) -> ClaimsFile:
    return pipeline.extract([stories(tmp_path_factory.mktemp("stories"))])


@pytest.fixture(scope="module")
def ids(claims: ClaimsFile) -> dict[str, str]:
    made = [claim for _, found in claims.extractions for claim in found.claims]
    return {name: next(c.id for c in made if words in c.anchor.exact) for name, words in CITED.items()}


def cases() -> Iterator[tuple[str, str, str]]:
    text = (Path(__file__).parent / "golden" / "notes.txt").read_text("utf-8")
    body = text.split("\n\n", 1)[1]
    while body.strip():
        title, rest = body.strip("\n").split("\n", 1)
        at = min(place for mark in ("\n= ", "\n! ") if (place := rest.find(mark)) >= 0)
        expected, _, body = rest[at + 1 :].partition("\n")
        yield title, rest[:at], expected


def composed(claims: ClaimsFile, *made: Note) -> Briefing:
    return composing.compose(claims, workspace.audience("humanitarian"), Request(notes=made))


def printed(claims: ClaimsFile, *made: Note) -> str:
    """The page of a briefing with these notes, once both gates have passed it."""
    briefing = composed(claims, *made)
    verify(briefing)
    page = html.render(briefing)
    verify_page(briefing, page, briefing.audience.folders)
    return page


@pytest.mark.parametrize(("title", "note", "expected"), list(cases()), ids=lambda text: str(text)[:60])
def test_golden(
    title: str,  # noqa: ARG001
    note: str,
    expected: str,
    claims: ClaimsFile,
    ids: dict[str, str],
    tmp_path: Path,
) -> None:
    for name, claim in ids.items():
        note = note.replace(f"[@{name}]", f"[@{claim}]")
    (tmp_path / "implications.md").write_text(note)
    try:
        verify(composed(claims, *notes(tmp_path)))
        found = "= printed"
    except BriefingError as problem:
        found = "! " + str(problem).removeprefix(f"{tmp_path / 'implications.md'}:")
    assert found.startswith(expected)


def one(*parts: NotePart, section: str = "statements", item: bool = False) -> Note:
    return Note(section, "notes/x.md", (NoteBlock(parts, 1, item),), "Ines Obi")


def test_it_stands_apart_at_the_end_of_its_section(claims: ClaimsFile, ids: dict[str, str]) -> None:
    note = one(NotePart("Watch the <b>valley</b>", (Reference(ids["left"][:12], 1),)), NotePart(", & ask."))
    page = printed(claims, note)
    made = page[page.index('class="assessment"') :]
    made = made[: made.index("</section>")]
    assert page.index('id="statements"') < page.index('class="assessment"') < page.index('id="implications"')
    for text in ("Analyst’s judgement", "Ines Obi", "Watch the &lt;b&gt;valley&lt;/b&gt;</span>", ", &amp; ask."):
        assert text in made
    assert 'href="#p-' in made


def test_paper_and_json_have_it_too(claims: ClaimsFile) -> None:
    briefing = composed(claims, one(NotePart("Watch the valley.")))
    paper = html.render(briefing, "print")
    verify_page(briefing, paper, briefing.audience.folders)
    assert "Watch the valley." in paper
    (made,) = edition.document(briefing)["assessments"]
    assert made["section"] == "statements"
    assert made["judgements"][0]["parts"][0]["text"] == "Watch the valley."


def test_a_section_that_is_not_printed_is_told(claims: ClaimsFile) -> None:
    audience = workspace.audience("humanitarian")
    short = replace(audience, sections=("bottom-line", "sources"))
    briefing = composing.compose(claims, short, Request(notes=(one(NotePart("Watch.")),)))
    assert briefing.assessments == ()
    assert [n.path for n in briefing.notices if n.code == "note-not-printed"] == ["notes/x.md"]
    verify(briefing)


def test_an_ambiguous_beginning_lists_what_it_may_mean(claims: ClaimsFile) -> None:
    known = [claim.id for _, found in claims.extractions for claim in found.claims]
    first = next(a for a in sorted(known) if sum(b.startswith(a[:3]) for b in known) > 1)
    with pytest.raises(
        UsageError, match=rf"notes/x\.md:7: {first[:3]} is the beginning of \d+ claims; write more of it: c-"
    ):
        composed(claims, one(NotePart("Watch", (Reference(first[:3], 7),))))


@pytest.mark.parametrize("how", ["words", "citation", "author", "left out", "voice"])
def test_what_was_tampered_with_is_refused(how: str, claims: ClaimsFile, ids: dict[str, str]) -> None:
    note = one(NotePart("Nobody should move", (Reference(ids["left"], 1),)), NotePart(" yet."))
    briefing = composed(claims, note)
    (made,) = briefing.assessments
    (judgement,) = made.judgements
    first, last = judgement.parts
    parts = {
        "words": (replace(first, pieces=(Datum("Nobody should move", "request", "note"),)), replace(last, pieces=())),
        "citation": (replace(first, citations=()), last),
        "voice": (replace(first, voice="counted"), last),
    }.get(how, judgement.parts)
    changed = replace(made, judgements=(replace(judgement, parts=parts),))
    if how == "author":
        changed = replace(changed, author=None)
    with pytest.raises(VerificationError):
        verify(replace(briefing, assessments=() if how == "left out" else (changed,)))


SAID = st.lists(
    st.sampled_from(
        ["Ruiz", "said", "40", "forty", "41", "5,000", "families", "“Nobody", "spring”", "left.", "It", "—"]
    ),
    min_size=1,
    max_size=14,
).map(" ".join)


@settings(derandomize=True, deadline=None, max_examples=40)
@given(said=SAID)
def test_no_number_passes_that_its_claim_has_not(said: str, claims: ClaimsFile, ids: dict[str, str]) -> None:
    note = one(NotePart(said, (Reference(ids["left"], 1),)))
    try:
        verify(composed(claims, note))
    except VerificationError:
        return
    assert "41" not in said
    assert "5,000" not in said
    assert "“" not in said or "spring”" not in said.partition("“")[2]


def test_from_the_command_line(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    stories(here / "sources")
    (here / "notes").mkdir()
    (here / "notes" / "bottom-line.md").write_text("Some 12 wells are spoilt.")
    assert run(["build", "sources", "-f", "html"]) == 4
    said = capsys.readouterr().err.strip().splitlines()[-1]
    assert said.startswith("notes/bottom-line.md:1: the number “12” is in no claim that the sentence cites")
    (here / "own").mkdir()
    (here / "own" / "bottom-line.md").write_text("Some wells are spoilt.")
    assert run(["build", "sources", "-f", "html", "--notes", "own"]) == 0
    (page,) = (here / "out").glob("*.html")
    assert "Some wells are spoilt." in page.read_text("utf-8")
