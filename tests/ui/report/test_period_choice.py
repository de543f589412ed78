"""The choice of a period says that today is not counted, and how to count it."""

from __future__ import annotations

import datetime as dt

from pytestqt.qtbot import QtBot

from journal.texts import english
from journal.ui.report.period_choice import PeriodChoice

TODAY = dt.date(2026, 11, 22)
WITHOUT = (
    "Entries of today are not in the figures. Beside them the pages name today’s doses, warning symptoms, what else "
    "was taken, values and answers. To count today, choose Other… and today as the last day."
)


def test_that_today_is_not_counted_is_said_until_it_is(qtbot: QtBot) -> None:
    choice = PeriodChoice(english())
    qtbot.addWidget(choice)
    choice.set_today(TODAY)
    assert choice.without_today.text() == WITHOUT and not choice.without_today.isHidden()
    choice.restore({"range": "other", "first": "2026-11-01", "last": "2026-11-22"})
    period = choice.period()
    assert period is not None and period.last == TODAY
    assert choice.without_today.isHidden()
