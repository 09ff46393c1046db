"""Addresses -> snapshots: web pages saved into a folder of sources, once, with when and what. Never part of a build."""

from briefing.fetching.fetch import Fetched, addresses, fetch
from briefing.fetching.limits import Limits

__all__ = ["Fetched", "Limits", "addresses", "fetch"]
