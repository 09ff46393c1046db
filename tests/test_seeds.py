"""What must be true of the two stories the product was first asked for. Skips where the development data is absent."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from xml.etree.ElementTree import Element

import pytest
import tinyhtml5

from briefing import pipeline
from briefing.model.request import Request

SPEAKER = "Khawaja Asif"


@dataclass(frozen=True)
class Seeds:
    """claims.json, the canonical texts by source id, and the page."""

    made: dict[str, Any]
    texts: dict[str, str]
    page: Element

    def figures(self, text: str) -> list[tuple[dict[str, Any], dict[str, Any]]]:
        """The claims and figures with this numeral."""
        return [
            (claim, figure) for claim in self.made["claims"] for figure in claim["figures"] if figure["text"] == text
        ]

    def findings(self, text: str) -> list[dict[str, Any]]:
        """The findings about a figure with this numeral."""
        ids = {claim["id"] for claim, _ in self.figures(text)}
        found = [f for f in self.made["findings"] if f["kind"] == "figure" and f["readings"][0]["text"] == text]
        return [f for f in found if any(m["claim"] in ids for r in f["readings"] for m in r["members"])]

    def claims(self, words: str) -> list[dict[str, Any]]:
        """The claims whose content holds ``words``."""
        return [claim for claim in self.made["claims"] if any(words in part for part in self.content(claim))]

    def content(self, claim: dict[str, Any]) -> list[str]:
        """What a claim says, without speaker and cue."""
        return [self.texts[claim["source"]][slice(*span)] for span in claim["content"]]

    def printed(self, kind: str) -> list[str]:
        """The texts of the page's elements of this class."""
        return [text_of(e) for e in self.page.iter() if isinstance(e.tag, str) and kind in e.get("class", "").split()]


def text_of(element: Element) -> str:
    """The text of an element, white space folded."""
    return " ".join("".join(element.itertext()).split())


@pytest.fixture(scope="module")
def seeds(dev_data: Path, tmp_path_factory: pytest.TempPathFactory) -> Seeds:
    """The briefing of the two stories."""
    folder = dev_data / "seeds"
    if not folder.is_dir():
        pytest.skip("the development data has no seeds")
    out = tmp_path_factory.mktemp("out")
    result = pipeline.build([folder], ["humanitarian"], ["html"], out, Request())
    made = json.loads((out / "claims.json").read_text("utf-8"))
    texts = {source["id"]: (out / "sources" / f"{source['id']}.txt").read_text("utf-8") for source in made["sources"]}
    page = tinyhtml5.parse(result.made[0].paths[0].read_text("utf-8"), namespace_html_elements=False)
    for card in [e for e in page.iter() if isinstance(e.tag, str) and e.get("data-card")]:
        card.clear()  # what a citation shows when it is pointed at is the passage around, not what is said here
    return Seeds(made, texts, page)


@pytest.mark.parametrize(
    ("numeral", "value", "what"),
    [
        ("4", 4, "visits"),
        ("2", 2, "visits"),
        ("5", 5, "visits"),
        ("1", 1, "visit"),
        ("8", 8, "meetings"),
        ("225", 225, "Border Flag Meetings"),
        ("836", 836, "protest notes"),
        ("13", 13, "demarches"),
        ("10,347", 10_347, "attacks"),
        ("3,844", 3_844, "lives lost"),
        ("250 million", 250_000_000, ""),
    ],
)
def test_what_the_minister_counts(seeds: Seeds, numeral: str, value: int, what: str) -> None:
    found = seeds.figures(numeral)
    assert found
    for _, figure in found:
        assert figure["value"] == value
        assert what in figure["what"]
        assert figure["what"]
        assert figure["said_by"] == SPEAKER


def test_both_fives_are_visits_of_other_people(seeds: Seeds) -> None:
    assert len({figure["what"] for _, figure in seeds.figures("5")}) == 2


def test_the_attacks_are_counted_since_2021(seeds: Seeds) -> None:
    ((claim, figure),) = seeds.figures("10,347")
    said = figure["as_of_span"] and seeds.texts[claim["source"]][slice(*figure["as_of_span"])]
    assert "2021" in str(figure["as_of"] or said)


def test_the_truce_of_48_hours_is_nobodys_figure(seeds: Seeds) -> None:
    ((_, figure),) = seeds.figures("48")
    assert figure["unit"] in ("hour", "hours")
    assert "truce" in figure["what"]
    assert figure["said_by"] is None


def test_five_years_is_his_where_he_says_it(seeds: Seeds) -> None:
    found = [figure for _, figure in seeds.figures("five") if figure["unit"] in ("year", "years")]
    assert len(found) == 2
    assert {figure["said_by"] for figure in found} == {SPEAKER}


