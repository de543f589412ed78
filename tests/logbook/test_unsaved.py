"""What was typed waits beside a journal that takes nothing, behind the same passphrase, and comes back."""

from __future__ import annotations

from contextlib import closing

import pytest

from journal.core.refusal import Refused
from journal.logbook import Logbook
from journal.logbook.belongings import files_of, unsaved_file
from journal.logbook.unsaved import (
    bring_back,
    bring_back_with,
    is_kept_beside,
    kept_since,
    open_beside,
    takes_nothing,
    throw_away,
)
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


def kept_with(journal: JournalAt, passphrase: str | None, words: str) -> None:
    with closing(Logbook.open(unsaved_file(journal.path), passphrase, clock=journal.clock, create=True)) as beside:
        beside.save_draft("note", words)


def test_the_passphrase_from_before_brings_it_back(journal: JournalAt) -> None:
    kept_with(journal, "the one from before", "half typed")
    with journal.open() as book:
        with pytest.raises(Refused, match="unsaved-other-passphrase"):
            bring_back_with(book, ("not that one", None))
        assert is_kept_beside(journal.path) and drafts(book) == {}
        assert bring_back_with(book, ("the one from before",)) == 0
        assert drafts(book) == {"note": "half typed"}
    assert not list(journal.path.parent.glob("*.unsaved*"))


def test_what_has_no_passphrase_comes_back_by_itself(journal: JournalAt) -> None:
    kept_with(journal, None, "from before there was one")
    with journal.open() as book:
        bring_back(book)
        assert drafts(book) == {"note": "from before there was one"}


def test_what_was_typed_later_is_not_replaced_by_what_waits(journal: JournalAt) -> None:
    kept(journal, "note", "dose")
    journal.clock.tick()
    with journal.open() as book:
        book.save_draft("note", "typed since")
        assert bring_back_with(book, (journal.passphrase,)) == 1
        assert drafts(book) == {"note": "typed since", "dose": "half typed in dose"}
        book.drop_draft("note")
        assert is_kept_beside(journal.path) and bring_back_with(book, (journal.passphrase,)) == 0
        assert drafts(book)["note"] == "half typed in note"


def test_it_is_thrown_away_with_what_lies_beside_it(journal: JournalAt) -> None:
    assert kept_since(journal.path) is None
    kept(journal, "note")
    since = kept_since(journal.path)
    assert since is not None and since.tzinfo is not None
    assert throw_away(journal.path) and not list(journal.path.parent.glob("*.unsaved*"))
