"""restore lists the backups and goes back to one; the journal that it replaces is kept."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest

from journal import device, paths
from journal.core.queries import EntryQuery
from journal.db import restoring
from journal.logbook import Logbook
from journal.logbook.belongings import backup_folder
from tests.command_line import Run, options_for
from tests.journals import PASSPHRASE, START_MS, FixedClock, JournalAt, new_journal, note


def backed_up(journal: JournalAt, *texts: str) -> Path:
    """A backup made after these notes were saved."""
    with journal.open() as book:
        for text in texts:
            note(book, text)
        return book.backup()


def notes(journal: JournalAt) -> set[str]:
    with journal.open(read_only=True) as book:
        return {getattr(entry, "text", "") for entry in book.find(EntryQuery())}


def kept(journal: JournalAt) -> list[Path]:
    return sorted(backup_folder(journal.path).glob("*-replaced*.leaf"))


def unbroken(said: str) -> str:
    """Without the ends of lines."""
    return " ".join(said.split())


def hashes(folder: Path) -> dict[str, str]:
    return {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in folder.rglob("*.leaf")}


# --- the list --------------------------------------------------------------------------------------------------------


def test_without_a_name_the_backups_are_listed(run: Run, journal: JournalAt, secret: Path) -> None:
    older = backed_up(journal, "one")
    newer = backed_up(journal, "two")
    code, said, _ = run(*options_for(journal, secret), "restore")
    assert code == 0
    lines = said.splitlines()
    seen = dict(zip(lines[::2], lines[1::2], strict=True))
    assert seen.keys() == {newer.name, older.name}
    assert "opened and counted: 2 entries" in seen[newer.name]
    assert "opened and counted: 1 entry" in seen[older.name]


def test_no_line_is_wider_than_a_terminal(run: Run, plain_journal: JournalAt) -> None:
    """Nor is a word cut where a line ends."""
    backed_up(plain_journal, "one")
    (backup_folder(plain_journal.path) / f"{plain_journal.path.stem}-2026-11-20-213000-auto.leaf").write_text("no")
    (backup_folder(plain_journal.path) / f"{plain_journal.path.stem}-2026-11-21-213000-auto.leaf").touch()
    said = run("--journal", plain_journal.path, "restore")[1]
    assert len(said.splitlines()) > 6
    assert all(len(line) < 80 for line in said.splitlines() if str(plain_journal.path.parent) not in line)
    assert "is not a journal of this program." in unbroken(said)
    assert ", 0 bytes," in said


def test_it_counts_as_the_check_does(run: Run, plain_journal: JournalAt) -> None:
    """With settings and the trash: what a .json file holds."""
    with plain_journal.open() as book:
        book.delete([note(book, "one").id])
        note(book, "two")
        book.backup()
    journal = ("--journal", plain_journal.path)
    checked = next(line for line in run(*journal, "check")[1].splitlines() if "in all" in line)
    assert f"opened and counted: {checked.partition(' in all')[0]}, 1 in the Diary" in run(*journal, "restore")[1]


def test_a_damaged_one_is_listed_as_damaged(run: Run, plain_journal: JournalAt, secret: Path) -> None:
    backup = backed_up(plain_journal, *(f"note {n} " + "and more " * 200 for n in range(30)))
    with backup.open("r+b") as file:
        file.seek(4096 * 8)
        file.write(b"\xff" * 4096)
    code, said, _ = run(*options_for(plain_journal, secret), "restore")
    assert code == 0
    assert "damaged" in said
    assert "opened and counted" not in said


def test_without_backups_that_is_said(run: Run, journal: JournalAt, secret: Path) -> None:
    code, said, _ = run(*options_for(journal, secret), "restore")
    assert code == 0
    assert "No backups yet. They are made in" in said


def test_a_second_folder_that_is_not_there_may_hold_some(run: Run, plain_journal: JournalAt, tmp_path: Path) -> None:
    plain_journal.open().close()
    second = device.SecondFolder(tmp_path / "stick")
    device.change(paths.device_file(), lambda now: device.with_second_folder(now, plain_journal.path, second))
    code, said, problems = run("--journal", plain_journal.path, "restore")
    assert code == 0 and said == "There are no backups beside the journal.\n"
    assert f"The second folder {tmp_path / 'stick'} is not there now." in problems


# --- going back ------------------------------------------------------------------------------------------------------


def test_one_that_lies_only_in_the_second_folder_is_found_by_its_name(
    run: Run, plain_journal: JournalAt, tmp_path: Path
) -> None:
    backup, second = backed_up(plain_journal, "one"), tmp_path / "stick"
    second.mkdir()
    backup.rename(second / backup.name)
    there = device.SecondFolder(second)
    device.change(paths.device_file(), lambda now: device.with_second_folder(now, plain_journal.path, there))
    with plain_journal.open() as book:
        note(book, "two")
    status, said, problems = run("--journal", plain_journal.path, "restore", backup.name)
    assert status == 0, problems
    assert f"Restored from {backup.name}" in said and notes(plain_journal) == {"one"}


def test_the_backups_entries_are_back_and_the_journal_is_kept(run: Run, journal: JournalAt, secret: Path) -> None:
    backup = backed_up(journal, "one")
    backed_up(journal, "two")
    code, said, _ = run(*options_for(journal, secret), "restore", backup.name)
    assert code == 0
    assert "Not in it: 1 entry of the journal of today." in said
    assert "1 entry." in said
    assert notes(journal) == {"one"}
    (replaced,) = kept(journal)
    assert str(replaced) in said
    assert notes(JournalAt(replaced, journal.passphrase, journal.clock)) == {"one", "two"}


def test_the_way_forward_again_is_the_same_way(run: Run, journal: JournalAt, secret: Path) -> None:
    backup = backed_up(journal, "one")
    backed_up(journal, "two")
    run(*options_for(journal, secret), "restore", backup.name)
    (replaced,) = kept(journal)
    assert run(*options_for(journal, secret), "restore", replaced.name)[0] == 0
    assert notes(journal) == {"one", "two"}


def test_the_backup_is_not_touched_and_writing_goes_on(run: Run, journal: JournalAt, secret: Path) -> None:
    backup = backed_up(journal, "one")
    before = hashlib.sha256(backup.read_bytes()).hexdigest()
    run(*options_for(journal, secret), "restore", backup.name)
    backed_up(journal, "three")
    assert notes(journal) == {"one", "three"}
    assert hashlib.sha256(backup.read_bytes()).hexdigest() == before


def test_onto_a_computer_without_a_journal(run: Run, journal: JournalAt, secret: Path, tmp_path: Path) -> None:
    backup = backed_up(journal, "one")
    new = JournalAt(tmp_path / "new" / "journal.leaf", journal.passphrase, journal.clock)
    code, said, _ = run(*options_for(new, secret), "restore", backup)
    assert code == 0
    assert "kept" not in said
    assert notes(new) == {"one"}


def test_a_journal_that_is_only_noise_by_now_is_replaced_and_kept(run: Run, journal: JournalAt, secret: Path) -> None:
    backup = backed_up(journal, "one")
    journal.path.write_bytes(b"\x00" * 5000)
    code, said, _ = run(*options_for(journal, secret), "restore", backup.name)
    assert code == 0
    assert "could not be counted" in said
    assert notes(journal) == {"one"}
    assert kept(journal)[0].read_bytes() == b"\x00" * 5000


def test_what_a_cut_write_left_beside_the_journal_does_not_reach_the_new_one(
    run: Run, journal: JournalAt, secret: Path
) -> None:
    backup = backed_up(journal, "one")
    journal.path.write_bytes(b"\x00" * 5000)
    hot = journal.path.with_name(journal.path.name + "-journal")
    hot.write_bytes(b"\xd9\xd5\x05\xf9\x20\xa1\x63\xd7" + b"\x01" * 5000)
    assert run(*options_for(journal, secret), "restore", backup.name)[0] == 0
    assert notes(journal) == {"one"}
    assert not hot.exists()


# --- refused, with everything as it was -------------------------------------------------------------------------------


def test_while_the_journal_is_open_nothing_changes(run: Run, journal: JournalAt, secret: Path) -> None:
    backup = backed_up(journal, "one")
    before = hashes(journal.path.parent)
    with journal.open():
        code, _, why = run(*options_for(journal, secret), "restore", backup.name)
    assert code == 1
    assert "open in another window" in why
    assert hashes(journal.path.parent) == before


@pytest.mark.quick_every(2)
@pytest.mark.parametrize("fault", ["cut", "empty", "text", "missing", "folder", "itself"])
def test_what_is_no_good_backup_changes_nothing(
    run: Run, journal: JournalAt, secret: Path, tmp_path: Path, fault: str
) -> None:
    backup = backed_up(journal, *(f"note {n} " + "and more " * 200 for n in range(30)))
    bad = tmp_path / "bad.leaf"
    bad.write_bytes({"cut": backup.read_bytes()[:8192], "text": b"My diary"}.get(fault, b""))
    named = {"missing": tmp_path / "nowhere.leaf", "folder": tmp_path, "itself": journal.path}.get(fault, bad)
    before = hashes(journal.path.parent)
    code, said, why = run(*options_for(journal, secret), "restore", named)
    assert (code, said) == (1, "")
    assert why.strip()
    assert hashes(journal.path.parent) == before


def test_the_other_passphrase_changes_nothing(run: Run, journal: JournalAt, tmp_path: Path) -> None:
    backup = backed_up(journal, "one")
    other = tmp_path / "other.txt"
    other.write_text("not this one", encoding="utf-8")
    before = hashes(journal.path.parent)
    code, said, _ = run("--journal", journal.path, "--passphrase-file", other, "restore", backup.name)
    assert (code, said) == (1, "")
    assert hashes(journal.path.parent) == before


def test_a_copy_that_lacks_rows_is_not_put_in_place(
    run: Run, journal: JournalAt, secret: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    backup = backed_up(journal, "one")
    counted = iter(({"note": 1}, {"note": 0}))
    monkeypatch.setattr(restoring, "row_counts", lambda _connection: next(counted))
    before = hashes(journal.path.parent)
    code, _, why = run(*options_for(journal, secret), "restore", backup.name)
    assert code == 1
    assert "damaged" in why
    assert hashes(journal.path.parent) == before


def test_the_other_passphrase_is_not_called_damage(run: Run, tmp_path: Path) -> None:
    """Somebody could throw good backups away."""
    journal = new_journal(tmp_path / "secret.leaf", PASSPHRASE)
    backup = backed_up(journal, "one")
    other = tmp_path / "other.txt"
    other.write_text("not this one", encoding="utf-8")
    for arguments in (("restore",), ("restore", backup.name)):
        _, said, why = run("--journal", journal.path, "--passphrase-file", other, *arguments)
        told = unbroken(said + why)
        assert "is damaged" not in told
        assert "does not open with the passphrase that was given" in told


def test_a_journal_that_is_a_link_is_gone_back_to_where_it_lies(
    run: Run, plain_journal: JournalAt, secret: Path, tmp_path: Path
) -> None:
    backup = backed_up(plain_journal, "one")
    backed_up(plain_journal, "two")
    link = tmp_path / "elsewhere" / "link.leaf"
    link.parent.mkdir()
    link.symlink_to(plain_journal.path)
    with plain_journal.open():
        assert run("--journal", link, "restore", backup)[0] == 1
    assert run("--journal", link, "restore", backup)[0] == 0
    assert link.is_symlink()
    assert notes(plain_journal) == {"one"}
    assert not kept(plain_journal)[0].is_symlink()


def test_a_link_that_leads_nowhere_makes_no_journal(run: Run, tmp_path: Path) -> None:
    link = tmp_path / "link.leaf"
    link.symlink_to(tmp_path / "stick" / "journal.leaf")
    code, _, why = run("--journal", link, "log", "note", "--create", "x")
    assert code == 1
    assert "is a link to" in why
    assert link.is_symlink()


@pytest.mark.parametrize("year", ["0001", "2150", "9999"])
def test_a_date_that_only_a_wrong_clock_gives_does_not_hide_the_list(
    run: Run, plain_journal: JournalAt, secret: Path, year: str
) -> None:
    backup = backed_up(plain_journal, "one")
    odd = backup.with_name(f"{plain_journal.path.stem}-{year}-12-31-235958-backup.leaf")
    odd.write_bytes(backup.read_bytes())
    code, said, _ = run(*options_for(plain_journal, secret), "restore")
    assert code == 0
    assert said.count("opened and counted: 1 entry") == 2


def test_losing_the_passphrase_is_said(run: Run, tmp_path: Path) -> None:
    plain = new_journal(tmp_path / "plain.leaf", None)
    backup = backed_up(plain, "one")
    locked = new_journal(tmp_path / "locked.leaf", PASSPHRASE)
    code, said, _ = run("--journal", locked.path, "restore", "--without-passphrase", backup)
    assert code == 0
    assert "the journal has none any more" in said


@pytest.mark.parametrize("given", [True, False])
def test_no_passphrase_is_lost_unasked(run: Run, tmp_path: Path, secret: Path, given: bool) -> None:
    """It went by itself: said only once everything that was written from then on could be read."""
    backup = backed_up(new_journal(tmp_path / "plain.leaf", None), "one")
    locked = new_journal(tmp_path / "locked.leaf", PASSPHRASE)
    before = hashes(tmp_path)
    secret.write_text(PASSPHRASE, encoding="utf-8")
    journal = options_for(locked, secret) if given else ("--journal", locked.path)
    code, said, why = run(*journal, "restore", backup)
    assert (code, said) == (1, "") and "--without-passphrase" in why
    assert hashes(tmp_path) == before


def test_getting_one_back_is_said_with_what_stays_readable(run: Run, tmp_path: Path, secret: Path) -> None:
    locked = new_journal(tmp_path / "journal.leaf", PASSPHRASE)
    with_one = backed_up(locked, "one")
    with_one = with_one.rename(with_one.with_name("journal-2026-01-02-030405-backup.leaf"))
    plain = backed_up(new_journal(tmp_path / "before" / "journal.leaf", None), "two")
    secret.write_text(PASSPHRASE, encoding="utf-8")
    journal = options_for(locked, secret)
    assert run(*journal, "restore", "--without-passphrase", plain)[0] == 0
    code, said, why = run(*journal, "restore", with_one.name)
    assert (code, why) == (0, "")
    assert "Not in it: 1 entry of the journal of today." in said, (
        "the journal of today was opened without the passphrase"
    )
    assert "the journal has it now" in said and "1 copy without a passphrase is left" in said
    (readable,) = (path for path in kept(locked) if not Logbook.needs_passphrase(path))
    assert str(readable) in said.partition("1 copy")[2]


def test_a_passphrase_that_neither_needs_is_left_out(run: Run, plain_journal: JournalAt, secret: Path) -> None:
    backup = backed_up(plain_journal, "one")
    secret.write_text(PASSPHRASE, encoding="utf-8")
    journal = ("--journal", plain_journal.path, "--passphrase-file", secret)
    code, said, _ = run(*journal, "restore")
    assert code == 0 and "opened and counted: 1 entry" in said
    code, _, why = run(*journal, "restore", backup.name)
    assert code == 1 and "Leave the passphrase out." in why


def unreadable(path: Path, how: str) -> None:
    match how:
        case "empty":
            path.touch()
        case "folder":
            path.mkdir()
        case "text":
            path.write_text("Dear diary, " * 1000)


@pytest.mark.parametrize("how", ["missing", "empty", "folder", "text"])
def test_a_name_that_is_no_journals_is_refused(run: Run, tmp_path: Path, how: str) -> None:
    """Somebody who mistyped it would believe that there are no backups, and a script that all is well."""
    path = tmp_path / "mistyped.leaf"
    unreadable(path, how)
    code, said, why = run("--journal", path, "restore")
    assert (code, said) == (1, "")
    assert str(path) in why
    none = "There is no backup of it beside it." if how == "empty" else "There is no backup of mistyped.leaf in"
    assert why.count("no backup") == 1 and none in why


def test_backups_of_a_damaged_journal_are_listed_beside_what_is_wrong(run: Run, plain_journal: JournalAt) -> None:
    """They are what was asked for."""
    backup = backed_up(plain_journal, "one")
    plain_journal.path.write_bytes(b"")
    code, said, why = run("--journal", plain_journal.path, "restore")
    assert code == 0 and backup.name in said and "is empty (0 bytes)" in why


def test_the_folder_is_named_in_full(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert f"in {tmp_path / 'backups'}" in run("--journal", "mistyped.leaf", "restore")[2]


def test_one_without_a_passphrase_is_called_so_where_the_journal_has_one(run: Run, tmp_path: Path) -> None:
    """It was said not to open without a passphrase, which is just how it opens."""
    journal = new_journal(tmp_path / "journal.leaf", PASSPHRASE)
    plain = backed_up(new_journal(tmp_path / "before" / "journal.leaf", None), "one")
    (tmp_path / "backups").mkdir()
    plain = plain.rename(tmp_path / "backups" / plain.name)
    secret = tmp_path / "secret.txt"
    secret.write_text(PASSPHRASE, encoding="utf-8")
    for arguments in (("restore",), ("restore", plain.name)):
        _, said, why = run("--journal", journal.path, "--passphrase-file", secret, *arguments)
        told = unbroken(said + why)
        assert f"{plain.name} has no passphrase" in told and "--without-passphrase" in told
    assert run("--journal", journal.path, "restore", "--without-passphrase", plain.name)[0] == 0


def test_of_a_missing_journal_its_backups_are_the_way_and_not_a_new_one(run: Run, plain_journal: JournalAt) -> None:
    backup = backed_up(plain_journal, "one")
    plain_journal.path.unlink()
    code, said, why = run("--journal", plain_journal.path, "restore")
    assert code == 0 and backup.name in said
    assert "These are backups of it" in why and "to make one" not in why


@pytest.mark.parametrize("damaged", [False, True])
def test_a_plain_file_from_elsewhere_is_not_to_be_encrypted_where_it_is_not_listed(
    run: Run, secret: Path, tmp_path: Path, damaged: bool
) -> None:
    locked = new_journal(tmp_path / "locked.leaf", PASSPHRASE)
    other = new_journal(tmp_path / "elsewhere.leaf", None)
    if damaged:
        other.path.write_bytes(other.path.read_bytes()[:-5000])
    code, said, why = run(*options_for(locked, secret), "restore", other.path)
    assert (code, said) == (1, "") and "in the window" not in why
    assert ("--without-passphrase" in why) is not damaged


# --- of another journal ----------------------------------------------------------------------------------------------


def test_a_backup_of_another_journal_is_named_as_that_and_taken_only_when_that_is_wanted(
    run: Run, journal: JournalAt, secret: Path, tmp_path: Path
) -> None:
    """It went through in one step, and said that its entries would come back."""
    with journal.open() as book:
        note(book, "ours")
    (tmp_path / "elsewhere").mkdir()
    another = new_journal(tmp_path / "elsewhere" / "other.leaf", journal.passphrase, FixedClock(START_MS + 1))
    other = backed_up(another, "theirs")
    before, ours = hashes(tmp_path), options_for(journal, secret)
    code, said, why = run(*ours, "restore", other)
    assert (code, said) == (1, "")
    assert f"{other.name} is a backup of another journal" in unbroken(why) and "--of-another-journal" in why
    assert hashes(tmp_path) == before
    code, said, _ = run(*ours, "restore", "--of-another-journal", other)
    assert code == 0 and "This is a backup of another journal" in said and "come back" not in said
    assert notes(journal) == {"theirs"} and len(kept(journal)) == 1