@pytest.mark.parametrize("numeral", ["836", "13", "250 million"])
def test_two_outlets_and_one_origin_corroborate_nothing(seeds: Seeds, numeral: str) -> None:
    (finding,) = seeds.findings(numeral)
    assert (finding["support"], finding["outlets"], finding["origins"]) == ("same-origin", 2, 1)
    assert {claim["source"] for claim, _ in seeds.figures(numeral)} == set(seeds.texts)


def test_nothing_is_called_corroborated(seeds: Seeds) -> None:
    assert not [finding for finding in seeds.made["findings"] if finding["support"] == "corroborated"]


@pytest.mark.parametrize(
    ("one", "other"), [("orchestrated", "the source of terrorism"), ("Islamic Emirate", "caliphate")]
)
def test_two_wordings_stand_side_by_side(seeds: Seeds, one: str, other: str) -> None:
    pairs = [text for text in seeds.printed("sides") if one in text and other in text]
    assert pairs
    sides = [text for text in seeds.printed("side") if one in text or other in text]
    assert len(sides) >= 2
    assert not [side for side in sides if one in side and other in side]


def test_wordings_are_readings_of_one_finding_of_one_origin(seeds: Seeds) -> None:
    for one, other in (("orchestrated", "source of terrorism"), ("Islamic Emirate", "caliphate")):
        ids = [{claim["id"] for claim in seeds.claims(words)} for words in (one, other)]
        found = [
            finding
            for finding in seeds.made["findings"]
            if finding["kind"] == "statement"
            and all({m["claim"] for r in finding["readings"] for m in r["members"]} & side for side in ids)
        ]
        assert found
        assert {finding["support"] for finding in found} == {"same-origin"}
        assert "variant" in {reading["relation"] for finding in found for reading in finding["readings"]}


@pytest.mark.parametrize(
    ("mention", "classes"),
    [
        ("Analysts", {"collective"}),
        ("reports", {"vague"}),
        ("a senior Taliban official", {"role", "anonymous"}),
        (SPEAKER, {"named"}),
    ],
)
def test_speakers_keep_their_class(seeds: Seeds, mention: str, classes: set[str]) -> None:
    spans = [(c["attribution"], c["attribution"]["speaker_span"], c["source"]) for c in seeds.made["claims"]]
    found = [at["class"] for at, span, source in spans if span and seeds.texts[source][slice(*span)] == mention]
    assert found
    assert set(found) <= classes


def test_the_storys_own_opinion_is_printed_as_the_outlets(seeds: Seeds) -> None:
    own = " ".join(seeds.printed("voice-own"))
    assert "human costs" in own
    for claim in seeds.claims("human costs"):
        assert (claim["form"], claim["nature"]) == ("own", "commentary")
    others = " ".join(seeds.printed("voice-quoted") + seeds.printed("voice-reported"))
    assert "human costs" not in others


def test_friday_is_flagged_and_printed_as_a_limit(seeds: Seeds) -> None:
    flagged = [n for n in seeds.made["notices"] if n["start"] is not None]
    days = [
        n for n in flagged if "Friday" in seeds.texts[n["source"]][n["start"] : n["end"]] and "Friday" in n["message"]
    ]
    assert len(days) == 1
    (limits,) = seeds.printed("limits")
    assert "day" in limits or "date" in limits


def test_the_stray_last_word_is_left_unused(seeds: Seeds) -> None:
    last = [u for u in seeds.made["unused"] if u["end"] == len(seeds.texts[u["source"]].rstrip())]
    assert [seeds.texts[u["source"]][u["start"] : u["end"]] for u in last] == ["truly"]


def test_that_nobody_says_how_many_are_affected_is_printed_first(seeds: Seeds) -> None:
    (missing,) = [text for text in seeds.printed("missing") if "affected" in text]
    assert "No figure" in missing


def test_every_source_is_undated_and_says_so(seeds: Seeds) -> None:
    codes = [notice["code"] for notice in seeds.made["notices"]]
    assert codes.count("undated-source") == len(seeds.texts) == 2


def test_every_citation_opens_a_passage_that_leads_back(seeds: Seeds) -> None:
    ids = {e.get("id"): e for e in seeds.page.iter() if isinstance(e.tag, str) and e.get("id")}
    links = [e for e in seeds.page.iter() if isinstance(e.tag, str) and e.get("data-citation")]
    assert len(links) > 20
    for link in links:
        target = ids[link.attrib["href"].removeprefix("#")]
        back = {e.get("data-back") for e in target.iter() if isinstance(e.tag, str)}
        assert link.get("data-citation") in back
