"""What was typed waits beside a journal that takes nothing, behind the same passphrase, and comes back."""

from __future__ import annotations

import pytest

from journal.core.refusal import Refused
from journal.logbook import Logbook
from journal.logbook.belongings import files_of, unsaved_file
from journal.logbook.unsaved import bring_back, is_kept_beside, open_beside, takes_nothing
from tests.journals import JournalAt


def kept(journal: JournalAt, *forms: str) -> None:
    with journal.open(read_only=True) as book:
        for form in forms:
            with open_beside(book) as beside:
                beside.save_draft(form, f"half typed in {form}")


def drafts(book: Logbook) -> dict[str, str]:
    return {draft.form: draft.content for draft in book.drafts()}


def test_it_comes_back_once_and_nothing_is_left(journal: JournalAt) -> None:
    kept(journal, "note", "dose")
    assert is_kept_beside(journal.path) and unsaved_file(journal.path) in files_of(journal.path)
    if journal.passphrase:
        assert b"half typed" not in unsaved_file(journal.path).read_bytes()
    with journal.open() as book:
        book.save_draft("note", "older")
        bring_back(book)
        assert drafts(book) == {"note": "half typed in note", "dose": "half typed in dose"}
        bring_back(book)
    assert not list(journal.path.parent.glob("*.unsaved*"))


def test_it_comes_back_with_the_time_at_which_it_was_typed(journal: JournalAt) -> None:
    kept(journal, "note")
    typed = journal.clock.now_ms()
    journal.clock.tick()
    with journal.open() as book:
        bring_back(book)
        assert [draft.saved_ms for draft in book.drafts()] == [typed]


def test_a_journal_that_takes_nothing_leaves_it_there(journal: JournalAt) -> None:
    kept(journal, "note")
    with journal.open(read_only=True) as book:
        bring_back(book)
    assert is_kept_beside(journal.path)


def test_what_another_passphrase_opens_goes_on_waiting(journal: JournalAt) -> None:
    other = JournalAt(journal.path, "another one" if journal.passphrase else "one", journal.clock)
    Logbook.open(unsaved_file(journal.path), other.passphrase, clock=journal.clock, create=True).close()
    with journal.open() as book:
        bring_back(book)
        assert drafts(book) == {}
        with pytest.raises(Refused):
            open_beside(book)
    assert is_kept_beside(journal.path)


def test_a_full_disk_is_no_reason_to_look_for_room_beside_the_journal() -> None:
    assert takes_nothing(Refused("journal-cut-meanwhile")) and takes_nothing(Refused("journal-damaged"))
    assert not takes_nothing(Refused("disk-full"))
