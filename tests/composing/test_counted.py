"""Sentences with a number in them: in the singular, in the plural, and where there is nothing to count."""

from __future__ import annotations

from dataclasses import replace

import pytest

from briefing.composing.agreement import agreement
from briefing.composing.edition import Edition
from briefing.composing.implications import implications
from briefing.composing.limitations import limitations
from briefing.composing.masthead import facts
from briefing.model.claim import Extraction, Unused
from briefing.model.finding import Finding, Grouping, Member, Origin, Reading
from tests.composing.builder import claim, edition, figure, source

WHERE = source(
    "Officials said the river rose. See page nine. Photo by the desk.", published="2024-05-03", publisher="P"
)


def with_unused(*words: str) -> Edition:
    """An edition of a source of which these words belong to no sentence."""
    made = edition((WHERE, ()))
    starts = [(WHERE.text.index(each), len(each)) for each in words]
    unused = tuple(Unused(WHERE.anchor(start, start + length), "no-statement") for start, length in starts)
    made.file = replace(made.file, extractions=((WHERE.id, Extraction((), (), unused)),))
    return made


def repeated(number: int, support: str = "same-origin") -> Edition:
    """An edition in which two outlets print each of so many statements, of one origin."""
    texts = [f"Ana Ruiz said the river rose over mark {n}." for n in range(number)]
    sources = [
        source(" ".join(texts) + extra, published="2024-05-03", publisher=name, title=name)
        for name, extra in (("Post", ""), ("Herald", " So it is."))
    ]
    claims = [[claim(where, text, speaker="Ana Ruiz") for text in texts] for where in sources]
    pairs = [tuple(each[n].id for each in claims) for n in range(number)]
    origins = tuple(Origin(f"o-{n}", "p-ana-ruiz", None, pair) for n, pair in enumerate(pairs))
    findings = tuple(
        Finding(
            f"f-{n}", "statement", "river", support, ("Post", "Herald"), (f"o-{n}",),
            (Reading("", None, tuple(Member(one, None) for one in pair)),),
        )
        for n, pair in enumerate(pairs)
    )  # fmt: skip
    parts = [(where, tuple(each)) for where, each in zip(sources, claims, strict=True)]
    return edition(*parts, grouping=Grouping(origins, findings))


@pytest.mark.parametrize(
    ("words", "line"),
    [
        (["See page nine."], "1 place in the text belongs to no sentence and was not used."),
        (["See page nine.", "Photo"], "2 places in the text belong to no sentence and were not used."),
    ],
)
def test_what_belongs_to_no_sentence(words: list[str], line: str) -> None:
    assert [limit.text for limit in limitations(with_unused(*words))] == [line]


@pytest.mark.parametrize(
    ("number", "line"),
    [
        (1, "1 matter in several sources goes back to one origin; repetition is no confirmation."),
        (2, "2 matters in several sources go back to one origin; repetition is no confirmation."),
    ],
)
def test_what_goes_back_to_one_origin(number: int, line: str) -> None:
    assert line in [limit.text for limit in limitations(repeated(number))]


def test_origins_that_several_sources_share() -> None:
    (fact,) = [fact for fact in facts(repeated(2)) if fact.label == "fact-origins"]
    assert fact.note is not None
    assert (fact.value.text, fact.note.text) == ("2", "of which 2 in several sources")


@pytest.mark.parametrize(
    ("number", "line"),
    [
        (
            0,
            "No matter is in more than one source. Statements that one source alone makes, compared with nothing: 0.",
        ),
        (
            1,
            "1 matter is in more than one source; none has a second origin; none of them in conflict. "
            "Statements that one source alone makes, compared with nothing: 0.",
        ),
    ],
)
def test_what_sources_agree_on(number: int, line: str) -> None:
    assert agreement(repeated(number)).summary.text == line


def test_figures_that_nobody_gives_are_joined_with_or() -> None:
    (missing,) = [line for line in implications(with_unused("Photo")).people if line.id == "people-missing"]
    steps = "people affected, people in need, people targeted by a plan, people reached, people displaced"
    assert missing.text == f"No source gives a figure for {steps} or people returned."


def test_a_figure_worded_alike_is_told_once() -> None:
    wordings = ("40 people fled.", "40 people fled. So it is.", "52 people fled.")
    parts = []
    for text in wordings:
        where = source(text)
        told = text.split(".")[0] + "."
        people = figure(where, text[:2], "people fled", int(text[:2]))
        parts.append((where, (claim(where, told, figures=(people,), sectors=("displacement",)),)))
    (given, _) = implications(edition(*parts)).people
    assert given.text == "Counted as people displaced: “40 people fled” and “52 people fled”."
    assert [note.text for note in given.notes] == ["1 more claim is not cited here; it stands in claims.json."]


def test_silent_sources_are_counted_where_the_table_does_not_name_them() -> None:
    def silences(number: int) -> list[str]:
        where = source("40 people fled.")
        told = claim(where, where.text, figures=(figure(where, "40", "people", 40),), sectors=("displacement",))
        others = [source(f"It rained {n} times.") for n in range(number - 1)]
        whole = edition((where, (told,)), *((other, ()) for other in others))
        return [line.text for block in implications(whole).blocks for line in block.silences]

    assert silences(4) == []
    assert silences(5) == ["4 sources say nothing on displacement."]
