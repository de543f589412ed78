"""While an engine has the journal, nothing else opens it: closing a second descriptor would drop SQLite's locks."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from journal.core.queries import EntryQuery
from journal.logbook import Logbook
from tests.journals import JournalAt, dose, note, product, rating, symptom

_watched: list[str] = []
_opened: list[str] = []


def _listen(event: str, arguments: tuple[object, ...]) -> None:
    if event in ("open", "os.rename", "shutil.copyfile", "os.remove", "os.truncate") and _watched:
        for argument in arguments[:2]:
            if isinstance(argument, str | bytes | os.PathLike) and os.path.abspath(os.fsdecode(argument)) in _watched:  # noqa: PTH100
                _opened.append(f"{event} {argument!r}")


sys.addaudithook(_listen)


@pytest.fixture
def watch(journal: JournalAt) -> Iterator[Path]:
    """Every Python open of the journal or its rollback file is noted from now on; SQLite's own are not Python's."""
    _opened.clear()
    _watched[:] = [str(journal.path), str(journal.path) + "-journal"]
    yield journal.path
    _watched.clear()


def test_nothing_opens_the_live_file(journal: JournalAt, watch: Path) -> None:
    with journal.open() as book:
        before_the_engine, _opened[:] = list(_opened), []
        _everything(book)
        assert _opened == []
    # Its first bytes were looked at before SQLite had it: what it is, and with a passphrase whether its salt is known.
    assert 1 <= len(before_the_engine) <= 2


def test_control_an_open_would_be_noticed(journal: JournalAt, watch: Path) -> None:
    with journal.open():
        _opened.clear()
        watch.read_bytes()
        assert len(_opened) == 1


def _everything(book: Logbook) -> None:
    green, knee = product(book), symptom(book)
    taken = dose(book, product=green, text="with tea")
    rating(book, knee, dose=taken.id)
    kept = note(book, "words")
    book.save(replace(kept, text="other words"))
    book.save_all([replace(kept, text="third words")], label="import.done", origin="import")
    book.delete([kept.id])
    book.restore([kept.id])
    book.undo()
    book.redo()
    book.delete([kept.id])
    book.purge([kept.id])
    book.save_draft("note", "x")
    book.find(EntryQuery("tea"))
    book.days(book.today(), book.today())
    book.day_counts()
    list(book.slices("dose"))
    book.empty_old_trash()
    book.backup()
    assert book.check() == []
