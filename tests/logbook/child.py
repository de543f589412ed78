"""Children of test_open: processes that hold, crash, or have a small disk of their own."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

from journal.core.entries import Note
from journal.core.refusal import Refused
from journal.errors import UserError
from journal.logbook import Logbook
from tests.journals import FixedClock, JournalAt, note, now


def main() -> None:
    what, path, passphrase, *rest = sys.argv[1:]
    journal = JournalAt(Path(path), passphrase or None, FixedClock())
    acts: dict[str, Callable[..., None]] = {"hold": hold, "crash": crash, "view": view, "full": full}
    acts[what](journal, *rest)


def hold(journal: JournalAt, how: str = "write", *_: str) -> None:
    """Open, say how many entries there are, and wait to be killed."""
    book = journal.open(read_only=how == "read")
    print(book.totals()[0], flush=True)
    time.sleep(60)


def crash(journal: JournalAt, *_: str) -> None:
    """Save one note, then die in the middle of writing the next."""
    book = journal.open()
    note(book, "acknowledged")
    with book._file.writing() as transaction:
        transaction.exec_driver_sql("PRAGMA cache_size=1")
        for n in range(200):
            transaction.exec_driver_sql("INSERT INTO draft VALUES (?, ?, 1)", (str(n), "half written " * 100))
        os._exit(9)


def _moved(journal: JournalAt, folder: str) -> JournalAt:
    there = Path(folder) / "journal.leaf"
    shutil.copyfile(journal.path, there)
    return JournalAt(there, journal.passphrase, journal.clock)


def view(journal: JournalAt, folder: str, how: str) -> None:
    """The journal on a disk, or in a file, that cannot be written to."""
    there = _moved(journal, folder)
    before = there.sha256()
    if how == "read-only":
        subprocess.run(["mount", "-o", "remount,ro", folder], check=True)
        with_banner = {"folder-read-only"}
    else:
        subprocess.run(["mount", "--bind", str(there.path), str(there.path)], check=True)
        subprocess.run(["mount", "-o", "remount,ro,bind", str(there.path)], check=True)
        with_banner = {"no-permission", "folder-read-only"}
    with there.open() as book:
        assert book.view_only is not None
        assert book.view_only.code in with_banner, book.view_only.code
        assert isinstance(book.view_only, UserError)
        assert book.totals()[0] == 1
        assert _refused(book) == book.view_only.code
        assert book.check() == []
    assert there.sha256() == before
    if how == "read-only":
        _new_is_refused(Path(folder) / "new.leaf")


def _refused(book: Logbook) -> str:
    try:
        note(book, "more")
    except Refused as refused:
        return refused.code
    return "written"


def _new_is_refused(path: Path) -> None:
    try:
        Logbook.open(path, clock=FixedClock(), create=True)
    except UserError as refused:
        assert refused.code == "folder-read-only", refused.code
    else:
        raise AssertionError("made a journal where nothing can be written")


def full(journal: JournalAt, folder: str, _: str) -> None:
    """A disk of 2 MB that fills up: what was acknowledged stays, and after making room it goes on."""
    there = _moved(journal, folder)
    with there.open() as book:
        saved = _until_full(book)
        _leftovers(book, Path(folder))
        assert _texts(book) == saved
        filler = Path(folder) / "filler"
        filler.unlink()
        saved.append(note(book, "room again").text)
        assert _texts(book) == saved
        assert book.check() == []
    with there.open() as book:
        assert _texts(book) == saved


def _until_full(book: Logbook) -> list[str]:
    """Save until the disk is full, with less and less room left beside the journal; a refused save changes nothing."""
    saved: list[str] = []
    filler = book.path.parent / "filler"
    with filler.open("wb") as file:
        file.write(b"\0" * 900_000)
    refused = 0
    while refused < 20:
        text = f"note {len(saved)} " + "words " * 800
        try:
            book.save(Note(at=now(book), text=text))
            saved.append(text)
        except UserError as problem:
            assert problem.code in ("disk-full", "disk-full-file"), problem.code
            assert _texts(book) == saved
            refused += 1
    assert len(saved) > 3
    return saved


def _leftovers(book: Logbook, folder: Path) -> None:
    """A backup and a new journal that find no room leave nothing behind."""
    before = {path.name for path in folder.rglob("*")}
    for attempt in (lambda: book.backup(), lambda: Logbook.open(folder / "n.leaf", clock=FixedClock(), create=True)):
        try:
            attempt()
        except UserError as problem:
            assert problem.code in ("disk-full", "disk-full-file"), problem.code
        else:
            raise AssertionError("there was room after all")
    left = {path.name for path in folder.rglob("*")} - before
    assert left <= {"backups", "n.leaf.lock"}, left


def _texts(book: Logbook) -> list[str]:
    return [entry.text for slice_ in book.slices("note") for entry in slice_ if isinstance(entry, Note)]


if __name__ == "__main__":
    main()
