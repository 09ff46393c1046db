"""Numbers in running text: where they stand, what they are worth, and whether they are figures at all."""

from __future__ import annotations

import re
from collections.abc import Iterator

from briefing.language.lexicon import either, lexicon
from briefing.language.numbers import digits, words
from briefing.language.numbers.dates import MONTHS
from briefing.language.numbers.excluded import ADDRESS, JUNK, is_excluded
from briefing.language.numbers.lines import Line, Numeral, line
from briefing.language.numbers.ranges import joined
from briefing.language.numbers.units import CODES, MONEY_AFTER, MONEY_BEFORE, money

_ATOM = re.compile(
    rf"(?=\d)(?:(?P<junk>{JUNK})|(?P<digits>{digits.DIGITS}))|"
    rf"\b(?=[a-z])(?:(?P<part>{words.PARTS})|(?P<words>{words.WORDS})|(?P<address>{ADDRESS}))",
    re.IGNORECASE,
)
_SUFFIX = re.compile(r"[^\W\d_]+|%")
_MAGNITUDE = re.compile(rf"[ \u00a0\u202f\n-]?({either(words.MAGNITUDES)})s?\b", re.IGNORECASE)
_PERCENT = re.compile(
    r"\s?(?:%|٪|(?:percentage|percent|per cent|pct)(?![^\W\d_]))(-?\s?points?\b)?|[ ](pp|ppts?)\b", re.IGNORECASE
)
_SPEAKS_OF_RATIO = re.compile(r"\b(?:ratios?|odds)\b", re.IGNORECASE)
_BELOW_ZERO = re.compile(r"\s?(?:°|º|degrees\b)")
_FALLEN = re.compile(r"[(|\t]\s*[-−–]$")
"""What stands before a share that fell: the edge of a cell or bracket, and a minus sign."""
_MONTH_BEFORE = re.compile(rf"\b(?:{either(MONTHS)})\.? $")
_OTHER_HALF = re.compile(r"(?:first|second|latter|last|other|better|past|next)\W$", re.IGNORECASE)
_GLUED: dict[str, int] = lexicon("numbers")["glued"]
_SHORT = re.compile(rf"[ \u00a0]({either(_GLUED)})\b", re.IGNORECASE)
_NO_MAGNITUDES = frozenset(["LAC", "MN"])
_OF_MANY = re.compile(
    r" (?:the|its|their|all(?: the)?) (?:[a-z]+ )?(?:[a-z]{3,}[^\Ws]s|people|children|men|women|population|staff)\b"
)
_NOTE = re.compile(r"\d{1,2}(?!\d)|(?:\[\d{1,3}\])+")
_AGAIN = re.compile(r"\s?\((\d[\d,]*)\)")
_SHORT_UNITS = frozenset(
    form for kind in lexicon("units").values() for forms in kind.values() for form in forms if len(form) <= 4
)
_FOLLOWING = re.compile(r"[ -]([^\W\d_]+)")
_METRES = frozenset(lexicon("numbered")["after_metres"])
_CLOSING = frozenset(".!?,;:”\"’')]")


def read_line(text: str, start: int, end: int, more: int | None = None) -> Line | None:
    """The tokens of ``text[start:end]`` with its figures among them; None where there is none.

    Numbers that are no figures (dates, years, times, ages, labels) stay as plain tokens. Where a line break cuts a
    sentence short, ``more`` is how far its words go on: they are tokens, too, but their numbers are not read here.
    """
    found = list(numerals(text, start, end))
    if not found:
        return None
    tokens = line(text, start, more or end, found)
    before: str | None = None
    drop: list[int] = []
    for i, numeral in enumerate(tokens.numerals):
        if numeral is not None:
            before = is_excluded(tokens, i, before)
            if before is not None:
                drop.append(i)
    for i in drop:
        tokens.numerals[i] = None
    kept = [numeral for numeral in tokens.numerals if numeral is not None]
    if not kept:
        return None
    merged = joined(tokens)
    if merged is tokens:
        return tokens
    return merged


