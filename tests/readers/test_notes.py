"""The analyst's notes: what a file becomes, and the mistakes that stop a build, each with its line."""

from __future__ import annotations

from pathlib import Path

import pytest

from briefing.errors import UsageError
from briefing.model.note import NoteBlock, NotePart, Reference
from briefing.readers.notes import notes, written


def note(folder: Path, text: str, name: str = "implications") -> Path:
    folder.mkdir(exist_ok=True)
    (folder / f"{name}.md").write_text(text)
    return folder


def test_paragraphs_and_items_with_their_citations_and_lines(tmp_path: Path) -> None:
    text = (
        "---\nauthor: Ines Obi\n---\n"
        "Returns *will* slow,\nas the mayor says [@c-12ab], and\nmore so in May [@C-34; @c-56].\n\n"
        "- Ask `who` counts.\n- Ask again [@c-78]\n"
    )
    (made,) = notes(note(tmp_path / "n", text))
    assert (made.section, made.author, made.path) == ("implications", "Ines Obi", str(tmp_path / "n/implications.md"))
    assert made.blocks == (
        NoteBlock(
            (
                NotePart("Returns will slow, as the mayor says", (Reference("c-12ab", 5),)),
                NotePart(", and more so in May", (Reference("c-34", 6), Reference("c-56", 6))),
                NotePart("."),
            ),
            4,
        ),
        NoteBlock((NotePart("Ask who counts."),), 8, item=True),
        NoteBlock((NotePart("Ask again", (Reference("c-78", 9),)),), 9, item=True),
    )


def test_html_is_text_and_citations_may_touch(tmp_path: Path) -> None:
    (made,) = notes(note(tmp_path / "n", "[@c-1][@c-2] <b>so</b> & on"))
    assert made.blocks[0].parts == (
        NotePart("", (Reference("c-1", 1), Reference("c-2", 1))),
        NotePart(" <b>so</b> & on"),
    )


def test_notes_come_in_the_order_of_the_sections(tmp_path: Path) -> None:
    folder = note(note(tmp_path / "n", "Late.", "annex"), "Early.", "bottom-line")
    (folder / "drafts.txt").write_text("no note")
    assert [made.section for made in notes(folder)] == ["bottom-line", "annex"]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("One.\n\n# Outlook", "implications.md:3: a note prints no heading; write paragraphs and lists"),
        ("[here](https://example.org)", "implications.md:1: a note prints no link; write its words as text"),
        ("A\n\n![x](y.png)", "implications.md:3: a note prints no picture; write its words as text"),
        ("> said she", "implications.md:1: a note prints no block quotation; write paragraphs and lists"),
        ("    indented", "implications.md:1: a note prints no indented block; write paragraphs and lists"),
        ("A [@mayor].", "implications.md:1: '[@mayor]' is no citation; write [@c-…] with the id of a claim"),
        ("A\nb [@c-].", "implications.md:2: '[@c-]' is no citation"),
        ("---\nauthors: X\n---\nA.", "implications.md: authors: no such key; did you mean 'author'?"),
        ("---\nauthor: X\n---\n\n", "implications.md: holds no words beside its front matter"),
        ("- " * 12 + "deep", "implications.md:1: a note prints no list in so many lists"),
        ("", "implications.md: is empty"),
    ],
)
def test_what_a_note_cannot_hold(tmp_path: Path, text: str, message: str) -> None:
    with pytest.raises(UsageError) as caught:
        notes(note(tmp_path / "n", text))
    assert message in str(caught.value)


def test_a_file_named_after_no_section_is_told_the_nearest(tmp_path: Path) -> None:
    with pytest.raises(
        UsageError, match=r"limitation\.md: there is no section 'limitation'; did you mean 'limitations'\?"
    ):
        notes(note(tmp_path / "n", "A.", "limitation"))


def test_the_folder_is_the_one_named_else_notes(here: Path) -> None:
    assert written(None) == ()
    note(here / "notes", "Here.")
    note(here / "else", "There.")
    assert [made.blocks[0].parts[0].text for folder in (None, "else") for made in written(folder)] == [
        "Here.",
        "There.",
    ]
    with pytest.raises(UsageError, match=r"--notes: there is no folder 'gone'; name a folder"):
        written("gone")
