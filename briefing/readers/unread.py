"""Formats that are not read, and what a person can do with a file of each."""

from __future__ import annotations

from collections.abc import Mapping

_TODO: Mapping[str, str] = {
    "save it as .docx": ".doc .docm .dot .odt .pages .rtf .wpd",
    "save its sheet as .csv": ".numbers .ods .xls .xlsm .xlsx",
    "name it .csv": ".tab .tsv",
    "save it as .pdf": ".key .odp .ppt .pptx",
    "run text recognition (OCR) over it and give the text": ".bmp .gif .heic .jpeg .jpg .png .tif .tiff .webp",
    "unpack it and give what is in it": ".7z .bz2 .gz .rar .tar .tgz .xz .zip",
    "save each mail as .eml": ".mbox .msg .pst",
    "save the page as .html": ".mht .mhtml .webarchive",
    "write down what is said, as .vtt or .txt": ".m4a .mov .mp3 .mp4 .ogg .wav",
}
OTHERWISE = "save it as plain text in UTF-8"

TODO: Mapping[str, str] = {ending: todo for todo, endings in _TODO.items() for ending in endings.split()}
"""The end of a file's name, in small letters -> what makes a source of it."""


def remedy(suffix: str) -> str:
    """What to do with a file whose name ends so (".odt", in any case) that no reader reads."""
    return TODO.get(suffix.lower(), OTHERWISE)
