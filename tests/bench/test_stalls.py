"""The stall watch of the bench: a planted stall is seen."""

from __future__ import annotations

import pytest

from tests.bench.stalls import silences
from tests.journals import JournalAt, dose


@pytest.mark.slow
def test_a_planted_stall_is_seen(plain_journal: JournalAt, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")
    with plain_journal.open() as book:
        dose(book)
    assert silences(plain_journal.path, ("today",), planted=True)["today"] >= 150
