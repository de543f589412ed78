"""rescue writes what can be read of a damaged journal into a new one, and says what is missing."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest

from journal.core.entries import Product, Rating, Symptom
from journal.core.kinds import KINDS
from journal.core.queries import EntryQuery
from tests.command_line import Run, options_for, refused
from tests.files.make import HERE as FILES
from tests.journals import PASSPHRASE, FixedClock, JournalAt, dose, new_journal, note, raw


def notes(at: JournalAt) -> set[str]:
    with at.open(read_only=True) as book:
        return {getattr(entry, "text", "") for entry in book.find(EntryQuery())}


def with_notes(journal: JournalAt, *texts: str) -> None:
    with journal.open() as book:
        for text in texts:
            note(book, text)


def new_beside(journal: JournalAt) -> JournalAt:
    return JournalAt(journal.path.with_name("new.leaf"), journal.passphrase, journal.clock)


def test_the_new_journal_holds_what_was_read(run: Run, journal: JournalAt, secret: Path) -> None:
    with_notes(journal, "one", "two")
    before = journal.sha256()
    new = new_beside(journal)
    code, said, _ = run(*options_for(journal, secret), "rescue", "--to", new.path)
    assert code == 0
    assert "2 entries were read and are as they were saved." in said
    assert "Nothing is missing." in said
    assert str(new.path) in said
    assert notes(new) == {"one", "two"}
    assert journal.sha256() == before


def test_what_is_doubtful_is_counted_and_left_out(run: Run, plain_journal: JournalAt) -> None:
    with_notes(plain_journal, "one", "two")
    with raw(plain_journal) as connection:
        connection.execute("UPDATE note SET text = 'three' WHERE text = 'two'")
    new = new_beside(plain_journal)
    code, said, _ = run("rescue", plain_journal.path, "--to", new.path)
    assert code == 0
    assert "1 entry was read and is as it was saved." in said
    assert "notes: read 1, left out as doubtful 1, lost 0." in said
    assert "Something is missing on 22 Nov 2026." in said
    assert "they are not in the new journal:\nnotes: 2026-11-22 10:30, text “three”" in said
    assert notes(new) == {"one"}


def test_what_a_doubtful_entry_is_of_is_named(run: Run, plain_journal: JournalAt) -> None:
    """By its id nobody can write it down again; thoughts of suicide are masked as on a screen."""
    green = Product(name="Green tea")
    rated = [Symptom(name="Sore knee"), Symptom(code="nausea"), Symptom(code="suicidal_thoughts")]
    with plain_journal.open() as book:
        book.save(green, *rated)
        taken = dose(book, product=green)
        for symptom in rated:
            book.save(Rating(at=taken.at, symptom=symptom.id, value=6))
    with raw(plain_journal) as connection:
        connection.execute("UPDATE dose SET note = 'flipped'")
        connection.execute("UPDATE rating SET value = 7")
    said = run("rescue", plain_journal.path, "--to", new_beside(plain_journal).path)[1]
    for name in ("product “Green tea”", "symptom “Sore knee”", "symptom “Nausea”", "symptom “Hidden rating”"):
        assert name in said
    assert green.id not in said and not any(symptom.id in said for symptom in rated)


def test_the_table_has_a_line_for_each_kind(run: Run, plain_journal: JournalAt) -> None:
    with_notes(plain_journal, "one", "two")
    code, said, _ = run("rescue", plain_journal.path, "--to", new_beside(plain_journal).path, "--tsv")
    assert code == 0
    lines = {line.split("\t")[0]: line.split("\t")[1:] for line in said.splitlines()}
    assert lines["notes"] == ["2", "0", "0", "counted"]
    assert lines["changes"] == ["2", "0", "0", "counted"]


def test_of_a_file_that_was_cut_it_says_what_is_not_known(run: Run, plain_journal: JournalAt) -> None:
    """The tables of doses and ratings begin where nothing is any more: that is not the same as having held nothing."""
    with plain_journal.open() as book:
        book.save(Product(name="Green tea"))
    with_notes(plain_journal, "one")
    content = plain_journal.path.read_bytes()
    with raw(plain_journal) as connection:
        (root,) = connection.execute("SELECT rootpage FROM sqlite_master WHERE name = 'rating'").fetchone()
    plain_journal.path.write_bytes(content[: (root - 1) * 4096])
    new, pages = new_beside(plain_journal), len(content) // 4096
    code, said, _ = run("rescue", plain_journal.path, "--to", new.path)
    assert code == 0 and "Nothing is missing" not in said
    assert f"shorter than it should be by about {pages - root + 1} of {pages} pages; how many entries are" in said
    assert "ratings" in next(line for line in said.splitlines() if line.startswith("Nothing could be read of these"))
    assert "On which days something is missing is not known." in said
    new.path.unlink()
    code, said, _ = run("rescue", plain_journal.path, "--to", new.path, "--tsv")
    lines = {line.split("\t")[0]: line.split("\t")[1:] for line in said.splitlines()}
    assert lines.keys() >= {kind.plural for kind in KINDS.values()}
    assert lines["ratings"] == ["0", "0", "?", "not known"]


def test_what_was_added_behind_a_whole_journal_is_told_as_that(run: Run, plain_journal: JournalAt) -> None:
    """It was called incomplete, and after the rescue its beginning had been destroyed."""
    with_notes(plain_journal, "one")
    for added in (b"x" * 5000, bytes(8192)):
        with plain_journal.path.open("ab") as file:
            file.write(added)
        said = run("rescue", plain_journal.path, "--to", new_beside(plain_journal).path)[1]
        assert "1 entry was read and is as it was saved.\nNothing is missing." in said and "beginning" not in said
        new_beside(plain_journal).path.unlink()
        if len(added) == 5000:
            said = refused(run("--journal", plain_journal.path, "check"))
            assert "or something was added to it" in said and "incomplete" not in said


def test_of_a_sound_journal_without_entries_nothing_is_called_unreadable(run: Run, plain_journal: JournalAt) -> None:
    with plain_journal.open():
        pass
    said = refused(run("rescue", plain_journal.path, "--to", new_beside(plain_journal).path))
    assert "There is no entry in" in said and "none is missing" in said
    assert not new_beside(plain_journal).path.exists()


def test_a_destroyed_salt_is_found_in_a_backup(run: Run, journal: JournalAt, secret: Path) -> None:
    with journal.open() as book:
        note(book, "one")
        book.backup()
    with journal.path.open("r+b") as file:
        file.write(bytes(16))
    new = new_beside(journal)
    code, said, _ = run(*options_for(journal, secret), "rescue", "--to", new.path)
    assert code == 0
    assert "The beginning of the file was destroyed and was put together again." in said
    assert notes(new) == {"one"}


def test_a_destroyed_salt_is_found_in_a_copy_of_any_name(run: Run, tmp_path: Path, secret: Path) -> None:
    """The words say to put one into the folder, and name no name."""
    journal = new_journal(tmp_path / "k.leaf", PASSPHRASE)
    with journal.open() as book:
        note(book, "one")
    (tmp_path / "backups").mkdir(exist_ok=True)
    shutil.copyfile(journal.path, tmp_path / "backups" / "from the attic.leaf")
    with journal.path.open("r+b") as file:
        file.write(bytes(16))
    new = new_beside(journal)
    assert run(*options_for(journal, secret), "rescue", "--to", new.path)[0] == 0
    assert notes(new) == {"one"}


@pytest.mark.parametrize("content", [bytes(9 * 4096), b"a quiet day\n" * 4096], ids=["zeros", "letters"])
def test_what_is_no_noise_is_not_said_to_have_a_passphrase(run: Run, tmp_path: Path, content: bytes) -> None:
    (tmp_path / "k.leaf").write_bytes(content)
    code, _, refused = run("rescue", tmp_path / "k.leaf", "--to", tmp_path / "new.leaf")
    assert code == 1 and "Nothing could be read" in refused


def test_an_open_journal_is_not_rescued(run: Run, plain_journal: JournalAt) -> None:
    with plain_journal.open():
        code, _, refused = run("rescue", plain_journal.path, "--to", new_beside(plain_journal).path)
    assert code == 1
    assert "open" in refused
    assert not new_beside(plain_journal).path.exists()


def test_a_name_that_is_taken_and_a_missing_journal_are_refused(run: Run, plain_journal: JournalAt) -> None:
    taken = run("rescue", plain_journal.path, "--to", plain_journal.path)
    missing = run("rescue", plain_journal.path.with_name("none.leaf"), "--to", new_beside(plain_journal).path)
    assert (taken[0], missing[0]) == (1, 1)
    assert "already a file" in taken[2]
    assert "no journal" in missing[2]


def test_a_journal_of_the_format_before_this_one_is_rescued(run: Run, tmp_path: Path) -> None:
    """Its rows have checks, too, and the same columns."""
    old = JournalAt(tmp_path / "old.leaf", None, FixedClock())
    shutil.copyfile(FILES / "journal-0004-plain.leaf", old.path)
    with old.path.open("ab") as file:
        file.write(b"half a page")
    new = new_beside(old)
    code, said, _ = run("rescue", old.path, "--to", new.path)
    assert code == 0 and "Nothing is missing." in said
    assert "note 22" in notes(new)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes in folders there")
def test_what_is_no_journal_is_told_as_by_check(run: Run, tmp_path: Path) -> None:
    """A picture has no passphrase to be asked for, and a folder is there."""
    picture, folder, pipe, link = (tmp_path / name for name in ("picture.png", "folder", "pipe", "link"))
    picture.write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 64)
    folder.mkdir()
    os.mkfifo(pipe)
    link.symlink_to(tmp_path / "gone")
    for path in (picture, folder, pipe, link):
        checked, rescued = run("--journal", path, "check"), run("rescue", path, "--to", tmp_path / "new.leaf")
        assert rescued == checked and rescued[0] == 1
        assert not (tmp_path / "new.leaf").exists()
