"""A review of the stories of the whole chain's tests."""

from __future__ import annotations

from pathlib import Path

from briefing import pipeline
from briefing.model.request import Request
from briefing.review import Desk
from tests.chain_texts import stories


def desk(folder: Path) -> Desk:
    """A review of the stories, written into ``folder``; decisions go to decisions.toml in it."""
    drawn = pipeline.draw([stories(folder / "stories")])
    return Desk(drawn, folder / "decisions.toml", "humanitarian", Request(), "R. Analyst")


def claim(of: Desk, words: str) -> str:
    """The id of the first claim whose passage has ``words``."""
    return next(str(row["id"]) for row in of.rows().values() if words in row["exact"])
