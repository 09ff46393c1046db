"""A published file held against itself: what it prints against the record, claims and excerpts that it carries."""

from briefing.verifying.published.carried import Carried, read
from briefing.verifying.published.checks import Failure, verify_file, verify_sources

__all__ = ["Carried", "Failure", "read", "verify_file", "verify_sources"]
