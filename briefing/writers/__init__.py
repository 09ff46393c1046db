"""Briefing -> files: a table, format -> writer. A new format is one new file and one line in FORMATS."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from briefing.model.briefing import Briefing
from briefing.writers import edition, html, pdf

Writer = Callable[[Briefing], bytes]
"""The content of a file that shows the briefing."""

FORMATS: Mapping[str, Writer] = {
    "html": lambda briefing: html.render(briefing).encode("utf-8", "surrogatepass"),
    "pdf": pdf.render,
    "json": lambda briefing: edition.render(briefing).encode(),
}
"""Format -> its writer. The name of a format is the ending of its files."""
