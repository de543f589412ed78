"""Reading a large file takes a bounded amount of memory: at most three times that of a bare parse of the same file."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from tests.campaign.large_files import peak_kb, write_journal, write_short_table, write_table

MEGABYTE = 1_000_000
WRITERS = {"table": write_table, "journal": write_journal}
pytestmark = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="the peak is read from /proc")


def _times(kind: str, path: Path, size: int) -> float:
    WRITERS[kind](path, size)
    (rows, bare), (read, peak) = peak_kb(f"bare {kind}", path), peak_kb(kind, path)
    assert abs(read - rows) <= 1  # a product more, a line of names less
    assert read > size // 500
    return peak / bare


@pytest.mark.slow
@pytest.mark.parametrize("kind", WRITERS)
def test_a_file_of_a_few_megabytes_is_read_a_piece_at_a_time(kind: str, tmp_path: Path) -> None:
    assert _times(kind, tmp_path / "file", 4 * MEGABYTE) <= 3


@pytest.mark.campaign
@pytest.mark.timeout(1800)  # 750,000 rows
@pytest.mark.parametrize("kind", WRITERS)
def test_a_file_of_a_hundred_megabytes_takes_three_times_a_bare_parse_at_most(kind: str, tmp_path: Path) -> None:
    assert _times(kind, tmp_path / "file", 99 * MEGABYTE) <= 3


@pytest.mark.campaign
@pytest.mark.timeout(3600)  # two million rows
def test_two_million_short_rows_take_three_times_a_bare_parse_at_most(tmp_path: Path) -> None:
    table = tmp_path / "short.csv"
    write_short_table(table, 2_000_000)
    (rows, bare), (read, peak) = peak_kb("bare table", table), peak_kb("short table", table)
    assert read == rows  # a symptom more, a line of names less
    assert peak / bare <= 3
