"""How long the main thread of the real window is silent when a place is seen the first time, against 100 ms."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from tests.bench.journals import ROOT, made_up
from tests.bench.measure import Figure, figure
from tests.bench.start import why_not as why_not
from tests.bench.visited import TEN_YEARS

YEARS = 10
RUNS = 5
LIMIT_S = 0.1
PLACES = (
    *("nothing", "diary", "trends", "report", TEN_YEARS),
    *("products", "safety", "emergency", "settings", "today", "diary"),
)


def figures() -> Iterator[Figure]:
    """The longest silence right after the start and at each place, visited within the first ten seconds."""
    path = made_up(YEARS)
    runs = [silences(path, PLACES) for _ in range(RUNS)]
    for place in runs[0]:
        pairs = [(run[place] / 1000, LIMIT_S) for run in runs]
        yield figure(f"longest silence at {place}, {YEARS} years / 100 ms", pairs, 1.0, _ms)


def silences(path: Path, places: tuple[str, ...], planted: bool = False) -> dict[str, float]:
    """By place, in milliseconds, from a process of its own; ``planted`` lets it stand still for 150 ms at the first."""
    command = [sys.executable, "-m", "tests.bench.visited", str(path), "planted" if planted else "", *places]
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    done = subprocess.run(command, env=environment, capture_output=True, text=True, timeout=120, check=True)
    found: dict[str, float] = json.loads(done.stdout)
    return found


def _ms(seconds: float) -> str:
    return f"{seconds * 1000:.0f} ms"
