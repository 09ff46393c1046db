"""The day a figure holds for: "as of 3 May", "since 2021", from its sentence, its list's lead or its heading."""

from __future__ import annotations

import re
from bisect import bisect_left
from datetime import date, timedelta
from typing import NamedTuple

from briefing.extractors.earlier import earlier
from briefing.extractors.past_years import PastYears
from briefing.language.lexicon import lexicon
from briefing.model.source import Passage, Source, Span


class AsOf(NamedTuple):
    """The words that date a figure, and the ISO 8601 day, month or year they name, where they name one."""

    date: str | None = None
    span: Span | None = None


class _Mention(NamedTuple):
    start: int
    end: int
    since: bool
    leads: bool
    date: str | None


_MONTHS = lexicon("numbers")["months"]
_DAYS: list[str] = lexicon("numbers")["weekdays"]["full"]
_NUMBERS = {name.lower(): k % 12 + 1 for k, name in enumerate(_MONTHS["full"])} | {
    name.lower(): k + 1 if k < 9 else k for k, name in enumerate(_MONTHS["short"])
}
_MONTH = "|".join(sorted([*_MONTHS["full"], *_MONTHS["short"]], key=len, reverse=True))
_DAY = "|".join(_DAYS)
_YEAR = r"\d{4}(?!\d)"
_TH = r"(?:st|nd|rd|th)?"
_DATE = (
    rf"(?:(?:{_DAY}),? )?"
    rf"(?:(?:the )?(?P<day>\d{{1,2}}){_TH}(?: of)? (?P<month>{_MONTH})\b\.?(?:,? (?P<year>{_YEAR}))?|"
    rf"(?P<month2>{_MONTH})\b\.? (?P<day2>\d{{1,2}}){_TH}(?!\d)(?:,? (?P<year2>{_YEAR}))?|"
    rf"(?P<iso>\d{{4}}-\d{{2}}-\d{{2}})|"
    rf"(?P<month3>{_MONTH})\b(?:,? (?:of )?(?P<year3>{_YEAR}))?|"
    rf"(?P<year4>(?:19|20)\d{{2}})(?![\d,%]))|"
    rf"(?P<weekday>{_DAY})\b"
)
_MENTION = re.compile(
    rf"\b(?P<how>as of|as at|as on|by|until|since)\s+"
    rf"(?:(?:the )?(?:end|beginning|start|middle) of |early |late |mid-?|last )?(?:{_DATE})",
    re.IGNORECASE,
)
_ALONE = re.compile(rf"\W*(?:{_DATE})\W*", re.IGNORECASE)
_OPENING = re.compile(r"(?:[A-Za-z]+:? ){1,3}(?=as (?:of|at|on) )")
"""Words before the date of a line that only dates ("Data as of 3 May")."""
_SAYS_MORE = re.compile(r"[^\W\d_]{4}")
STAMP = 60
"""Characters of the longest line that may do nothing but give a date."""
_NONE = AsOf()


