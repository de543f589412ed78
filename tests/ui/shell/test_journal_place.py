"""What opening a journal took away beside it is told once."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

from journal.ui.shell.start import Start
from tests.journals import PASSPHRASE, JournalAt, new_journal, quick_keys

__all__ = ["quick_keys"]


def test_a_readable_copy_that_went_is_told_once(
    begin: Callable[[JournalAt], Start], tmp_path: Path, plain_journal: JournalAt
) -> None:
    """It may have been copied or shared by then, and nobody would know of it."""
    journal = new_journal(tmp_path / "locked.leaf", PASSPHRASE)
    plain_journal.open().close()
    left = journal.path.with_name(journal.path.name + ".new")
    shutil.copyfile(plain_journal.path, left)
    start = begin(journal)
    assert not left.exists()
    start.journal.watch_for_second_start()
    assert f"{left} was removed." in start.window.body.message.text()
    start.window.body.message.dismiss()
    start.journal.watch_for_second_start()
    assert start.window.body.message.text() == ""
