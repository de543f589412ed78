"""Copies that were opened and counted, and the check of a journal."""

from __future__ import annotations

import os
import random
import threading
import time
from pathlib import Path

import pytest

from journal.core.entries import Note
from journal.db import backup as backups
from journal.errors import UserError
from journal.logbook import Logbook
from tests.journals import PASSPHRASE, JournalAt, dose, new_journal, note, now, product, raw

PAGE = 4096


def test_a_backup_opens_and_holds_everything(book: Logbook, journal: JournalAt) -> None:
    dose(book, product=product(book), text="with toast")
    note(book, "a quiet day")
    copy = book.backup()
    assert copy.parent == journal.path.parent / "backups"
    assert copy.suffix == ".leaf"
    with JournalAt(copy, journal.passphrase, journal.clock).open() as there:
        assert there.days(there.today(), there.today()) == book.days(book.today(), book.today())
        assert there.undo_step == book.undo_step
        assert there.check() == []


def test_backups_never_overwrite_each_other(book: Logbook, tmp_path: Path) -> None:
    folder = tmp_path / "elsewhere" / "deep"
    assert len({book.backup(folder) for _ in range(3)}) == 3
    assert len(list(folder.iterdir())) == 3


@pytest.mark.quick_every(3)
@pytest.mark.parametrize("fault", ["zero bytes", "cut", "half", "flipped", "other"])
def test_a_bad_copy_is_never_called_a_backup(
    book: Logbook, journal: JournalAt, monkeypatch: pytest.MonkeyPatch, fault: str, tmp_path: Path
) -> None:
    for n in range(30):
        note(book, f"note {n} " + "and more " * 200)
    copying = backups._copy

    def badly(file: object, unfinished: Path, watched: object) -> None:
        copying(file, unfinished, watched)  # type: ignore[arg-type]
        content = unfinished.read_bytes()
        unfinished.write_bytes(_damaged(content, fault, len(content)))

    monkeypatch.setattr(backups, "_copy", badly)
    before = journal.sha256()
    with pytest.raises(UserError) as failed:
        book.backup(tmp_path / "copies")
    assert failed.value.code in ("backup-failed", "journal-damaged", "journal-busy")
    assert list((tmp_path / "copies").iterdir()) == []
    book.close()
    assert journal.sha256() == before


