"""The second folder: each backup is also copied there, verified, thinned, and never at the cost of the first."""

from __future__ import annotations

import datetime as dt
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from journal.core.refusal import Refused
from journal.core.updating import Watched
from journal.logbook import Logbook, second_folder
from journal.logbook.backups import (
    BY_ITSELF,
    back_up_by_itself,
    found_backups,
    found_in,
    remove_unfinished,
    way_back,
)
from journal.logbook.belongings import backup_folder
from journal.logbook.second_folder import copy_newest, copy_there, is_on_same_disk, made_in
from tests.journals import JournalAt, note

NOON = dt.datetime(2026, 11, 22, 12, tzinfo=dt.UTC)
HOUR = dt.timedelta(hours=1)


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    """Stands for another disk."""
    folder = tmp_path / "stick"
    folder.mkdir()
    return folder


@pytest.fixture
def second(book: Logbook, stick: Path) -> Path:
    note(book, "one")
    return made_in(stick, book.path)


# --- which folder ----------------------------------------------------------------------------------------------------


def test_a_folder_of_its_own_is_made_below_the_chosen_one(plain_book: Logbook, stick: Path) -> None:
    made = made_in(stick, plain_book.path)
    assert made == stick / "plain-backups" and made.is_dir()
    assert made_in(stick, plain_book.path) == made


def test_copies_of_another_journal_of_that_name_keep_their_folder(plain_book: Logbook, stick: Path) -> None:
    taken = stick / "plain-backups"
    taken.mkdir()
    (taken / "plain-2026-11-01-120000-auto.leaf").write_bytes(b"of another computer")
    assert made_in(stick, plain_book.path) == stick / "plain-backups-2"


def test_a_folder_that_has_our_copies_is_used_again(plain_book: Logbook, stick: Path) -> None:
    note(plain_book, "one")
    folder = made_in(stick, plain_book.path)
    copy_there(plain_book, plain_book.backup(), folder, NOON)
    assert made_in(stick, plain_book.path) == folder
    assert made_in(folder, plain_book.path) == folder


def test_the_first_folder_cannot_be_the_second(plain_book: Logbook) -> None:
    backup_folder(plain_book.path).mkdir()
    with pytest.raises(Refused) as refused:
        made_in(backup_folder(plain_book.path), plain_book.path)
    assert refused.value.code == "second-folder-is-first"


def test_a_folder_that_is_not_there_or_takes_nothing_is_refused(plain_book: Logbook, stick: Path) -> None:
    with pytest.raises(Refused) as missing:
        made_in(stick / "gone", plain_book.path)
    assert missing.value.code == "second-folder-missing"
    (stick / "plain-backups").write_bytes(b"a file")
    assert made_in(stick, plain_book.path).name == "plain-backups-2"
    with pytest.raises(Refused) as unusable:
        made_in(Path("/proc"), plain_book.path)
    assert unusable.value.code == "second-folder-unusable"


def test_one_on_the_journals_own_disk_is_told_from_others(plain_book: Logbook, stick: Path) -> None:
    assert is_on_same_disk(stick, plain_book.path)
    assert not is_on_same_disk(Path("/proc"), plain_book.path)
    assert not is_on_same_disk(stick / "gone", plain_book.path)


# --- copies ----------------------------------------------------------------------------------------------------------


def test_the_newest_is_copied_once_and_holds_the_same(book: Logbook, journal: JournalAt, second: Path) -> None:
    backup = book.backup(made=NOON)
    copy = copy_newest(book, second, NOON)
    assert copy == second / backup.name
    assert copy.read_bytes() == backup.read_bytes()
    assert copy.stat().st_mode & 0o777 == 0o600
    assert copy_newest(book, second, NOON) is None
    assert [found.second for found in found_backups(book.path, second)] == [False, True]


def test_one_of_a_folder_that_is_gone_fails_alone_and_the_folder_is_not_made(book: Logbook, second: Path) -> None:
    second.rmdir()
    assert back_up_by_itself(book, NOON) is not None
    with pytest.raises(Refused) as refused:
        copy_newest(book, second, NOON)
    assert refused.value.code == "second-folder-missing"
    assert not second.exists() and len(found_backups(book.path, second)) == 1


def test_a_damaged_backup_is_not_copied_and_the_one_before_it_is(book: Logbook, second: Path) -> None:
    sound = book.backup(made=NOON - HOUR)
    bad = book.backup(made=NOON)
    bad.write_bytes(bad.read_bytes()[:8192])
    assert copy_newest(book, second, NOON) == second / sound.name
    assert [path.name for path in second.iterdir()] == [sound.name]


