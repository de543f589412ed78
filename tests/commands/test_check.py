"""check finds damage in the file, and counts as export does."""

from __future__ import annotations

import re
from pathlib import Path

from journal.core.preferences import setting_for
from tests.command_line import Run, fill, options_for, refused
from tests.journals import JournalAt, backup_by_name, raw


def test_check_finds_damage(run: Run, plain_journal: JournalAt) -> None:
    fill(plain_journal)
    raw = bytearray(plain_journal.path.read_bytes())
    middle = len(raw) // 2 // 4096 * 4096
    raw[middle : middle + 4096] = b"\x55" * 4096
    plain_journal.path.write_bytes(bytes(raw))
    said = refused(run("--journal", plain_journal.path, "check"))
    assert said.startswith(f"The check found damage: part of {plain_journal.path} is no longer what was saved")
    assert "with the command rescue" in said and "There is no backup of it beside it." in said
    assert not re.search("Tree|[bB]tree|page|not as saved|database", said)
    backup_by_name(plain_journal.path)
    assert "with the command restore: backups lie in" in refused(run("--journal", plain_journal.path, "check"))


def test_triggers_are_told_by_what_can_be_done_about_them(run: Run, plain_journal: JournalAt) -> None:
    fill(plain_journal)
    with raw(plain_journal) as connection:
        connection.execute("CREATE TRIGGER t AFTER INSERT ON dose BEGIN DELETE FROM note; END")
    said = refused(run("--journal", plain_journal.path, "check"))
    assert "holds triggers or views" in said and "Export its entries" in said and "damage" not in said
    with raw(plain_journal) as connection:
        connection.execute("UPDATE note SET text = 'planted'")
    assert "The check found damage" in refused(run("--journal", plain_journal.path, "check"))


def test_check_and_export_count_the_same_and_say_what(run: Run, plain_journal: JournalAt, tmp_path: Path) -> None:
    fill(plain_journal)
    at = ("--journal", plain_journal.path)
    checked = run(*at, "check")[1]
    in_all, diary = re.findall(r"(\d+) entries (in all|of the diary)", checked)
    assert in_all[1] == "in all" and diary[1] == "of the diary" and int(in_all[0]) > int(diary[0]) > 0
    for ending, (n, what) in (("json", in_all), ("zip", in_all), ("csv", diary)):
        assert f"Wrote {n} entries {what} to " in run(*at, "export", tmp_path / f"out.{ending}")[1]


def test_a_damaged_search_index_is_told_as_that_and_mended(run: Run, journal: JournalAt, secret: Path) -> None:
    fill(journal)
    with raw(journal) as connection:
        connection.execute("DELETE FROM note_text")
    at, damaged = options_for(journal, secret), journal.path.read_bytes()
    words = refused(run(*at, "check"))
    assert "The search index" in words and "Every entry is as it was saved." in words and "--mend-search" in words
    assert journal.path.read_bytes() == damaged
    code, said, _ = run(*at, "check", "--mend-search")
    assert code == 0 and "built anew" in said and "The journal is sound." in said
    (kept,) = (journal.path.parent / "backups").iterdir()
    assert kept.read_bytes() == damaged and str(kept) in said
    assert run(*at, "check", "--mend-search")[1].startswith("The journal is sound.")


def test_log_tells_a_page_of_the_index_that_is_lost_as_check_does(run: Run, plain_journal: JournalAt) -> None:
    """It said that the journal is damaged and has to be rescued, while check said that each entry is as it was."""
    fill(plain_journal)
    with raw(plain_journal) as connection:
        pages = connection.execute("SELECT rootpage FROM sqlite_master WHERE name = 'note_text_data'").fetchall()
    with plain_journal.path.open("r+b") as file:
        file.seek((pages[0][0] - 1) * 4096)
        file.write(bytes(4096))
    at = ("--journal", plain_journal.path)
    assert "Every entry is as it was saved." in refused(run(*at, "check"))
    said = refused(run(*at, "log", "note", "a quiet day"))
    assert "check --mend-search" in said and "nothing was saved" in said and "Rescue" not in said
    assert run(*at, "check", "--mend-search")[0] == 0
    assert run(*at, "log", "note", "a quiet day")[0] == 0


def test_a_rescued_journal_does_not_deny_what_it_lost(run: Run, plain_journal: JournalAt) -> None:
    fill(plain_journal)
    with plain_journal.open() as book:
        book.save(setting_for("rescued", "dose=162"))
    said = run("--journal", plain_journal.path, "check")[1]
    assert said.startswith(
        "The journal is sound.\nThe file was damaged, and these could not be brought back: doses (162)."
    )


def test_it_does_not_promise_that_all_that_comes_is_saved(run: Run, plain_journal: JournalAt) -> None:
    """ "What is saved from now on is kept", and the next command was refused."""
    fill(plain_journal)
    with raw(plain_journal) as connection:
        connection.execute("UPDATE seal SET total = total + 1 WHERE kind = 'note'")
    at = ("--journal", plain_journal.path)
    said = refused(run(*at, "check"))
    assert "an entry that touches that part may be refused" in said and "from now on" not in said


def test_what_more_is_damaged_is_not_mended(run: Run, plain_journal: JournalAt) -> None:
    fill(plain_journal)
    with raw(plain_journal) as connection:
        connection.execute("UPDATE note SET text = 'planted'")
    damaged = plain_journal.path.read_bytes()
    assert "The check found damage" in refused(run("--journal", plain_journal.path, "check", "--mend-search"))
    assert plain_journal.path.read_bytes() == damaged


def test_a_note_that_cannot_be_indexed_is_refused_with_the_way_out(run: Run, plain_journal: JournalAt) -> None:
    with raw(plain_journal) as connection:
        connection.execute("UPDATE note_text_config SET v = 9 WHERE k = 'version'")
    at = ("--journal", plain_journal.path)
    assert "check --mend-search" in refused(run(*at, "log", "note", "a quiet day"))
    assert run(*at, "check", "--mend-search")[0] == 0
    assert run(*at, "log", "note", "a quiet day")[0] == 0
