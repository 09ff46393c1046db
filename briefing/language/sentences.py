"""Sentences: where one ends and the next begins."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from briefing.language.lexicon import word_set
from briefing.language.verbs import verb_forms
from briefing.language.words import trimmed
from briefing.model.source import Span

CLOSERS = "\"'”’»›)]}*"
OPENERS = "\"'“‘«‹„([{*¿¡—–-"
END = re.compile(rf"(?:[.!?…۔؟。]|\.\.\.)+[{re.escape(CLOSERS)}]*(?:\[\d{{1,3}}\])*(?=\s|$)")
SIGNED = re.compile(r"\s*[—–―-]\s?[A-Z]")
LAST_WORD = re.compile(r"[^\s\"“”‘(\[]+\Z")
NEXT_WORD = re.compile(rf"\s*([{re.escape(OPENERS)}\s]*)(\w+)")
INITIALS = re.compile(r"(?:\w\.)*[^\W\d_]\Z")
LOOK_BACK = 24
LONGEST = 3000
"""Code points of a sentence; what runs on for longer is cut at white space, so that its reading stays bounded."""


@cache
def said_after() -> re.Pattern[str]:
    """A few words and a quoting verb with nothing to follow but an adjunct: what belongs to the quotation before it."""
    verbs = "|".join(
        sorted(
            form for form, verb in verb_forms().items() if verb.inverting and (form in verb.past or form.endswith("s"))
        )
    )
    adjunct = r" (?:in|at|on|to|of|during|from|with|when|as|outside|after|before|while)\b[^.“”\"]*"
    addressed = r" (?:him|her|them|reporters|me|us)\b[^.“”\"]*| [A-Z][^.“”\"]{0,60}"
    subject = r"(?:(?:the|a|an|his|her|their|one) )?(?:[\w.’'-]+ ){1,5}?"
    return re.compile(rf"\s+{subject}(?:{verbs})(?:{adjunct}|{addressed})?(?:\.|,(?!\s*[\"“‘«])|$)")


def sentences(text: str, start: int, end: int) -> list[Span]:
    """The sentences of ``text[start:end]`` (one paragraph), without white space around them.

    Sentences inside a quotation are told apart too; a full stop closed by a quotation mark ends one only where the
    next word can start a sentence.
    """
    out: list[Span] = []
    begin = start
    for match in END.finditer(text, start, end):
        if match.end() < end and ends_here(text, begin, match, end):
            out += bounded(text, *trimmed(text, begin, match.end()))
            begin = match.end()
    last = trimmed(text, begin, end)
    if last[0] < last[1]:
        out += bounded(text, *last)
    return out


def bounded(text: str, start: int, end: int) -> Iterator[Span]:
    """A sentence in pieces of at most LONGEST, cut at white space where there is any."""
    while end - start > LONGEST:
        space = max(text.rfind(sign, start, start + LONGEST) for sign in " \n\t")
        cut = space if space > start else start + LONGEST
        yield trimmed(text, start, cut)
        start = trimmed(text, cut, end)[0]
    yield start, end


def ends_here(text: str, begin: int, mark: re.Match[str], end: int) -> bool:
    """Whether the full stop, question or exclamation mark at ``mark`` ends the sentence that began at ``begin``."""
    if SIGNED.match(text, mark.end(), end) and mark.group()[-1] in CLOSERS:
        return False
    following = NEXT_WORD.match(text, mark.end(), end)
    if following is None:
        return True
    word = following.group(2)
    opened = bool(following.group(1).strip())
    if word[0].islower():
        return mark.group() == "." and plain_end(text, begin, mark)
    quoted = mark.group()[-1] not in ".!?…" and any(sign in mark.group() for sign in "\"'”’»")
    if quoted and not opened and said_after().match(text, mark.end(), end):
        return False
    if not mark.group().startswith("."):
        return True
    if mark.group().rstrip(CLOSERS) != ".":
        return opened or word[0].isupper() or not word[0].isascii()
    return stop_ends(text, begin, mark, word)


def plain_end(text: str, begin: int, mark: re.Match[str]) -> bool:
    """Whether the word before a full stop is a plain lower-case word and no abbreviation."""
    last = LAST_WORD.search(text, max(begin, mark.start() - LOOK_BACK), mark.start())
    before = last.group().rsplit("-", 1)[-1] if last else ""
    short = before in word_set("sentences", "titles") or before in word_set("sentences", "others")
    return len(before) > 1 and before.isalpha() and before.islower() and not short


def stop_ends(text: str, begin: int, mark: re.Match[str], word: str) -> bool:
    """Whether a single full stop ends a sentence before ``word``: not after a title, an initial or an abbreviation."""
    if mark.group() != ".":  # closed by a quotation mark or a bracket
        return True
    last = LAST_WORD.search(text, max(begin, mark.start() - LOOK_BACK), mark.start())
    before = last.group().rsplit("-", 1)[-1] if last else ""
    if before in word_set("sentences", "titles"):
        return before.lower() == "no" and not word[0].isdigit()
    if before in word_set("sentences", "others") or INITIALS.match(before):
        return word in word_set("sentences", "starters")
    return True
