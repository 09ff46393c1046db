"""Tests of briefing.verifying.published."""
