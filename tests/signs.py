"""Warning signs that somebody noted, for tests that need no journal."""

from __future__ import annotations

from journal.core.entries import Answer, Rating
from journal.core.moments import moment_at
from journal.guidance.warning_signs import Noted
from tests.journals import START_MS


def noted(code: str, ago_ms: int = 0, answer: Answer | None = None, value: int = 7) -> Noted:
    """A sign rated so long before ``START_MS``; a negative time is in the future."""
    at = moment_at(START_MS - ago_ms, "Europe/Berlin")
    return Noted(code, Rating(at=at, symptom=f"symptom-{code}", value=value, answer=answer))


def all_noted(*codes: str) -> list[Noted]:
    """Signs that were rated at START_MS."""
    return [noted(code) for code in codes]
