"""claims.json holds what the model holds, in the schema's form and order."""

from __future__ import annotations

import json
from importlib import resources
from typing import Any

import jsonschema
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing.model.claim import (
    ATTRIBUTION_KINDS,
    FORCES,
    FORMS,
    MODALITIES,
    NATURES,
    PUBLISHER,
    SECTORS,
    UNUSED_REASONS,
    Attribution,
    Claim,
    Extraction,
    Figure,
    Unused,
)
from briefing.model.finding import (
    RELATIONS,
    SUPPORTS,
    ClaimsFile,
    Finding,
    Grouping,
    Member,
    Origin,
    Reading,
)
from briefing.model.notice import Notice
from briefing.model.record import json_text
from briefing.model.source import PASSAGE_KINDS, File, Locator, Passage, Source
from briefing.writers.claims import document, dumps

TEXT = "Bridge shut\n\nMayor Ana Ruiz said at least 40 families left Aru. truly"
SCHEMA = json.loads((resources.files("briefing.writers") / "claims.schema.json").read_text("utf-8"))


def claims_file() -> ClaimsFile:
    """One source, a headline of its own and a sentence a mayor said, with one figure."""
    source = Source(TEXT, (File("a.txt", publisher="Aru Post", published="2024-05-03"),), language="en")
    headline = Claim(
        source.anchor(0, 11), Passage(0, 11, "headline", Locator(1)), "own", ((0, 11),), PUBLISHER, sectors=("access",)
    )
    said = Attribution("named", "p-ana-ruiz", "Ana Ruiz", (19, 27), "said", (28, 32), "said", role=(13, 18))
    figure = Figure(
        42, 44, "40", 40, "families", "families", "households", ">=", True, ((45, 53),), (33, 41), said_by="Ana Ruiz"
    )
    sentence = Claim(
        source.anchor(13, 63),
        Passage(13, 63, "sentence", Locator(2)),
        "indirect",
        ((33, 62),),
        said,
        figures=(figure,),
        sectors=("displacement",),
        nature="reported",
    )
    extraction = Extraction(
        (headline.passage, sentence.passage),
        (headline, sentence),
        (Unused(source.anchor(64, 69), "furniture"),),
        (Notice("stray-word", "The text ends in a stray word.", source.id, 64, 69),),
    )
    origin = Origin("o-1", "p-ana-ruiz", None, (sentence.id,))
    reading = Reading("40", None, (Member(sentence.id, 0),))
    finding = Finding("f-1", "figure", "families", "single", ("Aru Post",), ("o-1",), (reading,))
    return ClaimsFile((source,), ((source.id, extraction),), Grouping((origin,), (finding,)))


def test_follows_the_schema() -> None:
    jsonschema.validate(json.loads(dumps(claims_file())), SCHEMA)


def test_the_schema_itself_is_a_schema() -> None:
    jsonschema.Draft202012Validator.check_schema(SCHEMA)


def test_keys_stand_in_the_order_of_the_design() -> None:
    made = document(claims_file())
    assert list(made)[:8] == ["schema", "tool", "sources", "claims", "origins", "findings", "unused", "notices"]
    assert list(made["sources"][0])[:9] == [
        *("id", "files", "outlets", "language", "kind", "rights", "tlp", "sha256", "words")
    ]
    assert list(made["sources"][0]["files"][0])[:6] == ["path", "publisher", "title", "author", "published", "url"]
    assert list(made["claims"][0])[:19] == [
        *("id", "source", "start", "end", "exact", "prefix", "suffix", "locator", "passage", "form", "content"),
        *("quotes", "attribution", "figures", "sectors", "nature", "modality", "origin", "by"),
    ]
    assert list(made["claims"][1]["attribution"])[:7] == [
        *("class", "party", "speaker", "speaker_span", "cue", "cue_span", "force")
    ]
    assert list(made["claims"][1]["figures"][0])[:13] == [
        *("start", "end", "text", "value", "bound", "approx", "unit", "what", "kind", "as_of", "place", "said_by"),
        "said_by_span",
    ]


def test_the_mayors_sentence() -> None:
    claim = document(claims_file())["claims"][1]
    assert claim["exact"] == TEXT[claim["start"] : claim["end"]] == "Mayor Ana Ruiz said at least 40 families left Aru."
    assert (claim["prefix"], claim["suffix"]) == ("Bridge shut\n\n", " truly")
    assert claim["locator"] == {"paragraph": 2, "page": None, "item": None, "time": None}
    assert claim["origin"] == "o-1"
    assert claim["attribution"]["class"] == "named"
    assert TEXT[slice(*claim["attribution"]["role_span"])] == "Mayor"
    figure = claim["figures"][0]
    assert (figure["value"], figure["bound"], figure["approx"], figure["unit"]) == (40, ">=", True, "families")


