"""What makes a PDF one to keep: the data it stands on, its date, and metadata that names PDF/A-3a and PDF/UA-1."""

from __future__ import annotations

import os
import re
from datetime import UTC, datetime
from xml.sax.saxutils import escape

from briefing.errors import UsageError
from briefing.model.briefing import Briefing

UNDATED = datetime(1970, 1, 1, tzinfo=UTC)
"""What an attachment is dated, for it has to be, where nobody states a day."""
EPOCH = "SOURCE_DATE_EPOCH"
"""The variable by which whoever builds files reproducibly sets their date, in seconds since 1970."""
FORBIDDEN = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What XML cannot hold."""
PACKET = """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/">
<pdfaid:part>3</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance>
</rdf:Description>
<rdf:Description rdf:about="" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">
<pdfuaid:part>1</pdfuaid:part>
</rdf:Description>
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/">
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>
<dc:language><rdf:Bag><rdf:li>{language}</rdf:li></rdf:Bag></dc:language>
</rdf:Description>
<rdf:Description rdf:about="" xmlns:pdf="http://ns.adobe.com/pdf/1.3/" xmlns:xmp="http://ns.adobe.com/xap/1.0/">
<pdf:Producer>{producer}</pdf:Producer>{dates}
</rdf:Description>
<rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"
 xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfaSchema:schema>PDF/UA identification</pdfaSchema:schema>
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
<pdfaProperty:name>part</pdfaProperty:name>
<pdfaProperty:valueType>Integer</pdfaProperty:valueType>
<pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>Part of ISO 14289 that the file follows</pdfaProperty:description>
</rdf:li></rdf:Seq></pdfaSchema:property>
</rdf:li></rdf:Bag></pdfaExtension:schemas>
</rdf:Description>
</rdf:RDF>
</x:xmpmeta>
<?xpacket end="r"?>"""
DATES = "<xmp:CreateDate>{0}</xmp:CreateDate><xmp:ModifyDate>{0}</xmp:ModifyDate>"


def moment(briefing: Briefing) -> datetime | None:
    """The moment a file of the briefing is dated, never the clock's: SOURCE_DATE_EPOCH, else the day it speaks of.

    That day is the analyst's, else the latest publication date of the sources; None where nobody states one. Raises
    UsageError where SOURCE_DATE_EPOCH is no number of seconds.
    """
    asked = os.environ.get(EPOCH)
    if asked:
        return _since_1970(asked)
    stated = briefing.request.as_of if briefing.request else None
    published = (file.published for source in briefing.claims.sources for file in source.files if file.published)
    day = stated or max(published, default=None)
    return datetime.fromisoformat(day).replace(tzinfo=UTC) if day else None


def _since_1970(seconds: str) -> datetime:
    try:
        return datetime.fromtimestamp(int(seconds), UTC)
    except (ValueError, OverflowError, OSError):
        raise UsageError(EPOCH, f"{seconds!r} is no number of seconds since 1970", "unset it or write digits") from None


def w3c(at: datetime) -> str:
    """A moment as XMP writes it: 2024-03-09T00:00:00Z."""
    return at.strftime("%Y-%m-%dT%H:%M:%SZ")


def metadata(title: str, language: str, producer: str, at: str | None) -> bytes:
    """The XMP packet of a PDF that is both PDF/A-3a and PDF/UA-1, with the schema that PDF/A asks for PDF/UA's mark.

    ``at`` is a moment as ``w3c`` writes it, or None.
    """
    dates = DATES.format(at) if at else ""
    packet = PACKET.format(title=_xml(title), language=_xml(language), producer=_xml(producer), dates=dates)
    return packet.encode()


def _xml(text: str) -> str:
    return escape(FORBIDDEN.sub("", text))