def _damaged(content: bytes, fault: str, size: int) -> bytes:
    if fault == "flipped":
        # The root page of a table: there even the plain file's check sees it. Cell contents have no checksum there.
        return content[: PAGE + 8] + bytes(byte ^ 0xFF for byte in content[PAGE + 8 : PAGE + 40]) + content[PAGE + 40 :]
    return {"zero bytes": b"", "cut": content[: size - PAGE], "half": content[: size // 2], "other": b"x" * size}[fault]


def test_a_copy_with_missing_rows_is_refused(
    book: Logbook, journal: JournalAt, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    note(book, "one")
    copying = backups._copy

    def badly(file: object, unfinished: Path, watched: object) -> None:
        copying(file, unfinished, watched)  # type: ignore[arg-type]
        with raw(JournalAt(unfinished, journal.passphrase, journal.clock)) as connection:
            connection.execute("DELETE FROM note")

    monkeypatch.setattr(backups, "_copy", badly)
    with pytest.raises(UserError) as failed:
        book.backup(tmp_path / "copies")
    assert failed.value.code == "backup-failed"
    assert failed.value.values["reason"] == "note: not all that was saved, or more"
    assert list((tmp_path / "copies").iterdir()) == []


def test_a_save_while_it_copies_does_not_make_a_backup_fail(
    book: Logbook, journal: JournalAt, monkeypatch: pytest.MonkeyPatch
) -> None:
    note(book, "before")
    copying, pending = backups._copy, [Note(at=now(book), text=f"meanwhile {n}") for n in range(4)]

    def with_a_save(file: object, unfinished: Path, watched: object) -> None:
        book.save(*pending[:1])
        copying(file, unfinished, watched)  # type: ignore[arg-type]
        book.save(*pending[1:2])
        del pending[:2]
        book.save_draft("dose", "half typed")

    monkeypatch.setattr(backups, "_copy", with_a_save)
    copy = book.backup()
    with JournalAt(copy, journal.passphrase, journal.clock).open() as there:
        assert there.check() == []
        assert there.totals()[0] >= 2


def test_backups_in_a_thread_beside_saves_are_sound(book: Logbook, journal: JournalAt, tmp_path: Path) -> None:
    copies: list[Path] = []
    worker = threading.Thread(target=lambda: copies.extend(book.backup(tmp_path / "copies") for _ in range(2)))
    worker.start()
    written = 0
    while worker.is_alive():
        note(book, f"note {written}")
        written += 1
        time.sleep(0.01)
    worker.join()
    assert len(copies) == 2
    for copy in copies:
        with JournalAt(copy, journal.passphrase, journal.clock).open() as there:
            assert there.check() == []
            assert there.totals()[0] <= written


def test_what_a_killed_backup_left_goes_with_the_next_one(book: Logbook, tmp_path: Path) -> None:
    """Only the program's own leftovers, and none that may still be written to."""
    folder = tmp_path / "copies"
    folder.mkdir()
    stem, old = book.path.stem, time.time() - 2 * 3600
    forgotten = [f"{stem}-2026-11-20-080000-backup.part", f"{stem}-2026-11-20-080000-before-import-2.part"]
    fresh = f"{stem}-2026-11-22-080000-backup.part"
    others = ["other-2026-11-20-080000-backup.part", f"{stem}.part", f"{stem}-2026-11-20-080000-backup.leaf", "x.new"]
    for name in (*forgotten, fresh, *others):
        (folder / name).write_bytes(b"half a journal")
        if name != fresh:
            os.utime(folder / name, (old, old))
    copy = book.backup(folder)
    assert {path.name for path in folder.iterdir()} == {copy.name, fresh, *others}


def test_a_backup_that_was_killed_is_called_as_the_next_one_expects(
    book: Logbook, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    def killed(_: object, unfinished: Path, __: object) -> None:
        unfinished.write_bytes(b"half a journal")
        os.utime(unfinished, (1, 1))
        monkeypatch.setattr(Path, "unlink", lambda *_, **__: None)
        raise KeyboardInterrupt

    folder = tmp_path / "copies"
    with monkeypatch.context() as patched, pytest.raises(KeyboardInterrupt):
        patched.setattr(backups, "_copy", killed)
        book.backup(folder, "before-update")
    monkeypatch.undo()
    assert len(list(folder.iterdir())) == 1
    copy = book.backup(folder)
    assert list(folder.iterdir()) == [copy]


# --- the check ------------------------------------------------------------------------------------------------


def test_a_sound_journal_has_no_problems(book: Logbook) -> None:
    dose(book, product=product(book), text="toast")
    note(book, "words")
    assert book.check() == []


def test_an_orphan_is_found(journal: JournalAt) -> None:
    with journal.open() as book:
        dose(book, product=product(book))
    with raw(journal) as connection:
        connection.execute("UPDATE dose SET product = 'nobody'")
    with journal.open() as book:
        assert book.check() == ["a dose refers to a missing product"]


def test_words_that_are_gone_are_found(journal: JournalAt) -> None:
    with journal.open() as book:
        note(book, "a quiet day")
    with raw(journal) as connection:
        connection.execute("DELETE FROM note_text_data WHERE id > 10")
    with journal.open() as book:
        assert any("note_text" in problem for problem in book.check())


def test_words_of_another_row_are_found(journal: JournalAt) -> None:
    with journal.open() as book:
        note(book, "a quiet day")
    with raw(journal) as connection:
        connection.execute("UPDATE note_text_content SET c0 = 'never said'")
    with journal.open() as book:
        assert any("note_text" in problem for problem in book.check())


def test_an_index_that_lies_is_found(plain_journal: JournalAt) -> None:
    with plain_journal.open() as book:
        for n in range(5):
            note(book, f"note {n}", minutes=n)
    with raw(plain_journal) as connection:
        (page,) = connection.execute("SELECT rootpage FROM sqlite_master WHERE name = 'note_by_local_ms'").fetchone()
    content = bytearray(plain_journal.path.read_bytes())
    # Two of the index page's cell pointers change places, so that its order is wrong.
    at = (page - 1) * PAGE + 8
    content[at : at + 4] = content[at + 2 : at + 4] + content[at : at + 2]
    plain_journal.path.write_bytes(content)
    with plain_journal.open() as book:
        assert book.check() != []


def test_every_flipped_bit_of_an_encrypted_journal_is_found(tmp_path: Path) -> None:
    """A plain file has no checksums: what its check can find is tested above."""
    journal = new_journal(tmp_path / "x.leaf", PASSPHRASE)
    with journal.open() as book:
        for n in range(20):
            note(book, f"note {n} " + "and more " * 100)
    whole = journal.path.read_bytes()
    chance = random.Random(1)
    for _ in range(10):
        content = bytearray(whole)
        # The first page holds the salt, whose damage is told apart from a wrong passphrase (see test_refusals).
        content[chance.randrange(PAGE, len(content))] ^= 1 << chance.randrange(8)
        journal.path.write_bytes(content)
        assert found_in(journal)
        assert journal.path.read_bytes() == content


def found_in(journal: JournalAt) -> bool:
    try:
        with journal.open() as book:
            return book.check() != []
    except UserError as problem:
        return problem.code == "journal-damaged"
