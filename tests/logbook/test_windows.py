"""A window that asks for the passphrase is found by a second start, and nobody else waits for it."""

from __future__ import annotations

import pytest

from journal.core.refusal import Refused
from journal.db.lock import refuse_in_window
from journal.logbook.belongings import files_of
from journal.logbook.windows import asks_for, refuse_second
from tests.journals import JournalAt


def test_it_is_found_until_it_ends_and_leaves_nothing(journal: JournalAt) -> None:
    refuse_second(journal.path)
    mark = asks_for(journal.path)
    with pytest.raises(Refused, match="journal-locked"):
        refuse_second(journal.path)
    refuse_in_window(journal.path)  # commands: nobody has the journal
    assert any(file.suffix == ".asking" for file in files_of(journal.path))
    mark.release()
    refuse_second(journal.path)
    assert not any(file.suffix == ".asking" for file in files_of(journal.path))


def test_one_that_has_the_journal_is_found_too(journal: JournalAt) -> None:
    with journal.open() as book:
        book.mark_window()
        with pytest.raises(Refused, match="journal-locked"):
            refuse_second(journal.path)
    refuse_second(journal.path)


def test_what_a_killed_window_left_stops_nobody(journal: JournalAt) -> None:
    journal.path.with_name(journal.path.name + ".asking").touch()
    refuse_second(journal.path)
