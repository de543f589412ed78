"""What stands above every screen of a journal that is only looked at, and the ways out of it."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

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


def test_an_ordinary_one_says_nothing(plain_journal: JournalAt, qtbot: QtBot) -> None:
    banner = JournalBanner(english(), lambda _path: None, lambda: None, lambda: None)
    qtbot.addWidget(banner)
    with plain_journal.open() as book:
        banner.say_of(book)
    assert banner.isHidden()
