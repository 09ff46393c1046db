"""Items: several documents in one file that a format tells apart, such as those of a feed."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from briefing.errors import SourceError
from briefing.model.notice import Notice
from briefing.readers.document import Document

Extra = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Item:
    """The text of one item, what the file states of it (None and "": nothing), and what else it says."""

    text: str
    stated: Mapping[str, object] = field(default_factory=dict)
    extra: Extra = ()
    notices: tuple[Notice, ...] = ()


def documents(items: Iterable[Item], path: str, notices: Sequence[Notice] = ()) -> tuple[Document, ...]:
    """A document for each item with words; ``notices``, of the whole file, go with the first.

    Raises SourceError where no item has words.
    """
    found, empty = [], 0
    for number, item in enumerate(items, 1):
        stated = {name: value for name, value in item.stated.items() if value}
        if re.search(r"\w", item.text):
            found.append(Document(item.text, stated, item.notices, part=f"item={number}", extra=item.extra))
        else:
            empty += 1
    if not found:
        raise SourceError(path, "holds no item with words", "save the feed or list with its texts")
    if empty:
        message = f"{empty} of its items hold no words and are not read."
        notices = (*notices, Notice("empty-records", message, path=path, limits=False))
    return replace(found[0], notices=(*notices, *found[0].notices)), *found[1:]
