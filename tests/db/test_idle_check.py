"""The check that goes on beside the person: it finds what the whole check finds, and any save ends it."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from journal.core.entries import Note
from journal.core.problems import only_in_search
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


@pytest.mark.parametrize(
    "damage",
    [
        "UPDATE note_text_data SET block = zeroblob(10) WHERE id > 10",
        "DELETE FROM note_text_data WHERE id > 10",
        "UPDATE note_text_data SET block = zeroblob(4) WHERE id = 10",  # then nothing was found, and nothing told
    ],
)
@THOROUGH
def test_a_search_index_that_does_not_answer_is_told_as_that(journal: JournalAt, thorough: bool, damage: str) -> None:
    """It was noticed by a search that failed, a backup, or after a month."""
    with journal.open() as book:
        for n in range(3):
            note(book, f"walk {n}")
    with raw(journal) as connection:
        connection.execute(damage)
    with journal.open() as book:
        assert only_in_search(book.check_by_itself(thorough))


@pytest.mark.parametrize("text", ["café 100%", "散歩", "-"])
def test_words_of_any_kind_are_found(book: Logbook, text: str) -> None:
    note(book, "plain words")
    note(book, text)
    book.delete([note(book, "in the trash").id])
    assert book.check_by_itself(thorough=False) == []


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