def numerals(text: str, start: int, end: int) -> Iterator[Numeral]:
    """Every number in the text, each with the magnitude, currency or per cent that is written with it."""
    at = start
    while True:
        match = _ATOM.search(text, at, end)
        if match is None:
            return
        at = max(match.end(), match.start() + 1)
        if match.lastgroup == "part":
            if _is_part(text, match, start):
                yield Numeral(*match.span(), words.part(match.group()), words=True, unit="share")
        elif match.lastgroup == "junk":
            yield from _ratio(text, match, start)
        elif match.lastgroup == "words":
            for numeral in _in_words(text, match, end):
                at = max(at, numeral.end)
                yield numeral
        elif match.lastgroup == "digits":
            found, at = _in_digits(text, match, start, end)
            if found is not None:
                at = max(at, found.end)
                yield found


def _is_part(text: str, match: re.Match[str], start: int) -> bool:
    """Whether a match of PARTS is a share of several things, not "the second half of" or "half the story"."""
    if _OTHER_HALF.search(text, max(start, match.start() - 8), match.start()):
        return False
    return text.startswith(" of ", match.end()) or bool(_OF_MANY.match(text, match.end()))


def _ratio(text: str, match: re.Match[str], start: int) -> Iterator[Numeral]:
    """The ratio that a match like a time of day is, where the words before speak of one ("a ratio of 1:40")."""
    parts = match.group().split(":")
    if len(parts) != 2 or not all(part.isdigit() for part in parts) or not int(parts[1]):
        return
    if _SPEAKS_OF_RATIO.search(text, max(start, match.start() - 60), match.start()):
        yield Numeral(*match.span(), int(parts[0]) / int(parts[1]), unit="ratio")


def _in_words(text: str, match: re.Match[str], end: int) -> Iterator[Numeral]:
    for first, last, value in words.read(match.group()):
        if words.is_vague(match.group()[first:last]):
            continue
        numeral = Numeral(match.start() + first, match.start() + last, value, words=True)
        numeral.power = words.power(match.group()[first:last])
        if match.start() + last == match.end():
            again = _AGAIN.match(text, numeral.end, end)
            if again and digits.read(again.group(1).replace(",", "")) == value:
                numeral.end = again.end()
            _with_share(text, numeral, end)
        yield numeral


def _in_digits(text: str, match: re.Match[str], start: int, end: int) -> tuple[Numeral | None, int]:
    """The number at a match of digits, or None where the characters around it say that it is none; where to go on."""
    first, last = match.span()
    if " " in match.group() and _MONTH_BEFORE.search(text, max(start, first - 12), first):
        last = text.index(" ", first)  # "on April 12 300 people", two numbers
    written = text[first:last]
    value = digits.read(written)
    note = _NOTE.match(text, last, end)
    after = note.end() if note else last
    if value is None:
        return None, last
    numeral = Numeral(first, last, value)
    numeral.grouped = digits.with_point_as_comma(written)
    numeral.spaced = digits.is_spaced(written)
    _with_money_before(text, numeral, start)
    if numeral.unit is None and _is_glued_before(text, first, start):
        return None, after
    if note:
        numeral.note = after
        return numeral, after
    suffix = _SUFFIX.match(text, last, end)
    if suffix and suffix.group() != "%" and not _takes_suffix(text, numeral, suffix):
        return None, suffix.end()
    if numeral.unit is not None:
        _with_short_magnitude(text, numeral, end)
    if _is_below_zero(text, numeral, start):
        numeral.start, numeral.value = first - 1, -numeral.low
    if numeral.end == last:
        _with_magnitude(text, numeral, end)
    _with_share(text, numeral, end)
    return numeral, numeral.end


def _with_money_before(text: str, numeral: Numeral, start: int) -> None:
    found = MONEY_BEFORE.search(text, max(start, numeral.start - 6), numeral.start)
    if found:
        numeral.unit = money(found.group().strip())
        numeral.start = found.start()


