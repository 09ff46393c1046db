"""The PDF as a file to keep: both standards named, the data attached once, dates that no clock gives."""

from __future__ import annotations

import io
from dataclasses import replace
from typing import Any
from xml.etree import ElementTree

import pytest
from pypdf import PdfReader

from briefing.errors import UsageError
from briefing.model.briefing import Briefing
from briefing.model.request import Request
from briefing.model.source import File
from briefing.writers import pdf
from briefing.writers.archive import metadata, moment
from briefing.writers.claims import dumps
from tests.writers.sample_briefing import sample_briefing

RDF = "{http://www.w3.org/1999/02/22-rdf-syntax-ns#}"
PDFA, PDFUA = "{http://www.aiim.org/pdfa/ns/id/}", "{http://www.aiim.org/pdfua/ns/id/}"


def small() -> Briefing:
    """The sample with one section, which is quick to lay out."""
    return replace(sample_briefing(), sections=("sources",), title=replace(sample_briefing().title, citations=()))


@pytest.fixture(autouse=True)
def no_epoch(monkeypatch: pytest.MonkeyPatch) -> None:
    """No date from the environment."""
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)


@pytest.fixture(scope="module")
def root() -> Any:
    """The catalog of a PDF, whose types make every step a union."""
    return PdfReader(io.BytesIO(pdf.render(small()))).trailer["/Root"]


def test_names_both_standards_in_one_packet(root: Any) -> None:
    packet = ElementTree.fromstring(root["/Metadata"].get_data().decode("utf-8"))
    assert [len(packet), packet[0].tag] == [1, f"{RDF}RDF"]
    named = {tag: packet.findtext(f".//{tag}") for tag in (f"{PDFA}part", f"{PDFA}conformance", f"{PDFUA}part")}
    assert list(named.values()) == ["3", "A", "1"]
    schemas = [uri.text for uri in packet.iter("{http://www.aiim.org/pdfa/ns/schema#}namespaceURI")]
    assert schemas == [PDFUA.strip("{}")]


def test_says_the_same_in_the_packet_and_in_the_information(root: Any) -> None:
    packet = ElementTree.fromstring(root["/Metadata"].get_data().decode("utf-8"))
    about = PdfReader(io.BytesIO(pdf.render(small()))).metadata
    assert about
    assert packet.findtext(f".//{RDF}Alt/{RDF}li") == about.title
    assert packet.findtext(".//{http://ns.adobe.com/pdf/1.3/}Producer") == about.producer
    assert packet.findtext(".//{http://ns.adobe.com/xap/1.0/}CreateDate") == "2024-03-09T00:00:00Z"
    assert {str(about[key]) for key in ("/CreationDate", "/ModDate")} == {"D:20240309000000Z"}


def test_what_xml_cannot_hold_or_reads_as_markup_stays_out_of_the_packet() -> None:
    packet = ElementTree.fromstring(metadata("a\x0b\ud800 < b & c", "en", "x", None).decode())
    assert packet.findtext(f".//{RDF}Alt/{RDF}li") == "a < b & c"
    assert packet.findtext(".//{http://ns.adobe.com/xap/1.0/}CreateDate") is None


def test_carries_its_data_as_the_one_source_it_stands_on(root: Any) -> None:
    files = [reference.get_object() for reference in root["/AF"]]
    names = root["/Names"]["/EmbeddedFiles"]["/Names"]
    assert dict(zip(names[::2], (file.get_object() for file in names[1::2]), strict=True)) == {
        file["/F"]: file for file in files
    }
    assert len({file["/F"] for file in files}) == len(files)
    (attached,) = (file for file in files if file["/AFRelationship"] == "/Source")
    assert [attached["/F"], attached["/UF"]] == ["claims.json", "claims.json"]
    stream = attached["/EF"]["/F"]
    assert stream.get_data().decode() == dumps(small().claims)
    assert stream["/Subtype"] == "/application/json"
    assert stream["/Params"]["/ModDate"] == "D:20240309000000Z"


def test_no_clock_dates_a_file(monkeypatch: pytest.MonkeyPatch) -> None:
    briefing = sample_briefing()
    assert str(moment(briefing)) == "2024-03-09 00:00:00+00:00"  # the latest publication of a source
    assert str(moment(replace(briefing, request=Request(as_of="2024-04-01")))) == "2024-04-01 00:00:00+00:00"
    nameless = tuple(replace(source, files=(File("a.txt"),)) for source in briefing.claims.sources)
    assert moment(replace(briefing, claims=replace(briefing.claims, sources=nameless))) is None
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "86400")
    assert str(moment(briefing)) == "1970-01-02 00:00:00+00:00"


@pytest.mark.parametrize("seconds", ["yesterday", "1e9", "9" * 30])
def test_a_date_of_the_environment_that_is_none_is_a_mistake(monkeypatch: pytest.MonkeyPatch, seconds: str) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", seconds)
    with pytest.raises(UsageError, match=r"^SOURCE_DATE_EPOCH: .* is no number of seconds since 1970; "):
        moment(sample_briefing())
