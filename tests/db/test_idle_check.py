"""The check that goes on beside the person: it finds what the whole check finds, and any save ends it."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from journal.core.entries import Note
from journal.core.refusal import Refused
from journal.core.updating import NOBODY, Watched
from journal.db import idle_check
from journal.logbook import Logbook
from tests.journals import JournalAt, empty_index, note, now, raw

THOROUGH = pytest.mark.parametrize("thorough", [False, True], ids=["quick", "thorough"])


@pytest.fixture(autouse=True)
def short_slices(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(idle_check, "SLICE", 3)


@THOROUGH
def test_a_sound_journal_has_nothing_wrong(book: Logbook, thorough: bool) -> None:
    for n in range(10):
        note(book, f"note {n}")
    assert book.check_by_itself(thorough) == []


@THOROUGH
@pytest.mark.parametrize("damage", ["UPDATE note SET text = 'x' WHERE seq = 5", "DELETE FROM note WHERE seq = 7"])
def test_damage_is_found(journal: JournalAt, thorough: bool, damage: str) -> None:
    with journal.open() as book:
        for n in range(10):
            note(book, f"note {n}")
    with raw(journal) as connection:
        connection.execute(damage)
    with journal.open() as book:
        assert len(book.check_by_itself(thorough)) == 1


def test_only_the_thorough_one_looks_at_indexes(plain_journal: JournalAt) -> None:
    with plain_journal.open() as book:
        note(book, "one")
    empty_index(plain_journal, "note_by_local_ms")
    with plain_journal.open() as book:
        assert book.check_by_itself(thorough=False) == []
        assert book.check_by_itself(thorough=True) != []


def during(book: Logbook, act: Callable[[], object]) -> Watched:
    """Somebody who does something when first asked whether to stop."""
    asked: list[None] = []

    def cancelled() -> bool:
        if not asked:
            asked.append(None)
            act()
        return False

    return Watched(lambda _step: None, cancelled)


@pytest.mark.parametrize("write", ["save", "draft", "undo", "purge"])
def test_whatever_is_written_ends_it(book: Logbook, write: str) -> None:
    kept, gone = note(book, "kept"), note(book, "gone")
    book.delete([gone.id])
    acts: dict[str, Callable[[], object]] = {
        "save": lambda: book.save(Note(at=now(book), text="new")),
        "draft": lambda: book.save_draft("note", kept.text),
        "undo": book.undo,
        "purge": lambda: book.purge([gone.id]),
    }
    with pytest.raises(Refused) as refused:
        book.check_by_itself(thorough=False, watched=during(book, acts[write]))
    assert refused.value.code == "cancelled"
    assert book.check_by_itself(thorough=False) == []


def test_a_save_that_waits_ends_the_thorough_one(plain_book: Logbook, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("journal.db.stopping._ASKED_EVERY", 10)
    beside = plain_book.path.with_name(plain_book.path.name + "-journal")
    asked: list[bool] = []

    def cancelled() -> bool:
        # As SQLite does when a save has begun; the first question only, as if the save had then been quick.
        asked.append(True)
        return len(asked) == 1

    with pytest.raises(Refused) as refused:
        plain_book.check_by_itself(thorough=True, watched=Watched(lambda _step: None, cancelled))
    assert refused.value.code == "cancelled"
    assert not beside.exists()
    assert plain_book.check_by_itself(thorough=True, watched=NOBODY) == []
