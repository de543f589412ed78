"""The stall watch of the bench: a planted stall is seen."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.bench.stalls import silences
from tests.journals import dose, new_journal


@pytest.mark.slow
def test_a_planted_stall_is_seen(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")
    journal = new_journal(tmp_path / "x.leaf", None)
    with journal.open() as book:
        dose(book)
    assert silences(journal.path, ("today",), planted=True)["today"] >= 150
