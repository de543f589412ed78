"""What a wrong clock or an import has dated later than now is named on Today and leads to its day."""

from __future__ import annotations

import datetime as dt

import pytest
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from journal.core.entries import Dose
from journal.core.moments import DAY_MS, HOUR_MS, moment_at
from journal.core.queries import DayCount
from journal.logbook import Logbook
from journal.texts import english
from journal.ui.shell.body import Body
from journal.ui.today.later_entries import LaterEntries
from tests.journals import FixedClock, dose, saved


def test_later_entries_are_named_and_shown(body: Body, plain_book: Logbook, clock: FixedClock) -> None:
    assert body.today is not None
    assert body.today.later.isHidden()
    dose(plain_book, minutes=60)
    for days in (1, 5):
        saved(plain_book, Dose(at=moment_at(clock.now_ms() + days * DAY_MS, "Europe/Berlin")))
    body.today.refresh()
    assert not body.today.later.isHidden()
    assert body.today.later.words.text().startswith("2 entries are dated later than this computer’s clock")
    assert "1 h 0 min ago" in body.today.cards.dose.accessibleName()
    shown: list[dt.date] = []
    body.today.day_wanted.connect(shown.append)
    body.today.later.button.click()
    assert shown == [plain_book.today() + dt.timedelta(days=1)]
    assert body.navigation.current() == "diary"


@pytest.mark.parametrize("width", [300, 460, 900])
def test_the_words_stand_beside_the_link(qtbot: QtBot, width: int) -> None:
    around, line = QWidget(), LaterEntries(english())
    column = QVBoxLayout(around)
    column.addWidget(line)
    column.addStretch(1)
    qtbot.addWidget(around)
    around.resize(width, 300)
    around.show()
    line.show_count(DayCount(dt.date(2026, 12, 1), 1))
    qtbot.waitUntil(lambda: line.words.width() > width // 2)
    assert line.words.height() >= line.words.heightForWidth(line.words.width())
    assert not line.words.geometry().intersects(line.button.geometry())


def test_as_soon_as_the_clock_has_passed_them_the_line_goes(body: Body, plain_book: Logbook, clock: FixedClock) -> None:
    assert body.today is not None
    saved(plain_book, Dose(at=moment_at(clock.now_ms() + HOUR_MS, "Europe/Berlin")))
    body.today.refresh()
    assert not body.today.later.isHidden()
    clock.ms += 2 * HOUR_MS
    body.today.tick()
    assert body.today.later.isHidden()
