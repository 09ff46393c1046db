"""The review's server: to this machine, this page and this token alone."""

from __future__ import annotations

import asyncio
from pathlib import Path
from typing import Any

import httpx
import pytest

from briefing import decisions
from briefing.review.server import LONGEST, Page
from tests.review.desks import claim, desk

PORT = 4999
ORIGIN = f"http://127.0.0.1:{PORT}"
OWN = {"origin": ORIGIN, "sec-fetch-site": "same-origin"}


class Browser:
    """Asks a review's application, one request after the other."""

    def __init__(self, folder: Path) -> None:
        self._transport = httpx.ASGITransport(Page(desk(folder), "token").app(PORT))

    def get(self, path: str, **more: Any) -> httpx.Response:
        """The answer to a GET."""
        return asyncio.run(self._ask("GET", path, **more))

    def post(self, path: str, **more: Any) -> httpx.Response:
        """The answer to a POST."""
        return asyncio.run(self._ask("POST", path, **more))

    async def _ask(self, method: str, path: str, **more: Any) -> httpx.Response:
        async with httpx.AsyncClient(transport=self._transport, base_url=ORIGIN) as client:
            return await client.request(method, path, **more)


@pytest.fixture
def client(tmp_path: Path) -> Browser:
    """A browser at the review of the stories."""
    return Browser(tmp_path)


def test_the_page_may_load_nothing_but_its_own(client: Browser) -> None:
    answer = client.get("/token/")
    assert answer.status_code == 200
    assert answer.headers["content-security-policy"].startswith("default-src 'none'; script-src 'self'")
    assert "http" not in answer.text.replace("</", "")
    for name in ("review.js", "review.css"):
        assert client.get(f"/token/{name}").status_code == 200


@pytest.mark.parametrize("path", ["/", "/state", "/tokem/", "/tokem/state", "/token/../state", "/token/desk.py"])
def test_without_the_token_there_is_nothing(client: Browser, path: str) -> None:
    assert client.get(path).status_code == 404


@pytest.mark.parametrize(
    "headers",
    [
        {"host": "evil.example"},
        {"host": f"evil.example:{PORT}"},
        {"sec-fetch-site": "cross-site"},
        {"sec-fetch-site": "same-site"},
    ],
)
def test_another_host_or_site_is_refused(client: Browser, headers: dict[str, str]) -> None:
    assert client.get("/token/state", headers=headers).status_code == 403


@pytest.mark.parametrize(
    "headers",
    [{}, {"origin": "null"}, {"origin": "http://evil.example"}, {"origin": "http://127.0.0.1:80"}],
)
def test_nothing_is_written_for_another_origin(client: Browser, tmp_path: Path, headers: dict[str, str]) -> None:
    answer = client.post("/token/decide", json={"do": "title", "text": "x"}, headers=headers)
    assert answer.status_code == 403
    assert not (tmp_path / "decisions.toml").exists()


def test_a_form_of_another_page_is_refused(client: Browser, tmp_path: Path) -> None:
    answer = client.post("/token/decide", data={"do": "title"}, headers=OWN)
    assert answer.status_code == 403
    assert not (tmp_path / "decisions.toml").exists()


def test_too_long_a_request_is_refused(client: Browser) -> None:
    assert client.post("/token/decide", json={"text": "x" * LONGEST}, headers=OWN).status_code == 413


def test_a_decision_is_on_the_disk_before_the_answer(client: Browser, tmp_path: Path) -> None:
    state = client.get("/token/state").json()
    insulin = next(row["id"] for row in state["claims"].values() if "no insulin" in row["exact"])
    body = {"do": "reject", "claims": [insulin], "reason": "hearsay", "version": state["version"]}
    answer = client.post("/token/decide", json=body, headers=OWN).json()
    (made,) = decisions.read(tmp_path / "decisions.toml")
    assert answer["told"] == f"reject, on the disk as {made.id}"
    assert answer["claims"][insulin]["rejected"]
    assert not answer["merged"]


def test_a_change_made_elsewhere_is_told(client: Browser, tmp_path: Path) -> None:
    state = client.get("/token/state").json()
    (tmp_path / "decisions.toml").write_text('[[decision]]\ndo = "title"\ntext = "Mine"\n')
    client.get("/token/state")
    first = next(iter(state["claims"]))
    body = {"do": "accept", "claims": [first], "version": state["version"]}
    answer = client.post("/token/decide", json=body, headers=OWN).json()
    assert answer["merged"]
    assert [each.act for each in decisions.read(tmp_path / "decisions.toml")] == ["title", "accept"]


@pytest.mark.parametrize(
    ("body", "status"),
    [
        ("[1]", 400),
        ("{", 400),
        ('{"do": "accept", "claims": ["c-0"]}', 422),
        ('{"do": "correct", "claims": []}', 422),
        ('{"do": 3, "claims": null, "set": 4}', 422),
        ('{"do": "pin", "claims": ["FIRST"], "place": "first"}', 422),
    ],
)
def test_what_is_no_decision_is_told_and_writes_nothing(
    client: Browser, tmp_path: Path, body: str, status: int
) -> None:
    body = body.replace("FIRST", next(iter(client.get("/token/state").json()["claims"])))
    headers = {**OWN, "content-type": "application/json"}
    answer = client.post("/token/decide", content=body, headers=headers)
    assert answer.status_code == status
    assert answer.json()["problem"]
    assert not (tmp_path / "decisions.toml").exists()


def test_the_passage_is_the_sources_text_parted(client: Browser, tmp_path: Path) -> None:
    made = desk(tmp_path)
    found = client.get(f"/token/passage/{claim(made, 'no insulin')}").json()
    text = (tmp_path / "stories" / "gazette.txt").read_text()
    assert found["before"] + found["exact"] + found["after"] == text
    assert found["exact"] == "She added that the clinic has no insulin."
    assert client.get("/token/passage/c-0").status_code == 404


def test_markup_in_a_source_stays_text(tmp_path: Path) -> None:
    (tmp_path / "stories").mkdir()
    (tmp_path / "stories" / "x.txt").write_text("Ana Ruiz said <script>alert(1)</script> 40 families left.\n")
    client = Browser(tmp_path)
    assert "alert(1)" not in client.get("/token/").text
    assert client.get("/token/state").headers["content-type"] == "application/json"
