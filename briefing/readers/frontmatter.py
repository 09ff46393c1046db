"""YAML front matter: what stands between two lines of "---" at the top of a Markdown file."""

from __future__ import annotations

import re
from collections.abc import Mapping

from briefing.errors import SourceError

FENCED = re.compile(r"---[ \t]*\n(.*?\n)??(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL)

LONGEST = 20_000
"""Characters of front matter that are read: far more than any metadata needs."""

DEEPEST = 20
"""Levels of nesting that are read; the parser would recurse into deeper ones."""


def split(text: str, path: str) -> tuple[Mapping[str, object], str]:
    """The metadata at the top of ``text``, and the text below it. Without front matter: nothing, and ``text``.

    Raises SourceError where there is front matter that is no YAML.
    """
    found = FENCED.match(text, 0, LONGEST)
    if not found:
        return {}, text
    import yaml

    try:
        stated = _load(found[1] or "")
    except (yaml.YAMLError, ValueError) as error:
        raise SourceError(
            path, f"has front matter that is not YAML ({_reason(error)})", "mend the lines between ---"
        ) from None
    if not isinstance(stated, dict):  # two rules with prose between them, and no front matter
        return {}, text
    return {str(key): value for key, value in stated.items()}, text[found.end() :]


def _load(front: str) -> object:
    import yaml

    depth = 0
    for event in yaml.parse(front, yaml.SafeLoader):  # reads without recursion, unlike safe_load
        depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
        if depth > DEEPEST:
            raise ValueError(f"nested deeper than {DEEPEST} levels")
    return yaml.safe_load(front)


def _reason(error: Exception) -> str:
    mark = getattr(error, "problem_mark", None)
    what = getattr(error, "problem", None) or str(error)
    return f"line {mark.line + 2}: {what}" if mark else what
