"""Request: what the analyst asked a briefing to be."""

from __future__ import annotations

import re
from dataclasses import dataclass

from briefing.model.brand import Brand
from briefing.model.note import Note

CITED = re.compile(r"\s*\[@([^\[\]\n]*)\]")
"""A citation in a title: the id of a claim, or of several ("[@c-3f2a91d0; @c-77aa01b2]")."""
HARMFUL = (
    "victim",
    "minor",
    "survivor",
    "phone",
    "identity-number",
    "email",
    "address",
    "coordinates",
    "condition",
    "whereabouts",
)
"""What may hurt a person when it is printed, as it is named to whoever allows it all the same."""
ALLOWABLE = tuple(code for code in HARMFUL if code != "survivor")
"""What the analyst may have printed all the same: who survived sexual violence is never named."""


@dataclass(frozen=True, slots=True)
class Request:
    """What the analyst asked for, beside the sources. ``as_of`` is an ISO 8601 date, ``tlp`` a TLP 2.0 label.

    ``notes`` are the analyst's own texts, at most one a section.
    """

    title: str | None = None
    as_of: str | None = None
    tlp: str | None = None
    annex: str | None = None
    language: str | None = None
    """What the program's own text is in, a tag of BCP 47; None for what the audience sets."""
    notes: tuple[Note, ...] = ()
    silenced: tuple[tuple[str, str], ...] = ()
    """The codes of checks that the analyst silenced, each with the reason."""
    page: str | None = None
    """"A4" or "Letter"; None for what the audience sets."""
    allowed: tuple[str, ...] = ()
    """The codes of what may hurt a person and is printed all the same, since the analyst answers for it."""
    brand: Brand | None = None
    """Whose briefing it is."""

    @property
    def headline(self) -> str | None:
        """The analyst's title as it is printed: without the citations in it."""
        return CITED.sub("", self.title).strip() if self.title else None

    @property
    def title_claims(self) -> tuple[str, ...]:
        """The claims that the analyst's title cites, as they are written: ids, or the beginnings of ids."""
        found = (written for cited in CITED.finditer(self.title or "") for written in re.split(r"[;,]\s*@", cited[1]))
        return tuple(dict.fromkeys(written.strip().lower() for written in found))
