"""The points of the campaign that are tests: run by number, told by how many passed and how many plant a fault."""

from __future__ import annotations

import re
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

_ROOT = Path(__file__).parent.parent.parent
_PLANTS_A_FAULT = re.compile(r"::test_\w*(?:planted|control|damaged|refused|wrong|bad|kill)\w*.* PASSED")


@dataclass(frozen=True, slots=True)
class Point:
    """What is claimed, and the tests that show it, as pytest is asked for them."""

    number: int
    claim: str
    where: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Outcome:
    """How many tests passed and did not, and how many of the first have a fault in their name."""

    passed: int
    failed: int
    faults: int


BY_TESTS = (
    Point(4, "a full disk in saving, copying, exporting, changing the passphrase",
          ("tests/db/test_rekeying.py", "tests/exchange/test_files.py", "tests/ui/shell/test_unsaved.py")),
    Point(5, "an end in the middle of a copy, an export, an import",
          ("tests/logbook/test_open.py", "tests/db/test_backup.py", "tests/exchange/test_cut_files.py")),
    Point(7, "migrations from every format, stopped and killed",
          ("tests/db/test_migrate.py", "tests/db/test_checks_migrated.py", "tests/db/test_what_else_migrated.py")),
    Point(8, "a journal of every format, plain and encrypted, opens", ("tests/db/test_released.py",)),
    Point(10, "random steps, undo and redo against a model", ("tests/logbook/test_model.py",)),
    Point(18, "going back to backups", ("tests/logbook/test_backups.py", "tests/commands/test_restore.py")),
    Point(19, "files and folders that cannot be written", ("tests/logbook/test_open.py", "tests/db/test_engine.py")),
    Point(21, "hostile files to import", ("tests/exchange/test_hostile.py",)),
    Point(22, "archives that are traps", ("tests/exchange/test_files.py", "tests/exchange/test_zip_out.py")),
    Point(23, "out and in again", ("tests/exchange/test_json.py", "tests/exchange/test_csv.py")),
    Point(24, "files of any bytes, opened and rescued", ("tests/db/test_rescue.py", "tests/db/test_damaged_source.py")),
    Point(25, "databases of others", ("tests/db/test_foreign_schema.py",)),
    Point(26, "difficult words in every field", ("tests/logbook/test_entries.py", "tests/core/test_plaintext.py")),
    Point(27, "markup that is only letters", ("tests/campaign/test_network.py", "tests/ui/entries/test_note_form.py")),
    Point(28, "markup and long notes on paper", ("tests/reports/test_notes.py", "tests/reports/test_pdf.py")),
    Point(29, "searches for anything", ("tests/db/test_find.py",)),
    Point(30, "numbers as people write them",
          ("tests/core/test_typed_numbers.py", "tests/core/test_typed_amounts.py")),
    Point(31, "no network", ("tests/campaign/test_network.py",)),
    Point(33, "files that only their owner can read",
          ("tests/test_device.py", "tests/exchange/test_files.py", "tests/ui/shell/test_window.py")),
    Point(34, "errors that tell nothing of the journal", ("tests/ui/shell/test_crash.py",)),
    Point(35, "where files are written", ("tests/test_device.py", "tests/test_packaging.py")),
    Point(36, "the lock", ("tests/ui/lock", "tests/ui/shell/test_own_locking.py", "tests/ui/shell/test_hiding.py")),
    Point(37, "passphrases of all kinds", ("tests/db/test_connection.py", "tests/core/test_passphrases.py")),
    Point(38, "reports with a password", ("tests/reports/test_pdf.py", "tests/ui/report/test_saved_file.py")),
    Point(39, "deleted for good", ("tests/db/test_trash.py",)),
    Point(41, "zones and instants", ("tests/core/test_moments.py",)),
    Point(42, "hours that are skipped or come twice", ("tests/core/test_typed_times.py",)),
    Point(43, "journeys between zones", ("tests/core/test_journal_day.py", "tests/core/test_moments.py")),
    Point(44, "when a day begins", ("tests/core/test_journal_day.py", "tests/db/test_journal_days.py")),
    Point(45, "clocks that jump", ("tests/ui/shell/test_clock_question.py", "tests/core/test_backup_thinning.py")),
    Point(46, "planted faults", ("tests/test_promises.py", "tests/test_planted_kind.py", "tests/campaign")),
    Point(49, "storage, plain and encrypted", ("tests/db", "tests/logbook")),
)  # fmt: skip

NOT_RUN = {
    40: "asks the package index: `python3 -m tests platforms`",
    47: "coverage is measured by hand",
    48: "repeats the whole suite: `python3 -m tests`, many times",
    50: "takes eight hours",
}


def outcome(point: Point, whole: bool) -> Outcome:
    """Run the tests of a point in a process of their own; ``whole``: the slow ones too."""
    lane = ["-m", "not campaign"] if whole else []
    command = [sys.executable, "-m", "pytest", "-v", "-p", "no:cacheprovider", *lane, *point.where]
    done = subprocess.run(command, cwd=_ROOT, capture_output=True, text=True, check=False)
    lines = done.stdout.splitlines()
    passed = sum(" PASSED" in line for line in lines)
    failed = sum(line.startswith(("FAILED", "ERROR")) for line in lines)
    unfinished = done.returncode not in (0, 1) or not passed
    return Outcome(passed, failed or int(unfinished), sum(bool(_PLANTS_A_FAULT.search(line)) for line in lines))
