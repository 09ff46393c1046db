"""Files as nobody should make them: each ends in one line or one Notice, and the others are read."""

from __future__ import annotations

import io
import subprocess
import sys
from pathlib import Path

import pytest

from briefing.errors import SourceError
from briefing.model.limits import Limits
from briefing.model.notice import Notice
from briefing.model.source import Source
from briefing.readers import gather
from briefing.readers.naming import told_apart

PROSE = "Forty families left Aru on Monday, the mayor said.\n"


@pytest.fixture
def folder(here: Path) -> Path:
    """A folder with one sound file, in a working folder."""
    (here / "in").mkdir()
    (here / "in" / "good.txt").write_text(PROSE, "utf-8")
    return here / "in"


def told(code: str = "") -> tuple[list[str], list[tuple[str | None, str]]]:
    """Reads the folder: the paths of its sources, and the notices with this code."""
    sources, notices = gather(["in"])
    return paths(sources), [(notice.path, notice.message) for notice in notices if notice.code == code]


def paths(sources: tuple[Source, ...]) -> list[str]:
    return [source.files[0].path for source in sources]


def codes(notices: tuple[Notice, ...]) -> set[str]:
    return {notice.code for notice in notices}


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (b"", "is empty"),
        (b" \r\n\t\x0c", "is empty"),
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\1\0", "is not text"),
        (b"PK\x03\x04\x14\0\0\0\x08\0\xed\xfa\xff", "is not text"),
        (bytes(range(256)) * 40, "is not text"),
        (b"\0" * 1000, "is not text"),
        (b"\xff\xfe", "is empty"),
    ],
)
def test_empty_files_and_binaries_renamed(folder: Path, data: bytes, why: str) -> None:
    (folder / "odd.txt").write_bytes(data)
    todo = "give a file that holds text" if why == "is empty" else "save it as plain text in UTF-8"
    assert told("unreadable-file") == (["good.txt"], [("odd.txt", f"Not read: it {why}; {todo}.")])


def test_a_file_larger_than_the_limit(folder: Path) -> None:
    with (folder / "huge.txt").open("wb") as stream:
        stream.truncate(60_000_000)  # takes no room on the disk
    message = "Not read: it is larger than the 50 MB that are read; split it, or raise --max-size."
    assert told("unreadable-file") == (["good.txt"], [("huge.txt", message)])
    with pytest.raises(SourceError) as caught:
        gather(["in/huge.txt"])
    assert str(caught.value) == "in/huge.txt: is larger than the 50 MB that are read; split it, or raise --max-size"


def test_the_limits_can_be_changed_and_hold_for_standard_input(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert paths(gather(["in"], Limits(size=len(PROSE)))[0]) == ["good.txt"]
    with pytest.raises(SourceError, match=r"^in/good\.txt: is larger than the 5e-05 MB that are read; split it"):
        gather(["in"], Limits(size=50))
    with pytest.raises(
        SourceError, match=r"in/good\.txt: holds 51 characters, more than the 50 that are read; split it"
    ):
        gather([folder / "good.txt"], Limits(text=50))
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(b"a" * 51)))
    with pytest.raises(SourceError, match=r"^standard input: is larger than "):
        gather(["-"], Limits(size=50))


def test_an_endless_file_ends(here: Path) -> None:
    (here / "endless").symlink_to("/dev/zero")
    with pytest.raises(SourceError, match="is larger than the 1 MB that are read"):
        gather(["endless"], Limits(size=1_000_000))


def test_a_line_of_a_megabyte(folder: Path) -> None:
    (folder / "line.txt").write_text("Water rose " * 100_000, "utf-8")
    sources, _ = gather(["in"])
    assert [len(source.text) for source in sources] == [len(PROSE), 1_100_000]


def test_hidden_characters_are_kept_and_told(folder: Path) -> None:
    (folder / "odd.txt").write_text("Pay \u202e001\u202c to a\u200bb, \x1b[31mnow\x00.\ufeff\u2066", "utf-8")
    sources, notices = gather(["in"])
    assert sources[1].text == "Pay \u202e001\u202c to a\u200bb, \x1b[31mnow\x00.\ufeff\u2066"
    (notice,) = [notice for notice in notices if notice.code == "hidden-characters"]
    assert (notice.source, notice.start, notice.end, notice.limits) == (sources[1].id, 4, 5, True)
    assert notice.message == (
        "Holds 7 hidden characters ([U+202E] right-to-left override, [U+202C] pop directional formatting, "
        "[U+200B] zero width space, [U+001B] control character and 3 more kinds); a page shows each as a mark."
    )


