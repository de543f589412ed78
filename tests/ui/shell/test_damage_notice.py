"""The notice of damage keeps its ways on: what is found after it, or fails for it, does not take its place."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from pytestqt.qtbot import QtBot

from journal.core.refusal import Refused
from journal.logbook.belongings import where_backups_lie
from journal.ui.shell.start import Start
from tests.journals import JournalAt
from tests.ui.backups.waiting import workers_end


def test_a_backup_that_fails_for_it_leaves_its_ways(
    begin: Callable[[JournalAt], Start], plain_journal: JournalAt, qtbot: QtBot
) -> None:
    """As Rescue was about to be clicked, a box with nothing but OK lay in its place."""
    start = begin(plain_journal)
    workers_end(qtbot)
    journal, message, path = start.journal, start.window.body.message, plain_journal.path
    problem = Refused("entries-damaged", path=path, **where_backups_lie(path))
    journal.damage.tell(problem)
    (rescue, _ok), said = message.buttons(), message.text()
    journal._tell_no_backup(Refused("journal-damaged", path=path, **where_backups_lie(path)))
    journal._tell_no_backup(Refused("disk-full"))
    journal._tell_no_copy(Refused("second-folder-missing", path=Path("/media/stick")))
    assert message.text() == said and message.buttons()[0] is rescue and rescue.text() == "Rescue what can be read…"
    assert message.icon == "refused"
    message.dismiss()
    journal._tell_no_backup(Refused("disk-full"))
    assert message.text().startswith("A backup could not be made.")


def test_it_says_what_is_shown_and_that_one_can_go_on_beside_its_ways(
    begin: Callable[[JournalAt], Start], plain_journal: JournalAt, qtbot: QtBot
) -> None:
    start = begin(plain_journal)
    workers_end(qtbot)
    path = plain_journal.path
    start.journal._tell_no_backup(Refused("journal-damaged", path=path, **where_backups_lie(path)))
    said = start.window.body.message.text()
    assert "No backup is made while it is damaged" in said and len(start.window.body.message.buttons()) == 2
    start.window.body.message.dismiss()
    start.journal.damage.tell(Refused("entries-damaged", path=path, **where_backups_lie(path)))
    said = start.window.body.message.text()
    assert "all others are shown. You can go on:" in said
    assert "with the command" not in said and str(path.parent) not in said
