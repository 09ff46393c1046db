"""Where the sources differ, a line each: of what, or of whom, it tells."""

from __future__ import annotations

from typing import Any

from briefing.composing.agreement import agreement
from briefing.composing.differences import differences
from briefing.model.finding import Finding, Grouping, Member, Reading
from tests.composing.builder import claim, edition, figure, source


def lines(texts: tuple[str, str], kind: str, *claims: Any, relation: str = "") -> list[str]:
    """The lines on one matter in two sources, of which each makes one claim."""
    sources = [source(text) for text in texts]
    made = [of(where) for of, where in zip(claims, sources, strict=True)]
    at = 0 if kind == "figure" else None
    contents = [where.text[slice(*each.content[0])] for where, each in zip(sources, made, strict=True)]
    relations = (None, relation or ("conflict" if kind == "figure" else "variant"))
    readings = tuple(
        Reading(words, relation, (Member(each.id, at),))
        for words, relation, each in zip(contents, relations, made, strict=True)
    )
    finding = Finding("f-1", kind, "matter", "same-origin", tuple(s.id for s in sources), (), readings)
    whole = edition(
        *((where, (each,)) for where, each in zip(sources, made, strict=True)),
        grouping=Grouping((), (finding,)),
        differences=3,
    )
    return [line.text for line in differences(whole, agreement(whole).variants)]


def said_by(name: str, words: str) -> Any:
    """What makes the claim of ``words`` by somebody, in a source."""
    return lambda where: claim(where, where.text, words, speaker=name, mention=name, quotes=(words,))


def test_the_same_speaker_in_two_wordings_is_named() -> None:
    texts = ("Ana Ruiz: “The old bridge at Orrin is gone.”", "Ana Ruiz: “The new bridge at Orrin is gone.”")
    spoken = [text[11:-1] for text in texts]
    assert lines(texts, "statement", *(said_by("Ana Ruiz", words) for words in spoken)) == ["Ana Ruiz: “old” or “new”"]


def test_two_speakers_are_not_named_as_one() -> None:
    texts = ("Ana Ruiz: “The old bridge at Orrin is gone.”", "Bo Lin: “The new bridge at Orrin is gone.”")
    made = said_by("Ana Ruiz", texts[0][11:-1]), said_by("Bo Lin", texts[1][9:-1])
    assert lines(texts, "statement", *made) == ["“old” or “new”"]


def test_a_number_that_stands_alone_is_told_with_what_it_counts() -> None:
    def wounded(number: int) -> Any:
        return lambda where: claim(where, where.text, figures=(figure(where, str(number), "wounded", number),))

    texts = ("The count of the wounded is now 40.", "The count of the wounded is now 52.")
    assert lines(texts, "figure", wounded(40), wounded(52)) == ["wounded · “40” or “52”: sources differ"]
    texts = ("There are 40 wounded.", "There are 52 wounded.")
    assert lines(texts, "figure", wounded(40), wounded(52)) == ["“40 wounded” or “52 wounded”: sources differ"]


def test_a_correction_names_the_number_that_stands_first() -> None:
    def died(number: int) -> Any:
        return lambda where: claim(where, where.text, figures=(figure(where, str(number), "died", number),))

    texts = ("In Orrin 6 died, not 9, police say.", "In Orrin 9 died, police say.")
    assert lines(texts, "figure", died(6), died(9), relation="withdrawn") == ["corrected: “6 died”, before “9 died”"]


def test_two_statements_that_cannot_both_hold_come_whole() -> None:
    texts = ("Ana Ruiz: “The bridge at Orrin stands.”", "Bo Lin: “The bridge at Orrin has not stood.”")
    made = said_by("Ana Ruiz", texts[0][11:-1]), said_by("Bo Lin", texts[1][9:-1])
    assert lines(texts, "statement", *made, relation="conflict")[0] == (
        "“The bridge at Orrin stands” (Ana Ruiz) or “The bridge at Orrin has not stood” (Bo Lin): sources differ"
    )


def test_marks_and_numbers_of_bulletins_are_no_difference() -> None:
    texts = ("Flash update #5 on the old bridge at Orrin", "Flash update #6 on the old bridge at Orrin")
    made = [lambda where: claim(where, where.text)] * 2
    assert lines(texts, "statement", *made) == [
        "No difference was found. Matters that more than one source tells: 1. "
        "Statements that one source alone makes, compared with nothing: 0."
    ]


def test_what_is_taken_back_is_no_side_of_a_dispute() -> None:
    text = "In Orrin 6 died, say police; 9 died, they said before; 12 died, say medics."
    where, other = source(text), source("In Orrin 12 died, medics say.")
    made = [claim(where, text, figures=(figure(where, n, "died", int(n)),)) for n in ("6", "9")]
    made.append(claim(other, other.text, figures=(figure(other, "12", "died", 12),)))
    readings = tuple(
        Reading(words, relation, (Member(each.id, 0),))
        for words, relation, each in zip(("6", "9", "12"), (None, "withdrawn", "conflict"), made, strict=True)
    )
    finding = Finding("f-1", "figure", "matter", "single", (where.id,), (), readings)
    whole = edition((where, tuple(made[:1])), (other, tuple(made[2:])), grouping=Grouping((), (finding,)))
    assert [line.text for line in differences(whole, ())] == ["“6 died” or “12 died”: sources differ"]


def test_a_time_that_passes_is_no_matter() -> None:
    def lasted(number: int) -> Any:
        return lambda where: claim(where, where.text, figures=(figure(where, str(number), "days", number, "duration"),))

    texts = ("It lasted 2 days in Orrin.", "The rain lasted 2 days in Orrin.")
    assert lines(texts, "figure", lasted(2), lasted(2), relation="same")[0].startswith("No difference was found. ")