def test_marks_that_a_script_needs_are_not_told(folder: Path) -> None:
    (folder / "fa.txt").write_text("می\u200cخواهم 👩🏽\u200d🚒 (\u200fשלום\u200f)", "utf-8")
    assert told("hidden-characters")[1] == []


@pytest.mark.usefixtures("folder")
def test_half_characters_are_replaced_and_told(monkeypatch: pytest.MonkeyPatch) -> None:
    from briefing.readers.document import Document

    formats = {".txt": lambda data, _: Document(data.decode() + " \ud83d\r\nand\r\udc00")}
    monkeypatch.setattr("briefing.readers.gathering.FORMATS", formats)
    sources, notices = gather(["in"])
    assert sources[0].text == f"{PROSE} \ufffd\nand\n\ufffd"
    assert "broken-text" in codes(notices)


def test_mixed_line_ends(folder: Path) -> None:
    (folder / "odd.txt").write_bytes(b"One.\r\nTwo.\rThree.\n\r\nFour.")
    assert gather(["in"])[0][1].text == "One.\nTwo.\nThree.\n\nFour."


def test_loops_of_links(folder: Path) -> None:
    (folder / "a.txt").symlink_to("b.txt")
    (folder / "b.txt").symlink_to("a.txt")
    (folder / "again").symlink_to(folder)
    found = told("unreadable-file")
    why = "Not read: it cannot be read (Too many levels of symbolic links); check what it is."
    assert found == (["good.txt"], [("a.txt", why), ("b.txt", why)])
    assert told("not-read")[1] == [("again", "Not read: it is a link to a folder.")]
    with pytest.raises(SourceError, match=r"a\.txt: cannot be read \(Too many levels of symbolic links\)"):
        gather(["in/a.txt"])


def test_a_link_out_of_the_folder_is_not_followed(folder: Path) -> None:
    (folder.parent / "secret.txt").write_text("The password is rain.", "utf-8")
    (folder / "a.txt").symlink_to("../secret.txt")
    (folder / "b.txt").symlink_to("good.txt")
    assert told("not-read") == (
        ["b.txt"],  # the same text as good.txt, which comes after it
        [("a.txt", "Not read: it is a link that leads out of the folder.")],
    )
    assert paths(gather(["in/a.txt"])[0]) == ["a.txt"]  # one that is named is


def test_files_and_folders_that_may_not_be_read(folder: Path) -> None:
    (folder / "shut.txt").write_text("Nobody reads this.", "utf-8")
    (folder / "shut").mkdir()
    (folder / "shut.txt").chmod(0)
    (folder / "shut").chmod(0)
    program = (
        "import os; from briefing.readers import gather; gather(['in']);"
        "os.getuid() or (os.setgroups([]), os.setgid(65534), os.setuid(65534));"
        "print(sorted((n.path, n.message) for n in gather(['in'])[1] if n.code in ('not-read', 'unreadable-file')))"
    )
    folder.parent.chmod(0o755)  # the process is in it before it gives up its rights
    done = subprocess.run([sys.executable, "-c", program], check=False, capture_output=True, text=True)
    (folder / "shut").chmod(0o700)
    assert done.stdout.strip() == str(
        [
            ("shut", "Not read: it cannot be opened (Permission denied)."),
            ("shut.txt", "Not read: it cannot be read (Permission denied); check its permissions."),
        ]
    ), done.stderr


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("two words.txt", "two words.txt"),
        ("two\nlines\t.txt", "two[U+000A]lines[U+0009].txt"),
        ("\x1b[31mred.txt", "[U+001B][31mred.txt"),
        ("a\u202etxt.exe.txt", "a[U+202E]txt.exe.txt"),
        ("<script>{{ 1 }}*a*.txt", "<script>{{ 1 }}*a*.txt"),
        ("..hidden or not.txt", None),
        ("-o.txt", "-o.txt"),
        ("a\udcff.txt", "a\ufffd.txt"),
    ],
)
def test_odd_names(folder: Path, name: str, shown: str | None) -> None:
    (folder / name).write_text("Water rose in the valley.", "utf-8")
    names = paths(gather(["in"])[0])
    assert set(names) == {"good.txt"} | ({shown} if shown else set())


