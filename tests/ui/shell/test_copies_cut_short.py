"""Closing the program while copies are being given the passphrase stops cleanly, and the next start says so once."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path
from threading import Event

import pytest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from journal.core.updating import Watched
from journal.db.rekeying import rekey_backup
from journal.logbook import passphrases
from journal.logbook.backups import is_good
from journal.logbook.belongings import backup_folder
from journal.ui.shell.places import SETTINGS
from journal.ui.shell.start import Start
from tests.journals import PASSPHRASE, FixedClock, JournalAt, new_journal, quick_keys
from tests.ui.backups.waiting import workers_end

__all__ = ["quick_keys"]
OLD = "the one from before"


@pytest.mark.slow
def test_what_was_cut_short_is_said_at_the_next_start(
    begin: Callable[[JournalAt], Start],
    tmp_path: Path,
    clock: FixedClock,
    templates: Callable[[str | None], Path],
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    encrypted_journal = new_journal(tmp_path / "own" / "journal.leaf", PASSPHRASE, clock)
    folder = backup_folder(encrypted_journal.path)
    folder.mkdir(exist_ok=True)
    first, second = (folder / f"journal-2026-11-{day}-100000-backup.leaf" for day in (19, 18))
    for copy in (first, second):
        shutil.copy(templates(OLD), copy)
    start, begun, rekey = begin(encrypted_journal), Event(), rekey_backup

    def slow_rekey(copy: Path, old: str | None, new: str, watched: Watched) -> None:
        rekey(copy, old, new, watched)
        begun.set()
        while not watched.cancelled():
            pass

    monkeypatch.setattr(passphrases, "rekey_backup", slow_rekey)
    settings = start.window.body.reach(SETTINGS)
    settings.show_section("journal")
    others = settings.journal.passphrase.others
    qtbot.waitUntil(lambda: others.listed == [first, second], timeout=20_000)
    others.old.edit.setText(OLD)
    others.give.click()
    qtbot.waitUntil(begun.is_set, timeout=20_000)
    start.close()
    workers_end(qtbot)
    assert is_good(first, PASSPHRASE) and is_good(second, OLD) and not list(folder.glob("*.part"))

    again = begin(encrypted_journal)
    message = again.window.body.message
    qtbot.waitUntil(lambda: "while 2 copies were being given" in message.text(), timeout=20_000)
    next(each for each in message.findChildren(QPushButton) if each.text() == "Your journal").click()
    screen = again.window.body.reach(SETTINGS)
    qtbot.waitUntil(lambda: screen.sections.value() == "journal", timeout=20_000)
    assert again.window.computer.settings.copies == ()  # said once
