"""Making a PDF opens no address and no file, whatever sources, titles, addresses or templates ask for."""

from __future__ import annotations

import http.server
import socket
import threading
import urllib.request
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import NoReturn

import pypdf
import pytest

from briefing.cli import app
from briefing.errors import BriefingError
from briefing.model.briefing import Briefing
from briefing.writers import FORMATS, pdf
from tests.hostile.chain import lay
from tests.writers.sample_briefing import FOLDERS, sample_briefing


class Server(http.server.ThreadingHTTPServer):
    """A server of this machine that writes down what it is asked for, and leads on to a file."""

    asked: list[str]


class Handler(http.server.BaseHTTPRequestHandler):
    """Answers every question with a way to a file."""

    server: Server

    def do_GET(self) -> None:
        """Leads on."""
        self.server.asked.append(self.path)
        self.send_response(302)
        self.send_header("Location", "file:///etc/hostname")
        self.end_headers()

    def log_message(self, *_: object) -> None:
        """Says nothing."""


@pytest.fixture
def server() -> Iterator[Server]:
    """A server that runs meanwhile."""
    made = Server(("127.0.0.1", 0), Handler)
    made.asked = []
    threading.Thread(target=made.serve_forever, daemon=True).start()
    yield made
    made.shutdown()
    made.server_close()


STORY = """---
title: <img src="{at}/title"> url({at}/x)
publisher: <link rel=attachment href={at}/publisher>
author: <svg><image href="{at}/author"/></svg>
url: {at}/stated
---

<img src="{at}/body"> Mayor Ana Ruiz said 40 families ![left]({at}/picture) Orrin, see {at}/text and file:///etc/passwd.

<style>@import "{at}/style"; * {{ background: url({at}/background) }}</style>
<a rel=attachment href="{at}/attached">x</a> <object data="{at}/object"></object> @import url({at}/import);
"""


def test_a_source_leads_to_no_request(here: Path, server: Server) -> None:
    at = f"http://127.0.0.1:{server.server_port}"
    lay(here, {"in/a.md": STORY.format(at=at), "in/b.txt": STORY.format(at=at), "in/c.html": STORY.format(at=at)})
    assert app.run(["build", "in", "-f", "pdf", "-f", "html", "--title", f"<img src={at}/x>"]) == 0
    assert server.asked == []
    (made,) = (here / "out").glob("*.pdf")
    reader = pypdf.PdfReader(made)
    assert set(reader.attachments) <= {"claims.json", "record.json"}  # the briefing's own
    told = "".join(page.extract_text() for page in reader.pages).replace("\n", "")
    assert f"{at}/text" in told.replace(" ", "")


@pytest.fixture
def nowhere(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """No socket leads anywhere and no name is looked up; who tries is written down, even where the error is caught."""
    tried: list[str] = []

    def refuse(name: str) -> Callable[..., NoReturn]:
        def stop(*given: object, **_: object) -> NoReturn:
            tried.append(f"{name} {given}")
            raise OSError(name)

        return stop

    for name in ("connect", "connect_ex", "sendto", "sendmsg"):
        monkeypatch.setattr(socket.socket, name, refuse(name))
    for name in ("create_connection", "getaddrinfo", "gethostbyname", "gethostbyaddr", "socketpair"):
        monkeypatch.setattr(socket, name, refuse(name))
    return tried


def test_build_opens_no_socket(here: Path, nowhere: list[str]) -> None:
    at = "http://192.0.2.1"  # an address that belongs to nobody
    feed = (
        f'<rss version="2.0"><channel><item><link>{at}/l</link><description>{STORY.format(at=at)}</description></item>'
    )
    dtd = f'<!DOCTYPE rss SYSTEM "{at}/dtd" [<!ENTITY x SYSTEM "{at}/entity">]>'
    lay(here, {f"in/{name}": STORY.format(at=at) for name in ("a.md", "b.txt", "c.html", "d.eml")})
    lay(here, {"in/e.rss": f"{feed}</channel></rss>", "in/f.xml": f"{dtd}{feed}&x;</channel></rss>"})
    formats = [word for name in FORMATS for word in ("-f", name)]
    assert app.run(["build", "in", *formats]) == 0
    assert nowhere == []
    assert {path.suffix for path in (here / "out").iterdir() if path.is_file()} >= {".html", ".pdf", ".md", ".docx"}


def test_the_guard_notices_a_request(nowhere: list[str]) -> None:
    with pytest.raises(OSError, match="create_connection"):
        urllib.request.urlopen("http://192.0.2.1/")
    assert nowhere


def asking(tmp_path: Path, section: str) -> Briefing:
    """A briefing whose audience has a section with this template."""
    folder = tmp_path / "templates" / "mine"
    (folder / "sections").mkdir(parents=True)
    (folder / "sections" / "sources.html").write_text(section)
    made = sample_briefing()
    audience = replace(made.audience, name="mine", folders=(folder, *FOLDERS))
    return replace(made, audience=audience, sections=("sources",), title=replace(made.title, citations=()))


@pytest.mark.parametrize(
    "asked",
    [
        '<img src="{at}/img" alt="x">',
        '<svg width="9" height="9"><image href="{at}/svg" width="9" height="9"/></svg>',
        "<style>p {{ background: url({at}/css) }}</style><p>x</p>",
        '<style>@import "{at}/import";</style>',
        '<link rel="stylesheet" href="{at}/sheet">',
        '<object data="{at}/object"></object>',
        '<a rel="attachment" href="{at}/attached">x</a>',
        '<img src="file:///etc/hostname" alt="x">',
        '<a rel="attachment" href="file:///etc/hostname">x</a>',
        '<img src="data:image/svg+xml,<svg xmlns=%22http://www.w3.org/2000/svg%22><image href=%22{at}/in%22/></svg>">',
    ],
)
def test_a_template_leads_to_no_request(tmp_path: Path, server: Server, asked: str) -> None:
    at = f"http://127.0.0.1:{server.server_port}"
    try:
        made = pdf.render(asking(tmp_path, f'<h2 id="sources">x</h2>{asked.format(at=at)}'))
    except BriefingError as error:
        assert error.where == "audience mine"  # noqa: PT017
    else:
        assert b"/EmbeddedFile" not in made
    assert server.asked == []
