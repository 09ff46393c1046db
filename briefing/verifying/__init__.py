"""The gate: what is printed is held against the sources, first as a model, then as the rendered page; written PDF,
Markdown and Word files are held against the page they were made from.

It proves wording and numbers, not truth. What it cannot see: text drawn into pictures, text that a style sheet
hides, and what a script writes once the page is open (only a script whose hash the page's own policy names may run).
"""

from briefing.verifying.assessments import check_note
from briefing.verifying.model import verify
from briefing.verifying.page import verify_page
from briefing.verifying.paper import verify_pdf, verify_same
from briefing.verifying.texts import READERS, verify_text
from briefing.verifying.titles import check_cited_title

__all__ = [
    "READERS",
    "check_cited_title",
    "check_note",
    "verify",
    "verify_page",
    "verify_pdf",
    "verify_same",
    "verify_text",
]
