"""The notice of damage keeps its ways on: what is found after it, or fails for it, does not take its place."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from pytestqt.qtbot import QtBot

from journal.core.refusal import Refused
from journal.logbook.belongings import where_backups_lie
from journal.ui.shell.cannot_open_page import OpeningPage
from journal.ui.shell.start import Start
from journal.ui.shell.status import StatusLine
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
    assert said.startswith("The check found damage: ") and "left untouched" not in said  # what is saved goes into it
    assert "No backup is made while it is damaged" in said and len(start.window.body.message.buttons()) == 2
    start.window.body.message.dismiss()
    start.journal.damage.tell(Refused("entries-damaged", path=path, **where_backups_lie(path)))
    said = start.window.body.message.text()
    assert "all others are shown. You can go on:" in said
    assert "with the command" not in said and str(path.parent) not in said


def test_it_can_be_told_again_after_it_was_closed_until_the_journal_is_left(
    begin: Callable[[JournalAt], Start], plain_journal: JournalAt, qtbot: QtBot
) -> None:
    """Its OK led nowhere but to the box of an entry that was refused."""
    start = begin(plain_journal)
    workers_end(qtbot)
    body, path = start.window.body, plain_journal.path
    status = body.findChild(StatusLine)
    assert status is not None
    found = status.damage
    assert found.isHidden()
    start.journal.damage.tell(Refused("journal-damaged", path=path, **where_backups_lie(path)))
    said = body.message.text()
    assert body.message.property("role") == "refused"  # not green
    body.message.buttons()[-1].click()
    assert body.message.text() == "" and found.text() == "Damage was found…" and found.isVisible()
    found.click()
    assert body.message.text() == said
    assert start.window.focusWidget() is body.message.buttons()[0]
    found.click()
    assert body.message.text() == said
    for height, seen in ((300, False), (900, True)):  # as low as at 200 %: what was saved last gives way
        body._around.fit_foot(height, speaks=False)
        assert status.saved.isVisible() is seen
    body.show_page(OpeningPage("Closing"))
    assert found.isHidden()
