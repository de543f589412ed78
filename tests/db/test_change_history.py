"""The change log as it is read: what of it is gone is told."""

from __future__ import annotations

import pytest

from journal.core.refusal import Refused
from tests.journals import JournalAt, note, raw


def test_a_change_whose_set_is_gone_is_told_as_damage(journal: JournalAt) -> None:
    with journal.open() as book:
        saved = note(book, "quiet")
        assert len(book.history(saved.id)) == 1
    with raw(journal) as connection:
        connection.execute("DELETE FROM change_set")
    with journal.open() as book, pytest.raises(Refused) as refused:
        book.history(saved.id)
    assert refused.value.code == "entries-damaged"