def _is_glued_before(text: str, first: int, start: int) -> bool:
    """Whether the character before the digits makes them a name or a note ("F16", "COVID-19", "missing.1")."""
    if first <= start:
        return False
    before = text[first - 1]
    if before.isalpha() or before in "_#@№/":
        return True
    earlier = text[first - 2] if first - 2 >= start else " "
    if before == "[" and not earlier.isspace():  # a note's number behind a word
        return True
    if before in "-‐‑":
        return earlier.isalpha() and not text[max(start, first - 10) : first - 1].lower().endswith("magnitude")
    if before == ")" or (before == "," and earlier.isdigit()):
        return True
    return before in _CLOSING and (earlier.isalpha() or earlier in _CLOSING) and before not in ":"


def _is_below_zero(text: str, numeral: Numeral, start: int) -> bool:
    """Whether the minus sign before a temperature belongs to it."""
    signed = numeral.start > start and text[numeral.start - 1] in "-−–"
    if signed and _PERCENT.match(text, numeral.end) and _FALLEN.search(text, max(0, numeral.start - 4), numeral.start):
        return True
    return (
        signed
        and text[numeral.start - 2 : numeral.start - 1] in ("", " ", "(")
        and bool(_BELOW_ZERO.match(text, numeral.end))
    )


def _takes_suffix(text: str, numeral: Numeral, suffix: re.Match[str]) -> bool:
    """Whether letters that touch the digits leave them a number: a magnitude, a unit, a noun without its space."""
    letters = suffix.group()
    power = _GLUED.get(letters.lower()) or words.MAGNITUDES.get(letters.lower())
    if power and (len(letters) > 1 or letters in "kK" or numeral.unit or _is_million(text, suffix)):
        numeral.power = power
        numeral.value = _times(numeral.low, power)
        numeral.end += len(letters)
        return True
    if numeral.unit is None and letters in CODES:
        numeral.unit = letters
        numeral.end += len(letters)
        return True
    return letters in _SHORT_UNITS or (len(letters) > 2 and letters.islower())


def _is_million(text: str, suffix: re.Match[str]) -> bool:
    """Whether a bare "m" behind digits is a million, not a metre: something that is counted follows."""
    following = _FOLLOWING.match(text, suffix.end())
    return suffix.group() in "mM" and following is not None and following.group(1).lower() not in _METRES


def _with_magnitude(text: str, numeral: Numeral, end: int) -> None:
    found = _MAGNITUDE.match(text, numeral.end, end)
    while found and numeral.end < end and found.group(1) not in _NO_MAGNITUDES:
        numeral.power = words.MAGNITUDES[found.group(1).lower()]
        numeral.value = _times(numeral.low, numeral.power)
        numeral.end = found.end()
        numeral.grouped = None
        found = _MAGNITUDE.match(text, numeral.end, end)


def _with_short_magnitude(text: str, numeral: Numeral, end: int) -> None:
    """Take the letters that multiply a sum of money and stand apart from it ("USD 1.2 m")."""
    found = _SHORT.match(text, numeral.end, end)
    if found:
        numeral.power = _GLUED[found.group(1).lower()]
        numeral.value = _times(numeral.low, numeral.power)
        numeral.end = found.end()


def _times(value: int | float, power: int) -> int | float:
    product = round(value * power, 6)
    return int(product) if product == int(product) else product


def _with_share(text: str, numeral: Numeral, end: int) -> None:
    """Take the per cent or the currency that stands after the number."""
    if numeral.unit is not None:
        return
    share = _PERCENT.match(text, numeral.end, end)
    if share:
        numeral.unit = "percentage-points" if share.group(1) or share.group(2) else "percent"
        numeral.end = share.end()
        return
    currency = MONEY_AFTER.match(text, numeral.end, end)
    if currency and not numeral.words:
        numeral.unit = money(currency.group().strip())
        numeral.end = currency.end()