@pytest.mark.parametrize("name", ["a" * 5000, "a\0b", "x/" * 3000, ""])
def test_names_that_no_file_can_have(here: Path, name: str) -> None:
    with pytest.raises(SourceError) as caught:
        gather([name or "/proc/self/mem/.."])
    assert "\n" not in str(caught.value)
    assert list(here.iterdir()) == []


def test_two_files_of_one_name_are_told_apart(here: Path) -> None:
    for place in ("north/in", "south/in"):
        (here / place).mkdir(parents=True)
        (here / place / "report.txt").write_text(f"Water rose in {place}.", "utf-8")
        (here / place / "own.txt").write_text(f"It fell in {place}.", "utf-8")
    sources, _ = gather(["north/in/report.txt", "south/in/report.txt", "south/in/own.txt", "./north/in/report.txt"])
    assert paths(sources) == ["north/in/report.txt", "south/in/report.txt", "own.txt"]
    sources, _ = gather(["north", "south/in"])
    assert paths(sources) == ["in/own.txt", "in/report.txt", "own.txt", "report.txt"]
    sources, _ = gather(["north/in", "south/in"])
    assert paths(sources) == ["north/in/own.txt", "north/in/report.txt", "south/in/own.txt", "south/in/report.txt"]


def test_names_that_cannot_be_told_apart_are_whole() -> None:
    assert told_apart({Path("a/x.txt"): "x.txt", Path("b/../a/x.txt"): "x.txt"}) == {
        Path("a/x.txt"): "a/x.txt",
        Path("b/../a/x.txt"): "b/../a/x.txt",
    }


def test_a_name_that_leads_out_is_only_a_name(folder: Path) -> None:
    (folder / "sources.toml").write_text('[[source]]\nfile = "../../etc/passwd"\ntitle = "Theirs"\n', "utf-8")
    assert told("unmatched-entry") == (
        ["good.txt"],
        [("sources.toml", "'../../etc/passwd' is not used: a sources.toml speaks of files in its own folder.")],
    )
    assert paths(gather(["in/../in/good.txt"])[0]) == ["good.txt"]


@pytest.mark.parametrize("name", ["a" * 5000, "a\\u0000b"])
def test_a_sidecar_with_a_name_that_no_file_can_have(folder: Path, name: str) -> None:
    (folder / "sources.toml").write_text(f'[[source]]\nfile = "{name}"\n', "utf-8")
    sources, notices = gather(["in"])
    assert (len(sources), "unmatched-entry" in codes(notices)) == (1, True)


@pytest.mark.parametrize("value", ["0x" + "f" * 5000, "9" * 5000, "1e999", "[" * 300 + "]" * 300])
def test_a_sidecar_with_values_that_are_too_much(folder: Path, value: str) -> None:
    (folder / "sources.toml").write_text(f'[[source]]\nfile = "good.txt"\ntitle = {value}\n', "utf-8")
    try:
        said = {notice.code for notice in gather(["in"])[1]}
    except SourceError as error:
        said = {error.where}
    assert said & {"in/sources.toml", "unusable-field"} or value == "1e999"


TEN_THOUSAND = """
import re, resource, time
from pathlib import Path
from briefing.readers import gather
said = []
sources, _ = gather(["in"], progress=said.append)
print(len(sources), len(said), said[0], sep="; ")
status = Path("/proc/self/status")  # its own memory: what getrusage says begins with its parent's
own = re.search("VmHWM:\\s+(\\d+)", status.read_text()) if status.exists() else None
print(int(time.process_time()), (int(own[1]) if own else resource.getrusage(resource.RUSAGE_SELF).ru_maxrss) // 1024)
"""


def test_ten_thousand_files(here: Path) -> None:
    (here / "in").mkdir()
    for number in range(10_000):
        (here / "in" / f"{number:05}.txt").write_bytes(b"Water rose by %d centimetres.\n" % number)
    done = subprocess.run([sys.executable, "-c", TEN_THOUSAND], check=True, capture_output=True, text=True)
    found, used = done.stdout.splitlines()
    assert found == "10000; 10; reading, 1,000 of 10,000 files"
    seconds, megabytes = map(int, used.split())
    assert seconds < 20
    assert megabytes < 400