def test_the_publishers_own_words_have_no_speaker_and_no_origin() -> None:
    claim = document(claims_file())["claims"][0]
    assert claim["attribution"] == {
        "class": "publisher",
        "party": None,
        "speaker": None,
        "speaker_span": None,
        "cue": None,
        "cue_span": None,
        "force": None,
        "role_span": None,
        "evidence": [],
    }
    assert claim["origin"] is None


def test_findings_count_and_what_is_left_is_told() -> None:
    made = document(claims_file())
    assert (made["findings"][0]["outlets"], made["findings"][0]["origins"]) == (1, 1)
    assert made["findings"][0]["readings"][0]["members"] == [{"claim": made["claims"][1]["id"], "figure": 0}]
    assert made["unused"] == [{"source": made["sources"][0]["id"], "start": 64, "end": 69, "reason": "furniture"}]


def test_a_notice_of_a_stage_is_told_once() -> None:
    claims = claims_file()
    stray = claims.extractions[0][1].notices[0]
    undated = Notice("undated-source", "No date is stated.", claims.sources[0].id)
    twice = ClaimsFile(claims.sources, claims.extractions, claims.grouping, (undated, stray))
    assert [notice["code"] for notice in document(twice)["notices"]] == ["undated-source", "stray-word"]


def test_a_range_is_a_list() -> None:
    claims = claims_file()
    figure = Figure(42, 44, "40", (10, 20.5), "families", "families", "households")
    first, second = claims.extractions[0][1].claims
    ranged = Claim(second.anchor, second.passage, "indirect", second.content, second.attribution, figures=(figure,))
    extraction = Extraction((), (first, ranged), ())
    made = json.loads(dumps(ClaimsFile(claims.sources, ((claims.sources[0].id, extraction),), claims.grouping)))
    assert made["claims"][1]["figures"][0]["value"] == [10, 20.5]
    jsonschema.validate(made, SCHEMA)


def test_the_schema_knows_every_word_of_the_model() -> None:
    claim, figures = SCHEMA["$defs"]["claim"]["properties"], SCHEMA["$defs"]
    assert tuple(claim["passage"]["enum"]) == PASSAGE_KINDS
    assert tuple(claim["form"]["enum"]) == FORMS
    assert tuple(claim["nature"]["enum"]) == NATURES
    assert tuple(claim["modality"]["enum"]) == MODALITIES
    assert tuple(claim["sectors"]["items"]["enum"]) == SECTORS
    attribution = figures["attribution"]["properties"]
    assert tuple(attribution["class"]["enum"]) == ATTRIBUTION_KINDS
    assert tuple(attribution["force"]["enum"]) == (*FORCES, None)
    assert tuple(figures["unused"]["properties"]["reason"]["enum"]) == UNUSED_REASONS
    assert tuple(figures["finding"]["properties"]["support"]["enum"]) == SUPPORTS
    assert tuple(figures["reading"]["properties"]["relation"]["enum"]) == (*RELATIONS, None)


def test_the_schema_describes_every_key() -> None:
    made = document(claims_file())
    pairs: list[tuple[str, dict[str, Any]]] = [
        ("source", made["sources"][0]),
        ("file", made["sources"][0]["files"][0]),
        ("claim", made["claims"][1]),
        ("locator", made["claims"][1]["locator"]),
        ("attribution", made["claims"][1]["attribution"]),
        ("figure", made["claims"][1]["figures"][0]),
        ("origin", made["origins"][0]),
        ("finding", made["findings"][0]),
        ("unused", made["unused"][0]),
        ("notice", made["notices"][0]),
    ]
    for name, value in pairs:
        assert list(SCHEMA["$defs"][name]["properties"]) == list(value), name


@settings(derandomize=True, deadline=None)
@given(st.text(st.characters(exclude_categories=()), min_size=1, max_size=60))
def test_any_text_survives_even_lone_surrogates(text: str) -> None:
    written = json_text({"exact": text}).encode("utf-8")
    # JSON reads an escaped high and low surrogate in a row as one character; no source can hold such a pair
    paired = text.encode("utf-16", "surrogatepass").decode("utf-16", "surrogatepass")
    assert json.loads(written)["exact"] in (text, paired)
    assert written.endswith(b"\n")


def test_characters_are_not_escaped() -> None:
    assert json_text({"exact": "ولایت — “é” 🙂"}) == '{\n"exact": "ولایت — “é” 🙂"\n}\n'
