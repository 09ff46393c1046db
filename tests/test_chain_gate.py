"""The gate in its place in the chain: what was tampered with on the way is refused, and nothing is written."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from briefing import composing, pipeline
from briefing.cli.app import run
from briefing.errors import VerificationError
from briefing.model.audience import Audience
from briefing.model.briefing import Briefing, Words
from briefing.model.claim import Claim
from briefing.model.finding import ClaimsFile
from briefing.model.request import Request
from briefing.model.walk import nodes
from tests.chain_texts import stories

Compose = Callable[[ClaimsFile, Audience, Request], Briefing]


def tampered(monkeypatch: pytest.MonkeyPatch, after: Callable[[Briefing], Briefing]) -> None:
    """Have the chain compose a briefing with ``after`` done to it."""
    compose: Compose = composing.compose
    monkeypatch.setattr("briefing.composing.compose", lambda *given: after(compose(*given)))


def refused(here: Path, capsys: pytest.CaptureFixture[str]) -> str:
    """What a build that the gate refuses says. It ends with status 4, has one line, and writes nothing."""
    stories(here / "sources")
    assert run(["build", "sources", "-f", "html"]) == 4
    said = capsys.readouterr().err.strip().splitlines()
    assert not [path for path in (here / "out").rglob("*") if path.is_file()]
    return said[-1]


def test_a_tampered_claim(here: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    def lie(claim: Claim) -> Claim:
        return replace(claim, anchor=replace(claim.anchor, exact=claim.anchor.exact.replace("Nobody", "All")))

    def after(briefing: Briefing) -> Briefing:
        claims = briefing.claims
        told = tuple((s, replace(found, claims=tuple(map(lie, found.claims)))) for s, found in claims.extractions)
        return replace(briefing, claims=replace(claims, extractions=told))

    tampered(monkeypatch, after)
    line = refused(here, capsys)
    assert "claim c-" in line
    assert "All crosses before spring" in line
    assert "gazette.txt" in line


def test_a_tampered_number(here: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    def after(briefing: Briefing) -> Briefing:
        cards = list(briefing.key_figures)
        at = next(n for n, card in enumerate(cards) if card.numeral)
        card = cards[at]
        assert card.numeral is not None
        words = card.numeral.pieces[0]
        assert isinstance(words, Words)
        shown = Words(replace(words.anchor, exact="4,000"))
        cards[at] = replace(card, numeral=replace(card.numeral, pieces=(shown,)))
        return replace(briefing, key_figures=tuple(cards))

    tampered(monkeypatch, after)
    assert "“4,000” is not what stands at" in refused(here, capsys)


def test_a_cut_of_a_number(here: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    def after(briefing: Briefing) -> Briefing:
        cards = tuple(replace(card, hedge=None) for card in briefing.key_figures)
        return replace(briefing, key_figures=cards)

    tampered(monkeypatch, after)
    assert "hedge and unit included" in refused(here, capsys)


def audience(here: Path, template: str, labels: str = "") -> Path:
    """An audience of data alone in the working folder: settings, labels and one block of its own."""
    folder = here / "templates" / "elders"
    folder.mkdir(parents=True)
    (folder / "audience.toml").write_text(
        'template_api = 1\nparent = "humanitarian"\nkey_figures = 2\nsections = ["key-figures", "sources"]\n', "utf-8"
    )
    (folder / "page.html").write_text(template, "utf-8")
    if labels:
        (folder / "labels.toml").write_text(labels, "utf-8")
    return folder


BLOCK = '{% extends "parent/page.html" %}\n{% block masthead %}\n{{ super() }}\n<p>WHAT</p>\n{% endblock %}\n'


def build(here: Path, *formats: str) -> int:
    """Build the stories for the audience of data alone."""
    stories(here / "sources")
    asked = [part for name in formats for part in ("-f", name)]
    return run(["build", "sources", "-a", "elders", *asked])


@pytest.mark.parametrize("made_up", ["5 million displaced", "{{ '5 million displaced' }}", "5 million\n displaced"])
def test_a_template_with_a_made_up_sentence(here: Path, capsys: pytest.CaptureFixture[str], made_up: str) -> None:
    audience(here, BLOCK.replace("WHAT", made_up))
    assert build(here, "html") == 4
    line = capsys.readouterr().err.strip().splitlines()[-1]
    assert "templates/elders/page.html:4: " in line
    assert "“5 million displaced” is neither a statement, a citation nor a label" in line
    assert not list((here / "out").glob("*.html"))


def test_a_made_up_sentence_for_the_pdf_alone(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    audience(here, BLOCK.replace("WHAT", '{% if medium == "print" %}5 million displaced{% endif %}'))
    assert build(here, "html") == 0
    capsys.readouterr()
    assert build(here, "pdf") == 4
    assert "templates/elders/page.html:4: " in capsys.readouterr().err


def test_a_number_that_a_template_computes(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    audience(here, BLOCK.replace("WHAT", "{{ briefing.claims.sources|length * 1000 }}"))
    assert build(here, "html") == 4
    assert "“3000” is neither a statement, a citation nor a label" in capsys.readouterr().err


def test_a_template_that_changes_a_statement(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    shouted = '<span data-statement="{{ briefing.title.id }}">{{ briefing.title.text|upper }}</span>'
    audience(here, BLOCK.replace("WHAT", shouted))
    assert build(here, "html") == 4
    assert "statement title: the page prints" in capsys.readouterr().err


def test_an_audience_of_data_alone_builds(here: Path) -> None:
    audience(here, BLOCK.replace("WHAT", '{{ label("for-elders") }}'), 'for-elders = "For the council of elders"\n')
    assert build(here, "html", "pdf", "json") == 0
    page = next((here / "out").glob("*-elders.html")).read_text("utf-8")
    assert "<p>For the council of elders</p>" in page
    assert next((here / "out").glob("*-elders.pdf")).read_bytes().startswith(b"%PDF")


def test_no_part_of_a_briefing_can_be_made_up(here: Path) -> None:
    claims = pipeline.extract([stories(here / "sources")])
    briefing = composing.compose(claims, _humanitarian(), Request())
    pieces = list(nodes(replace(briefing, claims=ClaimsFile((), (), claims.grouping)), Words))
    assert len(pieces) > 20
    for piece in pieces:
        source = next(source for source in claims.sources if source.id == piece.anchor.source)
        assert source.text[piece.anchor.start : piece.anchor.end] == piece.anchor.exact


def _humanitarian() -> Audience:
    from briefing.workspace import audience as named

    return named("humanitarian")


def test_the_error_has_its_own_exit_status() -> None:
    assert VerificationError("a", "b", "c").exit_code == 4
