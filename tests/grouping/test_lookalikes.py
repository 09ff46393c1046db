"""Names in letters of two scripts, and names that only look alike, are told."""

from __future__ import annotations

from briefing.extractors import extract
from briefing.grouping import group
from briefing.model.notice import Notice
from briefing.model.source import File, Source


def told(*stories: tuple[str, str | None]) -> list[Notice]:
    """What grouping says of stories, each with its publisher."""
    sources = [Source(text, (File(f"{n}.txt", publisher=outlet),)) for n, (text, outlet) in enumerate(stories)]
    return [
        notice
        for notice in group(sources, {source.id: extract(source) for source in sources}).notices
        if notice.code in ("mixed-scripts", "lookalike-names")
    ]


LATIN = "The mayor, Ana Ruiz, said that 40 families had left Orrin.\n"
CYRILLIC_A = LATIN.replace("Ana Ruiz", "Аna Ruiz")


def test_speakers_that_look_alike() -> None:
    first, second = told((LATIN, "Aru Post"), (CYRILLIC_A, "Teral Gazette"))
    assert first.message == "The name “Аna Ruiz” has letters of Cyrillic and Latin."
    assert second.message == (
        "The names “Аna Ruiz” and “Ana Ruiz” look alike and are of different letters: counted as two."
    )
    assert (first.limits, CYRILLIC_A[first.start : first.end]) == (True, "The mayor, Аna Ruiz")


def test_outlets_that_look_alike() -> None:
    found = told((LATIN, "Aru Post"), (LATIN + "x", "Aru Роst"))  # the second has three Cyrillic letters
    assert [notice.code for notice in found] == ["mixed-scripts", "lookalike-names"]
    found = told((LATIN, "COMET"), (LATIN + "x", "СОМЕТ"))  # all Cyrillic: one script
    assert [notice.code for notice in found] == ["lookalike-names"]


def test_names_that_only_have_accents_or_another_script() -> None:
    assert told((LATIN, "Le Soir d’Été"), (LATIN + "x", "Le Soir d’Ete"), (LATIN + "y", "Известия")) == []
    assert told((LATIN, "北京日报 2"), (LATIN + "x", "e\u0301clair")) == []
