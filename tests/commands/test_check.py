"""check finds damage in the file, and counts as export does."""

from __future__ import annotations

import re
from pathlib import Path

from tests.command_line import Run, fill, refused
from tests.journals import JournalAt


def test_check_finds_damage(run: Run, plain_journal: JournalAt) -> None:
    fill(plain_journal)
    raw = bytearray(plain_journal.path.read_bytes())
    middle = len(raw) // 2 // 4096 * 4096
    raw[middle : middle + 4096] = b"\x55" * 4096
    plain_journal.path.write_bytes(bytes(raw))
    assert "damage" in refused(run("--journal", plain_journal.path, "check"))


def test_check_and_export_count_the_same_and_say_what(run: Run, plain_journal: JournalAt, tmp_path: Path) -> None:
    fill(plain_journal)
    at = ("--journal", plain_journal.path)
    checked = run(*at, "check")[1]
    in_all, diary = re.findall(r"(\d+) entries (in all|of the diary)", checked)
    assert in_all[1] == "in all" and diary[1] == "of the diary" and int(in_all[0]) > int(diary[0]) > 0
    for ending, (n, what) in (("json", in_all), ("zip", in_all), ("csv", diary)):
        assert f"Wrote {n} entries {what} to " in run(*at, "export", tmp_path / f"out.{ending}")[1]
