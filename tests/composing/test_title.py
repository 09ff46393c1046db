"""The title: the analyst's, else what no source disputes: a quotation cut at a sentence or clause, or a headline."""

from __future__ import annotations

from dataclasses import replace

import pytest

from briefing.composing import compose, slug
from briefing.composing.title import title
from briefing.errors import TemplateError
from briefing.model.briefing import Datum
from briefing.model.claim import Claim
from briefing.model.finding import Finding, Grouping, Member, Reading
from briefing.model.request import Request
from briefing.model.source import Source
from tests.composing.builder import claim, edition, source


def test_the_analyst_decides() -> None:
    text = source("Aru is cut off.")
    made = edition((text, (claim(text, text.text),)))
    made = replace(made, request=Request(title="Aru, week 3"))
    assert title(made)[0].text == "Aru, week 3"


def test_a_quotation_ends_at_its_first_sentence() -> None:
    text = source("“All the families must leave the island. It sinks,” Ana Ruiz said.")
    said = claim(
        text,
        text.text,
        "All the families must leave the island. It sinks,",
        speaker="Ana Ruiz",
        mention="Ana Ruiz",
        cue="said",
        quotes=("All the families must leave the island. It sinks,",),
    )
    name, note = title(edition((text, (said,))))
    assert name.text == "“All the families must leave the island.”"
    assert note is not None
    assert note.text == "Words of Ana Ruiz, as printed in source 1."


def test_the_comma_before_a_cue_is_no_part_of_a_title() -> None:
    quote = "All the families must leave the island,"
    text = source(f"“{quote}” Ana Ruiz said.")
    said = claim(text, text.text, quote, speaker="Ana Ruiz", mention="Ana Ruiz", cue="said", quotes=(quote,))
    assert title(edition((text, (said,))))[0].text == "“All the families must leave the island”"


def test_a_long_sentence_is_cut_at_its_clause_and_shows_it() -> None:
    quote = (
        "All the families must leave the island tonight; the water has come over the western wall "
        "and no boat will come back for them."
    )
    text = source(f"“{quote}” Ana Ruiz said.")
    said = claim(text, text.text, quote, speaker="Ana Ruiz", mention="Ana Ruiz", cue="said", quotes=(quote,))
    assert title(edition((text, (said,))))[0].text == "“All the families must leave the island tonight […]”"


def test_without_a_quotation_the_headline() -> None:
    text = source("Bridge at Aru closed\n\nThe bridge at Aru is closed, officials said.")
    head = claim(text, "Bridge at Aru closed", kind="headline")
    name, note = title(edition((text, (head,))))
    assert (name.text, note and note.text) == ("Bridge at Aru closed", "Headline of source 1.")


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("“All Afghans must return […]”", "all-afghans-must-return"),
        ("Île d’Yeu : l’eau", "ile-dyeu-leau"),
        ("الخلاصة", "briefing"),
        ("../../etc/passwd", "etc-passwd"),
        ("A" * 90, "a" * 60),
    ],
)
def test_slug(name: str, expected: str) -> None:
    assert slug(name) == expected


def test_an_audience_must_keep_what_citations_lead_to() -> None:
    text = source("Rain fell.")
    made = edition((text, (claim(text, text.text),)))
    with pytest.raises(TemplateError, match="lead nowhere"):
        compose(made.file, replace(made.audience, sections=("bottom-line",)), made.request)


def test_a_long_list_reads_like_a_short_one() -> None:
    text = source("Rain fell.")
    made = edition((text, (claim(text, text.text),)))
    numbers = [Datum(str(n), "request", "title") for n in range(5000)]
    assert made.list_of(numbers[:4]).text == "0, 1, 2 and 3"
    assert made.list_of(numbers).text.endswith("4998 and 4999")


@pytest.mark.parametrize("modality", ["hypothetical", "negated"])
def test_what_is_not_so_is_no_title(modality: str) -> None:
    quote = "All the families will have left the island,"
    text = source(f"“{quote}” Ana Ruiz said.")
    said = claim(
        text, text.text, quote, speaker="Ana Ruiz", mention="Ana Ruiz", cue="said", quotes=(quote,), modality=modality
    )
    assert quote[:-1] not in title(edition((text, (said,))))[0].text


def quoted(quote: str, name: str) -> tuple[Source, Claim]:
    """A source in which somebody says one sentence, with the claim."""
    text = source(f"“{quote}” {name} said.")
    return text, claim(text, text.text, quote, speaker=name, mention=name, cue="said", quotes=(quote,))


def headed(head: str, **stated: str) -> tuple[Source, Claim]:
    """A source of one headline and a sentence, with the claim of the headline."""
    text = source(f"{head}\n\nThe bridge at Aru is closed.", **stated)
    return text, claim(text, head, kind="headline")


def titled(*parts: tuple[Source, Claim], relation: str | None = None) -> str:
    """The title of sources of one claim each, the first two readings of one matter where ``relation`` is given."""
    members = [Member(one.id) for _, one in parts[:2]]
    readings = tuple(Reading("", how, (m,)) for how, m in zip((None, relation), members, strict=False))
    outlets = tuple(text.id for text, _ in parts[:2])
    found = (Finding("f-1", "statement", "bridge", "single", outlets, (), readings),) if relation else ()
    grouping = Grouping((), found)
    pairs = ((text, (one,)) for text, one in parts)
    return title(edition(*pairs, grouping=grouping, title=("quotation", "headline")))[0].text


def test_what_a_source_disputes_is_no_title() -> None:
    fired = quoted("Police shelled the hospital on the hill.", "Ana Ruiz")
    denied = quoted("Nobody shelled the hospital on the hill.", "Leo Paz")
    head = headed("Aru counts the damage")
    assert titled(fired, denied, head, relation="variant") == "“Police shelled the hospital on the hill.”"
    assert titled(fired, denied, head, relation="conflict") == "Aru counts the damage"


def test_a_headline_whose_number_is_taken_back_is_no_title() -> None:
    right, wrong = headed("Seven houses fall at Aru"), headed("Nine houses fall at Aru")
    assert titled(right, wrong, relation="withdrawn") == "Seven houses fall at Aru"


def test_what_leans_on_a_sentence_before_it_is_no_title() -> None:
    lie, rain = quoted("It is a lie and they know it.", "Ana Ruiz"), quoted("Rain took the bridge at noon.", "Leo Paz")
    assert titled(lie, rain) == "“Rain took the bridge at noon.”"


def test_a_headline_comes_before_what_only_one_paper_quotes() -> None:
    said = quoted("Our thoughts are with the families.", "Ana Ruiz")
    assert titled(said, headed("Bridge at Aru closed")) == "Bridge at Aru closed"


def test_the_name_of_a_body_is_no_headline() -> None:
    letterhead, body = headed("REGIONAL OFFICE OF ARU"), headed("Office of Aru", publisher="Office of Aru")
    assert titled(letterhead, body, headed("The bridge at Aru")) == "The bridge at Aru"
