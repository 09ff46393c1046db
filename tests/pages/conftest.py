"""The pages of every audience, and what checks them where it is installed (``make check-pages``)."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from briefing import pipeline, workspace
from briefing.model.request import Request

ROOT = Path(__file__).parents[2]
HERE = Path(__file__).parent
RIGHT_TO_LEFT = "humanitarian in Arabic"
SCRIPTS = "humanitarian in many scripts"
AUDIENCES = (*workspace.names(), RIGHT_TO_LEFT, SCRIPTS)
"""Every audience, one edition that is written from right to left, and one of a source in many scripts."""
MANY_SCRIPTS = """Many hands write down one night

The mayor of Orrin, Ines Okafor, said 1,250 people had left their homes since Monday. "The well is dry," she said.

The health ministry said 40 people were injured. The Red Cross warned that Orrin needs shelter for 300 families.

"Нам потрібна вода," one sign read. Another: "Θέλουμε νερό." A third: "Chúng tôi cần nước."

"हमें पानी चाहिए," said a teacher. "আমাদের পানি দরকার," said a nurse. "எங்களுக்கு தண்ணீர் வேண்டும்," said a driver.

"เราต้องการน้ำ" and "ကျွန်ုပ်တို့ ရေလိုသည်" and "យើងត្រូវការទឹក" and "ພວກເຮົາຕ້ອງການນ້ຳ" stood on the wall.

"ውሃ እንፈልጋለን" and "אנחנו צריכים מים" and "մեզ ջուր է պետք" and "ჩვენ წყალი გვჭირდება" were read aloud.

"我们需要水" and "水が必要です" and "물이 필요합니다" came by phone, and "نحتاج إلى الماء" by radio. ✅ 📍 5 ≥ 3 → ■

"ང་ཚོ་ལ་ཆུ་དགོས།" nobody could read.
"""
BROWSERS = ("chromium", "chromium-browser", "google-chrome")
MAC_BROWSER = "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"
Pages = Mapping[str, Mapping[str, Path]]
"""Audience -> format -> file."""


@pytest.fixture(scope="session")
def pages(tmp_path_factory: pytest.TempPathFactory) -> Pages:
    """A briefing of the sample stories for every audience, one in Arabic, and one of many scripts, as HTML and PDF."""
    folder = tmp_path_factory.mktemp("pages")
    kinds, request = ["html", "pdf"], Request(tlp="TLP:AMBER")
    result = pipeline.build([ROOT / "seeds"], workspace.names(), kinds, folder, request)
    arabic = replace(request, language="ar")
    (mirrored,) = pipeline.build([ROOT / "seeds"], ["humanitarian"], kinds, folder / "ar", arabic).made
    many = folder / "many.txt"
    many.write_text(MANY_SCRIPTS, "utf-8")
    (scripts,) = pipeline.build([many], ["humanitarian"], kinds, folder / "many", request).made
    told = {made.briefing.audience.name: made for made in result.made}
    told |= {RIGHT_TO_LEFT: mirrored, SCRIPTS: scripts}
    return {name: {path.suffix[1:]: path for path in made.paths} for name, made in told.items()}


@pytest.fixture(scope="session")
def validators() -> Path:
    """The folder of the validators. Skips where ``make check-pages`` did not make it."""
    folder = Path(os.environ.get("BRIEFING_VALIDATORS") or ROOT / ".validators")
    if not (folder / "java" / "Validate.class").is_file() or shutil.which("java") is None:
        pytest.skip("no validators on this machine; make check-pages installs them")
    return folder


def run(*command: str | Path) -> str:
    """What a command prints, whatever its exit status."""
    return subprocess.run(list(map(str, command)), check=False, capture_output=True, text=True, timeout=600).stdout


@pytest.fixture(scope="session")
def standards(pages: Pages, validators: Path) -> Mapping[tuple[str, str], list[str]]:
    """(profile, file) -> what veraPDF says of it: "pass" or "fail", and each rule that failed."""
    files = [made["pdf"] for made in pages.values()]
    said = run(
        "java",
        "-cp",
        f"{validators / 'java'}{os.pathsep}{validators / 'java'}/*",
        "Validate",
        "PDFUA-1,PDFA-3A",
        *files,
    )
    lines = [line.split("\t") for line in said.splitlines() if "\t" in line]
    return {(profile, file): [word, *failed] for word, profile, file, *failed in lines}


@pytest.fixture(scope="session")
def markup(pages: Pages, validators: Path) -> Mapping[str, list[str]]:
    """File -> the errors that the Nu checker finds in it."""
    jar = validators / "node_modules" / "vnu-jar" / "build" / "dist" / "vnu.jar"
    files = [made["html"] for made in pages.values()]
    done = subprocess.run(
        ["java", "-jar", jar, "--errors-only", "--format", "json", *files], check=False, capture_output=True, text=True
    )
    messages = json.loads(done.stderr)["messages"]
    found: dict[str, list[str]] = {str(file): [] for file in files}
    for message in messages:
        path = message.get("url", "").removeprefix("file:")
        name = next((file for file in found if path.endswith(file.lstrip("/"))), path)
        found.setdefault(name, []).append(f"{message['message']} {message.get('extract', '')}")
    return found


@pytest.fixture(scope="session")
def browsed(pages: Pages, validators: Path) -> Mapping[str, Any]:
    """File -> what a browser finds: violations and noise in each look, and what the keyboard reaches."""
    browser = next(filter(None, map(shutil.which, (*BROWSERS, MAC_BROWSER))), None)
    if browser is None or shutil.which("node") is None:
        pytest.skip("no browser or no Node.js on this machine; make check-pages installs them")
    files = [made["html"] for made in pages.values()]
    found: Mapping[str, Any] = json.loads(
        run("node", HERE / "browse.js", (validators / "node_modules").resolve(), browser, *files)
    )
    return found
