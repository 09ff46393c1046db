"""Feeds and reports as saved: RSS, Atom, JSON Feed, ReliefWeb's API; every item is a source."""

from __future__ import annotations

import json
import time
from collections.abc import Mapping

import pytest

from briefing.errors import SourceError
from briefing.readers import feed, json_documents
from briefing.readers.document import Document

RSS = """<?xml version="1.0" encoding="{encoding}"?>
<rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:content="http://purl.org/rss/1.0/modules/content/">
<channel><title>Aru Post</title><link>https://aru.example</link><language>en-gb</language>
<item><title>Bridge &amp; road shut in Sulé</title><link>https://aru.example/1</link>
<pubDate>Fri, 03 May 2024 10:00:00 +0200</pubDate><dc:creator>Jane Doe</dc:creator><category>Floods</category>
<description>&lt;p&gt;Short.&lt;/p&gt;</description>
<content:encoded><![CDATA[<p>Water <b>rose</b>.</p><script>x()</script>
<ul><li>40 families left</li></ul>]]></content:encoded>
</item>
<item><title>Road open</title><description>The road is open.</description></item>
<item><link>https://aru.example/3</link></item>
</channel></rss>"""

ATOM = """<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="fr"><title>Relief</title>
<entry><title type="html">Crue &lt;i&gt;forte&lt;/i&gt;</title><updated>2024-05-03T10:00:00+02:00</updated>
<link href="https://relief.example/1"/><source><title>Poste d’Aru</title></source>
<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>L’eau monte.</p></div></content></entry></feed>"""


def stated(document: Document) -> Mapping[str, object]:
    return document.stated


@pytest.mark.parametrize("encoding", ["utf-8", "iso-8859-1"])
def test_every_item_of_rss_is_a_source(encoding: str) -> None:
    one, two = feed.parse(RSS.format(encoding=encoding).encode(encoding), "a.rss")
    assert (one.text, one.part, one.extra) == (
        "Water rose.\n\n- 40 families left",
        "item=1",
        (("topics", "Floods"),),
    )
    assert stated(one) == {
        "title": "Bridge & road shut in Sulé",
        "publisher": "Aru Post",
        "author": "Jane Doe",
        "published": "Fri, 03 May 2024 10:00:00 +0200",
        "url": "https://aru.example/1",
        "language": "en-gb",
    }
    assert (two.text, two.part) == ("The road is open.", "item=2")
    assert "1 of its items hold no words and are not read." in [notice.message for notice in one.notices]


def test_an_entry_of_atom_names_the_outlet_it_comes_from() -> None:
    (entry,) = feed.parse(ATOM.encode(), "a.atom")
    assert entry.text == "L’eau monte."
    assert stated(entry) == {
        "title": "Crue forte",
        "publisher": "Poste d’Aru",
        "published": "2024-05-03T10:00:00+02:00",
        "url": "https://relief.example/1",
        "language": "fr",
    }


BOMB = (
    '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "Water rose.">'
    + "".join(
        f'<!ENTITY {b} "{"&" + a + ";" * 1}{("&" + a + ";") * 9}">' for a, b in zip("abcdefgh", "bcdefghi", strict=True)
    )
    + ']><rss version="2.0"><channel><item><title>&i;</title></item></channel></rss>'
)
OUTSIDE = (
    '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>'
    '<rss version="2.0"><channel><item><title>&a;</title></item></channel></rss>'
)


@pytest.mark.parametrize("data", [BOMB.encode(), OUTSIDE.encode(), BOMB.encode("utf-16")])
def test_a_feed_that_declares_entities_is_refused_at_once(data: bytes) -> None:
    begun = time.process_time()
    with pytest.raises(SourceError, match=r"^a\.xml: declares XML entities, which can swell without end; save it "):
        feed.parse(data, "a.xml")
    assert time.process_time() - begun < 1


@pytest.mark.parametrize("reference", ["&#x110000;", "&#99999999999;", "&#xD800;", "&#55555"])
def test_a_reference_to_no_character_breaks_nothing(reference: str) -> None:
    item = f"<item><title>Water rose{reference} again &#8212; twice</title></item>"
    for end in ("</channel></rss>", "</channel><"):  # sound, and broken
        (document,) = feed.parse(f'<rss version="2.0"><channel>{item}{end}'.encode(), "a.xml")
        assert document.text.startswith("Water rose\ufffd")
        assert document.text.endswith("again — twice")


def test_a_feed_on_which_the_library_breaks_is_one_line() -> None:
    data = (
        b'<rss xmlns:creativeCommons="http://backend.userland.com/creativeCommonsRssModule"><channel><item>'
        b"</creativeCommons:license><title>Water rose"
    )
    with pytest.raises(SourceError, match=r"^a\.xml: is too broken to be read as a feed \(KeyError\); save the feed "):
        feed.parse(data, "a.xml")


