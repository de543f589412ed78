"""The device file: what it holds comes back, and what cannot be read is the default."""

from __future__ import annotations

import datetime as dt
import os
import stat
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from filelock import FileLock

from journal import device
from journal.device import (
    Device,
    SecondFolder,
    change,
    damaged_file,
    exports_of,
    last_checks,
    load,
    lock_file,
    practice_of,
    salt_of,
    save,
    second_folder_of,
    with_check,
    with_copied,
    with_export,
    with_moved,
    with_practice,
    with_salt,
    with_second_folder,
    with_writes,
    writes_of,
)


def test_everything_comes_back(tmp_path: Path) -> None:
    settings = Device("dark", 175, "on", "00ff", "en", "DE", "/some/where & 100 %.leaf")
    settings = with_salt(settings, tmp_path / "journal.leaf", "ab12")
    save(settings, tmp_path / "device.ini")
    assert load(tmp_path / "device.ini") == settings
    assert (tmp_path / "device.ini").stat().st_mode & 0o777 == 0o600


@pytest.mark.parametrize(
    "content", ["", "no section", "[device]\ntext_size = 90000\n", "[device]\nnew = 1\n", "[device]\nsalts = 1\n"]
)
def test_what_cannot_be_read_is_the_default(tmp_path: Path, content: str) -> None:
    (tmp_path / "device.ini").write_text(content, encoding="utf-8")
    assert load(tmp_path / "device.ini") == Device(text_size=200 if "90000" in content else 100)


_ANOTHER_PROGRAM = """
import sys
from dataclasses import replace
from pathlib import Path
from journal import device
device._WAIT_S = 60
for n in range(50):
    device.change(Path(sys.argv[1]), lambda now: replace(now, country=f"{n}", text_size=101 + n))
"""


