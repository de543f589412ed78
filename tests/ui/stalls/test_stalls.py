"""The main thread of the real window is never busy for long: at the start, and when a place is seen the first time."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from journal.demo import made_up_entries
from tests.journals import JournalAt

YEARS = 10
LIMIT_MS = 100
# Other programs hold a window up too; a run in which they did not is the one that speaks of ours.
RUNS = 4
PLACES = ["nothing", "diary", "trends", "report", "products", "safety", "emergency", "settings", "today", "diary"]

pytestmark = [pytest.mark.slow, pytest.mark.needs("Xvfb"), pytest.mark.timeout(400)]


@pytest.fixture
def ten_years(plain_journal: JournalAt) -> Path:
    with plain_journal.open() as book:
        entries = made_up_entries(1, book.today(), 365 * YEARS, "Europe/Berlin", book.clock.now_ms())
        book.save_all(entries, label="many.imported", origin="import")
    return plain_journal.path


def longest_silences(path: Path, planted: str, places: list[str]) -> dict[str, float]:
    """Of the start and of each place, in milliseconds, in a process and on a screen of its own."""
    command = ["xvfb-run", "-a", sys.executable, "-m", "tests.ui.stalls.visited", str(path), planted, *places]
    environment = {**os.environ, "QT_QPA_PLATFORM": "xcb", "PYTHONPATH": str(Path(__file__).resolve().parents[3])}
    done = subprocess.run(command, env=environment, capture_output=True, text=True, timeout=90)
    assert done.returncode == 0, done.stderr
    found: dict[str, float] = json.loads(done.stdout)
    return found


def test_no_place_holds_the_window_up(ten_years: Path) -> None:
    shortest: dict[str, float] = {}
    for _ in range(RUNS):
        for place, silence in longest_silences(ten_years, "", PLACES).items():
            shortest[place] = min(silence, shortest.get(place, silence))
        if max(shortest.values()) < LIMIT_MS:
            break
    print({place: round(silence) for place, silence in shortest.items()})
    assert {place: silence for place, silence in shortest.items() if silence >= LIMIT_MS} == {}


def test_control_a_planted_stall_is_seen(ten_years: Path) -> None:
    assert longest_silences(ten_years, "planted", ["nothing"])["nothing"] >= 150
