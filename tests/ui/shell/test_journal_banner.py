"""What stands above every screen of a journal that is only looked at, and the ways out of it."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from journal.core.preferences import MADE_UP_MARK, setting_for
from journal.texts import english
from journal.ui.shell.journal_banner import JournalBanner
from tests.journals import JournalAt, plain_journal, quick_keys, templates

__all__ = ["plain_journal", "quick_keys", "templates"]


def test_a_journal_that_damage_made_read_only_leads_to_the_rescue(plain_journal: JournalAt, qtbot: QtBot) -> None:
    content = bytearray(plain_journal.path.read_bytes())
    content[18] ^= 1 << 6
    plain_journal.path.write_bytes(content)
    rescued: list[bool] = []
    banner = JournalBanner(english(), lambda _path: None, lambda: None, lambda: rescued.append(True))
    qtbot.addWidget(banner)
    with plain_journal.open() as book:
        banner.say_of(book)
    assert banner.text().startswith("View only. The beginning of")
    banner.buttons()[0].click()
    assert rescued == [True]


def test_a_rescued_one_says_what_is_missing_until_it_was_read(plain_journal: JournalAt, qtbot: QtBot) -> None:
    """Today said "no dose is written down" of 162 that were lost, and nothing said otherwise."""
    banner = JournalBanner(english(), lambda _path: None, lambda: None, lambda: None)
    qtbot.addWidget(banner)
    with plain_journal.open() as book:
        book.save(setting_for("rescued", "dose=162 note=?"))
    with plain_journal.open(read_only=True) as book:
        banner.say_of(book)
        assert banner.text().startswith("View only.") and not banner.buttons()
        assert "could not be brought back: doses (162), notes (how many is not known)." in banner.text()
    with plain_journal.open() as book:
        banner.say_of(book)
        assert "what is not shown may have been written down" in banner.text()
        (read,) = banner.buttons()
        read.click()
        assert banner.isHidden() and book.preferences.rescued == ""
        banner.say_of(book)
        assert banner.isHidden()
        book.save(setting_for("rescued", "dose=1"))
        banner.say_of(book)
    banner.buttons()[0].click()  # of a journal that is closed
    assert "could not be brought back: doses (1)." in banner.text() and "closed" in banner.text()


def test_a_rescued_one_of_made_up_entries_says_both(plain_journal: JournalAt, qtbot: QtBot) -> None:
    banner = JournalBanner(english(), lambda _path: None, lambda: None, lambda: None)
    qtbot.addWidget(banner)
    with plain_journal.open() as book:
        book.save(MADE_UP_MARK, setting_for("rescued", "dose=2"))
        banner.say_of(book)
        assert banner.text().startswith("These are made-up entries") and "doses (2)" in banner.text()
        banner.buttons()[0].click()
        assert banner.text() == "These are made-up entries, to look around in." and not banner.isHidden()


def test_an_ordinary_one_says_nothing(plain_journal: JournalAt, qtbot: QtBot) -> None:
    banner = JournalBanner(english(), lambda _path: None, lambda: None, lambda: None)
    qtbot.addWidget(banner)
    with plain_journal.open() as book:
        banner.say_of(book)
    assert banner.isHidden()
