"""The page of a PDF on its way to claims.json, the citation and the annex."""

from __future__ import annotations

import json
import re
from pathlib import Path

from briefing import pipeline
from briefing.model.request import Request
from tests.readers.test_pdf import drawn, line

FIRST = "The mayor said that ten people died."
SECOND = "The board said that forty families fled the flood."


def test_a_claim_of_a_pdf_says_its_page_everywhere(tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_bytes(drawn([line(FIRST), "", line(SECOND)]))
    out = tmp_path / "out"
    pipeline.build([tmp_path / "a.pdf"], ["humanitarian"], ["html"], out, Request())
    claims = json.loads((out / "claims.json").read_text())["claims"]
    assert {claim["exact"]: claim["locator"]["page"] for claim in claims} == {FIRST: 1, SECOND: 3}
    (page,) = (path.read_text() for path in out.glob("*.html"))
    assert re.search(r'<span class="source-number">1</span><span class="locator">¶2 p\. 3</span></a>', page)
    assert 'aria-label="1¶2 p. 3, source 1, paragraph 2, page 3"' in page
    assert re.search(
        r'data-locator="p-1-2"><span class="source-number">1</span><span class="locator">¶2 p\. 3</span>', page
    )
    assert "1 source with pages that hold no text (scans, pictures): what stands on them is missing here." in page
