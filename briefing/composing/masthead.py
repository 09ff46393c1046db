"""The masthead: what kind of document this is, for whom, as of when, from how many sources and origins."""

from __future__ import annotations

from briefing.composing.edition import Edition
from briefing.errors import UsageError
from briefing.model.briefing import Datum, Fact, Statement
from briefing.model.notice import Notice
from briefing.model.stated import TLP_LABELS, strictest


def handling(edition: Edition) -> str | None:
    """The TLP label: the analyst's, else the strictest of the sources' and the audience's; None where nobody gave one.

    Raises UsageError where the analyst's label would share a source more widely than that source allows.
    """
    of_sources = strictest(source.tlp for source in edition.file.sources)
    asked = edition.request.tlp
    if asked is None:
        return strictest((of_sources, edition.audience.tlp))
    if of_sources and TLP_LABELS.index(asked) < TLP_LABELS.index(of_sources):
        raise UsageError(
            "--tlp", f"{asked} is wider than {of_sources}, which a source carries", "leave that source out"
        )
    return asked


def facts(edition: Edition) -> tuple[Fact, ...]:
    """The labelled facts under the kind of document; what is missing is said beside the fact."""
    return (_audience(edition), _as_of(edition), _sources(edition), _origins(edition), _handling(edition))


def _audience(edition: Edition) -> Fact:
    key = f"audience-{edition.audience.name}"
    if edition.labels.has(key):
        return Fact("fact-audience", edition.told("fact-audience", key))
    name = Datum(edition.audience.name, "request", "audience")
    return Fact("fact-audience", Statement("fact-audience", "counted", (name,)))


def as_of(edition: Edition) -> str | None:
    """The day the briefing speaks of: the analyst's, else the latest publication of a source; never today."""
    if edition.request.as_of:
        return edition.request.as_of
    return max(_published(edition), default=None)


def day_notices(edition: Edition) -> tuple[Notice, ...]:
    """A Notice where the analyst's day is before every publication: the sources cannot speak of it as it was."""
    asked, first = edition.request.as_of, min(_published(edition), default=None)
    if not asked or not first or asked >= first:
        return ()
    message = f"The day asked for, {asked}, is before the first publication of a source, {first}."
    return (Notice("as-of-before-sources", message),)


def _published(edition: Edition) -> list[str]:
    return [file.published for source in edition.file.sources for file in source.files if file.published]


def running(edition: Edition) -> Statement:
    """What the foot of every page says: as of when, and from how many sources."""
    day, sources = as_of(edition), edition.counted("n-sources", edition.sources)
    if day is None:
        return edition.told("running", "running-undated", sources=sources)
    of = "request" if edition.request.as_of else "sources"
    return edition.told("running", "running", day=edition.day(day, of), sources=sources)


def _as_of(edition: Edition) -> Fact:
    day = as_of(edition)
    undated = [source.id for source in edition.file.sources if not source.stated("published")]
    if day is None:
        return Fact("fact-as-of", edition.told("fact-as-of", "undated"), missing=True)
    note = edition.told("fact-as-of-note", "n-undated", n=edition.count(undated)) if undated else None
    of = "request" if edition.request.as_of else "sources"
    return Fact("fact-as-of", Statement("fact-as-of", "counted", (edition.day(day, of),)), note)


def _sources(edition: Edition) -> Fact:
    value = Statement("fact-sources", "counted", (edition.count(edition.sources),))
    unnamed = [source.id for source in edition.file.sources if not source.stated("publisher")]
    if not unnamed:
        return Fact("fact-sources", value)
    key = "no-publisher" if len(unnamed) == len(edition.sources) else "n-unpublished"
    return Fact("fact-sources", value, edition.told("fact-sources-note", key, n=edition.count(unnamed)))


def _origins(edition: Edition) -> Fact:
    shared = [f for f in edition.file.grouping.findings if f.support == "same-origin"]
    origins = [origin.id for origin in edition.file.grouping.origins]
    value = Statement("fact-origins", "counted", (edition.count(origins),))
    ids = dict.fromkeys(origin for finding in shared for origin in finding.origins)
    note = edition.told("fact-origins-note", "n-shared-origins", n=edition.count(ids)) if ids else None
    return Fact("fact-origins", value, note)


def _handling(edition: Edition) -> Fact:
    label = handling(edition)
    if label is None:
        return Fact("fact-handling", edition.told("fact-handling", "handling-none"), missing=True)
    return Fact("fact-handling", Statement("fact-handling", "counted", (Datum(label, "request", "tlp"),)))


def key_figures_note(edition: Edition) -> Statement | None:
    """The line beside the heading of the box: how many of the matters counted have a second origin."""
    figures = [finding for finding in edition.file.grouping.findings if finding.kind == "figure"]
    second = [finding.id for finding in figures if finding.second_origin]
    if not figures:
        return None
    if not second:
        return edition.told("kf-note", "key-figures-none-second")
    return edition.told("kf-note", "key-figures-second", n=edition.count(second))
