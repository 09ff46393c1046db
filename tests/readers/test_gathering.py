"""Files, folders and standard input become sources; what goes wrong is one line or a Notice."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing.errors import SourceError, UsageError
from briefing.model.source import File, Source
from briefing.model.stated import TLP_LABELS
from briefing.readers import FORMATS, gather, read
from briefing.readers.sidecar import Sidecar
from briefing.readers.unread import TODO

FORMATS_LIST = ", ".join(FORMATS)


def put(path: Path, text: str = "Water rose.") -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def stream(monkeypatch: pytest.MonkeyPatch, data: bytes) -> None:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(data)))


def codes(notices: tuple[object, ...]) -> list[str]:
    return [getattr(notice, "code", "") for notice in notices]


def test_a_file_without_metadata_says_what_is_not_stated(here: Path) -> None:
    (source,), notices = read(put(here / "a.txt"))
    assert source == Source("Water rose.", (File("a.txt"),))
    assert [(n.code, n.source, n.path, n.limits) for n in notices] == [
        ("undated-source", source.id, "a.txt", True),
        ("no-publisher", source.id, "a.txt", True),
        ("no-title", source.id, "a.txt", True),
        ("no-language", source.id, "a.txt", False),
    ]


def test_metadata_comes_from_front_matter_and_the_analyst_s_file_overrules_it(here: Path) -> None:
    path = put(here / "a.md", "---\ntitle: Theirs\npublisher: Aru Post\n---\nWater rose.")
    put(here / "sources.toml", '[[source]]\nfile = "a.md"\ntitle = "Ours"\npublished = 2024-05-03\nlanguage = "en"\n')
    (source,), notices = read(path)
    origin = (("published", "sidecar"), ("publisher", "embedded"), ("title", "sidecar"))
    assert source.files == (
        File("a.md", title="Ours", publisher="Aru Post", published="2024-05-03", provenance=origin),
    )
    assert (source.language, source.provenance, notices) == ("en", (("language", "sidecar"),), ())


@pytest.mark.parametrize(("language", "found"), [("en-GB", []), ("EN", []), ("fr", ["unread-language"])])
def test_a_language_that_is_not_understood_limits_the_briefing(here: Path, language: str, found: list[str]) -> None:
    front = f"---\ntitle: T\npublisher: P\npublished: 2024-05-03\nlanguage: {language}\n---\n"
    _, notices = read(put(here / "a.md", front + "L’eau monte."))
    assert [notice.code for notice in notices if notice.limits] == found


def test_a_date_that_is_not_used_leaves_the_source_undated(here: Path) -> None:
    path = put(here / "a.md", "---\ntitle: T\npublisher: P\nlanguage: en\npublished: 4/5/2017\n---\nWater rose.")
    (source,), notices = read(path)
    assert [(n.code, n.source, n.path) for n in notices] == [
        ("ambiguous-date", source.id, "a.md"),
        ("undated-source", source.id, "a.md"),
    ]


def test_files_with_one_text_are_one_source_with_the_narrowest_handling(here: Path) -> None:
    put(here / "a.txt")
    put(here / "b.md", "---\npublisher: Aru Post\ntlp: amber\n---\nWater rose.\n")
    put(here / "sources.toml", '[[source]]\nfile = "a.txt"\npublisher = "Aru Daily"\ntlp = "clear"\nsample = true\n')
    (source,), notices = gather(["a.txt", "b.md"])
    assert source.files == (
        File("a.txt", publisher="Aru Daily", provenance=(("publisher", "sidecar"),)),
        File("b.md", publisher="Aru Post", provenance=(("publisher", "embedded"),)),
    )
    assert (source.outlets, source.tlp, source.sample) == (("Aru Daily", "Aru Post"), "TLP:AMBER", False)
    assert [n.message for n in notices if n.code == "same-text"] == ["One text, one source: a.txt, b.md."]


def test_a_folder_is_read_in_order_with_the_folders_in_it(here: Path) -> None:
    for name in ("b.txt", "a.md", "sub/c.txt", ".hidden.txt", ".git/d.txt"):
        put(here / "in" / name, f"Text of {name}.")
    put(here / "in" / "briefing.toml", "")
    put(here / "in" / "sub" / "sources.toml", '[[source]]\nfile = "c.txt"\ntitle = "Third"\n')
    sources, _ = gather(["in"])
    assert [source.files[0].path for source in sources] == ["a.md", "b.txt", "sub/c.txt"]
    assert sources[2].files[0].title == "Third"


def test_what_a_run_has_written_is_no_source(here: Path) -> None:
    put(here / "a.txt")
    for name in ("out/claims.json", "out/sources/s-1.txt", "out/notes.txt", "claims.json", "sources/s-2.txt"):
        put(here / name, f"Text of {name}.")
    sources, notices = gather(["."])
    assert [source.files[0].path for source in sources] == ["a.txt"]
    assert "unknown-format" not in codes(notices)


def test_one_bad_file_in_a_folder_is_a_notice_and_the_rest_goes_on(here: Path) -> None:
    put(here / "in" / "a.txt")
    put(here / "in" / "b.txt", "  \n")
    put(here / "in" / "c.odp", "PK")
    put(here / "in" / "d.md", "---\ntlp: purple\n---\nWater rose again.")
    (here / "in" / "e.txt").write_bytes(b"\0\1\2")
    (here / "in" / "f.txt").symlink_to("gone.txt")
    sources, notices = gather(["in"])
    assert [source.files[0].path for source in sources] == ["a.txt"]
    assert [(n.code, n.path, n.message) for n in notices if n.limits and n.source is None] == [
        ("unknown-format", "c.odp", "Not read: it is .odp; save it as .pdf."),
        ("unreadable-file", "b.txt", "Not read: it is empty; give a file that holds text."),
        (
            "unreadable-file",
            "d.md",
            f"Not read: it states tlp 'purple', which is no TLP 2.0 label; use one of {', '.join(TLP_LABELS)}.",
        ),
        ("unreadable-file", "e.txt", "Not read: it is not text; save it as plain text in UTF-8."),
        ("unreadable-file", "f.txt", "Not read: it does not exist; check the name."),
    ]


def test_a_folder_whose_only_file_is_marked_wrongly_says_so(here: Path) -> None:
    put(here / "in" / "b2.txt")
    put(here / "in" / "sources.toml", '[[source]]\nfile = "b2.txt"\ntlp = "TLP:PINK"\n')
    with pytest.raises(
        SourceError, match=r"^in/sources\.toml: states tlp 'TLP:PINK', which is no TLP 2\.0 label; use "
    ):
        gather(["in"])


def test_a_name_that_is_no_utf_8_can_still_be_printed(here: Path) -> None:
    put(here / "a\udcff.txt")
    (source,), notices = gather(["."])
    assert source.files == (File("a\ufffd.txt"),)
    assert {notice.path for notice in notices} == {"a\ufffd.txt"}


def test_a_file_named_twice_is_read_once(here: Path) -> None:
    put(here / "a.txt")
    sources, notices = gather(["a.txt", ".", here / "a.txt"])
    assert [source.files for source in sources] == [(File("a.txt"),)]
    assert "same-text" not in codes(notices)


def test_standard_input_is_plain_text(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    put(here / "a.txt")
    stream(monkeypatch, b"# Not a heading\r\n")
    sources, _ = gather(["-", "a.txt"])
    assert [(source.text, source.files[0].path) for source in sources] == [
        ("# Not a heading\n", "-"),
        ("Water rose.", "a.txt"),
    ]


@pytest.mark.parametrize(
    ("paths", "line"),
    [
        ([], "SOURCES: none given; name files or folders, or - for standard input"),
        (["gone.txt"], "gone.txt: does not exist; check the name"),
        (["empty.txt"], "empty.txt: is empty; give a file that holds text"),
        (["picture.txt"], "picture.txt: is not text; save it as plain text in UTF-8"),
        (["a.odp"], "a.odp: is .odp, which is not read; save it as .pdf"),
        (["none"], f"none: holds no source that can be read; put files of {FORMATS_LIST} in it"),
        (["bad"], "bad/empty.txt: is empty; give a file that holds text"),
        (["-"], "standard input: is empty; give a file that holds text"),
    ],
)
def test_a_mistake_is_one_line(here: Path, monkeypatch: pytest.MonkeyPatch, paths: list[str], line: str) -> None:
    put(here / "empty.txt", "")
    put(here / "bad" / "empty.txt", "")
    put(here / "a.odp", "x")
    (here / "picture.txt").write_bytes(b"\x89PNG\r\n\x1a\n\0\0")
    (here / "none").mkdir()
    stream(monkeypatch, b"")
    with pytest.raises(UsageError) as caught:
        gather(paths)
    assert str(caught.value) == line


def test_a_file_that_may_not_be_read(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied")

    put(here / "a.txt")
    monkeypatch.setattr("briefing.readers.gathering.sidecar", lambda _: Sidecar())
    monkeypatch.setattr(Path, "open", refuse)
    with pytest.raises(SourceError, match=r"^a\.txt: cannot be read \(Permission denied\); check its permissions$"):
        gather(["a.txt"])


@settings(derandomize=True, deadline=None, max_examples=50)
@given(
    st.text(alphabet=st.sampled_from("ab é\u0301🌊\u200f\u202eعש\r\n\ufeff\u00ad’"), min_size=1).map(lambda t: f"w{t}"),
    st.data(),
)
def test_anchors_hold_on_any_text(tmp_path_factory: pytest.TempPathFactory, text: str, data: st.DataObject) -> None:
    path = tmp_path_factory.mktemp("any") / "a.txt"
    path.write_bytes(b"\xef\xbb\xbf" + text.encode())
    (source,), _ = read(path)
    assert source.text == text.replace("\r\n", "\n").replace("\r", "\n")
    start = data.draw(st.integers(0, len(source.text) - 1))
    end = data.draw(st.integers(start + 1, len(source.text)))
    anchor = source.anchor(start, end)
    assert source.text[anchor.start : anchor.end] == anchor.exact
    assert (source.text[:start] + anchor.exact + anchor.suffix).startswith(source.text[: end + len(anchor.suffix)])
    assert source.text[:start].endswith(anchor.prefix)


@pytest.mark.parametrize(
    ("name", "todo"),
    [
        ("a.ODT", "save it as .docx"),
        ("a.doc", "save it as .docx"),
        ("a.xlsx", "save its sheet as .csv"),
        ("a.tsv", "name it .csv"),
        ("a.zip", "unpack it and give what is in it"),
        ("a.jpg", "run text recognition (OCR) over it and give the text"),
        ("a.msg", "save each mail as .eml"),
        ("a.mp3", "write down what is said, as .vtt or .txt"),
        ("a.xyz", "save it as plain text in UTF-8"),
    ],
)
def test_what_to_do_with_a_format_that_is_not_read(here: Path, name: str, todo: str) -> None:
    put(here / "in" / "a.txt")
    put(here / "in" / name, "PK")
    ending = Path(name).suffix.lower()
    with pytest.raises(SourceError) as caught:
        gather([f"in/{name}"])
    assert str(caught.value) == f"in/{name}: is {ending}, which is not read; {todo}"
    _, notices = gather(["in"])
    assert [n.message for n in notices if n.code == "unknown-format"] == [f"Not read: it is {ending}; {todo}."]


def test_no_format_that_is_read_has_a_remedy() -> None:
    assert not FORMATS.keys() & TODO.keys()


def test_what_programs_leave_behind_is_passed_over(here: Path) -> None:
    put(here / "in" / "a.txt")
    for name in ("Thumbs.db", "desktop.ini", "~$report.docx", ".DS_Store"):
        put(here / "in" / name, "x")
    sources, notices = gather(["in"])
    assert [source.files[0].path for source in sources] == ["a.txt"]
    assert not set(codes(notices)) & {"unknown-format", "unreadable-file", "not-read"}


def test_a_text_that_many_files_carry_names_a_few_of_them(here: Path) -> None:
    for number in range(12):
        put(here / "in" / f"{number:02}.txt")
    _, notices = gather(["in"])
    (message,) = [n.message for n in notices if n.code == "same-text"]
    assert message == "One text, one source: 00.txt, 01.txt, 02.txt, 03.txt, 04.txt, 05.txt, 06.txt, 07.txt and 4 more."
