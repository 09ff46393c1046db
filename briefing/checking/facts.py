"""What is stated of the sources and of the briefing: metadata and handling."""

from __future__ import annotations

from collections.abc import Iterator

from briefing.checking.printed import Printed
from briefing.model.remark import Remark
from briefing.model.stated import TLP_LABELS, strictest

WANTED = ("publisher", "published", "title")
NAMES = {"publisher": "publisher", "published": "date of publication", "title": "title"}


def missing_metadata(printed: Printed) -> Iterator[Remark]:
    """Sources of which nobody states publisher or date, nor a title, by a headline or beside the text."""
    found = printed.briefing.claims.extractions
    headed = {key for key, each in found if any(passage.kind == "headline" for passage in each.passages[:1])}
    for source in printed.briefing.claims.sources:
        known = {"title"} if source.id in headed else set()
        lacking = [NAMES[field] for field in WANTED if not source.stated(field) and field not in known]
        if lacking:
            where = f"source {printed.numbers[source.id]} ({source.files[0].path})"
            what = f"states no {' and no '.join(lacking)}"
            yield Remark("missing-metadata", where, what, "state it in sources.toml", source.id)


def missing_tlp(printed: Printed) -> Iterator[Remark]:
    """A briefing without a handling mark."""
    if printed.handling is None:
        yield Remark("missing-tlp", "the briefing", "carries no TLP label", "choose one with --tlp")


def mismatched_tlp(printed: Printed) -> Iterator[Remark]:
    """A handling mark that allows more than a source it prints does."""
    mark = printed.handling
    strict = strictest(source.tlp for source in printed.briefing.claims.sources)
    if mark and strict and TLP_LABELS.index(mark) < TLP_LABELS.index(strict):
        of = next(s for s in printed.briefing.claims.sources if s.tlp == strict)
        where = f"source {printed.numbers[of.id]} ({of.files[0].path})"
        what = f"is {strict}, and the briefing is {mark}"
        yield Remark("mismatched-tlp", where, what, "use the stricter label, or leave the source out", of.id)
