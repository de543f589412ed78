"""What was closed is kept in the journal, under a name of its own; what a list showed already is known by its steps."""

from __future__ import annotations

from journal.core.entries import Note
from journal.core.moments import moment_now
from journal.logbook import Logbook
from journal.texts import english
from journal.ui.kit.inline_message import InlineMessage
from journal.ui.kit.put_away import PutAway, was_listed
from tests.ui.conftest import BridgeTo


def test_each_name_has_its_own_ids_and_none_twice(plain_book: Logbook, bridge_to: BridgeTo) -> None:
    bridge, message = bridge_to(plain_book, english()), InlineMessage()
    first, second = PutAway(bridge, message, "first.closed"), PutAway(bridge, message, "second.closed")
    first.keep(["a", "b", "a"])
    assert (first.ids(), second.ids()) == (["a", "b"], [])
    assert PutAway(bridge, message, "first.closed").ids() == ["a", "b"]
    message.deleteLater()


def test_an_imported_entry_was_listed_until_it_is_changed(plain_book: Logbook) -> None:
    typed, brought = (Note(at=moment_now(plain_book.clock), text=text) for text in ("typed", "brought"))
    plain_book.save(typed)
    plain_book.save(brought, label="many.imported", origin="import")
    assert (was_listed(plain_book, typed.id), was_listed(plain_book, brought.id)) == (False, True)
