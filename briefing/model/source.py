"""Source, Passage, Anchor, Locator: a text, and where in it."""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass, field

from briefing.errors import UsageError

Span = tuple[int, int]
"""Start and end in code points, end exclusive."""

CONTEXT = 32
"""Code points of prefix and suffix that an anchor carries (W3C TextQuoteSelector)."""

PASSAGE_KINDS = ("headline", "standfirst", "heading", "sentence", "item", "row")


@dataclass(frozen=True, slots=True)
class Anchor:
    """An exact place in a source: ``source.text[start:end] == exact`` (W3C TextPosition and TextQuote selectors)."""

    source: str
    start: int
    end: int
    exact: str
    prefix: str
    suffix: str

    @property
    def span(self) -> Span:
        """Start and end, in code points."""
        return self.start, self.end


@dataclass(frozen=True, slots=True)
class Locator:
    """Where a person looks: paragraph (from 1), list item in it (from 1), page (from 1, where pages are known).

    ``time`` is the moment of a recording at which the paragraph begins ("00:01:23"), where a transcript states it.
    """

    paragraph: int
    item: int | None = None
    page: int | None = None
    time: str | None = None

    def __str__(self) -> str:
        return f"{self.paragraph}.{self.item}" if self.item else str(self.paragraph)

    @property
    def mark(self) -> str:
        """What a citation shows: "¶4", "¶4 p. 3", "¶4 00:01:23"."""
        page = f" p. {self.page}" if self.page else ""
        return f"¶{self}{page}" + (f" {self.time}" if self.time else "")


@dataclass(frozen=True, slots=True)
class Mark:
    """From code point ``start`` of a text on, up to the next mark, it stands on ``page`` or is said at ``time``."""

    start: int
    page: int | None = None
    time: str | None = None


@dataclass(frozen=True, slots=True)
class Turn:
    """A turn of speech in a transcript: the span of its speaker's name, and the span of what is said."""

    speaker: Span
    words: Span


@dataclass(frozen=True, slots=True)
class Passage:
    """A sentence, list item, heading or table row: ``kind`` is one of PASSAGE_KINDS.

    ``lead`` is the span of the passage that introduces a list item ("He listed:"), else None.
    """

    start: int
    end: int
    kind: str
    locator: Locator
    lead: Span | None = None

    @property
    def span(self) -> Span:
        """Start and end, in code points."""
        return self.start, self.end


PROVENANCES = ("sidecar", "embedded", "detected")
"""Where a field of metadata comes from, what counts most first: what the analyst states of the file, what the file
states of itself, what the program worked out."""

Provenance = tuple[tuple[str, str], ...]
"""Fields, each with one of PROVENANCES, in the order of their names."""


@dataclass(frozen=True, slots=True)
class File:
    """What is known of one file that carried a text. ``published`` is an ISO 8601 date; None means not stated.

    ``published_at`` is the date and time with its zone ("2019-03-09T12:00:00+02:00"), where those are stated.
    ``extra`` is what else the file states of the text (the other columns of a table's row), as it stands there.
    ``retrieved`` is when the file was fetched from ``url``, a date or a date and time.
    """

    path: str
    title: str | None = None
    publisher: str | None = None
    author: str | None = None
    published: str | None = None
    url: str | None = None
    published_at: str | None = None
    provenance: Provenance = ()
    extra: tuple[tuple[str, str], ...] = ()
    retrieved: str | None = None


@dataclass(frozen=True, slots=True)
class Source:
    """One document: its canonical text, and the files that carried it (several when several files hold one text).

    ``language`` is a BCP 47 tag, ``tlp`` a TLP 2.0 label ("TLP:CLEAR"), ``kind`` a word such as "news", ``agency`` the
    news agency whose copy the text is; None means not stated. ``id`` and ``sha256`` are made from the text alone.
    ``marks`` say where pages or moments begin, ``turns`` who speaks where in a transcript, both in order;
    ``provenance`` is that of the source's own fields.
    """

    text: str
    files: tuple[File, ...]
    language: str | None = None
    kind: str | None = None
    rights: str | None = None
    tlp: str | None = None
    sample: bool = False
    agency: str | None = None
    marks: tuple[Mark, ...] = ()
    provenance: Provenance = ()
    turns: tuple[Turn, ...] = ()

    sha256: str = field(init=False)
    """SHA-256 of the canonical text's UTF-8 bytes, in hex."""

    def __post_init__(self) -> None:
        digest = hashlib.sha256(self.text.encode("utf-8", "surrogatepass")).hexdigest()
        object.__setattr__(self, "sha256", digest)

    @property
    def id(self) -> str:
        """``s-`` and the first 16 hex digits of the text's SHA-256."""
        return f"s-{self.sha256[:16]}"

    @property
    def words(self) -> int:
        """How many words the text has."""
        return len(re.findall(r"\w+", self.text))

    @property
    def outlets(self) -> tuple[str, ...]:
        """The publishers that carried it, in order, each once; the source's own id where none is known."""
        named = tuple(dict.fromkeys(f.publisher for f in self.files if f.publisher))
        return named or (self.id,)

    def stated(self, field: str) -> str | None:
        """The first value any of the files states for ``field`` (title, publisher, author, published, url)."""
        return next((value for f in self.files if (value := getattr(f, field))), None)

    def anchor(self, start: int, end: int) -> Anchor:
        """The anchor of ``text[start:end]``. This is the only place where anchors are made.

        Raises UsageError where the span is empty or outside the text.
        """
        if not 0 <= start < end <= len(self.text):
            raise UsageError(self.id, f"no passage at {start} to {end}", "give a span inside the text")
        return Anchor(
            source=self.id,
            start=start,
            end=end,
            exact=self.text[start:end],
            prefix=self.text[max(0, start - CONTEXT) : start],
            suffix=self.text[end : end + CONTEXT],
        )
