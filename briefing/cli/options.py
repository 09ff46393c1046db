"""What options may hold, beyond what click knows: dates, titles, handling labels and files to write."""

from __future__ import annotations

from os import PathLike
from pathlib import Path

import click

from briefing.model.remark import CODES
from briefing.model.stated import TLP_LABELS, iso_date, nearest, tlp_label


class IsoDate(click.ParamType[str]):
    """A date written YYYY-MM-DD."""

    name = "date"

    def convert(self, value: str, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """The date as ISO 8601; anything else fails."""
        return iso_date(value) or self.fail(f"{value!r} is not a date; write it YYYY-MM-DD", param, ctx)


class Title(click.ParamType[str]):
    """A text with something in it."""

    name = "text"

    def convert(self, value: str, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """The text as it is; one without a character that prints fails."""
        empty = "is empty; write a title, or leave it out for one from the sources"
        return value if value.strip() else self.fail(empty, param, ctx)


class OutputFile(click.Path):
    """A file to write, in a folder that is there: data for another program should not land where nobody looks."""

    def convert(
        self, value: str | PathLike[str], param: click.Parameter | None, ctx: click.Context | None
    ) -> str | bytes | PathLike[str]:
        """The path as it is; one in a folder that does not exist fails."""
        folder = Path(value).parent
        missing = f"the folder {str(folder)!r} does not exist; make it or choose another place"
        return super().convert(value, param, ctx) if folder.exists() else self.fail(missing, param, ctx)


class TlpLabel(click.ParamType[str]):
    """A label of TLP 2.0, in any case, with or without "TLP:"."""

    name = "label"

    def convert(self, value: str, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """The label in capitals; anything else fails."""
        wrong = f"{value!r} is no TLP 2.0 label; {nearest(value, TLP_LABELS)}use one of {', '.join(TLP_LABELS)}"
        return tlp_label(value) or self.fail(wrong, param, ctx)


class Language(click.ParamType[str]):
    """A language that there are labels in."""

    name = "language"

    def convert(self, value: str, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """The tag of the language; one without a catalogue fails."""
        from briefing.language.labels import languages

        known = languages()
        wrong = f"there are no labels in {value!r}; {nearest(value, known)}use one of {', '.join(known)}"
        return value if value in known else self.fail(wrong, param, ctx)


class Silenced(click.ParamType[tuple[str, str]]):
    """A code of `briefing check` and the reason why it is silenced, as CODE=REASON."""

    name = "silenced"

    def convert(
        self, value: str | tuple[str, str], param: click.Parameter | None, ctx: click.Context | None
    ) -> tuple[str, str]:
        """The code and the reason; a code there is not, or one without a reason, fails."""
        if isinstance(value, tuple):
            return value
        code, _, reason = (part.strip() for part in value.partition("="))
        if code not in CODES:
            self.fail(f"{code!r} is no code; {nearest(code, CODES)}use one of {', '.join(CODES)}", param, ctx)
        if not reason:
            self.fail(f"{code!r} is silenced without a reason; write {code}=REASON", param, ctx)
        return code, reason
