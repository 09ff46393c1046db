"""A published page and PDF of one story, and what a stranger may have made of them."""

from __future__ import annotations

import json
import tempfile
from collections.abc import Callable, Mapping
from functools import cache
from pathlib import Path
from typing import Any

from briefing import pipeline, proof
from briefing.errors import UsageError
from briefing.model.record import CLAIMS, RECORD, digest, json_text, seal
from briefing.model.request import Request
from briefing.verifying.published import Failure

STORY = (
    "Mayor Ana Ruiz said on Friday that 40 families had left Orrin. “Nobody crosses before spring,” Ruiz said.\n\n"
    "The clinic has no insulin, a nurse said.\n"
)
Json = dict[str, Any]


@cache
def built(kind: str) -> bytes:
    """The bytes of the briefing of STORY, as html or pdf."""
    with tempfile.TemporaryDirectory() as place:
        source = Path(place) / "a.txt"
        source.write_text(STORY)
        made = pipeline.build([source], ["humanitarian"], [kind], Path(place) / "out", Request())
        return made.made[0].paths[0].read_bytes()


@cache
def blocks() -> tuple[str, Mapping[str, str]]:
    """The page without what it carries, and the JSON of each block by id."""
    page, found = built("html").decode(), {}
    for name in (CLAIMS, RECORD):
        start = page.index(f'<script type="application/json" id="{name}">')
        end = page.index("</script>", start)
        found[name] = page[page.index(">", start) + 1 : end]
        page = page[:start] + page[end + len("</script>\n") :]
    return page, found


def forged(change: Callable[[Json, Json], object]) -> bytes:
    """The page with its record and claims as ``change`` left them, and a seal that fits: what a forger would write."""
    page, found = blocks()
    record, claims = json.loads(found[RECORD]), json.loads(found[CLAIMS])
    change(record, claims)
    if isinstance(record.get("hashes"), dict):
        record["hashes"]["claims"] = digest(json_text(claims))
    record["seal"] = seal(record)
    return carrying(page, json.dumps(record), json.dumps(claims))


def carrying(page: str, record: str, claims: str) -> bytes:
    """The page with these two blocks."""
    made = "".join(
        f'<script type="application/json" id="{name}">{text}</script>\n'
        for name, text in ((CLAIMS, claims.replace("<", "\\u003c")), (RECORD, record.replace("<", "\\u003c")))
    )
    before, end, after = page.rpartition("</body>")
    return f"{before}{made}{end}{after}".encode("utf-8", "surrogatepass")


def verified(data: bytes, kind: str = "html") -> tuple[Failure, ...] | UsageError:
    """What verify makes of a file with its source beside it: what does not hold, or why it cannot tell."""
    with tempfile.TemporaryDirectory() as place:
        file, source = Path(place) / f"brief.{kind}", Path(place) / "a.txt"
        file.write_bytes(data)
        source.write_text(STORY)
        try:
            return proof.prove(proof.read(file), [source])
        except UsageError as error:
            return error
