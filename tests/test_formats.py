"""The chain over formats and languages: one text in several formats, one agency in two papers, languages not read."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from briefing import pipeline
from briefing.model.finding import ClaimsFile
from briefing.model.request import Request

STORY = (
    "ARU (Reuters) - A bridge in the town of Aru collapsed on Monday and at least 12 people are missing.\n\n"
    "About 40 families have left their homes, the river having risen by two metres."
)
HTML = "".join(f"<p>{part}</p>" for part in STORY.split("\n\n"))
RETOLD = STORY.replace("ARU (Reuters)", "ARU, May 6 (Reuters)").replace("in the town of Aru ", "")

UNREAD = {
    "fr": "Le maire a déclaré lundi que quarante familles avaient quitté leurs maisons après la crue.",
    "es": "La alcaldesa dijo que cuarenta familias dejaron sus casas después de la crecida.",
    "ar": "قال رئيس البلدية إن أربعين عائلة غادرت منازلها بعد ارتفاع منسوب النهر.",
    "ur": "ناظم نے کہا کہ دریا میں پانی بڑھنے کے بعد چالیس خاندان اپنے گھر چھوڑ چکے ہیں۔",
}


def put(name: str, text: str) -> None:
    Path("in").mkdir(exist_ok=True)
    Path("in", name).write_text(text, encoding="utf-8")


def extracted() -> ClaimsFile:
    return pipeline.extract(["in"])


@pytest.mark.usefixtures("here")
def test_one_text_in_many_formats_is_one_source_with_several_outlets() -> None:
    put("a.txt", STORY)
    put("b.md", f"---\npublisher: Sula Daily\n---\n{STORY}")
    put("c.html", f'<html><head><meta property="og:site_name" content="Aru Post"></head><body>{HTML}</body></html>')
    put("d.eml", f"From: Desk <desk@wire.example>\nSubject: Bridge\nContent-Type: text/html\n\n{HTML}")
    put(
        "e.rss",
        "<rss version='2.0'><channel><title>Feed</title><item>"
        f"<description><![CDATA[{HTML}]]></description></item></channel></rss>",
    )
    put("f.jsonl", json.dumps({"publisher": "Table", "text": STORY}))
    (source,) = extracted().sources
    assert source.text == STORY
    assert [file.path for file in source.files] == [
        "a.txt",
        "b.md",
        "c.html",
        "d.eml",
        "e.rss#item=1",
        "f.jsonl#line=1",
    ]
    assert source.outlets == ("Sula Daily", "Aru Post", "wire.example", "Feed", "Table")
    assert (source.agency, dict(source.provenance)["agency"]) == ("Reuters", "detected")


@pytest.mark.usefixtures("here")
def test_two_papers_with_one_agency_s_copy_are_one_origin_and_two_agencies_two() -> None:
    put("a.md", f"---\npublisher: Sula Daily\n---\n{STORY}")
    put("b.md", f"---\npublisher: Aru Post\n---\n{RETOLD}")
    missing = [finding for finding in extracted().grouping.findings if finding.kind == "figure"]
    assert missing
    assert {finding.support for finding in missing if len(finding.outlets) == 2} == {"same-origin"}
    put(
        "b.md",
        "---\npublisher: Aru Post\n---\nARU (AFP) - After the bridge fell, at least 12 people are missing in Aru.",
    )
    (twelve,) = (each for each in extracted().grouping.findings if len(each.outlets) == 2 and each.kind == "figure")
    assert (twelve.support, len(twelve.origins)) == ("corroborated", 2)


@pytest.mark.usefixtures("here")
def test_sources_in_other_languages_are_listed_cited_and_never_called_silent() -> None:
    put("a.txt", "The mayor said 40 families had left their homes in Aru after the river rose on Monday.")
    for language, text in UNREAD.items():
        put(f"{language}.txt", text)
    claims = extracted()
    unread = {source.language: source for source in claims.sources if source.language != "en"}
    assert set(unread) == set(UNREAD)
    found = dict(claims.extractions)
    assert all(found[source.id].passages and not found[source.id].claims for source in unread.values())
    result = pipeline.build(["in"], ["humanitarian"], ["html"], Path("out"), Request())
    page = next(path for path in result.made[0].paths if path.suffix == ".html").read_text(encoding="utf-8")
    assert "4 sources in a language that is not read" in page
    assert "sources say nothing on displacement" not in page
    for text in UNREAD.values():
        assert text in page
