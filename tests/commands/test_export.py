"""export writes only files of known kinds, and never over the journal itself."""

from __future__ import annotations

from pathlib import Path

import pytest

from journal.logbook import Logbook
from tests.command_line import Run, refused
from tests.journals import FixedClock, JournalAt


def test_an_export_never_overwrites_the_journal(run: Run, tmp_path: Path, clock: FixedClock) -> None:
    odd = tmp_path / "odd.json"
    Logbook.open(odd, clock=clock, create=True).close()
    before = odd.read_bytes()
    (tmp_path / "link.json").symlink_to(odd)
    for name in ("odd.json", "link.json"):
        assert "is the journal itself" in refused(run("--journal", odd, "export", tmp_path / name))
    assert odd.read_bytes() == before


@pytest.mark.parametrize("name", ["out.xlsx", "out", "out.leaf"])
def test_an_unknown_ending_is_refused(run: Run, plain_journal: JournalAt, tmp_path: Path, name: str) -> None:
    assert ".json" in refused(run("--journal", plain_journal.path, "export", tmp_path / name))
    assert not (tmp_path / name).exists()