class Dates:
    """The dates in force while a source is read passage by passage."""

    def __init__(self, source: Source) -> None:
        self._text = source.text
        self._published = _day(source.stated("published"))
        self._whole: AsOf | None = None
        self._since: list[_Mention] = []
        self._heading: AsOf = _NONE
        self._stamped: AsOf = _NONE
        """The last line that only dates what follows: for headings without a date, too."""
        self._passage: Passage | None = None
        self._read = False
        self._lead: tuple[Span, AsOf] | None = None
        self._past = PastYears(source)

    def enter(self, passage: Passage) -> None:
        """Go on to the next passage of the source."""
        self._passage, self._read = passage, False
        if passage.kind == "heading":
            dated = self._dated(passage.start, passage.end)
            self._heading = dated if dated.span else self._stamped
        elif passage.end - passage.start <= STAMP:
            self._stamped = self._stamp(passage.start, passage.end) or self._stamped
            self._heading = (
                self._stamped if self._stamped.span and self._stamped.span[0] >= passage.start else self._heading
            )

    def of_cell(self, head: Span, label: Span | None) -> AsOf:
        """The day that the head of a column names ("13 November", "As of 3 May"), else that of its row's label."""
        found = self._dated(*head)
        return found if found.span or label is None else self._dated(*label)

    def of(self, end: int) -> AsOf:
        """What dates the figure that ends at ``end`` in the passage entered last."""
        passage = self._passage
        if passage is None:
            return _NONE
        before = earlier(self._text, end, passage.end)
        if before is not None:
            return AsOf(None, before)
        if not self._read:
            self._read_passage(passage)
        if self._whole is not None and self._whole.span is not None:
            low, high = sorted((end, self._whole.span[0]))
            if ";" not in self._text[low:high]:
                return self._whole
        at = bisect_left(self._since, end, key=lambda mention: mention.start)
        if at < len(self._since) and self._covers(self._since[at], end):
            return AsOf(None, (self._since[at].start, self._since[at].end))
        past = self._past.of(end)
        if past is not None:
            return AsOf(*past)
        return self._of_lead(passage.lead) if passage.lead else self._heading

    def _read_passage(self, passage: Passage) -> None:
        """Find the mention that holds for the whole passage, and those that hold for the figure before them."""
        found = self._found(passage.start, passage.end)
        whole = next((mention for mention in found if mention.leads or not mention.since), None)
        self._whole = AsOf(whole.date, (whole.start, whole.end)) if whole else None
        self._since = [mention for mention in found if mention.since and not mention.leads]
        self._past.enter(passage)
        self._read = True

    def _covers(self, mention: _Mention, end: int) -> bool:
        """Whether a "since" behind a figure belongs to it: nothing but words stands between."""
        return mention.start - end < 80 and not re.search(r"[\d.;:]", self._text[end : mention.start])

    def _of_lead(self, lead: Span) -> AsOf:
        if self._lead is None or self._lead[0] != lead:
            self._lead = (lead, self._dated(*lead))
        return self._lead[1]

    def _stamp(self, start: int, end: int) -> AsOf | None:
        """The date of a line that says nothing but it ("As of 3 May 2021, 09:00"), which dates what follows."""
        opening = _OPENING.match(self._text, start, end)
        match = _MENTION.match(self._text, opening.end() if opening else start, end)
        if (
            match is None
            or match["how"].lower() in ("by", "until", "since")
            or _SAYS_MORE.search(self._text, match.end(), end)
        ):
            return None
        return AsOf(self._iso(match), match.span())

    def _dated(self, start: int, end: int) -> AsOf:
        """The date that a heading or lead gives to what follows."""
        mentions = self._found(start, end)
        if mentions:
            return AsOf(mentions[0].date, (mentions[0].start, mentions[0].end))
        alone = _ALONE.fullmatch(self._text, start, end)
        if alone and not alone["weekday"]:
            return AsOf(self._iso(alone), (start, end))
        return _NONE

    def _found(self, start: int, end: int) -> list[_Mention]:
        found: list[_Mention] = []
        for match in _MENTION.finditer(self._text, start, end):
            how = match["how"].lower()
            leads = not self._text[start : match.start()].strip(' \n"“‘•-([')
            if how in ("by", "until") and not leads:
                continue
            if how in ("by", "until") and match["year4"]:
                continue
            found.append(_Mention(*match.span(), how == "since", leads, None if how == "since" else self._iso(match)))
        return found

    def _iso(self, match: re.Match[str]) -> str | None:
        """The date a match names, in ISO 8601; without its year only where the date of publication tells it."""
        if match["iso"]:
            return match["iso"]
        if match["weekday"]:
            return self._last_weekday(match["weekday"])
        year = match["year"] or match["year2"] or match["year3"] or match["year4"]
        month = _NUMBERS.get((match["month"] or match["month2"] or match["month3"] or "").lower())
        day = match["day"] or match["day2"]
        if month is None:
            return year
        if year is None:
            return self._last_day(month, int(day) if day else None)
        if day is None:
            return f"{year}-{month:02}"
        return _iso_day(int(year), month, int(day))

    def _last_weekday(self, name: str) -> str | None:
        if self._published is None:
            return None
        wanted = [day.lower() for day in _DAYS].index(name.lower())
        return (self._published - timedelta((self._published.weekday() - wanted) % 7)).isoformat()

    def _last_day(self, month: int, day: int | None) -> str | None:
        """The last such day (or month) up to the day of publication."""
        if self._published is None:
            return None
        year = self._published.year
        if (month, day or 1) > (self._published.month, self._published.day):
            year -= 1
        return _iso_day(year, month, day) if day else f"{year}-{month:02}"


def _iso_day(year: int, month: int, day: int) -> str | None:
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return None


def _day(stated: str | None) -> date | None:
    try:
        return date.fromisoformat(stated[:10]) if stated else None
    except ValueError:
        return None