@pytest.mark.parametrize(
    ("data", "what"),
    [
        (b"<html><body>Water rose.</body></html>", "is no RSS or Atom feed"),
        (b"https://aru.example/feed", "is no RSS or Atom feed"),
        (b"<a>" * 3_000, "is no RSS or Atom feed"),
        (b'<rss version="2.0"><channel><title>T</title></channel></rss>', "holds no item with words"),
    ],
)
def test_what_is_no_feed_is_one_line(data: bytes, what: str) -> None:
    with pytest.raises(SourceError, match=rf"^a\.xml: {what}; save "):
        feed.parse(data, "a.xml")


def test_every_item_of_json_feed_is_a_source() -> None:
    value = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": "Aru Post",
        "language": "en",
        "authors": [{"name": "Desk"}],
        "items": [
            {"id": "1", "title": "Bridge shut", "content_html": "<p>Water rose.</p>", "date_published": "2024-05-03"},
            {"id": "2", "content_text": "Road open.", "author": {"name": "Jane Doe"}, "url": "https://aru.example/2"},
            {"id": 3},
            "none",
        ],
    }
    one, two = json_documents.parse(json.dumps(value).encode(), "a.json")
    assert (one.text, one.part, stated(one)) == (
        "Water rose.",
        "item=1",
        {
            "title": "Bridge shut",
            "publisher": "Aru Post",
            "author": ["Desk"],
            "published": "2024-05-03",
            "language": "en",
        },
    )
    assert (two.text, two.part, two.stated["author"], two.stated["url"]) == (
        "Road open.",
        "item=2",
        ["Jane Doe"],
        "https://aru.example/2",
    )


def report(number: int, **fields: object) -> dict[str, object]:
    """One report as the API hands it out."""
    return {
        "id": str(number),
        "score": 1,
        "href": f"https://api.reliefweb.int/v1/reports/{number}",
        "fields": {
            "title": f"Aru: Floods, report {number}",
            "source": [{"name": "Relief Aru", "shortname": "RA"}, {"name": "Ministry of Roads"}],
            "date": {"original": "2024-05-03T00:00:00+00:00", "created": "2024-05-04T10:00:00+00:00"},
            "url": f"https://reliefweb.int/node/{number}",
            "url_alias": f"https://reliefweb.int/report/aru/{number}",
            "country": [{"name": "Aru"}, {"name": "Sula"}],
            "language": [{"name": "English", "code": "en"}],
            "format": [{"name": "Situation Report"}],
            "body-html": "<p>Water rose.</p><table><tr><th>Place</th><th>Families</th></tr>"
            "<tr><td>Aru</td><td>40</td></tr></table>",
            "body": "Water rose.",
            **fields,
        },
    }


def test_a_report_of_reliefweb_has_its_sources_dates_and_countries() -> None:
    (document,) = json_documents.parse(json.dumps({"data": [report(1)]}).encode(), "a.json")
    assert document.text == "Water rose.\n\n| Place | Families |\n| --- | --- |\n| Aru | 40 |"
    assert stated(document) == {
        "title": "Aru: Floods, report 1",
        "publisher": ["Relief Aru", "Ministry of Roads"],
        "published": "2024-05-03T00:00:00+00:00",
        "url": "https://reliefweb.int/report/aru/1",
        "language": "en",
        "kind": "Situation Report",
    }
    assert document.extra == (("country", "Aru, Sula"),)


def test_a_list_of_reports_is_several_sources_and_markdown_is_read_where_there_is_no_html() -> None:
    bare = report(2, **{"body-html": None, "body": "# Needs\n\n* **tents**", "file": [{"filename": "map.pdf"}]})
    for value in ({"totalCount": 2, "data": [report(1), bare]}, [report(1), bare]):
        one, two = json_documents.parse(json.dumps(value).encode(), "a.json")
        assert (one.part, two.part, two.text) == ("item=1", "item=2", "Needs\n\n- tents")
        assert [notice.message for notice in two.notices] == ["What is attached to it is not read: map.pdf."]


def test_any_list_of_objects_with_a_text_is_read() -> None:
    value = {"status": "ok", "articles": [{"title": "Bridge shut", "content": "Water rose."}, {"content": "Open."}]}
    one, two = json_documents.parse(json.dumps(value).encode(), "a.json")
    assert (one.text, one.stated, one.part, two.part) == ("Water rose.", {"title": "Bridge shut"}, "item=1", "item=2")
    (single,) = json_documents.parse(b'{"headline": "Bridge shut", "words": "Water rose."}', "a.json", "words")
    assert (single.text, single.stated, single.part) == ("Water rose.", {"title": "Bridge shut"}, "")


@pytest.mark.parametrize(
    ("data", "what"),
    [
        (b'{"a"', "is no JSON"),
        (b'["a",' * 100_000, "is nested too deeply"),
        (b"[1, 2]", "holds no list of objects"),
        (b'[{"id": 7}]', "has no column that is known to hold text; its columns are id"),
        (b'{"n": ' + b"9" * 5_000 + b"}", "is no JSON"),
    ],
)
def test_json_without_texts_is_one_line(data: bytes, what: str) -> None:
    with pytest.raises(SourceError, match=rf"^a\.json: {what}"):
        json_documents.parse(data, "a.json")
