"""Fetching, against a server on this machine: what is saved, what is left alone, what is refused and why."""

from __future__ import annotations

import gzip
import hashlib
import json
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from briefing.cli.app import run
from briefing.errors import UsageError
from briefing.fetching import Fetched, Limits, addresses, fetch
from briefing.fetching.hosts import is_private
from briefing.readers import gather
from tests.fetching.server import Answer, Site, serving

PAGE = b"<html><head><title>Bridge shut</title></head><body><p>Water rose in Aru on Friday, the mayor said.</p></body>"
QUICK = Limits(seconds=2, size=5_000, pause=0)


@pytest.fixture
def site(here: Path) -> Iterator[Site]:  # noqa: ARG001 - the folder to work in
    with serving() as made:
        made.pages["/1"] = Answer(PAGE)
        yield made


def fetched(*urls: str, limits: Limits = QUICK, refresh: bool = False) -> list[Fetched]:
    return list(fetch(urls, Path("in"), limits, refresh=refresh))


def why(*urls: str, limits: Limits = QUICK) -> list[str]:
    return [each.notice.message if each.notice else each.status for each in fetched(*urls, limits=limits)]


def entries() -> list[dict[str, Any]]:
    return list(tomllib.loads(Path("in/sources.toml").read_text(encoding="utf-8"))["source"])


def test_a_page_is_saved_with_its_address_the_time_and_its_hash(site: Site) -> None:
    (one,) = fetched(f"{site.url}/1")
    assert (one.status, one.sha256) == ("fetched", hashlib.sha256(PAGE).hexdigest())
    assert one.file is not None
    assert one.file.startswith("127-0-0-1-1-")
    assert Path("in", one.file).read_bytes() == PAGE
    (entry,) = entries()
    retrieved = entry.pop("retrieved")
    assert retrieved.utcoffset() is not None
    assert entry == {"file": one.file, "url": f"{site.url}/1", "sha256": one.sha256}


def test_what_was_fetched_is_a_source_with_its_address_and_the_day(site: Site) -> None:
    fetched(f"{site.url}/1")
    (source,), notices = gather(["in"])
    (file,) = source.files
    assert "Water rose in Aru on Friday" in source.text
    assert (file.url, dict(file.provenance)["url"]) == (f"{site.url}/1", "sidecar")
    assert file.retrieved is not None
    assert not {"unknown-field", "unusable-field"} & {notice.code for notice in notices}


def test_what_is_there_is_left_alone_and_the_rest_fetched(site: Site) -> None:
    site.pages["/2"] = Answer(PAGE)
    fetched(f"{site.url}/1")
    site.asked.clear()
    assert [each.status for each in fetched(f"{site.url}/1", f"{site.url}/2")] == ["kept", "fetched"]
    assert site.asked == ["/robots.txt", "/2"]


def test_a_page_whose_file_is_gone_is_fetched_again(site: Site) -> None:
    (one,) = fetched(f"{site.url}/1")
    Path("in", str(one.file)).unlink()
    assert [each.status for each in fetched(f"{site.url}/1")] == ["fetched"]
    assert len(entries()) == 1


def test_a_refreshed_page_takes_the_place_of_the_old_one_and_what_the_analyst_wrote_stays(site: Site) -> None:
    fetched(f"{site.url}/1")
    path = Path("in/sources.toml")
    path.write_text("# mine\n" + path.read_text() + 'publisher = "Aru Post"\n')
    site.pages["/1"] = Answer(PAGE + b"More.")
    (one,) = fetched(f"{site.url}/1", refresh=True)
    (entry,) = entries()
    assert path.read_text().startswith("# mine\n")
    assert (entry["publisher"], entry["sha256"]) == ("Aru Post", hashlib.sha256(PAGE + b"More.").hexdigest())
    assert Path("in", str(one.file)).read_bytes() == PAGE + b"More."


def test_what_the_analyst_states_already_is_kept(site: Site) -> None:
    Path("in").mkdir()
    Path("in/a.txt").write_text("Road open.")
    Path("in/sources.toml").write_text('[[source]]\nfile = "a.txt"\ntitle = "Road" # ours\n')
    fetched(f"{site.url}/1")
    assert Path("in/sources.toml").read_text().startswith('[[source]]\nfile = "a.txt"\ntitle = "Road" # ours\n')
    assert next(iter(entries()))["file"] == "a.txt"


def test_robots_txt_is_honoured(site: Site) -> None:
    rules = b"User-agent: *\nDisallow: /no\nDisallow: /*.php$\n\nUser-agent: other\nDisallow: /\n"
    site.pages |= {"/robots.txt": Answer(rules), "/no/1": Answer(PAGE), "/a.php": Answer(PAGE)}
    assert why(f"{site.url}/no/1", f"{site.url}/a.php", f"{site.url}/1") == [
        "Not fetched, because the site's robots.txt asks not to.",
        "Not fetched, because the site's robots.txt asks not to.",
        "fetched",
    ]
    assert site.asked == ["/robots.txt", "/1"]