def test_two_programs_that_change_different_settings_lose_neither(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(device, "_WAIT_S", 60)  # on a busy machine one may get the lock again and again
    file = tmp_path / "device.ini"
    journals = [tmp_path / f"{n}.leaf" for n in range(50)]
    other = subprocess.Popen([sys.executable, "-c", _ANOTHER_PROGRAM, str(file)])
    for journal in journals:
        change(file, lambda now, journal=journal: with_salt(now, journal, journal.stem))  # type: ignore[misc]
    assert other.wait(timeout=60) == 0
    kept = load(file)
    assert (kept.country, kept.text_size) == ("49", 150)
    assert [salt_of(kept, journal) for journal in journals] == [journal.stem for journal in journals]


def test_what_does_not_change_is_not_written(tmp_path: Path) -> None:
    file = tmp_path / "folder" / "device.ini"
    assert change(file, lambda now: replace(now, country="")) == Device()
    assert not file.exists()
    assert change(file, lambda now: replace(now, country="DE")).country == load(file).country == "DE"


def test_what_is_written_survives_a_power_cut(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The file is on the disk before it takes the old one's place, and the folder after."""
    file, done = tmp_path / "device.ini", list[str]()
    sync, replace_by = os.fsync, Path.replace

    def synced(descriptor: int) -> None:
        done.append(
            "folder" if stat.S_ISDIR(os.fstat(descriptor).st_mode) else f"file of {os.fstat(descriptor).st_size}"
        )
        sync(descriptor)

    def replaced(old: Path, new: Path) -> Path:
        done.append("in place")
        return replace_by(old, new)

    monkeypatch.setattr(os, "fsync", synced)
    monkeypatch.setattr(Path, "replace", replaced)
    change(file, lambda now: replace(now, country="DE"))
    folder = ["folder"] if os.name != "nt" else []
    assert done == [f"file of {file.stat().st_size}", "in place", *folder]
    change(file, lambda now: replace(now, country="DE"))
    assert len(done) == 2 + len(folder), "nothing changed, so nothing is written"


def test_a_file_that_another_program_holds_is_a_problem_of_the_disk(tmp_path: Path) -> None:
    with FileLock(lock_file(tmp_path / "device.ini")), pytest.raises(OSError, match="lock"):
        change(tmp_path / "device.ini", lambda now: replace(now, country="DE"))


def test_changes_of_whom_to_call_come_back_and_go_with_a_damaged_file(tmp_path: Path) -> None:
    path = tmp_path / "device.ini"
    save(Device(country="US", help_lines='{"added":[["100 % me; #1 = a\\u00e4","1","","2026-11-22"]]}'), path)
    assert load(path).help_lines == '{"added":[["100 % me; #1 = a\\u00e4","1","","2026-11-22"]]}'
    path.write_bytes(path.read_bytes().replace(b"[salts]", b"[salts\xff"))
    assert load(path) == Device()


def test_a_damaged_file_is_set_aside_before_a_new_one_is_written(tmp_path: Path) -> None:
    path = tmp_path / "device.ini"
    path.write_bytes(b"[device\nhelp_lines = 555 1234\n")
    assert change(path, lambda now: replace(now, country="DE")) == Device(country="DE")
    assert load(path) == Device(country="DE")
    assert b"555 1234" in damaged_file(path).read_bytes()


def test_the_days_of_checks_come_back(tmp_path: Path) -> None:
    file, journal, other = tmp_path / "device.ini", tmp_path / "a = b: c.leaf", tmp_path / "other.leaf"
    first, then = dt.date(2026, 11, 1), dt.date(2026, 11, 29)
    settings = with_check(with_check(Device(), journal, first, thorough=True), journal, then, thorough=False)
    save(with_salt(settings, other, "ab12"), file)
    assert last_checks(load(file), journal) == (then, first)
    assert last_checks(load(file), other) == (None, None)
    assert last_checks(with_check(Device(), other, then, thorough=False), other) == (then, None)


def test_how_often_a_passphrase_was_practised_comes_back(tmp_path: Path) -> None:
    file, journal, other = tmp_path / "device.ini", tmp_path / "a = b: c.leaf", tmp_path / "other.leaf"
    day = dt.date(2026, 11, 1)
    save(with_practice(with_practice(Device(), journal, day, 0), journal, day, 1), file)
    assert practice_of(load(file), journal) == (day, 1)
    assert practice_of(load(file), other) is None
    assert with_practice(load(file), journal, None, 0) == Device()
    file.write_text(file.read_text(encoding="utf-8").replace("2026-11-01 1", "never"), encoding="utf-8")
    assert practice_of(load(file), journal) is None


# --- the second folder of backups ------------------------------------------------------------------------------------


def test_a_second_folder_comes_back_whatever_its_name(tmp_path: Path) -> None:
    journal, file = tmp_path / "journal.leaf", tmp_path / "device.ini"
    odd = SecondFolder(tmp_path / " 100 % = a:b\nc\udcff")
    save(with_second_folder(Device(), journal, odd), file)
    assert second_folder_of(load(file), journal) == odd
    assert second_folder_of(load(file), tmp_path / "other.leaf") is None
    day = dt.date(2026, 11, 22)
    assert second_folder_of(with_copied(load(file), journal, day), journal) == replace(odd, copied=day)
    assert with_second_folder(load(file), journal, None) == Device()
    assert with_copied(Device(), journal, day) == Device()


def test_a_second_folder_that_cannot_be_read_is_none(tmp_path: Path) -> None:
    journal = tmp_path / "journal.leaf"
    known = with_second_folder(Device(), journal, SecondFolder(tmp_path))
    ((key, _),) = known.second_folders
    assert second_folder_of(replace(known, second_folders=((key, "no hex"),)), journal) is None


def test_the_number_of_the_last_write_is_kept_by_the_file_that_a_link_leads_to(tmp_path: Path) -> None:
    journal, link = tmp_path / "journal.leaf", tmp_path / "link.leaf"
    link.symlink_to(journal)
    known = with_writes(with_writes(Device(), tmp_path / "other.leaf", 3), link, 12)
    save(known, tmp_path / "device.ini")
    again = load(tmp_path / "device.ini")
    assert (writes_of(again, journal), writes_of(again, link)) == (12, 12)
    forgotten = with_writes(again, journal, None)
    assert writes_of(forgotten, link) is None and writes_of(forgotten, tmp_path / "other.leaf") == 3


# --- exported files --------------------------------------------------------------------------------------------------


def test_exported_files_are_known_until_they_are_gone(tmp_path: Path) -> None:
    journal, file = tmp_path / "journal.leaf", tmp_path / "device.ini"
    first, second = tmp_path / "all of it 100 %.json", tmp_path / "diary\udcff.csv"
    known = Device()
    for export in (first, second, first):
        export.touch()
        known = with_export(known, journal, export)
    save(known, file)
    assert exports_of(load(file), journal) == (second, first)
    assert exports_of(load(file), tmp_path / "other.leaf") == ()
    second.unlink()
    assert exports_of(with_export(known, journal, first), journal) == (first,)


def test_the_newest_of_many_are_known(tmp_path: Path) -> None:
    known = Device()
    for number in range(30):
        (tmp_path / f"{number}.json").touch()
        known = with_export(known, tmp_path / "journal.leaf", tmp_path / f"{number}.json")
    assert [file.stem for file in exports_of(known, tmp_path / "journal.leaf")] == [str(n) for n in range(10, 30)]


def test_exports_that_cannot_be_read_are_none(tmp_path: Path) -> None:
    known = with_export(Device(), tmp_path / "journal.leaf", tmp_path / "all.json")
    ((key, _),) = known.exports
    assert exports_of(replace(known, exports=((key, "no hex"),)), tmp_path / "journal.leaf") == ()


def test_what_is_known_of_a_journal_moves_with_it(tmp_path: Path) -> None:
    old, new = tmp_path / "old.leaf", tmp_path / "new.leaf"
    known = with_export(with_second_folder(Device(), old, SecondFolder(tmp_path)), old, tmp_path / "all.json")
    moved = with_moved(known, old, new)
    assert second_folder_of(moved, new) == SecondFolder(tmp_path) and exports_of(moved, new) == (tmp_path / "all.json",)
    assert second_folder_of(moved, old) is None and exports_of(moved, old) == ()
