"""What lies in the trash here and is in the file: named, where it is, and how it comes back."""

from __future__ import annotations

from pathlib import Path

from journal.core.entries import Entry, Note
from journal.core.moments import moment_now
from journal.exchange.json_in import JsonFile
from journal.exchange.opening import remarks_on_plan
from journal.exchange.plan import plan_import
from journal.logbook import Logbook
from journal.texts import english
from tests.exchange.texts import json_bytes


def _said(book: Logbook, folder: Path, *entries: Entry) -> list[str]:
    file = folder / "in.json"
    file.write_bytes(json_bytes(entries, []))
    return remarks_on_plan(plan_import(JsonFile(file), book, book.clock.now_ms()), english())


def test_it_is_named_with_the_way_back(plain_book: Logbook, tmp_path: Path) -> None:
    gone, secret, kept = (
        Note(at=moment_now(plain_book.clock), text=text, private=text == "secret") for text in ("a", "secret", "b")
    )
    plain_book.save(gone, secret, kept)
    assert _said(plain_book, tmp_path, gone, secret, kept) == []
    plain_book.delete([gone.id, secret.id])
    first, *named = _said(plain_book, tmp_path, gone, secret, kept)
    assert first.startswith("2 entries of the file lie in your trash") and "“Trash”" in first
    assert len(named) == 1 and named[0].startswith("note of ")


def test_what_the_file_has_in_its_trash_too_is_no_news(plain_book: Logbook, tmp_path: Path) -> None:
    gone = Note(at=moment_now(plain_book.clock), text="a")
    plain_book.save(gone)
    plain_book.delete([gone.id])
    deleted = plain_book.get(gone.id)
    assert deleted is not None and _said(plain_book, tmp_path, deleted) == []
