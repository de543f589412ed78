"""check finds damage in the file."""

from __future__ import annotations

from tests.command_line import Run, fill, refused
from tests.journals import JournalAt


def test_check_finds_damage(run: Run, plain_journal: JournalAt) -> None:
    fill(plain_journal)
    raw = bytearray(plain_journal.path.read_bytes())
    middle = len(raw) // 2 // 4096 * 4096
    raw[middle : middle + 4096] = b"\x55" * 4096
    plain_journal.path.write_bytes(bytes(raw))
    assert "damage" in refused(run("--journal", plain_journal.path, "check"))