def test_what_reads_back_otherwise_is_not_kept(book: Logbook, second: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write = second_folder._write

    def on_a_failing_disk(backup: Path, unfinished: Path, watched: Watched) -> None:
        write(backup, unfinished, watched)
        unfinished.write_bytes(unfinished.read_bytes()[:-1] + b"?")

    backup = book.backup(made=NOON)
    monkeypatch.setattr(second_folder, "_write", on_a_failing_disk)
    with pytest.raises(Refused) as refused:
        copy_newest(book, second, NOON)
    assert refused.value.code == "second-folder-unlike"
    assert list(second.iterdir()) == [] and backup.exists()


def test_a_full_disk_there_is_said_of_that_folder(book: Logbook, second: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def no_room(_backup: Path, unfinished: Path, _watched: Watched) -> None:
        unfinished.write_bytes(b"half")
        raise OSError(28, "No space left on device")

    book.backup(made=NOON)
    monkeypatch.setattr(second_folder, "_write", no_room)
    with pytest.raises(Refused) as refused:
        copy_newest(book, second, NOON)
    assert refused.value.code == "second-folder-full" and refused.value.values["path"] == second
    assert list(second.iterdir()) == []


def test_a_disk_that_is_taken_out_meanwhile_is_said_to_be_missing(
    book: Logbook, second: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def taken_out(_backup: Path, unfinished: Path, _watched: Watched) -> None:
        unfinished.parent.rename(unfinished.parent.with_name("taken out"))
        raise OSError(5, "Input/output error")

    backup = book.backup(made=NOON)
    monkeypatch.setattr(second_folder, "_write", taken_out)
    with pytest.raises(Refused) as refused:
        copy_newest(book, second, NOON)
    assert refused.value.code == "second-folder-missing" and backup.exists()


def test_whoever_waits_can_stop_it_and_nothing_is_left(book: Logbook, second: Path) -> None:
    book.backup(made=NOON)
    with pytest.raises(Refused):
        copy_newest(book, second, NOON, Watched(lambda _step: None, lambda: True))
    assert list(second.iterdir()) == []


def test_one_of_a_wrong_clock_does_not_stand_for_the_newest(book: Logbook, second: Path) -> None:
    book.backup(made=NOON + 900 * 24 * HOUR)
    now = book.backup(made=NOON)
    assert copy_newest(book, second, NOON) == second / now.name


def test_copies_are_thinned_as_backups_are_and_those_asked_for_stay(book: Logbook, second: Path) -> None:
    day = NOON - 10 * 24 * HOUR
    made = [book.backup(None, BY_ITSELF, made=day + n * HOUR) for n in range(3)]
    asked = book.backup(made=day - HOUR)
    for backup in (*made, asked):
        copy_there(book, backup, second, day + 4 * HOUR)
    newest = book.backup(None, BY_ITSELF, made=NOON)
    copy_newest(book, second, NOON)
    assert {found.path.name for found in found_in(second, book.path)} == {made[-1].name, asked.name, newest.name}
    assert all(backup.exists() for backup in made)


def test_what_a_killed_program_left_there_goes(book: Logbook, second: Path) -> None:
    old = second / f"{book.path.stem}-2026-11-21-120000-auto.part"
    fresh = second / f"{book.path.stem}-2026-11-22-120000-auto.part"
    for path in (old, fresh):
        path.write_bytes(b"half")
    os.utime(old, (time.time() - 90, time.time() - 90))
    assert remove_unfinished(book.path, second)
    assert (old.exists(), fresh.exists()) == (False, True)
    fresh.unlink()
    assert not remove_unfinished(book.path, second)
    assert not remove_unfinished(book.path, second / "gone")


def test_where_only_the_second_folder_is_left_it_tells_whether_there_is_a_passphrase(
    book: Logbook, journal: JournalAt, second: Path
) -> None:
    backup = book.backup(made=NOON)
    copy_newest(book, second, NOON)
    backup.unlink()
    assert way_back(book.path, second)[:2] == (True, journal.passphrase is None)


_KILLED_WHILE_COPYING = """
import os, signal, sys
from pathlib import Path
from journal.logbook import Logbook, second_folder
from tests.journals import FixedClock

def half(backup, unfinished, _watched):
    unfinished.write_bytes(backup.read_bytes()[:20_000])
    os.kill(os.getpid(), signal.SIGKILL)

second_folder._write = half
book = Logbook.open(Path(sys.argv[1]), clock=FixedClock())
second_folder.back_up_twice(book, Path(sys.argv[2]))
"""


@pytest.mark.slow
def test_a_program_that_is_killed_while_copying_leaves_the_first_whole_and_nothing_for_long(
    plain_journal: JournalAt, tmp_path: Path
) -> None:
    second = tmp_path / "stick"
    second.mkdir()
    with plain_journal.open() as book:
        note(book, "one")
    command = [sys.executable, "-c", _KILLED_WHILE_COPYING, str(plain_journal.path), str(second)]
    assert subprocess.run(command, check=False, cwd=Path(__file__).parents[2]).returncode == -signal.SIGKILL
    (left,) = second.iterdir()
    assert left.suffix == ".part"
    os.utime(left, (time.time() - 90, time.time() - 90))
    with plain_journal.open() as book:
        assert not remove_unfinished(book.path, second)
        (backup,) = found_backups(book.path, second)
        assert copy_newest(book, second, NOON) == second / backup.path.name
        assert (second / backup.path.name).read_bytes() == backup.path.read_bytes()