def test_a_site_whose_robots_txt_fails_is_not_fetched(site: Site) -> None:
    site.pages["/robots.txt"] = Answer(b"", 503)
    assert why(f"{site.url}/1") == ["Not fetched, because its robots.txt cannot be read (status 503)."]


@pytest.mark.parametrize(
    ("answer", "reason"),
    [
        (Answer(b"gone", 410), "the site answers with status 410"),
        (Answer(b" \n"), "it is empty"),
        (Answer(b"x" * 6_000), "it is larger than 0.005 MB"),
        (
            Answer(gzip.compress(b"x" * 900_000), headers={"Content-Type": "text/html", "Content-Encoding": "gzip"}),
            "it is larger than 0.005 MB",
        ),
        (Answer(b"x" * 4_000, slow=0.4), "it takes longer than 1 seconds"),
        (Answer(b"GIF", headers={"Content-Type": "image/gif"}), "it is of a type that is not read (image/gif)"),
        (Answer(b"x", headers={}), "it is of a type that is not read (none is stated)"),
        (
            Answer(b"", 302, {"Location": "file:///etc/passwd"}),
            "it is sent on to what is no web address (http or https)",
        ),
        (Answer(b"", 302, {"Location": "ftp://a.example/"}), "it is sent on to what is no web address (http or https)"),
        (Answer(b"", 302, {"Location": "/bad"}), "it is sent on more than 5 times"),
    ],
)
def test_what_cannot_be_had_is_told_and_stops_nothing_else(site: Site, answer: Answer, reason: str) -> None:
    site.pages["/bad"] = answer
    limits = Limits(seconds=1, size=5_000, pause=0)
    assert why(f"{site.url}/bad", f"{site.url}/1", limits=limits) == [f"Not fetched, because {reason}.", "fetched"]
    assert len(list(Path("in").glob("*.html"))) == 1


def test_a_host_that_is_not_there_and_a_closed_door(site: Site) -> None:
    with serving() as closed:
        url = closed.url
    nowhere, shut, good = why("http://no-such-host.invalid/", url, f"{site.url}/1")
    assert nowhere == "Not fetched, because its robots.txt cannot be read: there is no host 'no-such-host.invalid'."
    assert shut.startswith("Not fetched, because its robots.txt cannot be read: it cannot be reached (")
    assert good == "fetched"


def test_a_page_of_the_public_network_leads_to_no_private_address(site: Site) -> None:
    with serving("127.0.0.2") as inner:
        inner.pages["/secret"] = Answer(PAGE)
        site.pages["/out"] = Answer(b"", 302, {"Location": f"{inner.url}/secret"})
        public = Limits(seconds=2, pause=0, private=lambda address: address != "127.0.0.1")
        assert why(f"{site.url}/out", limits=public) == [
            "Not fetched, because it is sent on to '127.0.0.2', which is no host of the public network."
        ]
        assert inner.asked == []
        assert why(f"{inner.url}/secret", limits=public) == ["fetched"]  # the list itself names it


@pytest.mark.parametrize(
    ("address", "private"),
    [
        *(
            (address, True)
            for address in ("127.0.0.1", "10.1.2.3", "192.168.0.1", "169.254.169.254", "::1", "fe80::1%1")
        ),
        *((address, True) for address in ("::ffff:10.0.0.1", "0.0.0.0", "100.64.0.1", "224.0.0.1", "no address")),
        *((address, False) for address in ("93.184.215.14", "2606:4700::1111")),
    ],
)
def test_which_addresses_are_private(address: str, private: bool) -> None:
    assert is_private(address) is private


def test_a_list_of_addresses() -> None:
    text = "\ufeff# sources\nhttps://a.example/1\n\n  http://b.example \nhttps://a.example/1\n"
    assert addresses(text, "urls.txt") == ("https://a.example/1", "http://b.example")


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("# none\n", "urls.txt: holds no web address; write one a line"),
        (
            "https://a.example\nfile:///etc/passwd\n",
            "urls.txt, line 2: 'file:///etc/passwd' is no web address; write one a line, http or https",
        ),
    ],
)
def test_a_list_with_anything_else_is_one_line(text: str, line: str) -> None:
    with pytest.raises(UsageError) as caught:
        addresses(text, "urls.txt")
    assert str(caught.value) == line


def test_the_command_prints_paths_or_json_and_its_status_says_what_failed(
    site: Site, capsys: pytest.CaptureFixture[str]
) -> None:
    Path("urls.txt").write_text(f"{site.url}/1\n{site.url}/gone\n")
    assert run(["fetch", "urls.txt", "-o", "in", "--pause", "0", "--json"]) == 1
    told = capsys.readouterr()
    one, two = json.loads(told.out)
    assert (one["status"], one["message"], two["status"], two["file"]) == ("fetched", None, "failed", None)
    assert told.err == f"Not fetched, because the site answers with status 404. ({site.url}/gone)\n"
    Path("urls.txt").write_text(f"{site.url}/1\n")
    assert run(["fetch", "urls.txt", "-o", "in"]) == 0
    assert capsys.readouterr().out == f"in/{one['file']}\n"
